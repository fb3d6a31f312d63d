// Takes a noun phrase apart: which words are the name, which the office, and whether it is one person, several, or none.

import type { Span } from '../../language/span.ts'
import type { Sentence } from './items.ts'
import {
  isBody,
  isCapital,
  isFunctionWord,
  isMark,
  isParticle,
  isQuote,
  isRoleNoun,
  isSpeakerNoun,
  isTimeAt,
  isWord,
  lowerAt,
} from './lexicon.ts'
import { headOf, type Range } from './noun-phrases.ts'
import type { Subject } from './subjects.ts'
import { bodyNouns, determiners, genderedRoles, portfolioWords, prepositions, titles } from './words.data.ts'

export type Gender = 'm' | 'f'
export type Mention = {
  /** Where the whole mention stands, an apposition that tells the office included. */
  span: Span
  kind: 'name' | 'pronoun' | 'role' | 'body'
  /** The name's words; empty for the rest. */
  name: string[]
  /** The office as written, without the name and without its article. */
  roleSpan: Span | null
  /** The office's words in lower case, to find its holder again. */
  roleWords: string[]
  gender: Gender | null
  /** A title or an office stands with the name: surely a person. */
  titled: boolean
  plural: boolean
}

const officeItemsMax = 8
/** Offices are never surnames; "King", "Judge" or "Bishop" behind a given name are. */
const neverSurname =
  /^(?:minister|president|secretary|spokesman|officials?|republicans?|democrats?|chairman|director|senators?)$/
const noOffice = /^(?:who|whose|whom|which|of|with|himself|herself|\d+)$/

/** The mentions of a subject: one, or several for "X and Y". */
export function mentionsOf(sentence: Sentence, subject: Subject): Mention[] {
  const parts = partsOf(sentence, subject.core)
  const mentions = parts.map((part) => mentionOf(sentence, part))
  const [only] = mentions
  return mentions.length === 1 && only ? [withApposition(sentence, subject, only)] : mentions
}

/** A phrase of one name or office. */
export function mentionOf(sentence: Sentence, core: Range): Mention {
  const blank: Mention = {
    span: spanOf(sentence, core),
    kind: 'body',
    name: [],
    roleSpan: null,
    roleWords: [],
    gender: null,
    titled: false,
    plural: false,
  }
  const first = lowerAt(sentence, core.from)
  if (core.to - core.from === 1 && /^(?:he|she|they|it|i|we|his|her|their)$/.test(first)) {
    const gender = /^(?:he|his)$/.test(first) ? 'm' : /^(?:she|her)$/.test(first) ? 'f' : null
    return { ...blank, kind: 'pronoun', gender, plural: /^(?:they|their|we)$/.test(first) }
  }
  const run = nameRun(sentence, core)
  return run ? named(sentence, core, run, blank) : unnamed(sentence, core, blank)
}

/** The offsets of a range of items. */
export function spanOf(sentence: Sentence, { from, to }: Range): Span {
  return { start: sentence[from]?.start ?? 0, end: sentence[to - 1]?.end ?? 0 }
}

function partsOf(sentence: Sentence, core: Range): Range[] {
  const parts: Range[] = []
  let { from } = core
  for (let i = core.from; i < core.to; i++) {
    if (lowerAt(sentence, i) !== 'and' && !isMark(sentence[i], ',')) continue
    if (i > from) parts.push({ from, to: i })
    from = i + 1
  }
  if (from < core.to) parts.push({ from, to: core.to })
  return parts.length > 1 && parts.every((part) => nameRun(sentence, part)) ? parts : [core]
}

function named(sentence: Sentence, core: Range, run: Range, blank: Mention): Mention {
  const role = roleBefore(sentence, core.from, run.from)
  const roleWords = role ? lowerWords(sentence, role) : []
  const title = run.from > core.from ? lowerAt(sentence, run.from - 1) : ''
  const gender = titles.get(title) ?? genderOf(roleWords)
  return {
    ...blank,
    kind: 'name',
    name: words(sentence, run),
    roleSpan: role && spanOf(sentence, role),
    roleWords,
    gender,
    titled: titles.has(title) || roleWords.length > 0,
  }
}

function unnamed(sentence: Sentence, core: Range, blank: Mention): Mention {
  const head = sentence[headOf(sentence, core)]
  const role = withoutArticle(sentence, core)
  const plural = isWord(head) && /(?:[^s]s|men|women|people)$/.test(head.lower)
  if (
    role.from >= role.to ||
    !isWord(head) ||
    isBody(head) ||
    bodyNouns.has(head.lower) ||
    (isCapital(head) && !isRoleNoun(head))
  )
    return { ...blank, plural }
  const roleWords = lowerWords(sentence, role)
  return {
    ...blank,
    kind: 'role',
    roleSpan: spanOf(sentence, role),
    roleWords,
    gender: genderOf(roleWords),
    plural,
  }
}

/** The apposition gives the office, if nothing before the name did; or the name, if the office came first. */
function withApposition(sentence: Sentence, subject: Subject, mention: Mention): Mention {
  const { apposition, core } = subject
  if (!apposition) return mention
  const run = mention.kind === 'role' ? nameRun(sentence, apposition) : null
  if (run?.from === apposition.from && run.to === apposition.to) {
    const role = withoutArticle(sentence, core)
    const span = spanOf(sentence, { from: subject.from, to: apposition.to })
    return {
      ...mention,
      span,
      kind: 'name',
      name: words(sentence, run),
      roleSpan: spanOf(sentence, role),
      titled: true,
    }
  }
  if (!isOffice(sentence, apposition)) return mention
  const role = withoutArticle(sentence, apposition)
  const roleWords = lowerWords(sentence, role)
  return {
    ...mention,
    span: spanOf(sentence, { from: subject.from, to: apposition.to }),
    roleSpan: mention.roleSpan ?? spanOf(sentence, role),
    roleWords: [...mention.roleWords, ...roleWords],
    gender: mention.gender ?? genderOf(roleWords),
    titled: true,
  }
}

/** The maximal run of name words at the head of a phrase. */
function nameRun(sentence: Sentence, { from, to }: Range): Range | null {
  const end = endOfHead(sentence, from, to)
  if (!isCapital(sentence[end - 1])) return null
  let start = end
  while (start > from && isNamePart(sentence, start - 1, end)) start--
  while (start < end && isNoStart(sentence, start)) start++
  if (start === end || determiners.has(lowerAt(sentence, start))) return null
  return start > from && lowerAt(sentence, start - 1) === 'the' ? null : { from: start, to: end }
}

/** "Secretary of State John Kerry": "State" starts no name; nor does a particle that nothing capital follows. */
function isNoStart(sentence: Sentence, at: number): boolean {
  if (portfolioWords.has(lowerAt(sentence, at)) && /^(?:of|and)$/.test(lowerAt(sentence, at - 1))) return true
  return isParticle(sentence[at]) && !isCapital(sentence[at]) && !isCapital(sentence[at + 1])
}

function isNamePart(sentence: Sentence, at: number, end: number): boolean {
  const item = sentence[at]
  if (isQuote(item)) return at + 1 < end && isCapital(sentence[at - 1])
  if (!isWord(item)) return false
  if (isParticle(item) && at + 1 < end) return true
  if (!isCapital(item) || isFunctionWord(item)) return false
  if (isTimeAt(sentence, at) && end - at === 1) return false
  const office = isRoleNoun(item) || titles.has(item.lower)
  return !office || endsAsSurname(sentence, at, end)
}

function endsAsSurname(sentence: Sentence, at: number, end: number): boolean {
  const given = sentence[at - 1]
  if (at + 1 !== end || !isCapital(given) || neverSurname.test(lowerAt(sentence, at))) return false
  // "Mr. King", "Anna Bishop"; not "Prince Bishop", nor "Anna Mr.".
  if (/^(?:mr|mrs|ms)\.?$/.test(lowerAt(sentence, at - 1))) return true
  return !isRoleNoun(given) && !titles.has(lowerAt(sentence, at))
}

/** Where the head ends: before the first preposition, unless it belongs to a portfolio ("Minister of Defence Ali Reza"). */
function endOfHead(sentence: Sentence, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const lower = lowerAt(sentence, i)
    if (isMark(sentence[i], ',(') || /^(?:who|that|which)$/.test(lower)) return i
    if (prepositions.has(lower) && !isInName(sentence, i)) return i
  }
  return to
}

function isInName(sentence: Sentence, at: number): boolean {
  if (!isCapital(sentence[at - 1])) return false
  return (
    isParticle(sentence[at]) ||
    (lowerAt(sentence, at) === 'of' && portfolioWords.has(lowerAt(sentence, at + 1)))
  )
}

function roleBefore(sentence: Sentence, from: number, to: number): Range | null {
  const role = withoutArticle(sentence, { from, to })
  const last = lowerAt(sentence, role.to - 1)
  if (role.from >= role.to || last === '' || last === "'s") return null
  if (role.to - role.from === 1 && /^(?:mr|mrs|ms|miss)\.?$/.test(last)) return null
  const office = sentence.slice(role.from, role.to).some((item) => isRoleNoun(item))
  return office || !isCapital(sentence[role.to - 1]) ? role : null
}

function isOffice(sentence: Sentence, { from, to }: Range): boolean {
  const first = lowerAt(sentence, from)
  if (first === '' || noOffice.test(first) || first.endsWith('ing')) return false
  return (
    determiners.has(first) ||
    sentence.slice(from, Math.min(to, from + officeItemsMax)).some((item) => isSpeakerNoun(item))
  )
}

const withoutArticle = (sentence: Sentence, { from, to }: Range): Range =>
  determiners.has(lowerAt(sentence, from)) ? { from: from + 1, to } : { from, to }

const genderOf = (roleWords: readonly string[]): Gender | null => {
  for (const word of roleWords) {
    const gender = genderedRoles.get(word)
    if (gender) return gender
  }
  return null
}

const lowerWords = (sentence: Sentence, range: Range): string[] =>
  words(sentence, range).map((word) => word.toLowerCase())

const words = (sentence: Sentence, { from, to }: Range): string[] =>
  sentence
    .slice(from, to)
    .filter((item) => isWord(item))
    .map((item) => item.text)
