// How a name sounds, roughly, whatever its script: «بيسكوف», "Peskov" and "Peskow" come close to one another here.
// By rule and coarse on purpose: it finds candidates and compares two spellings in one script; the learned model judges across scripts.

import { remembered } from '../language/remembered.ts'
import { lettersOf, type Letters } from './letters.ts'

/**
 * Sounds are single characters: capitals for consonants (C sh and ch, J j and zh, X kh, G g and gh, E ʿayn, Q qaf, H h),
 * small ones for vowels.
 */
type Rule = readonly [pattern: RegExp, sound: string]

const latinRules: readonly Rule[] = [
  [/schtsch|shch|tsch|sch|tch|tsh|ch|cz|sh|tj/g, 'C'],
  [/[čšş]/g, 'C'],
  [/(?:eau|au)(?:x|lt|ld|t|d)?$/g, 'o'],
  [/igh(?=t)/g, 'ai'],
  [/dzh|dsch|dj|zh|ž/g, 'J'],
  [/kh/g, 'X'],
  [/gh|ğ/g, 'G'],
  [/th/g, 'T'],
  [/dh|đ/g, 'D'],
  [/ph/g, 'F'],
  [/ck|q/g, 'K'],
  [/^x/g, 'C'],
  [/ts|tz|ț|zz/g, 'Ŧ'],
  [/ç/g, 'S'],
  [/ć/g, 'C'],
  [/x/g, 'KS'],
  [/c(?=[eiyöéè])/g, 'S'],
  [/c/g, 'K'],
  [/ou|oo|oe|ö|ü|ø/g, 'u'],
  [/ee|ie|y/g, 'i'],
  [/ä/g, 'e'],
  [/[ñ]/g, 'N'],
  [/ř/g, 'R'],
]

const arabicSounds: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'B',
  ت: 'T',
  ث: 'Þ',
  ج: 'J',
  ح: 'H',
  خ: 'X',
  د: 'D',
  ذ: 'Đ',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ش: 'C',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'Đ',
  ع: 'E',
  غ: 'G',
  ف: 'F',
  ق: 'Q',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ه: 'H',
  و: 'u',
  ي: 'i',
  ŧ: 'Ŧ',
}

/** The sounds of a word, one character each, doubled ones once. */
export function soundOf({ script, letters }: Letters): string {
  const sounds = script === 'arabic' ? arabicSound(letters) : latinSound(letters)
  return sounds.replace(/(.)\1+/gu, '$1')
}

function arabicSound(letters: string): string {
  const simple = letters
    .replace(/تش/g, 'ش')
    // «فريتز» has one sound there; «معتز» is an Arabic word and has two.
    .replace(/(?<!ع)ت[سز]/g, 'ŧ')
    .replace(/دج/g, 'ج')
  return simple.replace(/./gu, (letter) => arabicSounds[letter] ?? '')
}

function latinSound(letters: string): string {
  let sounds = letters
  for (const [pattern, sound] of latinRules) sounds = sounds.replace(pattern, sound)
  return sounds.replace(/[bdfghjklmnprstvwz]/g, (letter) => letter.toUpperCase())
}

/** Sounds that are easily written for one another, and what such a change costs (1 is a change to any other consonant). */
const near: readonly (readonly [string, string, number])[] = [
  ['B', 'P', 0.1],
  ['F', 'V', 0.1],
  ['V', 'W', 0.1],
  ['W', 'u', 0.1],
  ['W', 'o', 0.15],
  ['V', 'u', 0.25],
  ['V', 'B', 0.4],
  ['F', 'W', 0.25],
  ['F', 'P', 0.4],
  ['D', 'T', 0.35],
  ['D', 'Đ', 0.1],
  ['T', 'Þ', 0.1],
  ['Z', 'Đ', 0.15],
  ['S', 'Þ', 0.2],
  ['S', 'Z', 0.25],
  ['S', 'Ŧ', 0.25],
  ['Z', 'Ŧ', 0.2],
  ['C', 'Ŧ', 0.35],
  ['T', 'Ŧ', 0.5],
  ['S', 'C', 0.35],
  ['C', 'J', 0.35],
  ['C', 'X', 0.4],
  ['C', 'K', 0.5],
  ['J', 'Z', 0.35],
  ['J', 'G', 0.25],
  ['J', 'i', 0.3],
  ['G', 'K', 0.35],
  ['G', 'Q', 0.2],
  ['G', 'X', 0.4],
  ['G', 'H', 0.5],
  ['K', 'Q', 0.05],
  ['K', 'X', 0.25],
  ['Q', 'J', 0.5],
  ['H', 'X', 0.3],
  ['a', 'e', 0.15],
  ['a', 'E', 0.1],
  ['e', 'i', 0.1],
  ['o', 'u', 0.1],
  ['E', 'e', 0.1],
  ['E', 'i', 0.15],
  ['E', 'o', 0.15],
  ['E', 'u', 0.15],
]
const weakSounds = 'aeiouEHW'
const allSounds = `${weakSounds}BCDGFJKLMNPQRSTVXZÞĐŦ`.split('')
const across = allSounds.length
const numberOf = new Map(allSounds.map((sound, index) => [sound, index]))
const changeCosts = new Float32Array(across * across)
const dropCosts = Float32Array.from(allSounds, droppedCost)
const weights = Float32Array.from(allSounds, (sound) => (weakSounds.includes(sound) ? 0.5 : 1))
for (const one of allSounds) {
  for (const other of allSounds) setChange(one, other, changedCost(one, other))
}
for (const [one, other, cost] of near) {
  setChange(one, other, cost)
  setChange(other, one, cost)
}

function setChange(one: string, other: string, cost: number): void {
  changeCosts[(numberOf.get(one) ?? 0) * across + (numberOf.get(other) ?? 0)] = cost
}

function droppedCost(sound: string): number {
  if (sound === 'H' || sound === 'W') return 0.4
  return weakSounds.includes(sound) ? 0.25 : 0.9
}

function changedCost(one: string, other: string): number {
  if (one === other) return 0
  return weakSounds.includes(one) && weakSounds.includes(other) ? 0.3 : 1
}

/** Sounds as numbers, for comparing them fast. */
export type SoundCodes = { codes: Uint8Array; weight: number }

/** Makes sounds ready for `soundSimilarity`. */
export function soundCodes(sounds: string): SoundCodes {
  const codes = Uint8Array.from(sounds.split(''), (sound) => numberOf.get(sound) ?? 0)
  let weight = 0
  for (const code of codes) weight += weights[code] ?? 0
  return { codes, weight }
}

/** 1 for the same sounds, 0 for nothing in common; vowels and h weigh less than other consonants. */
export function soundSimilarity(one: SoundCodes, other: SoundCodes): number {
  const whole = (one.weight + other.weight) / 2
  return whole === 0 ? 0 : Math.max(0, 1 - distance(one.codes, other.codes) / whole)
}

let row = new Float32Array(64)

/** Weighted edit distance in one row; `diagonal` is the cell above and to the left. */
function distance(one: Uint8Array, other: Uint8Array): number {
  const columns = other.length
  if (row.length <= columns) row = new Float32Array(columns * 2)
  row[0] = 0
  for (let j = 0; j < columns; j++) row[j + 1] = at(row, j) + at(dropCosts, at(other, j))
  for (const sound of one) {
    const drop = at(dropCosts, sound)
    let diagonal = at(row, 0)
    let left = diagonal + drop
    row[0] = left
    for (let j = 1; j <= columns; j++) {
      const facing = at(other, j - 1)
      const above = at(row, j)
      const changed = diagonal + at(changeCosts, sound * across + facing)
      left = Math.min(changed, above + drop, left + at(dropCosts, facing))
      row[j] = left
      diagonal = above
    }
  }
  return at(row, columns)
}

function at(values: Float32Array | Uint8Array, place: number): number {
  return values[place] ?? 0
}

/** Most keys a token gets; more would make the index slower and hardly find more. */
const mostKeys = 4
/** Only so many consonants count: what follows them differs more often between two spellings than it tells names apart. */
const keyLength = 3

/**
 * Coarse consonant classes, likeliest first: P (b p), F (f v), K (k g q kh), S (s z sh j), T (t d), L, R, M, N.
 * A sound that outlets write in two ways has two classes; '' is a sound that may be silent.
 */
const classes: Readonly<Record<string, readonly string[]>> = {
  B: ['P'],
  P: ['P'],
  F: ['F'],
  V: ['F', ''],
  W: ['', 'F'],
  T: ['T'],
  Þ: ['T', 'S'],
  D: ['T'],
  Đ: ['T', 'S'],
  S: ['S'],
  Ŧ: ['S', 'TS'],
  Z: ['S'],
  C: ['S', 'K'],
  J: ['S', 'K', ''],
  G: ['K', 'S'],
  K: ['K'],
  Q: ['K'],
  X: ['K'],
  H: ['', 'K'],
  L: ['L'],
  R: ['R'],
  M: ['M'],
  N: ['N'],
}
/** At the front of a word, A stands for a vowel or a consonant that is as good as one. */
const openings: Readonly<Record<string, readonly string[]>> = {
  W: ['A', 'F'],
  H: ['A', 'K'],
  J: ['S', 'A', 'K'],
  u: ['A', 'F'],
}

/** The words of some thousand articles. */
const wordsKept = 50_000

/**
 * Blocking keys of one word of a name: two spellings of the same name, in any script, nearly always share one.
 * At most four, likeliest first; none for a word without letters. The Arabic article is left out.
 */
export const nameKeys: (word: string) => readonly string[] = remembered(workOutKeys, wordsKept)

function workOutKeys(word: string): readonly string[] {
  const whole = lettersOf(word)
  const sounds = soundOf(whole)
  if (whole.script === 'arabic')
    return keysOfSound(word.startsWith('ال') ? sounds.replace(/^aL(?=.{2})/, '') : sounds)
  const bare = soundOf({ ...whole, letters: withoutJoinedArticle(whole.letters) })
  if (bare === sounds) return keysOfSound(sounds)
  // "Alsharif" may be الشريف or, like "Alberto", a name that only begins so.
  return [...new Set([...keysOfSound(sounds).slice(0, 2), ...keysOfSound(bare)])].slice(0, mostKeys)
}

/** "Alsharif" → "sharif", "Essebsi" → "sebsi": the article written as part of the word, l or sun letter. */
export function withoutJoinedArticle(latin: string): string {
  return latin.replace(/^[ae](?:l(?=[^aeioul])|([snrtdz])(?=\1))(?=.{3})/, '')
}

/** The keys of a word whose sounds are known, `most` of them. */
export function keysOfSound(sounds: string, most = mostKeys): string[] {
  if (sounds === '') return []
  let found: { key: string; oddity: number }[] = [{ key: '', oddity: 0 }]
  for (let place = 0; place < sounds.length; place++) {
    const choices = choicesAt(sounds, place)
    found = found.flatMap(({ key, oddity }) =>
      choices.map((choice, rank) => ({
        key: key.endsWith(choice) ? key : (key + choice).slice(0, keyLength),
        oddity: oddity + rank,
      })),
    )
    found = found.toSorted((a, b) => a.oddity - b.oddity).slice(0, most * 4)
  }
  return [...new Set(found.map(({ key }) => key))].slice(0, most)
}

function choicesAt(sounds: string, place: number): readonly string[] {
  const sound = sounds.charAt(place)
  if (place === 0) return openings[sound] ?? (/[aeioE]/.test(sound) ? ['A'] : (classes[sound] ?? ['']))
  const usual = classes[sound] ?? ['']
  const before = sounds.charAt(place - 1)
  const isLast = place === sounds.length - 1
  if (isLast && /[STDZPCXR]/.test(sound) && /[aeiou]/.test(before)) return [...usual, '']
  if (isLast && sound === 'G' && before === 'N') return ['K', 'S', '']
  return usual
}
