// Who said what in an Arabic article. Grammar finds the reports of each sentence (clauses), memory and the register of the
// article's people tell whose they are. Spans are places in the article and nothing else.

import type { Readable, Statement } from '../statement.ts'
import { readAdjuncts } from './adjuncts.ts'
import { type Clause, readClauses } from './clauses.ts'
import { headlineOf } from './headline.ts'
import type { Mention } from './mention.ts'
import { registerOf } from './people.ts'
import { type Entity, textOf, titleOf } from './register.ts'
import { actorOf, type Memory, nothingYet, type Reading, remember, whoGoesOn, whoIs } from './speakers.ts'
import { readSourced, type Sourced, type Through } from './sourced.ts'
import { readSentences, type Sentence } from './sentences.ts'

/**
 * The statements of an Arabic article, title first, then in the order of the text.
 * Linear in the length; pure; no input makes it fail.
 */
export function extractArabic(article: Readable): Statement[] {
  const sentences = readSentences(article.text)
  const { register, known } = registerOf(article.text, sentences)
  const read = (text: string, list: Sentence[], place: Statement['in']): Statement[] => {
    let memory = nothingYet()
    return list.flatMap((sentence) => {
      const found = readSentence({ text, sentence, register, known }, memory, place)
      memory = found.memory
      return found.statements
    })
  }
  const title = article.title ? read(article.title, readSentences(article.title), 'title') : []
  return withoutRepeats([...title, ...read(article.text, sentences, 'text')])
}

/** Pages print their title twice: the same words of the same speaker in the same place are one statement. */
function withoutRepeats(statements: Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter((it) => {
    const key = `${it.in} ${it.verb} ${it.speaker} ${it.text}`
    return !seen.has(key) && seen.add(key)
  })
}

type Read = { statements: Statement[]; memory: Memory }

function readSentence(reading: Reading, memory: Memory, place: Statement['in']): Read {
  const headline = headlineOf(reading)
  if (headline) return { statements: [{ ...headline, in: place }], memory }
  const clauses = readClauses(reading.text, reading.sentence, reading.known)
  const actor = clauses.every((it) => it.subject !== null) && clauses.length > 0 ? null : actorOf(reading)
  const read = readReports(reading, clauses, { memory, actor })
  const statements = read.statements.map((it) => ({ ...it, in: place }))
  const sourced = readSourced(reading, clauses)
  if (sourced?.kind === 'statement') statements.push({ ...statementBySource(reading, sourced), in: place })
  return {
    statements: sourced?.kind === 'via' ? statements.map((it) => cameThrough(it, sourced)) : statements,
    memory: clauses.length === 0 && actor ? { ...memory, acted: actor } : read.memory,
  }
}

/** The reports of a sentence with their speakers, each of whom is remembered for the next. */
function readReports(
  reading: Reading,
  clauses: Clause[],
  before: { memory: Memory; actor: Entity | null },
): { statements: Omit<Statement, 'in'>[]; memory: Memory } {
  const statements: Omit<Statement, 'in'>[] = []
  let { memory, actor: inSentence } = before
  for (const clause of clauses) {
    const speaker = clause.subject ? whoIs(reading, clause.subject) : whoGoesOn(memory, clause, inSentence)
    // Indirect speech of nobody is no statement; a quotation stands for itself.
    if (!speaker && (clause.bound || (clause.content.form !== 'direct' && !opensQuotation(reading, clause))))
      continue
    // Marks may leave no word between a verb and the next sentence.
    if (reading.text.slice(clause.content.start, clause.content.end).trim() === '') continue
    statements.push(statementOf(reading, clause, speaker))
    // «… عندما أكدت الشركة أن …» inside what another says: the one who speaks goes on being the outer one.
    if (!speaker || clause.cue.kind === 'statement' || isInside(reading, clause, clauses)) continue
    inSentence = speaker
    memory = remember(memory, speaker)
  }
  return { statements, memory }
}

/** Marks that are never closed quote nothing for certain, and yet somebody speaks. */
const opensQuotation = ({ sentence }: Reading, { opening }: Clause): boolean =>
  sentence.tokens[opening.content]?.quotation?.closed === false

function isInside({ sentence }: Reading, clause: Clause, clauses: Clause[]): boolean {
  const place = sentence.tokens[clause.cue.at]?.start ?? 0
  return clauses.some((it) => it !== clause && it.content.start <= place && place < it.content.end)
}

const cameThrough = (statement: Statement, { at, text }: Through): Statement =>
  statement.end <= at && !statement.via.includes(text)
    ? { ...statement, via: [...statement.via, text] }
    : statement

function statementOf(reading: Reading, clause: Clause, speaker: Entity | null): Omit<Statement, 'in'> {
  const { text, sentence } = reading
  const { content, cue, subject } = clause
  const [first, last] = [sentence.tokens[cue.from], sentence.tokens[cue.at]]
  const verb = first && last ? text.slice(first.start + (cue.joined ? 1 : 0), last.end) : ''
  return {
    ...speakerFields(reading, subject, speaker),
    ...(speaker && clause.jointly.length > 0 ? jointFields(reading, clause, speaker) : {}),
    verb,
    verbClass: cue.verb.class,
    form: content.form,
    text: text.slice(content.start, content.end),
    start: content.start,
    end: content.end,
    quotes: content.quotes,
    via: clause.via ? [textOf(text, sentence.tokens, clause.via, clause.via)] : [],
    adjuncts: readAdjuncts(sentence.tokens, clause.gap.from, clause.gap.to),
  }
}

function statementBySource(
  reading: Reading,
  { mention, verb, verbClass, span, quotes }: Sourced,
): Omit<Statement, 'in'> {
  return {
    ...speakerFields(reading, mention, whoIs(reading, mention)),
    verb,
    verbClass,
    form: quotes.length > 0 ? 'mixed' : 'indirect',
    text: reading.text.slice(span.start, span.end),
    ...span,
    quotes,
    via: [],
    adjuncts: [],
  }
}

/** A joint statement: all persons, and as the speaker everything from the first mention to the last. */
function jointFields(
  reading: Reading,
  { subject, jointly }: Clause,
  first: Entity,
): Partial<Pick<Statement, 'speaker' | 'persons'>> {
  const last = jointly.at(-1)
  if (!subject || !last) return {}
  const persons = [first, ...jointly.map((it) => whoIs(reading, it))].flatMap((it) => it.name ?? [])
  const whole = { ...subject, to: last.to }
  return {
    speaker: textOf(reading.text, reading.sentence.tokens, whole, whole),
    persons: [...new Set(persons)],
  }
}

function speakerFields(
  { text, sentence }: Reading,
  mention: Mention | null,
  speaker: Entity | null,
): Pick<Statement, 'speaker' | 'person' | 'persons' | 'role'> {
  return {
    speaker: mention ? textOf(text, sentence.tokens, mention, mention) : (speaker?.fullest ?? ''),
    person: speaker?.name ?? null,
    persons: speaker?.name ? [speaker.name] : [],
    role: (mention && titleOf(text, sentence.tokens, mention)) ?? speaker?.title ?? null,
  }
}
