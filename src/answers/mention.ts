// Which articles name somebody, quoted or not, and in how many: terms find candidates, the text itself decides.
// Texts are read page by page up to a limit, so that a name in the news every day costs no more than a few hundred of them.

import { type Article, listNewest } from '../articles/store.ts'
import { allOf, keyTerm, stemsOf } from '../articles/terms.ts'
import type { Db } from '../database/database.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic } from '../language/script.ts'
import { figureOf, otherScriptName, wholeSurname } from '../people/other-script.ts'
import { findNameIn } from '../people/find.ts'
import { keysOf } from '../people/link.ts'
import { particles } from '../people/titles.data.ts'
import { parseName } from '../people/tokens.ts'

export type Mention = { article: Article; name: string }

const pageSize = 50
/** Of those that only sound like the name few are right; they tell how it is written. */
const soundingMax = 100
/** Articles that hold the very words of the name are nearly all right ones. */
const spelledMax = 300
const learnedMax = 10

/** The articles that name somebody, newest first, each with the name as it stands there; counted up to a limit. */
export async function articlesNaming(db: Db, asked: string): Promise<Mention[]> {
  const name = wholeSurname(asked)
  const found = new Map<number, Mention | undefined>()
  await read(db, { name, about: soundingQuery(name), max: soundingMax }, found)
  const learned = [...found.values()].flatMap((it) => (it ? [asAsked(name, it.name)] : []))
  const spellings = [name, ...new Set(learned)].slice(0, 1 + learnedMax)
  await read(db, { name, about: spelledQuery(spellings), max: spelledMax }, found)
  return [...found.values()]
    .filter((it) => it !== undefined)
    .toSorted((a, b) => (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? ''))
}

/** Who asks for a surname means everybody's words that hold it, whatever stands before it. */
const asAsked = (name: string, written: string): string =>
  parseName(name).tokens.length > 1 ? written : (wordsOf(written).at(-1) ?? written)

type Search = { name: string; about: string | undefined; max: number }

async function read(
  db: Db,
  { name, about, max }: Search,
  found: Map<number, Mention | undefined>,
): Promise<void> {
  if (about === undefined) return
  for (let offset = 0; offset < max; offset += pageSize) {
    const articles = await listNewest(db, { about, from: null, to: null }, pageSize, offset)
    for (const article of articles)
      if (!found.has(article.id)) found.set(article.id, mentionIn(article, name))
    if (articles.length < pageSize) return
  }
}

function mentionIn(article: Article, name: string): Mention | undefined {
  for (const text of [article.text, article.title]) {
    const [span] = findNameIn(name, text)
    // «#سكريبال»: a tag is no part of the name.
    if (span) return { article, name: text.slice(span.start, span.end).replace(/[#_]+/g, '') }
  }
  return undefined
}

/** Articles that have all words of one of the spellings. */
function spelledQuery(names: readonly string[]): string | undefined {
  const queries = [...new Set(names.flatMap(spellingsOf))].flatMap((spelling) => {
    const language = hasArabic(spelling) ? 'ar' : 'en'
    return allOf(wordsOf(spelling).map((word) => stemsOf(word, language))) ?? []
  })
  return queries.length === 0 ? undefined : queries.map((query) => `(${query})`).join(' | ')
}

function spellingsOf(name: string): string[] {
  const figure = figureOf(name)
  const other = otherScriptName(name, hasArabic(name) ? 'en' : 'ar')?.name
  const written = [
    name,
    ...(other === undefined ? [] : [other]),
    ...(figure?.arabic ?? []),
    ...(figure?.latin ?? []),
  ]
  return [...new Set(written.flatMap((it) => [it, ...apart(it), ...together(it)]))]
}

/** Articles that have a word that sounds like each word of the name; particles are written or left out as one likes. */
function soundingQuery(name: string): string | undefined {
  const words = wordsOf(name)
  const telling = words.filter((word) => !particles.has(fold(word)))
  const asOne = together(name).flatMap((it) => wordsOf(it))
  return allOf(
    telling.map((word) =>
      [word, ...apart(word), ...asOne.filter((it) => it !== word && it.endsWith(word))].flatMap((it) =>
        keysOf(it.split(' ').at(-1) ?? '').map(keyTerm),
      ),
    ),
  )
}

/** «لودريان» → «لو دريان»: what one outlet writes as a word of its own. */
function apart(name: string): string[] {
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  const front = [...particles].find(
    (it) => last.length >= it.length + 4 && fold(last).startsWith(it) && it !== 'ال',
  )
  return front === undefined
    ? []
    : [[...words.slice(0, -1), last.slice(0, front.length), last.slice(front.length)].join(' ')]
}

/** «لو دريان» → «لودريان» */
function together(name: string): string[] {
  const words = wordsOf(name)
  const [before = '', last = ''] = words.slice(-2)
  return words.length > 1 && particles.has(fold(before))
    ? [[...words.slice(0, -2), before + last].join(' ')]
    : []
}

const wordsOf = (name: string): string[] => name.split(/[\s‐-]+/).filter((word) => word.length > 1)
