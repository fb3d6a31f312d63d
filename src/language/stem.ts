// Brings the forms of a word together for search, topics and summaries: «والهجمات» and «هجمة», "voting" and "votes".
// Light on purpose: only what the commonest affixes hide is cut, so that two names rarely fall together.

import { fold, foldedWords } from './normalise.ts'
import { remembered } from './remembered.ts'
import { hasArabic, type Language } from './script.ts'
import { stopWords } from './stop-words.data.ts'

const dropped = { ar: foldedSet(stopWords.ar), en: foldedSet(stopWords.en) }

/**
 * The stems of a text in order, repetitions kept, stop words left out. Each word is stemmed by its own script, so that
 * a Latin name in an Arabic article and in an English question meet; stop words are those of the text's language alone,
 * because "WHO" or "IT" in an Arabic article is a name.
 */
export function stems(text: string, language: Language): string[] {
  return foldedWords(text)
    .filter((word) => !dropped[language].has(word))
    .map(stemOf)
}

/** The news repeats its words. */
const wordsKept = 100_000

/** The stem of one folded word by its own script, a stop word's too. */
export const stemOf = remembered((word) => stem(word, hasArabic(word) ? 'ar' : 'en'), wordsKept)

/** The stem of one folded word (as `foldedWords` gives it). A word in another script than the language's comes back as it is. */
export function stem(word: string, language: Language): string {
  if (language === 'ar') return hasArabic(word) ? arabicStem(word) : word
  return /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*$/u.test(word) ? englishStem(withoutAccents(word)) : word
}

/** Whether a folded word is a stop word of the language. */
export const isStopWord = (word: string, language: Language): boolean => dropped[language].has(word)

/** Longest first, so that «وبال» is not taken for «و» alone. */
const arabicPrefixes = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل']
const arabicSuffixes = ['ها', 'هم', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

/**
 * "light10" (Larkey, Ballesteros and Connell, 2002) on folded letters, with «ف» before the article as well.
 * Suffixes are tried once each in this order, and no cut leaves fewer than two letters (three for a bare «و»).
 */
function arabicStem(word: string): string {
  const prefix = arabicPrefixes.find((it) => word.startsWith(it) && word.length - it.length >= 2)
  let left = prefix ? word.slice(prefix.length) : word
  if (!prefix && left.startsWith('و') && left.length >= 4) left = left.slice(1)
  for (const suffix of arabicSuffixes) {
    if (left.endsWith(suffix) && left.length - suffix.length >= 2) left = left.slice(0, -suffix.length)
  }
  // «مدرستها»: before a pronoun the feminine ending is written with an open ت.
  if (/ت(ها|هم|ه)$/.test(word) && left.endsWith('ت') && left.length >= 4) left = left.slice(0, -1)
  return left
}

/** The inflections of Porter's second stemmer (plural, -ed, -ing) and -ly; a final e or y no longer tells forms apart. */
function englishStem(word: string): string {
  if (word.length <= 3) return word
  const left = withoutLy(withoutPast(singular(word)))
  return left.length > 3 ? left.replace(/e$/, '').replace(/y$/, 'i') : left
}

function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || word === 'news') return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function withoutPast(word: string): string {
  const found = /^(.*[aeiouy].*?)(ing|ed)(ly)?$/.exec(word)
  const root = found?.[1]
  if (root === undefined || root.length < 3 || word.endsWith('eed')) return word
  // "planned" → "plan", but "called" → "call": l, s and z are doubled in the word itself.
  return /([bdfgmnprt])\1$/.test(root) ? root.slice(0, -1) : root
}

function withoutLy(word: string): string {
  return word.length > 5 && word.endsWith('ly') ? word.slice(0, -2) : word
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

function foldedSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold))
}
