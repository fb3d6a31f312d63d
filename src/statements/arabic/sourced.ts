// «…، بحسب وزارة …», «وفقا لفلان، …», «… حسبما أعلن فلان»: a source named without a verb of its own. Where the sentence has a
// report already, the source is one that it came through; else the rest of the sentence is what the source says.

import type { Span } from '../../language/span.ts'
import type { VerbClass } from '../statement.ts'
import type { Clause } from './clauses.ts'
import { closedQuotes } from './content.ts'
import { isComma, isComplementiser, lexicon, verbForm } from './lexicon.ts'
import { type Mention, readMention, readPrefixed } from './mention.ts'
import { textOf } from './register.ts'
import type { Reading } from './speakers.ts'
import { type Token, wordAt } from './tokens.ts'

export type Sourced = {
  kind: 'statement'
  mention: Mention
  verb: string
  verbClass: VerbClass
  span: Span
  quotes: Span[]
}
/** `at`: where the formula begins; the reports before it came through this source. */
export type Through = { kind: 'via'; text: string; at: number }

const contentWordsMin = 4

/** The source of a sentence that is given without a verb; null where there is none or nobody who can be one. */
export function readSourced(reading: Reading, clauses: Clause[]): Sourced | Through | null {
  const { tokens, cues } = reading.sentence
  const at = tokens.findIndex((it, index) => !it.quoted && isFormula(tokens, index))
  if (at < 0) return null
  const mention = sourceAfter(reading, at)
  if (!mention || !canSpeak(mention)) return null
  const text = textOf(reading.text, tokens, mention, mention)
  const taken = clauses.some((it) => it.cue.kind !== 'statement')
  if (taken || cues.some((it) => it.at > mention.to && it.kind === 'verb'))
    return { kind: 'via', text, at: tokens[at]?.start ?? 0 }
  const range = at <= 1 ? behind(tokens, mention) : { from: contentStart(tokens, at), to: at }
  return range && contentOf(reading, { ...range, at, mention })
}

const without = (word: string): string => word.replace(/^و(?=بحسب|وفق|حسب|نقلا)/, '')

/** «بحسب», «وفقا ل», «نقلا عن», «حسبما أعلن», «كما أفاد» at the beginning or towards the end of a sentence. */
function isFormula(tokens: Token[], at: number): boolean {
  const word = without(wordAt(tokens, at))
  if (word === 'نقلا') return wordAt(tokens, at + 1) === 'عن'
  if (word === 'حسبما' || word === 'كما') return at > contentWordsMin && reportsNothingElse(tokens, at + 1)
  return /^(?:بحسب|وفقا?|حسب)$/.test(word) && (at <= 1 || at > contentWordsMin)
}

/** «كما أفاد الناطق» closes a sentence, «كما أفاد بأن» begins a report. */
const reportsNothingElse = (tokens: Token[], at: number): boolean =>
  verbForm(wordAt(tokens, at)) !== undefined && !isComplementiser(wordAt(tokens, at + 2))

function sourceAfter({ sentence, known }: Reading, at: number): Mention | null {
  const { tokens } = sentence
  const next = wordAt(tokens, at + 1)
  if (next === 'عن') return readMention(tokens, at + 2, known)
  if (verbForm(next)) return readMention(tokens, at + 2, known)
  if (next === 'ما') return verbForm(wordAt(tokens, at + 2)) ? readMention(tokens, at + 3, known) : null
  const prefixed = without(wordAt(tokens, at)) === 'وفقا'
  return prefixed ? readPrefixed(tokens, at + 1, known) : readMention(tokens, at + 1, known)
}

/** «حسب القانون», «وفق الجدول» are no sources: an office, a known person or an organisation is. */
const canSpeak = (mention: Mention): boolean => mention.roles.length > 0

/** «وبحسب فلان، …»: everything behind the comma. */
function behind(tokens: Token[], mention: Mention): { from: number; to: number } | null {
  const comma = isComma(wordAt(tokens, mention.to))
  const clause = isComplementiser(wordAt(tokens, mention.to))
  return comma || clause ? { from: mention.to + 1, to: tokens.length } : null
}

/** Behind the place line («… ١٥ - ٧ (…) -») where a sentence begins with one. */
function contentStart(tokens: Token[], until: number): number {
  const close = tokens.findIndex(
    (it, index) => index < 14 && it.word === ')' && wordAt(tokens, index + 1) === '-',
  )
  return close > 0 && close + 2 < until ? close + 2 : 0
}

function contentOf(
  { text, sentence }: Reading,
  part: { from: number; to: number; at: number; mention: Mention },
): Sourced | null {
  const { tokens } = sentence
  let { to } = part
  while (to > part.from && /^[،,.؛:-]$/.test(wordAt(tokens, to - 1))) to--
  const inside = tokens.slice(part.from, to)
  const first = inside[0]
  const last = inside.at(-1)
  const written = tokens[part.at]
  if (!first || !last || !written || inside.filter((it) => it.isWord).length < contentWordsMin) return null
  if (lexicon.relatives.has(first.word)) return null
  return {
    kind: 'statement',
    mention: part.mention,
    ...namedVerb(text, tokens, part.at),
    span: { start: first.start, end: last.end },
    quotes: closedQuotes(text, inside),
  }
}

/** «كما أعلنت», «بحسب ما ذكر»: the verb; «بحسب» where there is none. */
function namedVerb(text: string, tokens: Token[], at: number): Pick<Sourced, 'verb' | 'verbClass'> {
  const place = [at + 1, at + 2].find((it) => tokens[it]?.about.verb !== undefined) ?? at
  const token = tokens[wordAt(tokens, at + 1) === 'ما' || place === at + 1 ? place : at]
  const skipped = token && token.word !== without(token.word) ? 1 : 0
  return {
    verb: token ? text.slice(token.start + skipped, token.end) : '',
    verbClass: token?.about.verb?.verb.class ?? 'say',
  }
}
