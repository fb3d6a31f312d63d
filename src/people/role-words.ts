// The word lists of roles (`role-words.txt`), ready to be looked up by the longest phrase, in either direction.

import { readFileSync } from 'node:fs'
import { fold } from '../language/normalise.ts'
export type RoleWord = { arabic: string; english: string; extra: string }

const sections = new Map(
  readFileSync(new URL('role-words.txt', import.meta.url), 'utf8')
    .split(/^\[/m)
    .map((section): [string, string[][]] => [section.slice(0, section.indexOf(']')), rowsOf(section)]),
)

export const headWords = tableOf('heads')
export const qualifierWords = tableOf('qualifiers')
export const nounWords = tableOf('nouns')
export const adjectiveWords = tableOf('adjectives')

/** English words to their definite Arabic: portfolios, institutions, places. */
export const definiteArabic = new Map(
  rowsIn('definiteArabic').map(([english = '', arabic = '']) => [english, arabic]),
)

/** English offices to their indefinite Arabic. */
export const arabicOffices = new Map(
  rowsIn('arabicOffices').map(([english = '', masculine = '', feminine = '']) => [
    english,
    { m: masculine, f: feminine },
  ]),
)

/** The longest phrase that any list has. */
const longestPhrase = 5

function rowsOf(section: string): string[][] {
  const lines = section.split('\n').filter((line) => line.includes('|') && !line.startsWith('#'))
  return lines.map((line) => line.split('|').map((field) => field.trim()))
}

function rowsIn(name: string): string[][] {
  return sections.get(name) ?? []
}

function tableOf(name: string): ReadonlyMap<string, RoleWord> {
  const table = new Map<string, RoleWord>()
  for (const [arabic = '', english = '', extra = ''] of rowsIn(name)) {
    const key = fold(arabic)
    if (!table.has(key)) table.set(key, { arabic, english, extra })
  }
  return table
}

/** A word without the article. */
export const bareWord = (word: string): string => word.replace(/^ال(?=.{2})/, '')

/** A feminine office or adjective in the masculine; a word that has no ending comes back. */
const masculine = (word: string): string => word.replace(/(?<=.{2})ه$/, '')

/** The longest entry that begins at `at`, and the place after it. Offices and adjectives also match in the feminine. */
export function longestAt(
  words: readonly string[],
  at: number,
  table: ReadonlyMap<string, RoleWord>,
): { word: RoleWord; next: number; feminine: boolean } | undefined {
  for (let size = Math.min(longestPhrase, words.length - at); size > 0; size--) {
    const phrase = words.slice(at, at + size).map(bareWord)
    const exact = table.get(phrase.join(' '))
    if (exact) return { word: exact, next: at + size, feminine: false }
    const other =
      table.get(phrase.map(masculine).join(' ')) ??
      table.get([masculine(phrase[0] ?? ''), ...phrase.slice(1)].join(' '))
    if (other) return { word: other, next: at + size, feminine: true }
  }
  return undefined
}
