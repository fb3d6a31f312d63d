// A Khabar that is to be killed: a bot, two workers and a sender on an embedded Postgres, a queue on it or on a Redis, a local Bot API and a model. And the killer.

import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { type Database, openDatabase } from '../database/database.ts'
import { startEmbedded } from '../database/embedded.ts'
import { createLog } from '../log.ts'
import { type BotApi, createBotApi } from '../playground/bot-api.ts'
import type { User } from '../playground/message.ts'
import type { QueueStore } from '../queue.ts'
import {
  cutPassage,
  embeddedPostgres,
  keepRunning,
  khabarProcess,
  redisProcess,
  type Victim,
} from './chaos-processes.ts'
import { answerHonestly, readPrompt } from './honest-writer.ts'
import { type Model, startModel } from './model-server.ts'
import { openPassage, type Passage } from './passage.ts'
import { pickOf, sequence } from './sequence.ts'
import { countDue, countUndone } from './store.ts'
import { inTemporaryFolder } from './temporary.ts'

export type Chaos = { backend: 'postgres' | 'redis'; seconds: number; seed: number }
export type Account = { kills: Kills; lines: string[]; faults: string[] }
/** By what was killed. */
export type Kills = Record<string, number>
type Pause = readonly [least: number, most: number]

export type Stage = {
  api: BotApi
  db: Database
  model: Model
  queueStore: QueueStore
  dataDir: string
  env: Record<string, string>
  /** Kills one after the other until it is stopped, with a pause by chance between so many milliseconds; answers how often what was killed. */
  startKilling: (everyMs: Pause) => { stop: () => Promise<Kills> }
}

const token = '7000000001:chaos-token'
const modelDelayMs = 300
const callsAtOnce = 4
const duties = ['bot', 'worker', 'worker', 'deliver']

export function onStage<Result>(
  { backend, seed }: Pick<Chaos, 'backend' | 'seed'>,
  play: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  return inTemporaryFolder(async (dataDir) => {
    const random = sequence(seed + 1)
    const api = createBotApi({ token })
    const { apiRoot, close } = await api.listen()
    const model = await startModel((user) => answerHonestly(readPrompt(user)), modelDelayMs)
    const toTelegram = await passageTo(apiRoot)
    const toModel = await passageTo(model.baseURL)
    const redis = backend === 'redis' ? await redisProcess(dataDir) : undefined
    const keptRedis = redis && keepRunning('Redis', redis, random)
    const env = {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: toTelegram.url,
      OPENAI_BASE_URL: toModel.url,
      OPENAI_MODEL: 'always-the-same',
      MODEL_CONCURRENCY: String(callsAtOnce),
      LOG_LEVEL: 'silent',
      ...(redis ? { REDIS_URL: redis.url } : {}),
    }
    const embedded = await startEmbedded({ dataDir, log: createLog('silent') })
    const db = openDatabase({ config: embedded.config, recover: () => embedded.ensure() })
    const kept = duties.map((duty) =>
      keepRunning(duty, khabarProcess(['start', duty], { dataDir, env }), random),
    )
    const victims = [
      ...kept,
      embeddedPostgres(dataDir),
      ...(keptRedis ? [keptRedis] : []),
      cutPassage('the way to Telegram', toTelegram, random),
      cutPassage('the way to the model', toModel, random),
    ]
    try {
      return await play({
        api,
        db,
        model,
        queueStore: storeOf(embedded.config, redis?.url),
        dataDir,
        env,
        startKilling: (everyMs) => startKilling({ victims, random, everyMs }),
      })
    } finally {
      for (const it of kept) await it.stop()
      await keptRedis?.stop()
      await db.close()
      await embedded.release()
      await toModel.down()
      await toTelegram.down()
      await model.close()
      await close()
    }
  })
}

/** The same address by a way that can be cut. */
async function passageTo(address: string): Promise<Passage & { url: string }> {
  const url = new URL(address)
  const passage = await openPassage({ host: url.hostname, port: Number(url.port) })
  url.port = String(passage.port)
  return { ...passage, url: url.href.replace(/\/$/, '') }
}

const storeOf = (config: ClientConfig, redisUrl: string | undefined): QueueStore =>
  redisUrl === undefined ? { kind: 'postgres', config } : { kind: 'redis', url: redisUrl }

type Killing = { victims: readonly Victim[]; random: () => number; everyMs: Pause }

function startKilling({ victims, random, everyMs: [least, most] }: Killing): { stop: () => Promise<Kills> } {
  const stopping = new AbortController()
  const kills: Kills = {}
  const killing = kill()
  return {
    stop: async () => {
      stopping.abort()
      await killing
      return kills
    },
  }

  async function kill(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(least + random() * (most - least))
      const victim = pickOf(random, victims)
      await victim.kill()
      kills[victim.name] = (kills[victim.name] ?? 0) + 1
    }
  }
}

export const countKills = (kills: Kills): number => Object.values(kills).reduce((sum, it) => sum + it, 0)

/** Recovery without a hand: what is not done by then is lost. */
const settleMaxMs = 180_000

/** Looked at again until it holds, or for so long: the database may be away just now. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + settleMaxMs
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) return
    await sleep(250)
  }
}

const subscribing = ['/settings Cairo', '/subscribe economy']
/** Messages of the bot that subscribing brings. */
export const screensOfSubscribing = subscribing.length

/** The digests that have arrived in a chat. */
export const digestsIn = (api: BotApi, chatId: number): number =>
  api.messagesOf(chatId).filter((it) => it.from.is_bot && /digest: economy/.test(it.text ?? '')).length

/** Of a digest a day; comes back when that is handled to the end. */
export async function subscribeAll(
  { api, db }: Pick<Stage, 'api' | 'db'>,
  users: readonly User[],
): Promise<void> {
  for (const user of users) for (const words of subscribing) api.say(user, words)
  await untilSubscribed(db, users.length)
}

/**
 * So many chats have subscribed, and what they wrote is handled to the end: a bot that is killed before it has noted that handles it again, and sets the
 * next digest to tomorrow as it did the first time.
 */
function untilSubscribed(db: Database, chats: number): Promise<void> {
  return until(async () => (await countDue(db)) === chats && (await countUndone(db)).unhandled === 0)
}
