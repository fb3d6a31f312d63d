// Walks through an article, sentence by sentence, and turns what the rules find into statements, in order.
// What it carries from one sentence to the next is small: who is speaking, and what was said last.

import type { Statement } from '../statement.ts'
import { type Draft, readClauses, readIntroduction } from './clauses.ts'
import {
  continues,
  joined,
  type Manner,
  mannerOf,
  statementOf,
  statementOfItems,
  unsaid,
  type Where,
} from './cutting.ts'
import { readHeadline } from './headlines.ts'
import type { Item, Paragraph, Reading, Sentence } from './items.ts'
import { isQuote, isWord } from './lexicon.ts'
import type { People } from './people.ts'
import { noteSubject, type Speaker, speakerOf } from './speakers.ts'
import {
  colonQuotation,
  floatingCharsMin,
  isBlock,
  isTranscript,
  quotationAlone,
  signedQuotation,
  startsQuoted,
  wordingAhead,
  transcriptLine,
} from './standalone.ts'

type Walk = {
  reading: Reading
  people: People
  where: Where
  statements: Statement[]
  /** Who spoke last in this paragraph, or in the one before it: floating quotations are theirs. */
  speaking: Speaker | null
  /** "The ministry said in a statement:", the words following in the next paragraph. */
  announced: (Speaker & Manner) | null
  /** The paragraph before ended inside a quotation: this one goes on with it. */
  open: boolean
  /** The statement that a quotation right after it goes on with. */
  last: Statement | null
}

/** The statements of a text. */
export function readArticle(reading: Reading, people: People): Statement[] {
  const walk = startWalk(reading, people, 'text')
  for (const paragraph of reading.paragraphs) readParagraph(walk, paragraph)
  return walk.statements
}

/** The statements of a title. */
export function readTitle(reading: Reading, people: People): Statement[] {
  const walk = startWalk(reading, people, 'title')
  for (const { sentences } of reading.paragraphs) {
    for (const sentence of sentences) {
      const headline = readHeadline(sentence, people)
      if (!headline) readSentence(walk, sentence)
      else {
        const speaker = speakerOf(reading, people, sentence, headline.subject)
        say(walk, sentence.slice(headline.content.from, headline.content.to), { ...speaker, ...unsaid })
      }
    }
  }
  return walk.statements
}

const startWalk = (reading: Reading, people: People, where: Where): Walk => ({
  reading,
  people,
  where,
  statements: [],
  speaking: null,
  announced: null,
  open: false,
  last: null,
})

function readParagraph(walk: Walk, paragraph: Paragraph): void {
  const before = walk.speaking
  walk.last = null
  walk.speaking = null
  if (walk.announced && isBlock(paragraph)) {
    walk.speaking = walk.announced
    say(walk, paragraph.sentences.flat(), walk.announced)
    return
  }
  for (const [i, sentence] of paragraph.sentences.entries()) {
    const line = i === 0 ? transcriptLine(sentence) : null
    if (line) {
      const speaker = speakerOf(walk.reading, walk.people, sentence, line.subject)
      const rest = paragraph.sentences.flatMap((one, k) => (k === 0 ? one.slice(line.from) : one))
      if (speaker.person !== null) say(walk, rest, { ...speaker, ...unsaid })
      return
    }
    if (!readSentence(walk, sentence)) readRest(walk, sentence, before)
  }
  const end = paragraph.sentences.at(-1)?.at(-1)
  walk.open = isQuote(end) && !end.closed
}

/** Reads what has a verb of its own. Returns whether there was any. */
function readSentence(walk: Walk, sentence: Sentence): boolean {
  const drafts = readClauses(sentence)
  for (const draft of drafts) {
    const speaker = draft.subject ? speakerOf(walk.reading, walk.people, sentence, draft.subject) : nobody
    const statement = statementOf(walk.reading, sentence, draft, { ...speaker, in: walk.where })
    if (!statement) continue
    walk.statements.push(statement)
    walk.last = endsSentence(sentence, draft) && statement.quotes.length > 0 ? statement : null
    walk.speaking = speaker
  }
  if (drafts.length > 0) walk.announced = null
  return drafts.length > 0
}

/** Reads a sentence without a verb of saying: a quotation alone, a signed one, an introduction to what follows, or just news. */
function readRest(walk: Walk, sentence: Sentence, before: Speaker | null): void {
  const signed = signedQuotation(sentence)
  const quote = quotationAlone(sentence)
  if (signed) {
    say(walk, [signed.quote], {
      ...speakerOf(walk.reading, walk.people, sentence, signed.subject),
      ...unsaid,
    })
    walk.speaking = null
  } else if (quote && !isTranscript(quote)) float(walk, sentence, before)
  else if (startsQuoted(sentence) && walk.speaking) float(walk, sentence, null)
  else if (sayColon(walk, sentence)) return
  else {
    const introduction = readIntroduction(sentence) ?? wordingAhead(sentence)
    if (introduction?.subject) {
      const speaker = speakerOf(walk.reading, walk.people, sentence, introduction.subject)
      walk.announced = { ...speaker, ...mannerOf(walk.reading, sentence, introduction) }
      walk.speaking = speaker
    } else {
      walk.announced = null
      noteSubject(walk.reading, walk.people, sentence)
    }
    walk.last = null
  }
}

/** A quotation that stands alone goes on with the statement before it, or is another one of whoever is speaking. */
function float(walk: Walk, sentence: Sentence, before: Speaker | null): void {
  const [quote] = sentence
  if (!quote) return
  if (walk.last && continues(walk.last, quote)) {
    walk.last = joined(walk.reading, walk.last, sentence)
    walk.statements[walk.statements.length - 1] = walk.last
    return
  }
  const said = walk.announced ?? withoutVerb(walk.speaking ?? before)
  walk.last = null
  if (!said || (quote.text.length < floatingCharsMin && !walk.open)) return
  say(walk, sentence, said)
  walk.speaking = said
}

/** "The mayor has one message: “…”": a quotation behind a colon is of whom the sentence is about. */
function sayColon(walk: Walk, sentence: Sentence): boolean {
  const found = colonQuotation(sentence)
  if (!found) return false
  const speaker = speakerOf(walk.reading, walk.people, sentence, found.subject)
  say(walk, [found.quote], { ...speaker, ...unsaid })
  walk.speaking = speaker
  return true
}

const withoutVerb = (speaker: Speaker | null): (Speaker & Manner) | null =>
  speaker && {
    speaker: speaker.speaker,
    person: speaker.person,
    persons: speaker.persons,
    role: speaker.role,
    ...unsaid,
  }

function say(walk: Walk, items: readonly Item[], said: Speaker & Manner): void {
  const { speaker, person, persons, role, verb, verbClass, via, adjuncts } = said
  const statement = statementOfItems(walk.reading, items, {
    speaker,
    person,
    persons,
    role,
    verb,
    verbClass,
    via,
    adjuncts,
    in: walk.where,
  })
  if (!statement) return
  walk.statements.push(statement)
  walk.announced = null
}

const nobody: Speaker = { speaker: '', person: null, persons: [], role: null }

/** Whether no other quotation follows a statement in its sentence, so that one in the next sentence goes on with it. */
const endsSentence = (sentence: Sentence, draft: Draft): boolean =>
  !sentence.slice(draft.extent.to).some((item) => isQuote(item)) &&
  (draft.extent.to > draft.content.to ||
    isQuote(sentence[draft.content.to - 1]) ||
    !sentence.slice(draft.content.to).some((item) => isWord(item)))
