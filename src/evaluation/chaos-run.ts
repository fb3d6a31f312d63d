// One run of the chaos: the load, the kills, the wait until nothing is left to do, and the accounts.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '../database/database.ts'
import { startEmbedded } from '../database/embedded.ts'
import { createLog } from '../log.ts'
import { type BotApi, createBotApi } from '../playground/bot-api.ts'
import { embeddedPostgres, keepRunning, khabarProcess, redisProcess } from './chaos-processes.ts'
import { answerHonestly, readPrompt } from './honest-writer.ts'
import { inventArticles, inventQuestions } from './invented.ts'
import { type Model, startModel } from './model-server.ts'
import { runKhabar } from './program.ts'
import { pickOf, sequence } from './sequence.ts'
import { countForAccount, countUndone, makeDigestsDue } from './store.ts'
import { inTemporaryFolder } from './temporary.ts'

export type Chaos = { backend: 'postgres' | 'redis'; seconds: number; seed: number }
export type Account = { kills: Record<string, number>; lines: string[]; faults: string[] }

const token = '7000000001:chaos-token'
const modelDelayMs = 300
const callsAtOnce = 4
/** Each kill waits for the last one's victim to be up again, more or less. */
const killEveryMs = [700, 2_500] as const
const articlesPerBatch = 20
const batchEveryMs = 2_000
const readers = 30
const questionEveryMs = 400
const subscribing = ['/settings Cairo', '/subscribe economy']
/** Recovery without a hand: what is not done by then is lost. */
const settleMaxMs = 180_000

export function runChaos(chaos: Chaos): Promise<Account> {
  return inTemporaryFolder(async (dataDir) => {
    const random = sequence(chaos.seed + 1)
    const api = createBotApi({ token })
    const { apiRoot, close } = await api.listen()
    const model = await startModel((user) => answerHonestly(readPrompt(user)), modelDelayMs)
    const redis = chaos.backend === 'redis' ? await redisProcess(dataDir) : undefined
    const keptRedis = redis && keepRunning('Redis', redis, random)
    const env = {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      OPENAI_BASE_URL: model.baseURL,
      OPENAI_MODEL: 'always-the-same',
      MODEL_CONCURRENCY: String(callsAtOnce),
      LOG_LEVEL: 'silent',
      ...(redis ? { REDIS_URL: redis.url } : {}),
    }
    const embedded = await startEmbedded({ dataDir, log: createLog('silent') })
    const db = openDatabase({ config: embedded.config, recover: () => embedded.ensure() })
    const duties = ['bot', 'worker', 'worker', 'deliver']
    const kept = duties.map((duty) =>
      keepRunning(duty, khabarProcess(['start', duty], { dataDir, env }), random),
    )
    try {
      const load = createLoad({ api, db, dataDir, env })
      await load.subscribe()
      const victims = [...kept, embeddedPostgres(dataDir), ...(keptRedis ? [keptRedis] : [])]
      const stop = new AbortController()
      const loading = load.run(stop.signal)
      const kills: Record<string, number> = {}
      const end = Date.now() + chaos.seconds * 1_000
      while (Date.now() < end) {
        await sleep(killEveryMs[0] + random() * (killEveryMs[1] - killEveryMs[0]))
        const victim = pickOf(random, victims)
        await victim.kill()
        kills[victim.name] = (kills[victim.name] ?? 0) + 1
      }
      stop.abort()
      const asked = await loading
      const settledMs = await untilDone(db, asked.articles)
      return { kills, ...(await closeAccounts({ db, api, model, asked, kills, settledMs })) }
    } finally {
      for (const it of kept) await it.stop()
      await keptRedis?.stop()
      await db.close()
      await embedded.release()
      await model.close()
      await close()
    }
  })
}

type Asked = { articles: number; questions: { chatId: number; text: string }[]; subscribers: number[] }
type LoadNeeds = { api: BotApi; db: Database; dataDir: string; env: Record<string, string> }

function createLoad({ api, db, dataDir, env }: LoadNeeds) {
  const users = Array.from({ length: readers }, (_, n) =>
    api.user({ id: 2_000 + n, first_name: `Reader ${n}`, language_code: 'en' }),
  )
  const subscribers = users.filter((_, n) => n % 2 === 0)
  const questions: Asked['questions'] = []
  const today = new Date().toISOString().slice(0, 10)
  // More than a run has time for.
  const invented = inventArticles(2_000).map((it) => ({ ...it, publishedAt: today }))
  let articles = 0

  /** Repeated until it has worked, as whoever feeds Khabar does: what is there already is no second article. */
  async function loadBatch(batch: number): Promise<void> {
    const some = invented.slice(batch * articlesPerBatch, (batch + 1) * articlesPerBatch)
    if (some.length === 0) return
    const file = path.join(dataDir, `batch-${batch}.jsonl`)
    await writeFile(file, some.map((it) => JSON.stringify(it)).join('\n'))
    articles += some.length
    const load = () => runKhabar(['load', file, '--jsonl'], { dataDir, env })
    await until(() => load().then(() => true))
  }

  async function ask(signal: AbortSignal): Promise<void> {
    const texts = inventQuestions(400)
    for (let n = 0; !signal.aborted; n++) {
      const user = users[n % users.length]
      // Each is another question, so that one can tell which answer is whose.
      const text = `${texts[n % texts.length]} ${n}`
      if (user) {
        questions.push({ chatId: user.id, text })
        api.say(user, text)
      }
      await sleep(questionEveryMs)
    }
  }

  async function feed(signal: AbortSignal): Promise<void> {
    for (let batch = 0; !signal.aborted; batch++) {
      await loadBatch(batch)
      await sleep(batchEveryMs)
    }
  }

  return {
    subscribe: async (): Promise<void> => {
      for (const user of subscribers) for (const words of subscribing) api.say(user, words)
      await until(async () => (await makeDigestsDue(db, 0)) === subscribers.length)
    },
    run: async (signal: AbortSignal): Promise<Asked> => {
      const feeding = feed(signal)
      const asking = ask(signal)
      // The morning comes in the middle of it, for each at another moment.
      await until(async () => (await makeDigestsDue(db, 20)) === subscribers.length)
      await Promise.all([feeding, asking])
      return { articles, questions, subscribers: subscribers.map((it) => it.id) }
    },
  }
}

/** Repeated until it holds: the database may be away just now. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + settleMaxMs
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) return
    await sleep(250)
  }
}

async function untilDone(db: Database, articles: number): Promise<number> {
  const start = Date.now()
  await until(async () => {
    const { stored, ...undone } = await countUndone(db)
    return stored >= articles && Object.values(undone).every((it) => it === 0)
  })
  return Date.now() - start
}

type Closing = {
  db: Database
  api: BotApi
  model: Model
  asked: Asked
  kills: Record<string, number>
  settledMs: number
}

/** What must be so, and what is. A message that Telegram has taken in the moment of a kill may be sent again: one a kill at most. */
async function closeAccounts({
  db,
  api,
  model,
  asked,
  kills,
  settledMs,
}: Closing): Promise<Pick<Account, 'lines' | 'faults'>> {
  const counted = await countForAccount(db)
  const { stored: _, ...undone } = await countUndone(db)
  const left = Object.entries(undone).filter(([, count]) => count > 0)
  const allKills = Object.values(kills).reduce((sum, it) => sum + it, 0)
  const answered = new Set(counted.answered)
  const lostQuestions = asked.questions.filter(({ text }) => !answered.has(text)).length
  const chats = new Set(asked.questions.map((it) => it.chatId))
  const twice = [...chats].reduce((sum, chatId) => sum + Math.max(0, surplus({ api, asked }, chatId)), 0)
  const digests = asked.subscribers.map(
    (chatId) => api.messagesOf(chatId).filter((it) => it.from.is_bot && isDigest(it)).length,
  )
  const lostDigests = digests.filter((it) => it === 0).length
  const digestsTwice = digests.reduce((sum, it) => sum + Math.max(0, it - 1), 0)
  const inFlight = model.answered.length - counted.calls
  const faults = [
    counted.articles === asked.articles
      ? ''
      : `${asked.articles} articles were loaded and ${counted.articles} are stored`,
    counted.repeated === 0 ? '' : `${counted.repeated} articles are stored more than once`,
    counted.unsummarised === 0 ? '' : `${counted.unsummarised} articles lack a summary in one language`,
    left.length === 0
      ? ''
      : `left undone after ${settledMs / 1_000} s: ${left.map(([name, count]) => `${count} ${name}`).join(', ')}`,
    lostQuestions === 0 ? '' : `${lostQuestions} questions have no answer`,
    lostDigests === 0 ? '' : `${lostDigests} digests were not sent`,
    twice + digestsTwice <= allKills
      ? ''
      : `${twice + digestsTwice} messages came twice, of ${allKills} kills`,
    inFlight >= 0 && inFlight <= counted.unsettled * callsPerReservation
      ? ''
      : `the model was asked ${model.answered.length} times, the ledger has ${counted.calls} and ${counted.unsettled} unsettled`,
  ].filter((it) => it !== '')
  return {
    lines: [
      `${counted.articles} of ${asked.articles} articles stored once, ${counted.articles - counted.unsummarised} summarised in both languages`,
      `${asked.questions.length} questions, ${lostQuestions} lost, ${twice} answered twice; ${asked.subscribers.length} digests, ${lostDigests} lost, ${digestsTwice} sent twice (${allKills} kills)`,
      `the model answered ${model.answered.length} times; ledger: ${counted.calls} settled calls, ${counted.unsettled} reservations of unknown outcome stay spent`,
      `all done ${(settledMs / 1_000).toFixed(1)} s after the last kill`,
    ],
    faults,
  }
}

/** The first try, and the one that lists what was wrong with it. */
const callsPerReservation = 2

/** Messages of the bot in a chat beyond one for each question, each digest and each word about the subscription. */
function surplus({ api, asked }: Pick<Closing, 'api' | 'asked'>, chatId: number): number {
  const messages = api.messagesOf(chatId).filter((it) => it.from.is_bot)
  const digests = messages.filter(isDigest).length
  const questions = asked.questions.filter((it) => it.chatId === chatId).length
  const screens = asked.subscribers.includes(chatId) ? subscribing.length : 0
  return messages.length - digests - questions - screens
}

const isDigest = ({ text = '' }: { text?: string }): boolean => /digest: economy/.test(text)
