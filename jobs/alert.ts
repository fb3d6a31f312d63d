// Tells admins what they have to look at: a source that is left alone after too many failures, a model server that takes the key no more, a mistake that a
// reader reports. Once each; who can't be written to is not.

import { listAppointed } from '../src/access/store.ts'
import { isRefusal } from '../src/delivery/refusal.ts'
import type { Reply } from '../src/answers/reply.ts'
import type { App } from '../src/app.ts'
import { findLanguage } from '../src/chats/store.ts'
import type { Db } from '../src/database/database.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Language } from '../src/language/script.ts'
import { localDate } from '../src/subscriptions/due.ts'
import { reportedReply } from '../src/mistakes/screens.ts'
import { findMistake } from '../src/mistakes/store.ts'
import { findStatement } from '../src/statements/store.ts'
import { playgroundUsers } from '../src/playground/people.ts'
import type { Payload } from '../src/queue.ts'
import { findSource } from '../src/sources/store.ts'
import { wishedBecause } from '../src/wishes/store.ts'
import { bold, type Line } from '../src/texts/message.ts'
import { texts } from '../src/texts/texts.ts'

export async function alert(
  app: Pick<App, 'db' | 'config' | 'log' | 'llm'>,
  sender: Sender,
  payload: Payload<'alert'>,
): Promise<void> {
  const { db, config, log } = app
  const say = await sayingOf(app, payload)
  if (!say) return
  const { server } = payload
  const first = server === 'playground' ? [...config.adminIds, playgroundUsers.admin.id] : config.adminIds
  for (const chatId of new Set([...first, ...(await listAppointed(db, server))])) {
    const language = await findLanguage(db, { server, chatId })
    try {
      for (const { text, extra } of outgoing(say(language), language))
        await sender.sendMessage(chatId, text, extra)
    } catch (error) {
      if (!isRefusal(error)) throw error
      log.info({ reason: error.description }, 'an admin could not be told')
    }
  }
}

type Say = (language: Language) => Reply

/** Undefined where there is nothing left to tell. */
async function sayingOf(
  app: Pick<App, 'db' | 'config' | 'llm'>,
  payload: Payload<'alert'>,
): Promise<Say | undefined> {
  if ('model' in payload) return modelLines(payload.model)
  if ('sourceId' in payload) return sourceLines(app.db, payload.sourceId)
  return mistakeReply(app, payload.mistakeId)
}

function modelLines({ isAsked, reason }: { isAsked: boolean; reason: string }): Say {
  return (language) => {
    const t = texts[language].model
    const lines: Line[] = isAsked ? [[bold(t.askedAgain)]] : [[bold(t.leftAlone)], [reason], [t.meanwhile]]
    return { lines, buttons: [] }
  }
}

/** Undefined for a source that has been read again since. */
async function sourceLines(db: Db, sourceId: number): Promise<Say | undefined> {
  const source = await findSource(db, sourceId)
  if (!source?.pausedAt) return undefined
  return (language) => {
    const t = texts[language].sourceList
    if (source.pausedBecause === wishedBecause)
      return { lines: [[bold(t.wished(source.address))], [t.allow(source.address)]], buttons: [] }
    const lines = [
      [bold(t.paused(source.name ?? source.address))],
      [source.pausedBecause ?? ''],
      [t.resume(source.address)],
    ]
    return { lines, buttons: [] }
  }
}

/** Undefined for a mistake that has been settled since. */
async function mistakeReply(
  { db, config, llm }: Pick<App, 'db' | 'config' | 'llm'>,
  mistakeId: number,
): Promise<Say | undefined> {
  const mistake = await findMistake(db, mistakeId)
  const said = mistake && (await findStatement(db, mistake.statementId))
  if (!said || mistake.isConfirmed !== null) return undefined
  const today = localDate(config.zone, new Date())
  return (language) => reportedReply(mistake, said, { language, today, hasModel: llm !== undefined })
}
