// The numbers and days of a text, as a reader of the other language counts them: «4 دنانير» → "4 dinars", «1 ديسمبر» → "1 December".
// Only what stands there in digits, and only with a word that the glossary knows.

import { shownWord } from '../language/glossary.ts'
import type { Reading } from '../language/glossary-reader.ts'
import { months } from '../language/dates.ts'
import { fold } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { followsOn, isNoun, type Source } from './phrase.ts'

/** Every "number + noun" of a text in the language of `to`, each once, in order. */
export function findFigures(source: Source, to: Language): string[] {
  const found = new Set<string>()
  for (let at = 0; at < source.words.length; at++) {
    const number = numberAt(source, at)
    if (!number) continue
    const figure = figureAt(source, number.to, { number: number.text, to })
    if (figure !== undefined) found.add(figure)
    at = number.to - 1
  }
  return [...found]
}

/** Every day that a text names by number and month, each once, in order. */
export function findDays(source: Source, to: Language): string[] {
  const found = new Set<string>()
  source.words.forEach((_, at) => {
    const day = dayAt(source, at)
    if (day) found.add(formatted(day, to))
  })
  return [...found]
}

/** "1,900" and "3.5" are one number; «٤» is 4. */
function numberAt({ words, text }: Source, at: number): { text: string; to: number } | undefined {
  const first = words[at]
  if (!first || !/^\d+$/.test(first.folded)) return undefined
  let to = at + 1
  while (/^[.,٫٬]$/u.test(words[to]?.mark ?? '') && /^\d+$/.test(words[to]?.folded ?? '')) to++
  return { text: fold(text.slice(first.start, words[to - 1]?.end)), to }
}

type Counting = { number: string; to: Language }

function figureAt(source: Source, at: number, counting: Counting): string | undefined {
  if (isPercent(source, at)) return `${counting.number}%`
  if (!followsOn(source, at) || dayAt(source, at - 1)) return undefined
  const first = countableAt(source, at)
  if (!first || !isScale(first)) return first && counted([], first, counting)
  const after = at + first.length
  const second = countableAt(source, after)
  // «40 ألف …» of something unknown is no figure.
  return second || !followsOn(source, after) ? counted([first], second, counting) : undefined
}

const countableAt = (source: Source, at: number): Reading | undefined =>
  followsOn(source, at) ? source.readings(at).find(isCountable) : undefined

function isPercent({ words, text }: Source, at: number): boolean {
  const mark = words[at]?.mark ?? text.slice(words[at - 1]?.end)
  const behind = words.slice(at, at + 2).map((it) => it.folded)
  return (
    /^\s*[%٪]/u.test(mark) ||
    /^(?:في الم[اي]يه|في الميه|بالميه|بالمايه|percent|per cent)/u.test(behind.join(' '))
  )
}

const isCountable = (it: Reading): boolean =>
  isNoun(it) && !it.joined && it.preposition === '' && ['thing', 'person', 'event'].includes(it.term.kind)

const isScale = ({ term }: Reading): boolean =>
  ['thousand', 'million', 'billion'].includes(term.forms.en[0]?.singular ?? '')

function counted(scales: Reading[], noun: Reading | undefined, { number, to }: Counting): string {
  const value = Number(number.replaceAll(',', ''))
  const scale = scales.map((it) => (to === 'en' ? it.term.forms.en[0]?.singular : arabicCounted(it, value)))
  const many = scales.length > 0 ? 100 : value
  const word =
    noun && (to === 'en' ? englishCounted(noun, scales.length > 0 ? 2 : value) : arabicCounted(noun, many))
  return [number, ...scale, word].filter((it) => it !== undefined).join(' ')
}

const englishCounted = ({ term }: Reading, value: number): string => shownWord(term, 'en', value !== 1)

/** Three to ten take the plural, 11 to 99 the singular accusative, hundreds the singular. */
function arabicCounted({ term }: Reading, value: number): string {
  const rest = value % 100
  const word = shownWord(term, 'ar', rest >= 3 && rest <= 10)
  const takesEnding = rest > 10 && !word.includes(' ') && !/(?:[ةاى]|اء|ان)$/.test(word)
  return takesEnding ? `${word}اً` : word
}

type Day = { day: number; month: number; year: number | undefined }

/** "1 December", "December 1", «1 كانون الأول 2026». */
function dayAt({ words }: Source, at: number): Day | undefined {
  const folded = words.slice(Math.max(0, at), Math.max(0, at) + 4).map((it) => it.folded)
  const [first = ''] = folded
  const isNumber = isDay(first)
  const name = monthAt(isNumber ? folded.slice(1) : folded.slice(0, 1))
  const day = isNumber ? first : (folded[1] ?? '')
  if (!name || !isDay(day)) return undefined
  const year = folded[name.length + 1] ?? ''
  return {
    day: Number(day),
    month: name.month,
    year: /^(?:19|20)\d\d$/.test(year) ? Number(year) : undefined,
  }
}

const isDay = (word: string): boolean => /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31

function monthAt(following: readonly string[]): { month: number; length: number } | undefined {
  for (const length of [2, 1]) {
    const words = following.slice(0, length)
    const month = words.length === length ? months.get(words.join(' ')) : undefined
    if (month !== undefined) return { month, length }
  }
  return undefined
}

const locales = { ar: 'ar-EG-u-nu-latn-ca-gregory', en: 'en-GB' }

function formatted({ day, month, year }: Day, to: Language): string {
  const format = new Intl.DateTimeFormat(locales[to], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(year === undefined ? {} : { year: 'numeric' }),
  })
  return format.format(new Date(Date.UTC(year ?? 2024, month - 1, day))).replace(/[\u200e\u200f]/g, '')
}
