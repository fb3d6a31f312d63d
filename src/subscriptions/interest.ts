// What can be subscribed to besides topics: words of a reader's own («النفط أو الغاز -الرياضة», "port strike"), an outlet, a source, a person, a story. Pure: from
// what is written to the keys and the query that articles are found by, in both languages as far as the glossary and the known names reach.

import { readTopic } from '../answers/topic.ts'
import { anyOf, stemsOf } from '../articles/terms.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { surnameOf } from '../people/other-script.ts'
import { outletName } from '../sources/outlet-names.ts'
import { texts } from '../texts/texts.ts'
import { shortTopicName } from '../topics/topics.ts'

/** What a subscription to words begins with, in the place where others have a topic's id. */
const mark = 'word:'

export const interestId = (words: string): string => `${mark}${tidyWords(words)}`

/** The words of such a subscription; undefined for a topic. */
export const interestWords = (id: string): string | undefined =>
  id.startsWith(mark) ? id.slice(mark.length) : undefined

/** What a subscription to an outlet begins with; its name follows as articles give it. */
const outletMark = 'source:'

export const outletId = (outlet: string): string => `${outletMark}${outlet}`

/** The outlet of such a subscription; undefined for any other. */
const outletOf = (id: string): string | undefined =>
  id.startsWith(outletMark) ? id.slice(outletMark.length) : undefined

const things = ['person', 'story', 'feed'] as const
/** A person who speaks, a story that goes on, a source whatever outlets it brings. */
export type Thing = (typeof things)[number]

/** What such a subscription is called: the same as in `article_keys`. */
export const thingId = (thing: Thing, id: number): string => `${thing}:${id}`

/** The person, story or source of such a subscription; undefined for any other. */
export function readThing(subscription: string): { thing: Thing; id: number } | undefined {
  const thing = things.find((it) => subscription.startsWith(`${it}:`))
  return thing && { thing, id: Number(subscription.slice(thing.length + 1)) }
}

/** One of the list of topics; all others are words, outlets, people and stories. */
export const isTopic = (id: string): boolean =>
  !id.startsWith(mark) && !id.startsWith(outletMark) && readThing(id) === undefined

const personWords = /^(?:person\s+|(?:ال)?شخص\s+)(\S.*)$/isu

/** «شخص بيسكوف», "person Peskov": the name as the reader writes it; undefined for other words. */
export const readPerson = (words: string): string | undefined => personWords.exec(tidyWords(words))?.[1]

const outletWords = /^(?:(?:source|outlet)\s+|(?:ال)?مصدر\s+)(\S.*)$/isu

/** «مصدر وام», "source RT Arabic": the outlet's name as the reader writes it; undefined for other words. */
export const readOutlet = (words: string): string | undefined => outletWords.exec(tidyWords(words))?.[1]

/** Which of the outlets is meant: the one of that name in either language, else those whose name has the words. */
export function matchOutlets(asked: string, outlets: readonly string[]): string[] {
  const wanted = fold(asked)
  const exact = outlets.filter((it) => namesOf(it).includes(wanted))
  return exact.length > 0 ? exact : outlets.filter((it) => namesOf(it).some((name) => name.includes(wanted)))
}

const namesOf = (outlet: string): string[] => [fold(outlet), fold(outletName(outlet, 'en'))]

/** Longer ones are texts and no interest. */
export const interestCharsMax = 100

const tidyWords = (words: string): string => words.trim().replace(/\s+/g, ' ')

const token = /-?(?:"[^"]+"|“[^”]+”|«[^»]+»)|[|,،؛;]|[^\s|,،؛;]+/gu
const either = /^(?:[|,،؛;]|or|أو|او)$/iu
const both = /^(?:and|\+|&)$/iu
const without = /^(?:not|without|except|ليس|بدون|عدا|إلا|الا|دون)$/iu

/**
 * The query for articles that the words ask for: all words of one of the alternatives (OR, «أو», a comma), none of those with a minus or «بدون» before
 * them; a phrase in quotation marks as it stands. Undefined where nothing is asked for: only words that say nothing, or only what is not wanted.
 */
export function interestQuery(words: string): string | undefined {
  const { wanted, unwanted } = readInterest(words)
  return wanted.length === 0 ? undefined : queryFor(wanted, unwanted)
}

/** The same for what is kept of a source: here words may also only say what is not wanted («-الرياضة»). */
export function filterQuery(words: string): string | undefined {
  const { wanted, unwanted } = readInterest(words)
  return wanted.length + unwanted.length === 0 ? undefined : queryFor(wanted, unwanted)
}

function queryFor(wanted: readonly string[], unwanted: readonly string[]): string {
  const anyWanted = wanted.length === 0 ? [] : [`(${wanted.join(' | ')})`]
  return [...anyWanted, ...unwanted.map((it) => `!${it}`)].join(' & ')
}

/** The alternatives that are asked for and the words that are not wanted, as queries. */
function readInterest(words: string): { wanted: string[]; unwanted: string[] } {
  const alternatives: string[][] = [[]]
  const unwanted: string[] = []
  let isNext: 'wanted' | 'unwanted' = 'wanted'
  for (const [written] of tidyWords(words).matchAll(token)) {
    if (either.test(written)) alternatives.push([])
    else if (without.test(written)) isNext = 'unwanted'
    else if (!both.test(written)) {
      const query = queryOf(written.replace(/^-/, ''))
      const isUnwanted = isNext === 'unwanted' || written.startsWith('-')
      if (query !== undefined) (isUnwanted ? unwanted : alternatives.at(-1))?.push(query)
      isNext = 'wanted'
    }
  }
  const wanted = alternatives.filter((it) => it.length > 0).map((it) => `(${it.join(' & ')})`)
  return { wanted, unwanted }
}

/** One word, or a phrase in its marks: each thing that it speaks of, in every way that we know to say it. */
function queryOf(written: string): string | undefined {
  const bare = written.replace(/^["“«]|["”»]$/gu, '')
  if (bare !== written) return phraseQuery(stemsOf(bare, languageOf(bare)))
  const parts = readTopic(bare).flatMap(({ words, phrases, isTerm }) => {
    const known = isTerm ? [] : otherScript(words)
    const ways = new Set([...phrases, ...known].flatMap((phrase) => phraseQuery(phrase) ?? []))
    return ways.size === 0 ? [] : [`(${[...ways].join(' | ')})`]
  })
  return parts.length === 0 ? undefined : `(${parts.join(' & ')})`
}

/** A known figure's surname in the other script. */
function otherScript(word: string): string[][] {
  const to: Language = hasArabic(word) ? 'en' : 'ar'
  const surname = surnameOf(word, to)
  return surname === undefined ? [] : [stemsOf(surname, to)]
}

/** Stems one behind the other. */
function phraseQuery(stems: readonly string[]): string | undefined {
  const parts = stems.flatMap((stem) => anyOf([stem]) ?? [])
  return parts.length === 0 ? undefined : `(${parts.join(' <-> ')})`
}

/** What of articles is wanted: those with one of the keys (`article_keys`), or that the query finds; neither: all. */
export type Wanted = { keys: string[]; query: string | null }

/** What is asked of the index for all subscriptions of a chat: each is a key but for words, which become one query. */
export function readWanted(ids: readonly string[]): Wanted {
  const queries = ids.flatMap((id) => interestQuery(interestWords(id) ?? '') ?? []).map((it) => `(${it})`)
  return {
    keys: ids.filter((id) => interestWords(id) === undefined),
    query: queries.length === 0 ? null : queries.join(' | '),
  }
}

/** What people, stories and sources are called, by their subscription. */
export type ThingNames = ReadonlyMap<string, Record<Language, string>>

/** A subscription's name for its reader: the topic's, the outlet's, the person's, the source's, the story's headline, or the words in their marks. */
export function wantedName(id: string, language: Language, names: ThingNames): string {
  const [words, outlet] = [interestWords(id), outletOf(id)]
  if (outlet !== undefined) return outletName(outlet, language)
  if (readThing(id)) return names.get(id)?.[language] ?? texts[language].subscriptions.gone
  if (words === undefined) return shortTopicName(id, language)
  return language === 'ar' ? `«${words}»` : `“${words}”`
}

const languageOf = (words: string): Language => (hasArabic(words) ? 'ar' : 'en')
