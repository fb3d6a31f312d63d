// A card of key facts for readers of the language that an article is not in: who, what, when, where, put over word by word from
// word lists. No sentence, no translation; every item stands in the article.

import { hasArabic, type Language } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { otherScriptName } from '../people/other-script.ts'
import { translateRole } from '../people/roles.ts'
import { findDays, findFigures } from '../phrases/figures.ts'
import { phraseOf } from '../phrases/phrase.ts'
import {
  findPhrases,
  kindOf,
  listItems,
  readPhrase,
  sourceOf,
  writePhrase,
  type Phrase,
} from '../phrases/phrases.ts'
import type { Statement } from '../statements/statement.ts'
import { nameVerb } from '../statements/verb-names.ts'
import { topicName } from '../topics/topics.ts'

/** `place` is the one in front of the text («أبوظبي»). */
export type FactsArticle = { title: string; text: string; language: Language | 'other'; place: string | null }

const wordsMax = 60
/** News says it first: the title and these many sentences. */
const leadSentences = 3
const speakersMax = 2
const itemsMax = 4
const figuresMax = 2
const placesMax = 3
const topicsMax = 2
const headlineItemsMax = 3

/** As items of a list: no article, nothing that hangs on them. */
const listed = { article: false, links: false }

const labels = {
  en: {
    who: 'Who',
    what: 'What',
    when: 'When',
    where: 'Where',
    topic: 'Topic',
    comma: ', ',
    semicolon: '; ',
  },
  ar: { who: 'من', what: 'ماذا', when: 'متى', where: 'أين', topic: 'الموضوع', comma: '، ', semicolon: '؛ ' },
}

/**
 * The card in the language of `to`: a headline made of the title's words, and labelled lines ("• Who: …") of at most 60 words together.
 * `topics` are the article's topic ids. Undefined where the article is in that language already or fewer than two lines can be filled.
 */
export function factsCard(
  article: FactsArticle,
  { statements, topics }: { statements: readonly Statement[]; topics: readonly string[] },
  to: Language,
): { headline: string; body: string } | undefined {
  const { language } = article
  if (language === 'other' || language === to) return undefined
  const t = labels[to]
  const lead = leadOf(article.text)
  const title = findPhrases(article.title, language).phrases
  const phrases = [...title, ...findPhrases(lead, language).phrases]
  const source = sourceOf(`${article.title}\n${lead}`, language)
  const figures = findFigures(source, to).slice(0, figuresMax)
  const what = listItems(
    phrases.filter((it) => kindOf(it) !== 'place' && kindOf(it) !== 'person'),
    to,
    itemsMax,
  )
  const rows: [label: string, items: string[], separator: string][] = [
    [t.who, speakers(statements, language, to), t.semicolon],
    [t.what, [...what, ...figures], t.comma],
    [t.when, findDays(source, to).slice(0, 1), t.comma],
    [t.where, places(article, phrases, to), t.comma],
    [t.topic, topics.slice(0, topicsMax).map((id) => topicName(id, to)), t.semicolon],
  ]
  const lines = rows
    .filter(([, items]) => items.length > 0)
    .map(([label, items, separator]) => `• ${label}: ${items.join(separator)}`)
  // The topics are ours, not the article's: they alone are no fact.
  if (lines.length - Number(topics.length > 0) < 1 || lines.length < 2) return undefined
  const headline = headlineFrom(article, title, to) ?? what.slice(0, headlineItemsMax).join(t.comma)
  const named = headline === '' ? (rows[4]?.[1][0] ?? '') : headline
  return { headline: capitalised(named), body: within(lines) }
}

function leadOf(text: string): string {
  const last = splitSentences(text.slice(0, 5_000))[leadSentences - 1]
  return last ? text.slice(0, last.end) : text.slice(0, 5_000)
}

/** The whole title where every word of it is known, else its terms. */
function headlineFrom(
  { title, language }: FactsArticle,
  phrases: readonly Phrase[],
  to: Language,
): string | undefined {
  if (language === 'other') return undefined
  const source = sourceOf(title, language)
  const whole = readPhrase(source, 0)
  if (whole && !whole.open && whole.to === source.words.length) {
    const written = writePhrase(whole, to, { article: false, links: true })
    if (written !== undefined) return written
  }
  const items = listItems(phrases, to, headlineItemsMax)
  return items.length > 0 ? items.join(labels[to].comma) : undefined
}

/** "the town council announced (أعلن)": each speaker once, with the first verb. */
function speakers(statements: readonly Statement[], language: Language, to: Language): string[] {
  const found = new Map<string, string>()
  for (const it of statements) {
    if (it.in === 'title' || it.verb === '') continue
    const key = it.person ?? it.speaker
    const name = found.has(key) ? undefined : speakerName(it, language, to)
    const named = nameVerb(it.verb, to)
    const verb = named === 'according to' || hasArabic(it.verb) === (to === 'ar') ? undefined : named
    if (name !== undefined) found.set(key, verb === undefined ? name : said(name, verb, it.verb, to))
    if (found.size === speakersMax) break
  }
  return [...found.values()]
}

const said = (name: string, verb: string, written: string, to: Language): string =>
  to === 'en' ? `${name} ${verb} (${written})` : `${name}: ${verb} (${written})`

function speakerName(
  { person, persons, role, speaker }: Statement,
  language: Language,
  to: Language,
): string | undefined {
  if (person === null) return wholePhrase(speaker, language, to)
  if (persons.length > 1) return undefined
  // A city that speaks is no person.
  const place = placeName(person, language, to)
  if (place !== undefined) return place
  const name = otherScriptName(person, to)
  if (!name) return undefined
  const shown = name.known ? name.name : `${name.name} (${person})`
  const office = role === null ? undefined : (translateRole(role, to) ?? wholePhrase(role, language, to))
  return office === undefined ? shown : `${shown}${labels[to].comma}${office}${to === 'en' ? ',' : ''}`
}

/** A phrase of which every word is known. */
function wholePhrase(words: string, language: Language, to: Language): string | undefined {
  const source = sourceOf(words, language)
  const phrase = readPhrase(source, 0)
  if (!phrase || phrase.open || phrase.to < source.words.length) return undefined
  return writePhrase(phrase, to, { article: true, links: true })
}

function placeName(words: string, language: Language, to: Language): string | undefined {
  const source = sourceOf(words, language)
  const phrase = readPhrase(source, 0)
  if (!phrase || kindOf(phrase) !== 'place' || phrase.to < source.words.length) return undefined
  return writePhrase(phrase, to, { article: true, links: false })
}

/** The place that it was written from, then those of the lead. */
function places({ place, language }: FactsArticle, phrases: readonly Phrase[], to: Language): string[] {
  if (language === 'other') return []
  const from = place === null ? undefined : placeName(place, language, to)
  const named = phrases
    .flatMap((it) => (kindOf(it) === 'place' ? [it].concat(it.and) : []))
    .flatMap(({ head, from: start, to: end }) => writePhrase(phraseOf(head, start, end), to, listed) ?? [])
  return [...new Set([...(from === undefined ? [] : [from]), ...named])].slice(0, placesMax)
}

/** Whole lines, as many as there is room for. */
function within(lines: readonly string[]): string {
  let words = 0
  return lines.filter((line) => (words += line.split(/\s+/).length) <= wordsMax).join('\n')
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
