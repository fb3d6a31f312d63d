// How likely an Arabic and a Latin spelling are one name: a learned table of letter correspondences (ب/p, كس/x, و/ot at the end …).
// The table is `edit-model.json`, made by `train.ts` from two public lists of name pairs: Wikidata names as collected for
// COLING 2018 (CC0 1.0) and google/transliteration (Apache-2.0). It holds correspondences and their costs, no names.

import shipped from './edit-model.json' with { type: 'json' }

/** The longest pieces that one correspondence joins: two Arabic letters, three Latin ones. */
const longestArabic = 2
const longestLatin = 3

/** How many letters of each script one correspondence may take: every pair but none of both. */
export const pieceSizes: readonly { arabic: number; latin: number }[] = Array.from(
  { length: longestArabic + 1 },
  (_, arabic) => Array.from({ length: longestLatin + 1 }, (__, latin) => ({ arabic, latin })),
)
  .flat()
  .filter(({ arabic, latin }) => arabic + latin > 0)

/** `costs[arabicPiece][latinPiece]` in hundredths of a nat; '' stands for a letter that has no counterpart. */
export type EditTable = { missing: number; costs: Record<string, Record<string, number>> }

/** A spelling, looked up once: the number of each piece that starts at each place, -1 where the table has none. */
export type Encoded = { length: number; pieces: Int16Array }

export type EditModel = {
  encodeArabic: (letters: string) => Encoded
  encodeLatin: (letters: string) => Encoded
  /** The cheapest way to write one as the other, in nats; grows with length. */
  cost: (arabic: Encoded, latin: Encoded) => number
}

/** The edges of a word are letters too: what stands silent at the end of a French name does not elsewhere. */
export const framed = (letters: string): string => `^${letters}$`

function editModel({ missing, costs }: EditTable): EditModel {
  const arabicPieces = new Map<string, number>([['', 0]])
  const latinPieces = new Map<string, number>([['', 0]])
  for (const [arabic, row] of Object.entries(costs)) {
    if (!arabicPieces.has(arabic)) arabicPieces.set(arabic, arabicPieces.size)
    for (const latin of Object.keys(row)) {
      if (!latinPieces.has(latin)) latinPieces.set(latin, latinPieces.size)
    }
  }
  const width = latinPieces.size
  const flat = new Float32Array(arabicPieces.size * width).fill(missing / 100)
  for (const [arabic, row] of Object.entries(costs)) {
    const base = (arabicPieces.get(arabic) ?? 0) * width
    for (const [latin, cost] of Object.entries(row)) flat[base + (latinPieces.get(latin) ?? 0)] = cost / 100
  }
  return {
    encodeArabic: (letters) => encode(framed(letters), arabicPieces, longestArabic),
    encodeLatin: (letters) => encode(framed(letters), latinPieces, longestLatin),
    cost: (arabic, latin) => cheapest(arabic, latin, { flat, width, missing: missing / 100 }),
  }
}

/** The model that ships. */
export const nameEdits: EditModel = editModel(shipped)

function encode(text: string, numbers: ReadonlyMap<string, number>, longest: number): Encoded {
  const pieces = new Int16Array(text.length * longest).fill(-1)
  for (let start = 0; start < text.length; start++) {
    for (let size = 1; size <= longest && start + size <= text.length; size++) {
      pieces[start * longest + size - 1] = numbers.get(text.slice(start, start + size)) ?? -1
    }
  }
  return { length: text.length, pieces }
}

type Costs = { flat: Float32Array; width: number; missing: number }

let cells = new Float32Array(4096)

/** Dynamic programming over both spellings. This is the hot loop of every name search, hence the plain indices. */
function cheapest(arabic: Encoded, latin: Encoded, costs: Costs): number {
  const across = latin.length + 1
  const size = (arabic.length + 1) * across
  if (cells.length < size) cells = new Float32Array(size * 2)
  cells.fill(1e9, 0, size)
  cells[0] = 0
  for (let i = 0; i <= arabic.length; i++) {
    for (let j = 0; j < across; j++) {
      const cell = i * across + j
      if (j < latin.length)
        lower(cell + 1, at(cells, cell) + costOf(costs, 0, at(latin.pieces, j * longestLatin)))
      if (i < arabic.length) consume({ arabic, latin, costs, across }, i, j)
    }
  }
  return at(cells, size - 1)
}

type Table = { arabic: Encoded; latin: Encoded; costs: Costs; across: number }

/** All ways to go on from one cell by a piece of the Arabic, with or without a piece of the Latin. */
function consume({ arabic, latin, costs, across }: Table, i: number, j: number): void {
  const cell = i * across + j
  const here = at(cells, cell)
  const single = at(arabic.pieces, i * longestArabic)
  const pair = at(arabic.pieces, i * longestArabic + 1)
  lower(cell + across, here + costOf(costs, single, 0))
  const widest = Math.min(longestLatin, latin.length - j)
  for (let given = 0; given < widest; given++) {
    const other = at(latin.pieces, j * longestLatin + given)
    if (other < 0) continue
    const below = cell + across + given + 1
    if (single >= 0) lower(below, here + costOf(costs, single, other))
    if (pair >= 0) lower(below + across, here + costOf(costs, pair, other))
  }
}

/** A piece that the table does not have (-1) costs as much as one without counterpart can. */
function costOf({ flat, width, missing }: Costs, arabic: number, latin: number): number {
  return arabic < 0 || latin < 0 ? missing : at(flat, arabic * width + latin)
}

function lower(cell: number, cost: number): void {
  if (cost < at(cells, cell)) cells[cell] = cost
}

const at = (values: Float32Array | Int16Array, place: number): number => values[place] ?? 0
