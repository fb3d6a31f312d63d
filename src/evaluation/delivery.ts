// How close to Telegram's limits messages leave, from one process and from several, beside two limiters that everybody uses. Measured against the local
// Bot API, which refuses what is too much as the real one does.

import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { OutsideError } from '../errors.ts'
import { createBotApi } from '../playground/bot-api.ts'
import { messageRate } from '../playground/limits.ts'
import { type Sending, Sent } from './sending.ts'
import { withTemporaryStore } from './temporary.ts'

export type Delivered = {
  limiter: Sending['limiter']
  processes: number
  sent: number
  /** Of the rate that Telegram allows. */
  share: number
  /** Answers of 429. */
  refused: number
  /** The most that arrived within any second. */
  peak: number
}

const child = path.join(import.meta.dirname, 'sending.ts')
const token = '7000000001:bench-token'

/** Sends to so many chats, shared out among the processes. */
export function measureDelivery(
  limiter: Sending['limiter'],
  { processes, messages }: { processes: number; messages: number },
): Promise<Delivered> {
  return withTemporaryStore(async ({ connection }) => {
    const api = createBotApi({ token, rateLimited: true })
    const { apiRoot, close } = await api.listen()
    try {
      const chats = Array.from({ length: messages }, (_, index) => 1_000 + index)
      // Nobody is written to who has not written first.
      for (const id of chats) api.say(api.user({ id, first_name: `Reader ${id}` }), '/start')
      const share = (index: number) => chats.filter((_, at) => at % processes === index)
      const all = await Promise.all(
        Array.from({ length: processes }, (_, index) =>
          send({ limiter, connection: { ...connection }, apiRoot, token, chats: share(index) }),
        ),
      )
      return { limiter, processes, ...summed(all.flat()) }
    } finally {
      await close()
    }
  })
}

function summed(all: readonly Sent[]): Omit<Delivered, 'limiter' | 'processes'> {
  const times = all
    .filter((it) => it.ok)
    .map((it) => it.at)
    .toSorted((a, b) => a - b)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  let peak = 0
  let from = 0
  for (const [at, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= 1_000) from++
    peak = Math.max(peak, at - from + 1)
  }
  return {
    sent: times.length,
    share: (times.length - 1) / seconds / messageRate.perSecond,
    refused: all.reduce((sum, it) => sum + it.refused, 0),
    peak,
  }
}

async function send(task: Sending): Promise<Sent[]> {
  const run = spawn(process.execPath, [child], { stdio: ['pipe', 'pipe', 'inherit'] })
  const sent: Sent[] = []
  createInterface({ input: run.stdout }).on('line', (line) => void sent.push(Sent.parse(JSON.parse(line))))
  run.stdin.end(JSON.stringify(task))
  const code = await new Promise<number | null>((resolve, reject) => {
    run.on('error', reject)
    run.on('close', resolve)
  })
  if (code !== 0) throw new OutsideError(`A delivering process ended with ${code}`)
  return sent
}
