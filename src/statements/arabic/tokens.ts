// Cuts an Arabic text into sentences of tokens: folded words with their place in the original, and quotation marks that
// know their partners. All later rules look at tokens; all spans they return are places in the original.

import { foldWithMap } from '../../language/normalise.ts'
import { findQuotations, type Quotation } from '../../language/quotations.ts'
import { splitSentences } from '../../language/sentences.ts'
import type { Span } from '../../language/span.ts'

export type Token = Span & {
  /** Folded; `"` for every mark that belongs to a quotation. */
  word: string
  /** A word or a number, and no mark. */
  isWord: boolean
  /** Ends in ة as written: folding hides it, and hardly any family name has it. */
  feminine: boolean
  /** The token stands between quotation marks. */
  quoted: boolean
  /** For an opening mark: the index of the closing one (the sentence's length if that lies beyond); for others -1. */
  closing: number
  /** For an opening mark: its quotation, as large as it is in the text. */
  quotation: Quotation | null
}

export type Sentence = Span & {
  tokens: Token[]
  /** Nothing else stands on its line. */
  isLine: boolean
  startsLine: boolean
}

/** The folded word at an index; '' beyond the ends. */
export const wordAt = (tokens: Token[], at: number): string => tokens[at]?.word ?? ''

export const isWordAt = (tokens: Token[], at: number): boolean => tokens[at]?.isWord === true

/** More tokens than any sentence has: longer ones (lists, broken pages) are read in pieces, which keeps the time linear. */
const sentenceTokensMax = 300
/** White space looked over to find a line's beginning or end. */
const lineSpacesMax = 9

/** The sentences of a text in order, with their tokens. */
export function readSentences(text: string): Sentence[] {
  const quotations = findQuotations(text)
  const sentences: Sentence[] = []
  let next = 0
  for (const span of splitSentences(text)) {
    next = passed(quotations, next, span.start)
    sentences.push(...inPieces(text, span, readTokens(text, span, quotations, next)))
  }
  return sentences
}

/** A sentence, or the pieces of one that is too long for a sentence. */
function inPieces(text: string, span: Span, tokens: Token[]): Sentence[] {
  const startsLine = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, span.start - lineSpacesMax), span.start))
  const endsLine = /^\s*(?:\n|$)/.test(text.slice(span.end, span.end + lineSpacesMax))
  if (tokens.length <= sentenceTokensMax)
    return [{ ...span, tokens: paired(tokens), startsLine, isLine: startsLine && endsLine }]
  const pieces: Sentence[] = []
  for (let from = 0; from < tokens.length; from += sentenceTokensMax) {
    const piece = tokens.slice(from, from + sentenceTokensMax)
    const place = { start: piece[0]?.start ?? span.start, end: piece.at(-1)?.end ?? span.end }
    pieces.push({ ...place, tokens: paired(piece), startsLine: startsLine && from === 0, isLine: false })
  }
  return pieces
}

/** The first quotation that is not over at a place. */
function passed(quotations: Quotation[], from: number, place: number): number {
  let next = from
  while (next < quotations.length && (quotations[next]?.outer.end ?? 0) <= place) next++
  return next
}

/** «#فلان_الفلاني» is read as the words that it is made of: its marks are no tokens. */
function readTokens(text: string, span: Span, quotations: Quotation[], first: number): Token[] {
  const folded = foldWithMap(text.slice(span.start, span.end))
  const placeOf = (index: number): number => span.start + (folded.map[index] ?? 0)
  const tokens: Token[] = []
  let at = first
  for (const match of folded.text.matchAll(/[\p{L}\p{N}]+(?:[-'.,][\p{L}\p{N}]+)*|[^\s#_]/gu)) {
    const start = placeOf(match.index)
    const end = endOfMarks(text, placeOf(match.index + match[0].length - 1) + 1)
    at = passed(quotations, at, start)
    const mark = markOf(quotations[at], start, end)
    const written = text.slice(start, end)
    tokens.push({
      word: mark.isMark ? '"' : spelt(match[0], written),
      isWord: /[\p{L}\p{N}]/u.test(match[0]),
      feminine: /ة[\u064b-\u0652]?$/.test(written),
      quoted: mark.inside,
      start,
      end,
      closing: -1,
      quotation: mark.opened,
    })
  }
  return tokens
}

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

/** «على» and the name «علي» fold to one: the preposition keeps its own last letter. */
const spelt = (word: string, written: string): string =>
  word === 'علي' && written.includes('ى') ? 'على' : word

/** Tanwin, harakat and tatweel after a word are part of it. */
function endOfMarks(text: string, from: number): number {
  let end = from
  while (end < text.length && /[\u064b-\u065f\u0670\u0640]/.test(text.charAt(end))) end++
  return end
}

function paired(tokens: Token[]): Token[] {
  let open = -1
  tokens.forEach((token, index) => {
    if (token.quotation) open = index
    else if (token.word === '"' && open >= 0) {
      const opening = tokens[open]
      if (opening) opening.closing = index
      open = -1
    }
  })
  const opening = tokens[open]
  if (opening) opening.closing = tokens.length
  return tokens
}
