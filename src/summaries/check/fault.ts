// What a check knows and what it says. A fault is told in words that the model can act on.

import type { Language } from '../../language/script.ts'

/** The article as the model saw it. */
export type Source = {
  language: Language
  /** The sentences by their numbers, the title first; empty for one that was kept from the model. */
  sentences: readonly string[]
  /** Lines that the model was given besides: the date of publication. */
  besides: string
  /** The statements that it was to report in the other language. */
  statements?: readonly Reported[]
}

/** Who said what, in the article's words; `ids`: the numbers of the sentences that it stands in. */
export type Reported = { ids: readonly number[]; speaker: string; isPerson: boolean; words: string }

export type FaultKind =
  | 'evidence'
  | 'language'
  | 'link'
  | 'quotation'
  | 'number'
  | 'date'
  | 'name'
  | 'attribution'
  | 'speaker'
  | 'roles'
  | 'negation'
  | 'loaded word'
  | 'length'
  | 'translation'
  | 'support'

/** `path`: which part of the record, e.g. `sentences[1].en`. */
export type Fault = { path: string; kind: FaultKind; words: string }

/** A piece of text to be held against the article. `restsOn`: the numbers of the sentences that it names; none: all of them. */
export type Text = { path: string; language: Language; text: string; restsOn: readonly number[] }

/** The sentences that a text rests on, the title with them; all, for a text that names none. */
export function near({ sentences }: Source, restsOn: readonly number[]): string[] {
  if (restsOn.length === 0) return [...sentences]
  return [0, ...restsOn].flatMap((id) => sentences[id] ?? [])
}
