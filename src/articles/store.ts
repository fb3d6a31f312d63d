// Articles and their revisions in Postgres. Every function is one query; decisions belong to the caller.

import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { type Draft, PublishedAt } from './article.ts'
import { Sample } from './samples.ts'

/** An article as it stands now: the facts about it and its current words. */
export const Article = z.object({
  id: z.number(),
  revisionId: z.number(),
  title: z.string(),
  text: z.string(),
  language: z.enum(['ar', 'en', 'other']),
  url: z.string().nullable(),
  externalId: z.string().nullable(),
  source: z.string().nullable(),
  agency: z.string().nullable(),
  place: z.string().nullable(),
  publishedAt: PublishedAt.nullable(),
  sample: Sample.nullable(),
})
export type Article = z.infer<typeof Article>

const Known = z.object({ articleId: z.number(), revisionId: z.number(), contentHash: z.string() })

/** The article that has this address or origin, if any; locked until the transaction ends. */
export function findKnown(db: Db, { url, origin }: Pick<Draft, 'url' | 'origin'>) {
  return db.first(Known)`
    select a.id as "articleId", r.id as "revisionId", r.content_hash as "contentHash"
    from articles a join revisions r on r.article_id = a.id and r.is_current
    where a.url = ${url} or a.origin = ${origin}
    order by (a.url = ${url}) is true desc, a.id
    limit 1
    for update of a`
}

/** The article whose current words are the same, wherever it came from. */
export function findSameWords(db: Db, contentHash: string) {
  return db.first(Known)`
    select article_id as "articleId", id as "revisionId", content_hash as "contentHash"
    from revisions where content_hash = ${contentHash} and is_current`
}

const Id = z.object({ id: z.number() })

export type Published = { at: string; on: string; order: Date } | null

/** Undefined when another process stored an article with this address or origin a moment ago. */
export function addArticle(db: Db, draft: Draft, published: Published, sample: Sample | null) {
  return db.first(Id)`
    insert into articles
      (url, origin, external_id, source, agency, author, place, keywords, language,
       published_at, published_on, published_order, sample)
    values
      (${draft.url}, ${draft.origin}, ${draft.externalId}, ${draft.source}, ${draft.agency}, ${draft.author},
       ${draft.place}, ${draft.keywords}, ${draft.language},
       ${published?.at ?? null}, ${published?.on ?? null}, ${published?.order ?? null}, ${sample})
    on conflict do nothing
    returning id`
}

/** A changed article keeps its address; what is said about it is as new as its words. */
export function updateArticle(
  db: Db,
  articleId: number,
  draft: Draft,
  published: Published,
): Promise<number> {
  return db.write`
    update articles set
      url = coalesce(url, ${draft.url}), origin = coalesce(${draft.origin}, origin), external_id = ${draft.externalId},
      source = ${draft.source}, agency = ${draft.agency}, author = ${draft.author}, place = ${draft.place},
      keywords = ${draft.keywords}, language = ${draft.language}, published_at = ${published?.at ?? null},
      published_on = ${published?.on ?? null}, published_order = ${published?.order ?? null}, story_id = null
    where id = ${articleId}`
}

export function retireRevision(db: Db, revisionId: number): Promise<number> {
  return db.write`
    with retired as (
      update statement_people set is_shown = false where statement_id in (select id from statements where revision_id = ${revisionId})
    ), hidden as (
      update statements set is_shown = false where revision_id = ${revisionId} and is_shown
    )
    update revisions set is_current = false where id = ${revisionId}`
}

/** The same words under another address: noted once an address. Nothing for what has neither address nor origin. */
export function addAppearance(
  db: Db,
  articleId: number,
  { url, origin, source, publishedAt }: Draft,
): Promise<number> {
  return db.write`
    insert into appearances (article_id, origin, source, published_at)
    select ${articleId}, coalesce(${url}, ${origin}), ${source}, ${publishedAt}
    where coalesce(${url}, ${origin}) is not null
    on conflict do nothing`
}

const Outlets = z.object({ articleId: z.number(), source: z.string() })

/** Other outlets that carried the very same words. */
export function listAppearances(db: Db, articleIds: readonly number[]) {
  return db.many(Outlets)`
    select article_id as "articleId", source from appearances
    where article_id = any(${articleIds}::bigint[]) and source is not null
    order by article_id, loaded_at, origin`
}

type Words = { title: string; text: string; contentHash: string; terms: string; nearKeys: readonly number[] }

/** Whether a query finds an article of these terms, stored or not. */
export async function isFoundBy(db: Db, terms: string, tsquery: string): Promise<boolean> {
  const row = await db.first(z.object({ isFound: z.boolean() }))`
    select ${terms}::tsvector @@ ${tsquery}::tsquery as "isFound"`
  return row?.isFound ?? false
}

/** Undefined when these very words were stored a moment ago by another process. */
export function addRevision(db: Db, articleId: number, { title, text, contentHash, terms, nearKeys }: Words) {
  return db.first(Id)`
    insert into revisions (article_id, title, text, content_hash, terms, near_keys)
    values (${articleId}, ${title}, ${text}, ${contentHash}, ${terms}::tsvector, ${nearKeys}::int[])
    on conflict do nothing
    returning id`
}

/**
 * Keeps an article as it is, and for one worker alone, until the transaction ends; false where it is gone. Taken before anything else of it is touched, as a change of
 * its words does: two that take an article and its revision in different order would stand in each other's way.
 */
export async function holdArticle(db: Db, id: number): Promise<boolean> {
  return (await db.first(Id)`select id from articles where id = ${id} for no key update`) !== undefined
}

const Totals = z.object({
  articles: z.number(),
  arabic: z.number(),
  english: z.number(),
  samples: z.number(),
  statements: z.number(),
  summaries: z.number(),
  unfinished: z.number(),
})
export type Totals = z.infer<typeof Totals>

/** How much is stored, of everything: for admins and at the start. */
export async function countAll(db: Db): Promise<Totals> {
  const totals = await db.first(Totals)`
    select count(*) as articles,
      count(*) filter (where language = 'ar') as arabic,
      count(*) filter (where language = 'en') as english,
      count(*) filter (where sample is not null) as samples,
      (select count(*) from statements s join revisions r on r.id = s.revision_id and r.is_current) as statements,
      (select count(distinct revision_id) from summaries m join revisions r on r.id = m.revision_id and r.is_current) as summaries,
      (select count(*) from revisions where is_current and analysed_at is null) as unfinished
    from articles`
  return Totals.parse(totals)
}

const Extent = z.object({
  articles: z.number(),
  undated: z.number(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
})
export type StoreExtent = z.infer<typeof Extent>

/** How many articles there are, and from when to when. Answers take it from articles/extent.ts. */
export async function countExtent(db: Db): Promise<StoreExtent> {
  const extent = await db.first(Extent)`
    select count(*) as articles, count(*) filter (where published_on is null) as undated,
      min(published_on) as "firstDay", max(published_on) as "lastDay"
    from articles`
  return Extent.parse(extent)
}

const Outlet = z.object({ source: z.string().nullable(), articles: z.number() })

/** The outlets that articles came from, the most frequent first. */
export function listOutlets(db: Db, limit: number) {
  return db.many(Outlet)`
    select source, count(*) as articles from articles group by source order by count(*) desc, source limit ${limit}`
}

/** The newest articles, undated last; of one day or period and with any of the terms where asked for. */
export function listNewest(
  db: Db,
  { about, from, to }: { about: string | null; from: string | null; to: string | null },
  limit: number,
  offset = 0,
) {
  return db.many(Article)`
    select a.id, r.id as "revisionId", r.title, r.text, a.language, a.url, a.external_id as "externalId", a.source, a.agency, a.place,
      a.published_at as "publishedAt", a.sample
    from articles a join revisions r on r.article_id = a.id and r.is_current
    where (${about}::tsquery is null or r.terms @@ ${about}::tsquery)
      and (${from}::date is null or a.published_on >= ${from}::date)
      and (${to}::date is null or a.published_on <= ${to}::date)
    order by a.published_order desc nulls last, a.id desc
    limit ${limit} offset ${offset}`
}

const Hit = z.object({ id: z.number(), isExact: z.boolean() })

/** As `listNewest`, of each only its id and whether it holds `exact` too. */
export function listHits(
  db: Db,
  { about, exact, from, to }: { about: string; exact: string; from: string | null; to: string | null },
  limit: number,
) {
  return db.many(Hit)`
    select a.id, r.terms @@ ${exact}::tsquery as "isExact"
    from articles a join revisions r on r.article_id = a.id and r.is_current
    where r.terms @@ ${about}::tsquery
      and (${from}::date is null or a.published_on >= ${from}::date)
      and (${to}::date is null or a.published_on <= ${to}::date)
    order by a.published_order desc nulls last, a.id desc
    limit ${limit}`
}

/** These articles, in no order; those that are gone are missing. */
export function listArticles(db: Db, ids: readonly number[]) {
  return db.many(Article)`
    select a.id, r.id as "revisionId", r.title, r.text, a.language, a.url, a.external_id as "externalId", a.source, a.agency, a.place,
      a.published_at as "publishedAt", a.sample
    from articles a join revisions r on r.article_id = a.id and r.is_current
    where a.id = any(${ids}::bigint[])`
}

const Found = z.object({
  id: z.number(),
  externalId: z.string().nullable(),
  title: z.string(),
  language: z.enum(['ar', 'en', 'other']),
  /** As Postgres writes a tsvector. */
  terms: z.string(),
})

/** Articles that hold any of the query's terms, with all of their own: those first that Postgres ranks best, newest first among equals. */
export function listIndexed(db: Db, tsquery: string, limit: number) {
  return db.many(Found)`
    select a.id, a.external_id as "externalId", r.title, a.language, r.terms::text as terms
    from revisions r join articles a on a.id = r.article_id
    where r.is_current and r.terms @@ ${tsquery}::tsquery
    order by ts_rank('{0.1, 0.2, 1.0, 1.0}', r.terms, ${tsquery}::tsquery, 1) desc, a.published_order desc nulls last, a.id
    limit ${limit}`
}

/** Samples leave as they came: all of them, with everything read out of them. */
export function removeSamples(db: Db): Promise<number> {
  return db.write`delete from articles where sample is not null`
}
