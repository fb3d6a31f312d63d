// Learns, from pairs of spellings alone, which letters of Arabic answer which of Latin: expectation and maximisation over all ways
// to cut a pair into correspondences. Used by `train.ts`; nothing of it runs in Khabar itself.

import { readFileSync } from 'node:fs'
import { framed, pieceSizes } from './edit-model.ts'
import { arabicLetters, latinLetters, withoutMarks } from './letters.ts'

export type Pair = { arabic: string; latin: string }
/** Every way to take a piece of both spellings: `steps` holds (from cell, to cell, correspondence), from cells ascending. */
export type Lattice = { cells: number; steps: Int32Array }
export type Correspondence = { arabic: string; latin: string; count: number }

const rounds = 8
/** After this round, pairs that the model finds least likely for their length are taken for errors in the lists. */
const cleaningRound = 4
const shareDropped = 0.05
const longestName = 18

/** The pairs of a list: a line each, an Arabic and a Latin spelling between tabs, in either order. Long and empty ones are left out. */
export function readPairs(path: string): Pair[] {
  const pairs: Pair[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [left = '', right = ''] = line.split('\t')
    const [arabicWord, latinWord] = /\p{Script=Arabic}/u.test(left) ? [left, right] : [right, left]
    const latin = latinLetters(latinWord)
    const arabic = arabicLetters(withoutArticle(arabicWord, latin))
    if (arabic.length < 2 || latin.length < 2 || Math.max(arabic.length, latin.length) > longestName) continue
    pairs.push({ arabic, latin })
    // Most people type without marks, so the model has to know both ways.
    if (withoutMarks(latin) !== latin) pairs.push({ arabic, latin: withoutMarks(latin) })
  }
  return pairs
}

/** The lists often give الدجاني for "dajani": the article is no part of the spelling unless the Latin has it too. */
function withoutArticle(arabic: string, latin: string): string {
  return arabic.startsWith('ال') && arabic.length > 4 && !/^[ae]l/.test(latin) ? arabic.slice(2) : arabic
}

/** All ways to cut a pair into correspondences; `number` gives each its number, -1 for one that is not wanted. */
export function lattice({ arabic, latin }: Pair, number: (arabic: string, latin: string) => number): Lattice {
  const a = framed(arabic)
  const l = framed(latin)
  const across = l.length + 1
  const steps: number[] = []
  for (let cell = 0; cell < (a.length + 1) * across; cell++) {
    const i = Math.floor(cell / across)
    const j = cell % across
    for (const { arabic: x, latin: y } of pieceSizes) {
      if (i + x > a.length || j + y > l.length) continue
      const pieces: [string, string] = [a.slice(i, i + x), l.slice(j, j + y)]
      const piece = fits(...pieces) ? number(...pieces) : -1
      if (piece >= 0) steps.push(cell, cell + x * across + y, piece)
    }
  }
  return { cells: (a.length + 1) * across, steps: Int32Array.from(steps) }
}

/** One letter may have no counterpart; the edges of the words belong together. */
function fits(arabic: string, latin: string): boolean {
  if (arabic === '') return latin.length === 1 && latin !== '^' && latin !== '$'
  if (latin === '') return arabic.length === 1 && arabic !== '^' && arabic !== '$'
  return arabic.startsWith('^') === latin.startsWith('^') && arabic.endsWith('$') === latin.endsWith('$')
}

/** One round of expectation and maximisation; returns expected counts and each pair's log likelihood. */
function round(
  lattices: readonly Lattice[],
  chance: Float64Array,
): { counts: Float64Array; fit: Float64Array } {
  const counts = new Float64Array(chance.length)
  const fit = Float64Array.from(lattices, (one) => Math.log(addCounts(one, chance, counts)))
  return { counts, fit }
}

/** Forward and backward over one pair: adds how often each correspondence is expected in it; returns the pair's likelihood. */
function addCounts({ cells, steps }: Lattice, chance: Float64Array, counts: Float64Array): number {
  const before = new Float64Array(cells)
  const after = new Float64Array(cells)
  before[0] = 1
  after[cells - 1] = 1
  for (let s = 0; s < steps.length; s += 3) {
    add(before, at(steps, s + 1), at(before, at(steps, s)) * at(chance, at(steps, s + 2)))
  }
  for (let s = steps.length - 3; s >= 0; s -= 3) {
    add(after, at(steps, s), at(after, at(steps, s + 1)) * at(chance, at(steps, s + 2)))
  }
  const whole = at(before, cells - 1)
  if (whole <= 0) return 0
  for (let s = 0; s < steps.length; s += 3) {
    const piece = at(steps, s + 2)
    add(counts, piece, (at(before, at(steps, s)) * at(chance, piece) * at(after, at(steps, s + 1))) / whole)
  }
  return whole
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0

function add(values: Float64Array, place: number, amount: number): void {
  values[place] = at(values, place) + amount
}

/** What was learnt: each correspondence with its expected count, and the pairs that were not taken for errors. */
export function learn(pairs: readonly Pair[]): { learned: Correspondence[]; trusted: readonly Pair[] } {
  const numbers = new Map<string, number>()
  const pieces: [string, string][] = []
  const number = (arabic: string, latin: string): number => {
    const key = `${arabic}|${latin}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, pieces.length)
    pieces.push([arabic, latin])
    return pieces.length - 1
  }
  let trusted = pairs
  let lattices = pairs.map((pair) => lattice(pair, number))
  let lengths = pairs.map(({ arabic, latin }) => arabic.length + latin.length)
  // Short pieces start likelier: else whole syllables would be learned by heart.
  let chance: Float64Array = Float64Array.from(
    pieces,
    ([arabic, latin]) => 0.02 ** (arabic.length + latin.length - (arabic && latin ? 1 : 0)),
  )
  let counts: Float64Array = chance
  for (let turn = 1; turn <= rounds; turn++) {
    const result = round(lattices, chance)
    counts = result.counts
    const total = counts.reduce((sum, count) => sum + count, 0)
    chance = counts.map((count) => (count < 0.05 ? 0 : count / total))
    const mean = result.fit.reduce((sum, fit) => sum + Math.max(fit, -99), 0) / lattices.length
    process.stderr.write(`round ${turn}: ${lattices.length} pairs, log likelihood ${mean.toFixed(3)}\n`)
    if (turn !== cleaningRound) continue
    const perLetter = [...result.fit].map((fit, index) => fit / (lengths[index] ?? 1))
    const bound = perLetter.toSorted((a, b) => a - b)[Math.floor(perLetter.length * shareDropped)] ?? 0
    trusted = trusted.filter((_, index) => (perLetter[index] ?? 0) >= bound)
    lattices = lattices.filter((_, index) => (perLetter[index] ?? 0) >= bound)
    lengths = lengths.filter((_, index) => (perLetter[index] ?? 0) >= bound)
  }
  const learned = pieces.map(([arabic, latin], index) => ({ arabic, latin, count: counts[index] ?? 0 }))
  return { learned, trusted }
}
