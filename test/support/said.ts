// A statement as the store gives it, read out of an article that is not stored.

import type { Said } from '../../src/statements/store.ts'
import { extractStatements } from '../../src/statements/extract.ts'

/** The statement of an article's text at a place in their order. */
export const saidOf = (
  article: { title: string; text: string },
  language: Said['language'],
  at: number,
): Said => {
  const statement = extractStatements(article).filter((it) => it.in === 'text')[at]
  if (!statement) throw new Error('no statement')
  return {
    ...statement,
    id: 1,
    articleId: 1,
    revisionId: 1,
    ordinal: 0,
    externalId: null,
    translation: null,
    utteranceId: 1,
    title: article.title,
    body: article.text,
    language,
    url: null,
    source: null,
    agency: null,
    publishedAt: null,
    sample: null,
    words: statement.text,
    personIds: [],
    isCurrent: true,
    alsoIn: [],
  }
}
