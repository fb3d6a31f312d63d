// What chats have subscribed to and when they want it, in Postgres. Every function is one query; decisions belong to the caller.

import { z } from 'zod'
import { type ChatKey, Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

const Id = z.object({ id: z.number() })

const Subscription = z.object({ id: z.number(), topic: z.string() })
export type Subscription = z.infer<typeof Subscription>

/** A chat's subscriptions, each a topic's id, or what subscriptions/interest.ts makes. */
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
  atOnce: z.boolean(),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  nextAt: z.date().nullable(),
})

/** When a chat wants its digest; undefined for a chat that we do not know. */
export function findDigestTime(db: Db, { server, chatId }: ChatKey) {
  return db.first(Time)`
    select zone, digest_minutes as minutes, digest_days as days, digests_paused_at is not null as "isPaused",
      tells_nothing as "tellsNothing", digest_in_both as "inBoth", digests_at_once as "atOnce", quiet_from as "quietFrom", quiet_to as "quietTo", next_digest_at as "nextAt" from chats
    where server = ${server} and chat_id = ${chatId}`
}

type Wished = {
  zone?: string | null
  minutes?: readonly number[] | null
  days?: number | null
  atOnce?: boolean | null
}

/** What is null stays as it is. `days`: bit 0 is Monday; `atOnce`: as soon as there is news, rather than at hours of the day. */
export function setDigestTime(db: Db, { server, chatId }: ChatKey, wished: Wished): Promise<number> {
  const { zone = null, minutes = null, days = null, atOnce = null } = wished
  return db.write`
    update chats set zone = coalesce(${zone}, zone), digest_minutes = coalesce(${minutes}::int[], digest_minutes),
      digest_days = coalesce(${days}::int, digest_days), digests_at_once = coalesce(${atOnce}::boolean, digests_at_once)
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

/** Articles that are ready and have not been thought of for those who want news at once, locked until the transaction ends. */
export function claimUnannounced(db: Db, limit: number) {
  return db.many(Id)`
    select id from articles where announced_at is null and ready_at is not null order by id limit ${limit} for update skip locked`
}

export function noteAnnounced(db: Db, articleIds: readonly number[]): Promise<number> {
  return db.write`update articles set announced_at = now() where id = any(${articleIds}::bigint[])`
}

const Topic = z.object({ topic: z.string() })

/** The words that somebody who wants news at once has subscribed to. */
export function listWordsAtOnce(db: Db) {
  return db.many(Topic)`
    select distinct s.topic from subscriptions s join chats c on c.server = s.server and c.chat_id = s.chat_id
    where c.digests_at_once and s.topic like 'word:%'`
}

/** What these articles can be subscribed to by, and which of the words find one of them. */
export function listMatching(
  db: Db,
  articleIds: readonly number[],
  words: readonly { topic: string; query: string }[],
) {
  return db.many(Topic)`
    select distinct key as topic from article_keys where article_id = any(${articleIds}::bigint[])
    union
    select w.topic from unnest(${words.map((it) => it.topic)}::text[], ${words.map((it) => it.query)}::text[]) as w (topic, query)
    where exists (
      select from revisions r where r.article_id = any(${articleIds}::bigint[]) and r.is_current and r.terms @@ w.query::tsquery)`
}

const Waiting = z.object({
  server: Server,
  chatId: z.number(),
  zone: z.string(),
  quietFrom: z.number().nullable(),
  quietTo: z.number().nullable(),
  previousTo: z.date().nullable(),
})
export type Waiting = z.infer<typeof Waiting>

/** Chats that want one of these at once and have no digest before them. */
export function listWaiting(db: Db, topics: readonly string[]) {
  return db.many(Waiting)`
    select server, chat_id as "chatId", zone, quiet_from as "quietFrom", quiet_to as "quietTo",
      (select max(d.window_to) from digests d where d.server = c.server and d.chat_id = c.chat_id) as "previousTo"
    from chats c
    where digests_at_once and next_digest_at is null and zone is not null and retired_at is null and digests_paused_at is null
      and exists (
        select from subscriptions s where s.server = c.server and s.chat_id = c.chat_id and s.topic = any(${topics}::text[]))`
}

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
