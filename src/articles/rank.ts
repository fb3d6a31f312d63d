// Which of some articles a query means: BM25 over stems and over pieces of words inside a language, and across languages over the glossary's
// translations and the sounds of names. Works on the terms that the index holds, so that no text has to be read. Pure.

import { readTerms } from '../language/glossary.ts'
import { foldedWords } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { isStopWord } from '../language/stem.ts'
import { nameKeys } from '../people/sound.ts'
import { keyTerm, stemsOf } from './terms.ts'

/** An article as the index has it. */
export type Indexed = { id: number; language: Language | 'other'; terms: string }

/** Okapi BM25. Repeating a word says less than saying another one too (k1 as Lucene's Anserini has it); lengths as most systems count them. */
const k1 = 0.9
const b = 0.75
/** Words of the title count as much as so many in the text. */
const titleTimes = 2
/** Pieces of words find what stems miss: plurals inside a word, slips, words that belong together. */
const gramLength = 4
/** A name that only sounds alike, and a word that only the glossary links. */
const soundShare = 0.6
const glossaryShare = 0.8

export type Query = {
  language: Language
  /** Its own stems, without stop words. */
  stems: string[]
  /** For each word or phrase that the glossary knows, the stems of each of its forms by language; all of a form's have to be there. */
  known: { [L in Language]: string[][] }[]
  /** For each word that the glossary does not know, its sound keys as the index has them. */
  sounds: string[][]
}

export function readQuery(text: string): Query {
  const language: Language = hasArabic(text) ? 'ar' : 'en'
  const pieces = readTerms(text, language)
  const unknown = pieces.flatMap(({ term, words }) =>
    term ? [] : words.filter((it) => it.length > 2 && !isStopWord(it, language)),
  )
  return {
    language,
    stems: [...new Set(stemsOf(text, language))],
    known: pieces.flatMap(({ term }) =>
      term
        ? [
            {
              ar: term.ar.map((form) => stemsOf(form, 'ar')),
              en: term.en.map((form) => stemsOf(form, 'en')),
            },
          ]
        : [],
    ),
    sounds: unknown.map((word) => soundsOf(word)),
  }
}

/** Keys of two sounds are shared by too much, unless the word has no longer ones. */
function soundsOf(word: string): string[] {
  const keys = nameKeys(word)
  const telling = keys.filter((it) => it.length >= soundsMin)
  return (telling.length > 0 ? telling : keys).map(keyTerm)
}

const soundsMin = 3

/** All terms of a query that an article may be found by. */
export const termsOfQuery = ({ stems, known, sounds }: Query): string[] => [
  ...new Set([...stems, ...known.flatMap(({ ar, en }) => [...ar, ...en].flat()), ...sounds.flat()]),
]

/** The articles with their scores, best first; what shares nothing with the query is left out. */
export function rankArticles(query: Query, articles: readonly Indexed[]): { id: number; score: number }[] {
  const documents = articles.map(readIndexed)
  const average = documents.reduce((sum, it) => sum + it.length, 0) / Math.max(1, documents.length)
  const collection = { documents, average }
  const terms = [
    ...query.stems.map((term) => gainsOf(collection, (it) => it.counts.get(term) ?? 0)),
    ...query.known.map((forms) => gainsOf(collection, (it) => countOfKnown(it, forms, query), glossaryShare)),
    ...query.sounds.map((keys) =>
      gainsOf(collection, (it) => (it.language === query.language ? 0 : countOfKeys(it, keys)), soundShare),
    ),
    ...pairsOf(query.stems).map((pair) => gainsOf(collection, (it) => countOfPair(it, pair))),
  ]
  const pieces = gramsOf(query.stems).map((gram) => gainsOf(collection, (it) => it.grams.get(gram) ?? 0))
  return documents
    .flatMap(({ id }, at) => {
      const isFound = sharedBy(terms, at) > 0 || sharedBy(pieces, at) >= piecesMin
      return isFound ? [{ id, score: scoreOf(terms, at) + scoreOf(pieces, at) }] : []
    })
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
}

/** An article that shares no term with the query has to share so many pieces: of a word that is misspelt, or written in two. */
const piecesMin = 3

type Gains = readonly (readonly number[])[]
const sharedBy = (gains: Gains, at: number): number => gains.filter((it) => (it[at] ?? 0) > 0).length
const scoreOf = (gains: Gains, at: number): number => gains.reduce((sum, it) => sum + (it[at] ?? 0), 0)

type Document = {
  id: number
  language: Language | 'other'
  counts: ReadonlyMap<string, number>
  places: ReadonlyMap<string, readonly number[]>
  grams: ReadonlyMap<string, number>
  length: number
}
type Collection = { documents: readonly Document[]; average: number }

/** What one term gives each document. */
function gainsOf(
  { documents, average }: Collection,
  count: (document: Document) => number,
  share = 1,
): number[] {
  const counts = documents.map(count)
  const found = counts.filter((it) => it > 0).length
  if (found === 0) return []
  const rarity = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
  return counts.map((times, at) => {
    if (times === 0) return 0
    const longness = 1 - b + (b * (documents[at]?.length ?? 0)) / Math.max(1, average)
    return (share * rarity * times * (k1 + 1)) / (times + k1 * longness)
  })
}

/** Another language's words for it; in its own the other forms («حرائق» of «حريق»), where none of the query's own words is there. */
function countOfKnown(document: Document, forms: Query['known'][number], { language, stems }: Query): number {
  if (document.language === 'other') return 0
  const own = forms[document.language]
  const isAsked =
    document.language === language && own.flat().some((it) => stems.includes(it) && document.counts.has(it))
  return isAsked ? 0 : countOfForms(document, own)
}

/** A phrase counts where all of its words are there; of several translations the one that is there most. */
const countOfForms = ({ counts }: Document, forms: readonly (readonly string[])[]): number =>
  Math.max(
    0,
    ...forms.map((stems) => (stems.length === 0 ? 0 : Math.min(...stems.map((it) => counts.get(it) ?? 0)))),
  )

const countOfKeys = ({ counts }: Document, keys: readonly string[]): number =>
  Math.max(0, ...keys.map((it) => counts.get(it) ?? 0))

/** `'lexeme':1A,2B`: as Postgres writes a tsvector, quotes doubled. */
const lexeme = /'((?:[^']|'')*)':([\dA-D,]+)/g

function readIndexed({ id, language, terms }: Indexed): Document {
  const counts = new Map<string, number>()
  const places = new Map<string, number[]>()
  const grams = new Map<string, number>()
  let length = 0
  for (const [, quoted = '', positions = ''] of terms.matchAll(lexeme)) {
    const term = quoted.replaceAll("''", "'")
    let count = 0
    for (const position of positions.split(',')) count += position.endsWith('A') ? titleTimes : 1
    counts.set(term, count)
    places.set(
      term,
      positions.split(',').map((it) => Number.parseInt(it, 10)),
    )
    if (term.startsWith('~')) continue
    length += count
    for (const gram of gramsIn(term)) grams.set(gram, (grams.get(gram) ?? 0) + count)
  }
  return { id, language, counts, places, grams, length }
}

const pairsOf = (stems: readonly string[]): (readonly [string, string])[] =>
  stems.slice(1).map((it, at) => [stems[at] ?? '', it] as const)

/** In the order of the query, with one word between them at most. */
function countOfPair({ places }: Document, [first, second]: readonly [string, string]): number {
  const behind = new Set(places.get(second))
  return (places.get(first) ?? []).filter((at) => behind.has(at + 1) || behind.has(at + 2)).length
}

const gramsOf = (stems: readonly string[]): string[] => [...new Set(stems.flatMap(gramsIn))]

/** Pieces of a word between its edges; a short word is one piece. */
function gramsIn(word: string): string[] {
  const [folded = ''] = foldedWords(word)
  if (folded.length === 0) return []
  const framed = `^${folded}$`
  const pieces = Math.max(1, framed.length - gramLength + 1)
  return Array.from({ length: pieces }, (_, at) => framed.slice(at, at + gramLength))
}
