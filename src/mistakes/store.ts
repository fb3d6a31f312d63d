// Mistakes that readers report: what, by which chat, and what an admin found.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

/** Another one's words; words cut wrong; no statement at all; the date. The order is that of the buttons, and does not change. */
export const mistakeKinds = ['speaker', 'words', 'nothing', 'date'] as const
export type MistakeKind = (typeof mistakeKinds)[number]

/** So many a chat may report in a day: admins have to read them. */
const perDayMax = 20

const Id = z.object({ id: z.number() })

/** The report's id where it is new; undefined where it was made before, the statement is gone, or the chat has reported enough for a day. */
export async function addMistake(
  db: Db,
  { server, chatId }: ChatKey,
  { statementId, kind }: { statementId: number; kind: MistakeKind },
): Promise<number | undefined> {
  const row = await db.first(Id)`
    insert into mistakes (server, chat_id, statement_id, kind)
    select ${server}, ${chatId}, id, ${kind} from statements
    where id = ${statementId} and (
      select count(*) from mistakes
      where server = ${server} and chat_id = ${chatId} and reported_at > now() - interval '1 day') < ${perDayMax}
    on conflict do nothing
    returning id`
  return row?.id
}

const Mistake = z.object({
  id: z.number(),
  server: Server,
  chatId: z.number(),
  statementId: z.number(),
  kind: z.enum(mistakeKinds),
  isConfirmed: z.boolean().nullable(),
})
export type Mistake = z.infer<typeof Mistake>

export function findMistake(db: Db, id: number) {
  return db.first(Mistake)`
    select id, server, chat_id as "chatId", statement_id as "statementId", kind, is_confirmed as "isConfirmed" from mistakes where id = ${id}`
}

/** True for the admin who settled it first. */
export async function settleMistake(
  db: Db,
  id: number,
  { isConfirmed, adminId }: { isConfirmed: boolean; adminId: number },
): Promise<boolean> {
  return (
    (await db.write`
      update mistakes set is_confirmed = ${isConfirmed}, settled_at = now(), settled_by = ${adminId}
      where id = ${id} and settled_at is null`) === 1
  )
}
