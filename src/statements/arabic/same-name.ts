// When two spellings are one name and two words one stem, inside one article.

import { isGiven, lexicon } from './lexicon.ts'

/** Every word of the shorter name stands in the longer one, in this order; a single given name is too little to tell anyone by. */
export function isSameName(one: string[], other: string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  const [only = ''] = shorter
  if (only === '') return false
  if (shorter.length === 1) return isShortFor(only, longer)
  let from = 0
  for (const word of shorter) {
    const at = longer.findIndex((it, index) => index >= from && alike(it, word))
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** A given name stands for a name that begins with it or ends in it, any other word for one that has it further on. */
function isShortFor(word: string, longer: string[]): boolean {
  if (longer.length === 1 || isGiven(word)) return alike(word, longer[0] ?? '') || word === longer.at(-1)
  return longer.some((it, index) => index > 0 && alike(word, it))
}

/** One spelling slip apart: a letter more, less, other, or two that changed places. Short words must be equal. */
function alike(first: string, second: string): boolean {
  const [a, b] = [withoutArticle(first), withoutArticle(second)]
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (Math.max(restA.length, restB.length) <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA === restB.charAt(1) + restB.charAt(0)
}

export const withoutArticle = (word: string): string => word.replace(/^ال(?=.{3})/, '')

/** «التشيكي», «التشيكية», «تشيك»: one stem. */
export function stem(word: string): string {
  if (lexicon.honorificPronouns.has(word)) return word.replace(/(?:ته|تها|ها|ه)$/, '')
  return word.replace(/^(?:و(?=ال|لل|ب))?(?:ال|لل|بال|[بل](?=.{4}))/, '').replace(/(?:يا|يه|ه|ي|ا)$/, '')
}
