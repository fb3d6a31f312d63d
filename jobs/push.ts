// Sends one message to a follower. Written down when it is sent; only one that was on its way when a process died may arrive twice.

import { isRefusal } from '../src/delivery/refusal.ts'
import type { Reply } from '../src/answers/reply.ts'
import type { Reader } from '../src/answers/statement-lines.ts'
import type { App } from '../src/app.ts'
import { quietMs } from '../src/chats/quiet.ts'
import type { Db } from '../src/database/database.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { sendInto, withoutButtons } from '../src/delivery/place.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { TooEarlyError } from '../src/errors.ts'
import { localDate } from '../src/subscriptions/due.ts'
import { type Corrected, correctionReply, pushReply } from '../src/following/screens.ts'
import { findPush, listCorrections, settlePush } from '../src/following/store.ts'
import type { Payload } from '../src/queue.ts'
import { findStatement } from '../src/statements/store.ts'

export async function push(
  { db, config, log, llm }: Pick<App, 'db' | 'config' | 'log' | 'llm'>,
  sender: Sender,
  { pushId }: Payload<'push'>,
): Promise<void> {
  const stored = await findPush(db, pushId)
  if (!stored || stored.settled) return
  const { quietFrom: from, quietTo: to } = stored
  const zone = stored.zone ?? config.zone
  const waitMs = quietMs({ zone, from, to }, new Date())
  // Looked at again now and then: quiet hours may be changed meanwhile.
  if (waitMs > 0) throw new TooEarlyError('quiet hours', Math.min(waitMs, quietLookMs))
  const language = stored.language ?? 'en'
  const reader: Reader = { language, today: localDate(zone, new Date()), hasModel: llm !== undefined }
  try {
    const reply = await replyOf(db, stored, reader)
    if (reply)
      for (const part of outgoing(withoutButtons(stored, reply), language))
        await sendInto(sender, stored, part)
  } catch (error) {
    if (!isRefusal(error)) throw error
    log.warn({ pushId, reason: error.description }, 'a follower could not be told')
    return void (await settlePush(db, pushId, error.description))
  }
  await settlePush(db, pushId, null)
}

const quietLookMs = 15 * 60_000

/** Undefined where all of it is gone: its articles were removed. */
async function replyOf(
  db: Db,
  { statementIds, correctionIds }: { statementIds: readonly number[]; correctionIds: readonly number[] },
  reader: Reader,
): Promise<Reply | undefined> {
  const found = await Promise.all(statementIds.map((id) => findStatement(db, id)))
  const statements = found.filter((it) => it !== undefined)
  if (statements.length > 0) return pushReply(statements, reader)
  const corrections: Corrected[] = []
  for (const { statementId, replacedBy, cause } of await listCorrections(db, correctionIds)) {
    const before = await findStatement(db, statementId)
    if (!before) continue
    corrections.push({
      cause,
      before,
      now: replacedBy === null ? undefined : await findStatement(db, replacedBy),
    })
  }
  return corrections.length === 0 ? undefined : correctionReply(corrections, reader)
}
