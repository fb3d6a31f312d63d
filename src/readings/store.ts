// Links that readers have sent to be read in place: who asked, where the answer is shown, and whether it is.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import type { Outgoing } from '../delivery/outgoing.ts'

/** So many links of a chat are fetched in an hour: a page costs us and its site something. */
export const linksPerHourMax = 20

const Id = z.object({ id: z.number() })

/** The reading's id; undefined where the chat has had enough for this hour. */
export async function addReading(
  db: Db,
  { server, chatId }: ChatKey,
  { address, language, askedBy }: { address: string; language: 'ar' | 'en'; askedBy: number | undefined },
): Promise<number | undefined> {
  const row = await db.first(Id)`
    insert into readings (server, chat_id, address, language, asked_by)
    select ${server}, ${chatId}, ${address}, ${language}, ${askedBy ?? null}
    where (
      select count(*) from readings
      where server = ${server} and chat_id = ${chatId} and asked_at > now() - interval '1 hour') < ${linksPerHourMax}
    returning id`
  return row?.id
}

/** In which message it is said. */
export function noteReadingShown(db: Db, id: number, messageId: number): Promise<number> {
  return db.write`update readings set message_id = ${messageId} where id = ${id}`
}

/** Written by ourselves a moment ago: text and entities as Telegram takes them. */
const Answer = z.custom<Outgoing>((it) => typeof it === 'object' && it !== null && 'text' in it)

const Reading = z.object({
  server: Server,
  chatId: z.number(),
  address: z.string(),
  language: z.enum(['ar', 'en']),
  askedBy: z.number().nullable(),
  messageId: z.number(),
  zone: z.string().nullable(),
  /** Null until it is read. */
  answer: Answer.nullable(),
})

/** Undefined where it is answered, or shown nowhere yet. */
export function findReading(db: Db, id: number) {
  return db.first(Reading)`
    select server, chat_id as "chatId", address, language, asked_by as "askedBy", message_id as "messageId", answer,
      (select zone from chats c where c.server = readings.server and c.chat_id = readings.chat_id) as zone
    from readings where id = ${id} and settled_at is null and message_id is not null`
}

/** Kept until it is shown. */
export function setReadingAnswer(db: Db, id: number, answer: Outgoing): Promise<number> {
  return db.write`update readings set answer = ${JSON.stringify(answer)}::jsonb where id = ${id}`
}

/** It has been shown: of what was read nothing stays. */
export function settleReading(db: Db, id: number): Promise<number> {
  return db.write`update readings set settled_at = now(), answer = null where id = ${id}`
}

const Unsettled = z.object({ id: z.number() })

/** Those that a process has left behind. */
export function listUnsettledReadings(db: Db, limit: number) {
  return db.many(Unsettled)`
    select id from readings where settled_at is null and message_id is not null order by id limit ${limit}`
}

/** Nobody waits for an answer after a day, and whose link it was is nobody's business. */
export function forgetOldReadings(db: Db): Promise<number> {
  return db.write`delete from readings where asked_at < now() - interval '1 day'`
}
