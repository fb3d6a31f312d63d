// Given names and common name elements in both scripts: how an Arabic name is usually spelled in Latin, whether it is a man's
// or a woman's, and which two spellings are known to be different names (حسن and حسين, Salim and Salem).

import { readFileSync } from 'node:fs'
import { arabicLetters, latinLetters, withoutMarks, type Letters } from './letters.ts'

export type Gender = 'm' | 'f'
export type GivenName = { arabic: string; latin: readonly string[]; gender: Gender | undefined }

const byArabic = new Map<string, GivenName[]>()
const byLatin = new Map<string, GivenName[]>()
for (const line of readFileSync(new URL('given-names.tsv', import.meta.url), 'utf8').split('\n')) {
  const [arabic = '', latin = '', gender] = line.split('\t')
  if (arabic === '' || arabic.startsWith('#')) continue
  const name: GivenName = {
    arabic,
    latin: latin.split('|'),
    gender: gender === 'm' || gender === 'f' ? gender : undefined,
  }
  add(byArabic, arabicLetters(arabic), name)
  for (const form of name.latin) add(byLatin, withoutMarks(latinLetters(form)), name)
}

function add(lists: Map<string, GivenName[]>, key: string, name: GivenName): void {
  const list = lists.get(key)
  if (list) list.push(name)
  else lists.set(key, [name])
}

/** The names that a word may be; empty where it is not in the list. The likeliest first. */
export function givenNames({ script, letters }: Letters): readonly GivenName[] {
  return (script === 'arabic' ? byArabic.get(letters) : byLatin.get(withoutMarks(letters))) ?? []
}

/** Whether two words are both in the list and never spellings of one name. */
export function areDifferentNames(one: readonly GivenName[], other: readonly GivenName[]): boolean {
  if (one.length === 0 || other.length === 0) return false
  return !one.some((name) =>
    other.some((facing) => name === facing || name.latin.some((form) => facing.latin.includes(form))),
  )
}
