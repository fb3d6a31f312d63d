// Where reported words end: at the end of the sentence, unless another report starts before it.
// Ends are the dangerous part: what another verb reports must not run into these words.

import { type Cue, cueAt } from './cues.ts'
import type { Sentence } from './items.ts'
import { endsLikeAdverb, hasFinite, isDash, isMark, isQuote, isWord, lowerAt } from './lexicon.ts'
import { subjectBefore } from './subjects.ts'
import { verbGroupBefore } from './verb-groups.ts'
import { conjunctions } from './words.data.ts'
const adjunctItemsMax = 14
const reportItemsMax = 10
const tagItemsMax = 6
/** ", adding that …": a participle that starts the next report. */
const nextReport =
  /^(?:adding|saying|noting|arguing|claiming|warning|insisting|citing|referring|explaining|stressing|telling|asking|calling|suggesting|according)$/
const betweenReports = /^(?:also|then|later|has|have|had|even|further)$/
const saysNext = /^(?:says|adds|warns|asks|insists|argues|claims)$/
const contrast = /^(?:and|but|while|whereas|as|though|although)$/
/** Verbs that follow "and" in somebody's words too often to be the speaker's next report. */
const rarelyContinues = /^(?:posted|reported|continued|answered|noted|mentioned|added|stated)$/
/** These part two reports without a comma, too. */
export const strongContrast = /^(?:but|while|whereas|though|although)$/

/** The end of what a verb reports: the end of the sentence, unless the same or another speaker's verb starts before it. */
export function endOfContent(sentence: Sentence, start: number, subordinate = false): number {
  const end = withoutFinalMarks(sentence)
  if (isQuote(sentence[start]) && isWholeUtterance(sentence, start)) return endOfQuotes(sentence, start)
  for (let i = start + 1; i < end; i++) {
    const ends = subordinate ? endsSubordinate(sentence, i, start) : endsAtComma(sentence, i)
    if (ends || endsBetween(sentence, i)) return isQuote(sentence[i]) ? i + 1 : i
  }
  return isQuote(sentence[start]) ? withoutTrailingAdjunct(sentence, start, end) : end
}

/** "While the mayor said it was late, …": at the first comma, which may stand inside a quotation. */
function endsSubordinate(sentence: Sentence, at: number, start: number): boolean {
  const item = sentence[at]
  if (isQuote(item)) return item.text.endsWith(',')
  return isMark(item, ',') && at - start > 2 && isWord(sentence[at + 1])
}

/** "; the mayor said …", "… but the mayor said …", "… and said …" */
function endsBetween(sentence: Sentence, at: number): boolean {
  if (isMark(sentence[at], ';')) return startsReport(sentence, at + 1)
  if (isDash(sentence[at])) return startsQuotation(sentence, at + 1)
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
  return isQuote(item) && /[.,!?…]['’]?$/.test(item.text)
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
  return adjunct && end - start < adjunctItemsMax && !hasFinite(sentence, start + 1, end) ? start + 1 : end
}

function endsAtComma(sentence: Sentence, comma: number): boolean {
  if (!isMark(sentence[comma], ',')) return false
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
  frames.has('clause') ||
  frames.has('told') ||
  (frames.has('that') && lowerAt(sentence, to) === 'that') ||
  (frames.has('to') && lowerAt(sentence, to) === 'to')

/** "— the mayor boasted, “…”": another subject, its verb and a quotation. */
function startsQuotation(sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i < Math.min(sentence.length, at + tagItemsMax) && isWord(sentence[i]); i++) {
    const cue = cueAt(sentence, i)
    if (!cue?.frames.has('clause') || cue.form === 'participle') continue
    const quoted = isMark(sentence[cue.to], ',:') && isQuote(sentence[cue.to + 1])
    return quoted && subjectBefore(sentence, verbGroupBefore(sentence, i).from, at) !== null
  }
  return false
}

/** "… and said …": the same speaker goes on. */
function continuesReport(sentence: Sentence, at: number): boolean {
  let i = at
  while ((betweenReports.test(lowerAt(sentence, i)) || endsLikeAdverb(lowerAt(sentence, i))) && i - at < 3)
    i++
  const cue = cueAt(sentence, i)
  if (cue?.form === 'present')
    return !cue.nounLike && cue.frames.has('clause') && saysNext.test(lowerAt(sentence, i))
  return cue?.form === 'past' && !rarelyContinues.test(lowerAt(sentence, i))
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
