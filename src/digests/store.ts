// Digests in Postgres: what is due, what a window holds, what has been sent. Every function is one query; decisions belong to the caller.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { shownFrom } from '../statements/confidence.ts'
import { Content, type Digest, type Window } from './digest.ts'
import type { Wanted } from '../subscriptions/interest.ts'

const Due = z.object({
  server: Server,
  chatId: z.number(),
  language: z.enum(['ar', 'en']).nullable(),
  zone: z.string(),
  minutes: z.array(z.number()),
  days: z.number(),
  tellsNothing: z.boolean(),
  atOnce: z.boolean(),
  dueAt: z.date(),
  previousTo: z.date().nullable(),
})
export type Due = z.infer<typeof Due>

/** One chat whose digest is due, of that server alone, but none of `except`, locked until the transaction ends; other processes take others. */
export function claimDue(
  db: Db,
  now: Date,
  { only, except }: { only: Server | null; except: readonly number[] },
) {
  return db.first(Due)`
    select server, chat_id as "chatId", language, zone, digest_minutes as minutes, digest_days as days, tells_nothing as "tellsNothing",
      digests_at_once as "atOnce", next_digest_at as "dueAt",
      (select max(d.window_to) from digests d where d.server = chats.server and d.chat_id = chats.chat_id) as "previousTo"
    from chats
    where next_digest_at <= ${now} and zone is not null and retired_at is null and digests_paused_at is null
      and chat_id <> all(${except}::bigint[]) and (${only}::text is null or server = ${only})
    order by next_digest_at
    limit 1
    for update skip locked`
}

const Id = z.object({ id: z.number() })

/** Undefined when that date of that chat has had its digest of that hour. */
export function addDigest(
  db: Db,
  { server, chatId }: ChatKey,
  local: { date: string; minute: number },
  { language, zone, topics, from, to, nextAt, content, atOnce }: Digest,
) {
  return db.first(Id)`
    insert into digests (server, chat_id, local_date, local_minute, language, zone, topics, window_from, window_to, next_at, at_once, content)
    values (${server}, ${chatId}, ${local.date}::date, ${local.minute}, ${language}, ${zone}, ${topics}::text[], ${from}, ${to}, ${nextAt}, ${atOnce},
      ${JSON.stringify(content)}::jsonb)
    on conflict do nothing
    returning id`
}

const Stored = z.object({
  id: z.number(),
  server: Server,
  chatId: z.number(),
  language: z.enum(['ar', 'en']),
  zone: z.string(),
  topics: z.array(z.string()),
  from: z.date(),
  to: z.date(),
  nextAt: z.date().nullable(),
  content: Content,
  atOnce: z.boolean(),
  changed: z.array(z.coerce.number()),
  /** The messages of the parts that were sent. */
  messageIds: z.array(z.coerce.number()),
  sentHash: z.string().nullable(),
  staleAt: z.date().nullable(),
  partsSent: z.number(),
  settled: z.boolean(),
  threadId: z.number().nullable(),
  kind: z.string(),
  /** The other language follows in a message of its own. */
  inBoth: z.boolean(),
})
export type StoredDigest = z.infer<typeof Stored>

export function findDigest(db: Db, id: number) {
  return db.first(Stored)`
    select d.id, d.server, d.chat_id as "chatId", d.language, d.zone, d.topics, d.window_from as "from", d.window_to as "to",
      d.next_at as "nextAt", d.content, d.at_once as "atOnce", d.changed_articles as changed, d.message_ids as "messageIds",
      d.sent_hash as "sentHash", d.stale_at as "staleAt", d.parts_sent as "partsSent", d.settled_at is not null as settled,
      c.thread_id as "threadId", c.kind, c.digest_in_both as "inBoth"
    from digests d join chats c on c.server = d.server and c.chat_id = d.chat_id
    where d.id = ${id}`
}

/** Whether a later digest of the same chat has been made: the news of this one is old then. One that came at once has news of its own. */
export async function isOutdated(db: Db, { id, server, chatId, atOnce }: StoredDigest): Promise<boolean> {
  if (atOnce) return false
  const later = await db.first(Id)`
    select id from digests where server = ${server} and chat_id = ${chatId} and id > ${id} limit 1`
  return later !== undefined
}

/** Digests that nothing is left in the queue for, perhaps: those that are neither sent nor given up, nor wait for somebody's word. */
export function listUnsettled(db: Db, limit: number) {
  return db.many(Id.extend({ server: Server }))`
    select id, server from digests where settled_at is null and (asked_at is null or approved_at is not null) order by id limit ${limit}`
}

/** One more part is with its chat. `hash`: of the whole digest as it was sent. */
export function notePartSent(
  db: Db,
  id: number,
  { partsSent, messageId, hash }: { partsSent: number; messageId: number; hash: string },
): Promise<number> {
  return db.write`
    update digests set parts_sent = ${partsSent}, message_ids = message_ids || ${messageId}::bigint, sent_hash = ${hash} where id = ${id}`
}

/**
 * The digests of the last days that show the article (among their first `shown`) and have gone out are to be edited: it has changed. Digests that are still to
 * be sent are made of what it says then.
 */
export function markStale(
  db: Db,
  articleId: number,
  { days, shown }: { days: number; shown: number },
): Promise<number> {
  return db.write`
    update digests
    set stale_at = date_trunc('milliseconds', now()), changed_articles = array(select distinct unnest(changed_articles || ${articleId}::bigint) order by 1)
    where content -> 'articles' @> to_jsonb(${articleId}::bigint) and cardinality(message_ids) > 0
      and coalesce(settled_at, now()) > now() - make_interval(days => ${days}) and failure is null
      and exists (
        select from jsonb_array_elements_text(content -> 'articles') with ordinality as listed (id, place)
        where listed.id::bigint = ${articleId} and listed.place <= ${shown})`
}

/** Digests whose messages do not say yet what has changed. */
export function listStale(db: Db, limit: number) {
  return db.many(Id.extend({ server: Server, staleAt: z.date() }))`
    select id, server, stale_at as "staleAt" from digests where stale_at is not null order by id limit ${limit}`
}

/** Its messages say what its articles said at that moment; one that has changed since leaves it stale. `hash`: of what they say, but for what says that it has changed. */
export function noteRenewed(
  db: Db,
  { id, staleAt }: Pick<StoredDigest, 'id' | 'staleAt'>,
  { hash, messageIds }: { hash: string; messageIds: readonly number[] },
): Promise<number> {
  return db.write`
    update digests set stale_at = case when stale_at > ${staleAt} then stale_at end, sent_hash = ${hash}, message_ids = ${messageIds}::bigint[] where id = ${id}`
}

/** Sent, or given up for the reason. */
export function settleDigest(db: Db, id: number, failure: string | null): Promise<number> {
  return db.write`update digests set settled_at = now(), failure = ${failure} where id = ${id} and settled_at is null`
}

/** The digests with this chat's own buttons: another chat's are not found, a button's data may be forged. */
export async function findOwnDigest(db: Db, key: ChatKey, id: number): Promise<StoredDigest | undefined> {
  const digest = await findDigest(db, id)
  return digest?.server === key.server && digest.chatId === key.chatId ? digest : undefined
}

const Counts = z.object({ read: z.number(), sources: z.number(), others: z.number() })

/** All articles of a window, how many sources they have, and how many are not wanted. */
export async function countInWindow(db: Db, { from, to, by }: Window, { keys, query }: Wanted) {
  return Counts.parse(
    await db.first(Counts)`
      select count(*) as read, count(distinct coalesce(a.source, a.agency, '')) as sources,
        count(*) filter (where (cardinality(${keys}::text[]) > 0 or ${query}::tsquery is not null)
          and not exists (select from article_keys k where k.article_id = a.id and k.key = any(${keys}::text[]))
          and not coalesce(r.terms @@ ${query}::tsquery, false)) as others
      from articles a join revisions r on r.article_id = a.id and r.is_current
      where case when ${by} = 'ready'
        then a.ready_at > ${from} and a.ready_at <= ${to}
          -- Samples are of no day in particular.
          and (a.published_order > ${from}::timestamptz - interval '2 days' or a.sample is not null)
        else a.published_order > ${from} and a.published_order <= ${to}::timestamptz + interval '12 hours' end`,
  )
}

/** The wanted articles of a window, those in the language first, then the newest. */
export function listInWindow(
  db: Db,
  { from, to, by }: Window,
  { keys, query }: Wanted,
  { language, limit }: { language: 'ar' | 'en'; limit: number },
) {
  return db.many(Placed)`
    select a.id, coalesce(a.story_id, a.id) as "storyId",
      exists (
        select from statements s join statement_people sp on sp.statement_id = s.id
        where s.revision_id = r.id and s.utterance_id is null and s.confidence >= ${shownFrom}) as "saysNews"
    from articles a join revisions r on r.article_id = a.id and r.is_current and r.analysed_at is not null
    where ((cardinality(${keys}::text[]) = 0 and ${query}::tsquery is null)
        or exists (select from article_keys k where k.article_id = a.id and k.key = any(${keys}::text[]))
        or r.terms @@ ${query}::tsquery)
      and case when ${by} = 'ready'
        then a.ready_at > ${from} and a.ready_at <= ${to}
          -- Samples are of no day in particular.
          and (a.published_order > ${from}::timestamptz - interval '2 days' or a.sample is not null)
        else a.published_order > ${from} and a.published_order <= ${to}::timestamptz + interval '12 hours' end
    order by (a.language = ${language}) desc, a.published_order desc, a.id desc
    limit ${limit}`
}

const Placed = z.object({
  id: z.number(),
  storyId: z.number(),
  /** It holds words of somebody that no article before it had; only those of people are compared. */
  saysNews: z.boolean(),
})

const Had = z.object({ articleId: z.number(), storyId: z.number(), isShown: z.boolean() })

/** The articles that a chat's digests of the last days have listed, with their stories; the first `shown` of each were told, the others left out. */
export function listHad(
  db: Db,
  { server, chatId }: ChatKey,
  { days, shown }: { days: number; shown: number },
) {
  return db.many(Had)`
    select a.id as "articleId", coalesce(a.story_id, a.id) as "storyId", coalesce(bool_or(listed.place <= ${shown}), false) as "isShown"
    from digests d
    cross join lateral (
      select id::bigint, place from jsonb_array_elements_text(d.content -> 'articles') with ordinality as listed (id, place)
      union all
      select id::bigint, null from jsonb_each(d.content -> 'also') as also (story, ids), jsonb_array_elements_text(also.ids) as others (id)
    ) as listed
    join articles a on a.id = listed.id
    where d.server = ${server} and d.chat_id = ${chatId} and d.failure is null
      and d.window_to > now() - make_interval(days => ${days})
    group by a.id`
}

const Spoken = z.object({ personId: z.number(), articleId: z.number(), utterances: z.number() })

/** How much the people whom a chat follows say in these articles. */
export function listFollowedIn(db: Db, { server, chatId }: ChatKey, articleIds: readonly number[]) {
  return db.many(Spoken)`
    select f.person_id as "personId", r.article_id as "articleId", count(distinct coalesce(s.utterance_id, s.id)) as utterances
    from follows f
    join statement_people sp on sp.person_id = f.person_id
    join statements s on s.id = sp.statement_id and s.confidence >= ${shownFrom}
    join revisions r on r.id = s.revision_id and r.is_current
    where f.server = ${server} and f.chat_id = ${chatId} and r.article_id = any(${articleIds}::bigint[])
    group by f.person_id, r.article_id
    order by f.person_id, r.article_id`
}
