// «بيسكوف: …» on a line of its own or in a title: a report without a verb. Only somebody whom the article knows, or an
// office, speaks so; a place («نابل: …»), a label («المصدر: …») or a number never does.

import type { Statement } from '../statement.ts'
import { closedQuotes } from './content.ts'
import { lexicon, verbForm } from './lexicon.ts'
import { readMention } from './mention.ts'
import { detached, lookUp, textOf, titleOf } from './register.ts'
import type { Reading } from './speakers.ts'
import { type Token, wordAt } from './tokens.ts'
import { trimmed } from '../../language/span.ts'

const speakerWordsMax = 8
const lineTokensMax = 40

/** The statement of a headline; null where a line is none. */
export function headlineOf(reading: Reading): Omit<Statement, 'in'> | null {
  const { text, sentence, register, known } = reading
  const { tokens } = sentence
  const colon = sentence.isLine ? speakerEnd(tokens) : -1
  const mention = colon > 0 ? readMention(tokens, 0, known) : null
  if (mention?.to !== colon) return null
  const entity = lookUp(register, text, tokens, mention)
  const words = entity || mention.roles.length > 0 ? wordsAfter(text, tokens, colon) : null
  const { name, title } = entity ?? detached(text, tokens, mention)
  return (
    words && {
      speaker: textOf(text, tokens, mention, mention),
      person: name,
      persons: name === null ? [] : [name],
      role: titleOf(text, tokens, mention) ?? title,
      verb: '',
      verbClass: 'say',
      ...words,
      via: [],
      adjuncts: [],
    }
  )
}

/** Where the colon stands behind a few plain words, with enough behind it for a statement; -1 where the line has no such form. */
function speakerEnd(tokens: Token[]): number {
  const colon = tokens.findIndex((it) => it.word === ':')
  if (colon < 1 || colon > speakerWordsMax || tokens.length > lineTokensMax || tokens.length - colon < 4)
    return -1
  if (tokens.at(-1)?.word === '.' || lexicon.labels.has(wordAt(tokens, 0))) return -1
  return tokens.slice(0, colon).every(isPlain) ? colon : -1
}

const isPlain = ({ isWord, word }: Token): boolean =>
  isWord && !/\d/.test(word) && (verbForm(word) === undefined || lexicon.prepositions.has(word))

function wordsAfter(
  text: string,
  tokens: Token[],
  colon: number,
): Pick<Statement, 'text' | 'start' | 'end' | 'form' | 'quotes'> | null {
  const first = tokens[colon + 1]
  const last = tokens.at(-1)
  if (!first || !last) return null
  const whole = first.quotation?.closed === true && first.closing === tokens.length - 1
  const span =
    whole && first.quotation ? trimmed(text, first.quotation) : { start: first.start, end: last.end }
  const quotes = whole ? [span] : closedQuotes(text, tokens.slice(colon))
  const form = whole ? 'direct' : quotes.length > 0 ? 'mixed' : 'indirect'
  return { ...span, text: text.slice(span.start, span.end), form, quotes }
}
