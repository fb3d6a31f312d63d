// `npm start`: everything in one process. Says what was loaded, where to talk to it, what is missing and what to do next.

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app.ts'
import { loadDraft } from '../articles/load.ts'
import { readSamples } from '../articles/samples.ts'
import { countAll } from '../articles/store.ts'
import { createBot } from '../bot/bot.ts'
import type { BotNeeds } from '../bot/chat.ts'
import { startPolling } from '../bot/polling.ts'
import { startWebhook, type WebhookSettings } from '../bot/webhook.ts'
import { moveChat, retireChat, type Server } from '../chats/store.ts'
import { createPace } from '../delivery/pace.ts'
import { Sender } from '../delivery/sender.ts'
import { UsageError } from '../errors.ts'
import { version } from '../project.ts'
import { playgroundUsers } from '../playground/people.ts'
import { startPlayground } from '../playground/playground.ts'
import { findDigestTime } from '../subscriptions/store.ts'
import { summarizeOnce } from '../queue.ts'
import { listSources } from '../sources/store.ts'
import type { Command, Program } from './command.ts'

/** What a process does; without a role all of it. Any number of each may run: the queue and the tables share the work out. */
const roles = {
  bot: { receives: true, delivers: true, works: false, schedules: false },
  worker: { receives: false, delivers: false, works: true, schedules: true },
  deliver: { receives: false, delivers: true, works: false, schedules: false },
  scheduler: { receives: false, delivers: false, works: false, schedules: true },
} as const
type Duties = { [Duty in keyof (typeof roles)['bot']]: boolean }
const everything: Duties = { receives: true, delivers: true, works: true, schedules: true }
const isRole = (word: string): word is keyof typeof roles => Object.hasOwn(roles, word)

/** Jobs at a time without a model: reading an article is work for a core; asking a model is waiting, and has a setting of its own. */
const offlineConcurrency = 2
/** How long start waits for the worker to read the samples before it says so; they go on being read. */
const samplesWaitMs = 10_000
const lingerMs = 100

export const start: Command = {
  name: 'start',
  usage: '[bot|worker|deliver|scheduler]',
  options: {},
  run: async ({ positionals }, program) => {
    const [role, ...others] = positionals
    if (others.length > 0 || (role !== undefined && !isRole(role)))
      throw new UsageError(`Usage: khabar start ${start.usage}`)
    if (role === 'deliver' && !program.config.telegram)
      throw new UsageError('khabar start deliver sends through Telegram: set TELEGRAM_BOT_TOKEN')
    const stopping = stopSignal()
    const opened = await program.openApp()
    const running: (() => Promise<void>)[] = [() => opened.close()]
    try {
      const app = await withOperations(opened, running)
      await run(app, program, role === undefined ? everything : roles[role], { running, stopping })
    } finally {
      for (const close of running.toReversed()) await close()
      // What is in hand even now (a model that thinks, a call that hangs) is done by whoever runs next: the tables know of it.
      setTimeout(() => process.exit(), lingerMs).unref()
    }
    return true
  },
}

/** Health and metrics, where a port is set for them. */
async function withOperations(app: App, running: (() => Promise<void>)[]): Promise<App> {
  const { operations, zone } = app.config
  if (!operations) return app
  const [{ createMetrics }, { startOperations }] = await Promise.all([
    import('../operations/metrics.ts'),
    import('../operations/server.ts'),
  ])
  const metrics = createMetrics()
  const { close } = await startOperations({ ...app, metrics, zone }, operations)
  running.push(close)
  return { ...app, metrics }
}

type Stage = { running: (() => Promise<void>)[]; stopping: AbortSignal }

async function run(
  app: App,
  program: Program,
  { receives, delivers, works, schedules }: Duties,
  { running, stopping }: Stage,
) {
  if (works) {
    const worker = await program.startWorker(app)
    running.push(() => worker.close())
  }
  if (schedules) {
    const schedule = await program.startSchedule(app)
    running.push(async () => schedule.stop())
  }
  say(`Khabar ${version}`)
  const { telegram, playground, adminIds } = app.config
  if (receives) await loadSamples(app, stopping)
  if (telegram && delivers) {
    const service = { server: 'telegram', ...telegram, adminIds } as const
    running.push(await serve(app, program, service, { stopping, receives }))
  }
  if (receives) {
    const url = playground
      ? await servePlayground(app, program, playground.port, { running, stopping })
      : undefined
    if (!stopping.aborted) for (const line of await situation(app, url)) say(line)
  } else say('Working. Ctrl-C stops.')
  if (!stopping.aborted) await once(stopping, 'abort')
  say('Stopping: what is in hand is finished first.')
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Samples are for a first look: never beside a real bot or real sources or articles. A start that was killed has left some out. */
async function loadSamples(app: App, stopping: AbortSignal): Promise<void> {
  const { articles, samples } = await countAll(app.db)
  if (articles > samples || app.config.telegram || (await listSources(app.db)).length > 0) return
  for await (const { draft, sample } of readSamples()) {
    if (stopping.aborted) return
    // Also for what is there already: whoever stored it may have died before it was queued.
    const { revisionId } = await loadDraft(app.db, draft, sample)
    await app.enqueue('summarize', { revisionId }, summarizeOnce(revisionId, app.llm !== undefined))
  }
  const deadline = Date.now() + samplesWaitMs
  while (!stopping.aborted && Date.now() < deadline && (await countAll(app.db)).unfinished > 0)
    await sleep(50)
  // Whoever looks round in the first minute finds them in their stories, and in a digest.
  await app.enqueue('stories', {}, `samples-${Date.now()}`)
}

async function servePlayground(
  app: App,
  program: Program,
  port: number,
  { running, stopping }: Stage,
): Promise<string> {
  const token = `100:${randomBytes(24).toString('base64url')}`
  const playground = await startPlayground({
    port,
    token,
    adminIds: app.config.adminIds,
    moveClock: (chatId) => moveClock(app, chatId),
    log: app.log,
  })
  running.push(() => playground.close())
  const { apiRoot, url } = playground
  const adminIds = [...app.config.adminIds, playgroundUsers.admin.id]
  const service = { server: 'playground', token, apiRoot, adminIds } as const
  running.push(await serve(app, program, service, { stopping, receives: true }))
  return url
}

/** The next digest of a chat of the playground is made now, as it would be then. */
async function moveClock(app: App, chatId: number): Promise<{ at: Date; zone: string } | null> {
  const { nextAt, zone } = (await findDigestTime(app.db, { server: 'playground', chatId })) ?? {}
  if (!nextAt || !zone) return null
  const at = nextAt.getTime()
  await app.enqueue('digest', { playgroundAt: at }, `playground-${chatId}-${at}`)
  return { at: nextAt, zone }
}

type Service = {
  server: Server
  token: string
  apiRoot: string
  adminIds: readonly number[]
  /** Undefined: updates are asked for. */
  webhook?: WebhookSettings | undefined
}

/** One bot on one server. Chats of the playground and of Telegram are never mixed up: each is served by its own. */
async function serve(
  app: App,
  program: Program,
  { server, token, apiRoot, adminIds, webhook }: Service,
  {
    stopping,
    receives,
  }: { stopping: AbortSignal; /** Updates too; without, it only sends. */ receives: boolean },
): Promise<() => Promise<void>> {
  const sender = new Sender(token, apiRoot, {
    pace: createPace(app.db, server),
    log: app.log,
    metrics: app.metrics,
    onGone: async (chatId, because) => void (await retireChat(app.db, { server, chatId }, because)),
    onMoved: (chatId, toId) => moveChat(app.db, { server, chatId }, toId),
  })
  const receiving = receives ? await receive() : undefined
  const delivery = await program.startDelivery(app, server, sender)
  return async () => {
    await Promise.all([receiving?.close(), delivery.close()])
  }

  function receive() {
    const needs: BotNeeds = { ...app, server, adminIds }
    const bot = createBot(token, sender, needs)
    const receiver = { bot, sender, db: app.db, server, log: app.log, signal: stopping }
    return webhook ? startWebhook({ ...receiver, token, webhook }) : startPolling(receiver)
  }
}

async function situation({ db, config }: App, url: string | undefined): Promise<string[]> {
  const { articles, arabic, english, samples, statements, summaries, unfinished } = await countAll(db)
  const stored = `${articles} articles (${arabic} Arabic, ${english} English), ${statements} statements, ${summaries} summarised${unfinished > 0 ? `, ${unfinished} waiting` : ''}`
  return [
    `Stored:      ${stored}`,
    ...(samples > 0
      ? [
          `             ${samples} of them are samples: most tell of invented people. Remove them: npx khabar samples remove`,
        ]
      : []),
    ...(url === undefined ? [] : [`Playground:  ${url}  (open it in a browser and ask: ماذا قال بيسكوف؟)`]),
    config.telegram
      ? `Telegram:    connected${config.telegram.webhook ? `; ${config.telegram.webhook.url} must lead to ${config.telegram.webhook.host}:${config.telegram.webhook.port}` : ''}`
      : 'Telegram:    no TELEGRAM_BOT_TOKEN. Get one from @BotFather, put it into .env, start again.',
    config.model
      ? `Model:       ${config.model.name}`
      : 'Model:       none: summaries are excerpts, nothing is translated. Set OPENAI_API_KEY or OPENAI_BASE_URL for more.',
    'Next:        npx khabar load URL-OR-FILE … · npx khabar sources add FEED · npx khabar help',
    'Ctrl-C stops.',
  ]
}

/** Aborted when we are asked to stop, or whoever started us is gone; a second SIGINT ends at once. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.on('SIGINT', () => (stopping.signal.aborted ? process.exit(130) : stop()))
  // They may come twice, from a supervisor that sends them to all its processes and from bin/khabar.js.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.once('disconnect', stop)
  process.channel?.unref()
  return stopping.signal
}

/**
 * Half as many jobs again as calls to the model at once: what the queue and the checks take is done while others wait for an answer, and a slow model
 * does not hold up what needs none. Who waits at the gate waits for one call at most, which is shorter than a claim (articles/store.ts).
 */
export const workerConcurrency = ({ config }: Pick<App, 'config'>): number =>
  config.model === undefined ? offlineConcurrency : Math.ceil(config.model.concurrency * 1.5) + 1
