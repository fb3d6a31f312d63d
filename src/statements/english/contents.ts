// Where the reported words begin after a verb ("said that …", "said: “…”").

import type { Cue } from './cues.ts'
import { endOfContent } from './endings.ts'
import type { Sentence } from './items.ts'
import { hasFinite, isFunctionWord, isMark, isQuote, isWord, lowerAt, opensWithSubject } from './lexicon.ts'
import type { Range } from './noun-phrases.ts'
import { askedItemsMax, endOfThing, isThing, takesObject, wh } from './objects.ts'
import { determiners, finiteVerbs, subjectPronouns, timeNouns } from './words.data.ts'

/** How far the rules look for a clause's verb, a hearer's "to", or another speaker's verb. */
const clauseItemsMax = 30

const saying = /^(?:say|says|said|saying)$/
/** What may open a bare clause besides its subject. */
const clauseOpener =
  /^(?:if|when|while|because|not|nothing|under|in|at|with|for|on|despite|as|by|after|before|since|although|though|more|about|only|even|people|such|so|what)$/

/** The words after a verb and its adjuncts, or null where none are reported there. `subordinate`: the verb stands in a "while …" or ", who …" clause. */
export function contentAfter(sentence: Sentence, cue: Cue, at: number, subordinate: boolean): Range | null {
  const from = startOfContent(sentence, cue, at)
  if (from === null || from >= sentence.length) return null
  const whole = endOfContent(sentence, from, subordinate)
  const range = { from, to: isThing(cue, sentence, from) ? endOfThing(sentence, from, whole) : whole }
  return isWorthwhile(sentence, cue, range) ? range : null
}

function startOfContent(sentence: Sentence, cue: Cue, at: number): number | null {
  const item = sentence[at]
  if (isQuote(item)) return at
  if (isMark(item, ':')) return at + 1
  if (isMark(item, ',')) return afterComma(sentence, at)
  if (!isWord(item)) return null
  if (item.lower === 'that' && !cue.frames.has('hearer-to'))
    return opensClause(sentence, cue, at) ? at + 1 : null
  if (takesBareClause(cue, item.lower) && startsBareClause(sentence, cue, at)) return at
  return takesObject(sentence, cue, at) ? at : null
}

/** "said, “…”" and "said, however, that …". */
function afterComma(sentence: Sentence, at: number): number | null {
  if (isQuote(sentence[at + 1])) return at + 1
  for (let i = at + 1; i < Math.min(sentence.length, at + askedItemsMax); i++) {
    if (!isMark(sentence[i], ',')) continue
    if (lowerAt(sentence, i + 1) === 'that') return i + 2
    return isQuote(sentence[i + 1]) && !hasFinite(sentence, at + 1, i) ? i + 1 : null
  }
  return null
}

/** "said that" reports; "said that night" does not. */
function opensClause(sentence: Sentence, cue: Cue, at: number): boolean {
  const time = timeNouns.has(lowerAt(sentence, at + 1))
  if (cue.frames.has('finding')) return hasFinite(sentence, at + 2, firstComma(sentence, at + 2))
  return !time || hasFinite(sentence, at + 2, Math.min(sentence.length, at + 6))
}

function takesBareClause({ frames }: Cue, first: string): boolean {
  if (frames.has('clause') || frames.has('told')) return true
  return frames.has('that') && (subjectPronouns.has(first) || !frames.has('thing'))
}

/** A clause without "that": a subject, and a finite verb behind it. */
function startsBareClause(sentence: Sentence, cue: Cue, at: number): boolean {
  const lower = lowerAt(sentence, at)
  if (cue.verbClass === 'ask') return wh.test(lower)
  const opens = opensWithSubject(sentence, at)
  if (cue.nounLike) return opens && hasFinite(sentence, at + 1, firstComma(sentence, at + 1))
  const said = saying.test(lowerAt(sentence, cue.to - 1))
  // What "said" is followed by is a clause, whatever its verb: no list knows all verbs.
  if (opens && said && wordsAhead(sentence, at) >= 4) return true
  if (!opens && !mayOpenClause(sentence, at, said)) return false
  return hasFinite(sentence, at + 1, Math.min(sentence.length, at + clauseItemsMax))
}

/** A bare plural, a gerund, a number, an adjective, or a word that leads into a clause. */
function mayOpenClause(sentence: Sentence, at: number, said: boolean): boolean {
  const item = sentence[at]
  if (!isWord(item) || (item.lower === 'about' && !said)) return false
  if (item.lower === 'as' && lowerAt(sentence, at + 1) === 'much') return false
  if (clauseOpener.test(item.lower) || /^\d/.test(item.text)) return true
  return /^[a-z]{3,}$/.test(item.text) && !finiteVerbs.has(item.lower) && !isFunctionWord(item)
}

function firstComma(sentence: Sentence, from: number): number {
  let at = from
  while (at < sentence.length && at - from < clauseItemsMax && !isMark(sentence[at], ',;:')) at++
  return at
}

function wordsAhead(sentence: Sentence, at: number): number {
  let words = 0
  for (let i = at; i < Math.min(sentence.length, at + 8) && !isMark(sentence[i], ',.;:'); i++) {
    words += isQuote(sentence[i]) ? 4 : 1
  }
  return words
}

function isWorthwhile(sentence: Sentence, cue: Cue, { from, to }: Range): boolean {
  const items = sentence.slice(from, to)
  if (items.some((item) => isQuote(item))) return true
  const words = items.filter((item) => isWord(item)).length
  // "called for his dismissal" says it all.
  const thing = isThing(cue, sentence, from) && determiners.has(lowerAt(sentence, from))
  return words >= (thing ? 2 : 3)
}
