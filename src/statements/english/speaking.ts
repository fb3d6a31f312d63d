// Which subject a reporting verb has: its own, the one of the verb before it ("… and added"), or the one of the whole sentence.

import { type Cue, cueAt } from './cues.ts'
import type { Sentence } from './items.ts'
import { isFinite, isMark, isQuote, isWord, lowerAt } from './lexicon.ts'
import { coreBefore } from './noun-phrases.ts'
import { innermost, plainSubject, type Subject, subjectBefore } from './subjects.ts'
import { type VerbGroup, verbGroupBefore } from './verb-groups.ts'
import { settingNouns } from './words.data.ts'

type Place = { sentence: Sentence; cue: Cue; group: VerbGroup; low: number }

const heard = /^(?:of|shows?|showed|showing|heard|hear|features?)$/
const goingOn = /^(?:continues?|goes|takes)$/
const asideItemsMax = 8
const nearestItemsMax = 16
const mainSubjectItemsMax = 40
const nameItemsMax = 4
const pluralWord = /^(?:they|we|i|some|many|others|both|most|and)$|(?:s|people|men|women|police|media)$/

/** The subject of a reporting verb; `last` is the one of the verb before it in the sentence. */
export function subjectOf({ sentence, cue, group, low }: Place, last: Subject | null): Subject | null {
  if (cue.form === 'participle' && !group.passive)
    return participleSubject({ sentence, cue, group, low }, last)
  if (group.infinitive) return last ?? nearestSubject(sentence, group.from, low)
  const own = subjectBefore(sentence, group.from, low)
  if (own) return cue.form !== 'base' || group.negated || isPlural(sentence, own) ? own : null
  const joined = /^(?:and|but)$/.test(lowerAt(sentence, group.from - 1))
  return joined && cue.form !== 'base' ? (last ?? mainSubject(sentence)) : null
}

/** The subject of the sentence's first clause: "X arrived on Monday and said". */
export function mainSubject(sentence: Sentence): Subject | null {
  for (let i = 0; i < Math.min(sentence.length, mainSubjectItemsMax) && !isQuote(sentence[i]); i++) {
    if (i === 0 || !(isFinite(sentence, i) || cueAt(sentence, i)?.form === 'past')) continue
    const subject = subjectBefore(sentence, verbGroupBefore(sentence, i).from, 0)
    if (subject && !subject.relative) return subject
  }
  return null
}

/** The subject of the verb last before a place: of "issued a statement (calling …)", of "went on (to say …)". */
function nearestSubject(sentence: Sentence, end: number, low: number): Subject | null {
  for (let i = end - 1; i > Math.max(low, end - nearestItemsMax); i--) {
    if (isQuote(sentence[i])) return null
    if (!isFinite(sentence, i) && !goingOn.test(lowerAt(sentence, i))) continue
    const subject = subjectBefore(sentence, verbGroupBefore(sentence, i).from, low)
    if (subject) return subject
  }
  return null
}

/** "Calling the sale a joke, the mayor left": the subject stands behind the comma. */
function afterLeadingParticiple(sentence: Sentence): Subject | null {
  const comma = sentence.findIndex(
    (item, at) => isMark(item, ',') || (isQuote(item) && item.text.endsWith(',') && isWord(sentence[at + 1])),
  )
  if (comma < 0) return null
  for (
    let i = comma + 2;
    i < Math.min(sentence.length, comma + mainSubjectItemsMax) && isWord(sentence[i]);
    i++
  )
    if (isFinite(sentence, i) || cueAt(sentence, i)?.form === 'past')
      return subjectBefore(sentence, verbGroupBefore(sentence, i).from, comma + 1)
  return null
}

/** "I", "we": the writer of the piece, who is nobody's source. */
export const isFirstPerson = (sentence: Sentence, { core }: Subject): boolean =>
  core.to - core.from === 1 && /^(?:i|we)$/.test(lowerAt(sentence, core.from))

/** ", adding that …": the speaker of the sentence goes on. "a statement saying": its author. "with critics saying": they. */
function participleSubject({ sentence, cue, group, low }: Place, last: Subject | null): Subject | null {
  const { from } = group
  if (from === 0) return afterLeadingParticiple(sentence)
  const before = lowerAt(sentence, from - 1)
  if (endsWithComma(sentence[from - 1]) || /^(?:and|but|while|by|before|after)$/.test(before))
    return last ?? mainSubject(sentence)
  if (settingNouns.has(before)) return nearestSubject(sentence, from, low) ?? mainSubject(sentence)
  return heardSaying(sentence, cue, from, low) ?? withSaying(sentence, from, low)
}

/** "footage of Lund saying, “…”" */
function heardSaying(sentence: Sentence, cue: Cue, from: number, low: number): Subject | null {
  const name = isQuoteAhead(sentence, cue.to) ? innermost(sentence, from, low) : null
  return name && heard.test(lowerAt(sentence, name.from - 1)) ? name : null
}

/** "with critics saying" */
function withSaying(sentence: Sentence, from: number, low: number): Subject | null {
  const core = isWord(sentence[from - 1]) ? coreBefore(sentence, from, low) : null
  return core && core.to - core.from <= nameItemsMax && lowerAt(sentence, core.from - 1) === 'with'
    ? plainSubject(core)
    : null
}

/** A comma, or the one inside a quotation's marks. */
const endsWithComma = (item: Sentence[number] | undefined): boolean =>
  isMark(item, ',') || (isQuote(item) && item.text.endsWith(','))

/** A quotation right behind the verb, or behind "during the debate,". */
function isQuoteAhead(sentence: Sentence, at: number): boolean {
  for (let i = at; i < Math.min(sentence.length, at + asideItemsMax); i++) {
    if (isQuote(sentence[i])) return i === at
    if (isMark(sentence[i], ',:')) return isQuote(sentence[i + 1])
    if (isFinite(sentence, i)) return false
  }
  return false
}

/** "critics say", "they say", "X and Y say". */
const isPlural = (sentence: Sentence, { core, relative }: Subject): boolean =>
  relative || sentence.slice(core.from, core.to).some((item) => isWord(item) && pluralWord.test(item.lower))
