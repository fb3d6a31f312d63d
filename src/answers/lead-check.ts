// The first lines of an answer held against the passages that each of their sentences names, by the checks that summaries pass, and some that
// only several speakers need. Pure.

import type { LeadRecord } from '../../prompts/answer.ts'
import { readTerms } from '../language/glossary.ts'
import type { Language } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { extractStatements } from '../statements/extract.ts'
import { checkText } from '../summaries/check/check.ts'
import type { Fault, Source } from '../summaries/check/fault.ts'
import { isSamePerson } from '../summaries/check/sayings.ts'
import { isNegated, isTold, shortSentenceWords } from '../summaries/check/wording.ts'
import { formatDay } from '../texts/words.ts'
import type { Evidence } from './evidence.ts'

type Sentence = LeadRecord['sentences'][number]

/** All sentences together, as the prompt says, and some grace. */
const wordsMax = 75

/** The faults of the lines; none: they may be shown. */
export function leadFaults(record: LeadRecord, evidence: readonly Evidence[], language: Language): Fault[] {
  const sentences = record.sentences.flatMap((it, index) =>
    sentenceFaults(it, evidence, language).map((fault) => ({ ...fault, path: `sentences[${index}]` })),
  )
  const disagreements = record.disagreements.flatMap((it, index) =>
    [...oneSided(it), ...sentenceFaults(it, evidence, language)].map((fault) => ({
      ...fault,
      path: `disagreements[${index}]`,
    })),
  )
  const words = record.sentences.flatMap(({ text }) => text.split(/\s+/)).length
  const length: Fault[] =
    words > wordsMax ? [{ path: 'sentences', kind: 'length', words: `${words} words, at most 60` }] : []
  return [...sentences, ...disagreements, ...length]
}

/** What is left without the faulty sentences; null where that is nothing. */
export function withoutFaulty(record: LeadRecord, faults: readonly Fault[]): LeadRecord | null {
  const isSound = (path: string) => !faults.some((it) => it.path === path)
  if (!isSound('sentences')) return null
  const sentences = record.sentences.filter((_, index) => isSound(`sentences[${index}]`))
  const disagreements = record.disagreements.filter((_, index) => isSound(`disagreements[${index}]`))
  return { sentences, disagreements }
}

const oneSided = ({ rests_on: ids }: Sentence): Fault[] =>
  new Set(ids).size > 1 ? [] : [fault('evidence', 'a disagreement needs two passages')]

const fault = (kind: Fault['kind'], words: string): Fault => ({ path: '', kind, words })

function sentenceFaults(
  { rests_on: ids, text }: Sentence,
  evidence: readonly Evidence[],
  language: Language,
): Fault[] {
  const cited = [...new Set(ids)].map((id) => evidence[id - 1])
  if (cited.length === 0) return [fault('evidence', 'it names no passage')]
  if (cited.includes(undefined)) return [fault('evidence', 'it names a passage that there is not')]
  const passages = cited.filter((it) => it !== undefined)
  const faults = fewestFaults(text, passages, language)
  if (/["«»“”„‹›]/.test(text)) faults.push(fault('quotation', 'quotation marks are not for these lines'))
  if (passages.every(({ speaker }) => speaker !== '') && !isTold(text, language))
    faults.push(fault('attribution', 'what somebody said is told as a fact'))
  if (isDenialLost(text, passages)) faults.push(fault('negation', 'a negation of the passage is lost'))
  return [...faults, ...swapped(text, passages, language).map((words) => fault('speaker', words))]
}

/** One short passage that denies, told without a denial. */
function isDenialLost(text: string, [only, another]: readonly Evidence[]): boolean {
  if (!only || another || only.words.split(/\s+/).length > shortSentenceWords) return false
  return isNegated(`${only.verb} ${only.words}`) && !isNegated(text)
}

/** Passages in both languages: what they say in either may be said. */
function fewestFaults(text: string, passages: readonly Evidence[], language: Language): Fault[] {
  const languages = [...new Set(passages.map((it) => it.language))]
  const each = languages.map((own) =>
    checkText(
      { path: '', language, text, restsOn: passages.map((_, index) => index + 1) },
      sourceOf(passages, own),
    ),
  )
  return each.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function sourceOf(passages: readonly Evidence[], language: Language): Source {
  return {
    language,
    sentences: ['', ...passages.map(sentenceOf)],
    besides: passages.map(({ publishedAt }) => datesOf(publishedAt)).join(' '),
    statements: passages.flatMap(({ speaker, person, words }, index) =>
      speaker === ''
        ? []
        : [{ ids: [index + 1], speaker: person ?? speaker, isPerson: person !== null, words }],
    ),
  }
}

/** All that a passage says, on one line; the verb stands where the language has it, since what it governs is told by its place. */
function sentenceOf({ language, speaker, person, role, verb, words, title, outlet }: Evidence): string {
  const who = [speaker, person ?? '', role ?? '']
  const said = language === 'ar' ? [verb, ...who] : [...who, verb]
  return [...said, words, title, outlet ?? ''].join(' ').replaceAll(/\s+/g, ' ')
}

/** A date as figures and in words of both languages. */
const datesOf = (publishedAt: string | null): string =>
  publishedAt === null ? '' : `${publishedAt} ${formatDay(publishedAt, 'en')} ${formatDay(publishedAt, 'ar')}`

/** Somebody's words told as another's: they are more like what another of the named passages says. */
function swapped(text: string, passages: readonly Evidence[], language: Language): string[] {
  if (passages.length < 2) return []
  return extractStatements({ text }).flatMap(({ persons, text: told }) => {
    const [name] = persons
    if (name === undefined) return []
    const isTheirs = ({ person, speaker }: Evidence) => isSamePerson(name, person ?? speaker)
    const likeness = (some: readonly Evidence[]) =>
      Math.max(0, ...some.map((it) => likenessOf(told, language, it)))
    const own = likeness(passages.filter(isTheirs))
    const others = likeness(passages.filter((it) => !isTheirs(it)))
    return others > own ? [`${name} did not say that`] : []
  })
}

/** How many of the things that a text speaks of are spoken of in a passage. */
function likenessOf(told: string, language: Language, { words, language: own }: Evidence): number {
  const mine = own === language ? new Set(stems(told, language)) : thingsIn(told, language)
  const theirs = own === language ? new Set(stems(words, own)) : thingsIn(words, own)
  return mine.size === 0 ? 0 : [...mine].filter((it) => theirs.has(it)).length / mine.size
}

const thingsIn = (text: string, language: Language): Set<string> =>
  new Set(readTerms(text, language).flatMap(({ term }) => term?.en[0] ?? []))
