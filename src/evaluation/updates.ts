// Updates a second through the whole bot, questions that are answered from its store, beside a telegraf bot that only echoes, on the same local Bot API in the
// same run: by polling and by webhook; and what comes of it when thousands of chats ask in the same moment.

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { OutsideError } from '../errors.ts'
import { webhookSecret } from '../bot/webhook.ts'
import { type BotApi, createBotApi } from '../playground/bot-api.ts'
import type { User } from '../playground/message.ts'
import { quantiles } from './quantiles.ts'
import { type Updating, webhookPath } from './updating.ts'

export type Load = {
  /** So many chats, each of which asks again when it has its answer. */
  chats: number
  updates: number
  /** What they ask, in turn. */
  questions: readonly string[]
}

export type Updated = {
  answered: number
  perSecond: number
  p50: number
  p99: number
  /** Resident memory after a quarter of the updates and at the end, in megabytes; 0 where the system does not tell. */
  memory: { early: number; late: number }
}

const token = '7000000001:bench-token'
/** Updates of one run at most, and the number of its first. */
const updatesMax = 1_000_000
let runs = 0

const child = path.join(import.meta.dirname, 'updating.ts')
/** Nobody waits longer for an answer: what is not there by then is lost. */
const lostAfterMs = 180_000

export async function measureUpdates(
  which: Pick<Updating, 'bot' | 'by' | 'dataDir'>,
  load: Load,
): Promise<Updated> {
  // A bot knows the updates that it has had by their numbers: each run gets its own.
  const api = createBotApi({ token, firstUpdateId: (runs += updatesMax) })
  const { apiRoot, close } = await api.listen()
  const run = spawn(process.execPath, [child], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    run.stdin.write(`${JSON.stringify({ ...which, apiRoot, token })}\n`)
    const port = await readyPort(run.stdout)
    const ask = which.by === 'polling' ? bySaying(api) : byCalling(api, port)
    return await drive(api, ask, { ...load, memory: () => residentMegabytes(run.pid ?? 0) })
  } finally {
    run.stdin.end()
    await new Promise((resolve) => void run.once('close', resolve))
    await close()
  }
}

function readyPort(output: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: output })
    lines.on('line', (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
    lines.on('close', () => reject(new OutsideError('The bot ended before it was ready')))
  })
}

type Ask = (user: User, text: string) => void

const bySaying =
  (api: BotApi): Ask =>
  (user, text) =>
    void api.say(user, text)

/** As Telegram calls a webhook: the update in its body, the secret in a header. */
function byCalling(api: BotApi, port: number): Ask {
  let updateId = runs + updatesMax / 2
  const secret = webhookSecret(token)
  const known = new Set<number>()
  return (user, text) => {
    // A bot may write only to whom has written to it.
    if (!known.has(user.id)) api.say(user, '/start')
    known.add(user.id)
    const message = {
      message_id: ++updateId,
      date: Math.floor(Date.now() / 1_000),
      chat: { id: user.id, type: 'private', first_name: user.first_name },
      from: user,
      text,
    }
    void fetch(`http://127.0.0.1:${port}${webhookPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: updateId, message }),
    }).then((response) => response.body?.cancel())
  }
}

async function drive(
  api: BotApi,
  ask: Ask,
  { chats, updates, questions, memory }: Load & { memory: () => Promise<number> },
): Promise<Updated> {
  const users = Array.from({ length: chats }, (_, n) =>
    api.user({ id: 1_000 + n, first_name: `Reader ${n}`, language_code: n % 2 === 0 ? 'ar' : 'en' }),
  )
  const byChat = new Map(users.map((it) => [it.id, it]))
  const askedAt = new Map<number, number>()
  const times: number[] = []
  let [asked, early] = [0, 0]
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const next = (user: User): void => {
    if (asked >= updates) return
    askedAt.set(user.id, performance.now())
    ask(user, questions[asked++ % questions.length] ?? '')
  }
  const stop = api.on('change', (change) => {
    if (change.kind !== 'message' || !change.message.from.is_bot) return
    const since = askedAt.get(change.chatId)
    const user = byChat.get(change.chatId)
    if (since === undefined || !user) return
    askedAt.delete(change.chatId)
    times.push(performance.now() - since)
    if (times.length === Math.floor(updates / 4)) void memory().then((it) => (early = it))
    if (times.length === updates) resolve()
    else next(user)
  })
  const start = performance.now()
  for (const user of users) next(user)
  const late = new Promise<void>((lost) => setTimeout(lost, lostAfterMs).unref())
  await Promise.race([done, late])
  stop()
  const took = (performance.now() - start) / 1_000
  return {
    answered: times.length,
    perSecond: times.length / took,
    ...quantiles(times),
    memory: { early, late: await memory() },
  }
}

/** Linux alone tells it as a file; 0 elsewhere. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024)
}
