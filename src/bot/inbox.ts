// Updates on their way in, however they come and whichever process they come to: written down before Telegram is told that we have them, handled
// once, a chat's in their order. What is in hand belongs to a process; if it dies the others, or the next, take it up within seconds.

import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Telegraf } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { Server } from '../chats/store.ts'
import type { Database } from '../database/database.ts'
import { TelegramAwayError } from '../delivery/refusal.ts'
import type { Sender } from '../delivery/sender.ts'
import type { Log } from '../log.ts'
import { createPlaces, laneOf } from './lanes.ts'
import {
  endTurn,
  findTurn,
  heartbeatMs,
  type Holding,
  keepLanes,
  leaveLanes,
  receiveUpdate,
  storableUpdate,
  takeLeftLanes,
  takeWaitingLanes,
  type Turn,
} from './store.ts'

export type InboxNeeds = {
  bot: Telegraf
  sender: Sender
  db: Database
  server: Server
  log: Log
  /** Aborted, it ends the receiving, and the waiting for a Telegram that does not answer. */
  signal?: AbortSignal
}

/** Updates handled at once, each of another chat. */
const inHandMax = 64
/** Chats whose new updates wait for those; more stay with Telegram. */
const lanesMax = 5_000
/** How long an update waits for a Telegram that is away, each time longer: an hour or so in all. */
const awayWaitMs = 1_000
const awayWaitMaxMs = 60_000
const awayTriesMax = 60
/** Closing waits this long for what is in hand: what is not done by then is done by whoever comes. */
const drainMaxMs = 5_000

/** `open` takes up what a process that died has left; `receive` comes back when an update is written down and lined up. */
export function createInbox(needs: InboxNeeds, stopping: AbortSignal) {
  const { db, server, log } = needs
  const holding: Holding = { server, holder: randomUUID() }
  const workAt = createWork(needs, holding, stopping)
  const line = createPlaces(lanesMax)
  const working = new Map<string, Promise<void>>()
  let heart: NodeJS.Timeout | undefined

  // Each chat that waits listens to it.
  setMaxListeners(0, stopping)

  /** What has just come has its place in the line; what a process left is taken up whole, so that it is kept from the others at once. */
  function begin(lane: string, first?: Turn): void {
    const done = workAt(lane, first)
      // It is nobody's within seconds, and taken up again.
      .catch((error: unknown) => log.error({ error: String(error) }, 'a chat’s updates were left half-way'))
      .finally(() => {
        if (first) line.free()
        if (working.get(lane) === done) working.delete(lane)
      })
    working.set(lane, done)
  }

  function takeUp(lanes: readonly { lane: string }[]): void {
    for (const { lane } of lanes) begin(lane)
  }

  async function beat(): Promise<void> {
    try {
      if (working.size > 0) await keepLanes(db, holding, Array.from(working.keys()))
      if (!stopping.aborted) takeUp(await takeLeftLanes(db, holding))
    } catch (error) {
      log.warn({ error: String(error) }, 'could not say that this process lives')
    }
    if (!stopping.aborted) heart = setTimeout(() => void beat(), heartbeatMs).unref()
  }

  return {
    open: async (): Promise<void> => {
      takeUp(await takeWaitingLanes(db, holding))
      await beat()
    },
    receive: async (sent: Update): Promise<void> => {
      const update = storableUpdate(sent)
      const lane = laneOf(update)
      await line.take()
      let isTaken = false
      try {
        isTaken = await receiveUpdate(db, holding, lane, update)
      } finally {
        if (!isTaken) line.free()
      }
      if (isTaken) begin(lane, { update, lastOf: 1 })
    },
    drained: async (): Promise<void> => {
      clearTimeout(heart)
      const done = Promise.all(working.values())
      await Promise.race([done, sleep(drainMaxMs, undefined, { ref: false })])
      await leaveLanes(db, holding)
    },
  }
}

/** Works at a lane of ours until nothing is left in it, or it is another's. */
function createWork({ bot, db, log }: InboxNeeds, holding: Holding, stopping: AbortSignal) {
  const places = createPlaces(inHandMax)

  /** While Telegram is away its chat waits, and takes nobody's place; whoever stops meanwhile leaves it to the next. */
  async function handle(update: Update): Promise<boolean> {
    for (let tries = 0; tries < awayTriesMax; tries++) {
      const outcome = await attempt(update)
      if (outcome !== 'away') return outcome === 'done'
      const waitMs = Math.min(awayWaitMaxMs, awayWaitMs * 2 ** tries)
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {})
      if (stopping.aborted) return false
    }
    return false
  }

  async function attempt(update: Update): Promise<'done' | 'failed' | 'away'> {
    await places.take()
    try {
      if (stopping.aborted) return 'failed'
      await bot.handleUpdate(update)
      return 'done'
    } catch (error) {
      if (error instanceof TelegramAwayError) return 'away'
      const words = 'an update was not handled; it will be at the next start'
      log.error({ updateId: update.update_id, error: String(error) }, words)
      return 'failed'
    } finally {
      places.free()
    }
  }

  return async (lane: string, first?: Turn): Promise<void> => {
    const failed: number[] = []
    let turn = first ?? (await findTurn(db, holding, lane, failed))
    while (turn) {
      const { update, lastOf } = turn
      const isHandled = update !== null && (await handle(update))
      if (stopping.aborted && !isHandled) return // it stays in the inbox
      if (update && !isHandled) failed.push(update.update_id)
      if (await endTurn(db, holding, lane, { lastOf, handled: isHandled ? update.update_id : null })) return
      turn = await findTurn(db, holding, lane, failed)
    }
  }
}

/** One signal for both: whoever closes us, and whoever started us. */
export function stoppedBy(signal: AbortSignal | undefined): AbortController {
  const stopping = new AbortController()
  signal?.addEventListener('abort', () => stopping.abort())
  if (signal?.aborted) stopping.abort()
  return stopping
}
