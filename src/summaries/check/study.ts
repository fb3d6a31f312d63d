// What is worked out about an article once, for all texts that are held against it.

import { foldedWords } from '../../language/normalise.ts'
import { type PreparedNames, prepareNames } from '../../people/match.ts'
import { extractStatements, findPeople } from '../../statements/extract.ts'
import type { Statement } from '../../statements/statement.ts'
import { type Kind, readTerms } from '../../language/glossary.ts'
import type { Source } from './fault.ts'

export type Study = {
  /** Folded words with a space at both ends of each. */
  words: string
  /** The different words of the article that may be parts of names, for the matcher. */
  names: PreparedNames
  /** The places, nations and institutions of the glossary that stand in the article, by their first English word. */
  terms: ReadonlySet<string>
  /** Everybody whom the article names. */
  people: readonly string[]
  /** Who says what in which sentence. */
  statements: readonly { sentence: number; statement: Statement }[]
}

/** Kinds of the glossary that name somebody or some place. All other terms are common words, whatever their letters. */
export const naming: ReadonlySet<Kind> = new Set(['place', 'nationality', 'name'])

const studies = new WeakMap<Source, Study>()

export function study(source: Source): Study {
  const known = studies.get(source)
  if (known) return known
  const all = foldedWords(source.sentences.join(' '))
  const made: Study = {
    words: ` ${all.join(' ')} `,
    names: prepareNames([...new Set(all.flatMap(withoutClitics))]),
    terms: new Set(termsOf(source.sentences.join('\n'), source)),
    people: findPeople({ text: source.sentences.join('\n') }).map(({ name }) => name),
    statements: statementsOf(source),
  }
  studies.set(source, made)
  return made
}

/** «وبيسكوف» may be «بيسكوف»: both are looked at. */
const withoutClitics = (word: string): string[] =>
  /^[وفبلك][\u0621-\u064a]{3}/.test(word) ? [word, word.slice(1)] : word.length > 1 ? [word] : []

const termsOf = (text: string, { language }: Pick<Source, 'language'>): string[] =>
  readTerms(text, language).flatMap(({ term }) => (term && naming.has(term.kind) ? (term.en[0] ?? []) : []))

function statementsOf({ sentences }: Source): Study['statements'] {
  const [title = '', ...body] = sentences
  const ends: number[] = []
  let length = 0
  for (const sentence of body) ends.push((length += sentence.length + 1))
  return extractStatements({ title, text: body.join('\n') }).map((statement) => ({
    statement,
    sentence: statement.in === 'title' ? 0 : ends.findIndex((end) => statement.start < end) + 1,
  }))
}
