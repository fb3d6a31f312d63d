// Puts a sentence's reports together: cue, subject, what stands between, and what was said.
// It decides by grammar alone; whom a subject means is decided later, with the whole article known.

import { type Content, readContent } from './content.ts'
import { type Cue, opensClause } from './cues.ts'
import { isAudience, isComma, isComplementiser, isFunctionWord, lexicon } from './lexicon.ts'
import { type Mention, readPrefixed } from './mention.ts'
import type { Known, Range } from './names.ts'
import { findOpening, type Opening } from './opening.ts'
import {
  afterAdverbs,
  hasPronoun,
  hasUnreadSubject,
  isBareObject,
  isSomebody,
  quotedThrough,
  subjectOf,
} from './subjects.ts'
import type { Sentence } from './sentences.ts'
import { type Token, wordAt } from './tokens.ts'

export type Clause = {
  cue: Cue
  subject: Mention | null
  /** Without a subject of its own, the verb can only go on from within its sentence: it neither begins one nor is joined by و. */
  bound: boolean
  /** Between subject (or cue) and content: adjuncts stand here. */
  gap: Range
  opening: Opening
  content: Content
  /** «قال فلان وفلان»: who speaks with the subject. */
  jointly: Mention[]
  /** «نقلت الوكالة عن فلان قوله», «قال لوكالة …»: through whom it came. */
  via: Mention | null
}

/** The reports of one sentence, in order. */
export function readClauses(text: string, sentence: Sentence, known: Known): Clause[] {
  const { tokens } = sentence
  const clauses: Clause[] = []
  for (const cue of sentence.cues) {
    const taken = clauses.at(-1)
    if (taken && isSpokenFor(tokens, cue, taken)) continue
    const clause = readClause(text, tokens, cue, known)
    if (clause && !repeats(clauses, clause)) clauses.push(clause)
  }
  return clauses
}

function readClause(text: string, tokens: Token[], cue: Cue, known: Known): Clause | null {
  const subject = subjectOf(tokens, cue, known)
  const object = !subject && isBareObject(tokens, cue, known)
  if (lacksSubject(tokens, cue, { subject, object, known })) return null
  const jointly = subject && subject.from > cue.at ? joined(tokens, subject, known) : []
  const from = behind(tokens, cue, jointly.at(-1) ?? subject)
  const opening = findOpening(tokens, cue, { subject, from, object })
  if (!opening || isNoReport(tokens, { cue, subject, opening, from })) return null
  const wordsMin = opening.kind === 'noun' ? nounWordsMin(cue) : clauseWordsMin
  const content = readContent(text, tokens, opening, { limit: limitOf(tokens, cue), wordsMin })
  if (!content) return null
  const gap = { from, to: opening.gapEnd }
  const via = cue.kind === 'noun' ? passedBy(tokens, cue, known) : toldTo(tokens, gap, known)
  return { cue, subject, bound: isBound(tokens, cue), jointly, gap, opening, content, via }
}

/** Impersonal, or with a subject that could not be read as anybody. */
function lacksSubject(
  tokens: Token[],
  cue: Cue,
  { subject, object, known }: { subject: Mention | null; object: boolean; known: Known },
): boolean {
  if (cue.needsSubject && !(subject && isSpeaker(tokens, subject, { cue, known }))) return true
  if (!subject && isPassive(tokens, cue)) return true
  return !subject && !object && hasUnreadSubject(tokens, cue)
}

/** «أنه أبلغ بأن»: he was told. */
const isPassive = (tokens: Token[], { at, verb }: Cue): boolean =>
  /^(?:ابلغ|اخبر)$/.test(verb.lemma) &&
  tokens[at]?.about.verb?.verb.lemma === tokens[at]?.word &&
  isComplementiser(wordAt(tokens, at + 1))

/** The first token behind a verb and its subject. */
const behind = (tokens: Token[], cue: Cue, subject: Mention | null): number =>
  subject && subject.from > cue.at ? subject.to : afterAdverbs(tokens, cue.at + 1)

const clauseWordsMin = 2
/** «نفى التهمة» is all there is to a denial. */
const nounWordsMin = ({ verb }: Cue): number => (verb.class === 'deny' ? 1 : 2)

/** «يرى معظم المراقبين أن»: an impersonal verb has no such subject. */
const isSpeaker = (tokens: Token[], subject: Mention, { cue, known }: { cue: Cue; known: Known }): boolean =>
  subject.to <= cue.at ||
  isSomebody(tokens, subject, known) ||
  lexicon.quantifiers.has(wordAt(tokens, subject.from))

type Found = Pick<Clause, 'cue' | 'subject' | 'opening'> & { from: number }

/** «تصريح فلان بأن»: the noun reports only with a speaker and a clause directly behind; «بين» is a preposition as a rule. */
function isNoReport(tokens: Token[], found: Found): boolean {
  const { cue, subject, opening, from } = found
  if (cue.kind === 'statement') return !subject || opening.kind !== 'clause' || opening.content - from > 4
  if (cue.verb.lemma === 'بين' && (opening.kind !== 'clause' || opening.content - from > 3)) return true
  return opening.kind === 'noun' && isNoStatement(tokens, found)
}

/** A verb and a noun that tell what is done, or what somebody else said. */
function isNoStatement(tokens: Token[], { cue, subject, opening }: Found): boolean {
  // «… إن روسيا تدعو الأطراف إلى …»: inside what another says it tells what she does.
  if (cue.present && subject && subject.from > 0) return true
  // «… أن الطائرات بدون طيار كشفت عن»: whoever does it was not read.
  if (!subject && isBound(tokens, cue)) return true
  // «النقابة التي دعت إلى الإضراب»: that tells who is meant, not what is said now.
  if (lexicon.relatives.has(wordAt(tokens, cue.at - 1))) return true
  // «اعتبر الاحتكاك مقصودا»: the noun is what is judged.
  if (cue.verb.lemma === 'اعتبر' && subject?.kind === 'unnamed' && subject.roles.length === 0) return true
  // «أشار إلى تصريح …»
  return /^(?:ال)?(?:تصريح|تصريحات|اقوال|كلام)$/.test(wordAt(tokens, opening.content))
}

const passedBy = (tokens: Token[], cue: Cue, known: Known): Mention | null =>
  quotedThrough(tokens, cue, known)?.via ?? null

const isBound = (tokens: Token[], cue: Cue): boolean =>
  cue.kind === 'verb' &&
  cue.at > 0 &&
  !cue.joined &&
  !opensClause(tokens[cue.at - 1]) &&
  !(cue.at <= 3 && hasPronoun(tokens, cue)) &&
  !afterPreamble(tokens, cue)

const preambleTokensMax = 8

const topic = /^و?(?:حول|عن|بشان|بخصوص)$/
const topicTokensMax = 30

/** «بعد ذلك، أضاف»: a few words without a person before the comma; «وحول الأسعار قال»: what it is about. */
function afterPreamble(tokens: Token[], cue: Cue): boolean {
  const before = tokens.slice(0, cue.at)
  if (!isFunctionWord(wordAt(tokens, 0)) || before.some((it) => lexicon.roles.has(it.word))) return false
  if (before.length <= preambleTokensMax && isComma(wordAt(tokens, cue.at - 1))) return true
  return (
    topic.test(wordAt(tokens, 0)) &&
    before.length <= topicTokensMax &&
    !before.some((it) => it.about.mayReport)
  )
}

const jointMax = 4

/** «… وفلان» directly behind a person: the same words are theirs too. */
function joined(tokens: Token[], subject: Mention, known: Known): Mention[] {
  const others: Mention[] = []
  let { to } = subject
  while (subject.kind === 'person' && others.length < jointMax && wordAt(tokens, to).startsWith('و')) {
    const other = readPrefixed(tokens, to, known)
    if (other?.kind !== 'person') break
    others.push(other)
    to = other.to
  }
  return others
}

const media = /^ل(?:وكاله|صحيفه|قناه|مجله|شبكه|موقع|اذاعه|رويترز|سبوتنيك|نوفوستي|تاس)/

/** «لوكالة …», «لصحيفة …» between speaker and words: the medium that they were said to. */
function toldTo(tokens: Token[], gap: Range, known: Known): Mention | null {
  for (let at = gap.from; at < gap.to; at++) {
    const word = wordAt(tokens, at)
    if (media.test(word) && isAudience(word)) return readPrefixed(tokens, at, known)
  }
  return null
}

/** «وتابع قائلا»: the participle only goes with its verb, whose words these are already. */
const isSpokenFor = (tokens: Token[], cue: Cue, clause: Clause): boolean =>
  cue.at > clause.cue.at &&
  cue.at < clause.opening.content &&
  !lexicon.relatives.has(wordAt(tokens, cue.at - 1))

const repeats = (clauses: Clause[], clause: Clause): boolean =>
  clauses.some((it) => it.content.start === clause.content.start && it.content.end === clause.content.end)

/** Inside dashes or parentheses, and in a relative clause, what was said ends with them. */
function limitOf(tokens: Token[], cue: Cue): number {
  const mark = asideMark(tokens, cue.at)
  const closing = mark ? tokens.findIndex((it, index) => index > cue.at && it.word === mark) : -1
  const limit = closing > 0 ? closing : tokens.length
  if (!lexicon.relatives.has(wordAt(tokens, cue.at - 1))) return limit
  const comma = tokens.findIndex((it, index) => index > cue.at + 2 && isComma(it.word))
  return comma > 0 ? Math.min(limit, comma) : limit
}

/** The mark that closes the aside in which a token stands; '' where it stands in none. */
function asideMark(tokens: Token[], until: number): string {
  let closing = ''
  for (let at = 0; at < until; at++) {
    const word = wordAt(tokens, at)
    if (word === closing) closing = ''
    else if (closing === '' && (word === '-' || word === '(')) closing = word === '(' ? ')' : '-'
  }
  return closing
}
