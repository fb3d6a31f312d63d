// What a model wrote, held against the article before any reader sees it. Plain comparisons in code, one file a kind; each fault
// is told in words that the model can act on.

import type { SummaryRecord } from '../../../prompts/summarize.ts'
import type { Language } from '../../language/script.ts'
import type { Fault, FaultKind, Source, Text } from './fault.ts'
import { languageFaults, linkFaults, quotationFaults } from './form.ts'
import { nameFaults, personFaults } from './names.ts'
import { dateFaults, numberFaults } from './quantities.ts'
import { roleFaults, speakerFaults } from './sayings.ts'
import { supportFaults } from './support.ts'
import { attributionFaults, loadedFaults, negationFaults } from './wording.ts'

/** All sentences of one language together, as readers are promised. */
const wordsMax = 60
/** A headline of 12 words, and some grace for particles. */
const headlineWordsMax = 16

/** The faults of a summary, its translations of statements aside; none: it may be shown. */
export function checkSummary(record: SummaryRecord, source: Source): Fault[] {
  return [
    ...evidenceFaults(record, source),
    ...textsOf(record).flatMap((it) => checkText(it, source)),
    ...lengthFaults(record),
    ...record.people.flatMap((person, index) =>
      personFaults(person, source).map((words): Fault => ({ path: `people[${index}]`, kind: 'name', words })),
    ),
  ]
}

const checks: readonly (readonly [kind: FaultKind, check: (text: Text, source: Source) => string[]])[] = [
  ['language', ({ text, language }) => languageFaults(text, language)],
  ['link', ({ text }) => linkFaults(text)],
  ['quotation', ({ text }, source) => quotationFaults(text, source)],
  ['number', numberFaults],
  ['date', dateFaults],
  ['name', nameFaults],
  ['attribution', attributionFaults],
  ['speaker', speakerFaults],
  ['roles', roleFaults],
  ['negation', negationFaults],
  ['loaded word', loadedFaults],
  ['support', supportFaults],
]

/** The faults of one text. A text in the wrong language is not looked at further. */
export function checkText(text: Text, source: Source): Fault[] {
  const faults: Fault[] = []
  for (const [kind, check] of checks) {
    faults.push(...check(text, source).map((words) => ({ path: text.path, kind, words })))
    if (kind === 'language' && faults.length > 0) break
  }
  return faults
}

/**
 * A record without its faulty sentences and people, where what is left can stand: at least one sentence, and a sound
 * headline in both languages. Null where it can't.
 */
export function withoutFaults(record: SummaryRecord, faults: readonly Fault[]): SummaryRecord | null {
  const isSound = (path: string) => !faults.some((it) => it.path === path || it.path.startsWith(`${path}.`))
  const sentences = record.sentences.filter((_, index) => isSound(`sentences[${index}]`))
  const people = record.people.filter((_, index) => isSound(`people[${index}]`))
  if (sentences.length === 0 || !isSound('headline') || !isSound('sentences')) return null
  const sayings = record.sayings.filter((_, index) => isSound(`sayings[${index}]`))
  return { ...record, sentences, people, sayings }
}

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

function evidenceFaults({ evidence, sentences }: SummaryRecord, source: Source): Fault[] {
  const lists = [
    { path: 'evidence', ids: evidence },
    ...sentences.map((it, index) => ({ path: `sentences[${index}].rests_on`, ids: it.rests_on })),
  ]
  return lists.flatMap(({ path, ids }) => {
    if (ids.length === 0) return [{ path, kind: 'evidence' as const, words: 'it names no sentence' }]
    return ids
      .filter((id) => !source.sentences[id])
      .map((id) => ({ path, kind: 'evidence' as const, words: `there is no sentence ${id}` }))
  })
}

function lengthFaults({ sentences, headline }: SummaryRecord): Fault[] {
  const faults: Fault[] = []
  const fault = (path: string, words: string) => faults.push({ path, kind: 'length', words })
  if (sentences.length === 0) fault('sentences', 'there are none')
  for (const language of ['ar', 'en'] as const) {
    const words = countWords(sentences.map((it) => it[language]).join(' '))
    if (words > wordsMax) fault('sentences', `${words} words in "${language}", at most ${wordsMax}`)
    const inHeadline = countWords(headline[language])
    if (inHeadline > headlineWordsMax) fault(`headline.${language}`, `${inHeadline} words, at most 12`)
  }
  return faults
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
