// How fast messages may leave, as Telegram's FAQ has it: about 30 a second over all, one a second to a chat (short bursts
// are let through), 20 a minute to a group. Evenly spaced: a reservoir of 30 lets 60 out within a second (measured). The turns are
// rows of the database, so that the limits hold for all processes together.

import type { Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { holdTurns, type Limit, takeFreeTurn, takeTurn } from './store.ts'

/** Below 30, so that our clock and Telegram's need not agree; who comes late by up to one turn may make up for it. */
const overall: Limit = { refillMs: 1000 / 28, burst: 1, slackMs: 1000 / 28 }
const privateChat: Limit = { refillMs: 1_000, burst: 3, slackMs: 0 }
const group: Limit = { refillMs: 4_000, burst: 5, slackMs: 0 }

/** An answer takes the next turn there is; what nobody waits for takes one only when it is free, so that it never stands in an answer's way. */
export type Lane = 'answer' | 'bulk'

export type Pace = {
  /** Answers when a message to this chat may leave. */
  turn: (chatId: number | string, lane: Lane) => Promise<void>
  /** Telegram asked us to wait: nothing leaves to this group, or after a private chat's trouble to anybody, until then. */
  hold: (chatId: number | string | undefined, ms: number) => Promise<void>
}

type Clock = {
  /** Null: the database's. */
  now: () => Date | null
  sleep: (ms: number) => Promise<void>
}

export function createPace(db: Db, server: Server, clock: Clock = realClock): Pace {
  /** Of this process only one message without hurry asks for a turn at a time. */
  let bulk: Promise<unknown> = Promise.resolve()

  const wait = async (ms: number): Promise<void> => {
    if (ms > 0) await clock.sleep(Math.ceil(ms))
  }
  const freeTurn = async (): Promise<void> => {
    for (;;) {
      const ms = await takeFreeTurn(db, { server, now: clock.now() }, overall)
      if (ms === 0) return
      await clock.sleep(Math.ceil(ms))
    }
  }

  return {
    turn: async (chatId, lane) => {
      const chat = String(chatId)
      const limit = isGroup(chatId) ? group : privateChat
      await wait(await takeTurn(db, { server, chat, now: clock.now() }, limit))
      if (lane === 'answer')
        return wait(await takeTurn(db, { server, chat: null, now: clock.now() }, overall))
      const mine = bulk.then(freeTurn)
      bulk = mine.catch(() => {})
      return mine
    },
    hold: async (chatId, ms) => {
      const chat = chatId !== undefined && isGroup(chatId) ? String(chatId) : null
      // A chat's row is ahead of the clock by its burst: that much longer, nothing leaves before.
      const longer = chat === null ? ms : ms + (group.burst - 1) * group.refillMs
      await holdTurns(db, { server, chat, now: clock.now() }, longer)
    },
  }
}

const isGroup = (chatId: number | string): boolean => Number(chatId) < 0 || Number.isNaN(Number(chatId))

const realClock: Clock = {
  now: () => null,
  sleep: (ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}
