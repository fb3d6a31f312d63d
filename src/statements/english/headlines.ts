// Headlines name their speaker with a colon or a dash: "Kremlin: …", "“…”: Lund", "Talks are over - minister".
// A colon alone proves nothing ("Election: …"), so the name must be known from the article, hold an office, or be a known source.

import type { Sentence } from './items.ts'
import { isDash, isMark, isQuote, isRoleNoun, isWord } from './lexicon.ts'
import { mentionOf } from './mentions.ts'
import type { Range } from './noun-phrases.ts'
import { plainSubject, type Subject } from './subjects.ts'
import type { People } from './people.ts'
import { findNamed } from './resolving.ts'
import { headlineSources } from './words.data.ts'

const sourceItemsMax = 6
const bodyItemsMax = 3
const contentWordsMin = 2

/** The speaker and the words of a headline with a colon or dash, or null. */
export function readHeadline(
  sentence: Sentence,
  people: People,
): { subject: Subject; content: Range } | null {
  const end = lastWord(sentence)
  // "🌉 Lund: …": a picture in front is no part of the name.
  const start = Math.max(
    0,
    sentence.findIndex((item) => isWord(item) || isQuote(item)),
  )
  const first = sentence.findIndex((item) => isMark(item, ':'))
  if (
    first > start &&
    isSource(sentence, { from: start, to: first }, people) &&
    isContent(sentence, { from: first + 1, to: end })
  )
    return { subject: plainSubject({ from: start, to: first }), content: { from: first + 1, to: end } }
  const last = sentence.findLastIndex((item) => isMark(item, ':') || isDash(item))
  if (
    last > start &&
    isContent(sentence, { from: start, to: last }) &&
    isSource(sentence, { from: last + 1, to: end }, people)
  )
    return { subject: plainSubject({ from: last + 1, to: end }), content: { from: start, to: last } }
  return null
}

const isContent = (sentence: Sentence, { from, to }: Range): boolean =>
  to - from >= contentWordsMin || isQuote(sentence[from])

function lastWord(sentence: Sentence): number {
  let end = sentence.length
  while (end > 0 && isMark(sentence[end - 1], '.')) end--
  return end
}

function isSource(sentence: Sentence, range: Range, people: People): boolean {
  const items = sentence.slice(range.from, range.to)
  const last = items.at(-1)
  if (!last || items.length > sourceItemsMax || !items.every((item) => isWord(item))) return false
  if (items.length <= bodyItemsMax && headlineSources.has(last.lower)) return true
  const mention = mentionOf(sentence, range)
  if (mention.kind === 'name')
    return mention.titled || findNamed(people, mention.name, mention.gender) !== null
  return items.length < bodyItemsMax && isRoleNoun(last)
}
