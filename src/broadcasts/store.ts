// Broadcasts in Postgres, and whom each has reached. Every function is one query; decisions belong to the caller.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import type { Language } from '../language/script.ts'

const Id = z.object({ id: z.number() })

export async function addBroadcast(
  db: Db,
  { server, chatId }: ChatKey,
  { language, arabic, english }: { language: Language; arabic: string | null; english: string | null },
): Promise<number> {
  return Id.parse(
    await db.first(Id)`
      insert into broadcasts (server, chat_id, language, arabic, english)
      values (${server}, ${chatId}, ${language}, ${arabic}, ${english})
      returning id`,
  ).id
}

const Broadcast = z.object({
  id: z.number(),
  server: Server,
  chatId: z.number(),
  messageId: z.number().nullable(),
  language: z.enum(['ar', 'en']),
  arabic: z.string().nullable(),
  english: z.string().nullable(),
  hasBegun: z.boolean(),
  isSettled: z.boolean(),
})
export type Broadcast = z.infer<typeof Broadcast>

export function findBroadcast(db: Db, id: number) {
  return db.first(Broadcast)`
    select id, server, chat_id as "chatId", message_id as "messageId", language, arabic, english, begun_at is not null as "hasBegun",
      settled_at is not null as "isSettled"
    from broadcasts where id = ${id}`
}

/** True for the one tap that began it; it is told of in that message from then on. */
export async function beginBroadcast(db: Db, id: number, messageId: number | null): Promise<boolean> {
  return (
    (await db.write`
      update broadcasts set begun_at = now(), message_id = ${messageId}
      where id = ${id} and begun_at is null and settled_at is null`) === 1
  )
}

/** Sent to all, stopped or thrown away: nothing more is sent of it. */
export function settleBroadcast(db: Db, id: number): Promise<number> {
  return db.write`update broadcasts set settled_at = now() where id = ${id} and settled_at is null`
}

/** Those that nothing is left in the queue for, perhaps. */
export function listUnsettledBroadcasts(db: Db, limit: number) {
  return db.many(Id.extend({ server: Server }))`
    select id, server from broadcasts where begun_at is not null and settled_at is null order by id limit ${limit}`
}

const Receiver = z.object({
  chatId: z.number(),
  threadId: z.number().nullable(),
  kind: z.string(),
  language: z.enum(['ar', 'en']),
})

/** The next chat that a broadcast which is not stopped goes to, taken by whoever asks first; undefined when there is none left. */
export function claimReceiver(db: Db, id: number) {
  return db.first(Receiver)`
    with next as (
      select r.* from broadcasts b join receivers r on r.server = b.server
      where b.id = ${id} and b.begun_at is not null and b.settled_at is null
        and r.chat_id > coalesce((select max(chat_id) from broadcast_chats where broadcast_id = ${id}), ${beforeAll})
      order by r.chat_id
      limit 1
    ), taken as (
      insert into broadcast_chats (broadcast_id, server, chat_id) select ${id}, server, chat_id from next
      on conflict do nothing
      returning chat_id
    )
    select chat_id as "chatId", thread_id as "threadId", kind, language from next join taken using (chat_id)`
}

/** Chats are told in the order of their numbers; none is lower. */
const beforeAll = Number.MIN_SAFE_INTEGER

/** It was sent, or refused for the reason. */
export function settleReceiver(db: Db, id: number, chatId: number, failure: string | null): Promise<number> {
  return db.write`
    update broadcast_chats set settled_at = now(), failure = ${failure}
    where broadcast_id = ${id} and chat_id = ${chatId} and settled_at is null`
}

const Receivers = z.object({ arabic: z.number(), english: z.number() })

/** How many chats would get each text. */
export async function countReceivers(db: Db, server: Server) {
  return Receivers.parse(
    await db.first(Receivers)`
      select count(*) filter (where language = 'ar') as arabic, count(*) filter (where language = 'en') as english
      from receivers where server = ${server}`,
  )
}

const Reached = z.object({
  reached: z.number(),
  failed: z.number(),
  /** On its way when a process died, or just now. */
  unknown: z.number(),
  left: z.number(),
})
export type Reached = z.infer<typeof Reached>

export async function countReached(db: Db, id: number): Promise<Reached> {
  return Reached.parse(
    await db.first(Reached)`
      select count(k.chat_id) filter (where k.settled_at is not null and k.failure is null) as reached,
        count(k.chat_id) filter (where k.failure is not null) as failed,
        count(k.chat_id) filter (where k.settled_at is null) as unknown,
        (select count(*) from receivers r
          where r.server = b.server
            and r.chat_id > coalesce((select max(chat_id) from broadcast_chats where broadcast_id = ${id}), ${beforeAll})) as "left"
      from broadcasts b left join broadcast_chats k on k.broadcast_id = b.id
      where b.id = ${id}
      group by b.id`,
  )
}
