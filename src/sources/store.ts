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
  /** Null: read only when somebody asks for it. */
  everyMinutes: z.number().nullable(),
  failures: z.number(),
  pausedAt: z.date().nullable(),
  pausedBecause: z.string().nullable(),
  fullText: z.boolean(),
  topic: z.string().nullable(),
  /** What its articles are in, where somebody has said it. */
  articlesLanguage: z.enum(['ar', 'en']).nullable(),
  /** Only articles that these words find are kept. */
  filter: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
})
export type Source = z.infer<typeof Source>

/** All sources, or the one of an id. */
function select(db: Db, id: number | null) {
  return db.many(Source)`
    select id, address, name, read_at as "readAt", failure, every_minutes as "everyMinutes", failures, paused_at as "pausedAt",
      paused_because as "pausedBecause", full_text as "fullText", topic, articles_language as "articlesLanguage", filter,
      etag, last_modified as "lastModified"
    from sources
    where ${id}::bigint is null or id = ${id}
    order by id`
}

export const listSources = (db: Db) => select(db, null)

export async function findSource(db: Db, id: number): Promise<Source | undefined> {
  return (await select(db, id))[0]
}

const Id = z.object({ id: z.number() })

export type NewSource = {
  address: string
  name?: string | null
  everyMinutes?: number | null
  fullText?: boolean
  topic?: string | null
  articlesLanguage?: 'ar' | 'en' | null
  filter?: string | null
}

/** Undefined when it is there already. What has an interval is due at once. */
export function addSource(db: Db, source: NewSource) {
  const { address, name = null, everyMinutes = null, fullText = false } = source
  const { topic = null, articlesLanguage = null, filter = null } = source
  return db.first(Id)`
    insert into sources (address, name, every_minutes, next_read_at, full_text, topic, articles_language, filter)
    values (${address}, ${name}, ${everyMinutes}, case when ${everyMinutes}::int is not null then now() end, ${fullText}, ${topic},
      ${articlesLanguage}, ${filter})
    on conflict do nothing
    returning id`
}

export async function findSourceAt(db: Db, address: string): Promise<Source | undefined> {
  const row = await db.first(Id)`select id from sources where address = ${address}`
  return row && findSource(db, row.id)
}

const SourceName = z.object({ id: z.number(), address: z.string(), name: z.string().nullable() })

/** What these sources are called. */
export function listSourceNames(db: Db, ids: readonly number[]) {
  return db.many(SourceName)`select id, address, name from sources where id = any(${ids}::bigint[])`
}

/** A source has brought this article, whoever had brought it before. */
export function noteBrought(db: Db, sourceId: number, articleId: number): Promise<number> {
  return db.write`
    insert into article_sources (source_id, article_id) values (${sourceId}, ${articleId}) on conflict do nothing`
}

/** Takes up to `most` sources that are due, each for one reader: the next time is set before they are read, in case nobody lives to do it. */
export function claimDueSources(db: Db, most: number) {
  return db.many(Id)`
    update sources set next_read_at = now() + make_interval(mins => every_minutes)
    where id in (
      select id from sources
      where next_read_at <= now() and paused_at is null and every_minutes is not null
      order by next_read_at
      limit ${most}
      for update skip locked)
    returning id`
}

/** True for the one who pauses it; a paused source is read only when somebody asks for it. `isTold`: admins know, one of them did it. */
export async function pauseSource(
  db: Db,
  id: number,
  because: string,
  { isTold }: { isTold: boolean },
): Promise<boolean> {
  return (
    (await db.write`
      update sources set paused_at = now(), paused_because = ${because}, told_at = case when ${isTold} then now() end
      where id = ${id} and paused_at is null`) > 0
  )
}

const LeftAlone = z.object({
  id: z.number(),
  address: z.string(),
  name: z.string().nullable(),
  because: z.string(),
  pausedAt: z.date(),
})

/** The sources that are left alone, or asked for by a chat, and that admins have not been told of, the first one first. */
export function listUntold(db: Db) {
  return db.many(LeftAlone)`
    select id, address, name, paused_because as because, paused_at as "pausedAt" from sources
    where paused_at is not null and told_at is null
    order by id`
}

export function noteTold(db: Db, ids: readonly number[]): Promise<number> {
  return db.write`update sources set told_at = now() where id = any(${ids}::bigint[])`
}

/** Read again in its rhythm, from now on. */
export async function resumeSource(db: Db, address: string): Promise<boolean> {
  return (
    (await db.write`
      update sources set paused_at = null, paused_because = null, failures = 0,
        next_read_at = case when every_minutes is not null then now() end
      where address = ${address}`) > 0
  )
}

export type Noted = {
  failure: string | null
  failures: number
  waitMs: number | null
  etag: string | null
  lastModified: string | null
  name: string | null
  language: string | null
}

/** How a reading went, and when the next one is due. What worked is no longer paused. A name that somebody gave stays. */
export function noteReading(db: Db, id: number, noted: Noted): Promise<number> {
  const { failure, failures, waitMs, etag, lastModified, name, language } = noted
  return db.write`
    update sources set read_at = now(), failure = ${failure}, failures = ${failures}, etag = ${etag}, last_modified = ${lastModified},
      name = coalesce(name, ${name}), language = coalesce(${language}, language),
      next_read_at = case when every_minutes is not null and ${waitMs}::float8 is not null
        then now() + make_interval(secs => ${waitMs}::float8 / 1000) else next_read_at end,
      paused_at = case when ${failures}::int = 0 then null else paused_at end,
      paused_because = case when ${failures}::int = 0 then null else paused_because end
    where id = ${id}`
}

/** The source has moved for good. Where the new address is a source already, this one is taken out. */
export async function moveSource(db: Db, id: number, address: string): Promise<void> {
  const moved = await db.write`
    update sources set address = ${address}
    where id = ${id} and not exists (select 1 from sources where address = ${address} and id <> ${id})`
  if (moved > 0) return
  await db.write`
    update subscriptions s set topic = 'feed:' || known.id
    from sources known
    where known.address = ${address} and s.topic = 'feed:' || ${id}::bigint
      and not exists (select from subscriptions own
        where own.server = s.server and own.chat_id = s.chat_id and own.topic = 'feed:' || known.id)`
  await db.write`delete from sources where id = ${id}`
}

/** True when there was such a source. Its articles stay. */
export async function removeSource(db: Db, address: string): Promise<boolean> {
  return (await db.write`delete from sources where address = ${address}`) > 0
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

export type ReloadCounts = {
  new: number
  changed: number
  duplicate: number
  failed: number
  /** Left out by the source's filter. */
  filtered: number
}

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
    insert into reload_results (reload_id, source_id, address, new, changed, duplicate, failed, filtered, reasons)
    values (${reloadId}, ${sourceId}, ${address}, ${counts.new}, ${counts.changed}, ${counts.duplicate}, ${counts.failed},
      ${counts.filtered}, ${reasons}::text[])
    on conflict (reload_id, source_id) do update set
      new = excluded.new, changed = excluded.changed, duplicate = excluded.duplicate, failed = excluded.failed,
      filtered = excluded.filtered,
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
  filtered: z.number(),
  reasons: z.array(z.string()),
})
export type ReloadResult = z.infer<typeof Result>

export function listReloadResults(db: Db, id: number) {
  return db.many(Result)`
    select address, new, changed, duplicate, failed, filtered, reasons from reload_results
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
