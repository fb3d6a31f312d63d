// The numbers that a text states, as values, whatever their digits, language or spelling: ١٧, 17, seventeen and «سبعة عشر» are one.

import { fold } from '../../language/normalise.ts'
import { scales, units } from './numbers.data.ts'

/** Below this, words and duals count («يومان», "a couple"), and both languages say one and two in passing. */
const smallestChecked = 3

/** The numbers of `text` that `source` does not state, in order. */
export function unsupportedNumbers(text: string, source: string): number[] {
  const stated = findNumbers(source)
  return Array.from(findNumbers(text)).filter((number) => number >= smallestChecked && !stated.has(number))
}

/**
 * All numbers of a text. A written scale counts with and without it: "1.8 billion" states 1,800,000,000 and 1.8,
 * so that the same figure in the other notation is found.
 */
export function findNumbers(text: string): Set<number> {
  const found = new Set<number>()
  let sum: Sum | null = null
  for (const word of wordsOf(text)) {
    const next: Sum | null = meaning(word, sum)
    if (sum && next?.of !== sum) add(found, sum)
    sum = next
  }
  if (sum) add(found, sum)
  return found
}

/** A number in the making. `of`: the earlier stage that it goes on from. */
type Sum = { value: number; stages: readonly number[]; inDigits: boolean; of: Sum | null }

function add(found: Set<number>, { value, stages }: Sum): void {
  for (const number of [value, ...stages]) found.add(Number(number.toPrecision(12)))
}

/** Figures with their separators, words, and nothing else. */
function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replaceAll(/(\d),(?=\d{3}(?!\d))/g, '$1')
      // «5,7 مليون»: much of the Arabic press writes its decimals so.
      .replaceAll(/(?<![\d.,])(\d+),(?=\d{1,2}(?![\d,]))/g, '$1.')
      .replaceAll(/(\d)(?=\p{L})/gu, '$1 ')
      .match(/\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu) ?? []
  )
}

const unitValues = valuesOf(units)
const scaleValues = valuesOf(scales)

function valuesOf(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([value, words]) =>
      words.split(' ').map((word) => [fold(word), Number(value)] as const),
    ),
  )
}

/** What a word makes of the number before it; null: it is no part of a number. */
function meaning(word: string, sum: Sum | null): Sum | null {
  if (/^\d/.test(word)) return { value: Number(word), stages: [], inDigits: true, of: null }
  if (sum && !sum.inDigits && (word === 'and' || word === 'و'))
    return sum.of === sum ? sum : { ...sum, of: sum }
  const bare = [word, word.replace(/^(?:وال|بال|لل|ال|[وبل])(?=\p{L}{2})/u, '')]
  const scale = bare.map((it) => scaleValues.get(it)).find((it) => it !== undefined)
  if (scale !== undefined && !(sum === null && word.length < 2)) return scaled(scale, sum)
  const unit = bare.map((it) => unitValues.get(it)).find((it) => it !== undefined)
  return unit === undefined ? null : added(unit, sum)
}

function scaled(scale: number, sum: Sum | null): Sum {
  if (!sum) return { value: scale, stages: [], inDigits: false, of: null }
  // «ألف ومئة»: the smaller scale behind the larger one is added.
  const value = sum.value > scale && !sum.inDigits ? sum.value + scale : sum.value * scale
  return { value, stages: [...sum.stages, sum.value], inDigits: sum.inDigits, of: sum }
}

function added(unit: number, sum: Sum | null): Sum {
  if (sum && !sum.inDigits && goesOn(sum.value, unit)) {
    return { value: sum.value + unit, stages: sum.stages, inDigits: false, of: sum }
  }
  return { value: unit, stages: [], inDigits: false, of: null }
}

/** "three hundred and five"; "twenty-three"; «سبع عشرة», «ثلاث وعشرون», where the smaller one stands first. */
function goesOn(value: number, unit: number): boolean {
  const last = value % 100
  if (last === 0) return value >= 100 && unit < 100
  if (last < 10) return unit === 10 || (unit >= 20 && unit < 100)
  return last >= 20 && last % 10 === 0 && unit < 10
}
