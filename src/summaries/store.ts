// Summaries in Postgres: one a revision and language, whoever was asked for it and however often.

import { z } from 'zod'
import type { Db } from '../database/database.ts'
import type { Language } from '../language/script.ts'
import type { Summary } from './summary.ts'

/** The first one stays: two workers on one article cannot both win. */
export function addSummary(
  db: Db,
  revisionId: number,
  language: Language,
  { headline, body, method }: Summary,
) {
  return db.write`
    insert into summaries (revision_id, language, headline, body, method)
    values (${revisionId}, ${language}, ${headline}, ${body}, ${method})
    on conflict (revision_id, language) do nothing`
}

type Written = { headline: string; body: string; model: string; promptVersion: string }

/** A model's summary takes the place of the offline one and of one that was asked for in other words, never of another model's. */
export function addModelSummary(
  db: Db,
  revisionId: number,
  language: Language,
  { headline, body, model, promptVersion }: Written,
) {
  return db.write`
    insert into summaries (revision_id, language, headline, body, method, model, prompt_version)
    values (${revisionId}, ${language}, ${headline}, ${body}, 'model', ${model}, ${promptVersion})
    on conflict (revision_id, language) do update set
      headline = excluded.headline, body = excluded.body, method = 'model', model = excluded.model,
      prompt_version = excluded.prompt_version, written_at = now()
    where summaries.method <> 'model' or summaries.prompt_version <> excluded.prompt_version`
}

const Row = z.object({
  articleId: z.number(),
  revisionId: z.number(),
  language: z.enum(['ar', 'en']),
  headline: z.string(),
  body: z.string(),
  method: z.enum(['model', 'extract', 'facts']),
})
export type StoredSummary = z.infer<typeof Row>

export function listSummaries(db: Db, articleIds: readonly number[]) {
  return db.many(Row)`
    select r.article_id as "articleId", m.revision_id as "revisionId", m.language, m.headline, m.body, m.method
    from summaries m join revisions r on r.id = m.revision_id and r.is_current
    where r.article_id = any(${articleIds}::bigint[])`
}

const ByModel = z.object({
  language: z.enum(['ar', 'en']),
  headline: z.string(),
  body: z.string(),
  model: z.string(),
})
type ByModel = z.infer<typeof ByModel>

/** A revision's summaries that a model wrote with this prompt: both languages or none. */
export async function findModelSummaries(
  db: Db,
  revisionId: number,
  promptVersion: string,
): Promise<{ ar: ByModel; en: ByModel } | undefined> {
  const rows = await db.many(ByModel)`
    select language, headline, body, model from summaries
    where revision_id = ${revisionId} and method = 'model' and prompt_version = ${promptVersion}`
  const [ar, en] = (['ar', 'en'] as const).map((language) => rows.find((it) => it.language === language))
  return ar && en ? { ar, en } : undefined
}
