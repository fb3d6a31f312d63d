// Whether two articles are one text, give or take: another outlet's copy of an agency's report, a later version with a line more. Pure.
// Texts are compared by their triples of words (3-shingles); which are worth comparing is told by a few keys (MinHash in bands: Broder 1997,
// Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3), so that the store looks at an index and never at every article.

import { fold, foldedWords } from '../language/normalise.ts'
import { findQuotations } from '../language/quotations.ts'
import { findPeople } from '../statements/extract.ts'
import { findNumbers } from '../summaries/check/numbers.ts'

export type Text = { title: string; text: string }

const shingleWords = 3
/** Shorter texts are formulas (a market's closing, a weather line) that are alike by nature. */
const shinglesMin = 40
/** What stands further down is compared no more. */
const wordsMax = 4_000

/**
 * Twenty keys of three minima each. Two texts that share a part s of their triples share a key with s³: at .6 three keys or more (keysSharedMin in
 * articles/store.ts) with .84, at .7 with .99, at .8 nearly always, at .2 one time in two thousand.
 */
const bands = 20
const minimaPerBand = 3

/** So much of the shorter text's triples must be in the longer one, and so much of both together be shared. */
const containmentMin = 0.8
const sharedMin = 0.5

/** The 32-bit keys under which a text's near copies are found; none for a text too short to have any. */
export function nearKeys({ text }: Pick<Text, 'text'>): number[] {
  const shingles = shinglesOf(text)
  if (shingles.size < shinglesMin) return []
  const minima = multipliers.map((by) => {
    let least = 0xffffffff
    for (const shingle of shingles) least = Math.min(least, mixed(shingle, by))
    return least
  })
  return Array.from(
    { length: bands },
    (_, band) =>
      minima
        .slice(band * minimaPerBand, (band + 1) * minimaPerBand)
        .reduce((key, least) => mixed(key ^ least, golden), band + 1) | 0,
  )
}

/** Those of some articles of which a text is a copy, or that are copies of it: one is in the other nearly whole, and they are of about one length. */
export function nearCopies<Other extends Pick<Text, 'text'>>(text: string, among: readonly Other[]): Other[] {
  if (among.length === 0) return []
  const own = shinglesOf(text)
  return among.filter((other) => {
    const others = shinglesOf(other.text)
    const least = Math.min(own.size, others.size)
    if (least < shinglesMin) return false
    let shared = 0
    for (const shingle of own) if (others.has(shingle)) shared++
    return shared >= containmentMin * least && shared >= sharedMin * (own.size + others.size - shared)
  })
}

/**
 * True where two near copies state the same numbers, quote the same words and name the same people: what is written about one then holds of
 * the other. A copy that corrects a figure is a near copy, and tells something else.
 */
export function agree(a: Text, b: Text): boolean {
  return telling.every((told) => isSame(told(a), told(b)))
}

const whole = ({ title, text }: Text): string => `${title}\n${text}`
const telling: readonly ((text: Text) => Set<string>)[] = [
  (it) => new Set(Array.from(findNumbers(whole(it)), String)),
  // In their order: a figure that takes another's place is a correction too.
  (it) => new Set([(fold(whole(it)).match(/\p{N}+/gu) ?? []).join(' ')]),
  (it) =>
    new Set(
      findQuotations(whole(it)).map(({ start, end }) => foldedWords(whole(it).slice(start, end)).join(' ')),
    ),
  (it) => new Set(findPeople(it).map(({ name }) => foldedWords(name).join(' '))),
]

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((it) => b.has(it))

/** The triples of a text as 32-bit hashes. */
function shinglesOf(text: string): Set<number> {
  const words = foldedWords(text).slice(0, wordsMax).map(hash)
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at++) {
    let shingle = 0
    for (let word = at; word < at + shingleWords; word++) shingle = mixed(shingle, words[word] ?? 0)
    shingles.add(shingle)
  }
  return shingles
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** 2³² divided by the golden ratio, odd: Knuth's multiplicative hashing. */
const golden = 0x9e3779b1

/** The finaliser of MurmurHash3, seeded: a family of hash functions close enough to random. */
function mixed(value: number, by: number): number {
  let it = Math.imul(value ^ by, 0x85ebca6b)
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35)
  return (it ^ (it >>> 16)) >>> 0
}

const multipliers = Array.from({ length: bands * minimaPerBand }, (_, index) => Math.imul(index + 1, golden))
