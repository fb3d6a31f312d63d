// Noun phrases of Arabic roles in English: portfolios, institutions, topics, countries, with adjectives and genitives.

import { nationNamed, nationOfAdjective } from './nations.ts'
import { adjectiveWords, bareWord, headWords, longestAt, nounWords } from './role-words.ts'

/** A noun phrase; `the` where English puts the article before it, `adjective` where it is a country. */
export type Phrase = { text: string; the: boolean; nation: string; next: number; adjective: string }
export type Words = readonly string[]

export function nationAt(words: Words, at: number): { english: string; next: number } | undefined {
  for (const size of [2, 1]) {
    if (at + size > words.length) continue
    const nation = nationOfAdjective(words.slice(at, at + size).join(' '))
    if (nation) return { english: nation.english.adjectives[0] ?? '', next: at + size }
  }
  return undefined
}

/** A noun phrase with its adjectives, genitive and «و» coordination. */
export function phraseAt(words: Words, at: number): Phrase | undefined {
  const first = simpleAt(words, at)
  if (!first) return undefined
  const word = words[first.next] ?? ''
  if (!/^و.{2}/.test(word) || longestAt(words.with(first.next, word.slice(1)), first.next, headWords))
    return first
  const second = phraseAt(words.with(first.next, word.slice(1)), first.next)
  if (!second || second.the !== first.the) return first
  return { ...second, text: `${phrased(first)} and ${second.text}` }
}

function simpleAt(words: Words, at: number): Phrase | undefined {
  const country = countryAt(words, at)
  if (country) return country
  if (bareWord(words[at] ?? '') === 'وزاره') return ministryAt(words, at + 1)
  const found = longestAt(words, at, nounWords)
  if (!found || found.word.english === '') return undefined
  const noun = found.word.english
  const described = adjectivesAt(words, found.next)
  const phrase: Phrase = {
    text: [...described.adjectives, noun].join(' '),
    the: found.word.extra === 'the',
    nation: described.nation,
    next: described.next,
    adjective: '',
  }
  return described.next === found.next ? withGenitive(words, phrase) : phrase
}

function withGenitive(words: Words, phrase: Phrase): Phrase {
  if (longestAt(words, phrase.next, headWords)) return phrase
  const inner = phrase.next < words.length ? simpleAt(words, phrase.next) : undefined
  if (!inner) return phrase
  if (phrase.text === 'affairs')
    return { ...inner, text: `${phrased(inner)} affairs`, the: false, nation: '' }
  const before =
    /^(?:union|party|company|bank|port|airport|university)$/.test(phrase.text) && !inner.text.includes(' ')
  if (before) {
    const owner = phrase.text === 'union' && inner.text.endsWith('s') ? `${inner.text}'` : inner.text
    return { ...inner, text: `${owner} ${phrase.text}`, the: true }
  }
  return {
    ...inner,
    text: `${phrase.text} of ${inner.the ? 'the ' : ''}${phrased(inner)}`,
    the: phrase.the,
    nation: '',
  }
}

function ministryAt(words: Words, at: number): Phrase | undefined {
  const portfolio = phraseAt(words, at)
  if (!portfolio) return undefined
  const text = portfolio.text.includes(' and ')
    ? `ministry of ${portfolio.text}`
    : `${portfolioText(portfolio.text)} ministry`
  return { ...portfolio, text, the: true, adjective: '' }
}

export const portfolioText = (text: string): string => (text === 'foreign affairs' ? 'foreign' : text)

const withArticle = new Set(['AE', 'US', 'GB', 'NL', 'PH', 'MV'])

function countryAt(words: Words, at: number): Phrase | undefined {
  for (let size = Math.min(4, words.length - at); size > 0; size--) {
    const nation = nationNamed(words.slice(at, at + size).join(' '))
    if (!nation) continue
    const text = nation.english.names[0] ?? ''
    return {
      text,
      the: withArticle.has(nation.code),
      nation: '',
      next: at + size,
      adjective: nation.english.adjectives[0] ?? '',
    }
  }
  return undefined
}

type Described = { adjectives: string[]; nation: string; next: number }

/** Adjectives after a noun; English has them before it, the nearest last. */
function adjectivesAt(words: Words, from: number): Described {
  let described: Described = { adjectives: [], nation: '', next: from }
  for (;;) {
    const more = oneMore(words, described)
    if (!more) return described
    described = more
  }
}

function oneMore(words: Words, { adjectives, nation, next }: Described): Described | undefined {
  if (next >= words.length) return undefined
  const plain = longestAt(words, next, adjectiveWords)
  if (plain) return { adjectives: [plain.word.english, ...adjectives], nation, next: plain.next }
  const [first, ...others] = adjectives
  const word = words[next] ?? ''
  const joined =
    first !== undefined &&
    /^و.{3}/.test(word) &&
    longestAt(words.with(next, word.slice(1)), next, adjectiveWords)
  if (joined)
    return { adjectives: [`${first} and ${joined.word.english}`, ...others], nation, next: joined.next }
  const found = nation === '' ? nationAt(words, next) : undefined
  return found && { adjectives, nation: found.english, next: found.next }
}

/** The phrase with its nation, without the article. */
export const phrased = ({ nation, text }: Phrase): string => (nation === '' ? text : `${nation} ${text}`)
