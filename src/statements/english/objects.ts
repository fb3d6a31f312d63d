// What verbs of demanding, promising, accusing and naming report without a clause, and where that ends.

import { type Cue, cueAt } from './cues.ts'
import { isBreak, strongContrast } from './endings.ts'
import type { Sentence } from './items.ts'
import { isDash, isFinite, isMark, isQuote, lowerAt, opensWithSubject } from './lexicon.ts'
import { conjunctions, prepositions } from './words.data.ts'
const objectItemsMax = 14
export const wh = /^(?:why|how|what|whether|if|where|who|when)$/
export const askedItemsMax = 16
const quotingItemsMax = 22
const naming = /^(?:call|calls|called|calling|describes?|described|describing)$/
const objectPronoun = /^(?:it|him|her|them|this|that)$/
/** Adjectives of judgement: what somebody is called. */
const judging =
  /^un[a-z]{4,}$|^in[a-z]{5,}(?:ent|ate|ive|ible)$|^[a-z]{3,}(?:able|ible|ful|ous|less|istic|ish)$|^(?:absurd|baseless|corrupt|critical|false|fake|illegal|irrelevant|misleading|racist|sexist|crucial|vital|essential|wrong|weak|strong|inadequate|illegitimate|immoral|biased|flawed|fabricated|exaggerated|overblown|premature|historic|heroic|tragic|excellent|brilliant|crazy|silly|stupid|naive|dead|safe|fair|nonsense|propaganda|terrorists?|liars?|cowards?|heroes|criminals?|traitors?)$/
const telling = /^(?:but|while|whereas|yet|which|who|though|although|so|after|as)$/
const endsQuoting = /^(?:but|while|whereas|although|though|because|since|when|if|after|before)$/

/** What verbs of demanding, promising and accusing report without a clause. */
export function takesObject(sentence: Sentence, cue: Cue, at: number): boolean {
  const { frames } = cue
  const first = lowerAt(sentence, at)
  if (frames.has('hearer-to')) return hasToAhead(sentence, at)
  const infinitive = first === 'not' ? lowerAt(sentence, at + 1) : first
  if ((frames.has('to') || frames.has('told')) && infinitive === 'to') return true
  if (frames.has('thing')) return isObject(sentence, cue, at)
  if (frames.has('quoted')) return isQuoting(sentence, at)
  return wh.test(first) && !frames.has('finding')
}

function hasToAhead(sentence: Sentence, at: number): boolean {
  for (
    let i = at + 1;
    i < Math.min(sentence.length, at + askedItemsMax) && !isMark(sentence[i], '.;:');
    i++
  ) {
    if (lowerAt(sentence, i) === 'to') return true
  }
  return false
}

/** "blasted the deal as “a joke”": a quotation stands in the object, before another clause begins. */
function isQuoting(sentence: Sentence, at: number): boolean {
  const first = lowerAt(sentence, at)
  if ((prepositions.has(first) && first !== 'as') || isFinite(sentence, at)) return false
  let joined = false
  for (let i = at; i < Math.min(sentence.length, at + quotingItemsMax); i++) {
    if (isQuote(sentence[isMark(sentence[i], ',') ? i + 1 : i])) return true
    const lower = lowerAt(sentence, i)
    if (isMark(sentence[i], ',;:') || endsQuoting.test(lower) || (joined && isFinite(sentence, i)))
      return false
    joined ||= lower === 'and'
  }
  return false
}

/** The object of "denied", "called for": any phrase; of "called" and "described": only where it is called something. */
function isObject(sentence: Sentence, cue: Cue, at: number): boolean {
  const first = lowerAt(sentence, at)
  const single = cue.to - cue.from === 1
  if (single && /^(?:by|to|from|out|up|off|back|in|on|upon)$/.test(first)) return false
  if (single && naming.test(lowerAt(sentence, cue.from))) return isNamed(sentence, at)
  return !prepositions.has(first) && !conjunctions.has(first)
}

/** "the deal “a disgrace”", "the deal a disgrace", "it as a disgrace", "the deal unfair", "it wrong". */
function isNamed(sentence: Sentence, at: number): boolean {
  if (objectPronoun.test(lowerAt(sentence, at)) && judging.test(lowerAt(sentence, at + 1))) return true
  for (let i = at; i < Math.min(sentence.length, at + objectItemsMax); i++) {
    const lower = lowerAt(sentence, i)
    if (isMark(sentence[i], ',;') || (conjunctions.has(lower) && lower !== 'as')) return false
    if (i > at && isJudgement(sentence, i, at)) return true
  }
  return false
}

function isJudgement(sentence: Sentence, at: number, from: number): boolean {
  const lower = lowerAt(sentence, at)
  if (isQuote(sentence[at]) || /^(?:a|an|as)$/.test(lower)) return true
  return at > from + 1 && judging.test(lower) && endsJudgement(sentence, at + 1)
}

const endsJudgement = (sentence: Sentence, at: number): boolean =>
  isBreak(sentence, at) || prepositions.has(lowerAt(sentence, at)) || conjunctions.has(lowerAt(sentence, at))

/** An object, not a clause of the speaker's. */
export const isThing = ({ frames, to }: Cue, sentence: Sentence, from: number): boolean =>
  (frames.has('thing') || frames.has('quoted')) && from === to && !isQuote(sentence[from])

/** "called for a new vote, but the council had left": the writer goes on after an object. */
export function endOfThing(sentence: Sentence, from: number, whole: number): number {
  for (let i = from + 2; i < whole; i++) {
    const next = lowerAt(sentence, i + 1)
    if (isDash(sentence[i]) || isNextVerb(sentence, i)) return i
    if (
      isMark(sentence[i], ',') &&
      (telling.test(next) || (next === 'and' && isClauseAhead(sentence, i + 2)))
    )
      return i
    if (
      strongContrast.test(lowerAt(sentence, i)) ||
      (lowerAt(sentence, i) === 'as' && isClauseAhead(sentence, i + 1))
    )
      return i
  }
  return whole
}

/** "call it a joke and describe it as …": the next verb of the same subject. */
const isNextVerb = (sentence: Sentence, at: number): boolean =>
  lowerAt(sentence, at) === 'and' && cueAt(sentence, at + 1)?.nounLike === false

const isClauseAhead = (sentence: Sentence, at: number): boolean =>
  opensWithSubject(sentence, at) && [1, 2, 3, 4].some((ahead) => isFinite(sentence, at + ahead))
