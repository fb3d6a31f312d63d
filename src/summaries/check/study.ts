// What is worked out about an article once, for all texts that are held against it, and only when one of them asks.

import { foldedWords } from '../../language/normalise.ts'
import { stems } from '../../language/stem.ts'
import { nationNamed, nationOfAdjective } from '../../people/nations.ts'
import { type PreparedNames, prepareNames } from '../../people/match.ts'
import { extractStatements, findPeople } from '../../statements/extract.ts'
import type { Statement } from '../../statements/statement.ts'
import { type Kind, readTerms } from '../../language/glossary.ts'
import type { Source } from './fault.ts'
import { findNumbers } from './numbers.ts'

/** Kinds of the glossary that name somebody or some place. All other terms are common words, whatever their letters. */
export const naming: ReadonlySet<Kind> = new Set(['place', 'nationality', 'name'])

const studies = new WeakMap<Source, Study>()

export function study(source: Source): Study {
  const known = studies.get(source)
  if (known) return known
  const made = new Study(source)
  studies.set(source, made)
  return made
}

class Study {
  readonly #source: Source
  #words: string | undefined
  #names: PreparedNames | undefined
  #terms: ReadonlySet<string> | undefined
  #concepts: ReadonlySet<string> | undefined
  #stems: ReadonlySet<string> | undefined
  #numbers: ReadonlySet<number> | undefined
  #nations: ReadonlySet<string> | undefined
  #people: readonly string[] | undefined
  #statements: readonly Placed[] | undefined

  constructor(source: Source) {
    this.#source = source
  }

  /** Folded words with a space at both ends of each. */
  get words(): string {
    return (this.#words ??= ` ${foldedWords(this.#source.sentences.join(' ')).join(' ')} `)
  }

  /** The different words of the article that may be parts of names, for the matcher. */
  get names(): PreparedNames {
    return (this.#names ??= prepareNames([...new Set(this.words.trim().split(' ').flatMap(withoutClitics))]))
  }

  /** The places, nations and institutions of the glossary that stand in the article, by their first English word. */
  get terms(): ReadonlySet<string> {
    return (this.#terms ??= new Set(termsOf(this.#text, this.#source)))
  }

  /** The countries that it names, by themselves or by an adjective of theirs. */
  get nations(): ReadonlySet<string> {
    if (this.#nations) return this.#nations
    const words = this.words.trim().split(' ')
    const found = words.flatMap((word, at) =>
      [word, `${word} ${words[at + 1] ?? ''}`]
        .flatMap(readingsOf)
        .flatMap((it) => nationNamed(it) ?? nationOfAdjective(it) ?? []),
    )
    // "U.S.", "U.K." are two words each by now.
    if (/ u s /.test(this.words)) found.push(...[nationNamed('US')].filter((it) => it !== undefined))
    return (this.#nations = new Set(found.map(({ code }) => code)))
  }

  /** All that the article speaks of and the glossary knows, each thing by its first English word. */
  get concepts(): ReadonlySet<string> {
    return (this.#concepts ??= new Set(
      readTerms(this.#text, this.#source.language).flatMap(({ term }) => term?.en[0] ?? []),
    ))
  }

  /** Every stem of the article, in its own language. */
  get stems(): ReadonlySet<string> {
    return (this.#stems ??= new Set(stems(this.#text, this.#source.language)))
  }

  /** Every number that it states, the day of publication included. */
  get numbers(): ReadonlySet<number> {
    return (this.#numbers ??= findNumbers(`${this.#text}\n${this.#source.besides}`))
  }

  get #text(): string {
    return this.#source.sentences.join('\n')
  }

  /** Everybody whom the article names. */
  get people(): readonly string[] {
    return (this.#people ??= findPeople({ text: this.#text }).map(({ name }) => name))
  }

  /** Who says what in which sentence. */
  get statements(): readonly Placed[] {
    return (this.#statements ??= statementsOf(this.#source))
  }
}

/** A word as it stands, without a clitic, and without the article. */
const readingsOf = (word: string): string[] => [
  word,
  ...withoutClitics(word),
  word.replace(/^[وفبلك]?(?:ال|لل)/, ''),
]

type Placed = { sentence: number; statement: Statement }

/** «وبيسكوف» may be «بيسكوف»: both are looked at. */
const withoutClitics = (word: string): string[] =>
  /^[وفبلك][\u0621-\u064a]{3}/.test(word) ? [word, word.slice(1)] : word.length > 1 ? [word] : []

const termsOf = (text: string, { language }: Pick<Source, 'language'>): string[] =>
  readTerms(text, language).flatMap(({ term }) => (term && naming.has(term.kind) ? (term.en[0] ?? []) : []))

function statementsOf({ sentences }: Source): Placed[] {
  const [title = '', ...body] = sentences
  const ends: number[] = []
  let length = 0
  for (const sentence of body) ends.push((length += sentence.length + 1))
  return extractStatements({ title, text: body.join('\n') }).map((statement) => ({
    statement,
    sentence: statement.in === 'title' ? 0 : ends.findIndex((end) => statement.start < end) + 1,
  }))
}
