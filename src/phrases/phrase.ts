// A noun phrase taken apart, between two languages: its noun, what qualifies it, whose it is, what it is linked to. Made of glossary
// terms and names only; a phrase with an unknown word in it is marked as open, so that nobody shows half of it as the whole.

import type { Kind } from '../language/glossary.ts'
import type { Reading, Word } from '../language/glossary-reader.ts'
import { readingsAt, wordsIn } from '../language/glossary-reader.ts'
import type { Language } from '../language/script.ts'
import type { Span } from '../language/span.ts'

/** How a phrase hangs on the one before it; "of" is also what an accusation or a threat is of. */
export type Link =
  | 'of'
  | 'by'
  | 'against'
  | 'with'
  | 'between'
  | 'about'
  | 'in'
  | 'from'
  | 'to'
  | 'on'
  | 'for'

export type Phrase = {
  /** Words of the source, `to` exclusive. */
  from: number
  to: number
  head: Reading | { name: string }
  qualities: Reading[]
  /** What stands behind it in the genitive (or before it, in English). */
  of: Phrase | undefined
  links: { link: Link; phrase: Phrase }[]
  and: Phrase[]
  /** Who is meant, in the reader's script: the office's holder. */
  person: { name: string; isWritten: boolean } | undefined
  /** A word that is not in the glossary may go on with it. */
  open: boolean
}

/** A phrase of one noun or name, to which more may be added. */
export const phraseOf = (head: Phrase['head'], from: number, to: number): Phrase => ({
  from,
  to,
  head,
  qualities: [],
  of: undefined,
  links: [],
  and: [],
  person: undefined,
  open: false,
})

/** Somebody named in the text: the place, the name in the reader's script, and whether the place holds an office instead of a name. */
export type Named = Span & { name: string; isOffice: boolean }

/** A text ready to be read for phrases. */
export type Source = {
  language: Language
  text: string
  words: readonly Word[]
  readings: (at: number) => readonly Reading[]
  names: readonly Named[]
}

export function sourceOf(text: string, language: Language, names: readonly Named[] = []): Source {
  const words = wordsIn(text)
  const known: Reading[][] = []
  return { language, text, words, names, readings: (at) => (known[at] ??= readingsAt(words, at, language)) }
}

const nouns: ReadonlySet<Kind> = new Set(['thing', 'event', 'matter', 'person', 'name', 'place'])

export const isNoun = ({ term }: Reading): boolean => nouns.has(term.kind)
export const isQuality = ({ term }: Reading): boolean =>
  term.kind === 'quality' || term.kind === 'nationality'

/** The English word that a term is shown with, in the singular: by it the tables of `frames.data.ts` know the term. */
export const headWord = ({ head }: Phrase): string =>
  'term' in head ? (head.term.forms.en[0]?.singular ?? head.term.en[0] ?? '') : ''

export const kindOf = ({ head }: Phrase): Kind | undefined => ('term' in head ? head.term.kind : undefined)

/** The name that begins at a word, and how many words it takes. */
export function nameAt({ words, names }: Source, at: number): { named: Named; to: number } | undefined {
  const first = words[at]
  if (!first) return undefined
  const named = names
    .filter(
      (it) => !it.isOffice && it.start <= first.start + 2 && first.start <= it.start && first.end <= it.end,
    )
    .toSorted((a, b) => b.end - a.end)[0]
  if (!named) return undefined
  let to = at + 1
  while (to < words.length && (words[to]?.end ?? 0) <= named.end) to++
  return { named, to }
}

/** Only white space before the word: it may belong to what stands before it. */
export const followsOn = ({ words }: Source, at: number): boolean => {
  const mark = words[at]?.mark
  return mark !== undefined && mark !== '' && /^\s*$/.test(mark)
}
