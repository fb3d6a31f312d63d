// Where a text names its people: every full name and every surname of somebody known, inside quotations too.

import { cut, type Span } from '../../language/span.ts'
import { beginsCapital } from './lexicon.ts'
import type { Known, People } from './people.ts'
import { findNamed } from './resolving.ts'

/** A person whom an article names, whether or not they speak. */
export type Person = {
  /** The fullest form that the article writes. */
  name: string
  role: string | null
  mentions: Span[]
}
type Run = { words: string[]; starts: number[]; end: number }

const runWordsMax = 8
const word = /(?:\p{Lu}\.)+|[\p{L}\p{N}]+(?:[-'’](?![sS](?!\p{L}))\p{L}+)*/gu
const particle = /^(?:de|da|del|di|la|van|von|der|den|bin|ibn|al|el|bint)$/

/** The persons of a text with all their places, in order of first mention. One pass over the words. */
export function personMentions(text: string, people: People): Person[] {
  const found = new Map<Known, Span[]>()
  for (const run of capitalRuns(text)) {
    const mention = knownTail(run, people)
    if (mention) found.set(mention.known, [...(found.get(mention.known) ?? []), mention.span])
  }
  return [...found].map(([{ name, role }, mentions]) => ({ name, role, mentions }))
}

/** Stretches of capitalised words with nothing but spaces between. */
function* capitalRuns(text: string): Generator<Run> {
  let run: Run | null = null
  for (const found of text.matchAll(word)) {
    const [written] = found
    const end = found.index + written.length
    const joins: boolean =
      run !== null &&
      run.words.length < runWordsMax &&
      /^[ \u00a0]+$/.test(cut(text, { start: run.end, end: found.index }))
    const part: boolean = beginsCapital(written) || (joins && particle.test(written))
    if (run && part && joins) {
      run = { words: [...run.words, written], starts: [...run.starts, found.index], end }
      continue
    }
    if (run) yield run
    run = part ? { words: [written], starts: [found.index], end } : null
  }
  if (run) yield run
}

/** "President Anna Lund": the longest tail that names somebody known. */
function knownTail(run: Run, people: People): { known: Known; span: Span } | null {
  for (const [from, start] of run.starts.entries()) {
    const known = findNamed(people, run.words.slice(from), null)
    if (known && run.words.length - from <= known.words.length)
      return { known, span: { start, end: run.end } }
  }
  return null
}
