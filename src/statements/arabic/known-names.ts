// What an article shows about the words of names: which keep together, and, once its people are entered, which end and continue a name.

import { remembered } from '../../language/remembered.ts'
import { isGiven } from './lexicon.ts'
import type { Known } from './names.ts'
import type { Register } from './register.ts'
import type { Sentence } from './sentences.ts'

/** What is known of names before any name is: how the words of a text keep together. */
export function nobodyKnown(sentences: Sentence[]): Known {
  // Many an article never asks, and hardly any word is ever asked for: places are noted at the first question, and what
  // follows a word is counted when that word is.
  let places: Map<string, number[]> | undefined
  const words: string[] = []
  const placesOf = (word: string): number[] => (places ??= notePlaces(sentences, words)).get(word) ?? []
  const followers = remembered((word) => {
    const counts = new Map<string, number>()
    for (const at of placesOf(word)) {
      const next = words[at + 1] ?? ''
      counts.set(next, (counts.get(next) ?? 0) + 1)
    }
    return counts
  }, Number.MAX_SAFE_INTEGER)
  return {
    endsName: () => false,
    closesName: () => false,
    continues: () => false,
    together: (word, next) => ({ alone: placesOf(word).length, both: followers(word).get(next) ?? 0 }),
    touches: () => false,
  }
}

/** Puts all words of a text into `words`, '' after each sentence, and tells where each stands. */
function notePlaces(sentences: Sentence[], words: string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const { tokens } of sentences) {
    for (const { word } of tokens) {
      const found = places.get(word)
      if (found) found.push(words.length)
      else places.set(word, [words.length])
      words.push(word)
    }
    words.push('')
  }
  return places
}

/** What the register tells about the words of names, for reading further mentions. */
export function knownNames(register: Register, before: Known): Known {
  const last = new Set<string>()
  const pairs = new Set<string>()
  const parts = new Set<string>()
  for (const { words, sure } of register.entities) {
    if (words.length < 2 || !sure) continue
    const surname = words.at(-1)
    if (surname && surname.length > 2) last.add(surname)
    words.forEach((word, index) => pairs.add(`${word} ${words[index + 1] ?? ''}`))
    for (const word of words) parts.add(word)
  }
  return {
    endsName: (word) => last.has(word) && !isGiven(word),
    closesName: (word) => last.has(word),
    continues: (word, next) => pairs.has(`${word} ${next}`),
    together: before.together,
    touches: (tokens) =>
      tokens.some(({ word, about }) => parts.has(word) || (about.bare !== '' && parts.has(word.slice(1)))),
  }
}
