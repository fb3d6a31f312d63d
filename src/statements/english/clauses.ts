// Reads the statements of one sentence: each reporting verb with its subject, its words and what stands between.
// Order decides: a verb inside words that another verb reports belongs to them and is not read.

import type { VerbClass } from '../statement.ts'
import { type AdjunctKind, type Adjuncts, hearerEnd, outletsIn, readAdjuncts } from './adjuncts.ts'
import { contentAfter } from './contents.ts'
import { endOfContent, endsLikeUtterance, isBreak } from './endings.ts'
import { type Cue, cueAt } from './cues.ts'
import type { Sentence } from './items.ts'
import { hasFinite, isCapital, isDash, isMark, isQuote, isSpeakerNoun, isWord, lowerAt } from './lexicon.ts'
import { headOf, type Range } from './noun-phrases.ts'
import { nounDraftAt } from './noun-cues.ts'
import { isFirstPerson, subjectOf } from './speaking.ts'
import { plainSubject, type Subject, subjectAfter } from './subjects.ts'
import { afterAside, isPuttingIt, tagStart, whatContent } from './asides.ts'
import { aroundTag, contentBefore, contentStart, goesOnTo } from './tags.ts'
import { isUnasserted } from './unasserted.ts'
import { isReporting, type VerbGroup, verbGroupBefore } from './verb-groups.ts'
import { determiners, subjectPronouns } from './words.data.ts'

/** A statement in items of its sentence. `subject` is null where the sentence names nobody. */
export type Draft = {
  subject: Subject | null
  verb: Range
  verbClass: VerbClass
  content: Range
  adjuncts: (Range & { kind: AdjunctKind })[]
  via: Range[]
  /** All items that the statement uses, its speaker and verb included. */
  extent: Range
}
/** A reporting verb where it stands: nothing before `low` is still free, `last` was read before it. */
type Place = { sentence: Sentence; cue: Cue; group: VerbGroup; low: number; last: Draft | null }

const sourceItemsMax = 24
const finalTagItemsMax = 24
const subordinating = /^(?:while|although|though|when|after|before|as|because|since|whereas)$/

/** All statements of a sentence, in order. */
export function readClauses(sentence: Sentence): Draft[] {
  const tagged = finalTag(sentence)
  if (tagged) return [tagged]
  const drafts: Draft[] = []
  let low = 0
  for (let at = 0; at < sentence.length;) {
    const draft = draftAt(sentence, at, low, drafts.at(-1) ?? null)
    if (draft) {
      drafts.push(draft)
      low = draft.extent.to
    }
    at = Math.max(at + 1, draft?.extent.to ?? 0)
  }
  return drafts
}

/** "The ministry said in a statement:" — who announces the words of the next paragraph, and how. */
export function readIntroduction(sentence: Sentence): Omit<Draft, 'content' | 'extent'> | null {
  if (!isMark(sentence.at(-1), ':')) return null
  for (let at = sentence.length - 2; at > 0 && sentence.length - at < finalTagItemsMax; at--) {
    const cue = cueAt(sentence, at)
    if (!cue || cue.frames.has('thing')) continue
    const group = verbGroupBefore(sentence, at)
    const subject = isReporting(sentence, cue, group)
      ? subjectOf({ sentence, cue, group, low: 0 }, null)
      : null
    if (!subject || isFirstPerson(sentence, subject)) continue
    const { adjuncts, via } = readAdjuncts(sentence, cue.to, cue.frames.has('told'))
    return { subject, verb: { from: cue.from, to: cue.to }, verbClass: cue.verbClass, adjuncts, via }
  }
  return null
}

/** "Everything before it, the mayor said." One verb at the very end speaks for the whole sentence, whatever other verbs stand in it. */
function finalTag(sentence: Sentence): Draft | null {
  for (let at = sentence.length - 1; at >= Math.max(1, sentence.length - finalTagItemsMax); at--) {
    if (isQuote(sentence[at])) return null
    const draft = draftAt(sentence, at, 0, null)
    if (draft) return isWholeSentence(sentence, draft) ? draft : null
  }
  return null
}

function isWholeSentence(sentence: Sentence, { content, verb, extent }: Draft): boolean {
  if (content.from !== 0 || content.to >= verb.from || isQuote(sentence[content.to - 1])) return false
  if (sentence.slice(extent.to).some((item) => isWord(item) || isQuote(item))) return false
  // “…,” he said, and …: the sentence began with somebody's quotation.
  return !sentence.slice(0, content.to).some((_, i) => endsLikeUtterance(sentence, i))
}

function draftAt(sentence: Sentence, at: number, low: number, last: Draft | null): Draft | null {
  if (!isWord(sentence[at])) return null
  if (lowerAt(sentence, at) === 'according' && lowerAt(sentence, at + 1) === 'to')
    return accordingTo(sentence, at, low)
  const noun = nounDraftAt(sentence, at, low)
  if (noun) return { ...noun, adjuncts: [], via: [] }
  const cue = cueAt(sentence, at)
  if (!cue) return null
  const group = verbGroupBefore(sentence, cue.from)
  if (!isReporting(sentence, cue, group)) return null
  const place = { sentence, cue, group, low, last }
  return invertedFirst(place) ?? inverted(place) ?? invertedInside(place) ?? straight(place)
}

/** "According to X, …" and "…, according to X". */
function accordingTo(sentence: Sentence, at: number, low: number): Draft | null {
  const source = sourceAfter(sentence, at + 2)
  if (!source) return null
  const base = {
    subject: plainSubject(source),
    verb: { from: at, to: at + 2 },
    verbClass: 'say' as const,
    adjuncts: [],
    via: [],
  }
  if (at <= low + 1 && isMark(sentence[source.to], ',')) {
    const content = { from: source.to + 1, to: endOfContent(sentence, source.to + 1) }
    return isEnough(sentence, content, 2) ? { ...base, content, extent: { from: at, to: content.to } } : null
  }
  const to = isMark(sentence[at - 1], ',') || isDash(sentence[at - 1]) ? at - 1 : at
  const content = { from: contentStart(sentence, low, to), to }
  return isEnough(sentence, content, 3)
    ? { ...base, content, extent: { from: content.from, to: source.to } }
    : null
}

const isEnough = (sentence: Sentence, { from, to }: Range, itemsMin: number): boolean =>
  to > from && (to - from >= itemsMin || isQuote(sentence[from]))

/** Whom "according to" names: a phrase up to the next comma or verb. */
function sourceAfter(sentence: Sentence, from: number): Range | null {
  let to = from
  while (to < sentence.length && to - from < sourceItemsMax && belongsToSource(sentence, to, from)) to++
  return to > from ? { from, to } : null
}

function belongsToSource(sentence: Sentence, at: number, from: number): boolean {
  const item = sentence[at]
  if (!isWord(item)) return isMark(item, '&')
  if (at === from) return true
  if (item.lower === 'and') return isCapital(sentence[at + 1]) || determiners.has(lowerAt(sentence, at + 1))
  return !/^(?:that|which|who|but|while|as|after|when|is|are|was|were|has|have|had|will|would)$/.test(
    item.lower,
  )
}

/** Said X: “…” */
function invertedFirst({ sentence, cue }: Place): Draft | null {
  const subject = cue.from === 0 && cue.form === 'past' ? subjectAfter(sentence, cue.to) : null
  if (!subject) return null
  const { adjuncts, via, next } = readAdjuncts(sentence, subject.to, false)
  const content = isMark(sentence[next], ':,') ? contentAfter(sentence, cue, next, false) : null
  return content && { subject, ...verbOf(cue), content, adjuncts, via, extent: { from: 0, to: content.to } }
}

/** “…,” said X — the verb before its subject. */
function inverted(place: Place): Draft | null {
  const { sentence, cue, low } = place
  if (!canInvert(sentence, cue)) return null
  const comma = isMark(sentence[cue.from - 1], ',') || isDash(sentence[cue.from - 1])
  const end = comma ? cue.from - 1 : cue.from
  const quoted = isQuote(sentence[end - 1])
  const subject = quoted || comma ? subjectAfter(sentence, cue.to) : null
  if (!subject) return null
  if (!quoted && !isInvertedTag(place, subject)) return null
  const from = contentStart(sentence, low, end)
  if (end <= from) return null
  const { adjuncts, via, next } = adjunctsAfter(sentence, subject)
  return withContinuation(sentence, {
    subject,
    ...verbOf(cue),
    content: { from, to: end },
    adjuncts,
    via,
    extent: { from, to: next },
  })
}

/** Without a quotation before it: a clause stands there, and somebody behind the verb; "X, the mayor, denied the charges" is none. */
function isInvertedTag({ sentence, cue, low }: Place, { core, to }: Subject): boolean {
  const clause = hasFinite(sentence, low, cue.from) || cue.from - low >= 5
  const head = sentence[headOf(sentence, core)]
  const somebody = isCapital(head) || isSpeakerNoun(head) || isPronoun(sentence, core)
  return clause && somebody && !cue.frames.has('thing') && isBreak(sentence, to)
}

const isPronoun = (sentence: Sentence, { from, to }: Range): boolean =>
  to - from === 1 && subjectPronouns.has(lowerAt(sentence, from))

/** "The bridge, said X, is closed": the tag stands between a subject and its verb. */
function invertedInside({ sentence, cue, low }: Place): Draft | null {
  if (!canInvert(sentence, cue) || hasFinite(sentence, low, cue.from)) return null
  const subject = subjectAfter(sentence, cue.to)
  const content = subject && aroundTag(sentence, cue, { subjectFrom: cue.from, low, next: subject.to })
  return content && { subject, ...verbOf(cue), content, adjuncts: [], via: [], extent: content }
}

/** said X, the Y of Z, in a statement: the comma closes the apposition. */
function adjunctsAfter(sentence: Sentence, { apposition, to }: Subject): Adjuncts {
  const comma = apposition !== null && isMark(sentence[to], ',')
  const found = readAdjuncts(sentence, comma ? to + 1 : to, false)
  return found.adjuncts.length > 0 || found.via.length > 0 ? found : { ...found, next: to }
}

const canInvert = (sentence: Sentence, { form, frames, from }: Cue): boolean =>
  (form === 'past' || form === 'present') &&
  (frames.has('clause') ||
    frames.has('that') ||
    // “…,” read the letter.
    (frames.has('quoted') && endsLikeUtterance(sentence, from - 1)))

const verbOf = ({ from, to, verbClass }: Cue): Pick<Draft, 'verb' | 'verbClass'> => ({
  verb: { from, to },
  verbClass,
})

/** "did not rule out" is no "rule out": the verb is shown with its negation, and claims no more than that something was said. */
const saidHow = (cue: Cue, group: VerbGroup): Pick<Draft, 'verb' | 'verbClass'> =>
  group.negated ? { verb: { from: group.from, to: cue.to }, verbClass: 'say' } : verbOf(cue)

/** X said … and “…,” X said. */
function straight(place: Place): Draft | null {
  const { sentence, cue, group, low } = place
  const subject = subjectOf(place, place.last?.subject ?? null)
  const own = subject !== null && isOwn(sentence, subject, group, low)
  if (!subject || isFirstPerson(sentence, subject) || (own && isUnasserted(sentence, cue, subject)))
    return null
  const { adjuncts, via: told, next } = readAdjuncts(sentence, cue.to, takesHearer(sentence, cue))
  const via = [...outletsIn(sentence, cue), ...told]
  const said = saidHow(cue, group)
  const tag = { subjectFrom: tagStart(sentence, subject, next), low, next }
  const before = own && !subject.relative ? contentBefore(sentence, cue, tag) : null
  if (before)
    return withContinuation(sentence, {
      subject,
      ...said,
      adjuncts,
      via,
      content: before,
      extent: { from: before.from, to: next },
    })
  return afterVerb(place, { subject, ...said, adjuncts, via }, own, next)
}

/** The statement whose words follow the verb or surround it. */
function afterVerb(
  place: Place,
  base: Omit<Draft, 'content' | 'extent'> & { subject: Subject },
  own: boolean,
  next: number,
): Draft | null {
  const content = wordsAfter(place, base.subject, own, next)
  if (!content) return null
  const extent = {
    from: Math.min(own ? base.subject.from : place.group.from, place.group.from),
    to: content.to,
  }
  // "told drivers to leave" asks something of them.
  const tells = base.verbClass === 'say' && lowerAt(place.sentence, content.from) === 'to'
  const verbClass = tells ? 'demand' : base.verbClass
  // Where the words turned out to begin earlier, what was read as adjuncts is part of them.
  const kept = content.from >= next ? {} : { adjuncts: [], via: [] }
  return { ...base, ...kept, verbClass, content, extent }
}

/** Whether a subject stands right before the verb, not carried over from an earlier one. */
const isOwn = (sentence: Sentence, subject: Subject, group: VerbGroup, low: number): boolean =>
  subject.from >= low &&
  (subject.to === group.from || (subject.to + 1 === group.from && !isWord(sentence[subject.to])))

/** Hearers follow "told"; after "asked" and "warned" only where nothing but a mark follows, or "that", "whether", "to". */
function takesHearer(sentence: Sentence, { frames, to }: Cue): boolean {
  if (!frames.has('told') || !frames.has('clause')) return frames.has('told')
  const end = hearerEnd(sentence, to)
  return (
    end > to &&
    (isBreak(sentence, end) ||
      isQuote(sentence[end]) ||
      /^(?:that|to|whether|if|why|how|what)$/.test(lowerAt(sentence, end)))
  )
}

/** The words that follow the verb or surround it. */
function wordsAfter(
  { sentence, cue, low }: Place,
  subject: Subject,
  own: boolean,
  next: number,
): Range | null {
  const leader = own ? lowerAt(sentence, subject.from - 1) : ''
  if (leader === 'what') return whatContent(sentence, next)
  const subjectFrom = tagStart(sentence, subject, next)
  const around = own ? aroundTag(sentence, cue, { subjectFrom, low, next }) : null
  const found = around ?? (leader === 'as' ? afterAside(sentence, next) : null)
  if (found || isPuttingIt(sentence, cue)) return found
  const subordinate = isSubordinate(cue, subject, leader)
  return (
    contentAfter(sentence, cue, next, subordinate) ??
    (next > cue.to ? contentAfter(sentence, cue, cue.to, subordinate) : null)
  )
}

/** "While she said …,", "…, who said …," and "Calling it a joke, he left." */
const isSubordinate = (cue: Cue, subject: Subject, leader: string): boolean =>
  subject.relative || (cue.from === 0 && cue.form === 'participle') || subordinating.test(leader)

/** “…,” he said, “…”: the words go on after the verb and stay one statement. */
function withContinuation(sentence: Sentence, draft: Draft): Draft {
  const from = goesOnTo(sentence, draft.content, draft.extent.to)
  if (from === null) return draft
  const to = endOfContent(sentence, from)
  return { ...draft, content: { from: draft.content.from, to }, extent: { from: draft.extent.from, to } }
}
