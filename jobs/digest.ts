// Makes the digests that are due, each once a chat, local date and hour, and hands them to whoever sends them. Safe to run twice and to
// die at any line: a digest and the chat's next time are written in one transaction, and the sweep finds what nobody has sent.

import type { App } from '../src/app.ts'
import type { Database, Db } from '../src/database/database.ts'
import { type Digest, windowFrom } from '../src/digests/digest.ts'
import { isWorthCatchingUp, localDate, minuteDue, nextDue } from '../src/digests/due.ts'
import { gather } from '../src/digests/gather.ts'
import {
  addDigest,
  claimDue,
  type Due,
  listSubscriptions,
  setNextDigest,
  settleDigest,
} from '../src/digests/store.ts'

/** In one run; the next one, a minute later, makes the rest. */
const madeMax = 1_000

export async function digest({ db, enqueue }: Pick<App, 'db' | 'enqueue'>, now = new Date()): Promise<void> {
  for (let made = 0; made < madeMax; made++) {
    const one = await makeOne(db, now)
    if (!one) return
    const { server, digestId } = one
    if (digestId !== undefined) await enqueue('deliver', { server, digestId }, `digest-${digestId}`)
  }
}

type Made = Pick<Due, 'server'> & { digestId: number | undefined }

/** Undefined when nothing more is due. */
function makeOne(db: Database, now: Date): Promise<Made | undefined> {
  return db.transaction(async (tx) => {
    const due = await claimDue(tx, now)
    if (!due) return undefined
    const topics = (await listSubscriptions(tx, due)).map((it) => it.topic)
    const nextAt = topics.length === 0 ? null : nextDue(due, now)
    await setNextDigest(tx, due, nextAt)
    if (nextAt === null || !isWorthCatchingUp(due.dueAt, nextAt, now))
      return { server: due.server, digestId: undefined }
    const local = { date: localDate(due.zone, due.dueAt), minute: minuteDue(due, due.dueAt) }
    const made = await compose(tx, due, topics, { now, nextAt })
    const added = await addDigest(tx, due, local, made)
    if (added && !due.tellsNothing && made.content.articles.length === 0) {
      await settleDigest(tx, added.id, nothingNew)
      return { server: due.server, digestId: undefined }
    }
    return { server: due.server, digestId: added?.id }
  })
}

async function compose(
  db: Db,
  { server, chatId, zone, dueAt, previousTo, language }: Due,
  topics: readonly string[],
  { now, nextAt }: { now: Date; nextAt: Date },
): Promise<Digest> {
  // A late one says what has come in until now; one on time ends at its own minute.
  const to = now.getTime() - dueAt.getTime() > lateMs ? now : dueAt
  const from = windowFrom(previousTo, to)
  const settled = language ?? 'en'
  const content = await gather(db, { from, to, topics, by: 'loaded' }, settled, { server, chatId })
  return { language: settled, zone, topics, from, to, nextAt, content }
}

/** Why nothing was sent, as it is kept. */
const nothingNew = 'nothing new'

const lateMs = 60 * 60 * 1000
