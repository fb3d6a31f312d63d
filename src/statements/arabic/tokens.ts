// Cuts a stretch of Arabic text into tokens: words with what is known of them, and marks, with their places in the
// original. All later rules look at tokens; all spans they return are places in the original.

import { foldUnit } from '../../language/normalise.ts'
import type { Quotation } from '../../language/quotations.ts'
import type { Span } from '../../language/span.ts'
import { type Word, wordOf } from './words.ts'

export type Token = Span & {
  /** Folded; `"` for every mark that belongs to a quotation. */
  word: string
  /** A word or a number, and no mark. */
  isWord: boolean
  /** What the lists know of it. */
  about: Word
  /** The token stands between quotation marks. */
  quoted: boolean
  /** For an opening mark: the index of the closing one (the sentence's length if that lies beyond); for others -1. */
  closing: number
  /** For an opening mark: its quotation, as large as it is in the text. */
  quotation: Quotation | null
}

/** The folded word at an index; '' beyond the ends. */
export const wordAt = (tokens: Token[], at: number): string => tokens[at]?.word ?? ''

export const isWordAt = (tokens: Token[], at: number): boolean => tokens[at]?.isWord === true

/** «#فلان_الفلاني» is read as the words that it is made of: its marks are no tokens. */
export function readTokens(text: string, span: Span, quotations: Quotation[], first: number): Token[] {
  const tokens: Token[] = []
  let next = first
  for (let at = span.start; at < span.end;) {
    const end = tokenEnd(text, at, span.end)
    if (end > at) {
      next = passed(quotations, next, at)
      tokens.push(readToken(text, { start: at, end }, quotations[next]))
    }
    at = Math.max(end, at + 1)
  }
  return tokens
}

/** The first quotation that is not over at a place. */
export function passed(quotations: Quotation[], from: number, place: number): number {
  let next = from
  while (next < quotations.length && (quotations[next]?.outer.end ?? 0) <= place) next++
  return next
}

function readToken(text: string, { start, end }: Span, quotation: Quotation | undefined): Token {
  const about = wordOf(text.slice(start, end))
  const mark = markOf(quotation, start, end)
  return {
    word: mark.isMark ? '"' : about.word,
    isWord: about.isWord,
    about,
    quoted: mark.inside,
    start,
    end,
    closing: -1,
    quotation: mark.opened,
  }
}

/** Where the word or mark ends that begins at a place; the same place where none begins. Harakat and tatweel after a word are part of it. */
function tokenEnd(text: string, at: number, limit: number): number {
  const kind = kindAt(text, at)
  if (kind === 'space' || kind === 'dropped') return at
  let end = at + sizeAt(text, at)
  if (kind === 'word') {
    for (let next = wordGoesOn(text, end, limit); next > end; next = wordGoesOn(text, end, limit)) end = next
  }
  while (end < limit && /[\u064b-\u065f\u0670\u0640]/.test(text.charAt(end))) end++
  return end
}

/** Behind the next letter or number of a word, over what folding drops and over one of «-'.,» between two of them; the same place where the word ends. */
function wordGoesOn(text: string, at: number, limit: number): number {
  const next = skipDropped(text, at, limit)
  if (next >= limit) return at
  const kind = kindAt(text, next)
  if (kind === 'word') return next + sizeAt(text, next)
  if (kind !== 'joint') return at
  const behind = skipDropped(text, next + 1, limit)
  return behind < limit && kindAt(text, behind) === 'word' ? behind + sizeAt(text, behind) : at
}

function skipDropped(text: string, at: number, limit: number): number {
  let next = at
  while (next < limit && kindAt(text, next) === 'dropped') next++
  return next
}

type Kind = 'word' | 'joint' | 'space' | 'dropped' | 'mark'

/** What each UTF-16 unit is to a word, once it was met: this is asked for every letter of every article. */
const kinds: (Kind | undefined)[] = Array.from({ length: 0x1_00_00 })

function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at)
  return kinds[unit] ?? kindOf(unit, text.codePointAt(at) ?? unit)
}

function kindOf(unit: number, point: number): Kind {
  // Half of a pair tells nothing alone.
  if (point !== unit) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)) ? 'word' : 'mark'
  const folded = foldUnit(unit)
  const letter = String.fromCharCode(folded)
  const kind =
    folded === 0
      ? 'dropped'
      : /[\p{L}\p{N}]/u.test(letter)
        ? 'word'
        : /[-'.,]/.test(letter)
          ? 'joint'
          : /[\s#_]/.test(letter)
            ? 'space'
            : 'mark'
  if (unit < 0xd8_00 || unit > 0xdf_ff) kinds[unit] = kind
  return kind
}

const sizeAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1)

/** What a token is to the quotation that it may open, close or stand in. */
function markOf(
  quotation: Quotation | undefined,
  start: number,
  end: number,
): { isMark: boolean; inside: boolean; opened: Quotation | null } {
  if (!quotation) return { isMark: false, inside: false, opened: null }
  const opened = quotation.outer.start === start ? quotation : null
  const closes = quotation.closed && quotation.end === start
  return {
    isMark: opened !== null || closes,
    inside: quotation.start <= start && end <= quotation.end,
    opened,
  }
}
