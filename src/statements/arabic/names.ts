// Reads a person's name at one place of a sentence. Arabic has no capitals: a name is told by given names, by particles
// (بن، آل، أبو), by what the article shows elsewhere, and by being no word that any list knows.

import { endsCleanly, isBoundary } from './boundaries.ts'
import { isDefinite, isGiven, isOfficeWord, lexicon } from './lexicon.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

/** Token indexes, `to` exclusive. */
export type Range = { from: number; to: number }

/** What the article tells about names. */
export type Known = {
  /** A word that ends the name of one of its people, and is no given name. */
  endsName: (word: string) => boolean
  /** The same, given names included («محمد فؤاد»). */
  closesName: (word: string) => boolean
  /** Two words that follow each other in the name of one of its people. */
  continues: (word: string, next: string) => boolean
  /** How often a word stands in the article, and how often with a certain next one: a name's parts stay together. */
  together: (word: string, next: string) => { alone: number; both: number }
  /** Some word of a name that is known stands among these. */
  touches: (tokens: Token[]) => boolean
}

const nameWordsMax = 6

/** The name that begins at a token; ends before anything that is no part of a name. Null where none begins. */
export function readName(tokens: Token[], at: number, known: Known): Range | null {
  if (!startsName(tokens, at, known)) return null
  let to = at
  let surname = false
  while (to < tokens.length && to - at < nameWordsMax) {
    const next = nameStep(tokens, to, { length: to - at, surname, known })
    if (next === null) break
    surname = next.surname
    to = next.to
  }
  return to > at ? { from: at, to } : null
}

/** Whether a name can begin here. */
export function startsName(tokens: Token[], at: number, known: Known): boolean {
  const token = tokens[at]
  if (!token?.isWord) return false
  const { word, about } = token
  if (about.isGiven || known.endsName(word)) return true
  if (!about.mayStartName) return false
  const next = tokens[at + 1]?.about
  if (about.isParticle) return next?.isNameWord === true
  // «لبقاء فلان»: a preposition and a noun before a name are no part of it.
  return !(next?.isGiven === true && /^[لب].{3}/.test(word))
}

type NameState = { length: number; surname: boolean; known: Known }
type NameStep = { to: number; surname: boolean } | null

function nameStep(tokens: Token[], at: number, state: NameState): NameStep {
  if (!isWordAt(tokens, at) || crossesMarks(tokens, at) || hasEnded(tokens, at, state)) return null
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  const two = (surname: boolean): NameStep => ({ to: at + 2, surname })
  if (lexicon.particles.has(word) && !isBoundary(tokens, at + 1)) return two(isDefinite(next))
  if (word === 'عبد' && isDefinite(next)) return two(false)
  if (state.length === 0) return { to: at + 1, surname: false }
  // «زين الدين», «سيف الإسلام»: half a given name, the family name is still to come.
  if (givenEndings.has(word)) return { to: at + 1, surname: false }
  // «قائد السبسي»: a family name whose first word is an office elsewhere.
  if (word === 'قايد' && next === 'السبسي') return two(true)
  return goOn(tokens, at, state)
}

/** «بارتوميو فان غال»: a known name has ended, another begins. */
function hasEnded(tokens: Token[], at: number, { length, known }: NameState): boolean {
  const previous = wordAt(tokens, at - 1)
  return length > 0 && known.closesName(previous) && !known.continues(previous, wordAt(tokens, at))
}

const givenEndings = new Set(
  'الدين الله الرحمن الاسلام الحق الرحيم العزيز الكريم اللطيف الرزاق القادر'.split(' '),
)

/** A word after the first one of a name. */
function goOn(tokens: Token[], at: number, { surname, known, length }: NameState): NameStep {
  const word = wordAt(tokens, at)
  const previous = wordAt(tokens, at - 1)
  if (isDefinite(word)) {
    // A second definite word is the object more often than a second family name («وصف فلان السمان القرار»).
    const again = surname && known.together(previous, word).both < 2
    return isSurname(tokens, at) && !again ? { to: at + 1, surname: true } : null
  }
  if (surname || startsAnother(tokens, at, { known, length })) return null
  return isGiven(word) || belongs(tokens, at, { known, length }) ? { to: at + 1, surname: false } : null
}

/** «كوربن تيريزا», «ستيفن كراب تيريزا»: behind a family name that the article has without this word, the given name of another. */
function startsAnother(
  tokens: Token[],
  at: number,
  { known, length }: { known: Known; length: number },
): boolean {
  const previous = wordAt(tokens, at - 1)
  if (!isGiven(wordAt(tokens, at)) || isGiven(previous) || lexicon.particles.has(wordAt(tokens, at - 2)))
    return false
  const { alone, both } = known.together(previous, wordAt(tokens, at))
  if (length > 1) return both < 2 && known.together(wordAt(tokens, at), '').alone > 1
  return alone > 1 && both * 2 < alone
}

const crossesMarks = (tokens: Token[], at: number): boolean =>
  tokens[at - 1]?.isWord === true && tokens[at]?.quoted !== tokens[at - 1]?.quoted

/** Whether an unknown word goes on with a name: its parts keep together, and from the third on only a mark or a repetition proves one. */
function belongs(tokens: Token[], at: number, { known, length }: { known: Known; length: number }): boolean {
  const previous = wordAt(tokens, at - 1)
  const word = wordAt(tokens, at)
  if (tokens[at]?.about.isNameWord !== true) return false
  if (known.continues(previous, word)) return true
  const { alone, both } = known.together(previous, word)
  if (!isGiven(previous) && alone > 1 && both * 2 < alone) return false
  if (length < 2 || both > 1) return true
  // «اتهم هاني عوض بإخفاء التقرير»: a preposition and a noun.
  return endsCleanly(tokens, at + 1) && !/^ب.{4}/.test(word)
}

/** «السيسي», «الناصري»: a definite word behind a name that is no office, no place and no common adjective. */
export function isSurname(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  if (!word.startsWith('ال') || isBoundary(tokens, at)) return false
  if (tokens[at]?.about.feminine === true && !endsCleanly(tokens, at + 1)) return false
  const bare = word.slice(2)
  if (isOfficeWord(word) || isOfficeWord(bare) || lexicon.places.has(word)) return false
  return !lexicon.notSurnames.has(word) && !lexicon.objects.has(bare) && !lexicon.audiences.has(bare)
}
