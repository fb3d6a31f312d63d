// One delivering process of `npm run bench -- deliver`: sends messages to its share of the chats as fast as its limiter lets it, and says when each has
// arrived or was refused. Its task comes as JSON on its standard input.

import { text as textOf } from 'node:stream/consumers'
import Bottleneck from 'bottleneck'
import PQueue from 'p-queue'
import { TelegramError } from 'telegraf'
import { z } from 'zod'
import { openDatabase } from '../database/database.ts'
import { createPace, type Pace } from '../delivery/pace.ts'
import { Sender } from '../delivery/sender.ts'
import { messageRate } from '../playground/limits.ts'
import { createLog } from '../log.ts'

export const Sending = z.object({
  limiter: z.enum(['khabar', 'bottleneck', 'p-queue']),
  connection: z.looseObject({}),
  apiRoot: z.string(),
  token: z.string(),
  chats: z.array(z.number()),
})
export type Sending = z.infer<typeof Sending>

/** A line a message: when it was settled (ms since 1970), and whether Telegram took it. */
export const Sent = z.object({ at: z.number(), ok: z.boolean(), refused: z.number() })
export type Sent = z.infer<typeof Sent>

const unpaced: Pace = { turn: async () => {}, hold: async () => {} }

async function run({ limiter, connection, apiRoot, token, chats }: Sending): Promise<void> {
  const db = openDatabase({ config: connection })
  let refused = 0
  const log = { ...createLog('silent'), warn: () => void refused++ }
  const pace = limiter === 'khabar' ? createPace(db, 'telegram') : unpaced
  const { bulk } = new Sender(token, apiRoot, { pace, log, onGone: async () => {} })
  const send = async (chatId: number): Promise<void> => {
    const before = refused
    try {
      await bulk.sendMessage(chatId, 'خبر')
      print({ at: Date.now(), ok: true, refused: refused - before })
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error
      print({ at: Date.now(), ok: false, refused: refused - before })
    }
  }
  await limiters[limiter](chats, send)
  await db.close()
}

type Send = (chatId: number) => Promise<void>

/** Each as its documentation has it for "so many in a second". */
const limiters: Record<Sending['limiter'], (chats: readonly number[], send: Send) => Promise<unknown>> = {
  khabar: async (chats, send) => {
    const waiting = [...chats]
    // As many at once as a delivering process has in hand.
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let chat = waiting.shift(); chat !== undefined; chat = waiting.shift()) await send(chat)
      }),
    )
  },
  bottleneck: (chats, send) => {
    const { perSecond } = messageRate
    const queue = new Bottleneck({
      reservoir: perSecond,
      reservoirRefreshAmount: perSecond,
      reservoirRefreshInterval: 1_000,
    })
    return Promise.all(chats.map((chat) => queue.schedule(() => send(chat))))
  },
  'p-queue': (chats, send) => {
    const queue = new PQueue({ interval: 1_000, intervalCap: messageRate.perSecond })
    return Promise.all(chats.map((chat) => queue.add(() => send(chat))))
  },
}

const print = (sent: Sent): void => void process.stdout.write(`${JSON.stringify(sent)}\n`)

if (import.meta.main) await run(Sending.parse(JSON.parse(await textOf(process.stdin))))
