// How much there is to search: said under every answer, so it must not cost each of them a count of a large store.

import type { Db } from '../database/database.ts'
import { countExtent, type StoreExtent } from './store.ts'

/** Smaller stores are counted as they are: that takes some milliseconds. */
const largeMin = 5_000
/** A count is good for so many times as long as it took: one of 20 ms for a second, one of a second for 50. */
const goodForTimes = 50

type Kept = { extent: StoreExtent; goodUntilMs: number; next: Promise<StoreExtent> | undefined }
const kept = new WeakMap<Db, Kept>()

/** Once the count of a large store has grown old it is given a last time while the next is made: only the first asker waits. */
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
  const extent = await countExtent(db)
  const endMs = performance.now()
  if (extent.articles < largeMin) kept.delete(db)
  else kept.set(db, { extent, goodUntilMs: endMs + (endMs - startMs) * goodForTimes, next: undefined })
  return extent
}
