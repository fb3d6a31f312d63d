// Whether what a rule took for a name can be a person's: «تصريحات بوتين» begins with a noun, «كوربن تريزا ماي» is two people.
// A wrong person is worse than none, but people are called Hope and Rice too: given names are believed first.

import { readingsAt, wordsIn, type Reading } from '../language/glossary-reader.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic } from '../language/script.ts'
import { figureNamed, figures } from './figures.ts'
import { givenNames } from './given-names.ts'
import { lettersOf } from './letters.ts'
import { type PreparedNames, prepareNames, rankNames } from './match.ts'
import { figureOf, surnameOf } from './other-script.ts'
import { doubtfulTitles, joinedForward, particles, titles } from './titles.data.ts'
import { parseName, untitledWords } from './tokens.ts'

/** Longer ones are sentences. */
const mostWords = 8
const mostChars = 80

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
  if (isNameWord(first) || surnameOf(first, hasArabic(first) ? 'en' : 'ar') !== undefined) return false
  const written = wordsIn(words.join(' '))
  const readings = readingsAt(written, 0, hasArabic(first) ? 'ar' : 'en')
  return readings.some((reading) => speaksAgainst(reading, written.length))
}

const isNameWord = (word: string): boolean =>
  [titles, doubtfulTitles, joinedForward, particles].some((list) => list.has(fold(word)))

/** Short words are heads of too many names (جو, تيم), and what is joined to a word is a guess. */
const shortestNoun = 4

function speaksAgainst(reading: Reading, words: number): boolean {
  const { term, length, definite } = reading
  if (reading.joined || reading.preposition !== '' || reading.owned) return false
  if (length === words && neverWhole.has(term.kind)) return !isOnePerson(reading) || words > 1
  if (words === 1) return false
  // «الروسي بوتين»: no name has an article in front of its first word.
  if (term.kind === 'nationality' && definite) return true
  const longest = Math.max(...term.ar.concat(term.en).map((it) => it.length))
  return neverFirst.has(term.kind) && longest >= shortestNoun
}

/** "Baker" and "Taylor" are trades as well. */
const isOnePerson = ({ term, definite, plural }: Reading): boolean =>
  term.kind === 'person' && !definite && !plural

/** A known surname, and then a whole name or another known surname. */
function isTwoPeople(words: readonly string[]): boolean {
  const [first = '', second = '', ...rest] = words
  if (second === '' || isGiven(first)) return false
  if (rest.length === 0)
    return isSurname(first) && !isGiven(second) && isSurname(second) && fold(first) !== fold(second)
  const others = isGiven(second) || figureOf(words.slice(1).join(' ')) !== undefined
  return others && soundsLikeSurname(first)
}

const isSurname = (word: string): boolean => surnameOf(word, hasArabic(word) ? 'en' : 'ar') !== undefined

/** Outlets spell it nearly as the table does (كوربن, كوربين). */
const nearlyAlike = 0.8
let surnames: PreparedNames | undefined

function soundsLikeSurname(word: string): boolean {
  surnames ??= prepareNames([
    ...new Set(
      figures.flatMap(({ latin, arabic }) =>
        [...latin, ...arabic].map((name) => name.split(' ').at(-1) ?? ''),
      ),
    ),
  ])
  return (rankNames(word, surnames, 1)[0]?.score ?? 0) >= nearlyAlike
}
