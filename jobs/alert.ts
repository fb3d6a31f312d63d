// Tells admins what they have to mend: a source that is left alone after too many failures, a model server that takes the key no more. Once each;
// who can't be written to is not.

import { TelegramError } from 'telegraf'
import type { App } from '../src/app.ts'
import { findLanguage } from '../src/chats/store.ts'
import type { Db } from '../src/database/database.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Language } from '../src/language/script.ts'
import { playgroundUsers } from '../src/playground/people.ts'
import type { Payload } from '../src/queue.ts'
import { findSource } from '../src/sources/store.ts'
import { bold, type Line } from '../src/texts/message.ts'
import { texts } from '../src/texts/texts.ts'

export async function alert(
  { db, config, log }: Pick<App, 'db' | 'config' | 'log'>,
  sender: Sender,
  payload: Payload<'alert'>,
): Promise<void> {
  const say = 'model' in payload ? modelLines(payload.model) : await sourceLines(db, payload.sourceId)
  if (!say) return
  const { server } = payload
  const adminIds = server === 'playground' ? [...config.adminIds, playgroundUsers.admin.id] : config.adminIds
  for (const chatId of adminIds) {
    const language = await findLanguage(db, { server, chatId })
    try {
      for (const { text, extra } of outgoing({ lines: say(language), buttons: [] }, language))
        await sender.sendMessage(chatId, text, extra)
    } catch (error) {
      if (!(error instanceof TelegramError && (error.code === 400 || error.code === 403))) throw error
      log.info({ reason: error.description }, 'an admin could not be told')
    }
  }
}

type Say = (language: Language) => Line[]

function modelLines({ isAsked, reason }: { isAsked: boolean; reason: string }): Say {
  return (language) => {
    const t = texts[language].model
    return isAsked ? [[bold(t.askedAgain)]] : [[bold(t.leftAlone)], [reason], [t.meanwhile]]
  }
}

/** Undefined for a source that has been read again since. */
async function sourceLines(db: Db, sourceId: number): Promise<Say | undefined> {
  const source = await findSource(db, sourceId)
  if (!source?.pausedAt) return undefined
  return (language) => {
    const t = texts[language].sourceList
    return [
      [bold(t.paused(source.name ?? source.address))],
      [source.pausedBecause ?? ''],
      [t.resume(source.address)],
    ]
  }
}
