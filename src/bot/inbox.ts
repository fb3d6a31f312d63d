// Updates on their way in, however they come: written down before Telegram is told that we have them, handled once, a chat's in their order.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Telegraf } from 'telegraf'
import type { Update } from 'telegraf/types'
import {
  listWaitingUpdates,
  markHandled,
  receiveUpdate,
  type Server,
  storableUpdate,
} from '../chats/store.ts'
import type { Database } from '../database/database.ts'
import type { Sender } from '../delivery/sender.ts'
import type { Log } from '../log.ts'
import { createLanes, laneOf } from './lanes.ts'

export type InboxNeeds = {
  bot: Telegraf
  sender: Sender
  db: Database
  server: Server
  log: Log
  /** Aborted, it ends the receiving, and the waiting for a Telegram that does not answer. */
  signal?: AbortSignal
}

/** Closing waits this long for what is in hand: what is not done by then is done at the next start. */
const drainMaxMs = 5_000

/** `open` takes up what a process that died has left; `receive` comes back when an update is written down and lined up. */
export function createInbox({ bot, db, server, log }: InboxNeeds, stopping: AbortSignal) {
  const lanes = createLanes()

  function take(updateId: number, update: Update): Promise<void> {
    const handle = async () => {
      if (stopping.aborted) return // it stays in the inbox
      await bot.handleUpdate(update)
      await markHandled(db, server, updateId)
    }
    return lanes.run(laneOf(update), handle, (error) =>
      log.error(
        { updateId, error: String(error) },
        'an update was not handled; it will be at the next start',
      ),
    )
  }

  return {
    open: async (): Promise<void> => {
      for (const { updateId, payload } of await listWaitingUpdates(db, server)) await take(updateId, payload)
    },
    receive: async (sent: Update): Promise<void> => {
      const update = storableUpdate(sent)
      if (await receiveUpdate(db, server, update)) await take(update.update_id, update)
    },
    drained: (): Promise<void> =>
      Promise.race([lanes.drained(), sleep(drainMaxMs, undefined, { ref: false })]),
  }
}

/** One signal for both: whoever closes us, and whoever started us. */
export function stoppedBy(signal: AbortSignal | undefined): AbortController {
  const stopping = new AbortController()
  signal?.addEventListener('abort', () => stopping.abort())
  if (signal?.aborted) stopping.abort()
  return stopping
}
