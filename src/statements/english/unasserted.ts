// Verbs of speech that report nothing where they stand: nobody says it, it is supposed only, or the clause is no clause of its own.

import { isPuttingIt } from './asides.ts'
import type { Cue } from './cues.ts'
import type { Sentence } from './items.ts'
import { isTime, isWord, lowerAt } from './lexicon.ts'
import { headOf } from './noun-phrases.ts'
import type { Subject } from './subjects.ts'
import { adverbs, conjunctions, finders, openers } from './words.data.ts'

const hypothetical = /^(?:if|whether|unless)$/
const nobody = /^(?:neither|nor|nobody|none|no)$/

/** "if she said", and "the target it pledged". */
export const isUnasserted = (sentence: Sentence, cue: Cue, subject: Subject): boolean =>
  isNobody(sentence, subject) ||
  hypothetical.test(lowerAt(sentence, subject.from - 1)) ||
  (cue.frames.has('finding') && !isFinder(sentence, subject)) ||
  (isPuttingIt(sentence, cue) && lowerAt(sentence, subject.from - 1) !== 'as') ||
  isReducedRelative(sentence, subject)

/** "Neither X nor Y said", "no official said". */
const isNobody = (sentence: Sentence, { core }: Subject): boolean =>
  nobody.test(lowerAt(sentence, core.from)) || /^(?:neither|nor)$/.test(lowerAt(sentence, core.from - 1))

/** Bodies and documents find things to say so; people just find them. */
function isFinder(sentence: Sentence, { core }: Subject): boolean {
  return finders.has(lowerAt(sentence, headOf(sentence, core)))
}

/** "the target it pledged to reach": no clause of its own begins before the pronoun. */
function isReducedRelative(sentence: Sentence, { core }: Subject): boolean {
  const before = sentence[core.from - 1]
  if (
    !isWord(before) ||
    core.to - core.from > 1 ||
    !/^(?:it|he|she|they)$/.test(lowerAt(sentence, core.from))
  )
    return false
  return !(
    before.lower === 'what' ||
    conjunctions.has(before.lower) ||
    openers.has(before.lower) ||
    adverbs.has(before.lower) ||
    isTime(before)
  )
}
