// Updates as another process has left them.

import { randomUUID } from 'node:crypto'
import type { Update } from 'telegraf/types'
import { z } from 'zod'
import { laneOf } from '../../src/bot/lanes.ts'
import { leaveLanes, receiveUpdate } from '../../src/bot/store.ts'
import type { Db } from '../../src/database/database.ts'

/** Writes an update of Telegram's down as a process does that dies right after. */
export async function leftUpdate(db: Db, update: Update): Promise<void> {
  const dead = { server: 'telegram', holder: randomUUID() } as const
  await receiveUpdate(db, dead, laneOf(update), update)
  await leaveLanes(db, dead)
}

/** The updates that nobody has handled, by number. */
export function waitingUpdates(db: Db) {
  return db.many(z.object({ updateId: z.number() }))`
    select update_id as "updateId" from updates where handled_at is null and payload is not null order by update_id`
}
