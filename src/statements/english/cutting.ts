// Cuts statements out of the text: exact offsets, the marks that belong to the sentence left out, the form told by the quotations inside.

import { cut, type Span, trimmed } from '../../language/span.ts'
import type { Adjunct, Form, Statement } from '../statement.ts'
import type { Draft } from './clauses.ts'
import type { Item, Reading, Sentence } from './items.ts'
import { isMark, isQuote, isWord } from './lexicon.ts'
import { spanOf } from './mentions.ts'
import type { Speaker } from './speakers.ts'

export type Where = Statement['in']
/** How it was said: all that a statement holds besides its words and its speaker. */
export type Manner = Pick<Statement, 'verb' | 'verbClass' | 'via' | 'adjuncts'>

/** A quotation, a transcript line or a headline without a verb. */
export const unsaid: Manner = { verb: '', verbClass: 'say', via: [], adjuncts: [] }

/** Two pieces of one utterance with a longer interruption stay two statements. */
const interruptionCharsMax = 300
/** And an interruption this short ("he said") never parts them. */
const interruptionCharsMin = 60

/** The statement of a draft; null if hardly a word is left. */
export function statementOf(
  reading: Reading,
  sentence: Sentence,
  draft: Draft,
  speaker: Speaker & { in: Where },
): Statement | null {
  const items = sentence.slice(draft.content.from, draft.content.to)
  return statementOfItems(reading, items, { ...speaker, ...mannerOf(reading, sentence, draft) })
}

/** Verb, adjuncts and sources of a draft, as written. */
export function mannerOf(
  reading: Reading,
  sentence: Sentence,
  draft: Pick<Draft, 'verb' | 'verbClass' | 'via' | 'adjuncts'>,
): Manner {
  return {
    verb: cut(reading.text, spanOf(sentence, draft.verb)),
    verbClass: draft.verbClass,
    via: draft.via.map((range) => cut(reading.text, spanOf(sentence, range))),
    adjuncts: draft.adjuncts.map((adjunct): Adjunct => ({
      kind: adjunct.kind,
      ...spanOf(sentence, adjunct),
    })),
  }
}

/** A statement of the words of some items, whoever said them. */
export function statementOfItems(
  reading: Reading,
  all: readonly Item[],
  said: Speaker & Manner & Pick<Statement, 'in'>,
): Statement | null {
  const from = all.findIndex((item) => !isMark(item, ',;:.'))
  const items = all.slice(Math.max(0, from))
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return null
  const only = items.length === 1 && isQuote(first)
  const span = withoutFinalMark(
    reading.text,
    only ? first.inner : trimmed(reading.text, { start: first.start, end: last.end }),
  )
  if (span.end - span.start < 2) return null
  const quotes = items
    .filter((item) => isQuote(item))
    .map((item) => withoutFinalMark(reading.text, item.inner))
    .filter((quote) => quote.end > quote.start)
  return { ...said, form: formOf(only, quotes), text: cut(reading.text, span), ...span, quotes }
}

/** Whether a quotation goes on with a statement: little stands between, compared with what is quoted. */
export function continues(previous: Statement, quote: Item): boolean {
  const between = quote.start - (previous.quotes.at(-1)?.end ?? previous.end)
  const quoted = [...previous.quotes, quote.inner].reduce((sum, it) => sum + it.end - it.start, 0)
  return between <= Math.max(interruptionCharsMin, Math.min(interruptionCharsMax, quoted))
}

/** “…,” he said. “…” — one utterance, and one span with what stands between: a piece alone may say the opposite of the whole. */
export function joined(reading: Reading, previous: Statement, items: readonly Item[]): Statement {
  const start = previous.form === 'direct' ? markBefore(reading.text, previous.start) : previous.start
  const quotes = [
    ...previous.quotes,
    ...items.filter((item) => isQuote(item)).map((item) => withoutFinalMark(reading.text, item.inner)),
  ]
  const last = items.findLast((item) => isQuote(item) || isWord(item))
  const end = last?.end ?? previous.end
  return {
    ...previous,
    start,
    end,
    text: reading.text.slice(start, end),
    form: 'mixed',
    quotes,
  }
}

/** The start of the mark (or of both halves of a doubled one) that opens before an offset. */
function markBefore(text: string, at: number): number {
  const open = Math.max(0, at - 1)
  return /['‘`]/.test(text.charAt(open)) && text.charAt(open - 1) === text.charAt(open) ? open - 1 : open
}

const formOf = (only: boolean, quotes: readonly Span[]): Form =>
  only ? 'direct' : quotes.length > 0 ? 'mixed' : 'indirect'

/** The comma or full stop before a closing mark or at the end is the sentence's, not the speaker's. An ellipsis stays. */
function withoutFinalMark(text: string, span: Span): Span {
  const tail = text.slice(Math.max(span.start, span.end - 4), span.end)
  return /(?:^|[^.])[,.]$/.test(tail) && !/\p{Lu}\.\p{Lu}\.$/u.test(tail)
    ? trimmed(text, { start: span.start, end: span.end - 1 })
    : span
}
