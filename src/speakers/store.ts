// Who has spoken: which statements are whose, the newest of each person, how much there is and since when.

import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { shownFrom } from '../statements/confidence.ts'

/** Says who made a statement, in its terms too (`speakerTerm`); several people make a joint one. */
export function addSpeakers(
  db: Db,
  pairs: readonly { statementId: number; personId: number }[],
): Promise<number> {
  return db.write`
    with pairs as (
      select "statementId", "personId"
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as t ("statementId" bigint, "personId" bigint)
    ), marked as (
      update statements s set terms = coalesce(s.terms, ''::tsvector) || of.marks
      from (
        select "statementId", array_to_tsvector(array_agg(distinct '@' || "personId")) as marks from pairs group by "statementId"
      ) as of
      where s.id = of."statementId"
    )
    insert into statement_people (statement_id, person_id, published_order, is_shown)
    select "statementId", "personId", a.published_order, s.confidence >= ${shownFrom}
    from pairs
    join statements s on s.id = "statementId" join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id
    on conflict do nothing`
}

const Id = z.object({ id: z.number() })

/** Of each of these people the newest statements that may be shown, so many. An index has them in this order: the rest is not looked at. */
export async function listNewestOf(db: Db, personIds: readonly number[], limit: number): Promise<number[]> {
  const rows = await db.many(Id)`
    select distinct newest.id from unnest(${personIds}::bigint[]) as wanted (person_id)
    cross join lateral (
      select statement_id as id from statement_people
      where person_id = wanted.person_id and is_shown
      order by published_order desc nulls last, statement_id desc
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
      select s.words, r.title, a.language
      from (
        select statement_id from statement_people
        where person_id = wanted.person_id and is_shown
        order by published_order desc nulls last, statement_id desc
        limit ${limit}) as own
      join statements s on s.id = own.statement_id join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id
    ) newest`
}

const Speaker = z.object({
  gender: z.enum(['m', 'f']).nullable(),
  personId: z.number(),
  name: z.string(),
  /** The day of the newest, null where none is dated. */
  latest: z.iso.date().nullable(),
  /** As last written; and as last written in Arabic and in another script. */
  role: z.string().nullable(),
  arabicRole: z.string().nullable(),
  otherRole: z.string().nullable(),
  /** As far as their newest statements tell, known from samples of invented people only. */
  invented: z.boolean(),
})
export type Speaker = z.infer<typeof Speaker>

/** People's statements are counted so far: whoever is in the news every day has thousands, and every answer would count them. */
export const countedMax = 200

/** Of the block that Arabic is written in, as a regular expression of Postgres. */
const arabicLetter = '[\u0620-\u064a]'
/** So many of somebody's newest statements tell when they last spoke, and whether they are invented. */
const newestLooked = 5

/** These people, as far as they have spoken, those with the newest statement first; with their role as last written. */
export function listSpeakers(db: Db, personIds: readonly number[]) {
  return db.many(Speaker)`
    select p.id as "personId", p.name, p.gender, max(said.published_on) as latest,
      (select role from person_roles r where r.person_id = p.id order by last_on desc nulls last, last_statement_id desc limit 1) as role,
      (select role from person_roles r where r.person_id = p.id and r.role ~ ${arabicLetter}
        order by last_on desc nulls last, last_statement_id desc limit 1) as "arabicRole",
      (select role from person_roles r where r.person_id = p.id and r.role !~ ${arabicLetter}
        order by last_on desc nulls last, last_statement_id desc limit 1) as "otherRole",
      bool_and(coalesce(said.sample ->> 'kind', '') = 'invented') as invented
    from people p
    cross join lateral (
      select s.start_at, a.published_on, a.published_order, a.sample
      from (
        select statement_id from statement_people
        where person_id = p.id and is_shown
        order by published_order desc nulls last, statement_id desc
        limit ${newestLooked}) as own
      join statements s on s.id = own.statement_id join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id
    ) said
    where p.id = any(${personIds}::bigint[])
    group by p.id
    order by max(said.published_order) desc nulls last, min(said.start_at), p.id`
}

const Counted = z.object({ personId: z.number(), statements: z.number() })

/** How many statements of each of these people there are, up to `countedMax`. */
export async function countStatements(db: Db, personIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.many(Counted)`
    select wanted.person_id as "personId", counted.statements
    from unnest(${personIds}::bigint[]) as wanted (person_id)
    cross join lateral (
      select count(*) as statements from (
        select from statement_people where person_id = wanted.person_id and is_shown
        limit ${countedMax}) as own) as counted`
  return new Map(rows.map((it) => [it.personId, it.statements]))
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
