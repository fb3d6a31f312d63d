// What stands between a reporting verb and the words: when, where and to whom it was said, and about what.
// It is read off here, so that it never ends up inside the words.

import type { Sentence } from './items.ts'
import {
  endsLikeAdverb,
  isCapital,
  isFinite,
  isFunctionWord,
  isMark,
  isParticle,
  isQuote,
  isTime,
  isWord,
  lowerAt,
} from './lexicon.ts'
import type { Range } from './noun-phrases.ts'
import { readTime } from './times.ts'
import {
  adverbs,
  audienceNouns,
  conjunctions,
  determiners,
  outlets,
  prepositions,
  pronouns,
  settingNouns,
  subjectPronouns,
} from './words.data.ts'

export type AdjunctKind = 'audience' | 'comment' | 'setting' | 'when'
type FoundAdjunct = Range & { kind: AdjunctKind }
export type Adjuncts = { next: number; adjuncts: FoundAdjunct[]; via: Range[] }

const adjunctsMax = 6
const adjunctItemsMax = 24
const hearerItemsMax = 12
const outletNames = new Set(outlets)

const objectPronoun = /^(?:him|her|them|me|us|you|it)$/
const morePrepositions = /^(?:before|after|via|since|amid|despite|aboard|alongside|upon)$/
/** Prepositions that say where or when by themselves, whatever noun follows. */
const placing = /^(?:via|through|aboard|during|outside|inside|before|after|amid|since|alongside|under|over)$/
const links = /^(?:with|of|to|for|by|at|in|on|from|about|before|after)$/
const commenting = /^(?:referring|responding|speaking|citing|addressing|reacting)$/

/** Reads the adjuncts from `at` on. `told`: the verb takes a hearer. */
export function readAdjuncts(sentence: Sentence, at: number, told: boolean): Adjuncts {
  const found: Adjuncts = { next: at, adjuncts: [], via: [] }
  if (told) readHearer(sentence, found)
  while (found.adjuncts.length < adjunctsMax) {
    const one = adjunctAt(sentence, found.next)
    if (!one) break
    if (one.kind === 'audience') noteOutlet(sentence, { from: one.from + 1, to: one.to }, found)
    found.adjuncts.push(one)
    found.next = one.to
  }
  return found
}

/** The noun phrase of who was told. A pronoun is one word; a phrase ends where a clause, a time or a preposition starts. */
export function hearerEnd(sentence: Sentence, from: number): number {
  const first = lowerAt(sentence, from)
  if (objectPronoun.test(first)) return from + 1
  if (!isWord(sentence[from]) || subjectPronouns.has(first)) return from
  let to = phraseEnd(sentence, from)
  // "the crowd of supporters", "the host of the show", "residents at Northgate"
  while (to - from < hearerItemsMax && linksHearer(sentence, to)) to = phraseEnd(sentence, to + 1)
  return to
}

function linksHearer(sentence: Sentence, at: number): boolean {
  const link = lowerAt(sentence, at)
  if (/^(?:of|for|and)$/.test(link)) return phraseEnd(sentence, at + 1) > at + 1
  return /^(?:at|on|from|with)$/.test(link) && isCapital(sentence[at + 1]) && !isTime(sentence[at + 1])
}

/** The outlets that a phrase names: "was quoted by Reuters as saying". */
export function outletsIn(sentence: Sentence, { from, to }: Range): Range[] {
  const found: Adjuncts = { next: to, adjuncts: [], via: [] }
  for (let at = from; at < to && found.via.length === 0; at++)
    if (isCapital(sentence[at])) noteOutlet(sentence, { from: at, to }, found)
  return found.via
}

function readHearer(sentence: Sentence, found: Adjuncts): void {
  const to = hearerEnd(sentence, found.next)
  if (to === found.next) return
  const range = { from: found.next, to }
  if (!noteOutlet(sentence, range, found)) found.adjuncts.push({ kind: 'audience', ...range })
  found.next = to
}

/** "told Reuters": the words came through it. */
function noteOutlet(sentence: Sentence, { from, to }: Range, found: Adjuncts): boolean {
  for (let end = to; end > from; end--) {
    const written = sentence
      .slice(from, end)
      .map((item) => item.text)
      .join(' ')
    if (!outletNames.has(written)) continue
    found.via.push({ from, to: end })
    return true
  }
  return false
}

/** The end of a simple noun phrase: determiner, adjectives, nouns; or a run of capitals. */
function phraseEnd(sentence: Sentence, from: number): number {
  const first = lowerAt(sentence, from)
  if (conjunctions.has(first) || prepositions.has(first)) return from
  let to = from
  while (to < sentence.length && to - from < adjunctItemsMax && belongsToPhrase(sentence, to, from)) to++
  return to
}

function belongsToPhrase(sentence: Sentence, at: number, from: number): boolean {
  const item = sentence[at]
  if (isMark(item, '&') || lowerAt(sentence, at) === "'s") return true
  if (!isWord(item)) return false
  if (at === from) return true
  if (startsClause(sentence, at) || isFinite(sentence, at) || isTime(item)) return false
  return !isFunctionWord(item) || isParticle(item) || /^(?:other|own|first|one|two|three)$/.test(item.lower)
}

/** Whether a new phrase (a subject) starts here: a pronoun, an article, or a capital behind a lower-case noun. */
function startsClause(sentence: Sentence, at: number): boolean {
  const lower = lowerAt(sentence, at)
  if (subjectPronouns.has(lower) || determiners.has(lower) || /^(?:i|we|there|that|you)$/.test(lower))
    return true
  const before = sentence[at - 1]
  if (!isCapital(sentence[at]) || isParticle(sentence[at]) || !isWord(before) || isCapital(before))
    return false
  return before.lower !== "'s" && !determiners.has(before.lower) && !prepositions.has(before.lower)
}

function adjunctAt(sentence: Sentence, at: number): FoundAdjunct | null {
  const item = sentence[at]
  if (!isWord(item)) return null
  const time = readTime(sentence, at)
  if (time > at) return { kind: 'when', from: at, to: time }
  if (isAdverb(item.lower) && !isCapital(item)) return { kind: 'setting', from: at, to: at + 1 }
  const asked =
    /^(?:when|if|while)$/.test(item.lower) && /^(?:asked|pressed|questioned)$/.test(lowerAt(sentence, at + 1))
  if (asked || commenting.test(item.lower)) return upToClause(sentence, at)
  return prepositions.has(item.lower) || morePrepositions.test(item.lower)
    ? prepositional(sentence, at)
    : null
}

const isAdverb = (lower: string): boolean =>
  (adverbs.has(lower) && !determiners.has(lower)) || endsLikeAdverb(lower)

/** "when asked about the strike", "referring to the vote": up to the next mark or "that". */
function upToClause(sentence: Sentence, at: number): FoundAdjunct {
  let to = at + 1
  while (to < sentence.length && to - at < adjunctItemsMax && !endsComment(sentence, to)) to++
  return { kind: 'comment', from: at, to }
}

const endsComment = (sentence: Sentence, at: number): boolean =>
  isQuote(sentence[at]) || isMark(sentence[at], ',.:;') || lowerAt(sentence, at) === 'that'

/** "in an interview with the paper", "at a rally in Ohio", "in a statement to reporters". */
function prepositional(sentence: Sentence, at: number): FoundAdjunct | null {
  let to = phraseEnd(sentence, at + 1)
  const kind = to > at + 1 ? kindOf(sentence, at, to) : null
  if (!kind) return null
  while (links.test(lowerAt(sentence, to)) && to - at < adjunctItemsMax && readTime(sentence, to) === to) {
    const next = phraseEnd(sentence, to + 1)
    if (next === to + 1) break
    to = next
  }
  // "a rally in Kenton, Ohio, …"
  const place =
    isCapital(sentence[to - 1]) &&
    isMark(sentence[to], ',') &&
    isCapital(sentence[to + 1]) &&
    isMark(sentence[to + 2], ',')
  return { kind, from: at, to: place ? to + 2 : to }
}

function kindOf(sentence: Sentence, at: number, to: number): AdjunctKind | null {
  const preposition = lowerAt(sentence, at)
  const words = sentence.slice(at + 1, to)
  const has = (nouns: ReadonlySet<string>) => words.some((word) => nouns.has(word.lower))
  if (/^(?:of|about|regarding)$/.test(preposition)) return 'comment'
  if (preposition === 'to') return has(audienceNouns) || isCapital(words.at(-1)) ? 'audience' : null
  if (words.length === 1 && isSubjectLike(lowerAt(sentence, to - 1))) return null
  if (has(settingNouns) || placing.test(preposition)) return 'setting'
  if (/^(?:on|with)$/.test(preposition)) return 'comment'
  return isCapital(words.at(-1)) || /^(?:in|at|from|by)$/.test(preposition) ? 'setting' : null
}

const isSubjectLike = (lower: string): boolean => pronouns.has(lower) && !objectPronoun.test(lower)
