// Where a text puts words between quotation marks. Pairs are looked for inside a paragraph:
// a mark that is never closed must not swallow the rest of the article.

import type { Span } from './span.ts'

/** A quotation: `start`–`end` are the words between the marks, `outer` includes the marks. */
export type Quotation = Span & { outer: Span; closed: boolean }

const closers: Record<string, string> = { '«': '»', '„': '“”', '‹': '›', '「': '」' }

/** Every mark that may open or close a quotation. */
const marks = /["”″“«„‹「»›」]/g

/** All quotations of a text, in order, none inside another. An opening mark without a closing one reaches to the end of its paragraph. */
export function findQuotations(text: string): Quotation[] {
  const places = Array.from(text.matchAll(marks), (match) => match.index)
  if (places.length === 0) return []
  const found: Quotation[] = []
  let next = 0
  for (const paragraph of paragraphs(text)) {
    const inside: number[] = []
    for (let place = places[next]; place !== undefined && place < paragraph.end; place = places[++next])
      inside.push(place)
    found.push(...inParagraph(text, paragraph, inside))
  }
  return found
}

/** The paragraphs of a text: its non-empty lines, without the line breaks. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  for (let end = text.indexOf('\n'); ; end = text.indexOf('\n', start)) {
    const to = end < 0 ? text.length : end
    if (text.slice(start, to).trim() !== '') found.push({ start, end: to })
    if (end < 0) return found
    start = end + 1
  }
}

function inParagraph(text: string, { end }: Span, places: number[]): Quotation[] {
  const found: Quotation[] = []
  let open: { at: number; until: string } | undefined
  for (const i of places) {
    if (open) {
      if (!open.until.includes(text.charAt(i))) continue
      found.push(quotation(open.at, i, true))
      open = undefined
    } else {
      const until = closersOf(text, i)
      if (until !== undefined) open = { at: i, until }
    }
  }
  if (open && open.at + 1 < end) found.push(quotation(open.at, end, false))
  return found
}

function quotation(from: number, to: number, closed: boolean): Quotation {
  return { start: from + 1, end: to, closed, outer: { start: from, end: closed ? to + 1 : to } }
}

/** The marks that end a quotation which opens here; undefined where none opens. */
function closersOf(text: string, at: number): string | undefined {
  const unit = text.charAt(at)
  // Straight marks, and closing ones that careless pages open with, are told apart by order alone.
  if (unit === '"' || unit === '”') return isInchOrMinute(text, at) ? undefined : '"”'
  if (unit === '″') return isInchOrMinute(text, at) ? undefined : '″"'
  if (unit === '“') return '”"'
  return closers[unit]
}

/** 5'11" and 27" are no quotations. */
function isInchOrMinute(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + 1))
}
