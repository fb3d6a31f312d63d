// How much there is to search: said under every answer, so it must not cost each of them a count of the whole store.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Extent = z.object({
  articles: z.number(),
  undated: z.number(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
})
export type StoreExtent = z.infer<typeof Extent>

/** A count is good for so many times as long as it took: one of 20 ms for a second, one of a second for 50. */
const goodForTimes = 50
/** Quicker ones are not kept: a small store is always counted as it is. */
const quickMs = 20

type Kept = { extent: StoreExtent; goodUntilMs: number; next: Promise<StoreExtent> | undefined }
const kept = new WeakMap<Db, Kept>()

/** Once a count has grown old it is given a last time while the next is made: in a large store only the first asker waits. */
export async function extentOfStore(db: Db): Promise<StoreExtent> {
  const last = kept.get(db)
  if (!last) return count(db)
  if (performance.now() > last.goodUntilMs && !last.next) {
    last.next = count(db)
    // Whoever asks next counts anew, and meets the failure if it lasts.
    last.next.catch(() => kept.delete(db))
  }
  return last.extent
}

async function count(db: Db): Promise<StoreExtent> {
  const startMs = performance.now()
  const extent = Extent.parse(
    await db.first(Extent)`
      select count(*) as articles, count(*) filter (where published_on is null) as undated,
        min(published_on) as "firstDay", max(published_on) as "lastDay"
      from articles`,
  )
  const endMs = performance.now()
  if (endMs - startMs < quickMs) kept.delete(db)
  else kept.set(db, { extent, goodUntilMs: endMs + (endMs - startMs) * goodForTimes, next: undefined })
  return extent
}
