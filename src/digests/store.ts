// Subscriptions, due times and digests in Postgres. Every function is one query; decisions belong to the caller.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { shownFrom } from '../statements/confidence.ts'
import { Content, type Digest, type Window } from './digest.ts'

const Subscription = z.object({ id: z.number(), topic: z.string() })
export type Subscription = z.infer<typeof Subscription>

/** A chat's subscriptions, each a topic's id or words (digests/interest.ts). */
export function listSubscriptions(db: Db, { server, chatId }: ChatKey): Promise<Subscription[]> {
  return db.many(Subscription)`
    select id, topic from subscriptions where server = ${server} and chat_id = ${chatId} order by topic`
}

/** So many subscriptions a chat may have. */
const subscriptionsMax = 50

/** False where the chat has as many as it may have. */
export async function subscribe(db: Db, { server, chatId }: ChatKey, topic: string): Promise<boolean> {
  await db.write`
    insert into subscriptions (server, chat_id, topic)
    select ${server}, ${chatId}, ${topic}
    where (select count(*) from subscriptions where server = ${server} and chat_id = ${chatId}) < ${subscriptionsMax}
    on conflict do nothing`
  const all = await listSubscriptions(db, { server, chatId })
  return all.some((it) => it.topic === topic)
}

/** One by its number, where it is the chat's own. */
export function unsubscribeFrom(db: Db, { server, chatId }: ChatKey, id: number): Promise<number> {
  return db.write`delete from subscriptions where server = ${server} and chat_id = ${chatId} and id = ${id}`
}

/** Answers how many topics there were; null for the topic means all of them. */
export function unsubscribe(db: Db, { server, chatId }: ChatKey, topic: string | null): Promise<number> {
  return db.write`
    delete from subscriptions
    where server = ${server} and chat_id = ${chatId} and (${topic}::text is null or topic = ${topic})`
}

const Time = z.object({
  zone: z.string().nullable(),
  minutes: z.array(z.number()),
  days: z.number(),
  isPaused: z.boolean(),
  tellsNothing: z.boolean(),
  inBoth: z.boolean(),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  nextAt: z.date().nullable(),
})

/** When a chat wants its digest; undefined for a chat that we do not know. */
export function findDigestTime(db: Db, { server, chatId }: ChatKey) {
  return db.first(Time)`
    select zone, digest_minutes as minutes, digest_days as days, digests_paused_at is not null as "isPaused",
      tells_nothing as "tellsNothing", digest_in_both as "inBoth", quiet_from as "quietFrom", quiet_to as "quietTo", next_digest_at as "nextAt" from chats
    where server = ${server} and chat_id = ${chatId}`
}

/** What is null stays as it is. `days`: bit 0 is Monday. */
export function setDigestTime(
  db: Db,
  { server, chatId }: ChatKey,
  {
    zone = null,
    minutes = null,
    days = null,
  }: { zone?: string | null; minutes?: readonly number[] | null; days?: number | null },
): Promise<number> {
  return db.write`
    update chats set zone = coalesce(${zone}, zone), digest_minutes = coalesce(${minutes}::int[], digest_minutes),
      digest_days = coalesce(${days}::int, digest_days)
    where server = ${server} and chat_id = ${chatId}`
}

/** A paused chat's digests are not due until it takes them up again. */
export function setPaused(db: Db, { server, chatId }: ChatKey, isPaused: boolean): Promise<number> {
  return db.write`
    update chats set digests_paused_at = case when ${isPaused} then coalesce(digests_paused_at, now()) end
    where server = ${server} and chat_id = ${chatId}`
}

/** Minutes after midnight; the same twice is none. */
export function setQuiet(
  db: Db,
  { server, chatId }: ChatKey,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const isNone = from === to
  return db.write`
    update chats set quiet_from = case when not ${isNone} then ${from}::int end, quiet_to = case when not ${isNone} then ${to}::int end
    where server = ${server} and chat_id = ${chatId}`
}

/** Whether a day without news is told. */
export function setTellsNothing(db: Db, { server, chatId }: ChatKey, tells: boolean): Promise<number> {
  return db.write`update chats set tells_nothing = ${tells} where server = ${server} and chat_id = ${chatId}`
}

/** Whether the digest comes in both languages. */
export function setInBoth(db: Db, { server, chatId }: ChatKey, inBoth: boolean): Promise<number> {
  return db.write`update chats set digest_in_both = ${inBoth} where server = ${server} and chat_id = ${chatId}`
}

export function setNextDigest(db: Db, { server, chatId }: ChatKey, nextAt: Date | null): Promise<number> {
  return db.write`
    update chats set next_digest_at = ${nextAt} where server = ${server} and chat_id = ${chatId}`
}

const Due = z.object({
  server: Server,
  chatId: z.number(),
  language: z.enum(['ar', 'en']).nullable(),
  zone: z.string(),
  minutes: z.array(z.number()),
  days: z.number(),
  tellsNothing: z.boolean(),
  dueAt: z.date(),
  previousTo: z.date().nullable(),
})
export type Due = z.infer<typeof Due>

/** One chat whose digest is due, locked until the transaction ends; other processes take others. */
export function claimDue(db: Db, now: Date) {
  return db.first(Due)`
    select server, chat_id as "chatId", language, zone, digest_minutes as minutes, digest_days as days, tells_nothing as "tellsNothing",
      next_digest_at as "dueAt",
      (select max(d.window_to) from digests d where d.server = chats.server and d.chat_id = chats.chat_id) as "previousTo"
    from chats
    where next_digest_at <= ${now} and zone is not null and retired_at is null and digests_paused_at is null
    order by next_digest_at
    limit 1
    for update skip locked`
}

const Id = z.object({ id: z.number() })

/** One more time of day, or one less; the last one stays. What is so already stays so. */
export function setDigestMinute(
  db: Db,
  { server, chatId }: ChatKey,
  { minute, isWanted }: { minute: number; isWanted: boolean },
): Promise<number> {
  return db.write`
    update chats set digest_minutes = wanted.minutes
    from (
      select array(
        select distinct m from (
          select unnest(digest_minutes) as m from chats where server = ${server} and chat_id = ${chatId}
          union select ${minute}::int) as all_of_them
        where ${isWanted} or m <> ${minute}
        order by m) as minutes) wanted
    where server = ${server} and chat_id = ${chatId} and cardinality(wanted.minutes) > 0`
}

/** Undefined when that date of that chat has had its digest of that hour. */
export function addDigest(
  db: Db,
  { server, chatId }: ChatKey,
  local: { date: string; minute: number },
  { language, zone, topics, from, to, nextAt, content }: Digest,
) {
  return db.first(Id)`
    insert into digests (server, chat_id, local_date, local_minute, language, zone, topics, window_from, window_to, next_at, content)
    values (${server}, ${chatId}, ${local.date}::date, ${local.minute}, ${language}, ${zone}, ${topics}::text[], ${from}, ${to}, ${nextAt},
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
      d.next_at as "nextAt", d.content, d.parts_sent as "partsSent", d.settled_at is not null as settled,
      c.thread_id as "threadId", c.kind, c.digest_in_both as "inBoth"
    from digests d join chats c on c.server = d.server and c.chat_id = d.chat_id
    where d.id = ${id}`
}

/** Whether a later digest of the same chat has been made: the news of this one is old then. */
export async function isOutdated(db: Db, { id, server, chatId }: StoredDigest): Promise<boolean> {
  const later = await db.first(Id)`
    select id from digests where server = ${server} and chat_id = ${chatId} and id > ${id} limit 1`
  return later !== undefined
}

/** Digests that nothing is left in the queue for, perhaps: those that are neither sent nor given up, nor wait for somebody's word. */
export function listUnsettled(db: Db, limit: number) {
  return db.many(Id.extend({ server: Server }))`
    select id, server from digests where settled_at is null and (asked_at is null or approved_at is not null) order by id limit ${limit}`
}

export function notePartsSent(db: Db, id: number, partsSent: number): Promise<number> {
  return db.write`update digests set parts_sent = ${partsSent} where id = ${id}`
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

/** What of a window is wanted: articles on one of the topics, that a query finds, or of one of the outlets; nothing of these: all. */
type Wanted = { topics: readonly string[]; query: string | null; outlets: readonly string[] }

/** All articles of a window, how many sources they have, and how many are on other topics than these. */
export async function countInWindow(db: Db, { from, to, by }: Window, { topics, query, outlets }: Wanted) {
  return Counts.parse(
    await db.first(Counts)`
      select count(*) as read, count(distinct coalesce(a.source, a.agency, '')) as sources,
        count(*) filter (where (cardinality(${topics}::text[]) > 0 or ${query}::tsquery is not null or cardinality(${outlets}::text[]) > 0)
          and not exists (select 1 from article_topics t where t.article_id = a.id and t.topic = any(${topics}::text[]))
          and not coalesce(r.terms @@ ${query}::tsquery, false)
          and not (coalesce(a.source, '') = any(${outlets}::text[]) or coalesce(a.agency, '') = any(${outlets}::text[]))) as others
      from articles a join revisions r on r.article_id = a.id and r.is_current
      where case when ${by} = 'loaded'
        then a.loaded_at > ${from} and a.loaded_at <= ${to} and a.published_order > ${from}::timestamptz - interval '2 days'
        else a.published_order > ${from} and a.published_order <= ${to}::timestamptz + interval '12 hours' end`,
  )
}

/** The wanted articles of a window, those in the language first, then the newest. */
export function listInWindow(
  db: Db,
  { from, to, by }: Window,
  { topics, query, outlets }: Wanted,
  { language, limit }: { language: 'ar' | 'en'; limit: number },
) {
  return db.many(Placed)`
    select a.id, coalesce(a.story_id, a.id) as "storyId",
      exists (
        select from statements s join statement_people sp on sp.statement_id = s.id
        where s.revision_id = r.id and s.utterance_id is null and s.confidence >= ${shownFrom}) as "saysNews"
    from articles a join revisions r on r.article_id = a.id and r.is_current and r.analysed_at is not null
    where ((cardinality(${topics}::text[]) = 0 and ${query}::tsquery is null and cardinality(${outlets}::text[]) = 0)
        or a.source = any(${outlets}::text[]) or a.agency = any(${outlets}::text[])
        or exists (select 1 from article_topics t where t.article_id = a.id and t.topic = any(${topics}::text[]))
        or r.terms @@ ${query}::tsquery)
      and case when ${by} = 'loaded'
        then a.loaded_at > ${from} and a.loaded_at <= ${to} and a.published_order > ${from}::timestamptz - interval '2 days'
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

const Story = z.object({ storyId: z.number() })

/** The stories that a chat has been told in its digests of the last days: the first `shown` of each. */
export async function listToldStories(
  db: Db,
  { server, chatId }: ChatKey,
  { days, shown }: { days: number; shown: number },
): Promise<number[]> {
  const rows = await db.many(Story)`
    select distinct coalesce(a.story_id, a.id) as "storyId"
    from digests d
    cross join lateral jsonb_array_elements_text(d.content -> 'articles') with ordinality as told (id, place)
    join articles a on a.id = told.id::bigint
    where d.server = ${server} and d.chat_id = ${chatId} and d.failure is null and told.place <= ${shown}
      and d.window_to > now() - make_interval(days => ${days})`
  return rows.map((it) => it.storyId)
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
