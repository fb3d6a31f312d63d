// Words with a speaker but no verb beside them: a quotation in a paragraph of its own, "“…” — Anna Lund", a line of a transcript.

import { type Draft, readClauses } from './clauses.ts'
import type { Item, Paragraph, Sentence } from './items.ts'
import { hasFinite, isAcronym, isCapital, isDash, isMark, isQuote, isWord } from './lexicon.ts'
import { settingNouns } from './words.data.ts'
import { isFirstPerson, mainSubject } from './speaking.ts'
import { plainSubject, type Subject } from './subjects.ts'

/** A quotation in a paragraph of its own is somebody's words only if it is this long. */
export const floatingCharsMin = 25
/** "one message for the drivers:" */
const wordingItemsMax = 5
const wording =
  /^(?:words?|headline|question|questions|warning|promise|advice|verdict|line|reaction|conclusion|remark|slogan|motto|mantra|caption|quote|following|prediction|argument|claim)$/
const signatureItemsMax = 14

/** The quotation of a sentence that is nothing else. */
export function quotationAlone(sentence: Sentence): Item | null {
  const [first] = sentence
  return isQuote(first) && !sentence.slice(1).some((item) => isWord(item) || isQuote(item)) ? first : null
}

/** “…” — Anna Lund, teacher: the quotation and who signed it. */
export function signedQuotation(sentence: Sentence): { quote: Item; subject: Subject } | null {
  const [quote, dash, name] = sentence
  if (!isQuote(quote) || !isDash(dash) || !isCapital(name)) return null
  let to = sentence.length
  while (to > 2 && !isWord(sentence[to - 1])) to--
  if (
    to - 2 > signatureItemsMax ||
    sentence.slice(2).some((item) => isQuote(item)) ||
    hasFinite(sentence, 2, to)
  )
    return null
  const comma = sentence.findIndex((item) => isMark(item, ','))
  const core = { from: 2, to: comma > 2 ? comma : to }
  return {
    quote,
    subject: { ...plainSubject(core, to), apposition: comma > 2 ? { from: comma + 1, to } : null },
  }
}

/** LUND: We will see. — the speaker's name in capitals, and the first item of what is said. */
export function transcriptLine(sentence: Sentence): { subject: Subject; from: number } | null {
  const colon = sentence.slice(0, 6).findIndex((item) => isMark(item, ':'))
  if (colon < 1 || colon + 1 >= sentence.length) return null
  const names = sentence.slice(0, colon)
  if (
    !names.every((item) => isAcronym(item) || isMark(item, '.')) ||
    !names.some((item) => item.text.length > 2)
  )
    return null
  const core = { from: 0, to: colon }
  return { subject: plainSubject(core), from: colon + 1 }
}

/** A quotation that is itself a line of a transcript: nobody before it is its speaker. */
export const isTranscript = (quote: Item): boolean => /^\(?[\p{Lu}][\p{Lu} .'-]{2,24}[:)]/u.test(quote.text)

/** “…” for the whole town: a quotation that begins a sentence without a verb of saying goes on with what was said before it. */
export const startsQuoted = (sentence: Sentence): boolean =>
  isQuote(sentence[0]) && sentence[0].text.length >= floatingCharsMin && !isTranscript(sentence[0])

/** A paragraph in plain words behind "The mayor added:". */
export const isBlock = ({ sentences }: Paragraph): boolean =>
  sentences.every((sentence) => !isQuote(sentence[0]) && readClauses(sentence).length === 0)

/** "message", "the following comment", "her answer", before a colon. */
function isWording(sentence: Sentence, colon: number): boolean {
  return sentence
    .slice(Math.max(0, colon - wordingItemsMax), colon)
    .some(({ lower }) => settingNouns.has(lower) || wording.test(lower))
}

/** "The mayor has one message: “…”": the quotation at the end, and whom the sentence is about. */
export function colonQuotation(sentence: Sentence): { quote: Item; subject: Subject } | null {
  const at = sentence.findIndex((item, i) => isMark(item, ':') && isQuote(sentence[i + 1]))
  const quote = sentence[at + 1]
  if (at < 0 || !quote || !isWording(sentence, at) || sentence.slice(at + 2).some((item) => isWord(item)))
    return null
  const subject = mainSubject(sentence)
  return subject && subject.to <= at && !isFirstPerson(sentence, subject) ? { quote, subject } : null
}

/** "The mayor left the following message:", its words in the next paragraph. */
export function wordingAhead(
  sentence: Sentence,
): (Pick<Draft, 'verb' | 'verbClass' | 'adjuncts' | 'via'> & { subject: Subject }) | null {
  const colon = sentence.length - 1
  const subject = isMark(sentence[colon], ':') && isWording(sentence, colon) ? mainSubject(sentence) : null
  if (!subject || isFirstPerson(sentence, subject)) return null
  return { subject, verb: { from: colon - 1, to: colon }, verbClass: 'say', adjuncts: [], via: [] }
}
