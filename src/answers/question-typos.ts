// Slips in the words of a question («مذا قال», "waht did"): one letter wrong, missing, doubled or swapped, or a lost space.
// Only question words are corrected, only after nothing else has fitted, and names are shown as they were typed.

import { fold } from '../language/normalise.ts'
import { type Lexicon, type Words, wordList } from '../language/templates.ts'
import { type QuestionWord, asReadings } from './question-text.ts'
import { mistypedWords } from './question-words.data.ts'

const known = new Set(wordList(mistypedWords).map(fold))

/** All single words and words of phrases that the templates look for. */
export function vocabulary(lexicon: Lexicon): ReadonlySet<string> {
  const classes = [...lexicon.values()]
  const single = classes.flatMap((it) => [...it.single.keys()])
  const ofPhrases = classes.flatMap((it) => [...it.phrases.values()].flat().flatMap(({ words }) => words))
  return new Set([...single, ...ofPhrases])
}

/** «وماذا», «فهل»: the first word without the conjunction glued to it. */
export function startsWithAnd(words: ReadonlySet<string>): (word: QuestionWord, index: number) => string[] {
  return ({ folded }, index) =>
    index === 0 && /^[وف]/.test(folded) && words.has(folded.slice(1)) ? [folded.slice(1)] : []
}

/** The words with lost spaces put back and a corrected reading for slips; null when there is nothing to correct. */
export function corrected(words: readonly QuestionWord[]): { words: QuestionWord[]; readings: Words } | null {
  const apart = words.flatMap(split)
  let slips = 0
  const readings = asReadings(apart, ({ folded }) => {
    if (known.has(folded) || folded.length > 14) return []
    const close = [...known].filter((word) => word.length >= 3 && isSlip(folded, word))
    slips += close.length
    return close
  })
  return slips > 0 || apart.length > words.length ? { words: apart, readings } : null
}

/** «ماذاقال», "whatdid", «عنالناتو». */
function split(word: QuestionWord): QuestionWord[] {
  const { folded } = word
  if (known.has(folded) || folded.length > 24 || word.end - word.start !== folded.length) return [word]
  for (let at = 2; at <= folded.length - 2; at++) {
    const [left, right] = [folded.slice(0, at), folded.slice(at)]
    if (
      !known.has(left) ||
      !(known.has(right) || (/[عحب]/.test(left) && right.length > 4 && right.startsWith('ال')))
    )
      continue
    return [
      { ...word, end: word.start + at, folded: left },
      { ...word, start: word.start + at, folded: right, pause: false },
    ]
  }
  return [word]
}

/** Whether one edit makes a typed word the other: a letter changed, missing, added, or two neighbours swapped. */
function isSlip(typed: string, word: string): boolean {
  if (typed.length < 2 || Math.abs(typed.length - word.length) > 1) return false
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at++
  const [restTyped, restWord] = [typed.slice(at), word.slice(at)]
  // Three letters leave no room for a wrong one.
  if (word.length === 3 && typed.length === 3) return isSwap(restTyped, restWord)
  return (
    restTyped.slice(1) === restWord.slice(1) ||
    restTyped === restWord.slice(1) ||
    restTyped.slice(1) === restWord ||
    isSwap(restTyped, restWord)
  )
}

function isSwap(typed: string, word: string): boolean {
  return typed.length > 1 && typed[0] === word[1] && typed[1] === word[0] && typed.slice(2) === word.slice(2)
}
