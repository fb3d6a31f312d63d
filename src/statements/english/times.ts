// Times as news writes them beside a verb: "Monday", "on Tuesday night", "last week", "earlier this month", "in March 2021".

import type { Sentence } from './items.ts'
import { isMark, isTimeAt, lowerAt } from './lexicon.ts'
import { timeNouns } from './words.data.ts'

const timeItemsMax = 5
const leadItemsMax = 4
const leading = /^(?:earlier|later|late|early)$/
const preposition = /^(?:on|in|at|since|during|before|after|by)$/
const narrowing = /^(?:last|this|next|the|that|same|early|late|past|first|a|few|several|two|three|every)$/
const following = /^(?:\d{1,4}|night|ago|morning|afternoon|evening)$/
const year = /^(?:1[89]|20)\d\d$/
/** Alone, these are also verbs, names or plain nouns. */
const needsMore = /^(?:may|march|second|time|year|years|day|days|week|weeks|month|months|hours|early|late)$/

/** The end of a time that starts at `at`; `at` itself where none does. */
export function readTime(sentence: Sentence, at: number): number {
  const start = afterLead(sentence, at)
  let i = start
  while (i - start < timeItemsMax && isTimePart(sentence, i, start)) i += isDatedYear(sentence, i + 1) ? 3 : 1
  if (i > start && timeNouns.has(lowerAt(sentence, i))) i++
  const alone = i === at + 1 && needsMore.test(lowerAt(sentence, at))
  return i === start || alone ? at : i
}

/** Past "earlier on this": what may stand before the time's own words. */
function afterLead(sentence: Sentence, at: number): number {
  let i = at
  if (leading.test(lowerAt(sentence, i))) i++
  if (preposition.test(lowerAt(sentence, i))) i++
  while (narrowing.test(lowerAt(sentence, i)) && i - at < leadItemsMax) i++
  return i
}

function isTimePart(sentence: Sentence, at: number, start: number): boolean {
  const lower = lowerAt(sentence, at)
  return isTimeAt(sentence, at) || (at > start ? following.test(lower) : year.test(lower))
}

/** "March 3, 2021": the comma and the year behind a day. */
const isDatedYear = (sentence: Sentence, comma: number): boolean =>
  isMark(sentence[comma], ',') &&
  year.test(lowerAt(sentence, comma + 1)) &&
  /^\d{1,2}$/.test(lowerAt(sentence, comma - 1))
