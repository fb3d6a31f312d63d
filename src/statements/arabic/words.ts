// What the lists know of a word, worked out once for each written form: an article asks the same of the same words
// dozens of times. Forgotten when too many have been met; nothing here depends on an article.

import { foldWithMap } from '../../language/normalise.ts'
import type { Span } from '../../language/span.ts'
import {
  heads,
  isAnnouncement,
  isAudience,
  isComplementiser,
  isDefinite,
  isFunctionWord,
  isGiven,
  isListed,
  lexicon,
  participleForm,
  reportingNoun,
  type Verb,
  verbForm,
  type VerbForm,
} from './lexicon.ts'

export type Word = {
  /** Folded. */
  word: string
  /** A word or a number, and no mark. */
  isWord: boolean
  /** Ends in ة as written: folding hides it, and hardly any family name has it. */
  feminine: boolean
  verb: VerbForm | undefined
  participle: VerbForm | undefined
  noun: Verb | undefined
  /** It has a form that reports in some place. */
  mayReport: boolean
  isGiven: boolean
  isFunctionWord: boolean
  isComplementiser: boolean
  /** «للصحفيين», «لوكالة». */
  isAudience: boolean
  isDefinite: boolean
  /** Begins the name of an office or of an organisation. */
  isHead: boolean
  /** No mention goes on over it, whatever stands around it. */
  isBoundary: boolean
  /** A word of time, or one that a word such as «الماضي» makes one. */
  mayBeTime: boolean
  /** Fit for a foreign or an Arabic name: no list knows it as anything else, and it has no article. */
  isNameWord: boolean
  /** «بن», «آل», «أبو» */
  isParticle: boolean
  /** A name may begin with it, whatever names an article has: a given name, a particle, or a name word without article. */
  mayStartName: boolean
  /** As written, without one letter that may be joined to it («وبيسكوف», «لوزير»); '' where it has none. */
  bare: string
}

const wordsKeptMax = 50_000
/** A power of two, twice as many as words: most words are found at the first look. */
const slots = 131_072
/** Words made to fall together would be looked for one after the other: after so many looks a word is read anew and not kept. */
const looksMax = 64
let table: (Kept | undefined)[] = Array.from({ length: slots })
let size = 0

type Kept = { written: string; about: Word }

/** What is known of a word or mark as written. */
export function wordOf(written: string): Word {
  let hash = 0
  for (let i = 0; i < written.length; i++) hash = hashed(hash, written.charCodeAt(i))
  return wordIn(written, { start: 0, end: written.length, hash })
}

/** The hash of a word with one more UTF-16 unit. */
export const hashed = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0

/**
 * The same for a word of a text, found without cutting it out: this is asked for every word of every article.
 * `hash`: of its units, by `hashed` from 0.
 */
export function wordIn(text: string, { start, end, hash }: Span & { hash: number }): Word {
  const first = hash ^ (hash >>> 15)
  for (let look = 0; look < looksMax; look++) {
    const slot = (first + look) & (slots - 1)
    const kept = table[slot]
    if (!kept) return keep(slot, text.slice(start, end))
    if (stands(kept.written, text, start, end)) return kept.about
  }
  return readWord(text.slice(start, end))
}

function keep(slot: number, written: string): Word {
  const about = readWord(written)
  if (size >= wordsKeptMax) {
    table = Array.from({ length: slots })
    size = 0
  }
  size++
  // Of a long word a copy: its slice would keep the whole article in memory.
  table[slot] = {
    written: written.length < slicedFrom ? written : Buffer.from(written, 'utf16le').toString('utf16le'),
    about,
  }
  return about
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/** From this length on a part of a text is a view of it. */
const slicedFrom = 13

function readWord(written: string): Word {
  const facts = factsOf(written)
  const isNameWord = facts.isWord && fitsName(facts)
  return {
    ...facts,
    mayReport: facts.isWord && (reports(facts) || isAnnouncement(facts.word)),
    isBoundary: facts.isFunctionWord || facts.isComplementiser || isEdge(facts),
    isNameWord,
    mayStartName: facts.isGiven || facts.isParticle || (isNameWord && !facts.isDefinite),
  }
}

type Facts = Omit<Word, 'mayReport' | 'isBoundary' | 'isNameWord' | 'mayStartName'>

function factsOf(written: string): Facts {
  const word = spelt(foldWithMap(written).text, written)
  const isWord = /[\p{L}\p{N}]/u.test(word)
  return {
    word,
    isWord,
    feminine: /ة[\u064b-\u0652]?$/.test(written),
    verb: isFirstPerson(written) ? undefined : verbForm(word),
    participle: participleForm(word),
    noun: reportingNoun(word),
    isGiven: isGiven(word),
    isParticle: lexicon.particles.has(word),
    isFunctionWord: isFunctionWord(word),
    isComplementiser: isComplementiser(word),
    isAudience: isAudience(word),
    isDefinite: isDefinite(word),
    isHead: heads.has(word),
    mayBeTime: lexicon.time.has(word) || timeSpans.has(word) || word === 'اول',
    bare: /^[وفلب].{3,}/.test(word) && !isGiven(word) ? written.slice(1) : '',
  }
}

const reports = ({ verb, participle, noun }: Facts): boolean =>
  verb !== undefined || participle !== undefined || noun !== undefined

const isEdge = (facts: Facts): boolean =>
  lexicon.relatives.has(facts.word) ||
  facts.verb?.joined === true ||
  facts.participle !== undefined ||
  facts.noun !== undefined ||
  facts.isAudience

function fitsName(facts: Facts): boolean {
  const { word, feminine } = facts
  if (word.length < 2 || /\d/.test(word)) return false
  if (facts.isGiven) return true
  // «صديقه»: his friend, where a name has ة.
  if (feminine || /.{3}ه$/.test(word) || facts.isFunctionWord || facts.isAudience || facts.isComplementiser)
    return false
  // «تصريحات»: short names may end so («عرفات»).
  if (/^(?:و?(?:لل|بال|ال)|[بلو]ال|سي.{3})|^.{5,}ات$|^.{3,}تان$|^ب.{3,}(?:ه|ها|هم)$/.test(word)) return false
  return !reports(facts) && !isListed(word) && !isInflected(word)
}

/** A listed word with a letter before it («وقريبا») or the ending of an adverb («كبيرا»). */
const isInflected = (word: string): boolean =>
  (/^[وبلك]/.test(word) && isListed(word.slice(1))) ||
  (word.startsWith('ف') && isFunctionWord(word.slice(1))) ||
  (word.endsWith('ا') && isListed(word.slice(0, -1)))

/** «أعتقد», «أتوقع»: the hamza tells «I» from «he». */
const isFirstPerson = (written: string): boolean => /^و?أ(?:عتقد|توقع|عتبر|عترف|تهم)/.test(written)

const timeSpans = new Set('الشهر الاسبوع العام السنه الساعه الايام الليله الفتره'.split(' '))

/** «على» and the name «علي», «وإلى» and the office «والي» fold to one: the preposition keeps its own last letter. */
const spelt = (word: string, written: string): string =>
  /^[وف]?(?:علي|والي)$/.test(word) && written.endsWith('ى') ? word.replace(/ي$/, 'ى') : word
