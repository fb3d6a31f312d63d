// Tells admins that a source is left alone after too many failures, and how to take it up again. Once each; who can't be written to is not.

import { TelegramError } from 'telegraf'
import type { App } from '../src/app.ts'
import { findLanguage } from '../src/chats/store.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { playgroundUsers } from '../src/playground/people.ts'
import type { Payload } from '../src/queue.ts'
import { findSource } from '../src/sources/store.ts'
import { bold } from '../src/texts/message.ts'
import { texts } from '../src/texts/texts.ts'

export async function alert(
  { db, config, log }: Pick<App, 'db' | 'config' | 'log'>,
  sender: Sender,
  { server, sourceId }: Payload<'alert'>,
): Promise<void> {
  const source = await findSource(db, sourceId)
  if (!source?.pausedAt) return // read again since
  const adminIds = server === 'playground' ? [...config.adminIds, playgroundUsers.admin.id] : config.adminIds
  for (const chatId of adminIds) {
    const language = await findLanguage(db, { server, chatId })
    const t = texts[language].sourceList
    const name = source.name ?? source.address
    const lines = [[bold(t.paused(name))], [source.pausedBecause ?? ''], [t.resume(source.address)]]
    try {
      for (const { text, extra } of outgoing({ lines, buttons: [] }, language))
        await sender.sendMessage(chatId, text, extra)
    } catch (error) {
      if (!(error instanceof TelegramError && (error.code === 400 || error.code === 403))) throw error
      log.info({ reason: error.description }, 'an admin could not be told')
    }
  }
}
