// What a text is about, for a reader of the other language: its noun phrases, put over word by word from the glossary, and the set
// phrases that stand in it. Nothing that is under a negation, nothing half understood.

import type { Reading } from '../language/glossary-reader.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { emptyHeads, idioms, tooGeneral, units } from './frames.data.ts'
import { headWord, kindOf, type Named, type Phrase, type Source, sourceOf } from './phrase.ts'
import { readArabicPhrase } from './read-arabic.ts'
import { readEnglishPhrase } from './read-english.ts'
import { writeArabic } from './write-arabic.ts'
import { type Manner, writeEnglish } from './write-english.ts'

export type Found = {
  phrases: Phrase[]
  /** «لا أساس لها»: the words as written, and the reader's. */
  sayings: { written: string; shown: string }[]
}

export function readPhrase(source: Source, at: number): Phrase | undefined {
  return source.language === 'ar' ? readArabicPhrase(source, at) : readEnglishPhrase(source, at)
}

export function writePhrase(phrase: Phrase, to: Language, manner: Manner): string | undefined {
  return to === 'en' ? writeEnglish(phrase, manner) : writeArabic(phrase, manner)
}

/** What denies the words after it, until its clause ends: a term under a negation would say the opposite of the text. */
const negations = {
  ar: new Set('لا ليس ليست ليسوا لم لن ما غير دون بدون بلا عدم نفي نفت ينفي تنفي نافيا نافيه سوي'.split(' ')),
  en: new Set(
    'not no never without neither nor none nothing denied denies deny denying isn aren wasn weren don doesn didn won wouldn can cannot couldn hasn haven hadn shouldn'.split(
      ' ',
    ),
  ),
}
const turns = {
  ar: new Set(['بل', 'لكن', 'لكنها', 'لكنه', 'ولكن', 'انما', 'وانما']),
  en: new Set(['but', 'although', 'though', 'while']),
}

/** How many words a negation reaches where no mark ends it. */
const negationReachWords = 8

/** Reads a text from its beginning to its end. */
export function findPhrases(text: string, language: Language, names: readonly Named[] = []): Found {
  const source = sourceOf(text, language, names)
  const found: Found = { phrases: [], sayings: [] }
  let deniedUntil = 0
  for (let at = 0; at < source.words.length;) {
    if (isTurn(source, at)) deniedUntil = at
    const piece = pieceAt(source, at)
    if (piece.denies) deniedUntil = at + 1 + negationReachWords
    if (at >= deniedUntil) {
      if (piece.phrase) found.phrases.push(piece.phrase)
      if (piece.saying) found.sayings.push(piece.saying)
    }
    at = piece.to
  }
  return found
}

type Piece = { to: number; denies?: boolean; phrase?: Phrase; saying?: Found['sayings'][number] }

/** What stands at a word: a saying (with its own negation), a negation, a set expression, a phrase, or nothing known. */
function pieceAt(source: Source, at: number): Piece {
  const saying = source.readings(at).find(({ term }) => term.kind === 'phrase')
  if (saying) return { to: at + saying.length, saying: shownSaying(source, at, saying) }
  if (isNegation(source, at)) return { to: at + 1, denies: true }
  const skipped = idiomAt(source, at)
  if (skipped > 0) return { to: at + skipped }
  const phrase = readPhrase(source, at)
  return phrase ? { to: Math.max(at + 1, phrase.to), phrase } : { to: at + 1 }
}

/** A mark, or a word that begins a thought of its own: no negation reaches over it. */
function isTurn({ words, language }: Source, at: number): boolean {
  const word = words[at]
  return word !== undefined && (/[.,،؛;:!?؟\n]/u.test(word.mark) || turns[language].has(word.folded))
}

/** How many words a set expression takes whose words mean nothing by themselves («على الإطلاق» launches nothing). */
function idiomAt({ words, language }: Source, at: number): number {
  for (const length of [3, 2]) {
    const said = words.slice(at, at + length).map((it) => it.folded)
    if (said.length === length && idioms[language].has(said.join(' ').replace(/^و(?=\p{L}{2})/u, '')))
      return length
  }
  return 0
}

function isNegation({ words, language }: Source, at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (language === 'ar')
    return negations.ar.has(word.folded) || negations.ar.has(word.folded.replace(/^[وف]/, ''))
  // "can" is one only in "can't".
  if (words[at + 1]?.folded === 't') return negations.en.has(word.folded)
  return word.folded !== 'can' && negations.en.has(word.folded)
}

function shownSaying(
  { words, text, language }: Source,
  at: number,
  saying: Reading,
): Found['sayings'][number] {
  const start = (words[at]?.start ?? 0) + Number(saying.joined)
  return {
    written: text.slice(start, words[at + saying.length - 1]?.end),
    shown: saying.term[otherLanguage(language)][0] ?? '',
  }
}

/**
 * The phrases as items of a list, in the order of the text: what an accusation is of becomes an item of its own, and a phrase that can't
 * be put over whole comes as its parts. Each once; words that say little are left out.
 */
export function listItems(phrases: readonly Phrase[], to: Language, itemsMax: number): string[] {
  const items: { text: string; weight: number }[] = []
  for (const phrase of phrases) for (const item of itemsOf(phrase, to)) addItem(items, item)
  const best = new Set(items.toSorted((a, b) => b.weight - a.weight).slice(0, itemsMax))
  return items.filter((it) => best.has(it)).map((it) => it.text)
}

type Item = { text: string; weight: number }

function itemsOf(phrase: Phrase, to: Language): Item[] {
  if (!('term' in phrase.head) || (phrase.open && kindOf(phrase) === 'person')) return []
  if (emptyHeads.has(headWord(phrase)) && phrase.of && phrase.qualities.length === 0)
    return itemsOf(phrase.of, to)
  const apart = phrase.links.filter(({ link }) => link === 'of').map((it) => it.phrase)
  // «ميناء بحر …»: what an unknown word goes on with is no whole, and may be a name.
  const of = phrase.of?.open ? undefined : phrase.of
  const main: Phrase = { ...phrase, of, links: phrase.links.filter(({ link }) => link !== 'of'), and: [] }
  const text = writePhrase(main, to, { article: false, links: true })
  const others = [...apart, ...phrase.and].flatMap((it) => itemsOf(it, to))
  if (text !== undefined) return [...(saysLittle(main) ? [] : [{ text, weight: weightOf(main) }]), ...others]
  const parts = [
    { ...main, of: undefined, links: [], person: undefined },
    ...(main.of ? [main.of] : []),
    ...main.links.map((it) => it.phrase),
  ]
  // Each part has fewer parts than the whole, so this ends.
  return [...parts.flatMap((it) => itemsOf(it, to)), ...others]
}

function saysLittle(phrase: Phrase): boolean {
  const word = headWord(phrase)
  if (units.has(word)) return true
  const { head, qualities, of, links } = phrase
  if (!('term' in head) || qualities.length > 0 || links.length > 0 || (of && !saysLittle(of))) return false
  return tooGeneral.has(word) || emptyHeads.has(word)
}

function weightOf({ head, qualities, of, links }: Phrase): number {
  if (!('term' in head)) return 0
  const { kind } = head.term
  const alone = kind === 'event' || kind === 'matter' || kind === 'name' ? 2 : 1
  return alone + head.length - 1 + qualities.length + (of ? 1 : 0) + links.length
}

const padded = (text: string): string => ` ${text.toLowerCase()} `

/** An item that another one contains is not shown beside it. */
function addItem(items: Item[], item: Item): void {
  if (item.text === '' || items.some((it) => padded(it.text).includes(padded(item.text)))) return
  const inside = items.findIndex((it) => padded(item.text).includes(padded(it.text)))
  if (inside === -1) items.push(item)
  else items[inside] = item
}

export { kindOf, sourceOf, type Named, type Phrase }
