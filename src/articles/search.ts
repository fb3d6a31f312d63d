// Search by words in both languages and by names in any script.

import type { Db } from '../database/database.ts'
import { readTerms } from '../language/glossary.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { searchArticles } from './store.ts'
import { anyOf, stemsOf } from './terms.ts'

export type SearchResult = { id: number; externalId: string | null; title: string; score: number }

/** Any of the query's stems, and of its glossary terms in the other language, ranked by Postgres. */
export async function searchForArticles(db: Db, query: string, limit: number): Promise<SearchResult[]> {
  const language: Language = hasArabic(query) ? 'ar' : 'en'
  const other: Language = language === 'ar' ? 'en' : 'ar'
  const translated = readTerms(query, language).flatMap(({ term }) =>
    term ? term[other].flatMap((form) => stemsOf(form, other)) : [],
  )
  const terms = anyOf([...stemsOf(query, language), ...translated])
  if (terms === undefined) return []
  const hits = await searchArticles(db, terms, limit)
  return hits.map(({ id, externalId, title, score }) => ({ id, externalId, title, score }))
}
