// Where the reported words begin and end after a verb ("said that …", "said: “…”").
// Ends are the dangerous part: what another verb reports must not run into these words.

import { type Cue, cueAt } from './cues.ts'
import type { Sentence } from './items.ts'
import {
  hasFinite,
  isCapital,
  isDash,
  isFinite,
  isFunctionWord,
  isMark,
  isQuote,
  isWord,
  lowerAt,
} from './lexicon.ts'
import type { Range } from './noun-phrases.ts'
import { subjectBefore } from './subjects.ts'
import { verbGroupBefore } from './verb-groups.ts'
import {
  conjunctions,
  determiners,
  finiteVerbs,
  prepositions,
  subjectPronouns,
  timeNouns,
} from './words.data.ts'

/** How far the rules look for a clause's verb, a hearer's "to", or another speaker's verb. */
const clauseItemsMax = 30
const askedItemsMax = 16
const objectItemsMax = 14
const reportItemsMax = 10
const tagItemsMax = 6

const saying = /^(?:say|says|said|saying)$/
const wh = /^(?:why|how|what|whether|if|where|who|when)$/
const naming = /^(?:call|calls|called|calling|describes?|described|describing)$/
/** What may open a bare clause besides its subject. */
const clauseOpener =
  /^(?:if|when|while|because|not|nothing|under|in|at|with|for|on|despite|as|by|after|before|since|although|though|more|about|only|even|people|such|so|what)$/
const clauseSubject = /^(?:i|we|you|there|neither|someone|somebody|(?:any|every|no)(?:one|body|thing))$/
/** ", adding that …": a participle that starts the next report. */
const nextReport =
  /^(?:adding|saying|noting|arguing|claiming|warning|insisting|citing|referring|explaining|stressing|telling|asking|calling|suggesting|according)$/
const objectPronoun = /^(?:it|him|her|them|this|that)$/
/** Adjectives of judgement: what somebody is called. */
const judging =
  /^un[a-z]{4,}$|^in[a-z]{5,}(?:ent|ate|ive|ible)$|^[a-z]{3,}(?:able|ible|ful|ous|less|istic|ish)$|^(?:absurd|baseless|corrupt|critical|false|fake|illegal|irrelevant|misleading|racist|sexist|crucial|vital|essential|wrong|weak|strong|inadequate|illegitimate|immoral|biased|flawed|fabricated|exaggerated|overblown|premature|historic|heroic|tragic|excellent|brilliant|crazy|silly|stupid|naive|dead|safe|fair|nonsense|propaganda|terrorists?|liars?|cowards?|heroes|criminals?|traitors?)$/
const telling = /^(?:but|while|whereas|yet|which|who|though|although|so|after|as)$/
const contrast = /^(?:and|but|while|whereas|as|though|although)$/
/** These part two reports without a comma, too. */
const strongContrast = /^(?:but|while|whereas|though|although)$/
/** Verbs that follow "and" in somebody's words too often to be the speaker's next report. */
const rarelyContinues = /^(?:posted|reported|continued|answered|noted|mentioned|added|stated)$/

/** The words after a verb and its adjuncts, or null where none are reported there. `subordinate`: the verb stands in a "while …" or ", who …" clause. */
export function contentAfter(sentence: Sentence, cue: Cue, at: number, subordinate: boolean): Range | null {
  const from = startOfContent(sentence, cue, at)
  if (from === null || from >= sentence.length) return null
  const whole = endOfContent(sentence, from, subordinate)
  const range = { from, to: isThing(cue, sentence, from) ? endOfThing(sentence, from, whole) : whole }
  return isWorthwhile(sentence, range) ? range : null
}

/** An object, not a clause of the speaker's. */
const isThing = ({ frames, to }: Cue, sentence: Sentence, from: number): boolean =>
  (frames.has('thing') || frames.has('quoted')) && from === to && !isQuote(sentence[from])

/** "called for a new vote, but the council had left": the writer goes on after an object. */
function endOfThing(sentence: Sentence, from: number, whole: number): number {
  for (let i = from + 2; i < whole; i++) {
    const next = lowerAt(sentence, i + 1)
    if (isDash(sentence[i])) return i
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

const isClauseAhead = (sentence: Sentence, at: number): boolean =>
  opensWithSubject(sentence, at) && [1, 2, 3, 4].some((ahead) => isFinite(sentence, at + ahead))

function startOfContent(sentence: Sentence, cue: Cue, at: number): number | null {
  const item = sentence[at]
  if (isQuote(item)) return at
  if (isMark(item, ':')) return at + 1
  if (isMark(item, ',')) return afterComma(sentence, at)
  if (!isWord(item)) return null
  if (item.lower === 'that' && !cue.frames.has('hearer-to')) return opensClause(sentence, at) ? at + 1 : null
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
function opensClause(sentence: Sentence, at: number): boolean {
  const time = timeNouns.has(lowerAt(sentence, at + 1))
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

function opensWithSubject(sentence: Sentence, at: number): boolean {
  const lower = lowerAt(sentence, at)
  return (
    subjectPronouns.has(lower) ||
    determiners.has(lower) ||
    clauseSubject.test(lower) ||
    isCapital(sentence[at])
  )
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

/** What verbs of demanding, promising and accusing report without a clause. */
function takesObject(sentence: Sentence, cue: Cue, at: number): boolean {
  const { frames } = cue
  const first = lowerAt(sentence, at)
  if (frames.has('hearer-to')) return hasToAhead(sentence, at)
  if ((frames.has('to') || frames.has('told')) && first === 'to') return true
  if (frames.has('thing')) return isObject(sentence, cue, at)
  if (frames.has('quoted')) return isQuoting(sentence, at)
  return wh.test(first)
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
  if (prepositions.has(first) && first !== 'as') return false
  for (let i = at; i < Math.min(sentence.length, at + objectItemsMax); i++) {
    if (isQuote(sentence[i])) return true
    if (isMark(sentence[i], ',') && isQuote(sentence[i + 1])) return true
    if (isMark(sentence[i], ',;:') || (i > at && isFinite(sentence, i))) return false
    if (conjunctions.has(lowerAt(sentence, i)) && !/^(?:as|and|that|who)$/.test(lowerAt(sentence, i)))
      return false
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

/** The end of what a verb reports: the end of the sentence, unless the same or another speaker's verb starts before it. */
export function endOfContent(sentence: Sentence, start: number, subordinate = false): number {
  const end = withoutFinalMarks(sentence)
  if (isQuote(sentence[start]) && isWholeUtterance(sentence, start)) return endOfQuotes(sentence, start)
  for (let i = start + 1; i < end; i++) {
    if (isMark(sentence[i], ',')) {
      if (subordinate ? i - start > 2 && isWord(sentence[i + 1]) : endsAtComma(sentence, i)) return i
    } else if (endsBetween(sentence, i)) return i
  }
  return isQuote(sentence[start]) ? withoutTrailingAdjunct(sentence, start, end) : end
}

/** "; the mayor said …", "… but the mayor said …", "… and said …" */
function endsBetween(sentence: Sentence, at: number): boolean {
  if (isMark(sentence[at], ';')) return startsReport(sentence, at + 1)
  const lower = lowerAt(sentence, at)
  const parted = isDash(sentence[at - 1]) || isQuote(sentence[at - 1])
  if ((parted ? contrast : strongContrast).test(lower) && startsReport(sentence, at + 1)) return true
  return /^(?:and|but)$/.test(lower) && continuesReport(sentence, at + 1)
}

function withoutFinalMarks(sentence: Sentence): number {
  let to = sentence.length
  while (to > 0 && isMark(sentence[to - 1], '.!?…)')) to--
  return to
}

/** “We will go.” / “We will go,” — a sentence of its own, after which other words begin. */
const isWholeUtterance = (sentence: Sentence, at: number): boolean =>
  sentence[at + 1] === undefined || endsLikeUtterance(sentence, at)

/** Whether a quotation ends as a sentence or before its speaker: with a comma, a full stop, a question mark. */
export const endsLikeUtterance = (sentence: Sentence, at: number): boolean => {
  const item = sentence[at]
  return isQuote(item) && /[.,!?…]$/.test(item.text)
}

/** Whether a clause may end here: at a mark, a dash, or the end of the sentence. */
export const isBreak = (sentence: Sentence, at: number): boolean =>
  at >= sentence.length || isMark(sentence[at], ',.;!?)') || isDash(sentence[at])

function endOfQuotes(sentence: Sentence, start: number): number {
  let to = start + 1
  while (isQuote(sentence[to]) || (isMark(sentence[to], ',') && isQuote(sentence[to + 1]))) to++
  return to
}

/** said “Q” in an interview on Monday: the words end with the quotation. */
function withoutTrailingAdjunct(sentence: Sentence, start: number, end: number): number {
  const adjunct = /^(?:in|on|at|during|when|after|before|while|as|to)$/.test(lowerAt(sentence, start + 1))
  return adjunct && end - start < objectItemsMax && !hasFinite(sentence, start + 1, end) ? start + 1 : end
}

function endsAtComma(sentence: Sentence, comma: number): boolean {
  const next = lowerAt(sentence, comma + 1)
  return (
    nextReport.test(next) ||
    (contrast.test(next) && startsReport(sentence, comma + 2)) ||
    startsTag(sentence, comma + 1)
  )
}

/** Another subject and its reporting verb: ", while the mayor said …". */
function startsReport(sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < Math.min(sentence.length, at + reportItemsMax); i++) {
    if (!isWord(sentence[i]) || conjunctions.has(lowerAt(sentence, i))) return false
    const cue = cueAt(sentence, i)
    if (!cue || !reportsClause(sentence, cue)) continue
    const group = verbGroupBefore(sentence, i)
    return (
      !(group.infinitive || group.passive || group.modal) && subjectBefore(sentence, group.from, at) !== null
    )
  }
  return false
}

const reportsClause = (sentence: Sentence, { frames, to }: Cue): boolean =>
  frames.has('clause') || frames.has('told') || (frames.has('that') && lowerAt(sentence, to) === 'that')

/** "… and said …": the same speaker goes on. */
function continuesReport(sentence: Sentence, at: number): boolean {
  let i = at
  while (/^(?:also|then|later|has|have|had|even|further)$/.test(lowerAt(sentence, i)) && i - at < 3) i++
  return cueAt(sentence, i)?.form === 'past' && !rarelyContinues.test(lowerAt(sentence, i))
}

/** ", Mr Lund said." and ", she said, …": another's tag ends what came before it. */
function startsTag(sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < Math.min(sentence.length, at + tagItemsMax) && isWord(sentence[i]); i++) {
    const cue = cueAt(sentence, i)
    if (!cue?.frames.has('clause') || cue.nounLike) continue
    return (
      isMark(sentence[cue.to], '.,') &&
      subjectBefore(sentence, verbGroupBefore(sentence, i).from, at)?.from === at
    )
  }
  return false
}

function isWorthwhile(sentence: Sentence, { from, to }: Range): boolean {
  const items = sentence.slice(from, to)
  if (items.some((item) => isQuote(item))) return true
  const words = items.filter((item) => isWord(item)).length
  return words >= 3
}
