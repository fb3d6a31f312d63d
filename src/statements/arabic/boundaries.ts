// Where a phrase that names somebody cannot go on: marks, complementisers, prepositions, words of time, the next report.

import { lexicon } from './lexicon.ts'
import { type Token, wordAt } from './tokens.ts'

/** Commas and the like, words of time and place, complementisers: no mention goes on over them. */
export function isBoundary(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return !token?.isWord || token.about.isBoundary || isTime(tokens, at)
}

const passing = new Set(
  'الماضي الماضيه الجاري الحالي الحاليه المقبل المقبله الفارط المنصرم القادم القادمه'.split(' '),
)

/** «أمس», «الشهر الماضي», «أول أمس». */
export function isTime(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token?.about.mayBeTime) return false
  const next = wordAt(tokens, at + 1)
  if (token.word === 'اول') return next === 'امس' || next === 'من'
  return lexicon.time.has(token.word) || passing.has(next)
}

/** A word that begins the name of an office or of an organisation. */
export const startsRole = (tokens: Token[], at: number): boolean => tokens[at]?.about.isHead === true

/** Where a name surely ends: at a mark, a complementiser, a preposition, a word of time, or an office. */
export const endsCleanly = (tokens: Token[], at: number): boolean =>
  at >= tokens.length || isBoundary(tokens, at) || startsRole(tokens, at)
