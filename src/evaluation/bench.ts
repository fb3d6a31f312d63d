// `npm run bench [-- [--full] loading asking summarising scale statements updates growth deliver]`: how fast the whole program is, each figure as a ratio to a floor that is measured in
// the same run on the same machine. Nobody's figures of another machine are compared with.

import { availableParallelism, loadavg } from 'node:os'
import type { ClientConfig } from 'pg'
import type { Db } from '../database/database.ts'
import { UsageError } from '../errors.ts'
import { measureDelivery } from './delivery.ts'
import { runEntry } from './entry.ts'
import { measureGrowth } from './growth.ts'
import { measureAsking } from './asking.ts'
import { inventQuestions } from './invented.ts'
import { messageRate } from '../playground/limits.ts'
import { loadInvented } from './loading.ts'
import { measureLongArticle, measureSpeed } from './speed.ts'
import { measureSummarising, modelDelayMs } from './summarising.ts'
import { insertBare, multiplyStore } from './store.ts'
import { inTemporaryFolder, withTemporaryStore } from './temporary.ts'
import { measureUpdates } from './updates.ts'

const loadedArticles = 2_000
const askedQuestions = 200
/** The loaded articles over and over, by the same hundred people. */
const grownTo = [10_000, 100_000]
/** With `--full`: half an hour and some 40 GB of disk. */
const grownFully = 1_000_000
/** Calls at once (MODEL_CONCURRENCY), and how many articles tell enough in reasonable time. */
const modelRuns = [
  { concurrency: 1, articles: 40 },
  { concurrency: 8, articles: 240 },
  { concurrency: 32, articles: 640 },
] as const

const benches = [
  'loading',
  'asking',
  'summarising',
  'scale',
  'statements',
  'updates',
  'growth',
  'deliver',
] as const

async function main(words: readonly string[]): Promise<void> {
  const isFull = words.includes('--full')
  const wanted = words.filter((it) => it !== '--full')
  const unknown = wanted.filter((name) => !benches.some((it) => it === name))
  if (unknown.length > 0)
    throw new UsageError(`There is no bench "${unknown.join('", "')}". Benches: ${benches.join(', ')}`)
  const [load = 0] = loadavg()
  // Ours is work for a core, some floors are waiting for a disk or a clock: others' work moves the ratios too.
  if (load > availableParallelism())
    process.stderr.write(
      `The machine is busy (load ${load.toFixed(1)} on ${availableParallelism()} cores): the ratios are too low.\n`,
    )
  const has = (name: (typeof benches)[number]) => wanted.length === 0 || wanted.includes(name)
  if (has('loading') || has('asking')) await benchStore(has('loading'), has('asking') && { isFull })
  for (const { name, run } of others) if (has(name)) await run()
}

/** Those that share nothing with each other. */
const others: { name: (typeof benches)[number]; run: () => Promise<void> }[] = [
  { name: 'summarising', run: benchSummarising },
  { name: 'scale', run: benchScale },
  { name: 'statements', run: benchStatements },
  { name: 'updates', run: benchUpdates },
  { name: 'deliver', run: benchDelivery },
  { name: 'growth', run: benchGrowth },
]

async function benchGrowth(): Promise<void> {
  for (const { name, ratio } of measureGrowth())
    say('growth', `${name}: eight times the text takes ${ratio.toFixed(1)} times the time; floor 8`)
}

function benchStore(loading: boolean, asking: false | { isFull: boolean }): Promise<void> {
  return withTemporaryStore(async ({ db, dataDir, connection }) => {
    const times = await loadInvented(dataDir, loadedArticles)
    if (loading) {
      const ours = rate(times)
      const [early, late] = [times.slice(0, times.length / 4), times.slice((times.length * 3) / 4)]
      const bare = await insertBare(connection)
      const floor = bare.articles / seconds(bare.ms)
      say(
        'loading',
        `${ours.toFixed(0)} articles/s of ${times.length} (first quarter ${rate(early).toFixed(0)}, last ${rate(late).toFixed(0)}); bare inserts of the same ${bare.rows} rows ${floor.toFixed(0)} articles/s; ratio ${(ours / floor).toFixed(3)}`,
      )
    }
    if (!asking) return
    await benchAsking(db, connection, times.length)
    let stored = times.length
    for (const articles of [...grownTo, ...(asking.isFull ? [grownFully] : [])]) {
      await multiplyStore(db, connection, articles / stored - 1)
      stored = articles
      await benchAsking(db, connection, stored)
    }
  })
}

async function benchAsking(db: Db, connection: ClientConfig, articles: number): Promise<void> {
  const { ours, plain, floor, indexes } = await measureAsking(db, connection)
  const told = ({ p50, p99, right }: typeof ours) =>
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, right ${right.toFixed(3)}`
  const sized = ({ ms, megabytes }: typeof indexes.ours) =>
    `${megabytes.toFixed(0)} MB in ${seconds(ms).toFixed(1)} s`
  say(
    'asking',
    `${articles} articles: ${told(ours)}; plain full-text search ${told(plain)}; ratio p50 ${(ours.p50 / plain.p50).toFixed(1)}; select 1 p50 ${floor.p50.toFixed(2)} ms; index of statements ${sized(indexes.ours)}, the plain one ${sized(indexes.plain)}`,
  )
}

/** Between the first and the last, so that the start of a process is not counted. */
const rate = (times: readonly number[]): number =>
  (times.length - 1) / seconds((times.at(-1) ?? 0) - (times[0] ?? 0))

/** Some minutes: as many messages as a morning's digests of a small bot. */
async function benchDelivery(): Promise<void> {
  for (const [limiter, processes] of deliveries) {
    const { sent, share, refused, peak } = await measureDelivery(limiter, {
      processes,
      messages: sentMessages,
    })
    say(
      'deliver',
      `${limiter}, ${processes} ${processes === 1 ? 'process' : 'processes'}: ${sent} of ${sentMessages} sent, ${(share * 100).toFixed(0)} % of Telegram's ${messageRate.perSecond} a second, ${refused} answers of 429, at most ${peak} within a second`,
    )
  }
}

const sentMessages = 2_000
const deliveries = [
  ['khabar', 1],
  ['khabar', 3],
  ['bottleneck', 1],
  ['p-queue', 1],
] as const

async function benchSummarising(): Promise<void> {
  for (const run of modelRuns) await inTemporaryFolder((dataDir) => summariseOnce(dataDir, run))
}

async function summariseOnce(dataDir: string, run: (typeof modelRuns)[number]): Promise<void> {
  const { perSecond, calls } = await measureSummarising(dataDir, { ...run, workers: 1 })
  const ideal = run.concurrency / seconds(modelDelayMs)
  say(
    'summarising',
    `${perSecond.toFixed(2)} articles/s, a model of ${modelDelayMs} ms; ideal ${run.concurrency} at once ${ideal.toFixed(2)} articles/s; ratio ${(perSecond / ideal).toFixed(3)}; ${(calls / run.articles).toFixed(2)} calls an article`,
  )
}

const workersOfScale = [1, 2, 4, 8]
/** MODEL_CONCURRENCY of each, and articles enough for some twenty seconds of all. */
const callsOfEach = 8
const articlesOfEach = 160

/** Several machines, as processes on this one: each asks the model so many times at once. */
async function benchScale(): Promise<void> {
  let alone = 0
  for (const workers of workersOfScale) {
    const { perSecond } = await inTemporaryFolder((dataDir) =>
      measureSummarising(dataDir, { workers, concurrency: callsOfEach, articles: articlesOfEach * workers }),
    )
    alone ||= perSecond
    say(
      'scale',
      `${workers} ${workers === 1 ? 'worker' : 'workers'} of ${callsOfEach} calls: ${perSecond.toFixed(1)} articles/s; ${workers} times one alone ${(alone * workers).toFixed(1)}; ratio ${(perSecond / (alone * workers)).toFixed(3)}; ${availableParallelism()} cores for all of them, the database and the model`,
    )
  }
}

const chatsOfUpdates = 32
const updatesOfEach = 4_000
const burstChats = 5_000

async function benchUpdates(): Promise<void> {
  await inTemporaryFolder(async (dataDir) => {
    await loadInvented(dataDir, loadedArticles)
    const questions = inventQuestions(askedQuestions).map((it) => it.text)
    for (const by of ['polling', 'webhook'] as const) {
      const load = { chats: chatsOfUpdates, updates: updatesOfEach, questions }
      const ours = await measureUpdates({ bot: 'khabar', by, dataDir }, load)
      const floor = await measureUpdates({ bot: 'echo', by, dataDir }, load)
      say(
        'updates',
        `${by}, ${chatsOfUpdates} chats: ${ours.answered} of ${updatesOfEach} answered, ${ours.perSecond.toFixed(0)}/s, p50 ${ours.p50.toFixed(0)} ms, p99 ${ours.p99.toFixed(0)} ms, memory ${ours.memory.early} then ${ours.memory.late} MB; a telegraf echo ${floor.perSecond.toFixed(0)}/s, p99 ${floor.p99.toFixed(0)} ms; ratio ${(ours.perSecond / floor.perSecond).toFixed(3)}`,
      )
    }
    const burst = { chats: burstChats, updates: burstChats, questions }
    const { answered, perSecond, p99 } = await measureUpdates(
      { bot: 'khabar', by: 'polling', dataDir },
      burst,
    )
    say(
      'updates',
      `${burstChats} chats in the same moment: ${answered} answered, ${perSecond.toFixed(0)}/s, the last after ${(p99 / 1_000).toFixed(1)} s (p99)`,
    )
  })
}

function benchStatements(): Promise<void> {
  const folder = process.env['EVAL_DATA']
  const language = { ar: 'Arabic', en: 'English' }
  return inTemporaryFolder(async (dataDir) => {
    for (const it of ['ar', 'en'] as const) {
      const { megabytes, warm, command, floor } = await measureSpeed(it, { dataDir, folder })
      say(
        'statements',
        `${language[it]}: ${warm.toFixed(2)} MB/s warm, ${command.toFixed(2)} MB/s the whole command on ${megabytes.toFixed(1)} MB; cutting into sentences and words ${floor.toFixed(2)} MB/s; ratio ${(warm / floor).toFixed(3)}`,
      )
      const ratio = await measureLongArticle(it, folder)
      say(
        'statements',
        `${language[it]}: one article of 1 MB takes ${ratio.toFixed(2)} times the time of as much in many`,
      )
    }
  })
}

const seconds = (ms: number): number => ms / 1_000
const say = (name: string, line: string): void => void process.stdout.write(`${name.padEnd(12)} ${line}\n`)

await runEntry(main)
