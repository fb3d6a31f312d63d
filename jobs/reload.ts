// Reads one source again: what is new or changed is stored, and its summary queued. Safe to run twice: what is stored is a duplicate.

import type { Draft } from '../src/articles/article.ts'
import { loadDraft } from '../src/articles/load.ts'
import { isFoundBy } from '../src/articles/store.ts'
import { articleTerms } from '../src/articles/terms.ts'
import type { App } from '../src/app.ts'
import { type Payload, summarizeOnce } from '../src/queue.ts'
import { nextReading } from '../src/sources/rhythm.ts'
import {
  findReload,
  findSource,
  moveSource,
  noteBrought,
  noteReading,
  noteReloadResult,
  pauseSource,
  type Source,
} from '../src/sources/store.ts'
import { type Visit, visitSource } from '../src/sources/visit.ts'
import { filterQuery } from '../src/subscriptions/interest.ts'

type Needs = Pick<App, 'db' | 'enqueue' | 'fetcher' | 'llm' | 'log' | 'config'>

export async function reload(app: Needs, { sourceId, reloadId }: Payload<'reload'>): Promise<void> {
  const source = await findSource(app.db, sourceId)
  if (!source) return // removed since it was queued
  const visit = await visitSource(source, app.fetcher)
  const { counts, reasons, failure } = await storeAll(app, source, visit.reads)
  await note(app, source, visit, failure)
  if (reloadId !== undefined)
    await account(app, reloadId, { sourceId, address: source.address, counts, reasons })
  app.log.info({ source: source.address, ...counts }, 'source read')
}

async function storeAll({ db, enqueue, llm, log }: Needs, source: Source, reads: Visit['reads']) {
  const counts = { new: 0, changed: 0, duplicate: 0, failed: 0, filtered: 0 }
  const wanted = source.filter === null ? undefined : filterQuery(source.filter)
  const reasons: string[] = []
  let failure: string | null = null
  for await (const read of reads) {
    if ('failed' in read) {
      counts.failed++
      // A folder may hold one bad file among good ones: that is no failure of the whole.
      failure ??= read.failed
      if (reasons.length < reasonsMax) reasons.push(`${read.input}: ${read.failed}`)
      log.warn({ source: source.address, input: read.input, reason: read.failed }, 'could not be read')
      continue
    }
    const draft = asOf(source, read.draft)
    if (wanted !== undefined && !(await isFoundBy(db, articleTerms(draft, draft.language), wanted))) {
      counts.filtered++
      continue
    }
    const { status, articleId, revisionId } = await loadDraft(db, draft)
    await noteBrought(db, source.id, articleId)
    counts[status]++
    if (status !== 'duplicate')
      await enqueue('summarize', { revisionId }, summarizeOnce(revisionId, llm !== undefined))
  }
  return { counts, reasons, failure }
}

/** An admin reads the first reasons in the chat; the log has them all. */
const reasonsMax = 5

/** A source's own topic stands among the keywords of all its articles, and they are in the language that it is said to be in. */
function asOf({ topic, articlesLanguage }: Source, draft: Draft): Draft {
  const language = articlesLanguage ?? draft.language
  const keywords =
    topic === null || draft.keywords.includes(topic) ? draft.keywords : [...draft.keywords, topic]
  return { ...draft, language, keywords }
}

/** When it is due again; where it has moved to; and, after too many failures, that it is left alone, which admins are told once. */
async function note(
  { db, enqueue, config }: Needs,
  source: Source,
  visit: Visit,
  /** What of it could not be read: the whole has not failed for that. */
  partly: string | null,
): Promise<void> {
  const failures = visit.failure === null ? 0 : source.failures + 1
  const next =
    source.everyMinutes === null
      ? undefined
      : nextReading({ ...visit, everyMinutes: source.everyMinutes, failures }, Math.random())
  const waitMs = next?.waitMs ?? null
  await noteReading(db, source.id, { ...visit, failure: visit.failure ?? partly, failures, waitMs })
  if (next?.pause) await leaveAlone({ db, enqueue, config }, source, visit.failure ?? 'gone')
  if (visit.movedTo !== null && failures === 0) await moveSource(db, source.id, visit.movedTo)
}

async function leaveAlone(
  { db, enqueue, config }: Pick<Needs, 'db' | 'enqueue' | 'config'>,
  { id }: Source,
  because: string,
) {
  if (!(await pauseSource(db, id, because, { isTold: false }))) return
  const server = config.telegram ? 'telegram' : 'playground'
  await enqueue('alert', { server, sourceId: id }, `${id}-${Date.now()}`)
}

/** Tells the admin who asked for it. */
async function account(
  { db, enqueue }: Needs,
  id: number,
  result: Parameters<typeof noteReloadResult>[2],
): Promise<void> {
  await noteReloadResult(db, id, result)
  const run = await findReload(db, id)
  if (run) await enqueue('report', { server: run.server, reloadId: id }, `${id}-${run.done}`)
}
