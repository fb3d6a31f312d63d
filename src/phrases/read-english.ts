// Takes English noun phrases apart: "accusations of cyber-attacks against Russia", "the Czech transport minister, Martin Kupka".

import type { Reading } from '../language/glossary-reader.ts'
import { byHeads, hostile } from './frames.data.ts'
import {
  followsOn,
  headWord,
  isNoun,
  isQuality,
  kindOf,
  type Link,
  nameAt,
  phraseOf,
  type Phrase,
  type Source,
} from './phrase.ts'

const depthMax = 6

/** The noun phrase that begins at a word, as long as it is known; undefined where none begins. */
export function readEnglishPhrase(source: Source, at: number, depth = 0): Phrase | undefined {
  if (depth > depthMax) return undefined
  const phrase = readCore(source, at)
  if (!phrase) return undefined
  for (let to = phrase.to; !phrase.open; to = phrase.to) {
    const found = readLink(source, phrase, { at: to, depth }) ?? readCoordinate(source, phrase, to)
    if (!found) break
    phrase.to = found.to
    phrase.open ||= found.open
  }
  return phrase
}

const determiners = new Set(
  'the a an this that these those its their his her our some several all both'.split(' '),
)
const definite = new Set('the this that these those its their his her our all both'.split(' '))

function readCore(source: Source, at: number): Phrase | undefined {
  const determiner = determinerAt(source, at)
  const from = determiner === undefined ? at : at + 1
  const name = nameAt(source, from)
  const phrase = name ? phraseOf({ name: name.named.name }, at, name.to) : readNouns(source, from)
  if (!phrase || (!name && determiner === undefined && isVerbHere(source, at))) return undefined
  phrase.from = at
  if (determiner === undefined) phrase.open ||= follows(source, at)
  else if ('term' in phrase.head) phrase.head = { ...phrase.head, definite: definite.has(determiner) }
  readHolder(source, phrase)
  return phrase
}

function determinerAt(source: Source, at: number): string | undefined {
  const word = source.words[at]?.folded ?? ''
  return determiners.has(word) && followsOn(source, at + 1) ? word : undefined
}

const beforeVerbs = new Set(
  'to will would can could may might must shall should been be is are was were not t ll'.split(' '),
)

/** "to visit", "had been cut": the word of a deed as a verb. */
function isVerbHere(source: Source, at: number): boolean {
  const before = source.words[at - 1]
  if (!before || !beforeVerbs.has(before.folded) || !followsOn(source, at)) return false
  const [reading] = source.readings(at)
  return reading?.term.kind === 'event' && !reading.plural && reading.length === 1
}

/** Adjectives, then nouns: the last one is the head, the one before it is what it is of. */
function readNouns(source: Source, from: number): Phrase | undefined {
  const qualities: Reading[] = []
  let phrase: Phrase | undefined
  let at = from
  for (let first = true; first || followsOn(source, at); first = false) {
    const reading = bestReading(source, at)
    if (!reading) break
    if (isQuality(reading)) {
      if (phrase) break
      qualities.push(reading)
    } else {
      // "Russian cyber-attacks": the adjectives go with the head.
      // "the Russian president's representative": the president is Russian.
      if (phrase && 'term' in phrase.head && phrase.head.owned) phrase.qualities.push(...qualities.splice(0))
      phrase = { ...phraseOf(reading, from, at + reading.length), of: phrase }
      if (phrase.of && !mayStandBefore(phrase.of)) return undefined
    }
    at += reading.length
  }
  if (!phrase) return undefined
  return { ...phrase, from, qualities, open: mayGoOn(source, phrase.to) }
}

const mayStandBefore = ({ head }: Phrase): boolean =>
  'term' in head && (head.owned || !head.plural || head.term.kind === 'name' || head.term.kind === 'place')

/** The longest; of a noun and an adjective of the same length ("Czech", "official") the adjective where a noun comes after it. */
function bestReading(source: Source, at: number): Reading | undefined {
  const readings = source.readings(at).filter((it) => isNoun(it) || isQuality(it))
  const [first] = readings
  if (!first) return undefined
  const equal = readings.filter((it) => it.length === first.length)
  const next = at + first.length
  const nounNext = followsOn(source, next) && source.readings(next).some((it) => isNoun(it) || isQuality(it))
  return equal.find(nounNext ? isQuality : isNoun) ?? first
}

const functionWords = new Set(
  `of by against with between about on over in from to for at and or but as that which who whom whose if when while where after before since until during through
  is are was were be been being has have had will would can could may might must shall should do does did not said says told the a an this these those its their his her our he she it
  they we you i there here more than also now then so yet only just still because although into onto under above within without amid among per via out up down off
  called made took gave went came`.split(/\s+/),
)

/** An unknown word right behind a noun may be its head: "grain silos" is not grain. */
function mayGoOn(source: Source, to: number): boolean {
  const next = source.words[to]
  if (!next || !followsOn(source, to) || functionWords.has(next.folded) || /\p{Nd}/u.test(next.folded))
    return false
  if (/(?:ed|ly|ing)$/.test(next.folded)) return false
  return source.readings(to).length === 0
}

/** An unknown word right in front may qualify it; only that it isn't capitalised or an ending of a verb speaks against. */
function follows(source: Source, at: number): boolean {
  const before = source.words[at - 1]
  if (!before || !followsOn(source, at)) return false
  return (
    /^\p{Lu}/u.test(before.written) &&
    !functionWords.has(before.folded) &&
    nameAt(source, at - 1) === undefined &&
    source.readings(at - 1).length === 0
  )
}

/** "the Czech minister, Martin Kupka", "French President Emmanuel Macron". */
function readHolder(source: Source, phrase: Phrase): void {
  if (kindOf(phrase) !== 'person') return
  const mark = source.words[phrase.to]?.mark ?? ''
  const after = /^\s*,?\s*$/.test(mark) ? nameAt(source, phrase.to) : undefined
  if (after) {
    phrase.person = { name: after.named.name, isWritten: true }
    phrase.to = after.to
    phrase.open = false
    return
  }
  const end = source.words[phrase.to - 1]?.end
  const office = source.names.find((it) => it.isOffice && it.end === end)
  if (office) phrase.person = { name: office.name, isWritten: false }
}

const prepositions: Readonly<Record<string, Link>> = {
  of: 'of',
  by: 'by',
  against: 'against',
  with: 'with',
  between: 'between',
  about: 'about',
  on: 'on',
  over: 'about',
  regarding: 'about',
  concerning: 'about',
  in: 'in',
  from: 'from',
  to: 'to',
}

function readLink(
  source: Source,
  phrase: Phrase,
  { at, depth }: { at: number; depth: number },
): Phrase | undefined {
  const link = linkAt(source, at)
  if (link === undefined || !mayBeLinked(phrase)) return undefined
  const linked = link === 'of' ? readEnglishPhrase(source, at + 1, depth + 1) : readCore(source, at + 1)
  if (!linked || !fits(link, phrase, linked)) return undefined
  if (link === 'between' && !readSecond(source, linked)) return undefined
  attach(phrase, link, linked)
  return linked
}

function linkAt(source: Source, at: number): Link | undefined {
  const goesOn = followsOn(source, at) && followsOn(source, at + 1)
  return goesOn ? prepositions[source.words[at]?.folded ?? ''] : undefined
}

function attach(phrase: Phrase, link: Link, linked: Phrase): void {
  if (link === 'of' && mayHaveGenitive(phrase)) phrase.of = linked
  else phrase.links.push({ link, phrase: linked })
}

const mayBeLinked = (phrase: Phrase): boolean => kindOf(phrase) !== undefined && kindOf(phrase) !== 'place'

const mayHaveGenitive = (phrase: Phrase): boolean =>
  !phrase.of && phrase.links.length === 0 && !isOfDeed(phrase)

/** "between Russia and Ukraine": two, or nothing. */
function readSecond(source: Source, first: Phrase): boolean {
  const second = readCoordinate(source, first, first.to)
  if (second) first.to = second.to
  return second !== undefined
}

const isOfDeed = (phrase: Phrase): boolean => /^(?:accusation|charge|suspicion|claim)$/.test(headWord(phrase))

function fits(link: Link, phrase: Phrase, linked: Phrase): boolean {
  const kind = kindOf(linked)
  if (link === 'in' || link === 'to' || link === 'from') return kind === 'place'
  if (link === 'by') return byHeads.has(headWord(phrase)) || kindOf(phrase) === 'event'
  if (link === 'on') return hostile.has(headWord(phrase)) || kind !== 'thing'
  return true
}

function readCoordinate(source: Source, phrase: Phrase, at: number): Phrase | undefined {
  if (source.words[at]?.folded !== 'and' || !followsOn(source, at) || !followsOn(source, at + 1))
    return undefined
  const next = readCore(source, at + 1)
  if (!next) return undefined
  const lastLink = phrase.links.at(-1)
  const target = lastLink?.link === 'by' && isSomebody(next) ? lastLink.phrase : phrase
  if (!sameSort(target, next)) return undefined
  target.and.push(next)
  return next
}

const isSomebody = (phrase: Phrase): boolean => !('term' in phrase.head) || phrase.head.term.kind === 'person'
const sameSort = (one: Phrase, two: Phrase): boolean =>
  (isSomebody(one) && isSomebody(two)) || (kindOf(one) !== undefined && kindOf(one) === kindOf(two))
