// How much likelier an Arabic and a Latin spelling are as one name than as two that have nothing to do with each other. Unlike the
// edit model it knows what follows what (ش for "sch" before a vowel, و for "oo" in an English name), and that much agreement of rare
// letters says more than the same amount of common ones. `joint-model.tsv` is made by `train.ts` from the same two public lists as
// `edit-model.json` (Wikidata names as collected for COLING 2018, CC0 1.0; google/transliteration, Apache-2.0). It holds
// counts of letter groups, no names.

import { readFileSync } from 'node:fs'
import { remembered } from '../language/remembered.ts'
import { framed, pieceSizes } from './edit-model.ts'
import { withoutMarks } from './letters.ts'

/** What stands before the first piece. */
export const start = -1
const longestContext = 3
/** Of a count, given to what was not seen: absolute discounting for pieces, Witten and Bell's for letters. */
export const discount = 0.75
export const unseen = 1e-9
/** Correspondences of the training that no likeliest cutting had. */
const leastSeen = 0.05
/** No letter is likelier than this in a context that was never met. */
const anyLetter = 1 / 60
/** An odd letter in both is no proof that they are one. */
const leastChance = 1 / 1_000
/** How much the two spellings' own likelihoods count against their joint one. Fitted on names kept back from the lists. */
const ownShare = 0.75

type Piece = { alone: number; total: number; left: number; follows: ReadonlyMap<number, number> }
type Letters = ReadonlyMap<string, { total: number; kinds: number; counts: ReadonlyMap<string, number> }>
type Model = {
  pieces: readonly Piece[]
  first: Piece
  numbers: ReadonlyMap<string, number>
  letters: Record<'arabic' | 'latin', Letters>
}

let loaded: Model | undefined

/**
 * The log of how much likelier the two are as one name, in nats for each letter: about 1 for a true pair, below 0 for a coincidence.
 * `arabic` and `latin` as `lettersOf` gives them.
 */
export const jointLikeness = (arabic: string, latin: string): number => likenesses(`${arabic}\0${latin}`)

/** The words of the stored names meet those of each question; a pair is one key, with a NUL between. */
const pairsKept = 50_000
const likenesses = remembered((pair) => {
  const [arabic = '', latin = ''] = pair.split('\0')
  return likenessOf(arabic, latin)
}, pairsKept)

function likenessOf(arabic: string, latin: string): number {
  const model = (loaded ??= readModel())
  const plain = withoutMarks(latin)
  const together = jointCost(model, framed(arabic), framed(plain))
  const apart = ownCost(model.letters.arabic, arabic) + ownCost(model.letters.latin, plain)
  return (2 * (ownShare * apart - together)) / (arabic.length + plain.length)
}

/** Every letter of a word, its end included, with the three letters before it. */
export function gramsOf(word: string): { context: string; letter: string }[] {
  const padded = `${'^'.repeat(longestContext)}${word}$`
  return Array.from({ length: padded.length - longestContext }, (_, at) => ({
    context: padded.slice(at, at + longestContext),
    letter: padded.charAt(at + longestContext),
  }))
}

function ownCost(letters: Letters, word: string): number {
  let cost = 0
  for (const { context, letter } of gramsOf(word))
    cost -= Math.log(Math.max(leastChance, chanceOf(letters, context, letter)))
  return cost
}

function chanceOf(letters: Letters, context: string, letter: string): number {
  const shorter = context === '' ? anyLetter : chanceOf(letters, context.slice(1), letter)
  const row = letters.get(context)
  if (!row) return shorter
  return ((row.counts.get(letter) ?? 0) + row.kinds * shorter) / (row.total + row.kinds)
}

/** The cost of the likeliest cutting: dynamic programming over cells of both words and the piece that was last. */
function jointCost(model: Model, arabic: string, latin: string): number {
  const across = latin.length + 1
  const cells: Map<number, number>[] = Array.from({ length: (arabic.length + 1) * across }, () => new Map())
  cells[0]?.set(start, 0)
  for (const [at, from] of cells.entries()) {
    const [i, j] = [Math.floor(at / across), at % across]
    for (const { arabic: x, latin: y } of from.size === 0 ? [] : pieceSizes) {
      if (i + x > arabic.length || j + y > latin.length) continue
      const piece = pieceOf(model, arabic.slice(i, i + x), latin.slice(j, j + y))
      if (piece !== undefined) reach(model, { from, to: cells[at + x * across + y], piece })
    }
  }
  return Math.min(...(cells.at(-1)?.values() ?? [Infinity]))
}

/** The number of a correspondence; `unknown` for single letters that are none, so that some way always leads to the end. */
function pieceOf({ numbers }: Model, arabic: string, latin: string): number | undefined {
  const known = numbers.get(`${arabic}|${latin}`)
  return known ?? (arabic.length > 1 || latin.length > 1 ? undefined : unknown)
}

/** A letter against none, or against one that it never answered. */
const unknown = -2
const unknownCost = 14

type Step = { from: ReadonlyMap<number, number>; to: Map<number, number> | undefined; piece: number }

function reach(model: Model, { from, to, piece }: Step): void {
  let best = Infinity
  for (const [before, cost] of from) best = Math.min(best, cost + costAfter(model, before, piece))
  if (to && best < (to.get(piece) ?? Infinity)) to.set(piece, best)
}

function costAfter({ pieces, first }: Model, before: number, piece: number): number {
  if (piece === unknown) return unknownCost
  const alone = pieces[piece]?.alone ?? 0
  const row = before === start ? first : pieces[before]
  if (!row) return -Math.log(alone + unseen)
  const { follows, total, left } = row
  const seen = total === 0 ? 0 : Math.max((follows.get(piece) ?? 0) - discount, 0) / total
  return -Math.log(seen + left * alone + unseen)
}

function readModel(): Model {
  const rows = readFileSync(new URL('joint-model.tsv', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
  const pieceRows = rows.filter(([kind]) => kind === 'piece')
  const whole = pieceRows.reduce((sum, [, , , times]) => sum + Number(times), 0)
  const startRow = rows.find(([kind]) => kind === 'start') ?? []
  return {
    pieces: pieceRows.map((row) => readPiece(row, whole)),
    first: readPiece(startRow, whole),
    numbers: new Map(pieceRows.map(([, arabic, latin], number) => [`${arabic}|${latin}`, number])),
    letters: { arabic: readLetters(rows, 'arabic'), latin: readLetters(rows, 'latin') },
  }
}

function readPiece([, , , times = '0', row = '0']: readonly string[], whole: number): Piece {
  const [total = '0', ...pairs] = row.split(' ')
  const follows = new Map(
    pairs.map((pair): [number, number] => {
      const [piece = 0, count = 0] = pair.split(':').map(Number)
      return [piece, count]
    }),
  )
  let kept = 0
  for (const count of follows.values()) kept += count - discount
  const left = Number(total) === 0 ? 1 : 1 - kept / Number(total)
  return { alone: Math.max(Number(times) - 0.5, leastSeen) / whole, total: Number(total), left, follows }
}

function readLetters(rows: readonly (readonly string[])[], script: 'arabic' | 'latin'): Letters {
  return new Map(
    rows
      .filter(([kind]) => kind === script)
      .map(([, context = '', ...letters]) => {
        const counts = new Map(letters.map((it) => [it.charAt(0), Number(it.slice(1))]))
        let total = 0
        for (const count of counts.values()) total += count
        return [context, { total, kinds: counts.size, counts }]
      }),
  )
}
