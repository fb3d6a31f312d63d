// Reads one source again: what is new or changed is stored, and its summary queued. Safe to run twice: what is stored is a duplicate.

import { loadDraft } from '../src/articles/load.ts'
import type { App } from '../src/app.ts'
import { type Payload, summarizeOnce } from '../src/queue.ts'
import { readInput } from '../src/sources/read.ts'
import { findReload, findSource, noteRead, noteReloadResult } from '../src/sources/store.ts'

export async function reload(
  { db, enqueue, fetcher, llm, log }: Pick<App, 'db' | 'enqueue' | 'fetcher' | 'llm' | 'log'>,
  { sourceId, reloadId }: Payload<'reload'>,
): Promise<void> {
  const source = await findSource(db, sourceId)
  if (!source) return // removed since it was queued
  const counts = { new: 0, changed: 0, duplicate: 0, failed: 0 }
  let failure: string | null = null
  const reasons: string[] = []
  for await (const read of readInput(source.address, { fetcher })) {
    if ('failed' in read) {
      counts.failed++
      failure ??= read.failed
      if (reasons.length < reasonsMax) reasons.push(`${read.input}: ${read.failed}`)
      log.warn({ source: source.address, input: read.input, reason: read.failed }, 'could not be read')
      continue
    }
    const { status, revisionId } = await loadDraft(db, read.draft)
    counts[status]++
    if (status !== 'duplicate')
      await enqueue('summarize', { revisionId }, summarizeOnce(revisionId, llm !== undefined))
  }
  await noteRead(db, sourceId, failure)
  if (reloadId !== undefined) await account(reloadId, { sourceId, address: source.address, counts, reasons })
  log.info({ source: source.address, ...counts }, 'source read')

  /** Tells the admin who asked for it. */
  async function account(id: number, result: Parameters<typeof noteReloadResult>[2]): Promise<void> {
    await noteReloadResult(db, id, result)
    const run = await findReload(db, id)
    if (run) await enqueue('report', { server: run.server, reloadId: id }, `${id}-${run.done}`)
  }
}

/** An admin reads the first reasons in the chat; the log has them all. */
const reasonsMax = 5
