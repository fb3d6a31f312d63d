// Sends one message to a follower. Written down when it is sent; only one that was on its way when a process died may arrive twice.

import { TelegramError } from 'telegraf'
import type { App } from '../src/app.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { localDate } from '../src/digests/due.ts'
import { pushReply } from '../src/following/screens.ts'
import { findPush, settlePush } from '../src/following/store.ts'
import type { Payload } from '../src/queue.ts'
import { findStatement } from '../src/statements/store.ts'

export async function push(
  { db, config, log, llm }: Pick<App, 'db' | 'config' | 'log' | 'llm'>,
  sender: Sender,
  { pushId }: Payload<'push'>,
): Promise<void> {
  const stored = await findPush(db, pushId)
  if (!stored || stored.settled) return
  const found = await Promise.all(stored.statementIds.map((id) => findStatement(db, id)))
  const statements = found.filter((it) => it !== undefined)
  const language = stored.language ?? 'en'
  const reader = { language, today: localDate(config.zone, new Date()), hasModel: llm !== undefined }
  try {
    if (statements.length > 0)
      for (const { text, extra } of outgoing(pushReply(statements, reader), language))
        await sender.bulk.sendMessage(stored.chatId, text, extra)
  } catch (error) {
    if (!(error instanceof TelegramError && (error.code === 400 || error.code === 403))) throw error
    log.warn({ pushId, reason: error.description }, 'a follower could not be told')
    return void (await settlePush(db, pushId, error.description))
  }
  await settlePush(db, pushId, null)
}
