// "…, X said": where the words stand before the speaker, or on both sides of him.

import { endOfContent, endsLikeUtterance, isBreak } from './endings.ts'
import type { Cue } from './cues.ts'
import type { Sentence } from './items.ts'
import { hasFinite, isDash, isFinite, isMark, isQuote, isTime, isWord, lowerAt } from './lexicon.ts'
import type { Range } from './noun-phrases.ts'
import { conjunctions, prepositions } from './words.data.ts'

/** A tag: its subject starts at `subjectFrom`, its verb and adjuncts end at `next`; nothing before `low` is free. */
export type Tag = { subjectFrom: number; low: number; next: number }

const clauseItemsMax = 24
const asideStart = /^(?:in|at|during|on|as|after|when|while|before|since|with|by|for)$/
const timeAside = /^(?:in|on|at|during|after|before|since|asked|speaking)$/
/** What after "…, he said," belongs to the telling and not to the words. */
const telling =
  /^(?:asked|pressed|questioned|reached|contacted|quoted|and|but|who|which|while|as|after|before|in|at|on|during|citing)$/
const leadingClause = /^(?:though|although|if|while|when|because|unless|since)$/
const clauseLink = /^(?:that|when|for|of|if|unless|until|because)$/

/** The words before "X said", if that is where they stand. */
export function contentBefore(sentence: Sentence, cue: Cue, tag: Tag): Range | null {
  const { subjectFrom, low } = tag
  if (
    subjectFrom <= low ||
    !(takesTag(cue) || isReadOut(sentence, cue, tag)) ||
    (cue.nounLike && cue.form === 'base')
  )
    return null
  if (isQuote(sentence[subjectFrom - 1])) return quotedBefore(sentence, tag)
  const end = subjectFrom - 1
  if (!(isMark(sentence[end], ',') || isDash(sentence[end])) || !isFree(sentence, tag.next)) return null
  const content = { from: contentStart(sentence, low, end), to: end }
  return isQuote(sentence[end - 1]) || isClause(sentence, content, tag.next) ? content : null
}

/** "The museum, he said, would open": the tag stands between a subject and its verb. A leading "In 2019" is left out. */
export function aroundTag(sentence: Sentence, cue: Cue, { subjectFrom, low, next }: Tag): Range | null {
  const end = subjectFrom - 1
  if (
    !takesTag(cue) ||
    !isMark(sentence[end], ',') ||
    !isMark(sentence[next], ',') ||
    !isWord(sentence[next + 1])
  )
    return null
  const from = contentStart(sentence, low, end)
  if (from >= end || !hasFinite(sentence, next + 1, Math.min(sentence.length, next + clauseItemsMax)))
    return null
  const aside = timeAside.test(lowerAt(sentence, from)) || isTime(sentence[from])
  const to = endOfContent(sentence, next + 1)
  return to - next < 3 ? null : { from: aside ? next + 1 : from, to }
}

/** Where words that end at `end` begin: after the last statement; at the quotation, if only an aside leads up to it. */
export function contentStart(sentence: Sentence, low: number, end: number): number {
  let from = low
  while (from < end && (isMark(sentence[from], ',;.)') || isDash(sentence[from]))) from++
  for (let i = from + 1; i < end; i++) {
    if (!isMark(sentence[i - 1], ',:') || !endsLikeUtterance(sentence, i)) continue
    if (/^\p{Lu}/u.test(sentence[i]?.text ?? '')) return i
  }
  return from
}

/** Where words go on after their tag, which ends at `at`: “…,” he said, “…” and "The plan, she said, is dead". */
export function goesOnTo(sentence: Sentence, content: Range, at: number): number | null {
  if (isQuote(sentence[at])) return at
  if (!isMark(sentence[at], ',:') && !isDash(sentence[at])) return null
  if (isQuote(sentence[at + 1])) return at + 1
  if (/^(?:and|but|or|because|that)$/.test(lowerAt(sentence, at + 1))) {
    if (isQuote(sentence[at + 2]) || (isWord(sentence[at + 2]) && isQuote(sentence[at + 3]))) return at + 2
  }
  return isMark(sentence[at], ',') && isParenthetical(sentence, content, at + 1) ? at + 1 : null
}

const takesTag = ({ frames }: Cue): boolean =>
  frames.has('clause') || frames.has('told') || frames.has('that')

/** “…,” the letter reads. */
const isReadOut = (sentence: Sentence, { frames }: Cue, { subjectFrom, next }: Tag): boolean =>
  frames.has('quoted') && endsLikeUtterance(sentence, subjectFrom - 1) && isBreak(sentence, next)

function quotedBefore(sentence: Sentence, { subjectFrom, low, next }: Tag): Range | null {
  const free = isBreak(sentence, next)
  if (!free && !endsLikeUtterance(sentence, subjectFrom - 1)) return null
  const from = contentStart(sentence, low, subjectFrom)
  // "On the programme “X,” she said that …": a title, not her words.
  return !free && prepositions.has(lowerAt(sentence, from)) ? null : { from, to: subjectFrom }
}

/** Nothing that could be the words follows the tag. */
const isFree = (sentence: Sentence, next: number): boolean =>
  isBreak(sentence, next) || (lowerAt(sentence, next) !== 'that' && conjunctions.has(lowerAt(sentence, next)))

/** A clause stands there, and not "When asked about it, he said". */
function isClause(sentence: Sentence, { from, to }: Range, next: number): boolean {
  const last = next >= sentence.length - 1
  if (to - from < 3 || !(hasFinite(sentence, from, to) || (last && to - from >= 4))) return false
  const first = lowerAt(sentence, from)
  if (/^(?:asked|speaking|as)$/.test(first)) return false
  return !(asideStart.test(first) && /^(?:asked|pressed|speaking|an?|the)$/.test(lowerAt(sentence, from + 1)))
}

/** "The plan, she said, is dead", "Though it is late, he said, talks go on". */
function isParenthetical(sentence: Sentence, content: Range, from: number): boolean {
  if (!isWord(sentence[from])) return false
  const first = lowerAt(sentence, from)
  if (leadingClause.test(lowerAt(sentence, content.from))) return hasFinite(sentence, from, sentence.length)
  if (
    first.endsWith('ing') ||
    telling.test(first) ||
    (first === 'when' && lowerAt(sentence, from + 1) === 'asked')
  )
    return false
  if (prepositions.has(first) && !clauseLink.test(first)) return false
  return !hasFinite(sentence, content.from, content.to) || isFinite(sentence, from) || clauseLink.test(first)
}
