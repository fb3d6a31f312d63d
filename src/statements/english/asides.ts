// Reports that hang on "as" or "what": "…, as the minister put it", "As the minister noted, …", "what she called “a joke”".

import { endOfContent, isBreak } from './endings.ts'
import type { Cue } from './cues.ts'
import type { Sentence } from './items.ts'
import { isMark, isQuote, lowerAt } from './lexicon.ts'
import type { Range } from './noun-phrases.ts'
import type { Subject } from './subjects.ts'

const beforeQuoteItemsMax = 3

/** Where a tag begins: at its "as", if it has one and nothing follows it. */
export const tagStart = (sentence: Sentence, subject: Subject, next: number): number =>
  lowerAt(sentence, subject.from - 1) === 'as' && isBreak(sentence, next) ? subject.from - 1 : subject.from

/** "put it" reports only behind "as". */
export const isPuttingIt = (sentence: Sentence, cue: Cue): boolean =>
  lowerAt(sentence, cue.from).startsWith('put') && lowerAt(sentence, cue.to - 1) === 'it'

/** "As the minister noted, …" */
export function afterAside(sentence: Sentence, next: number): Range | null {
  if (!isMark(sentence[next], ',') || next + 1 >= sentence.length) return null
  const to = endOfContent(sentence, next + 1)
  return to - next > 3 ? { from: next + 1, to } : null
}

/** "what she called a “joke”": only what is quoted, for the rest may be the writer's. */
export function whatContent(sentence: Sentence, next: number): Range | null {
  for (let at = next; at < next + beforeQuoteItemsMax; at++) {
    if (isQuote(sentence[at])) return { from: at, to: at + 1 }
    if (!/^(?:as|an?|the|his|her|their|its)$/.test(lowerAt(sentence, at))) return null
  }
  return null
}
