// Who follows whom, and what followers were told.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { shownFrom } from '../statements/confidence.ts'

/** Only what is said from now on is new to the chat. */
export function follow(db: Db, { server, chatId }: ChatKey, personId: number): Promise<number> {
  return db.write`
    insert into follows (server, chat_id, person_id, since_id)
    select ${server}, ${chatId}, id, (select coalesce(max(id), 0) from statements) from people where id = ${personId}
    on conflict do nothing`
}

export function unfollow(db: Db, { server, chatId }: ChatKey, personId: number): Promise<number> {
  return db.write`delete from follows where server = ${server} and chat_id = ${chatId} and person_id = ${personId}`
}

const Followed = z.object({ personId: z.number() })

export async function listFollowed(db: Db, { server, chatId }: ChatKey): Promise<number[]> {
  const rows = await db.many(Followed)`
    select person_id as "personId" from follows where server = ${server} and chat_id = ${chatId} order by added_at, person_id`
  return rows.map((it) => it.personId)
}

/** False where another process is making pushes; held until the transaction ends. */
export async function lockPushes(db: Db): Promise<boolean> {
  const row = await db.first(z.object({ locked: z.boolean() }))`
    select pg_try_advisory_xact_lock(hashtext('khabar:pushes')) as locked`
  return row?.locked === true
}

const News = z.object({
  server: Server,
  chatId: z.number(),
  zone: z.string().nullable(),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  statementIds: z.array(z.coerce.number()),
})

/**
 * By chat what is new to it: statements of the last days that are sure enough to be shown, once an utterance, of articles that have been
 * compared with others (or a second outlet's report would be news), and that no push has told.
 */
export function listNews(db: Db, { days, limit }: { days: number; limit: number }) {
  return db.many(News)`
    select f.server, f.chat_id as "chatId", c.zone, c.quiet_from as "quietFrom", c.quiet_to as "quietTo", array_agg(distinct s.id order by s.id) as "statementIds"
    from follows f
    join chats c on c.server = f.server and c.chat_id = f.chat_id and c.retired_at is null
    join statement_people sp on sp.person_id = f.person_id and sp.statement_id > f.since_id
    join statements s on s.id = sp.statement_id and s.utterance_id is null and s.confidence >= ${shownFrom}
    join revisions r on r.id = s.revision_id and r.is_current
    join articles a on a.id = r.article_id and (a.story_id is not null or a.language = 'other')
    where coalesce(a.published_order, a.loaded_at) > now() - make_interval(days => ${days})
      and not exists (select 1 from pushes p where p.server = f.server and p.chat_id = f.chat_id and s.id = any(p.statement_ids))
    group by f.server, f.chat_id, c.zone, c.quiet_from, c.quiet_to
    limit ${limit}`
}

const Id = z.object({ id: z.number() })

export async function addPush(
  db: Db,
  { server, chatId }: ChatKey,
  {
    statementIds = [],
    correctionIds = [],
  }: { statementIds?: readonly number[]; correctionIds?: readonly number[] },
): Promise<number> {
  return Id.parse(
    await db.first(Id)`
      insert into pushes (server, chat_id, statement_ids, correction_ids)
      values (${server}, ${chatId}, ${statementIds}::bigint[], ${correctionIds}::bigint[])
      returning id`,
  ).id
}

/** Corrections that nobody has been told of, the earliest first. */
export async function listUntold(db: Db, limit: number): Promise<number[]> {
  const rows = await db.many(Id)`select id from corrections where told_at is null order by id limit ${limit}`
  return rows.map((it) => it.id)
}

export function markTold(db: Db, correctionIds: readonly number[]): Promise<number> {
  return db.write`update corrections set told_at = now() where id = any(${correctionIds}::bigint[])`
}

const Corrected = z.object({ server: Server, chatId: z.number(), correctionIds: z.array(z.coerce.number()) })

/** By chat which of these corrections are of words that it was shown: by an answer, or by a message of somebody whom it follows. */
export function listCorrected(db: Db, correctionIds: readonly number[]) {
  return db.many(Corrected)`
    with shown as (
      select p.server, p.chat_id, k.id from corrections k
      join pushes p on p.statement_ids @> array[k.statement_id] and p.settled_at is not null and p.failure is null
      where k.id = any(${correctionIds}::bigint[])
      union
      select a.server, a.chat_id, k.id from corrections k join answers a on a.statement_ids @> array[k.statement_id] and a.statement_ids <> '{}'
      where k.id = any(${correctionIds}::bigint[])
    )
    select shown.server, shown.chat_id as "chatId", array_agg(shown.id order by shown.id) as "correctionIds"
    from shown join chats c on c.server = shown.server and c.chat_id = shown.chat_id and c.retired_at is null
    group by shown.server, shown.chat_id`
}

const Correction = z.object({
  statementId: z.number(),
  replacedBy: z.number().nullable(),
  cause: z.enum(['article', 'mistake']),
})

/** What was said in an article, and what stands there in its place; null for nothing. */
export function listCorrections(db: Db, ids: readonly number[]) {
  return db.many(Correction)`
    select statement_id as "statementId", replaced_by as "replacedBy", cause from corrections where id = any(${ids}::bigint[]) order by id`
}

const Push = z.object({
  chatId: z.number(),
  threadId: z.number().nullable(),
  kind: z.string(),
  language: z.enum(['ar', 'en']).nullable(),
  zone: z.string().nullable(),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  statementIds: z.array(z.coerce.number()),
  correctionIds: z.array(z.coerce.number()),
  settled: z.boolean(),
})

export function findPush(db: Db, id: number) {
  return db.first(Push)`
    select p.chat_id as "chatId", c.thread_id as "threadId", c.kind, c.zone, c.quiet_from as "quietFrom", c.quiet_to as "quietTo",
      -- Who has never chosen one is told in the language of the last question.
      coalesce(c.language, (
        select a.language from answers a where a.server = p.server and a.chat_id = p.chat_id order by a.id desc limit 1)) as language,
      p.statement_ids as "statementIds",
      p.correction_ids as "correctionIds", p.settled_at is not null as settled
    from pushes p join chats c on c.server = p.server and c.chat_id = p.chat_id
    where p.id = ${id}`
}

export function settlePush(db: Db, id: number, failure: string | null): Promise<number> {
  return db.write`update pushes set settled_at = now(), failure = ${failure} where id = ${id} and settled_at is null`
}

const Unsettled = z.object({ id: z.number(), server: Server })

export function listUnsettledPushes(db: Db, limit: number) {
  return db.many(Unsettled)`select id, server from pushes where settled_at is null order by id limit ${limit}`
}

/** Older than any news: nothing in them would be told again. */
export function forgetOldPushes(db: Db, days: number): Promise<number> {
  return db.write`delete from pushes where settled_at < now() - make_interval(days => ${days})`
}
