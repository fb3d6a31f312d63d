// Which sentences can't stand without the one before them. A summary that shows «وأضاف أن …» alone lets the reader guess
// the speaker, and the guess puts words in someone's mouth.

import { findQuotations, type Quotation } from '../language/quotations.ts'
import { fold } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { cut, type Span } from '../language/span.ts'
import {
  afterBareVerb,
  backPointers,
  connectives,
  personPronouns,
  pronounsFirst,
  speechVerbs,
} from './dangling.data.ts'

const verbs = wordSet(speechVerbs)
const openings = wordSet(afterBareVerb)
const pointers = wordSet(backPointers)
const firsts = wordSet(pronounsFirst)
const persons = wordSet(personPronouns)
const shortWordsMax = 10
const connecting = { ar: wordSet(connectives.ar), en: wordSet(connectives.en) }

/** For each sentence, whether it leans on the one before it. `sentences` as `splitSentences` gives them. */
export function findDangling(text: string, sentences: readonly Span[], language: Language): boolean[] {
  const quotations = findQuotations(text)
  let from = 0
  return sentences.map((sentence) => {
    while ((quotations[from]?.outer.end ?? Infinity) <= sentence.start) from++
    const near: Quotation[] = []
    for (let i = from; i < quotations.length; i++) {
      const quotation = quotations[i]
      if (!quotation || quotation.outer.start >= sentence.end) break
      near.push(quotation)
    }
    if (near.some((it) => it.outer.start < sentence.start)) return true
    const own = withoutQuoted(text, sentence, near)
    if (near.length > 0 && !/\p{L}/u.test(own)) return true
    return language === 'ar' ? danglesInArabic(own) : danglesInEnglish(own)
  })
}

/**
 * For each sentence that names its subject by a surname alone, the earlier sentence that has the full name: without it the
 * reader doesn't know who «البيدرلي» or "Oskelind" is.
 */
export function findIntroductions(
  text: string,
  sentences: readonly Span[],
  language: Language,
): (number | undefined)[] {
  const first = new Map<string, { at: number; full: boolean }>()
  return sentences.map((span, at) => {
    const sentence = cut(text, span)
    const name = language === 'ar' ? arabicSurname(sentence) : englishSurname(sentence)
    const known = name === undefined ? undefined : first.get(name)
    for (const { token, full } of language === 'ar' ? arabicTokens(sentence) : englishNames(sentence)) {
      if (!first.has(token)) first.set(token, { at, full })
    }
    return known?.full ? known.at : undefined
  })
}

/** Whether the sentence opens with a connective («لكن», "however"): it stands alone, but not well. */
export function opensWithConnective(sentence: string, language: Language): boolean {
  return connecting[language].has(fold(/^[^\p{L}]*(\p{L}+)/u.exec(sentence)?.[1] ?? ''))
}

/** The sentence with its quotations replaced by one mark, so that a pronoun of the quoted person is not taken for the article's. */
function withoutQuoted(text: string, sentence: Span, quotations: readonly Quotation[]): string {
  let own = ''
  let at = sentence.start
  for (const { outer } of quotations) {
    own += `${text.slice(at, outer.start)} " `
    at = Math.min(outer.end, sentence.end)
  }
  return own + cut(text, { start: at, end: sentence.end })
}

function danglesInArabic(own: string): boolean {
  const words = fold(own).match(/[\p{L}\p{M}]+|[":«“]/gu) ?? []
  const first = words[0] ?? ''
  if (pointers.has(first)) return true
  // «كما أضاف أن», «وقد أكد أن»
  const at = ['كما', 'وقد', 'فقد', 'هذا'].includes(first) ? 1 : 0
  const verb = words[at] ?? ''
  // «وكان بذلك يعلّق», «وكان قد أعلن»: whoever "was" is in the sentence before.
  if (/^[وف]?كانت?$/u.test(verb)) return /^(?:بذلك|قد|[يت]\p{L}{3,})$/u.test(words[at + 1] ?? '')
  if (!verbs.has(verb) && !verbs.has(verb.replace(/^[وف]/u, ''))) return false
  const next = words[at + 1] ?? ''
  return /^[":«“]$/.test(next) || openings.has(next)
}

/** A pronoun that comes before any name of the sentence, or opens it, stands for someone in the sentence before. */
function danglesInEnglish(own: string): boolean {
  const words = own.match(/[\p{L}\p{M}'’]+/gu) ?? []
  if (firsts.has((words[0] ?? '').toLowerCase())) return true
  // "The company denied receiving them.": a short sentence has no room for what its pronouns stand for.
  if (words.length <= shortWordsMax && words.some((word) => firsts.has(word.toLowerCase()))) return true
  for (const [i, word] of words.entries()) {
    if (persons.has(word.toLowerCase())) return true
    if (i > 0 && /^\p{Lu}/u.test(word)) return false
  }
  return false
}

/** The one name behind an opening verb of speech: «واتهم البيدرلي المجلس», «وأضاف ماكرون أن». */
function arabicSurname(sentence: string): string | undefined {
  const words = fold(sentence).match(/[\p{L}\p{M}]+|[":«“]/gu) ?? []
  const [verb = '', name, next = ''] = words
  if (name === undefined || !/^\p{L}{3,}$/u.test(name)) return undefined
  if (!verbs.has(verb) && !verbs.has(verb.replace(/^[وف]/u, ''))) return undefined
  const alone = openings.has(next) || /^[":«“]$/.test(next) || /^ال\p{L}{3,}ي$/u.test(name)
  return alone ? name : undefined
}

function arabicTokens(sentence: string): { token: string; full: boolean }[] {
  const words = fold(sentence).match(/[\p{L}\p{M}]+/gu) ?? []
  return words.map((token, i) => ({
    token,
    full: i > 0 && !verbs.has((words[i - 1] ?? '').replace(/^[وف]/u, '')),
  }))
}

/** The first name of the sentence outside quotations, if it is one word. */
function englishSurname(sentence: string): string | undefined {
  const [first, second] = englishNames(sentence.replaceAll(/["“][^"”]*["”]/g, ' " '))
  if (!first || second?.full) return undefined
  return first.token
}

/** Capitalised words, "al-" with what follows; `full` where another stands right before it. */
function englishNames(sentence: string): { token: string; full: boolean }[] {
  return [...sentence.matchAll(/(?<=^|[\s(])(?:[Aa]l-)?\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}\p{L}+)*/gu)].map(
    ({ 0: token, index }) => ({
      token: token.toLowerCase(),
      full: /\p{Lu}[\p{L}\p{M}'’-]*\s$/u.test(sentence.slice(Math.max(0, index - 30), index)),
    }),
  )
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold))
}
