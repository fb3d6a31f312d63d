// Who said what in an English article: rules over words, quotations and names, nothing else.
// Each span is cut from the article as it stands; nothing here writes a word of its own.

import { detectLanguage } from '../../language/script.ts'
import type { Readable, Statement } from '../statement.ts'
import { readArticle, readTitle } from './article-statements.ts'
import { type Reading, readItems } from './items.ts'
import { type Person, personMentions } from './mentioned.ts'
import { learnPeople } from './people.ts'

export type { Person } from './mentioned.ts'

/** The statements of an English article: those of the title first, then those of the text, in order. Another language yields none. */
export function extractEnglish(article: Readable): Statement[] {
  const read = readBoth(article)
  if (!read) return []
  const people = learnPeople(read.title ? [read.text, read.title] : [read.text])
  const fromText = readArticle(read.text, people)
  const fromTitle = read.title ? readTitle(read.title, people) : []
  return [...fromTitle, ...fromText]
}

/** The persons whom the article's text names, speaking or not, in order, with each place where the text names them. */
export function findEnglishPeople(article: Readable): Person[] {
  const read = readBoth(article)
  if (!read) return []
  const people = learnPeople(read.title ? [read.text, read.title] : [read.text])
  // Some names show that they are a person's only by speaking.
  readArticle(read.text, people)
  return personMentions(article.text, people)
}

/** How much of a text tells its language. */
const sampleChars = 1_000

function readBoth({ title, text }: Readable): { title: Reading | null; text: Reading } | null {
  if (detectLanguage(text.slice(0, sampleChars)) !== 'en') return null
  return { title: title ? readItems(title) : null, text: readItems(text) }
}
