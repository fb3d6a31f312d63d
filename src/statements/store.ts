// Statements in Postgres. A row holds offsets into one revision; its words are stored beside them only to be searched.

import { z } from 'zod'
import { PublishedAt } from '../articles/article.ts'
import { Sample } from '../articles/samples.ts'
import { speakerTerm, statementTerms } from '../articles/terms.ts'
import type { Db } from '../database/database.ts'
import type { Language } from '../language/script.ts'
import { type RatedStatement, shownFrom } from './confidence.ts'
import { Adjunct, Form, SpanSchema, VerbClass } from './statement.ts'

const Inserted = z.object({ id: z.number(), ordinal: z.number() })

/** Stores a revision's statements; answers their ids in the same order. */
export async function addStatements(
  db: Db,
  revisionId: number,
  statements: readonly RatedStatement[],
  language: Language | 'other',
): Promise<number[]> {
  if (statements.length === 0) return []
  const rows = statements.map((it, ordinal) => ({
    ...it,
    ordinal,
    terms: statementTerms(it.text, language),
    speakerTerms: statementTerms(`${it.speaker} ${it.role ?? ''}`, language),
  }))
  const inserted = await db.many(Inserted)`
    insert into statements
      (revision_id, published_order, is_shown, ordinal, speaker, person, role, verb, verb_class, form, place, start_at, end_at, words, quotes, via, adjuncts, terms, speaker_terms, confidence)
    select ${revisionId}, (select a.published_order from revisions r join articles a on a.id = r.article_id where r.id = ${revisionId}),
      confidence >= ${shownFrom}, ordinal, speaker, person, role, verb, "verbClass", form, "in", start, "end", text, quotes,
      array(select jsonb_array_elements_text(via)), adjuncts, terms::tsvector, "speakerTerms"::tsvector, confidence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t
      (ordinal int, speaker text, person text, role text, verb text, "verbClass" text, form text, "in" text, start int, "end" int,
       text text, quotes jsonb, via jsonb, adjuncts jsonb, terms text, "speakerTerms" text, confidence real)
    on conflict (revision_id, ordinal) do update set ordinal = excluded.ordinal
    returning id, ordinal`
  return inserted.toSorted((a, b) => a.ordinal - b.ordinal).map((row) => row.id)
}

/** A statement with all that an answer shows of it: who, the words' place, and the article they stand in. */
export const Said = z.object({
  id: z.number(),
  articleId: z.number(),
  revisionId: z.number(),
  ordinal: z.number(),
  externalId: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  language: z.enum(['ar', 'en', 'other']),
  url: z.string().nullable(),
  source: z.string().nullable(),
  agency: z.string().nullable(),
  publishedAt: PublishedAt.nullable(),
  sample: Sample.nullable(),
  speaker: z.string(),
  person: z.string().nullable(),
  role: z.string().nullable(),
  verb: z.string(),
  verbClass: VerbClass,
  form: Form,
  in: z.enum(['text', 'title']),
  start: z.number(),
  end: z.number(),
  words: z.string(),
  quotes: z.array(SpanSchema),
  via: z.array(z.string()),
  adjuncts: z.array(Adjunct),
  personIds: z.array(z.coerce.number()),
  /** False once the article has changed: the words are those of an earlier revision. */
  isCurrent: z.boolean(),
  /** What was said, reported by a model in the language that the article is not in; null where there is none. */
  translation: z.string().nullable(),
  /** The same for all reports of one utterance. */
  utteranceId: z.number(),
  /** Other outlets that carried the very same article. */
  alsoIn: z.array(z.string()),
})
export type Said = z.infer<typeof Said>

export type SaidWords = Pick<Said, 'words' | 'title' | 'language'>

/** Which statements: all conditions that are not null must hold. */
export type Wanted = {
  personIds: readonly number[] | null
  /** A tsquery over the speaker as written and the role. */
  speaker: string | null
  /** A tsquery over the statement's own words. */
  about: string | null
  /** Days as published, both included. Undated articles are in no period. */
  from: string | null
  to: string | null
  articleId: number | null
  /** Of these alone. */
  ids: readonly number[] | null
  /** Of samples that tell of invented people, or of all others. */
  invented: boolean | null
}

export const anything: Wanted = {
  personIds: null,
  speaker: null,
  about: null,
  from: null,
  to: null,
  articleId: null,
  ids: null,
  invented: null,
}

/**
 * Statements that are sure enough to be shown, newest first, undated last; inside an article in the order of its text. Which they are is found from
 * the statements alone, by their terms or from the newest on, as Postgres deems best; what an answer shows of them is read of these only.
 */
export async function listStatements(db: Db, wanted: Wanted, limit: number): Promise<Said[]> {
  const { ids, personIds, articleId } = wanted
  if (ids !== null || articleId !== null) return readStatements(db, wanted, limit)
  const found: number[] = []
  for (const personId of personIds ?? [null])
    found.push(...(await listNewestIds(db, { ...wanted, personId }, limit)))
  return readStatements(db, { ...wanted, ids: found }, limit)
}

type WantedOfOne = Pick<Wanted, 'speaker' | 'about' | 'from' | 'to' | 'invented'> & {
  personId: number | null
}

/**
 * The newest that fit, of one person or of all. A publisher's day is another's day before or after: what is near is looked at, what is in the period kept. Two queries of the same conditions, since each
 * walks an index of its own from the newest on: one for both would sort all that somebody has said.
 */
async function listNewestIds(db: Db, wanted: WantedOfOne, limit: number): Promise<number[]> {
  const { personId, speaker, from, to, invented } = wanted
  const about =
    personId === null || wanted.about === null
      ? wanted.about
      : `'${speakerTerm(personId)}' & (${wanted.about})`
  const asksArticle = from !== null || to !== null || invented !== null
  const rows =
    personId === null
      ? await db.many(Id)`
          select s.id from statements s
          where s.is_shown
            and (${speaker}::tsquery is null or s.speaker_terms @@ ${speaker}::tsquery)
            and (${about}::tsquery is null or s.terms @@ ${about}::tsquery)
            and (${from}::date is null or s.published_order >= ${from}::date - 1)
            and (${to}::date is null or s.published_order < ${to}::date + 2)
            and (not ${asksArticle}::boolean or exists (
              select from revisions r join articles a on a.id = r.article_id
              where r.id = s.revision_id
                and (${from}::date is null or a.published_on >= ${from}::date)
                and (${to}::date is null or a.published_on <= ${to}::date)
                and (${invented}::boolean is null or (coalesce(a.sample ->> 'kind', '') = 'invented') = ${invented})))
          order by s.published_order desc nulls last, s.id desc
          limit ${limit}`
      : await db.many(Id)`
          select s.id from statement_people sp join statements s on s.id = sp.statement_id
          where sp.person_id = ${personId} and sp.is_shown
            and (${speaker}::tsquery is null or s.speaker_terms @@ ${speaker}::tsquery)
            and (${about}::tsquery is null or s.terms @@ ${about}::tsquery)
            and (${from}::date is null or sp.published_order >= ${from}::date - 1)
            and (${to}::date is null or sp.published_order < ${to}::date + 2)
            and (not ${asksArticle}::boolean or exists (
              select from revisions r join articles a on a.id = r.article_id
              where r.id = s.revision_id
                and (${from}::date is null or a.published_on >= ${from}::date)
                and (${to}::date is null or a.published_on <= ${to}::date)
                and (${invented}::boolean is null or (coalesce(a.sample ->> 'kind', '') = 'invented') = ${invented})))
          order by sp.published_order desc nulls last, sp.statement_id desc
          limit ${limit}`
  return rows.map((it) => it.id)
}

const Id = z.object({ id: z.number() })

function readStatements(
  db: Db,
  { ids, articleId }: Pick<Wanted, 'ids' | 'articleId'>,
  limit: number,
): Promise<Said[]> {
  return db.many(Said)`
    select id, "articleId", "revisionId", ordinal, "externalId", title, body, language, url, source, agency, "publishedAt", sample,
      speaker, person, role, verb, "verbClass", form, "in", start, "end", words, quotes, via, adjuncts, "personIds", "isCurrent",
      translation, "utteranceId", "alsoIn"
    from said
    where "isCurrent" and confidence >= ${shownFrom}
      and (${ids}::bigint[] is null or id = any(${ids}::bigint[]))
      and (${articleId}::bigint is null or "articleId" = ${articleId})
    order by published_order desc nulls last, "articleId" desc, "in" desc, "start"
    limit ${limit}`
}

const Reportable = z.object({
  id: z.number(),
  in: z.enum(['text', 'title']),
  start: z.number(),
  end: z.number(),
  speaker: z.string(),
  isPerson: z.boolean(),
  words: z.string(),
})

/** Statements of a revision that are worth a report in the other language: those of people first, the surest first. */
export function listReportable(db: Db, revisionId: number, limit: number) {
  return db.many(Reportable)`
    select id, place as "in", start_at as "start", end_at as "end", coalesce(person, speaker) as speaker,
      person is not null as "isPerson", words
    from statements
    where revision_id = ${revisionId} and confidence >= ${shownFrom} and speaker <> '' and length(words) <= ${reportedCharsMax}
    order by person is null, confidence desc, ordinal
    limit ${limit}`
}

/** Longer statements cost more than a reader of the other language has from them; the summary tells the gist. */
const reportedCharsMax = 600

/** The first one stays, whoever was asked and however often. */
export function setTranslation(db: Db, statementId: number, words: string): Promise<number> {
  return db.write`update statements set translation = ${words} where id = ${statementId} and translation is null`
}

/** Statements that another revision has word for word, of the same speaker, take over its reports in the other language. */
export function copyTranslations(db: Db, from: number, to: number): Promise<number> {
  return db.write`
    update statements own set translation = other.translation
    from statements other
    where own.revision_id = ${to} and other.revision_id = ${from} and own.translation is null and other.translation is not null
      and own.words = other.words and coalesce(own.person, own.speaker) = coalesce(other.person, other.speaker)`
}

export function findStatement(db: Db, id: number): Promise<Said | undefined> {
  return db.first(Said)`select * from said where id = ${id}`
}

const Told = z.object({
  id: z.number(),
  articleId: z.number(),
  in: z.enum(['text', 'title']),
  words: z.string(),
  language: z.enum(['ar', 'en']),
  personIds: z.array(z.coerce.number()),
  utteranceId: z.number(),
})
export type ToldStatement = z.infer<typeof Told>

/** What people say in the articles of a story, the earliest report first. */
export function listOfStory(db: Db, storyId: number, limit: number) {
  return db.many(Told)`
    select said.id, "articleId", "in", words, said.language, "personIds", "utteranceId"
    from said join articles a on a.id = said."articleId"
    where a.story_id = ${storyId} and "isCurrent" and confidence >= ${shownFrom} and cardinality("personIds") > 0
      and said.language in ('ar', 'en')
    order by said.published_order nulls last, "articleId", "in" desc, "start"
    limit ${limit}`
}

export function setUtterance(db: Db, id: number, utteranceId: number): Promise<number> {
  return db.write`update statements set utterance_id = ${utteranceId} where id = ${id} and id <> ${utteranceId}`
}

const Recorded = z.object({
  id: z.number(),
  utteranceId: z.number(),
  in: z.enum(['text', 'title']),
  speaker: z.string(),
  words: z.string(),
  form: Form,
})
export type Recorded = z.infer<typeof Recorded>

/** A revision's statements that are sure enough to be shown, in the order of its text. Whoever is named is known by name. */
export function listRecorded(db: Db, revisionId: number) {
  return db.many(Recorded)`
    select id, coalesce(utterance_id, id) as "utteranceId", place as "in", coalesce(person, speaker) as speaker, words, form
    from statements
    where revision_id = ${revisionId} and confidence >= ${shownFrom} and speaker <> ''
    order by ordinal`
}

/** Once a statement: a later revision that still lacks it is no second correction. */
export function addCorrection(
  db: Db,
  {
    statementId,
    revisionId,
    replacedBy,
    cause = 'article',
  }: {
    statementId: number
    revisionId: number
    replacedBy: number | null
    /** Its article has changed the words, or they were read wrong here. */
    cause?: 'article' | 'mistake'
  },
): Promise<number> {
  return db.write`
    insert into corrections (statement_id, revision_id, replaced_by, cause) values (${statementId}, ${revisionId}, ${replacedBy}, ${cause})
    on conflict do nothing`
}

/** Found to be wrong: kept, and shown as nobody's answer any more. */
export function hideStatement(db: Db, id: number): Promise<number> {
  return db.write`
    with hidden as (update statement_people set is_shown = false where statement_id = ${id})
    update statements set confidence = 0, is_shown = false where id = ${id}`
}
