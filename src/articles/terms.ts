// The search terms of a text as a Postgres tsvector, written by our own tokeniser: Postgres' Arabic stemmer
// does not join «هجمات» with «الهجمات» and takes the ب of «بيسكوف» for a preposition (measured).

import { foldedWords } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { nameKeys } from '../people/sound.ts'

// Postgres' own limits: positions above 16,383 and more than 256 positions of one lexeme are dropped, a lexeme has at most 2,046 bytes.
const positionMax = 16_383
const positionsPerTermMax = 255
const termCharsMax = 200

type Weight = 'A' | 'B' | 'C'

/** Name keys live among the stems; the mark keeps «BRT» the key from "brt" the word. */
export const keyTerm = (key: string): string => `~${key}`

/** Who spoke lives among the terms of what was said: no word has the mark. */
export const speakerTerm = (personId: number): string => `@${personId}`

/** The terms of an article: stems of its title (A) and text (B), and a blocking key for each word that may be a name (C). */
export function articleTerms(
  { title, text }: { title: string; text: string },
  language: Language | 'other',
): string {
  const terms = new Terms()
  terms.add(stemsOf(title, language), 'A')
  // A title that was taken from the text's own beginning is not said twice.
  terms.add(stemsOf(text.startsWith(title) ? text.slice(title.length) : text, language), 'B')
  const words = new Set(`${title}\n${text}`.match(/[\p{L}\p{M}'’-]+/gu) ?? [])
  terms.add([...new Set([...words].flatMap((word) => nameKeys(word)))].map(keyTerm), 'C')
  return terms.toString()
}

/** The terms of a statement's words alone. */
export function statementTerms(words: string, language: Language | 'other'): string {
  const terms = new Terms()
  terms.add(stemsOf(words, language), 'B')
  return terms.toString()
}

/** A text in a third language is not stemmed: its folded words are its terms. */
export function stemsOf(text: string, language: Language | 'other'): string[] {
  return language === 'other' ? foldedWords(text) : stems(text, language)
}

class Terms {
  readonly #positions = new Map<string, string[]>()
  #next = 1

  add(terms: readonly string[], weight: Weight): void {
    for (const term of terms) {
      const position = Math.min(this.#next++, positionMax)
      if (term.length > termCharsMax) continue
      const positions = this.#positions.get(term) ?? []
      if (positions.length === 0) this.#positions.set(term, positions)
      if (positions.length < positionsPerTermMax) positions.push(`${position}${weight}`)
    }
  }

  toString(): string {
    return Array.from(this.#positions, ([term, at]) => `${quoted(term)}:${at.join(',')}`).join(' ')
  }
}

/** A tsquery that matches any of the terms; undefined when there are none. */
export function anyOf(terms: Iterable<string>): string | undefined {
  const parts = [...new Set(terms)].map(quoted)
  return parts.length === 0 ? undefined : parts.join(' | ')
}

/** A tsquery that matches all of the groups, each by any of its terms. */
export function allOf(groups: readonly (readonly string[])[]): string | undefined {
  const parts = groups.flatMap((group) => anyOf(group) ?? []).map((group) => `(${group})`)
  return parts.length === 0 ? undefined : parts.join(' & ')
}

/**
 * A tsquery that matches all of the groups, each by any of its phrases of one stem or two, the second after the first with room for a word
 * between them. It misses what only a longer phrase would find. Undefined when there are no groups.
 */
export function allPhrases(groups: readonly (readonly (readonly string[])[])[]): string | undefined {
  const parts = groups.map((phrases) => `(${phrases.flatMap(phraseQuery).join(' | ') || noTerm})`)
  return parts.length === 0 ? undefined : parts.join(' & ')
}

/** No text has it: a group without phrases is met by none. */
const noTerm = `'~~'`

function phraseQuery([first = '', second, ...rest]: readonly string[]): string[] {
  if (rest.length > 0) return []
  if (second === undefined) return [quoted(first)]
  return [1, 2].map((distance) => `${quoted(first)} <${distance}> ${quoted(second)}`)
}

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
