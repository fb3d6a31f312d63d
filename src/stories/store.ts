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
