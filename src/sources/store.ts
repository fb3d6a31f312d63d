// The sources that are read again: feeds, pages and folders, and how their last reading went.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

const Source = z.object({
  id: z.number(),
  address: z.string(),
  name: z.string().nullable(),
  readAt: z.date().nullable(),
  failure: z.string().nullable(),
})
type Source = z.infer<typeof Source>

export function listSources(db: Db) {
  return db.many(Source)`select id, address, name, read_at as "readAt", failure from sources order by id`
}

export function findSource(db: Db, id: number) {
  return db.first(
    Source,
  )`select id, address, name, read_at as "readAt", failure from sources where id = ${id}`
}

const Id = z.object({ id: z.number() })

/** Undefined when it is there already. */
export function addSource(db: Db, address: string) {
  return db.first(Id)`insert into sources (address) values (${address}) on conflict do nothing returning id`
}

/** True when there was such a source. Its articles stay. */
export async function removeSource(db: Db, address: string): Promise<boolean> {
  return (await db.write`delete from sources where address = ${address}`) > 0
}

export function noteRead(db: Db, id: number, failure: string | null): Promise<number> {
  return db.write`update sources set read_at = now(), failure = ${failure} where id = ${id}`
}

/** An admin's wish to read these sources again; its id goes with each job. */
export async function addReload(
  db: Db,
  { server, chatId }: ChatKey,
  language: 'ar' | 'en',
  sourceIds: readonly number[],
): Promise<number> {
  return Id.parse(
    await db.first(Id)`
      insert into reloads (server, chat_id, language, source_ids)
      values (${server}, ${chatId}, ${language}, ${sourceIds}::bigint[])
      returning id`,
  ).id
}

export function setReloadMessage(db: Db, id: number, messageId: number): Promise<number> {
  return db.write`update reloads set message_id = ${messageId} where id = ${id}`
}

export type ReloadCounts = { new: number; changed: number; duplicate: number; failed: number }

/** What came of one source; read a second time after a crash, the later account stands. */
export function noteReloadResult(
  db: Db,
  reloadId: number,
  {
    sourceId,
    address,
    counts,
    reasons,
  }: {
    sourceId: number
    address: string
    counts: ReloadCounts
    reasons: readonly string[]
  },
): Promise<number> {
  return db.write`
    insert into reload_results (reload_id, source_id, address, new, changed, duplicate, failed, reasons)
    values (${reloadId}, ${sourceId}, ${address}, ${counts.new}, ${counts.changed}, ${counts.duplicate}, ${counts.failed},
      ${reasons}::text[])
    on conflict (reload_id, source_id) do update set
      new = excluded.new, changed = excluded.changed, duplicate = excluded.duplicate, failed = excluded.failed,
      reasons = excluded.reasons, finished_at = now()`
}

const Reload = z.object({
  id: z.number(),
  server: Server,
  chatId: z.number(),
  messageId: z.number().nullable(),
  language: z.enum(['ar', 'en']),
  sources: z.number(),
  done: z.number(),
  seconds: z.number(),
})
export type Reload = z.infer<typeof Reload>

/** A reload with how far it has come. */
export function findReload(db: Db, id: number) {
  return db.first(Reload)`
    select r.id, r.server, r.chat_id as "chatId", r.message_id as "messageId", r.language,
      cardinality(r.source_ids) as sources, count(t.source_id) as done,
      extract(epoch from coalesce(max(t.finished_at), now()) - r.asked_at)::float8 as seconds
    from reloads r left join reload_results t on t.reload_id = r.id
    where r.id = ${id}
    group by r.id`
}

const Result = z.object({
  address: z.string(),
  new: z.number(),
  changed: z.number(),
  duplicate: z.number(),
  failed: z.number(),
  reasons: z.array(z.string()),
})
export type ReloadResult = z.infer<typeof Result>

export function listReloadResults(db: Db, id: number) {
  return db.many(Result)`
    select address, new, changed, duplicate, failed, reasons from reload_results
    where reload_id = ${id}
    order by failed desc, address`
}

/**
 * True for the one report that may edit the message now: it tells of more sources than the one before, and comes some time after
 * it, unless it is the last.
 */
export async function claimReport(
  db: Db,
  { id, done, sources }: Pick<Reload, 'id' | 'done' | 'sources'>,
  apartMs: number,
): Promise<boolean> {
  return (
    (await db.write`
      update reloads set reported = ${done}, reported_at = now()
      where id = ${id} and reported < ${done}
        and (${done} = ${sources} or reported_at is null or reported_at < now() - make_interval(secs => ${apartMs / 1000}))`) ===
    1
  )
}
