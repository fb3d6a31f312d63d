// Cuts an Arabic text into sentences: tokens in which quotation marks know their partners, and the words that report.

import { findQuotations } from '../../language/quotations.ts'
import { splitSentences } from '../../language/sentences.ts'
import type { Span } from '../../language/span.ts'
import { type Cue, findCues } from './cues.ts'
import { passed, readTokens, type Token } from './tokens.ts'

export type Sentence = Span & {
  tokens: Token[]
  /** The words that report, in order. */
  cues: Cue[]
  /** Nothing else stands on its line. */
  isLine: boolean
  startsLine: boolean
}

/** More tokens than any sentence has: longer ones (lists, broken pages) are read in pieces, which keeps the time linear. */
const sentenceTokensMax = 300
/** White space looked over to find a line's beginning or end. */
const lineSpacesMax = 9

/** The sentences of a text in order, with their tokens. */
export function readSentences(text: string): Sentence[] {
  const quotations = findQuotations(text)
  const sentences: Sentence[] = []
  let next = 0
  for (const span of splitSentences(text, quotations)) {
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
    return [{ ...span, ...paired(tokens), startsLine, isLine: startsLine && endsLine }]
  const pieces: Sentence[] = []
  for (let from = 0; from < tokens.length; from += sentenceTokensMax) {
    const piece = tokens.slice(from, from + sentenceTokensMax)
    const place = { start: piece[0]?.start ?? span.start, end: piece.at(-1)?.end ?? span.end }
    pieces.push({ ...place, ...paired(piece), startsLine: startsLine && from === 0, isLine: false })
  }
  return pieces
}

/** Tells opening marks where they are closed; the cues can be found only then. */
function paired(tokens: Token[]): Pick<Sentence, 'tokens' | 'cues'> {
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
  return { tokens, cues: findCues(tokens) }
}
