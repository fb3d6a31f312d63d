// Makes the digests that are due, each once a chat, local date and hour, and hands them to whoever sends them. Safe to run twice and to
// die at any line: a digest and the chat's next time are written in one transaction, and the sweep finds what nobody has sent.

import type { App } from '../src/app.ts'
import type { Server } from '../src/chats/store.ts'
import type { Database, Db } from '../src/database/database.ts'
import { wake } from '../src/subscriptions/at-once.ts'
import { type Digest, windowFrom } from '../src/digests/digest.ts'
import { isWorthCatchingUp, localDate, minuteDue, nextDue } from '../src/subscriptions/due.ts'
import { gather, type SharedWindows } from '../src/digests/gather.ts'
import { addDigest, claimDue, type Due, settleDigest } from '../src/digests/store.ts'
import { listSubscriptions, setNextDigest } from '../src/subscriptions/store.ts'
import { minuteOfDay } from '../src/texts/clock.ts'

/** In one run; the next one, a minute later, makes the rest. */
const madeMax = 1_000

/** `only`: of that server's chats. A chat whose digest can't be made keeps nobody else's from being made; the job fails when all others are done, and tells why. */
export async function digest(
  { db, enqueue }: Pick<App, 'db' | 'enqueue'>,
  now = new Date(),
  only: Server | null = null,
): Promise<void> {
  await wake(db, now)
  const run: Run = { now, only, failures: [], shared: new Map() }
  for (let made = 0; made < madeMax; made++) {
    const one = await makeOne(db, run)
    if (!one) break
    const { server, digestId } = one
    if (digestId !== undefined) await enqueue('deliver', { server, digestId }, `digest-${digestId}`)
  }
  const [first] = run.failures
  if (first) throw first.error
}

type Made = Pick<Due, 'server'> & { digestId: number | undefined }
type Failure = { chatId: number; error: unknown }
type Run = { now: Date; only: Server | null; failures: Failure[]; shared: SharedWindows }

/** Undefined when nothing more is due. */
async function makeOne(db: Database, run: Run): Promise<Made | undefined> {
  const { now, only, failures } = run
  const claimed: Due[] = []
  const failedChats = failures.map((it) => it.chatId)
  try {
    return await db.transaction(async (tx) => {
      const due = await claimDue(tx, now, { only, except: failedChats })
      if (!due) return undefined
      claimed.push(due)
      return { server: due.server, digestId: await make(tx, due, run) }
    })
  } catch (error) {
    const due = claimed.at(-1)
    if (!due) throw error
    failures.push({ chatId: due.chatId, error })
    return { server: due.server, digestId: undefined }
  }
}

/** Undefined where there is nothing to send. */
async function make(db: Db, due: Due, { now, shared }: Run): Promise<number | undefined> {
  const topics = (await listSubscriptions(db, due)).map((it) => it.topic)
  const nextAt = topics.length === 0 || due.atOnce ? null : nextDue(due, now)
  await setNextDigest(db, due, nextAt)
  if (topics.length === 0) return undefined
  if (nextAt !== null && !isWorthCatchingUp(due.dueAt, nextAt, now)) return undefined
  const made = await compose(db, due, topics, { now, nextAt, shared })
  const isEmpty = made.content.articles.length === 0
  // Nobody has waited for it: it leaves no trace, and what comes in later is told from where the last one ended.
  if (due.atOnce && isEmpty) return undefined
  const local = { date: localDate(due.zone, due.dueAt), minute: minuteFor(due) }
  const added = await addDigest(db, due, local, made)
  if (!added || due.tellsNothing || !isEmpty) return added?.id
  await settleDigest(db, added.id, nothingNew)
  return undefined
}

/** Which of its hours a digest stands for; of one that comes at once, the minute of the day. */
const minuteFor = (due: Due): number =>
  due.atOnce ? minuteOfDay(due.dueAt, due.zone) : minuteDue(due, due.dueAt)

async function compose(
  db: Db,
  { server, chatId, zone, dueAt, previousTo, language, atOnce }: Due,
  topics: readonly string[],
  { now, nextAt, shared }: Pick<Run, 'now' | 'shared'> & { nextAt: Date | null },
): Promise<Digest> {
  // A late one says what has come in until now, as does one at once; one on time ends at its own minute.
  const to = atOnce || now.getTime() - dueAt.getTime() > lateMs ? now : dueAt
  const from = windowFrom(previousTo, to)
  const settled = language ?? 'en'
  const key = { server, chatId }
  const content = await gather(db, { from, to, topics, by: 'ready' }, settled, { key, shared })
  return { language: settled, zone, topics, from, to, nextAt, atOnce, changed: [], content }
}

/** Why nothing was sent, as it is kept. */
const nothingNew = 'nothing new'

const lateMs = 60 * 60 * 1000
