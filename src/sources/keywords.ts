// Splits a keyword line. Pages that write no comma between keywords leave it to the article to say which words belong together.

import { fold, foldWithMap } from '../language/normalise.ts'
import { heads, phrases } from './keywords.data.ts'

/** Longest keyword that is looked for, in words. */
const keywordWordsMax = 6

/**
 * The keywords of a line, in order, none twice. With commas, bars or hash signs they are what stands between; without, the longest
 * runs of words that the text spells in a row, then known phrases, then single words. A keyword of the text is shown as the text spells it.
 */
export function splitKeywords(line: string, text: string): string[] {
  const separated = line
    .split(/\s*(?:[,،;؛|•·\t]|\s[-–—/]\s|(?:^|\s)#)\s*/u)
    .filter((keyword) => keyword.trim() !== '')
  const found = separated.length > 1 || /^\s*#/u.test(line) ? separated.map(tidied) : runsOf(line, text)
  return [
    ...new Map(found.filter((keyword) => keyword !== '').map((keyword) => [fold(keyword), keyword])).values(),
  ]
}

/** Without the signs around it; `_` joins the words of hashtags. */
function tidied(keyword: string): string {
  return latinised(keyword.replaceAll('_', ' ').replaceAll(/^[\s#.«"“]+|[\s.»"”]+$/gu, ''))
}

/** Persian letters where Arabic ones are meant: pages built with a Persian keyboard show both alike. */
function latinised(keyword: string): string {
  return keyword.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll(/[ھہە]/gu, 'ه')
}

function runsOf(line: string, text: string): string[] {
  const words = line
    .split(/\s+/u)
    .map(tidied)
    .filter((word) => word !== '')
  const spelt = speltWords(text)
  const found: string[] = []
  for (let at = 0; at < words.length;) {
    const run = runAt(words, at, spelt)
    found.push(run.keyword)
    at += run.words
  }
  return found
}

function runAt(words: readonly string[], at: number, spelt: Spelt): { keyword: string; words: number } {
  for (let count = Math.min(keywordWordsMax, words.length - at); count >= 2; count--) {
    const run = words.slice(at, at + count)
    const keyword = asSpelt(run, spelt) ?? (known.has(fold(run.join(' '))) ? run.join(' ') : undefined)
    if (keyword !== undefined) return { keyword, words: count }
  }
  const word = words[at] ?? ''
  const next = words[at + 1]
  const wantsNext = next !== undefined && headWords.has(fold(word)) && next.startsWith('ال')
  return wantsNext
    ? { keyword: `${word} ${next}`, words: 2 }
    : { keyword: asSpelt([word], spelt) ?? word, words: 1 }
}

const known = new Set(phrases.map(fold))
const headWords = new Set(heads.map(fold))

/** The words of a text, folded, by their first: where each stands, and in which letters. Words with marks between them are not in a row. */
type Spelt = { folded: string[]; original: string[]; at: Map<string, number[]> }

function speltWords(text: string): Spelt {
  const { text: folded, map } = foldWithMap(text)
  const spelt: Spelt = { folded: [], original: [], at: new Map() }
  for (const match of folded.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]+|\n/gu)) {
    const [word] = match
    const index = spelt.folded.push(word) - 1
    spelt.original.push(text.slice(map[match.index], map[match.index + word.length]).trim())
    const places = spelt.at.get(word)
    if (places) places.push(index)
    else spelt.at.set(word, [index])
  }
  return spelt
}

/** Letters that Arabic joins to the front of a word: «بوزارة» is «وزارة» with a preposition, «للهجمات» is «الهجمات». */
const prefixes = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب']

function asSpelt(run: readonly string[], { folded, original, at }: Spelt): string | undefined {
  const keys = run.map(fold)
  const [first = '', ...rest] = keys
  for (const prefix of prefixes) {
    for (const start of at.get(prefix + first) ?? []) {
      if (!rest.every((key, index) => folded[start + 1 + index] === key)) continue
      const shown = original.slice(start, start + run.length).join(' ')
      return prefix === '' ? shown : shown.slice(prefix.length)
    }
  }
  const contracted = first.startsWith('ال') ? (at.get(`لل${first.slice(2)}`) ?? []) : []
  const start = contracted.find((place) => rest.every((key, index) => folded[place + 1 + index] === key))
  if (start === undefined) return undefined
  return [run[0], ...original.slice(start + 1, start + run.length)].join(' ')
}
