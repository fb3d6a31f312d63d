// Where a phrase that names somebody cannot go on: marks, complementisers, prepositions, words of time, the next report.

import {
  heads,
  isAudience,
  isComplementiser,
  isFunctionWord,
  lexicon,
  participleForm,
  reportingNoun,
  verbForm,
} from './lexicon.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

/** Commas and the like, words of time and place, complementisers: no mention goes on over them. */
export function isBoundary(tokens: Token[], at: number): boolean {
  if (!isWordAt(tokens, at)) return true
  const word = wordAt(tokens, at)
  return isFunctionWord(word) || isComplementiser(word) || isTime(tokens, at) || isEdge(word)
}

const isEdge = (word: string): boolean =>
  lexicon.relatives.has(word) ||
  verbForm(word)?.joined === true ||
  participleForm(word) !== undefined ||
  reportingNoun(word) !== undefined ||
  isAudience(word)

const timeSpans = new Set('الشهر الاسبوع العام السنه الساعه الايام الليله الفتره'.split(' '))
const passing = new Set(
  'الماضي الماضيه الجاري الحالي الحاليه المقبل المقبله الفارط المنصرم القادم القادمه'.split(' '),
)

/** «أمس», «الشهر الماضي», «أول أمس». */
export function isTime(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  return (
    lexicon.time.has(word) ||
    (timeSpans.has(word) && passing.has(next)) ||
    (word === 'اول' && /^(?:امس|من)$/.test(next))
  )
}

/** A word that begins the name of an office or of an organisation. */
export const startsRole = (tokens: Token[], at: number): boolean => heads.has(wordAt(tokens, at))

/** Where a name surely ends: at a mark, a complementiser, a preposition, a word of time, or an office. */
export const endsCleanly = (tokens: Token[], at: number): boolean =>
  at >= tokens.length || isBoundary(tokens, at) || startsRole(tokens, at)
