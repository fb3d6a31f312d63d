// Tells admins what they have to look at: a source that is left alone after too many failures, a model server that takes the key no more, a mistake that a
// reader reports. Once each; who can't be written to is not.

import { listAppointed } from '../src/access/store.ts'
import { isRefusal } from '../src/delivery/refusal.ts'
import type { Reply } from '../src/answers/reply.ts'
import type { App } from '../src/app.ts'
import { findLanguage } from '../src/chats/store.ts'
import type { Db } from '../src/database/database.ts'
import { TooEarlyError } from '../src/errors.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Language } from '../src/language/script.ts'
import { localDate } from '../src/subscriptions/due.ts'
import { reportedReply } from '../src/mistakes/screens.ts'
import { findMistake } from '../src/mistakes/store.ts'
import { findStatement } from '../src/statements/store.ts'
import { playgroundUsers } from '../src/playground/people.ts'
import type { Payload } from '../src/queue.ts'
import { listUntold, noteTold } from '../src/sources/store.ts'
import { wishedBecause } from '../src/wishes/store.ts'
import { bold, type Line } from '../src/texts/message.ts'
import { texts } from '../src/texts/texts.ts'

export async function alert(
  app: Pick<App, 'db' | 'config' | 'log' | 'llm'>,
  sender: Sender,
  payload: Payload<'alert'>,
): Promise<void> {
  const { db, config, log } = app
  const telling = await tellingOf(app, payload)
  if (!telling) return
  const { say, told } = telling
  const { server } = payload
  const ofSettings =
    server === 'playground' ? [...config.adminIds, playgroundUsers.admin.id] : config.adminIds
  for (const chatId of new Set([...ofSettings, ...(await listAppointed(db, server))])) {
    const language = await findLanguage(db, { server, chatId })
    try {
      for (const { text, extra } of outgoing(say(language), language))
        await sender.sendMessage(chatId, text, extra)
    } catch (error) {
      if (!isRefusal(error)) throw error
      log.info({ reason: error.description }, 'an admin could not be told')
    }
  }
  await told?.()
}

type Say = (language: Language) => Reply
/** What is told; and what is to be written down once it was. */
type Telling = { say: Say; told?: () => Promise<void> }

/** Undefined where there is nothing left to tell. */
async function tellingOf(
  app: Pick<App, 'db' | 'config' | 'llm'>,
  payload: Payload<'alert'>,
): Promise<Telling | undefined> {
  if ('model' in payload) return { say: modelLines(payload.model) }
  if ('sourceId' in payload) return sourceLines(app.db, payload.sourceId)
  const say = await mistakeReply(app, payload.mistakeId)
  return say && { say }
}

function modelLines({ isAsked, reason }: { isAsked: boolean; reason: string }): Say {
  return (language) => {
    const t = texts[language].model
    const lines: Line[] = isAsked ? [[bold(t.askedAgain)]] : [[bold(t.leftAlone)], [reason], [t.meanwhile]]
    return { lines, buttons: [] }
  }
}

/** Those that fail within so long of each other are told of together: where the network is away, that is all of them. */
const gatheredMs = 30_000
/** However many go on coming. */
const gatheredMaxMs = 5 * 60_000
const toldMax = 10

/** All sources that are newly left alone or asked for, told by the job of the first of them. Undefined for one that was told of, or read again, since. */
async function sourceLines(db: Db, sourceId: number): Promise<Telling | undefined> {
  const untold = await listUntold(db)
  if (!untold.some(({ id }) => id === sourceId)) return undefined
  const ages = untold.map(({ pausedAt }) => Date.now() - pausedAt.getTime())
  const isGathered = Math.min(...ages) >= gatheredMs || Math.max(...ages) >= gatheredMaxMs
  if (untold[0]?.id !== sourceId || !isGathered)
    throw new TooEarlyError('There may be others to be told of', gatheredMs)
  return {
    say: (language) => sourcesReply(untold, language),
    told: async () => {
      await noteTold(
        db,
        untold.map(({ id }) => id),
      )
    },
  }
}

function sourcesReply(untold: Awaited<ReturnType<typeof listUntold>>, language: Language): Reply {
  const t = texts[language].sourceList
  const lines = untold
    .slice(0, toldMax)
    .flatMap(({ name, address, because }): Line[] =>
      because === wishedBecause
        ? [[bold(t.wished(address))], [t.allow(address)]]
        : [[bold(t.paused(name ?? address))], [because], [t.resume(address)]],
    )
  const more = untold.length - toldMax
  return { lines: [...lines, ...(more > 0 ? [[t.morePaused(more)]] : [])], buttons: [] }
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
