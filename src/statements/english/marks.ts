// English papers open and close quotations with “ ”, " ", '' '', ‘ ’ or ' '. Here all of them become “ and ” of the same
// length, so that the shared finders of quotations and sentences see one kind of mark, and every offset stays true.

import { paragraphs } from '../../language/quotations.ts'
import type { Span } from '../../language/span.ts'

type Direction = 'open' | 'close' | 'either'

/** How far a better closing mark is looked for before a plural's apostrophe is taken for one. */
const lookAheadChars = 300

/** How far a nested pair and the end of the outer one may stand from each other. */
const nestedCharsMax = 600

const anyMark = /["“”„″«»'‘’`]/g
const doubleMark = /["“”„″«»]/
const singleMark = /['‘’`]/
const beforeOpening = /[\s([\u2014\u2013/:-]/
const afterClosing = /[\s)\],.;:?!\u2014\u2013-]/

/** The text with its quotation marks unified; the same length, so offsets into it are offsets into the original. */
export function withPlainMarks(text: string): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end } of paragraphs(text)) {
    parts.push(text.slice(done, start), plainParagraph(text.slice(start, end)))
    done = end
  }
  return parts.join('') + text.slice(done)
}

function plainParagraph(text: string): string {
  const marks = Array.from(text.matchAll(anyMark), (found) => found.index)
  if (marks.length === 0) return text
  const units = text.split('')
  unifyDouble(units, marks)
  unifySingle(units, marks)
  return units.join('')
}

/** Straight and doubled marks open before a word and close after one; where both or neither fit, order decides. At the start of a paragraph any mark opens. */
function unifyDouble(units: string[], marks: readonly number[]): void {
  let open = false
  let next = 0
  for (const at of marks) {
    const length = at < next ? 0 : doubleMarkAt(units, at)
    if (length === 0) continue
    const nested: number = open ? hideNested(units, at) : -1
    next = Math.max(nested + 1, at + length)
    if (nested > 0) continue
    const opens: boolean = at === 0 || opensDouble(units, { start: at, end: at + length }, open)
    // A closing mark that nothing opened (a lost mark, an inch) must not open a quotation.
    units[at] = opens ? '“' : open ? '”' : '′'
    // The mark stands next to its words, a space fills the other half.
    if (length > 1) spread(units, at, opens)
    open = opens
  }
}

/** How many units the double mark here has: 2 if it is typed as two single ones; 0 for anything else. */
function doubleMarkAt(units: readonly string[], at: number): 0 | 1 | 2 {
  const unit = unitAt(units, at)
  if (doubleMark.test(unit)) return 1
  return singleMark.test(unit) && units[at + 1] === unit ? 2 : 0
}

function opensDouble(units: readonly string[], { start, end }: Span, open: boolean): boolean {
  const direction = directionOf(unitAt(units, start), unitAt(units, start - 1), unitAt(units, end))
  return direction === 'either' ? !open : direction === 'open'
}

/** “what he calls “hell” today”: hides a pair inside another one that still closes after it. Returns where the pair closes, or -1. */
function hideNested(units: string[], at: number): number {
  if (units[at] !== '“') return -1
  const marks: number[] = []
  for (let i = at + 1; i < Math.min(units.length, at + nestedCharsMax) && marks.length < 2; i++)
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
function unifySingle(units: string[], marks: readonly number[]): void {
  let insideDouble = false
  let open = -1
  for (const at of marks) {
    const unit = unitAt(units, at)
    if (unit === '“' || unit === '”') insideDouble = unit === '“'
    if (insideDouble || !singleMark.test(unit)) continue
    if (open < 0) open = opensSingle(units, at) ? at : -1
    else if (closesSingle(units, at)) {
      units[open] = '“'
      units[at] = '”'
      open = -1
    }
  }
}

const opensSingle = (units: readonly string[], at: number): boolean =>
  units[at] !== '’' &&
  (at === 0 || /[\s([\u2014-]/.test(units[at - 1] ?? ' ')) &&
  /\p{L}/u.test(units[at + 1] ?? ' ')

function closesSingle(units: readonly string[], at: number): boolean {
  const before = units[at - 1] ?? ' '
  if (units[at] === '‘' || !/\S/.test(before)) return false
  if (!/[\s.,;:?!)\u2014-]/.test(units[at + 1] ?? ' ')) return false
  // "the voters’ will": a plural's apostrophe, when a better mark follows.
  return before !== 's' || !closesLater(units, at + 1)
}

function closesLater(units: readonly string[], from: number): boolean {
  const end = units.length
  for (let i = from; i < Math.min(end, from + lookAheadChars) && units[i] !== '‘'; i++) {
    if (/['’]/.test(units[i] ?? '') && /[.,?!]/.test(units[i - 1] ?? '')) return true
  }
  return false
}
