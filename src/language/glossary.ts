// News terms in Arabic and English: which words mean the same, inside a language and across. A word list, not a translator:
// here words are brought to stems, so that a search finds all forms; `glossary-reader.ts` tells the exact form that stands in a text.

import { readFileSync } from 'node:fs'
import { foldedWords } from './normalise.ts'
import type { Language } from './script.ts'
import { isStopWord, stemOf } from './stem.ts'

/**
 * thing: can be counted (ship, price); event: a deed, whose "of" may name the doer or the one it was done to (attack);
 * matter: has no plural (oil, security); person: an office or a trade; name: an institution or organisation; place: a
 * country, city, sea or region; quality: an adjective; nationality: one of a country; action: a verb; phrase: words that stand
 * as they are, negation included; word: of every text, not of the news alone, for searching only.
 */
const kinds = [
  'thing',
  'event',
  'matter',
  'person',
  'name',
  'place',
  'quality',
  'nationality',
  'action',
  'phrase',
  'word',
] as const
export type Kind = (typeof kinds)[number]

/**
 * A word of one language: in the singular, in the plural, or both; never neither. `shownOnly`: it says what is meant where it is shown, but
 * means too much else to be recognised by ("strike", "fine").
 */
export type Form = { singular?: string; plural?: string; shownOnly?: boolean }

/** One concept. `ar` and `en` are all of its words, the one to show in a list first; `forms` are the same by number. */
export type Term = { readonly [L in Language]: readonly string[] } & {
  readonly kind: Kind
  readonly forms: { readonly [L in Language]: readonly Form[] }
}

/** Which file holds which kinds. Arabic `+` is a plural in ـات, `*` one in ـون; what follows `/` is a plural of its own; `~` marks what is shown only. */
const files: readonly (readonly [file: string, kind: Kind])[] = [
  ['things', 'thing'],
  ['events', 'event'],
  ['matters', 'matter'],
  ['people', 'person'],
  ['names', 'name'],
  ['places', 'place'],
  ['qualities', 'quality'],
  ['nationalities', 'nationality'],
  ['actions', 'action'],
  ['phrases', 'phrase'],
  ['words', 'word'],
]

let read: readonly Term[] | undefined

/** All terms, read on first use. */
export function glossary(): readonly Term[] {
  read ??= files.flatMap(([file, kind]) =>
    readFileSync(new URL(`glossary-${file}.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => termOf(line, kind)),
  )
  return read
}

function termOf(line: string, kind: Kind): Term {
  const [english = '', arabic = ''] = line.split('\t')
  const en = english.split('|').map((it) => marked(it, (written) => englishForm(written, kind)))
  const ar = arabic.split('|').map((it) => marked(it, arabicForm))
  const manyFirst = kind === 'thing' || kind === 'event'
  return { kind, en: wordsOf(en, manyFirst), ar: wordsOf(ar, manyFirst), forms: { ar, en } }
}

const marked = (written: string, formOf: (bare: string) => Form): Form =>
  written.startsWith('~') ? { ...formOf(written.slice(1)), shownOnly: true } : formOf(written)

const counted: ReadonlySet<Kind> = new Set(['thing', 'event', 'person'])

function englishForm(written: string, kind: Kind): Form {
  const [singular = '', plural] = written.split('/')
  if (singular === '') return { plural: plural ?? '' }
  if (plural !== undefined) return { singular, plural }
  return counted.has(kind) ? { singular, plural: englishPlural(singular) } : { singular }
}

/** The rule's plural; words that have another are written with it. "head of state" puts it on its first noun. */
function englishPlural(singular: string): string {
  const [, head = singular, rest = ''] = /^(.+?)( (?:of|for|in|to|at|by|on) .+)$/.exec(singular) ?? []
  if (/(?:s|x|z|ch|sh)$/.test(head)) return `${head}es${rest}`
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies${rest}`
  return `${head}s${rest}`
}

function arabicForm(written: string): Form {
  const [singular = '', plural] = written.split('/')
  if (plural !== undefined) return singular === '' ? { plural } : { singular, plural }
  const bare = singular.slice(0, -1)
  if (singular.endsWith('+')) return { singular: bare, plural: `${bare.replace(/ة$/, '')}ات` }
  if (singular.endsWith('*')) return { singular: bare, plural: `${bare}ون` }
  return { singular }
}

function wordsOf(forms: readonly Form[], manyFirst: boolean): string[] {
  const both = forms.flatMap(({ singular, plural }) => (manyFirst ? [plural, singular] : [singular, plural]))
  return both.filter((it) => it !== undefined)
}

/** The word that a term is shown with, in a number; where it has none, in the other. */
export function shownWord({ forms }: Term, language: Language, plural: boolean): string {
  const { singular, plural: many } = forms[language][0] ?? {}
  return (plural ? (many ?? singular) : (singular ?? many)) ?? ''
}

/** A piece of a text: a term of the glossary, or a word that is not in it. */
export type Piece = { words: string[]; term: Term | null }

/** Reads a text as glossary terms (the longest that fit) and other words, in order; stop words are other words too. */
export function readTerms(text: string, language: Language): Piece[] {
  const words = foldedWords(text)
  // Stop words too: a phrase is recognised by all of its words.
  const stems = words.map(stemOf)
  const found = stemIndex(language)
  const pieces: Piece[] = []
  for (let i = 0; i < words.length;) {
    const isParticle = isStopWord((words[i] ?? '').replace(/^[وف](?=\p{L}{3})/u, ''), language)
    const hit = found
      .get(stems[i] ?? '')
      // «بأن» has the stem of «ألباني»: what is a term alone is no particle.
      ?.find(
        (it) => it.stems.every((part, k) => stems[i + k] === part) && !(isParticle && it.stems.length === 1),
      )
    const length = hit?.stems.length ?? 1
    pieces.push({ words: words.slice(i, i + length), term: hit?.term ?? null })
    i += length
  }
  return pieces
}

type Stemmed = Map<string, { stems: string[]; term: Term }[]>
const stemmed: { [L in Language]?: Stemmed } = {}

/** By first stem, longest form first: what a scan of a text looks up at each word. Of two terms with one stem the earlier stands. */
function stemIndex(language: Language): Stemmed {
  const known = stemmed[language]
  if (known) return known
  const index: Stemmed = new Map()
  for (const term of glossary()) {
    for (const form of term[language]) {
      const stems = foldedWords(form).map(stemOf)
      const first = stems[0]
      if (first === undefined) continue
      const list = index.get(first)
      if (list) list.push({ stems, term })
      else index.set(first, [{ stems, term }])
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  stemmed[language] = index
  return index
}
