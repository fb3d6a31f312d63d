// The promise in code: a statement's words are the article's, letter for letter, or it is no statement.

import { contains, cut, type Span } from '../language/span.ts'
import type { Readable, Statement } from './statement.ts'

/** Whether a statement's text stands where it says, and its quotes inside it. */
export function isVerbatim(article: Readable, statement: Statement): boolean {
  const source = statement.in === 'title' ? (article.title ?? '') : article.text
  if (statement.text.trim() === '' || !isPlace(source, statement)) return false
  if (cut(source, statement) !== statement.text) return false
  return (
    [...statement.quotes, ...statement.adjuncts].every((part) => isPlace(source, part)) &&
    statement.quotes.every((quote) => contains(statement, quote))
  )
}

const isPlace = (source: string, { start, end }: Span): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= source.length
