// English papers open and close quotations with “ ”, " ", '' '', ‘ ’ or ' '. Here all of them become “ and ” of the same
// length, so that the shared finders of quotations and sentences see one kind of mark, and every offset stays true.

import { paragraphs } from '../../language/quotations.ts'
import type { Span } from '../../language/span.ts'

type Direction = 'open' | 'close' | 'either'

/** How far a better closing mark is looked for before a plural's apostrophe is taken for one. */
const lookAheadChars = 300

/** How far a nested pair and the end of the outer one may stand from each other. */
const nestedCharsMax = 600

const doubleMark = /["“”„″«»]/
const singleMark = /['‘’`]/
const beforeOpening = /[\s([\u2014\u2013/:-]/
const afterClosing = /[\s)\],.;:?!\u2014\u2013-]/

/** The text with its quotation marks unified; the same length, so offsets into it are offsets into the original. */
export function withPlainMarks(text: string): string {
  const units = text.split('')
  for (const paragraph of paragraphs(text)) {
    unifyDouble(units, paragraph)
    unifySingle(units, paragraph)
  }
  return units.join('')
}

/** Straight and doubled marks open before a word and close after one; where both or neither fit, order decides. At the start of a paragraph any mark opens. */
function unifyDouble(units: string[], { start, end }: Span): void {
  let open = false
  for (let i = start; i < end; i++) {
    const length = doubleMarkAt(units, i)
    if (length === 0) continue
    const last = i + length - 1
    const nested: number = open ? hideNested(units, i, end) : -1
    if (nested > 0) {
      i = nested
      continue
    }
    const opens: boolean = i === start || opensDouble(units, { start: i, end: last + 1 }, end, open)
    // A closing mark that nothing opened (a lost mark, an inch) must not open a quotation.
    units[i] = opens ? '“' : open ? '”' : '′'
    // The mark stands next to its words, a space fills the other half.
    if (length > 1) spread(units, i, opens)
    open = opens
    i = last
  }
}

/** How many units the double mark here has: 2 if it is typed as two single ones; 0 for anything else. */
function doubleMarkAt(units: readonly string[], at: number): 0 | 1 | 2 {
  const unit = unitAt(units, at)
  if (isPlain(unit)) return 0
  if (doubleMark.test(unit)) return 1
  return singleMark.test(unit) && units[at + 1] === unit ? 2 : 0
}

/** No mark of any kind: nearly all of a text, told without a pattern. */
function isPlain(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return code < 0x80
    ? code !== 0x22 && code !== 0x27 && code !== 0x60
    : code > 0xbb && (code < 0x2018 || code > 0x2033)
}

function opensDouble(units: readonly string[], mark: Span, end: number, open: boolean): boolean {
  const after = mark.end < end ? unitAt(units, mark.end) : ' '
  const direction = directionOf(unitAt(units, mark.start), unitAt(units, mark.start - 1), after)
  return direction === 'either' ? !open : direction === 'open'
}

/** “what he calls “hell” today”: hides a pair inside another one that still closes after it. Returns where the pair closes, or -1. */
function hideNested(units: string[], at: number, end: number): number {
  if (units[at] !== '“') return -1
  const marks: number[] = []
  for (let i = at + 1; i < Math.min(end, at + nestedCharsMax) && marks.length < 2; i++)
    if (/[“”]/.test(unitAt(units, i))) marks.push(i)
  const [inner = -1, outer = -1] = marks
  if (unitAt(units, inner) !== '”' || unitAt(units, outer) !== '”') return -1
  units[at] = '‹'
  units[inner] = '›'
  return inner
}

function spread(units: string[], at: number, opens: boolean): void {
  const mark = unitAt(units, at)
  units[at] = opens ? ' ' : mark
  units[at + 1] = opens ? mark : ' '
}

const unitAt = (units: readonly string[], at: number): string => units[at] ?? ' '

function directionOf(unit: string, before: string, after: string): Direction {
  if (/[“„«‘]/.test(unit)) return 'open'
  if (unit === '»') return 'close'
  const opens = beforeOpening.test(before) && /\S/.test(after)
  const closes = afterClosing.test(after) && /\S/.test(before)
  if (unit === '”') return opens && !closes ? 'open' : 'close'
  if (opens === closes) return 'either'
  return opens ? 'open' : 'close'
}

/** ‘…’ outside double marks, as British papers and headlines write; an apostrophe is no mark. */
function unifySingle(units: string[], { start, end }: Span): void {
  let insideDouble = false
  let open = -1
  for (let i = start; i < end; i++) {
    const unit = units[i] ?? ''
    if (isPlain(unit)) continue
    if (unit === '“' || unit === '”') insideDouble = unit === '“'
    if (insideDouble || !singleMark.test(unit)) continue
    if (open < 0) open = opensSingle(units, i, start) ? i : -1
    else if (closesSingle(units, i, end)) {
      units[open] = '“'
      units[i] = '”'
      open = -1
    }
  }
}

const opensSingle = (units: readonly string[], at: number, start: number): boolean =>
  units[at] !== '’' &&
  (at === start || /[\s([\u2014-]/.test(units[at - 1] ?? ' ')) &&
  /\p{L}/u.test(units[at + 1] ?? ' ')

function closesSingle(units: readonly string[], at: number, end: number): boolean {
  const before = units[at - 1] ?? ' '
  if (units[at] === '‘' || !/\S/.test(before)) return false
  if (at + 1 < end && !/[\s.,;:?!)\u2014-]/.test(units[at + 1] ?? ' ')) return false
  // "the voters’ will": a plural's apostrophe, when a better mark follows.
  return before !== 's' || !closesLater(units, at + 1, end)
}

function closesLater(units: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + lookAheadChars) && units[i] !== '‘'; i++) {
    if (/['’]/.test(units[i] ?? '') && /[.,?!]/.test(units[i - 1] ?? '')) return true
  }
  return false
}
