// Who else has a text: articles in the store that are the same, give or take.

import { nearCopies, nearKeys } from '../near-copies/near-copy.ts'
import { listWithNearKeys } from '../near-copies/store.ts'
import type { Db } from '../database/database.ts'
import type { Elsewhere, Sent } from './screen.ts'

const candidatesMax = 40

/** One an outlet, the earliest stored first; the article's own address is not elsewhere. */
export async function findElsewhere(db: Db, { text, url }: Pick<Sent, 'text' | 'url'>): Promise<Elsewhere[]> {
  const keys = nearKeys({ text })
  if (keys.length === 0) return []
  const copies = nearCopies(text, await listWithNearKeys(db, keys, candidatesMax))
  const others = copies.filter((it) => url === null || it.url !== url)
  return [...new Map(others.map((it) => [it.source ?? it.url ?? it.title, it])).values()]
}
