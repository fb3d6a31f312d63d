// Whether what a rule took for a name can be a person's: «تصريحات بوتين» begins with a noun, «كوربن تريزا ماي» is two people.
// A wrong person is worse than none, but people are called Hope and Rice too: given names are believed first.

import { readingsAt, wordsIn, type Reading } from '../language/glossary-reader.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { type Figure, figureNamed, figures } from './figures.ts'
import { givenNames } from './given-names.ts'
import { lettersOf } from './letters.ts'
import { nameSimilarity, type PreparedNames, prepareNames, rankNames } from './match.ts'
import { figureOf, surnameOf } from './other-script.ts'
import { doubtfulTitles, institutions, joinedForward, particles, titles } from './titles.data.ts'
import { parseName, untitledWords } from './tokens.ts'

/** Longer ones are sentences. */
const mostWords = 12
const mostChars = 100

export function isPersonName(name: string): boolean {
  const words = untitledWords(name)
  const first = words[0] ?? ''
  if (parseName(name).tokens.length === 0 || words.length > mostWords || name.length > mostChars) return false
  if (/[\p{N}«»"“”()[\]:;؛،?؟!]/u.test(words.join(' '))) return false
  if (figureNamed(words.join(' '))) return true
  if (isGiven(first)) return !isTwoPeople(words)
  return !startsSmall(first) && !startsAsNoun(words) && !isTwoPeople(words)
}

const isGiven = (word: string): boolean => givenNames(lettersOf(word)).length > 0

/** "officials said": scripts that have capitals write names with them. */
function startsSmall(first: string): boolean {
  return /^\p{Ll}/u.test(first) && !particles.has(fold(first)) && !/^\p{Ll}+['’-]\p{Lu}/u.test(first)
}

/** What a name never begins with, though its other words may be names. */
const neverFirst: ReadonlySet<string> = new Set(['thing', 'event', 'matter', 'phrase', 'person'])
/** What is no person where it is all there is: an institution, a country. */
const neverWhole: ReadonlySet<string> = new Set(['name', 'place', ...neverFirst])

function startsAsNoun(words: readonly string[]): boolean {
  const first = words[0] ?? ''
  if (words.length > 1 && institutions.has(fold(first))) return true
  if (isNameWord(first) || surnameOf(first, languageOf(first)) !== undefined) return false
  // «سهل بن حنيف»: whoever has a father is somebody.
  if (particles.has(fold(words[1] ?? ''))) return false
  const written = wordsIn(words.join(' '))
  const language = hasArabic(first) ? 'ar' : 'en'
  // "Hope Hicks", "Crime Bill": English names are nouns too often for one noun to tell.
  const allNouns = written.every((_, at) => readingsAt(written, at, language).length > 0)
  return readingsAt(written, 0, language).some(
    (reading) =>
      (isTelling(first, reading, allNouns) || reading.length === Math.max(written.length, 2)) &&
      speaksAgainst(reading, written.length),
  )
}

const isTelling = (first: string, { plural }: Reading, allNouns: boolean): boolean =>
  first.length >= shortestNoun && (hasArabic(first) || plural || allNouns)

const isNameWord = (word: string): boolean =>
  [titles, doubtfulTitles, joinedForward, particles].some((list) => list.has(fold(word)))

/** Short words begin too many names (جو, تيم). */
const shortestNoun = 4

function speaksAgainst(reading: Reading, words: number): boolean {
  const { term, length, definite } = reading
  if (reading.joined || reading.preposition !== '' || reading.owned) return false
  if (length === words && neverWhole.has(term.kind)) return !isOnePerson(reading) || words > 1
  // «المصري» is a surname, «المصرية» and «المصريون» are not.
  if (words === 1) return term.kind === 'nationality' && (reading.feminine || reading.plural)
  // «الروسي بوتين»: no name has an article in front of its first word.
  return (term.kind === 'nationality' && definite) || neverFirst.has(term.kind)
}

/** "Baker" and "Taylor" are trades as well. */
const isOnePerson = ({ term, definite, plural }: Reading): boolean =>
  term.kind === 'person' && !definite && !plural

/** A known surname, and then a whole name or another known surname. */
function isTwoPeople(words: readonly string[]): boolean {
  const [first = '', second = '', ...rest] = words
  if (second === '' || isGiven(first) || isNameWord(first) || isNameWord(second)) return false
  if (rest.length === 0) return isSurname(first) && isSurname(second) && !isGiven(second)
  return beginsAnother(words)
}

function beginsAnother(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  const other = figureOf(words.slice(1).join(' '))
  if (other !== undefined && isWordOf(first, other)) return false
  return (isGiven(second) || other !== undefined) && soundsLikeSurname(first)
}

const isSurname = (word: string): boolean => surnameOf(word, languageOf(word)) !== undefined

/** «تيدروس» before «أدهانوم غيبريسوس» is the same man. */
const isWordOf = (word: string, { latin, arabic }: Figure): boolean =>
  [...latin, ...arabic].some((name) =>
    name.split(' ').some((one) => nameSimilarity(word, one) >= nearlyAlike),
  )

/** The language to look a word up for. */
const languageOf = (word: string): Language => (hasArabic(word) ? 'en' : 'ar')

/** Outlets spell it nearly as the table does (كوربن, كوربين). */
const nearlyAlike = 0.8
let surnames: PreparedNames | undefined

/** Of surnames that are no given names: «حسين أمير» may be one man. */
function soundsLikeSurname(word: string): boolean {
  const last = figures.flatMap(({ latin, arabic }) =>
    [...latin, ...arabic].map((it) => it.split(' ').at(-1) ?? ''),
  )
  surnames ??= prepareNames([...new Set(last)].filter((it) => it.length >= shortestNoun && !isGiven(it)))
  return word.length >= shortestNoun && (rankNames(word, surnames, 1)[0]?.score ?? 0) >= nearlyAlike
}
