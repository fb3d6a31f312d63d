// Who may use the bot: shut out, let in, or holding a link that lets somebody in once.

import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type ChatKey, retireChat, type Server } from '../chats/store.ts'
import type { Database, Db } from '../database/database.ts'

/** Whether any of these people or chats is shut out. */
export async function isBanned(db: Db, server: Server, ids: readonly number[]): Promise<boolean> {
  const row = await db.first(z.object({ banned: z.boolean() }))`
    select exists (select from bans where server = ${server} and user_id = any(${ids}::bigint[])) as banned`
  return row?.banned === true
}

/** Shuts somebody out and sends nothing more to their chat; false where that is so already. */
export async function ban(db: Database, { server, chatId }: ChatKey, adminId: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await retireChat(tx, { server, chatId }, 'banned')
    await tx.write`delete from guests where server = ${server} and user_id = ${chatId}`
    return (
      (await tx.write`
        insert into bans (server, user_id, banned_by) values (${server}, ${chatId}, ${adminId}) on conflict do nothing`) ===
      1
    )
  })
}

/** Lets them in again; false where they were not shut out. What they are sent comes back with their next message. */
export async function unban(db: Db, { server, chatId }: ChatKey): Promise<boolean> {
  return (await db.write`delete from bans where server = ${server} and user_id = ${chatId}`) === 1
}

export async function isGuest(db: Db, server: Server, userId: number): Promise<boolean> {
  const row = await db.first(z.object({ guest: z.boolean() }))`
    select exists (select from guests where server = ${server} and user_id = ${userId}) as guest`
  return row?.guest === true
}

/** False where they were let in before. */
export async function letIn(db: Db, { server, chatId }: ChatKey, adminId: number): Promise<boolean> {
  return (
    (await db.write`
      insert into guests (server, user_id, let_in_by) values (${server}, ${chatId}, ${adminId}) on conflict do nothing`) ===
    1
  )
}

const UserId = z.object({ userId: z.number() })

/** The admins whom others have appointed, the first one first. */
export async function listAppointed(db: Db, server: Server): Promise<number[]> {
  const rows = await db.many(UserId)`
    select user_id as "userId" from admins where server = ${server} order by appointed_at, user_id`
  return rows.map((it) => it.userId)
}

export async function isAppointed(db: Db, server: Server, userId: number): Promise<boolean> {
  const row = await db.first(UserId)`
    select user_id as "userId" from admins where server = ${server} and user_id = ${userId}`
  return row !== undefined
}

/** False where they are one already. */
export async function appoint(db: Db, { server, chatId }: ChatKey, adminId: number): Promise<boolean> {
  return (
    (await db.write`
      insert into admins (server, user_id, appointed_by) values (${server}, ${chatId}, ${adminId}) on conflict do nothing`) ===
    1
  )
}

/** False where they were none. */
export async function dismiss(db: Db, { server, chatId }: ChatKey): Promise<boolean> {
  return (await db.write`delete from admins where server = ${server} and user_id = ${chatId}`) === 1
}

/** A link that nobody has used by then lets nobody in any more. */
export const inviteDays = 7
const codeBytes = 16

/** A code that lets one person in, once. It is told here and kept nowhere. */
export async function makeInvite(db: Db, server: Server, adminId: number): Promise<string> {
  const code = randomBytes(codeBytes).toString('base64url')
  await db.write`insert into invites (code_hash, server, made_by) values (${hashOf(code)}, ${server}, ${adminId})`
  return code
}

/** True for the first who comes with the code in time: they are let in. */
export async function useInvite(db: Database, { server, chatId }: ChatKey, code: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const invite = await tx.first(z.object({ madeBy: z.number() }))`
      update invites set used_at = now()
      where code_hash = ${hashOf(code)} and server = ${server} and used_at is null
        and made_at > now() - make_interval(days => ${inviteDays})
      returning made_by as "madeBy"`
    if (!invite) return false
    await letIn(tx, { server, chatId }, invite.madeBy)
    return true
  })
}

export function forgetOldInvites(db: Db): Promise<number> {
  return db.write`delete from invites where made_at < now() - make_interval(days => ${inviteDays})`
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')
