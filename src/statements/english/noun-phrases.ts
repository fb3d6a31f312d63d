// Noun phrases without a tagger: where the one before a verb begins, what its head is, and whether it can speak.
// Every scan is bounded, so that a verb costs the same in a sentence of any length.

import type { Sentence } from './items.ts'
import {
  isCapital,
  isFinite,
  isFunctionWord,
  isMark,
  isQuote,
  isSpeakerNoun,
  isTime,
  isWord,
  lowerAt,
} from './lexicon.ts'
import {
  bodyNouns,
  conjunctions,
  determiners,
  modals,
  negations,
  openers,
  prepositions,
  pronouns,
  subjectPronouns,
  timeNouns,
} from './words.data.ts'

/** Items [from, to) of a sentence. */
export type Range = { from: number; to: number }

const phraseItemsMax = 22
const joinedItemsMax = 12
const nicknameCharsMax = 16

const pluralNoun = /(?:ies|[^s]s|people|men|women)$/
/** Plurals, and nouns with an article, that never say anything. */
const speechless =
  /(?:ness|ics|less|thus|perhaps|besides|times|things|ways|reasons|facts|comments|remarks|words|plans|efforts|numbers)$/
/** Adjectives that stand behind their noun: "people familiar with the matter". */
const behindNoun =
  /^(?:familiar|close|aware|involved|responsible|present|knowledgeable|loyal|opposed|near|privy|critical|able)$/
const number =
  /^(?:\d{1,3}(?:\.\d+)?%?|percent|third|half|majority|quarter|dozen|six|seven|eight|nine|ten|those)$/
const narrowsTime =
  /^(?:last|this|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)$/
const reducedLink = /^(?:on|in|by|at|to|for|with|from|outside|near|after|during)$/
/** "many of whom" */
const shareWord = /^(?:many|most|some|all|several|both|few|half|none|two|three)$/
/** An article without its noun is the start of something else. */
const aloneArticle = /^(?:an?|the)$/
const articles = /^(?:the|an?|his|her|their|its|our|my)$/
const speechlessNoun = /^(?:fact|idea|question|problem|issue|point|reason|way|thing|plan|time|day|rest)$/

/** The noun phrase that ends before `end`: back to the start of its clause, cut where a verb or a time shows that it begins later. */
export function coreBefore(sentence: Sentence, end: number, low: number): Range | null {
  const last = sentence[end - 1]
  if (!isWord(last)) return null
  if (pronouns.has(last.lower)) return pronounBefore(sentence, end, low)
  let from = end
  const lowest = Math.max(low, end - phraseItemsMax)
  while (from > lowest && continuesPhrase(sentence, from - 1, end, lowest)) from--
  const phrase = withoutOpeners(sentence, from, end)
  return phrase && isSpeaker(sentence, phrase) ? phrase : null
}

/** "she", "many of whom" */
function pronounBefore(sentence: Sentence, end: number, low: number): Range | null {
  const last = lowerAt(sentence, end - 1)
  const share = lowerAt(sentence, end - 2) === 'of' && shareWord.test(lowerAt(sentence, end - 3))
  const from = last === 'whom' && share ? end - 3 : end - 1
  const speaks = from < end - 1 || subjectPronouns.has(last) || /^(?:i|we)$/.test(last)
  return speaks && from >= low ? { from, to: end } : null
}

/** Whether a phrase can speak at all: a name, an office, a group; not "time", "there", "the fact". */
export function isSpeaker(sentence: Sentence, { from, to }: Range): boolean {
  const head = headOf(sentence, { from, to })
  const item = sentence[head]
  if (!isWord(item) || aloneArticle.test(item.lower) || (isTime(item) && !isCapital(sentence[head - 1])))
    return false
  if (isSpeakerNoun(item) || isShare(item.lower, to - from)) return true
  if (isCapital(item)) return !isFunctionWord(item) || bodyNouns.has(item.lower)
  if (pluralNoun.test(item.lower)) return !speechless.test(item.lower)
  const owned = sentence.slice(from, head).some((word) => word.lower === "'s")
  return (owned || determiners.has(lowerAt(sentence, from))) && !speechlessNoun.test(item.lower)
}

/** "63 percent", "nine of ten", "those who saw it"; a number alone is none. */
const isShare = (head: string, items: number): boolean => number.test(head) && (items > 1 || head === 'those')

/** The head of a phrase: its last word before the first preposition, participle or relative clause. */
export function headOf(sentence: Sentence, { from, to }: Range): number {
  for (let i = from + 1; i < to; i++) {
    const lower = lowerAt(sentence, i)
    if (isMark(sentence[i], ',(') || prepositions.has(lower) || /^(?:who|that|which)$/.test(lower))
      return i - 1
    if (i + 1 < to && standsBehindNoun(sentence, i, from)) return i - 1
  }
  return to - 1
}

function standsBehindNoun(sentence: Sentence, at: number, from: number): boolean {
  const text = sentence[at]?.text ?? ''
  if (behindNoun.test(text)) return !determiners.has(lowerAt(sentence, at - 1))
  return (at > from + 1 || isSpeakerNoun(sentence[from])) && /^[a-z]{3,}(?:ing|ed)$/.test(text)
}

/** Robert “Bob” Smith: a quotation inside a name. */
export function isNickname(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  return (
    isQuote(item) &&
    item.text.length < nicknameCharsMax &&
    isCapital(sentence[at - 1]) &&
    isCapital(sentence[at + 1])
  )
}

/** Whether the item before a phrase belongs to it. */
function continuesPhrase(sentence: Sentence, at: number, end: number, low: number): boolean {
  const item = sentence[at]
  if (isQuote(item)) return isNickname(sentence, at)
  if (!isWord(item)) return isMark(item, '&') || (isMark(item, "'") && at + 1 < end)
  if (item.lower === 'and' || item.lower === 'or') return joinsNouns(sentence, at, end, low)
  if (item.lower === "'s") return true
  if ((endsBefore(item.lower) && item.text !== 'May') || startsBehind(sentence, at, end)) return false
  return !isFinite(sentence, at) || isReducedRelative(sentence, at, end)
}

/** "Two people briefed on the talks said": a second verb without a subject of its own says which people. */
function isReducedRelative(sentence: Sentence, at: number, end: number): boolean {
  return (
    at + 2 < end &&
    /^[a-z]{3,}ed$/.test(sentence[at]?.text ?? '') &&
    (reducedLink.test(lowerAt(sentence, at + 1)) || narrowsTime.test(lowerAt(sentence, at + 1))) &&
    isSpeakerNoun(sentence[at - 1])
  )
}

/** Whether the phrase starts at the next item: at its article, or at a name behind the conjunction "that". */
function startsBehind(sentence: Sentence, at: number, end: number): boolean {
  const lower = lowerAt(sentence, at)
  if (at + 1 < end && articles.test(lowerAt(sentence, at + 1))) return !leadsToArticle(lower)
  return /^th(?:at|is)$/.test(lower) && isCapital(sentence[at + 1])
}

/** An article starts its phrase: before it, only "of the", "all the" and the like belong to it. */
const leadsToArticle = (lower: string): boolean =>
  prepositions.has(lower) || /^(?:all|both|half|even|only|not)$/.test(lower)

/** Words of which no phrase goes on to the left. */
const endsBefore = (lower: string): boolean =>
  (pronouns.has(lower) && !determiners.has(lower)) ||
  conjunctions.has(lower) ||
  modals.has(lower) ||
  negations.has(lower)

/** "Smith and Jones said": both sides are nouns and the left one starts the clause; otherwise "and" joins clauses. */
function joinsNouns(sentence: Sentence, at: number, end: number, low: number): boolean {
  if (at + 1 >= end || at <= low || !opensNoun(sentence[at + 1])) return false
  let from = at - 1
  while (from >= low && at - from < joinedItemsMax && isNominal(sentence, from)) from--
  if (from < low || at - from >= joinedItemsMax) return true
  const stop = sentence[from]
  // A mark or a conjunction before it starts the clause; a verb or a pronoun means that the clause began earlier.
  return from < at - 1 && (isWord(stop) ? conjunctions.has(stop.lower) : !isQuote(stop))
}

const opensNoun = (item: Sentence[number] | undefined): boolean =>
  isWord(item) && (determiners.has(item.lower) || !pronouns.has(item.lower))

function isNominal(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  return isWord(item) && !endsBefore(item.lower) && !/^[a-z]+ing$/.test(item.text) && !isFinite(sentence, at)
}

/** Drops "But", "On Monday", "In response" from the front. */
function withoutOpeners(sentence: Sentence, start: number, end: number): Range | null {
  let from = start
  while (from < end) {
    const next = afterOpener(sentence, from, end)
    if (next === null) return null
    if (next === from) return { from, to: end }
    from = next
  }
  return null
}

/** Where the phrase goes on after one opening word or phrase; `from` if there is none; null if nothing of a phrase is left. */
function afterOpener(sentence: Sentence, from: number, end: number): number | null {
  const lower = lowerAt(sentence, from)
  if (!isWord(sentence[from]) || openers.has(lower)) return from + 1
  if (isTime(sentence[from]) && from + 1 < end && lowerAt(sentence, from + 1) !== 'of') return from + 1
  if (/^(?:last|next|this|earlier|late|early)$/.test(lower) && timeNouns.has(lowerAt(sentence, from + 1)))
    return from + 2
  return prepositions.has(lower) || lower === "'s" ? afterPrepositional(sentence, from, end) : from
}

/** "In Ohio the governor": where the phrase after a leading prepositional phrase starts. */
function afterPrepositional(sentence: Sentence, from: number, end: number): number | null {
  for (let i = end - 1; i > from + 1; i--) {
    if (determiners.has(lowerAt(sentence, i)) && !prepositions.has(lowerAt(sentence, i - 1))) return i
  }
  for (let i = from + 2; i < end; i++) {
    const before = sentence[i - 1]
    if (
      isCapital(sentence[i]) &&
      isWord(before) &&
      (isTime(before) || !(isCapital(before) || isFunctionWord(before)))
    )
      return i
  }
  return null
}
