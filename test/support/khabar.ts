// Khabar as it runs, for a test: a real database and queue, and the local Bot API for Telegram.

import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'
import { analyseRevision } from '../../jobs/summarize.ts'
import type { App } from '../../src/app.ts'
import type { Draft } from '../../src/articles/article.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { createBot } from '../../src/bot/bot.ts'
import type { BotNeeds } from '../../src/bot/chat.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { moveChat, retireChat, type Server } from '../../src/chats/store.ts'
import { readConfig } from '../../src/config.ts'
import type { Pace } from '../../src/delivery/pace.ts'
import { Sender } from '../../src/delivery/sender.ts'
import { createLog } from '../../src/log.ts'
import { type BotApi, createBotApi } from '../../src/playground/bot-api.ts'
import type { Message } from '../../src/playground/message.ts'
import { openQueue, type QueueStore } from '../../src/queue.ts'
import { createFetcher } from '../../src/sources/fetch.ts'
import { withoutMarks } from '../../src/texts/message.ts'
import { type TestDatabase, useDatabase } from './database.ts'

export const adminId = 77

export type TestApp = App & { db: TestDatabase }

/** An app on a database of its own, its queue in the same Postgres. Nothing works on the queue unless the test does. */
export async function useApp(settings: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const db = await useDatabase()
  const config = readConfig({ TIME_ZONE: 'UTC', ADMIN_IDS: String(adminId), ...settings }, '/tmp')
  const queue = await openQueue(await queuePlace(db), () => {})
  afterAll(() => queue.close())
  return {
    config,
    db,
    queue,
    enqueue: queue.enqueue,
    llm: undefined,
    fetcher: createFetcher({ allowPrivate: true }),
    log: createLog('silent'),
  }
}

/** The same Postgres, or an empty database of the run's Redis for this worker of the test runner. */
async function queuePlace({ databaseConfig }: TestDatabase): Promise<QueueStore> {
  if (inject('queueOn') === 'postgres') return { kind: 'postgres', config: databaseConfig }
  const url = `${inject('redisUrl')}/${process.env['VITEST_POOL_ID'] ?? '1'}`
  const redis = new Redis(url)
  await redis.flushdb()
  redis.disconnect()
  return { kind: 'redis', url }
}

/** Stores articles as `khabar load` does: with their statements and offline summaries. */
export async function store(app: Pick<TestApp, 'db'>, ...drafts: Draft[]): Promise<void> {
  for (const draft of drafts) {
    const { revisionId } = await loadDraft(app.db, draft)
    await analyseRevision(app, revisionId)
  }
  // As the job that looks for stories does; tests of stories run that.
  await app.db.write`update articles set ready_at = loaded_at where ready_at is null`
}

const token = '7000000001:test-token'

type Patience = { sendTimeoutMs?: number; pollTimeoutMs?: number; pace?: Pace }

/** Nobody waits for a turn: tests of the pace make their own. */
export const withoutWaiting = (): Pace => ({ turn: async () => {}, hold: async () => {} })

/** The bot on a Bot API of its own. `stop` ends the polling as Ctrl-C does; `start` begins it again. */
export async function useBot(
  app: App,
  {
    server = 'telegram',
    sendTimeoutMs,
    pollTimeoutMs,
    pace = withoutWaiting(),
  }: Patience & { server?: Server } = {},
) {
  const api = createBotApi({ token })
  const { apiRoot, close } = await api.listen()
  const sender = new Sender(token, apiRoot, {
    pace,
    log: app.log,
    onGone: async (chatId, because) => void (await retireChat(app.db, { server, chatId }, because)),
    onMoved: (chatId, toId) => moveChat(app.db, { server, chatId }, toId),
    ...(sendTimeoutMs === undefined ? {} : { timeoutMs: sendTimeoutMs }),
  })
  let polling = await start()
  afterAll(async () => {
    await polling.close()
    await close()
  })

  return {
    api,
    sender,
    restart: async () => {
      await polling.close()
      polling = await start()
    },
    stop: () => polling.close(),
    start: async () => void (polling = await start()),
  }

  async function start() {
    const needs: BotNeeds = { ...app, server, adminIds: app.config.adminIds }
    const bot = createBot(token, sender, needs)
    const patience = pollTimeoutMs === undefined ? {} : { pollTimeoutMs }
    return startPolling({ bot, sender, db: app.db, server, log: app.log, ...patience })
  }
}

const answerTimeoutMs = 10_000

type User = ReturnType<BotApi['user']>

/** Says something and comes back with what the bot sends to that chat next. */
export async function say(api: BotApi, user: User, text: string): Promise<Message> {
  api.say(user, text)
  return nextMessage(api, user.id)
}

/** Taps a button and comes back with the bot's next message, new or edited. */
export async function tap(api: BotApi, user: User, message: Message, label: string): Promise<Message> {
  api.tap(user, message, label)
  return nextMessage(api, user.id)
}

/** The bot's next message to a chat, new or edited. */
export async function nextMessage(api: BotApi, chatId: number): Promise<Message> {
  const call = await api.waitFor(
    ({ method, message }) => /^(?:sendMessage|editMessageText)$/i.test(method) && message?.chat.id === chatId,
    answerTimeoutMs,
  )
  if (!call.message) throw new Error('a message was awaited')
  return call.message
}

/** What a reader reads: the text without marks for direction. */
export const read = (message: Message): string => withoutMarks(message.text ?? '')

/** What an entity of a message covers. */
export function covered(message: Message, type: string): string[] {
  return (message.entities ?? [])
    .filter((it) => it.type === type)
    .map((it) => (message.text ?? '').slice(it.offset, it.offset + it.length))
}

export const labels = (message: Message): string[][] =>
  (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map((it) => it.text))
