// Which subject a reporting verb has: its own, the one of the verb before it ("… and added"), or the one of the whole sentence.

import type { Cue } from './cues.ts'
import type { Sentence } from './items.ts'
import { isFinite, isMark, isQuote, isWord, lowerAt } from './lexicon.ts'
import { coreBefore } from './noun-phrases.ts'
import { plainSubject, type Subject, subjectBefore } from './subjects.ts'
import { type VerbGroup, verbGroupBefore } from './verb-groups.ts'
import { settingNouns } from './words.data.ts'

type Place = { sentence: Sentence; cue: Cue; group: VerbGroup; low: number }

const mainSubjectItemsMax = 40
const pluralWord = /^(?:they|we|i|some|many|others|both|most|and)$|(?:s|people|men|women|police|media)$/

/** The subject of a reporting verb; `last` is the one of the verb before it in the sentence. */
export function subjectOf({ sentence, cue, group, low }: Place, last: Subject | null): Subject | null {
  if (cue.form === 'participle' && !group.passive)
    return participleSubject({ sentence, cue, group, low }, last)
  const own = subjectBefore(sentence, group.from, low)
  if (own) return cue.form !== 'base' || group.negated || isPlural(sentence, own) ? own : null
  const joined = /^(?:and|but)$/.test(lowerAt(sentence, group.from - 1))
  return joined && cue.form !== 'base' ? (last ?? mainSubject(sentence)) : null
}

/** The subject of the sentence's first clause: "X arrived on Monday and said". */
export function mainSubject(sentence: Sentence): Subject | null {
  for (let i = 0; i < Math.min(sentence.length, mainSubjectItemsMax) && !isQuote(sentence[i]); i++) {
    if (i === 0 || !isFinite(sentence, i)) continue
    const subject = subjectBefore(sentence, verbGroupBefore(sentence, i).from, 0)
    if (subject && !subject.relative) return subject
  }
  return null
}

/** "I", "we": the writer of the piece, who is nobody's source. */
export const isFirstPerson = (sentence: Sentence, { core }: Subject): boolean =>
  core.to - core.from === 1 && /^(?:i|we)$/.test(lowerAt(sentence, core.from))

/** ", adding that …": the speaker of the sentence goes on. "a statement saying": its author. "with critics saying": they. */
function participleSubject({ sentence, cue, group, low }: Place, last: Subject | null): Subject | null {
  const { from } = group
  const before = lowerAt(sentence, from - 1)
  if (isMark(sentence[from - 1], ',') || /^(?:and|but|while|by|before|after)$/.test(before))
    return last ?? mainSubject(sentence)
  if (settingNouns.has(before)) return mainSubject(sentence)
  const core = isWord(sentence[cue.from - 1]) ? coreBefore(sentence, cue.from, low) : null
  return core && core.to - core.from <= 4 && lowerAt(sentence, core.from - 1) === 'with'
    ? plainSubject(core)
    : null
}

/** "critics say", "they say", "X and Y say". */
const isPlural = (sentence: Sentence, { core, relative }: Subject): boolean =>
  relative || sentence.slice(core.from, core.to).some((item) => isWord(item) && pluralWord.test(item.lower))
