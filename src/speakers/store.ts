// Who has spoken: which statements are whose, the newest of each person, how much there is and since when.

import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { shownFrom } from '../statements/confidence.ts'

/** Says who made a statement; several people make a joint one. */
export function addSpeakers(
  db: Db,
  pairs: readonly { statementId: number; personId: number }[],
): Promise<number> {
  return db.write`
    insert into statement_people (statement_id, person_id, published_order)
    select "statementId", "personId", a.published_order
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as t ("statementId" bigint, "personId" bigint)
    join statements s on s.id = "statementId" join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id
    on conflict do nothing`
}

const Id = z.object({ id: z.number() })

/** Of each of these people the newest statements that may be shown, so many. An index has them in this order: the rest is not looked at. */
export async function listNewestOf(db: Db, personIds: readonly number[], limit: number): Promise<number[]> {
  const rows = await db.many(Id)`
    select distinct newest.id from unnest(${personIds}::bigint[]) as wanted (person_id)
    cross join lateral (
      select s.id from statement_people sp
      join statements s on s.id = sp.statement_id and s.confidence >= ${shownFrom}
      join revisions r on r.id = s.revision_id and r.is_current
      where sp.person_id = wanted.person_id
      order by sp.published_order desc nulls last, sp.statement_id desc
      limit ${limit}) newest`
  return rows.map((it) => it.id)
}

const Spoken = z.object({
  personId: z.number(),
  words: z.string(),
  title: z.string(),
  language: z.enum(['ar', 'en', 'other']),
})

/** Of the same statements of each of these people only what tells what they are about: articles are long. */
export function listNewestWords(db: Db, personIds: readonly number[], limit: number) {
  return db.many(Spoken)`
    select wanted.person_id as "personId", newest.words, newest.title, newest.language
    from unnest(${personIds}::bigint[]) as wanted (person_id)
    cross join lateral (
      select s.words, r.title, a.language from statement_people sp
      join statements s on s.id = sp.statement_id and s.confidence >= ${shownFrom}
      join revisions r on r.id = s.revision_id and r.is_current
      join articles a on a.id = r.article_id
      where sp.person_id = wanted.person_id
      order by sp.published_order desc nulls last, sp.statement_id desc
      limit ${limit}) newest`
}

const Speaker = z.object({
  gender: z.enum(['m', 'f']).nullable(),
  personId: z.number(),
  name: z.string(),
  /** Up to `countedMax`. */
  statements: z.number(),
  /** The day of the newest, null where none is dated. */
  latest: z.iso.date().nullable(),
  role: z.string().nullable(),
  /** Known from samples of invented people only. */
  invented: z.boolean(),
})
export type Speaker = z.infer<typeof Speaker>

/** People's statements are counted so far: whoever is in the news every day has thousands, and every answer would count them. */
export const countedMax = 200

/** These people, as far as they have spoken, those with the newest statement first; with their role as last written. Of each the newest statements tell. */
export function listSpeakers(db: Db, personIds: readonly number[]) {
  return db.many(Speaker)`
    select p.id as "personId", p.name, p.gender, count(*) as statements, max(said.published_on) as latest,
      (array_agg(said.role order by said.published_order desc nulls last, said.start_at) filter (where said.role is not null))[1] as role,
      bool_and(coalesce(said.sample ->> 'kind', '') = 'invented') as invented
    from people p
    cross join lateral (
      select s.role, s.start_at, a.published_on, a.published_order, a.sample
      from statement_people sp
      join statements s on s.id = sp.statement_id and s.confidence >= ${shownFrom}
      join revisions r on r.id = s.revision_id and r.is_current
      join articles a on a.id = r.article_id
      where sp.person_id = p.id
      order by sp.published_order desc nulls last, sp.statement_id desc
      limit ${countedMax}) said
    where p.id = any(${personIds}::bigint[])
    group by p.id
    order by max(said.published_order) desc nulls last, min(said.start_at), p.id`
}

const SpeakerId = z.object({ personId: z.number() })

/** Among so many of the newest articles somebody has spoken; older ones are not looked through. */
const newestArticlesMax = 1_000

/** Who spoke last, the newest first. */
export async function listNewestSpeakers(db: Db, limit: number): Promise<number[]> {
  const rows = await db.many(SpeakerId)`
    with newest as (
      select id, published_order from articles order by published_order desc nulls last, id desc limit ${newestArticlesMax})
    select sp.person_id as "personId"
    from newest a
    join revisions r on r.article_id = a.id and r.is_current
    join statements s on s.revision_id = r.id and s.confidence >= ${shownFrom}
    join statement_people sp on sp.statement_id = s.id
    group by sp.person_id
    order by max(a.published_order) desc nulls last, min(s.start_at), sp.person_id
    limit ${limit}`
  return rows.map((it) => it.personId)
}
