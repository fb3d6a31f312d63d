// The people in the slots of a matched question: whose name is whole, where two are named, what is no name at all.

import { hasArabic } from '../language/script.ts'
import { type Capture, makeLexicon, wordList } from '../language/templates.ts'
import {
  type NameWord,
  isRoleWord,
  listenerStart,
  looksLikeName,
  secondPerson,
  topicStart,
  withoutLam,
} from './question-names.ts'
import { type QuestionWord, asWritten } from './question-text.ts'
import { questionWords } from './question-words.data.ts'

/** `guesses`: for one person the readings of the name; `rest`: words of the slot that belong to the topic. */
export type People = { speakers: string[]; guesses: string[]; rest: QuestionWord[] }
type InSlot = (name: string) => QuestionWord[]

const nobody: People = { speakers: [], guesses: [], rest: [] }
/** Longer slots hold sentences, not names. */
const nameWordsMax = 10

/** The people that the slots of a match hold, none included; null when a slot holds what is no person. */
export function peopleIn(text: string, inSlot: InSlot): People | null {
  const [pair, dual] = [inSlot('pair'), inSlot('dual')]
  if (pair.length > 0) return couple(text, pair)
  if (dual.length > 0) return personAndTopic(text, dual)
  const slot = ['name', 'quoted', 'person', 'subject', 'owner'].find((name) => inSlot(name).length > 0)
  if (slot === undefined) return nobody
  const words = inSlot(slot)
  if (!mayBePerson(words)) return null
  if ((slot === 'name' || slot === 'quoted') && !looksLikeName(named(text, words))) return null
  const other = inSlot('other')
  return other.length > 0 ? two(text, words, other) : one(text, words, slot)
}

/** Words as the checks of names want them. */
export function named(text: string, words: readonly QuestionWord[]): NameWord[] {
  return words.map((word) => ({ raw: text.slice(word.start, word.end), folded: word.folded }))
}

function one(text: string, words: QuestionWord[], slot: string): People | null {
  const names = named(text, words)
  const listener = listenerStart(names)
  if (listener.at > 0 && slot !== 'name') {
    const readings = readingsOf(asWritten(text, words.slice(0, listener.at)), slot)
    return single(readings, listener.isTopic ? withoutFirstLetter(words.slice(listener.at)) : [])
  }
  const written = asWritten(text, words)
  if (slot !== 'subject' && secondPerson(names) > 0 && hasArabic(written)) return couple(text, words)
  return single(readingsOf(written, slot))
}

function readingsOf(name: string, slot: string): string[] {
  if (slot === 'owner') return withoutLam(name)
  // "peskovs remarks": the apostrophe may be missing.
  return slot === 'quoted' && /[a-z]s$/.test(name) ? [name, name.slice(0, -1)] : [name]
}

function single(guesses: string[], rest: QuestionWord[] = []): People {
  return { speakers: guesses.slice(0, 1), guesses, rest }
}

/** «بماذا اتهم كوبكا روسيا؟»: nothing stands between the two. */
function personAndTopic(text: string, words: QuestionWord[]): People | null {
  const cut = topicStart(named(text, words))
  if (cut >= words.length || !mayBePerson(words.slice(0, cut))) return null
  return single([asWritten(text, words.slice(0, cut))], words.slice(cut))
}

function two(text: string, first: QuestionWord[], second: QuestionWord[]): People | null {
  // "the minister of trade and industry" is one person.
  const ofTwoThings = first.some(({ folded }) => folded === 'of') && second.length === 1
  if (!mayBePerson(second) || isRoleWord(first.at(-1)?.folded ?? '') || ofTwoThings) return null
  const speakers = [asWritten(text, first), asWritten(text, second)]
  return { speakers, guesses: speakers, rest: [] }
}

/** «ماكرون وبيسكوف». */
function couple(text: string, words: QuestionWord[]): People | null {
  const at = secondPerson(named(text, words))
  if (at < 1) return null
  const [second, ...after] = withoutFirstLetter(words.slice(at))
  if (!second) return null
  // «موقف شولتس وموقف ماكرون»: the noun comes twice.
  return two(text, words.slice(0, at), after.length > 0 && isNoun(second.folded) ? after : [second, ...after])
}

const nouns = makeLexicon({ NOUN: `${questionWords.WORDS}, ${questionWords.STANCE}` }).get('NOUN')
const isNoun = (folded: string): boolean => nouns?.single.has(folded) ?? false

function withoutFirstLetter([first, ...rest]: QuestionWord[]): QuestionWord[] {
  return first ? [{ ...first, start: first.start + 1, folded: first.folded.slice(1) }, ...rest] : rest
}

/** Words that are never part of a name, and pronouns, which are none. */
const neverNames = new Set(
  wordList(`
    is, are, was, were, did, does, has, have, you, i, we, it, this, that, these, those, me, us, your, my, what, whats, who, whos, whom,
    why, how, when, where, lot, anyone, anybody, someone, something, anything, about, regarding, because, if, weather,
    انت, انا, نحن, هذا, هذه, ذلك, ماذا, لماذا, كيف, هل, عن, حول, بشان, بخصوص, الذي, التي, اللي, ان, انه, شيء, احد,
    الناس, الطقس, طقس, الجو`),
)
const articles = new Set(['the', 'a', 'an', "'s", 'of'])

/** Whether words can be somebody's name or role at all. */
export function mayBePerson(words: readonly QuestionWord[]): boolean {
  return (
    words.length <= nameWordsMax &&
    words.at(-1)?.folded !== "'s" &&
    !words.some(({ folded }) => neverNames.has(folded)) &&
    words.some(({ folded }) => /\p{L}/u.test(folded) && !articles.has(folded))
  )
}

const pronouns = new Map<string, 'm' | 'f'>([
  ['she', 'f'],
  ['her', 'f'],
  ['هي', 'f'],
  ['he', 'm'],
  ['him', 'm'],
  ['his', 'm'],
  ['هو', 'm'],
])
/** «قالت», «قالته», «تقول», «بتقول», "2alet"; the verbs below begin with ت in every person. */
const feminine = /(?:ت|ته|تها|[qg29k]al[ae]t)$|^ب?ت\p{L}+(?<!وا)$/u
const notFeminine = new Set(['تحدث', 'تكلم', 'تطرق', 'توعد', 'تفوه', 'تم', 'تيقول'])

/** What the pronoun or the verb of a match says about the person: «قالت» is a woman (or a body), «قال» may be anyone. */
export function genderOf(
  found: ReadonlyMap<string, Capture>,
  words: readonly QuestionWord[],
): 'm' | 'f' | null {
  const wordOf = (name: string): string | undefined => words[found.get(name)?.start ?? -1]?.folded
  const pronoun = wordOf('HE')
  if (pronoun !== undefined) return pronouns.get(pronoun) ?? null
  const verb = ['SAY', 'COMMENTED', 'DO_TO', 'SAY_LATIN'].map(wordOf).find((it) => it !== undefined) ?? ''
  return feminine.test(verb) && !notFeminine.has(verb) ? 'f' : null
}
