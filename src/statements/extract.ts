// Finds who said what in an article, in whichever of the two languages it is written. Other languages give nothing
// rather than nonsense, and nothing leaves here that is not the article's own words.

import { detectLanguage } from '../language/script.ts'
import type { Span } from '../language/span.ts'
import { extractArabic } from './arabic/arabic.ts'
import { findArabicPeople } from './arabic/people.ts'
import { extractEnglish, findEnglishPeople } from './english/english.ts'
import { confidenceOf, type RatedStatement } from './confidence.ts'
import type { Readable, Statement } from './statement.ts'
import { isVerbatim } from './verbatim.ts'

/** Somebody whom an article names, speaking or not. */
export type Person = {
  /** The fullest form that stands in the article, as written there. */
  name: string
  /** The office that the article gives, as written; null for none. */
  role: string | null
  /** Every place in the text that means this person: by name, by a part of it or by office («الوزير التشيكي»). */
  mentions: Span[]
}

/** The statements of an article: those of its title first, then by their place in the text. */
export function extractStatements(article: Readable): RatedStatement[] {
  const language = languageOf(article)
  if (language === 'other') return []
  const found = language === 'ar' ? extractArabic(article) : extractEnglish(article)
  return found
    .filter((it) => isVerbatim(article, it) && !isRepeated(it, found))
    .toSorted(
      (a, b) => Number(b.in === 'title') - Number(a.in === 'title') || a.start - b.start || a.end - b.end,
    )
    .map((it) => ({ ...it, confidence: confidenceOf(it) }))
}

/** An article without a title has its first sentence for one: what is said there is said once, in the text. */
const isRepeated = (it: Statement, found: readonly Statement[]): boolean =>
  it.in === 'title' &&
  found.some(
    (other) =>
      other.in === 'text' && other.text === it.text && other.start === it.start && other.end === it.end,
  )

/** The people whom an article's text names, whether or not they speak, in the order of their first mention. */
export function findPeople(article: Readable): Person[] {
  const language = languageOf(article)
  if (language === 'other') return []
  return language === 'ar' ? findArabicPeople(article) : findEnglishPeople(article)
}

const languageOf = ({ title, text }: Readable): ReturnType<typeof detectLanguage> =>
  detectLanguage(title ? `${title}\n${text}` : text)
