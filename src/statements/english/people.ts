// Who is named in one article: full names with their titles, offices and genders, learnt before any statement is read.
// A name is a person only if something shows it: a title, an office, a known given name, an age, a verb of saying.

import { givenNames } from './given-names.data.ts'
import type { Reading, Sentence } from './items.ts'
import {
  isCapital,
  isFunctionWord,
  isMark,
  isParticle,
  isRoleNoun,
  isTime,
  isTimeAt,
  isWord,
  lowerAt,
} from './lexicon.ts'
import { type Gender, mentionOf } from './mentions.ts'
import { bodies, determiners, organisationWords, titles } from './words.data.ts'

export type Known = {
  /** The fullest form that the article writes. */
  name: string
  words: string[]
  gender: Gender | null
  /** Words of every office that the article gives them, in lower case. */
  roleWords: Set<string>
  role: string | null
}
export type People = {
  byName: Map<string, Known>
  /** By last name, and by given name for those who are called by it. */
  bySurname: Map<string, Known[]>
  byGivenName: Map<string, Known[]>
  byRoleWord: Map<string, Known[]>
  /** Who was spoken of, the last one at the end; what a pronoun looks back over. */
  focus: (Known | 'group')[]
}

const given = new Map<string, Gender | null>()
for (const name of givenNames.f) given.set(name.toLowerCase(), 'f')
for (const name of givenNames.m) given.set(name.toLowerCase(), given.has(name.toLowerCase()) ? null : 'm')
for (const name of givenNames.either) given.set(name.toLowerCase(), null)

const suffixes = new Set(['jr.', 'jr', 'sr.', 'sr', 'ii', 'iii', 'iv'])
export const nameWordsMax = 5
/** More people than this under one surname or office are told apart by nobody; and time stays linear. */
const namesakesMax = 20

const saysAfter = /^(?:said|says|told|added|tweeted|asked|wrote|explained)$/
const saysBefore = /^(?:said|says|added|asked|wrote|explained)$/

/** Learns the people of an article. */
export function learnPeople(readings: readonly Reading[]): People {
  const people: People = {
    byName: new Map(),
    bySurname: new Map(),
    byGivenName: new Map(),
    byRoleWord: new Map(),
    focus: [],
  }
  for (const { paragraphs, text } of readings)
    for (const { sentences } of paragraphs)
      for (const sentence of sentences) learnSentence(people, sentence, text)
  return people
}

/** Enters a name, or adds what is new to the person whom it is known or found to fit. */
export function enterPerson(
  people: People,
  words: string[],
  about: Pick<Known, 'gender' | 'role'> & { roleWords: string[] },
  found?: Known,
): Known {
  let known = found ?? findFitting(people, words)
  if (known && words.length > known.words.length) {
    people.byName.delete(known.name)
    Object.assign(known, { name: words.join(' '), words })
    people.byName.set(known.name, known)
  }
  if (!known) {
    known = { name: words.join(' '), words, gender: null, roleWords: new Set(), role: null }
    people.byName.set(known.name, known)
    index(people.bySurname, surnameOf(words), known)
    if (words.length > 1) index(people.byGivenName, (words[0] ?? '').toLowerCase(), known)
  }
  known.gender ??= about.gender ?? genderOfGivenName(words)
  known.role ??= about.role
  noteRole(people, known, about.roleWords)
  return known
}

/** "Mr. Ban" is Ban Ki-moon: a single word may also be the first one of a name, if of one only. */
function findFitting(people: People, words: readonly string[]): Known | undefined {
  const same = people.bySurname.get(surnameOf(words))?.find((one) => fits(one.words, words))
  if (same || words.length > 1) return same
  const called = people.byGivenName.get(surnameOf(words)) ?? []
  return called.length === 1 ? called[0] : undefined
}

function noteRole(people: People, known: Known, roleWords: readonly string[]): void {
  for (const word of roleWords) {
    if (known.roleWords.has(word)) continue
    known.roleWords.add(word)
    index(people.byRoleWord, word, known)
  }
}

const genderOfGivenName = (words: readonly string[]): Gender | null =>
  words.length > 1 ? (given.get((words[0] ?? '').toLowerCase()) ?? null) : null

/** The last name, without "Jr." or "III", in lower case. */
export const surnameOf = (words: readonly string[]): string =>
  (words.findLast((word) => !suffixes.has(word.toLowerCase())) ?? '').toLowerCase()

/** Whether one way to write a name may mean the other: "Lund" and "A. Lund" fit "Anna Lund", "Eva Lund" does not. */
export function fits(one: readonly string[], other: readonly string[]): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  const whole = long.map(bare)
  const first = bare(short[0] ?? '')
  if (short.length === 1) return whole.includes(first)
  const initial = (word: string) =>
    first.length === 1 ? word.startsWith(first) : word.length === 1 && first.startsWith(word)
  return surnameOf(one) === surnameOf(other) && whole.some((word) => word === first || initial(word))
}

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '')

function index(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key) ?? []
  if (list.length < namesakesMax) map.set(key, [...list, known])
}

function learnSentence(people: People, sentence: Sentence, text: string): void {
  for (let i = 0; i < sentence.length; i++) {
    if (!startsRun(sentence, i)) continue
    const to = runEnd(sentence, i)
    const from = trimStart(sentence, i, to)
    if (to > from) learnRun(people, sentence, { from, to }, text)
    i = to
  }
}

function learnRun(
  people: People,
  sentence: Sentence,
  { from, to }: { from: number; to: number },
  text: string,
): void {
  const words = sentence.slice(from, to).map((item) => item.text)
  if (!isNameShaped(sentence, from, to) || !showsPerson(sentence, from, to)) return
  const mention = mentionOf(sentence, { from: officeStart(sentence, Math.max(0, from - 8), from), to })
  const gender = mention.gender ?? titles.get(sentence[from - 1]?.lower ?? '') ?? null
  const role = mention.roleSpan ? text.slice(mention.roleSpan.start, mention.roleSpan.end) : null
  enterPerson(people, words, { gender, role, roleWords: mention.roleWords })
}

function isNameShaped(sentence: Sentence, from: number, to: number): boolean {
  const run = sentence.slice(from, to)
  if (run.some((item) => organisationWords.has(item.lower))) return false
  const [first] = run
  return !(run.length === 1 && (!isCapital(first) || isRoleNoun(first) || bodies.has(first?.lower ?? '')))
}

function showsPerson(sentence: Sentence, from: number, to: number): boolean {
  const before = lowerAt(sentence, from - 1)
  if (isRoleNoun(sentence[from - 1]) || titles.has(before)) return true
  if (to - from === 1) return false
  const says = saysAfter.test(lowerAt(sentence, to)) || saysBefore.test(before)
  return says || given.has(lowerAt(sentence, from)) || isApposed(sentence, from, to)
}

/** "Anna Lund, 45, …", "Anna Lund, the mayor", "The mayor of Northgate, Anna Lund, …" */
function isApposed(sentence: Sentence, from: number, to: number): boolean {
  if (!isMark(sentence[to], ',')) return false
  if (isMark(sentence[from - 1], ',') && hasOfficeBefore(sentence, from - 1)) return true
  return /^\d{2}$/.test(lowerAt(sentence, to + 1)) || isOfficeAhead(sentence, to + 1)
}

/** "The governor of Northgate, Tomas Brenner, …" */
function hasOfficeBefore(sentence: Sentence, comma: number): boolean {
  for (let i = comma - 1; i >= Math.max(0, comma - 8) && isWord(sentence[i]); i--)
    if (isRoleNoun(sentence[i])) return true
  return false
}

function startsRun(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  return isWord(item) && isCapital(item) && !isFunctionWord(item) && !titles.has(item.lower)
}

function runEnd(sentence: Sentence, from: number): number {
  let to = from
  while (to < sentence.length && to - from < nameWordsMax + 3 && isRunPart(sentence, to, from)) to++
  return to
}

function isRunPart(sentence: Sentence, at: number, from: number): boolean {
  const item = sentence[at]
  if (!isWord(item) || item.lower === "'s" || (isTimeAt(sentence, at) && at > from)) return false
  return (
    (isCapital(item) && !isFunctionWord(item)) ||
    (isParticle(item) && at > from && isCapital(sentence[at + 1]))
  )
}

/** Offices in capitals before the name are no part of it: "Foreign Minister Anna Lund". */
function trimStart(sentence: Sentence, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const endsName = i === to - 1 && i > from && !isRoleNoun(sentence[i - 1])
    if (isRoleNoun(sentence[i]) && !endsName) return i + 1
  }
  // "Rival Anna Lund": a capital that only the start of the sentence gave.
  const second =
    from === 0 && to - from > 2 && given.has(lowerAt(sentence, 1)) && !given.has(lowerAt(sentence, 0))
  return second ? 1 : from
}

/** Where the words of the office before a name begin. */
function officeStart(sentence: Sentence, low: number, at: number): number {
  let from = at
  while (from > low && belongsToOffice(sentence, from - 1)) from--
  while (from < at && sentence[from]?.lower === 'of') from++
  return sentence.slice(from, at).some((item) => isRoleNoun(item)) ? from : at
}

function belongsToOffice(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  if (!isWord(item) || isTime(item) || /[a-z](?:ed|ing|ly)$/.test(item.text) || saysAfter.test(item.lower))
    return false
  if (item.lower === 'of') return isCapital(sentence[at + 1])
  return !isFunctionWord(item) && (isCapital(item) || isRoleNoun(item) || isRoleNoun(sentence[at + 1]))
}

function isOfficeAhead(sentence: Sentence, from: number): boolean {
  const first = sentence[from]
  if (!isWord(first) || !(determiners.has(first.lower) || /^[a-z]/.test(first.text))) return false
  for (let i = from; i < Math.min(sentence.length, from + 6); i++) {
    if (isMark(sentence[i], ',.')) return false
    if (isRoleNoun(sentence[i])) return true
  }
  return false
}
