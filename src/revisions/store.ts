// What is to be done about an article's words, and who is at it: read for statements, summarised without a model, and by one.

import { z } from 'zod'
import { Article } from '../articles/store.ts'
import type { Db } from '../database/database.ts'

const Id = z.object({ id: z.number() })

/** The revision that this one's article had before; undefined for a first one. */
export async function findPrevious(db: Db, revisionId: number): Promise<number | undefined> {
  const row = await db.first(Id)`
    select before.id from revisions own join revisions before on before.article_id = own.article_id and before.id < own.id
    where own.id = ${revisionId}
    order by before.id desc
    limit 1`
  return row?.id
}

const Unread = Article.extend({ analysed: z.boolean(), modelled: z.boolean() })

/** One revision with its article, to be read for statements and summarised. Undefined when it was replaced or deleted meanwhile. */
export function findRevision(db: Db, revisionId: number) {
  return db.first(Unread)`
    select a.id, r.id as "revisionId", r.title, r.text, a.language, a.url, a.external_id as "externalId", a.source, a.agency, a.place,
      a.published_at as "publishedAt", a.sample, r.analysed_at is not null as analysed, r.modelled_at is not null as modelled
    from revisions r join articles a on a.id = r.article_id
    where r.id = ${revisionId} and r.is_current`
}

/** Work that no job may be left for: revisions without their statements and summary, or (with a model) without the model's. */
export async function listUnfinished(db: Db, withModel: boolean, limit: number): Promise<number[]> {
  const rows = await db.many(Id)`
    select id from revisions
    where is_current and (analysed_at is null or (${withModel} and modelled_at is null))
    order by id
    limit ${limit}`
  return rows.map((row) => row.id)
}

/** True for the one caller who finished the revision first. */
export async function markAnalysed(db: Db, revisionId: number): Promise<boolean> {
  return (
    (await db.write`update revisions set analysed_at = now() where id = ${revisionId} and analysed_at is null`) ===
    1
  )
}

/** Who asks the model says so every few seconds; a claim that nobody has renewed for so long is a dead worker's. */
const claimSeconds = 30
export const claimRenewedMs = 10_000

/** True for the one worker who may ask the model about a revision now. */
export async function claimModel(db: Db, revisionId: number): Promise<boolean> {
  return (
    (await db.write`
      update revisions set claimed_at = now()
      where id = ${revisionId} and modelled_at is null
        and (claimed_at is null or claimed_at < now() - make_interval(secs => ${claimSeconds}))`) === 1
  )
}

/** The worker is still at it. */
export function renewClaim(db: Db, revisionId: number): Promise<number> {
  return db.write`update revisions set claimed_at = now() where id = ${revisionId} and claimed_at is not null`
}

/** It was asked for nothing, or in vain: the next try need not wait. */
export function releaseModel(db: Db, revisionId: number): Promise<number> {
  return db.write`update revisions set claimed_at = null where id = ${revisionId}`
}

/** The model's summary was stored, or given up. `verdict`: what the checks found in its answers. */
export function markModelled(db: Db, revisionId: number, verdict?: object): Promise<number> {
  const json = verdict === undefined ? null : JSON.stringify(verdict)
  return db.write`update revisions set modelled_at = now(), verdict = ${json}::jsonb where id = ${revisionId}`
}

/**
 * Current revisions that came in in the last days and have no summary by the model under this prompt are unfinished again, the newest first;
 * answers which.
 */
export async function forgetModelled(
  db: Db,
  { days, promptVersion, limit }: { days: number; promptVersion: string; limit: number },
): Promise<number[]> {
  const rows = await db.many(Id)`
    update revisions set modelled_at = null, claimed_at = null
    where id in (
      select r.id from revisions r join articles a on a.id = r.article_id
      where r.is_current and r.modelled_at is not null and a.language in ('ar', 'en')
        and a.loaded_at > now() - make_interval(days => ${days})
        and not exists (
          select from summaries m where m.revision_id = r.id and m.method = 'model' and m.prompt_version = ${promptVersion})
      order by r.id desc
      limit ${limit})
    returning id`
  return rows.map((it) => it.id)
}
