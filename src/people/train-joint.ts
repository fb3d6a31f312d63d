// The second half of the training: how correspondences follow one another, and how likely a spelling is in its own script. Counted
// over the likeliest cutting of every pair; what was seen once only is left out, which halves the file and costs next to nothing.

import { lattice, type Correspondence, type Lattice, type Pair } from './alignment.ts'
import { discount, gramsOf, start, unseen } from './joint-model.ts'
import { withoutMarks } from './letters.ts'

const rareMax = 1
/** A correspondence that no likeliest cutting has is kept where so many are expected: something must answer an odd letter. */
const leastExpected = 0.3
/** Contexts of two letters and more are counted only where they were seen more than once. */
const shortContext = 2
const rounds = 2

type Counts = Map<number, Map<number, number>>

/** The text of `joint-model.tsv`. */
export function jointModelFrom(learned: readonly Correspondence[], trusted: readonly Pair[]): string {
  // People type without marks; the pairs with marks have a twin without.
  const pairs = trusted.filter(({ latin }) => withoutMarks(latin) === latin)
  const numbers = new Map(learned.map(({ arabic, latin }, index) => [`${arabic}|${latin}`, index]))
  const lattices = pairs.map((pair) =>
    lattice(pair, (arabic, latin) => numbers.get(`${arabic}|${latin}`) ?? start),
  )
  const total = learned.reduce((sum, { count }) => sum + count, 0)
  const alone = learned.map(({ count }) => -Math.log(Math.max(count / total, unseen)))
  let cuttings = lattices.map((one) => likeliest(one, (_, piece) => alone[piece] ?? Infinity))
  let counts = countPairs(cuttings)
  for (let round = 0; round < rounds; round++) {
    const cost = costs(counts, alone)
    cuttings = lattices.map((one) => likeliest(one, cost))
    counts = countPairs(cuttings)
  }
  return written(learned, counts, pairs)
}

function countPairs(cuttings: readonly (readonly number[])[]): Counts {
  const counts: Counts = new Map()
  for (const pieces of cuttings) {
    let before = start
    for (const piece of pieces) {
      const row = counts.get(before) ?? new Map<number, number>()
      counts.set(before, row.set(piece, (row.get(piece) ?? 0) + 1))
      before = piece
    }
  }
  return counts
}

/** Absolute discounting: what is taken from the pairs that were seen goes to the pieces as they are alone. */
function costs(counts: Counts, alone: readonly number[]): (before: number, piece: number) => number {
  const totals = new Map([...counts].map(([before, row]) => [before, sumOf(row.values())]))
  return (before, piece) => {
    const row = counts.get(before)
    const single = Math.exp(-(alone[piece] ?? Infinity))
    const total = totals.get(before) ?? 0
    if (!row || total === 0) return -Math.log(single + unseen)
    const seen = Math.max((row.get(piece) ?? 0) - discount, 0) / total
    return -Math.log(seen + ((discount * row.size) / total) * single + unseen)
  }
}

const sumOf = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

type State = { cost: number; cell: number; before: number }

/** The likeliest cutting of a pair, by its pieces' numbers; empty where there is none. */
function likeliest({ cells, steps }: Lattice, cost: (before: number, piece: number) => number): number[] {
  const states: Map<number, State>[] = Array.from({ length: cells }, () => new Map())
  states[0]?.set(start, { cost: 0, cell: -1, before: start })
  for (let s = 0; s < steps.length; s += 3) {
    const [from = 0, to = 0, piece = 0] = steps.subarray(s, s + 3)
    const best = cheapest(states[from], (before) => cost(before, piece))
    const known = states[to]?.get(piece)
    if (best && (!known || best.cost < known.cost)) states[to]?.set(piece, { ...best, cell: from })
  }
  return walkedBack(states)
}

function cheapest(
  states: ReadonlyMap<number, State> | undefined,
  costAfter: (before: number) => number,
): Omit<State, 'cell'> | undefined {
  let best: Omit<State, 'cell'> | undefined
  for (const [before, state] of states ?? []) {
    const cost = state.cost + costAfter(before)
    if (!best || cost < best.cost) best = { cost, before }
  }
  return best
}

function walkedBack(states: readonly Map<number, State>[]): number[] {
  const ends = [...(states.at(-1) ?? [])].toSorted(([, one], [, other]) => one.cost - other.cost)
  const pieces: number[] = []
  let [piece = start] = ends[0] ?? []
  for (let cell = states.length - 1; cell > 0 && piece !== start;) {
    const state = states[cell]?.get(piece)
    if (!state) return []
    pieces.push(piece)
    cell = state.cell
    piece = state.before
  }
  return pieces.toReversed()
}

function written(learned: readonly Correspondence[], counts: Counts, pairs: readonly Pair[]): string {
  const alone = new Map<number, number>()
  for (const row of counts.values())
    for (const [piece, times] of row) alone.set(piece, (alone.get(piece) ?? 0) + times)
  const used = learned.flatMap(({ count }, piece) =>
    alone.has(piece) || count >= leastExpected ? [piece] : [],
  )
  const newNumber = new Map(used.map((piece, index) => [piece, index]))
  const lines = used.map((piece) => {
    const { arabic = '', latin = '' } = learned[piece] ?? {}
    return ['piece', arabic, latin, alone.get(piece) ?? 0, rowText(counts.get(piece), newNumber)].join('\t')
  })
  return [
    ['start', '', '', pairs.length, rowText(counts.get(start), newNumber)].join('\t'),
    ...lines,
    ...gramLines(
      'arabic',
      pairs.map(({ arabic }) => arabic),
    ),
    ...gramLines(
      'latin',
      pairs.map(({ latin }) => latin),
    ),
    '',
  ].join('\n')
}

/** The whole of the row first, since what was seen once is not listed. */
function rowText(
  row: ReadonlyMap<number, number> | undefined,
  newNumber: ReadonlyMap<number, number>,
): string {
  if (!row) return '0'
  const kept = [...row]
    .filter(([, times]) => times > rareMax)
    .map(([piece, times]) => [newNumber.get(piece) ?? 0, times])
  return [sumOf(row.values()), ...kept.toSorted(([a = 0], [b = 0]) => a - b).map((it) => it.join(':'))].join(
    ' ',
  )
}

/** `script context letters-with-counts`, e.g. `latin sh a31 e12`. */
function gramLines(script: 'arabic' | 'latin', words: readonly string[]): string[] {
  const contexts = new Map<string, Map<string, number>>()
  for (const word of words)
    for (const { context, letter } of gramsOf(word))
      for (let from = 0; from <= context.length; from++) {
        const key = context.slice(from)
        const row = contexts.get(key) ?? new Map<string, number>()
        contexts.set(key, row.set(letter, (row.get(letter) ?? 0) + 1))
      }
  return [...contexts]
    .toSorted(([one], [other]) => Number(one > other) - Number(one < other))
    .flatMap(([context, row]) => {
      const kept = [...row].filter(([, times]) => times > rareMax || context.length < shortContext)
      if (kept.length === 0) return []
      const letters = kept.toSorted(([one], [other]) => Number(one > other) - Number(one < other))
      return [[script, context, ...letters.map(([letter, times]) => `${letter}${times}`)].join('\t')]
    })
}
