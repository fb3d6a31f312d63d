// What a model wrote, held against the article before any reader sees it: languages, numbers, quotations, links, names, length.
// Plain comparisons in code; each fault is told in words that the model can act on.

import type { SummaryRecord } from '../../prompts/summarize.ts'
import { fold } from '../language/normalise.ts'
import { findQuotations } from '../language/quotations.ts'
import type { Language } from '../language/script.ts'
import { acceptScore, nameSimilarity } from '../people/match.ts'
import { unsupportedNumbers } from './numbers.ts'

/** The article as the model saw it. */
export type Source = {
  language: Language
  /** The sentences by their numbers, the title first. */
  sentences: readonly string[]
  /** Lines that the model was given besides: the date of publication. */
  besides: string
}

/** All sentences of one language together, as readers are promised. */
const wordsMax = 60
/** A headline of 12 words, and some grace for particles. */
const headlineWordsMax = 16
/** Arabic text may hold names in Latin letters; English text has no reason for Arabic ones. */
const arabicShare = { ar: 0.6, en: 0.02 }

/** The faults of a summary; none: it may be shown. */
export function checkSummary(record: SummaryRecord, source: Source): string[] {
  const texts = textsOf(record)
  return [
    ...idFaults(record, source),
    ...texts.flatMap((it) => textFaults(it, source)),
    ...lengthFaults(record),
    ...record.people.flatMap((person) => personFaults(person, source)),
  ]
}

type Text = { path: string; language: Language; text: string; restsOn: readonly number[] }

function textsOf({ sentences, headline }: SummaryRecord): Text[] {
  return [
    ...sentences.flatMap((it, index) => inBoth(`sentences[${index}]`, it, it.rests_on)),
    ...inBoth('headline', headline, []),
  ]
}

function inBoth(path: string, { ar, en }: Record<Language, string>, restsOn: readonly number[]): Text[] {
  return [
    { path: `${path}.ar`, language: 'ar', text: ar, restsOn },
    { path: `${path}.en`, language: 'en', text: en, restsOn },
  ]
}

function idFaults({ evidence, sentences }: SummaryRecord, source: Source): string[] {
  const lists = [
    { path: 'evidence', ids: evidence },
    ...sentences.map((it, index) => ({ path: `sentences[${index}].rests_on`, ids: it.rests_on })),
  ]
  return lists.flatMap(({ path, ids }) => {
    if (ids.length === 0) return [`${path} names no sentence`]
    return ids
      .filter((id) => source.sentences[id] === undefined)
      .map((id) => `${path}: there is no sentence ${id}`)
  })
}

function textFaults({ path, language, text, restsOn }: Text, source: Source): string[] {
  const all = `${source.sentences.join('\n')}\n${source.besides}`
  const near = restsOn.map((id) => source.sentences[id] ?? '').join('\n')
  const faults = [...scriptFaults(text, language), ...linkFaults(text), ...quotationFaults(text, source)]
  const unstated = unsupportedNumbers(text, all)
  for (const number of unstated) faults.push(`the number ${number} is not in the article`)
  if (restsOn.length > 0) {
    const elsewhere = unsupportedNumbers(text, `${source.sentences[0] ?? ''}\n${near}\n${source.besides}`)
    for (const number of elsewhere.filter((it) => !unstated.includes(it))) {
      faults.push(`the number ${number} is not in the sentences that it names in rests_on`)
    }
  }
  return faults.map((fault) => `${path}: ${fault}`)
}

function scriptFaults(text: string, language: Language): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) / Math.max(1, letters)
  if (letters === 0) return ['it has no words']
  const right = language === 'ar' ? share >= arabicShare.ar : share <= arabicShare.en
  return right ? [] : [`it is not in ${language === 'ar' ? 'Arabic' : 'English'}`]
}

const link =
  /https?:|www\.|\bt\.me\/|\b[a-z0-9-]+\.(?:com|net|org|info|io|ru|tv)\b|@[a-z0-9_]{4,}|\]\(|<[a-z/]|&[a-z]+;|\\u[0-9a-f]{4}|[*_`#]{2,}/i

function linkFaults(text: string): string[] {
  const match = link.exec(text)
  return match ? [`it holds a link or markup: ${match[0]}`] : []
}

/** Quotation marks are for quotations: only words that the article itself puts between them, letter for letter. */
function quotationFaults(text: string, source: Source): string[] {
  const quoted = source.sentences.flatMap((sentence) =>
    findQuotations(sentence).map((it) => plain(sentence.slice(it.start, it.end))),
  )
  const single = Array.from(
    text.matchAll(/(?<![\p{L}\p{N}])['‘‹]([^'’›]+)['’›](?![\p{L}\p{N}])/gu),
    ([, words]) => words ?? '',
  )
  const marked = [...findQuotations(text).map((it) => text.slice(it.start, it.end)), ...single]
  return marked
    .filter((words) => !quoted.some((it) => it.includes(plain(words))))
    .map((words) => `quotation marks stand around words that the article does not quote: ${words}`)
}

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function lengthFaults({ sentences, headline }: SummaryRecord): string[] {
  const faults: string[] = []
  if (sentences.length === 0) faults.push('sentences: there are none')
  for (const language of ['ar', 'en'] as const) {
    const words = countWords(sentences.map((it) => it[language]).join(' '))
    if (words > wordsMax) faults.push(`sentences: ${words} words in "${language}", at most ${wordsMax}`)
    const inHeadline = countWords(headline[language])
    if (inHeadline > headlineWordsMax) faults.push(`headline.${language}: ${inHeadline} words, at most 12`)
  }
  return faults
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** A name must stand in the article, and in the other script must be the same name. */
function personFaults({ ar, en }: { ar: string; en: string }, source: Source): string[] {
  const own = source.language === 'ar' ? ar : en
  if (!inSource(own, source)) return [`people: “${own}” is not in the article`]
  return nameSimilarity(ar, en) >= acceptScore ? [] : [`people: “${ar}” and “${en}” are not the same name`]
}

function inSource(name: string, { sentences }: Source): boolean {
  const words = plain(name).split(' ')
  const text = ` ${plain(sentences.join(' '))} `
  // Names lean on «و» and «ل» without a space, and are shortened after the first mention.
  const has = (word: string): boolean =>
    new RegExp(` [وفبلك]?${word} `, 'u').test(text) || text.includes(` ${word}s `)
  const last = words.at(-1) ?? ''
  return last !== '' && has(last) && words.filter(has).length * 2 >= words.length
}
