// Finds reporting verbs: looks the words up in the table of forms, longest phrase first.

import type { VerbClass } from '../statement.ts'
import { alsoTakeThings, type Frame, frameNames, phraseRows, verbRows, type VerbRow } from './cues.data.ts'
import type { Sentence } from './items.ts'
import { lowerAt } from './lexicon.ts'
import { readTime } from './times.ts'

export type Cue = {
  verbClass: VerbClass
  frames: ReadonlySet<Frame>
  form: 'base' | 'present' | 'past' | 'participle' | 'phrase'
  /** The item of the verb and the one after its last word. */
  from: number
  to: number
  /** Nouns are written the same way ("reports", "claim"): more must show that it is the verb. */
  nounLike: boolean
}
type Entry = Pick<Cue, 'verbClass' | 'frames' | 'form' | 'nounLike'>

const quotedItemsMax = 10
const forms = ['base', 'present', 'past', 'participle'] as const
const entries = new Map<string, Entry>()
const firstWords = new Map<string, number>()

for (const row of verbRows) {
  for (const [i, written] of row[2].split('|').entries()) {
    // A fifth form is a second spelling or participle of the past ("written"), a sixth of the -ing form.
    enter(row, written, forms[i] ?? (written.endsWith('ing') ? 'participle' : 'past'))
  }
}
for (const row of phraseRows) for (const written of row[2].split('|')) enter(row, written, 'phrase')

function enter([verbClass, frames, all]: VerbRow, written: string, form: Cue['form']): void {
  const nounLike = alsoTakeThings.has(all.split('|')[0] ?? '')
  entries.set(written, {
    verbClass,
    frames: new Set(frameNames.filter((frame) => frames.split(' ').includes(frame))),
    form,
    nounLike,
  })
  const words = written.split(' ')
  const first = words[0] ?? ''
  firstWords.set(first, Math.max(firstWords.get(first) ?? 0, words.length))
}

/** In running text a verb is in lower case: "United States" states nothing. "Said Lund: …" and headlines are the exceptions. */
function isVerbHere(sentence: Sentence, at: number, entry: Entry): boolean {
  const written = sentence[at]?.text ?? ''
  if (!/^\p{Lu}/u.test(written)) return true
  return (
    entry.form !== 'base' &&
    written !== 'States' &&
    (at === 0 || /^(Says|Said)$/.test(written) || isHeadline(sentence))
  )
}

/** A headline in Title Case: most of its longer words are capitalised. */
function isHeadline(sentence: Sentence): boolean {
  const long = sentence.filter((item) => item.kind === 'word' && item.text.length > 3)
  return (
    long.length > 2 &&
    long.length < 30 &&
    long.filter((item) => /^\p{Lu}/u.test(item.text)).length / long.length > 0.8
  )
}

/** "called Friday for": a time between a verb and its preposition. */
function partedCue(sentence: Sentence, at: number): Cue | undefined {
  const first = sentence[at]?.lower ?? ''
  if ((firstWords.get(first) ?? 0) < 2) return undefined
  const to = readTime(sentence, at + 1)
  const entry = to > at + 1 ? entries.get(`${first} ${lowerAt(sentence, to)}`) : undefined
  return entry && isVerbHere(sentence, at, entry) ? { ...entry, from: at, to: to + 1 } : undefined
}

/** "was quoted by the paper as saying" */
function quotedAsSaying(sentence: Sentence, at: number): Cue | undefined {
  if (!/^(?:was|were|is|are|been)$/.test(lowerAt(sentence, at)) || lowerAt(sentence, at + 1) !== 'quoted')
    return undefined
  for (let i = at + 2; i < Math.min(sentence.length - 1, at + quotedItemsMax); i++) {
    if (lowerAt(sentence, i) !== 'as' || lowerAt(sentence, i + 1) !== 'saying') continue
    const entry = entries.get('was quoted as saying')
    return entry && { ...entry, from: at, to: i + 2 }
  }
  return undefined
}

const wordsAt = (sentence: Sentence, at: number, length: number): string =>
  sentence
    .slice(at, at + length)
    .map((item) => item.lower)
    .join(' ')

/** The reporting verb that starts at an item, or nothing. */
export function cueAt(sentence: Sentence, at: number): Cue | undefined {
  const first = lowerAt(sentence, at)
  const longest = firstWords.get(first) ?? 0
  const parted = longest > 1 ? (quotedAsSaying(sentence, at) ?? partedCue(sentence, at)) : undefined
  if (parted) return parted
  for (let length = longest; length > 0; length--) {
    const written = length === 1 ? first : wordsAt(sentence, at, length)
    const entry = entries.get(written)
    if (entry && isVerbHere(sentence, at, entry)) return { ...entry, from: at, to: at + length }
  }
  return undefined
}
