// How likely two articles report one event, by their words alone or with the time between them. Pure; no model.
// Within a language: the words that tell most, those of the opening above all, rare ones, and the days of the week that both name.
// Across languages: what the glossary, the numbers and the sounds of names have in common.

import { readTerms } from '../language/glossary.ts'
import { weekdayNames } from '../language/calendar.data.ts'
import { foldedWords } from '../language/normalise.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { isStopWord, stems } from '../language/stem.ts'
import { nameKeys } from '../people/sound.ts'
import { findPeople } from '../statements/extract.ts'
import { findNumbers } from '../summaries/check/numbers.ts'
import type { Weights } from './weights.ts'

export type Readable = { title: string; text: string; language: Language }

type Vector = ReadonlyMap<string, number>

/** What is compared of an article. */
export type Shape = {
  language: Language
  whole: Vector
  opening: Vector
  rare: ReadonlySet<string>
  days: ReadonlySet<number>
  /** The same in every language. */
  neutral: Vector
}

/** So many words are an article's opening. */
const openingWords = 50
/** Words with a weight above this stand in one article in a hundred or fewer. */
const rareWeight = 0.665
/** What stands further down says less about the event. */
const textCharsMax = 12_000

/** The terms of an article, in its own language and in none, for counting. */
export function termsOf(article: Readable): string[] {
  const text = `${article.title}\n${article.text.slice(0, textCharsMax)}`
  return [...stems(text, article.language), ...neutralTerms(text, article.language)]
}

export function shapeOf({ title, text, language }: Readable, weights: Weights): Shape {
  const read = text.slice(0, textCharsMax)
  const own = stems(`${title}\n${read}`, language)
  return {
    language,
    whole: vectorOf(own, weights),
    opening: vectorOf(stems(openingOf(title, read), language), weights),
    rare: new Set(own.filter((it) => weights.of(it) > rareWeight)),
    days: daysIn(read),
    neutral: vectorOf(neutralTerms(`${title}\n${read}`, language), weights),
  }
}

const openingOf = (title: string, read: string): string =>
  `${title} ${read.split(/\s+/).slice(0, openingWords).join(' ')}`

/** Of each kind so many are looked for. */
const tellingMax = 10
const namedMax = 4

/**
 * The terms of an article that tell most, as the search index has them: stems in both languages, and the sound keys of whom it names. What
 * shares none of them is not compared.
 */
export function tellingTerms(
  { title, text, language }: Readable,
  weights: Weights,
): { stems: string[]; keys: string[] } {
  const opening = openingOf(title, text.slice(0, textCharsMax))
  const other = otherLanguage(language)
  const best = (terms: readonly string[], by = (term: string) => weights.of(term)) =>
    [...new Set(terms)].toSorted((a, b) => by(b) - by(a)).slice(0, tellingMax)
  const concepts = readTerms(opening, language).flatMap(({ term }) =>
    term && term.kind !== 'phrase' ? [term] : [],
  )
  const told = new Map(concepts.map((term) => [term.en[0] ?? '', term]))
  const translated = best([...told.keys()], (name) => weights.of(`=${name}`)).flatMap((name) =>
    stems(told.get(name)?.[other][0] ?? '', other),
  )
  const people = findPeople({ title, text: text.slice(0, peopleCharsMax) }).slice(0, namedMax)
  const names = people.flatMap(({ name }) => foldedWords(name).slice(-2))
  return {
    stems: [...best(stems(opening, language)), ...new Set(translated)],
    keys: [...new Set(names.flatMap((word) => nameKeys(word)))],
  }
}

/** Whom the news is about is named early. */
const peopleCharsMax = 2_000

/**
 * Fitted by logistic regression on 224 pairs of Arabic articles (`npm run eval -- stories`), shifted so that 0 tells one event from two
 * best. The figures are weights of the features in `withinLanguage`, the constant first.
 */
const fitted = { base: -4.7, whole: 4.3, openings: 4.15, opening: 8, days: 1.5, rare: 2.8 }
/** Days that only one of two articles names say nothing: the mean of the data stands in. */
const daysUnknown = 0.45
const across = { base: -3.2, neutral: 14 }

/** Above 0: one event. */
export function likeness(a: Shape, b: Shape): number {
  if (a.language !== b.language) return across.base + across.neutral * cosine(a.neutral, b.neutral)
  const { whole, openings, opening, days, rare } = withinLanguage(a, b)
  return (
    fitted.base +
    fitted.whole * whole +
    fitted.openings * openings +
    fitted.opening * opening +
    fitted.days * days +
    fitted.rare * rare
  )
}

/** Events of one kind come back: each day between two articles takes this much. */
const perDay = 0.5
const dayHours = 24

/** The same with the hours between the two. */
export const likenessInTime = (a: Shape, b: Shape, hoursApart: number): number =>
  likeness(a, b) - perDay * Math.max(0, Math.abs(hoursApart) / dayHours - 0.5)

/** The features, each from 0 to 1. */
function withinLanguage(a: Shape, b: Shape) {
  return {
    whole: cosine(a.whole, b.whole),
    openings: cosine(a.opening, b.opening),
    opening: Math.max(cosine(a.opening, b.whole), cosine(b.opening, a.whole)),
    days: a.days.size + b.days.size === 0 ? daysUnknown : shared(a.days, b.days) / union(a.days, b.days),
    rare: shared(a.rare, b.rare) / Math.max(1, Math.min(a.rare.size, b.rare.size)),
  }
}

function vectorOf(terms: readonly string[], weights: Weights): Vector {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const vector = new Map(
    Array.from(counts, ([term, count]) => [term, (1 + Math.log(count)) * weights.of(term)]),
  )
  const length = Math.hypot(...vector.values())
  if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length)
  return vector
}

function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

const shared = <Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): number =>
  [...a].filter((it) => b.has(it)).length
const union = <Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): number => a.size + b.size - shared(a, b)

const weekdays = weekdayNames.map((names) =>
  names.filter((name) => /^ال|day$/.test(name)).map((name) => foldedWords(name).join(' ')),
)

function daysIn(text: string): Set<number> {
  const words = ` ${foldedWords(text).join(' ')} `
  return new Set(
    weekdays.flatMap((names, day) => (names.some((it) => words.includes(` ${it} `)) ? [day] : [])),
  )
}

/** Smaller numbers stand in every article. */
const numberMin = 3

/** Concepts of the glossary, numbers, and sound keys of the words that are neither common nor known. */
function neutralTerms(text: string, language: Language): string[] {
  const pieces = readTerms(text, language)
  const concepts = pieces.flatMap(({ term }) => (term ? [`=${term.en[0]}`] : []))
  const numbers = [...findNumbers(text)].filter((it) => it >= numberMin).map((it) => `#${it}`)
  const unknown = pieces.flatMap(({ term, words }) =>
    term ? [] : words.filter((it) => !isStopWord(it, language)),
  )
  return [...concepts, ...numbers, ...unknown.flatMap((word) => nameKeys(word)).map((key) => `~${key}`)]
}
