// Who does the saying: the subject before a verb or after it, with the appositions that say who that is.

import type { Sentence, Word } from './items.ts'
import {
  hasFinite,
  isBody,
  isCapital,
  isDash,
  isFinite,
  isFunctionWord,
  isMark,
  isParticle,
  isQuote,
  isRoleNoun,
  isSpeakerNoun,
  isTime,
  isWord,
  lowerAt,
} from './lexicon.ts'
import { coreBefore, isNickname, isSpeaker, type Range } from './noun-phrases.ts'
import { conjunctions, determiners, prepositions, pronouns, subjectPronouns } from './words.data.ts'

/** The core is the phrase without appositions; `to` is the end of all that belongs to the subject, without a closing comma. */
export type Subject = Range & { core: Range; apposition: Range | null; relative: boolean }

const phraseItemsMax = 22
const appositionItemsMax = 40
const relativeItemsMax = 14
const parenthesisItemsMax = 8
const innermostItemsMax = 6
/** A longer quotation before a comma is somebody's words, not part of an apposition. */
const titleCharsMax = 40

const relativeWord =
  /^(?:who|whose|whom|himself|herself|both|of|which|with|then|now|also|one|all|asked|pressed|questioned|reached|contacted)$/
const placePreposition = /^(?:at|in|on|during|after|from|through|like|along)$/
const nounLink = /^(?:of|for|from|at|in|with|and)$/
const articles = /^(?:the|an?|his|her|their|its|our|my)$/
const endsApposition = /^(?:adding|saying|noting|referring|who|when|while|as|after|during|and|but)$/

/** A subject that is just a phrase. */
export const plainSubject = (core: Range, to = core.to): Subject => ({
  from: core.from,
  to,
  core,
  apposition: null,
  relative: false,
})

/** The subject that ends before `end` (where the verb's auxiliaries start), not reaching back over `low`. */
export function subjectBefore(sentence: Sentence, end: number, low: number): Subject | null {
  const last = sentence[end - 1]
  if (end <= low) return null
  if (isMark(last, ',') || isDash(last)) return withApposition(sentence, end, low)
  if (isMark(last, ')')) return phraseBefore(sentence, end, low)
  if (/^(?:who|which)$/.test(last?.lower ?? '')) return antecedent(sentence, end - 1, low)
  return relativeBefore(sentence, end, low) ?? phraseBefore(sentence, end, low)
}

/** The noun phrase that starts at `start`, after an inverted verb: its name and role, then appositions up to the end of the clause. */
export function subjectAfter(sentence: Sentence, start: number): Subject | null {
  if (subjectPronouns.has(lowerAt(sentence, start))) return plainSubject({ from: start, to: start + 1 })
  let to = start
  while (to < sentence.length && to - start < phraseItemsMax && extendsRight(sentence, to, start)) to++
  while (
    to > start &&
    (prepositions.has(lowerAt(sentence, to - 1)) || /^(?:and|or|the)$/.test(lowerAt(sentence, to - 1)))
  )
    to--
  const core = { from: start, to }
  if (to === start || !isSpeaker(sentence, core)) return null
  const after = afterParenthesis(sentence, to)
  const apposition = appositionAfter(sentence, after)
  return { ...plainSubject(core, apposition?.to ?? after), apposition }
}

/** A phrase before `end`; "(R-Ohio)" may stand between. */
function phraseBefore(sentence: Sentence, end: number, low: number): Subject | null {
  const open = isMark(sentence[end - 1], ')') ? openingBefore(sentence, end - 1, low) : end
  const core = open > low ? coreBefore(sentence, open, low) : null
  return core && plainSubject(core, end)
}

function openingBefore(sentence: Sentence, at: number, low: number): number {
  for (let i = at - 1; i >= low && at - i < parenthesisItemsMax; i--) if (isMark(sentence[i], '(')) return i
  return -1
}

/** "Smith, who …": the phrase before the pronoun. */
function antecedent(sentence: Sentence, pronoun: number, low: number): Subject | null {
  const comma = isMark(sentence[pronoun - 1], ',') || isDash(sentence[pronoun - 1])
  const found =
    (comma ? withApposition(sentence, pronoun, low) : null) ??
    phraseBefore(sentence, comma ? pronoun - 1 : pronoun, low) ??
    innermost(sentence, comma ? pronoun - 1 : pronoun, low)
  return found && { ...found, relative: true }
}

/** "levied by the union, which said": the last phrase, behind whatever preposition. */
export function innermost(sentence: Sentence, end: number, low: number): Subject | null {
  let from = end
  while (from > low && end - from < innermostItemsMax && isPhraseWord(sentence, from - 1)) from--
  if (from < end && from > low && articles.test(lowerAt(sentence, from - 1))) from--
  const core = { from, to: end }
  return from < end && isSpeaker(sentence, core) ? plainSubject(core) : null
}

const isPhraseWord = (sentence: Sentence, at: number): boolean =>
  isWord(sentence[at]) &&
  !isTime(sentence[at]) &&
  (!isFunctionWord(sentence[at]) || isParticle(sentence[at])) &&
  !isFinite(sentence, at)

/** "A man who was there said": the subject stands before "who". */
function relativeBefore(sentence: Sentence, end: number, low: number): Subject | null {
  for (let i = end - 1; i > low && end - i < relativeItemsMax && isWord(sentence[i]); i--) {
    if (lowerAt(sentence, i) !== 'who') continue
    if (!hasFinite(sentence, i + 1, end) || isMark(sentence[i - 1], ',')) return null
    const core = coreBefore(sentence, i, low)
    return core && plainSubject(core, end)
  }
  return null
}

/** "X, the Y of Z, said" and "X — the Y — said": walks back over the pieces, as long as each can be an apposition. */
function withApposition(sentence: Sentence, end: number, low: number): Subject | null {
  const close = end - 1
  const parts = isDash(sentence[close]) ? isDash : isComma
  const lowest = Math.max(low, end - appositionItemsMax)
  let found: Subject | null = null
  let pieceEnd = close
  for (let i = close - 1; i >= lowest; i--) {
    const item = sentence[i]
    if (isMark(item, ';:') || (isQuote(item) && item.text.length > titleCharsMax)) break
    if (!parts(item)) continue
    if (!isAppositive(sentence, i + 1, pieceEnd)) break
    const head = phraseBefore(sentence, i, lowest)?.core
    if (head && (hasName(sentence, head) || isNameOf(sentence, head, { from: i + 1, to: pieceEnd })))
      found = { ...plainSubject(head, close), apposition: { from: i + 1, to: close } }
    pieceEnd = i
  }
  return found
}

const isComma = (item: Sentence[number] | undefined): boolean => isMark(item, ',')

/** "the Y of Z", "a former Y", "who …", "45", "R-Texas", "chief of …": what may stand between commas after a name. */
function isAppositive(sentence: Sentence, from: number, to: number): boolean {
  const first = sentence[from]
  if (!isWord(first) || to - from > appositionItemsMax) return false
  const { lower } = first
  if (/^(?:\d{1,3}|[a-z]{3,}ing)$/.test(first.text) || relativeWord.test(lower)) return true
  if (determiners.has(lower))
    return !hasFinite(sentence, from, Math.min(to, from + 4, relativeStart(sentence, from)))
  if (placePreposition.test(lower)) return !hasFinite(sentence, from, to)
  return !(subjectPronouns.has(lower) || conjunctions.has(lower)) && looksLikeOffice(sentence, from, to)
}

/** Where "who …" begins in "a historian who saw it". */
function relativeStart(sentence: Sentence, from: number): number {
  let at = from
  while (
    at < sentence.length &&
    at - from < relativeItemsMax &&
    !/^(?:who|whose|that|which)$/.test(lowerAt(sentence, at))
  )
    at++
  return at
}

/** "R-Texas", "chief of staff", "China's envoy", "professor emeritus". */
function looksLikeOffice(sentence: Sentence, from: number, to: number): boolean {
  if (isCapital(sentence[from]) && to - from <= 4) return true
  const start = sentence.slice(from, Math.min(to, from + 7))
  if (start.some((item) => isSpeakerNoun(item) || item.lower === "'s")) return true
  return !isFunctionWord(sentence[from]) && !hasFinite(sentence, from, Math.min(to, from + 6))
}

/** "The beekeeper, Samira Holt,": whatever the office is, two names in capitals say who holds it. */
function isNameOf(sentence: Sentence, head: Range, { from, to }: Range): boolean {
  const name = sentence.slice(from, to)
  return (
    determiners.has(lowerAt(sentence, head.from)) &&
    name.length > 1 &&
    name.length < 5 &&
    name.every((item) => (isCapital(item) && !isFunctionWord(item)) || isParticle(item))
  )
}

function hasName(sentence: Sentence, { from, to }: Range): boolean {
  if (sentence.slice(from, to).some((item) => isCapital(item) && !isFunctionWord(item))) return true
  return isSpeakerNoun(sentence[to - 1]) || isSpeakerNoun(sentence[from + 1])
}

/** Past "(R-Ohio)". */
function afterParenthesis(sentence: Sentence, at: number): number {
  if (!isMark(sentence[at], '(')) return at
  for (let i = at + 1; i < Math.min(sentence.length, at + parenthesisItemsMax); i++)
    if (isMark(sentence[i], ')')) return i + 1
  return at
}

function extendsRight(sentence: Sentence, at: number, start: number): boolean {
  const item = sentence[at]
  if (isQuote(item)) return isNickname(sentence, at)
  if (!isWord(item)) return isMark(item, '&')
  if (at === start) return determiners.has(item.lower) || !isFunctionWord(item) || isParticle(item)
  return continuesRight(sentence, item, at, start)
}

function continuesRight(sentence: Sentence, item: Word, at: number, start: number): boolean {
  if (item.lower === "'s" || isParticle(item)) return true
  if (nounLink.test(item.lower)) return linksNoun(sentence, at)
  // "Ostrova's Nine News"
  if (isCapital(item) && lowerAt(sentence, at - 1) === "'s") return true
  if (determiners.has(item.lower)) return nounLink.test(lowerAt(sentence, at - 1))
  if (at === start + 1 && articles.test(lowerAt(sentence, start)) && isSpeakerNoun(item)) return true
  return !isFunctionWord(item) && extendsName(sentence, at, start)
}

function linksNoun(sentence: Sentence, at: number): boolean {
  const next = sentence[at + 1]
  const lower = lowerAt(sentence, at)
  if (!isWord(next) || isTime(next)) return false
  if (lower === 'and') return isCapital(sentence[at - 1]) && isCapital(next)
  if (isSpeakerNoun(sentence[at - 1]) && determiners.has(next.lower)) return true
  return /^(?:of|for|from)$/.test(lower) || (isCapital(next) && !isCapital(sentence[at - 1]))
}

/** After a full name, lower-case words belong to another phrase ("said John Smith outside court"). */
function extendsName(sentence: Sentence, at: number, start: number): boolean {
  const item = sentence[at]
  if (isTime(item)) return isCapital(item) && isCapital(sentence[at + 1]) && isBody(sentence[at + 1])
  if (isCapital(item) || isRoleNoun(item)) return true
  if (/^[a-z]+(?:ing|ly)$/.test(item?.text ?? '') || isFinite(sentence, at)) return false
  return !(at > start + 1 && isCapital(sentence[at - 1]) && isCapital(sentence[at - 2]))
}

/** ", the governor of Ohio": up to the next comma, or the end of the clause. */
function appositionAfter(sentence: Sentence, at: number): Range | null {
  if (!isMark(sentence[at], ',') || pronouns.has(lowerAt(sentence, at + 1))) return null
  if (!isAppositive(sentence, at + 1, Math.min(sentence.length, at + 5))) return null
  let to = at + 1
  while (to < sentence.length && to - at < appositionItemsMax && !endsAppositionAt(sentence, to)) to++
  return to > at + 1 && !isQuote(sentence[to]) ? { from: at + 1, to } : null
}

const endsAppositionAt = (sentence: Sentence, at: number): boolean =>
  isQuote(sentence[at]) ||
  isMark(sentence[at], ',.;:!?') ||
  isDash(sentence[at]) ||
  endsApposition.test(lowerAt(sentence, at))
