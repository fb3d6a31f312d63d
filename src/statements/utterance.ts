// Whether two statements of one person, in articles on one event, are one utterance told twice. Outlets translate anew: the wording differs, the
// things spoken of do not. Pure, and careful: two that are taken for one hide what somebody said.

import { readTerms } from '../language/glossary.ts'
import { foldedWords } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { stems } from '../language/stem.ts'
import { findNumbers } from '../summaries/check/numbers.ts'
import { isNegated } from '../summaries/check/wording.ts'

export type Uttered = { words: string; language: Language }

/** Of the smaller one's different stems, or things spoken of, so many must be in the other, and never fewer than these. */
const sharedShare = 0.55
const sharedMin = 3
const shareAcross = 0.6
/** The very same words are one utterance from so many on, whatever they are; «نعم» may be said twice. */
const sameWordsMin = 4
/** One and two are said without a number in both languages. */
const numberMin = 3

export function isSameUtterance(a: Uttered, b: Uttered): boolean {
  const words = plain(a)
  if (words.length >= sameWordsMin && words.join(' ') === plain(b).join(' ')) return true
  const [numbersA, numbersB] = [numbersIn(a), numbersIn(b)]
  // Another figure is another statement, however like the words are.
  if (numbersA.size > 0 && numbersB.size > 0 && isDisjoint(numbersA, numbersB)) return false
  if (a.language !== b.language) return areAlike(thingsIn(a), thingsIn(b), shareAcross)
  return isNegated(a.words) === isNegated(b.words) && areAlike(stemsIn(a), stemsIn(b), sharedShare)
}

/** Of so much of one matter that one statement may stand where the other stood: a figure or a denial may be what was corrected. */
export const areSameThing = (a: Uttered, b: Uttered): boolean => areAlike(stemsIn(a), stemsIn(b), sharedShare)

/** What two statements speak of, whatever they say of it: things of the glossary and names, in either language. Less is asked than for one utterance. */
export function onMatterOf(one: Uttered): (other: Uttered) => boolean {
  const [stemmed, things] = [stemsIn(one), thingsIn(one)]
  return (other) =>
    other.language === one.language
      ? areAlike(stemmed, stemsIn(other), sharedMatter)
      : areAlike(things, thingsIn(other), sharedMatter)
}

const sharedMatter = 0.4

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>, share: number): boolean {
  const shared = [...a].filter((it) => b.has(it)).length
  return shared >= sharedMin && shared >= share * Math.min(a.size, b.size)
}

const plain = ({ words }: Uttered): string[] => foldedWords(words)

const stemsIn = ({ words, language }: Uttered): Set<string> => new Set(stems(words, language))

const numbersIn = ({ words }: Uttered): Set<number> =>
  new Set([...findNumbers(words)].filter((it) => it >= numberMin))

const isDisjoint = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].every((it) => !b.has(it))

/** What the glossary and the digits tell of, the same in both languages. */
const thingsIn = (uttered: Uttered): Set<string> =>
  new Set([
    ...readTerms(uttered.words, uttered.language).flatMap(({ term }) => term?.en[0] ?? []),
    ...[...numbersIn(uttered)].map(String),
  ])
