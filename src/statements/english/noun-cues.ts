// Nouns of saying: "the mayor's claim that …", "her warning that …", "despite warnings from his lawyer that …".
// Only behind another verb: where the noun is itself a subject, nobody can tell where the claim ends.

import type { VerbClass } from '../statement.ts'
import { endOfContent } from './endings.ts'
import type { Sentence } from './items.ts'
import { hasFinite, isMark, isWord, lowerAt } from './lexicon.ts'
import { coreBefore, type Range } from './noun-phrases.ts'
import { nounCues } from './cues.data.ts'
import { innermost, plainSubject, type Subject } from './subjects.ts'

type NounDraft = { subject: Subject; verb: Range; verbClass: VerbClass; content: Range; extent: Range }

const classes = new Map(
  nounCues.flatMap(([verbClass, nouns]) => nouns.split('|').map((noun) => [noun, verbClass] as const)),
)
const contentItemsMin = 4
/** A verb or preposition and its own noun stand before the owner. */
const wordsBeforeMin = 2
const adjectiveItemsMax = 3
const ownerWord = /^(?:his|her|their)$/

/** The statement of a noun of saying at `at`, with its owner and its "that". */
export function nounDraftAt(sentence: Sentence, at: number, low: number): NounDraft | null {
  const verbClass = classes.get(lowerAt(sentence, at))
  if (!verbClass || lowerAt(sentence, at + 1) !== 'that') return null
  const owner = ownerBefore(sentence, at, low)
  if (!owner || owner.from - low < wordsBeforeMin) return null
  const content = { from: at + 2, to: endOfContent(sentence, at + 2, true) }
  if (content.to - content.from < contentItemsMin || !hasFinite(sentence, content.from, content.to))
    return null
  return {
    subject: plainSubject(owner),
    verb: { from: at, to: at + 1 },
    verbClass,
    content,
    extent: { from: owner.from, to: content.to },
  }
}

/** "the mayor's repeated (claim)", "her (claim)". */
function ownerBefore(sentence: Sentence, at: number, low: number): Range | null {
  for (let i = at - 1; i >= Math.max(low, at - 1 - adjectiveItemsMax) && isWord(sentence[i]); i--) {
    const lower = lowerAt(sentence, i)
    if (ownerWord.test(lower)) return { from: i, to: i + 1 }
    if (lower === "'s") return coreBefore(sentence, i, low) ?? innermost(sentence, i, low)?.core ?? null
    if (isMark(sentence[i + 1], "'") || lower.endsWith("s'")) return null
  }
  return null
}
