// Which articles report one event. A story is known by its first article.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Told = z.object({
  id: z.number(),
  storyId: z.number().nullable(),
  title: z.string(),
  text: z.string(),
  language: z.enum(['ar', 'en']),
  at: z.date(),
  invented: z.boolean(),
})
/** An article as it is compared with others. `at`: when it was published, or came in where that is not known. */
export type Told = z.infer<typeof Told>

/** False where another process is at it. Until the transaction ends nobody else places articles. */
export async function lockStories(db: Db): Promise<boolean> {
  const row = await db.first(z.object({ locked: z.boolean() }))`
    select pg_try_advisory_xact_lock(hashtext('khabar:stories')) as locked`
  return row?.locked === true
}

/** Articles that have not been compared with others, the earliest first. */
export function listUnplaced(db: Db, limit: number) {
  return db.many(Told)`
    select a.id, a.story_id as "storyId", r.title, r.text, a.language, coalesce(a.published_order, a.loaded_at) as at,
      coalesce(a.sample ->> 'kind' = 'invented', false) as invented
    from articles a join revisions r on r.article_id = a.id and r.is_current and r.analysed_at is not null
    where a.story_id is null and a.language in ('ar', 'en')
    order by coalesce(a.published_order, a.loaded_at), a.id
    limit ${limit}`
}

/** The newest articles, to learn from which words are rare. */
export function listNewestTold(db: Db, limit: number) {
  return db.many(Told)`
    select a.id, a.story_id as "storyId", r.title, r.text, a.language, coalesce(a.published_order, a.loaded_at) as at,
      coalesce(a.sample ->> 'kind' = 'invented', false) as invented
    from articles a join revisions r on r.article_id = a.id and r.is_current
    where a.language in ('ar', 'en')
    order by a.id desc
    limit ${limit}`
}

/**
 * Articles of about the same time that hold one of the terms and belong to a story that began about then too (or an affair of weeks would be one
 * event), those with most of the terms first. Samples stay among themselves.
 */
export function listNear(
  db: Db,
  { id, at, invented }: Told,
  terms: string,
  { hours, limit }: { hours: number; limit: number },
) {
  return db.many(Told)`
    select a.id, a.story_id as "storyId", r.title, r.text, a.language, coalesce(a.published_order, a.loaded_at) as at,
      coalesce(a.sample ->> 'kind' = 'invented', false) as invented
    from revisions r join articles a on a.id = r.article_id join articles s on s.id = a.story_id
    where r.is_current and r.terms @@ ${terms}::tsquery and a.id <> ${id}
      and a.language in ('ar', 'en') and coalesce(a.sample ->> 'kind' = 'invented', false) = ${invented}
      and coalesce(a.published_order, a.loaded_at) between ${at}::timestamptz - make_interval(hours => ${hours})
        and ${at}::timestamptz + make_interval(hours => ${hours})
      and coalesce(s.published_order, s.loaded_at) between ${at}::timestamptz - make_interval(hours => ${hours})
        and ${at}::timestamptz + make_interval(hours => ${hours})
    order by ts_rank(r.terms, ${terms}::tsquery) desc
    limit ${limit}`
}

export function setStory(db: Db, articleId: number, storyId: number): Promise<number> {
  return db.write`update articles set story_id = ${storyId} where id = ${articleId}`
}

/**
 * Articles that have been read and put into their story (those in other languages have none) are ready for digests. The last thing in its transaction: whoever
 * reads by that time (digests/gather) relies on its being over within a minute.
 */
export function markReady(db: Db): Promise<number> {
  return db.write`
    update articles a set ready_at = clock_timestamp()
    from revisions r
    where a.ready_at is null and r.article_id = a.id and r.is_current and r.analysed_at is not null
      and (a.story_id is not null or a.language not in ('ar', 'en'))`
}

const Placed = z.object({ storyId: z.number().nullable() })

/** Null for an article that has none yet, and for one that is not there. */
export async function findStoryOf(db: Db, articleId: number): Promise<number | null> {
  const row = await db.first(Placed)`select story_id as "storyId" from articles where id = ${articleId}`
  return row?.storyId ?? null
}

const OneSided = z.object({
  articleId: z.number(),
  language: z.enum(['ar', 'en']),
  /** The outlets that report it. */
  outlets: z.array(z.string()),
})

/**
 * Stories since a moment that several outlets of one language report and none of the other, those with most outlets first, so many a language.
 * `articleId`: the newest article of each. Invented samples are nobody's blind spot, and a language without any article has none: it is not read at all.
 */
export function listOneSided(
  db: Db,
  since: Date,
  { outletsMin, limit }: { outletsMin: number; limit: number },
) {
  return db.many(OneSided)`
    select "articleId", language, outlets from (
      select max(a.id) as "articleId", min(a.language) as language,
        array_agg(distinct coalesce(a.source, a.agency)) as outlets,
        row_number() over (partition by min(a.language) order by count(distinct coalesce(a.source, a.agency)) desc, max(a.id) desc) as place
      from articles a
      where a.story_id is not null and a.language in ('ar', 'en') and coalesce(a.published_order, a.loaded_at) >= ${since}
        and coalesce(a.source, a.agency) is not null and coalesce(a.sample ->> 'kind' = 'invented', false) = false
        and not exists (
          select from articles o where o.story_id = a.story_id and o.language in ('ar', 'en') and o.language <> a.language)
      group by a.story_id
      having count(distinct coalesce(a.source, a.agency)) >= ${outletsMin}) as told
    where place <= ${limit}
    order by place, language`
}

const Counted = z.object({ ar: z.number(), en: z.number() })

/** How many articles of either language came in since a moment. */
export async function countLanguages(db: Db, since: Date): Promise<z.infer<typeof Counted>> {
  return Counted.parse(
    await db.first(Counted)`
      select count(*) filter (where language = 'ar')::int as ar, count(*) filter (where language = 'en')::int as en
      from articles where coalesce(published_order, loaded_at) >= ${since} and coalesce(sample ->> 'kind' = 'invented', false) = false`,
  )
}
