// From a word of a running text that is part of a name to the whole name as it stands there: «بارو» in «التقى جان نويل بارو نظيره».

import { fold } from '../language/normalise.ts'
import { remembered } from '../language/remembered.ts'
import type { Span } from '../language/span.ts'
import { figures } from './figures.ts'
import { givenNames } from './given-names.ts'
import { lettersOf } from './letters.ts'
import { withoutClitic } from './match.ts'
import { joinedForward, particles } from './titles.data.ts'

/** A word of a text, where it stands. */
export type Word = Span & { text: string; folded: string }
/** Words of a text by their numbers, both included. */
export type Run = { first: number; last: number }

/** How many words a name reaches beyond the word that matched. */
const mostBefore = 4
/** Words that fold to a given name (علي, آن) and are none in running text. */
const notNames = new Set([
  'على',
  'إلى',
  'أن',
  'إن',
  'ان',
  'آن',
  'لأن',
  'بأن',
  'كان',
  'نور',
  'أمل',
  'Will',
  'Mark',
  'May',
  'The',
])

/** A running text repeats its words. */
const wordsKept = 100_000
const foldWord = remembered(fold, wordsKept)

/** All words of a text, without a possessive 's. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\u0640\u200c]+(?:['’]\p{L}+)?/gu)) {
    const word = match[0].replace(/['’]s$/, '')
    words.push({ text: word, folded: foldWord(word), start: match.index, end: match.index + word.length })
  }
  return words
}

/** A given name, as it stands in running text: in capitals where its script has them. */
export function isGivenName(word: Word): boolean {
  if (!/\p{Script=Arabic}/u.test(word.text) && !/^\p{Lu}/u.test(word.text)) return false
  if (particles.has(word.folded) || notNames.has(word.text)) return false
  if (givenNames(lettersOf(word.text)).some(({ gender }) => gender !== undefined)) return true
  return word.folded.startsWith('عبدال') && word.folded.length > 6
}

/** The place of the whole name that some words belong to. */
export function wholeName(words: readonly Word[], text: string, found: Run): Span {
  const run = wholeRun(words, text, found)
  const start = startWithoutClitic(words[run.first])
  return { start, end: words[run.last]?.end ?? start }
}

/** As a known figure has it, else given names before and particles around it. */
function wholeRun(words: readonly Word[], text: string, { first, last }: Run): Run {
  const known = figureRun(words, { first, last })
  if (known) return known
  let start = first
  while (start > 0 && first - start < mostBefore && leadsOn(words, start, text)) start--
  while (start < first && particles.has(words[start]?.folded ?? '')) start++
  let end = last
  while (trailsOn(words, end, text)) end += 2
  return { first: start, last: end }
}

const adjoining = (words: readonly Word[], place: number, text: string): boolean => {
  const [one, other] = [words[place], words[place + 1]]
  return one !== undefined && other !== undefined && /^[ \u00a0\-‐‑]*$/.test(text.slice(one.end, other.start))
}

/** Whether the word before belongs to the name as well. */
function leadsOn(words: readonly Word[], place: number, text: string): boolean {
  const before = words[place - 1]
  if (!before || !adjoining(words, place - 1, text)) return false
  return isGivenName(before) || particles.has(before.folded) || joinedForward.has(before.folded)
}

/** Whether a particle and one more name follow: «آل نهيان», "bin Zayed". */
function trailsOn(words: readonly Word[], place: number, text: string): boolean {
  const particle = words[place + 1]
  if (!particle || !adjoining(words, place, text) || !adjoining(words, place + 1, text)) return false
  return /^(?:بن|آل|bin|Al)$/.test(particle.text) && words[place + 2] !== undefined
}

let figuresByWord: Map<string, string[][]> | undefined

/** The words of a known figure's name, as the table has it, that some words are part of. */
export function figureRun(words: readonly Word[], { first, last }: Run): Run | undefined {
  figuresByWord ??= indexFigures()
  for (const reading of readings(words[last]?.folded ?? '')) {
    for (const form of figuresByWord.get(reading) ?? []) {
      const place = form.indexOf(reading)
      const start = last - place
      const matches = form.every((word, index) => readings(words[start + index]?.folded ?? '').includes(word))
      if (matches && start <= first) return { first: start, last: start + form.length - 1 }
    }
  }
  return undefined
}

const readings = (folded: string): string[] => [folded, ...withoutClitic(folded)]

function indexFigures(): Map<string, string[][]> {
  const index = new Map<string, string[][]>()
  const forms = figures.flatMap(({ latin, arabic }) => latin.concat(arabic))
  for (const name of forms) {
    const form = Array.from(wordsIn(name), ({ folded }) => folded)
    if (form.length < 2) continue
    for (const word of form) {
      const list = index.get(word) ?? []
      list.push(form)
      index.set(word, list)
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length)
  return index
}

/** A clitic before the name is no part of it: in «لبيسكوف» the name begins at the second letter. */
function startWithoutClitic(word: Word | undefined): number {
  if (!word) return 0
  for (const reading of withoutClitic(word.text)) {
    const name = reading.startsWith('ال') ? reading.slice(2) : reading
    if (!word.text.endsWith(name) || givenNames(lettersOf(word.text)).length > 0) continue
    if (isKnownWord(reading))
      return word.end - reading.length > word.start ? word.end - reading.length : word.end - name.length
  }
  return word.start
}

function isKnownWord(word: string): boolean {
  figuresByWord ??= indexFigures()
  return figuresByWord.has(fold(word)) || givenNames(lettersOf(word)).length > 0
}
