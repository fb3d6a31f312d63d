// What admins have done: who, what and when. Kept for a year.

import { z } from 'zod'
import type { Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { storable } from '../database/storable.ts'

const detailCharsMax = 200
const keptDays = 365

/** `action`: the command's or the button's name; `detail`: what stood behind it. */
export function noteDone(
  db: Db,
  { server, adminId }: { server: Server; adminId: number },
  { action, detail }: { action: string; detail: string },
): Promise<number> {
  return db.write`
    insert into audit (server, admin_id, action, detail)
    values (${server}, ${adminId}, ${action}, ${storable(detail.slice(0, detailCharsMax))})`
}

const Done = z.object({ adminId: z.number(), action: z.string(), detail: z.string(), at: z.date() })
export type Done = z.infer<typeof Done>

/** The newest first. */
export function listDone(db: Db, server: Server, limit: number) {
  return db.many(Done)`
    select admin_id as "adminId", action, detail, done_at as at from audit where server = ${server} order by id desc limit ${limit}`
}

export function forgetOldAudit(db: Db): Promise<number> {
  return db.write`delete from audit where done_at < now() - make_interval(days => ${keptDays})`
}
