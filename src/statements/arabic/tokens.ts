// Cuts a stretch of Arabic text into tokens: words with what is known of them, and marks, with their places in the
// original. All later rules look at tokens; all spans they return are places in the original.

import { foldUnit } from '../../language/normalise.ts'
import type { Quotation } from '../../language/quotations.ts'
import type { Span } from '../../language/span.ts'
import { hashed, type Word, wordIn } from './words.ts'

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
    const kind = kindAt(text, at)
    if (kind === space || kind === dropped) {
      at++
      continue
    }
    const end = tokenEnd(text, kind, { start: at, end: span.end })
    next = passed(quotations, next, at)
    tokens.push(readToken(text, { start: at, end }, quotations[next]))
    at = end
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
  let hash = 0
  for (let at = start; at < end; at++) hash = hashed(hash, text.charCodeAt(at))
  const about = wordIn(text, { start, end, hash })
  const opens = quotation?.outer.start === start
  const closes = quotation?.closed === true && quotation.end === start
  return {
    word: opens || closes ? '"' : about.word,
    isWord: about.isWord,
    about,
    quoted: quotation !== undefined && quotation.start <= start && end <= quotation.end,
    start,
    end,
    closing: -1,
    quotation: opens ? quotation : null,
  }
}

/** Where the word or mark ends that begins a span, within it. Harakat and tatweel after a word are part of it. */
function tokenEnd(text: string, kind: Kind, { start, end: limit }: Span): number {
  let end = start + sizeAt(text, start)
  if (kind === word) {
    for (let next = wordGoesOn(text, end, limit); next > end; next = wordGoesOn(text, end, limit)) end = next
  }
  while (end < limit && isVowelSign(text.charCodeAt(end))) end++
  return end
}

/** Harakat, the dagger alif and tatweel. */
const isVowelSign = (unit: number): boolean =>
  (unit >= 0x64b && unit <= 0x65f) || unit === 0x670 || unit === 0x640

/** Behind the next letter or number of a word, over what folding drops and over one of «-'.,» between two of them; the same place where the word ends. */
function wordGoesOn(text: string, at: number, limit: number): number {
  const next = skipDropped(text, at, limit)
  if (next >= limit) return at
  const kind = kindAt(text, next)
  if (kind === word) return next + sizeAt(text, next)
  if (kind !== joint) return at
  const behind = skipDropped(text, next + 1, limit)
  return behind < limit && kindAt(text, behind) === word ? behind + sizeAt(text, behind) : at
}

function skipDropped(text: string, at: number, limit: number): number {
  let next = at
  while (next < limit && kindAt(text, next) === dropped) next++
  return next
}

/** What a UTF-16 unit is to a word. */
const [unseen, word, joint, space, dropped, mark] = [0, 1, 2, 3, 4, 5]
type Kind = number

/** The kind of each unit, once it was met: this is asked for every letter of every article. */
const kinds = new Uint8Array(0x1_00_00)

function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at)
  const known = kinds[unit] ?? unseen
  return known === unseen ? kindOf(unit, text.codePointAt(at) ?? unit) : known
}

function kindOf(unit: number, point: number): Kind {
  // Half of a pair tells nothing alone.
  if (point !== unit) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)) ? word : mark
  const folded = foldUnit(unit)
  const kind = folded === 0 ? dropped : kindOfLetter(String.fromCharCode(folded))
  if (!isSurrogate(unit)) kinds[unit] = kind
  return kind
}

function kindOfLetter(letter: string): Kind {
  if (/[\p{L}\p{N}]/u.test(letter)) return word
  if (/[-'.,]/.test(letter)) return joint
  return /[\s#_]/.test(letter) ? space : mark
}

const isSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdf_ff

function sizeAt(text: string, at: number): number {
  return isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1
}
