// The words before a verb that change what it does: "has also said" reports, "was said", "did not say", "may say" and "to say" do not.

import type { Cue } from './cues.ts'
import type { Sentence, Word } from './items.ts'
import { endsLikeAdverb, isCapital, isTimeAt, isWord, lowerAt } from './lexicon.ts'
import { readTime } from './times.ts'
import { adverbs, auxiliaries, beForms, modals, negations, pronouns } from './words.data.ts'

export type VerbGroup = {
  from: number
  negated: boolean
  modal: boolean
  passive: boolean
  infinitive: boolean
}

const groupItemsMax = 8
const timeItemsMax = 5
const tookItemsMax = 8
const beforeNoun = /^(?:the|a|an|this|its|his|her|their|no)$/
const beforeNonFinite = /^(?:to|of|that|any|as|by|for)$/
const goesOn = /^(?:continues?|continued|went|goes)$/

/** The auxiliaries and adverbs before a verb. */
export function verbGroupBefore(sentence: Sentence, verb: number): VerbGroup {
  const group: VerbGroup = { from: verb, negated: false, modal: false, passive: false, infinitive: false }
  for (let i = verb - 1; i >= 0 && verb - i <= groupItemsMax && belongsToGroup(sentence, i); i--) {
    const lower = lowerAt(sentence, i)
    group.infinitive ||= lower === 'to'
    group.negated ||= negations.has(lower)
    group.modal ||= modals.has(lower)
    group.passive ||= beForms.has(lower)
    group.from = i
  }
  group.from = beforeTime(sentence, group.from)
  return group
}

/** "The mayor on Monday said": a time between subject and verb belongs to the verb. */
function beforeTime(sentence: Sentence, end: number): number {
  if (!endsLikeTime(sentence, end - 1)) return end
  let from = end
  for (let at = end - 1; at > 0 && end - at <= timeItemsMax; at--)
    if (readTime(sentence, at) === end) from = at
  // "a report released last year found": the time of another verb.
  if (/^[a-z]+ed$/.test(lowerAt(sentence, from - 1))) return end
  const adverb = from < end && /^(?:just|only|also|earlier|late|early)$/.test(lowerAt(sentence, from - 1))
  return from - (adverb ? 1 : 0)
}

const endsLikeTime = (sentence: Sentence, at: number): boolean =>
  at > 0 &&
  (isTimeAt(sentence, at) ||
    /^(?:(?:19|20)\d\d|ago|night|morning|afternoon|evening)$/.test(lowerAt(sentence, at)))

function belongsToGroup(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  if (!isWord(item)) return false
  const { lower } = item
  // A genitive "'s" is no auxiliary: "the company's said".
  if (lower === "'s") return isCapital(sentence[at - 1]) || pronouns.has(lowerAt(sentence, at - 1))
  if (lower === 'both' || lower === 'all') return isWord(sentence[at - 1])
  if (item.text === 'May') return false
  return lower === 'to' || helpers.some((words) => words.has(lower)) || isAdverb(item)
}

const helpers = [negations, modals, auxiliaries]
const isAdverb = (item: Word): boolean => adverbs.has(item.lower) || endsLikeAdverb(item.text)

/** Whether a verb form reports here and now: not passive, not hypothetical, not an infinitive, not denied. */
export function isReporting(sentence: Sentence, cue: Cue, group: VerbGroup): boolean {
  if (cue.form === 'phrase') return !group.negated && !group.infinitive
  if (group.from === cue.from && isNounHere(sentence, cue)) return false
  if (group.negated) return isRulingOut(sentence, cue) || cue.verbClass === 'deny'
  if (group.modal || (isRulingOut(sentence, cue) && cue.form === 'base')) return false
  if (group.infinitive) return goesOnTo(sentence, group.from)
  return !group.passive || cue.form === 'participle'
}

/** "continued to say", "went on to say", "took to the radio to say". */
function goesOnTo(sentence: Sentence, to: number): boolean {
  const before = lowerAt(sentence, to - 1)
  if (goesOn.test(before)) return true
  if (before === 'on') return /^(?:went|goes|going)$/.test(lowerAt(sentence, to - 2))
  for (let i = to - 2; i > Math.max(0, to - tookItemsMax); i--)
    if (lowerAt(sentence, i) === 'to' && /^(?:took|takes)$/.test(lowerAt(sentence, i - 1))) return true
  return false
}

function isNounHere(sentence: Sentence, cue: Cue): boolean {
  const before = lowerAt(sentence, cue.from - 1)
  if (beforeNoun.test(before)) return true
  if (cue.form === 'past' || !beforeNonFinite.test(before)) return false
  return !(cue.form === 'participle' && /^(?:as|by)$/.test(before))
}

/** "would not rule out" tells something, "did not say" does not. */
const isRulingOut = (sentence: Sentence, cue: Cue): boolean => lowerAt(sentence, cue.from).startsWith('rul')
