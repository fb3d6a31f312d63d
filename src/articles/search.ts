// Search by words in both languages and by names in any script.

import type { Db } from '../database/database.ts'
import { rankArticles, readQuery, termsOfQuery } from './rank.ts'
import { listIndexed } from './store.ts'
import { anyOf } from './terms.ts'

export type SearchResult = { id: number; externalId: string | null; title: string; score: number }

/** Postgres finds so many that share a term with the query, by a coarse rank of its own; which of them are meant is decided here. */
const candidatesMax = 400

export async function searchForArticles(db: Db, query: string, limit: number): Promise<SearchResult[]> {
  const read = readQuery(query)
  const terms = anyOf(termsOfQuery(read))
  if (terms === undefined) return []
  const candidates = await listIndexed(db, terms, candidatesMax)
  const byId = new Map(candidates.map((it) => [it.id, it]))
  return rankArticles(read, candidates)
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const found = byId.get(id)
      return found ? [{ id, externalId: found.externalId, title: found.title, score }] : []
    })
}
