// News as a list: headline, a short summary labelled by its method, and where it is from. Pure.

import type { Article } from '../articles/store.ts'
import type { Language } from '../language/script.ts'
import { outletName } from '../sources/outlet-names.ts'
import type { StoredSummary } from '../summaries/store.ts'
import { blank, bold, type Line, link } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { formatDay } from '../texts/words.ts'
import { pack } from './action.ts'
import { type Button, type Reply, rowsOf } from './reply.ts'
import type { Reader } from './statement-lines.ts'

export type Listed = {
  title: string
  articles: readonly Article[]
  summaries: readonly StoredSummary[]
  offset: number
  /** What the "more" button asks for; null for a list without one. */
  moreData: string | null
}

/** A message holds this many articles. */
export const articlesPerMessage = 5

export function articleLines(
  { title, articles, summaries, offset, moreData }: Listed,
  { language }: Reader,
): Reply {
  const t = texts[language]
  const shown = articles.slice(0, articlesPerMessage)
  if (shown.length === 0) return { lines: [[t.latestEmpty]], buttons: [] }
  const lines: Line[] = [[bold(title)]]
  if (shown.some((it) => it.sample?.kind === 'invented')) lines.push([t.sampleLine])
  for (const [index, article] of shown.entries()) {
    lines.push(blank, ...articleEntry(article, summaries, offset + index + 1, language))
  }
  const numbers: Button[] = shown.map((article, index) => ({
    text: String(offset + index + 1),
    data: pack('r', article.id),
  }))
  const more = moreData === null ? [] : [[{ text: t.buttons.more, data: moreData }]]
  return { lines, buttons: [...rowsOf(numbers, articlesPerMessage), ...more] }
}

/** One article of a list: headline, summary, how it was made, where and when it was published. */
export function articleEntry(
  article: Article,
  summaries: readonly StoredSummary[],
  number: number,
  language: Language,
): Line[] {
  const own = summaries.filter((it) => it.articleId === article.id)
  // A summary in the reader's language, else the one there is: a text is never shown as what it is not.
  const summary = own.find((it) => it.language === language) ?? own[0]
  const written = summary?.language ?? (article.language === 'other' ? language : article.language)
  const headline = `${number}. ${summary?.headline ?? article.title}`
  const body = summary?.body.split('\n') ?? []
  const { note, label } = madeHow(article, summary, language)
  return [
    { pieces: [bold(headline), note], language: written },
    ...body.map((line): Line => ({ pieces: [line], language: written })),
    [label, link(placeOf(article, language), article.url), ` · ${dayOf(article, language)}`],
  ]
}

/** How a summary was made, and in which language it is where that is not the reader's. */
function madeHow(
  article: Article,
  summary: StoredSummary | undefined,
  language: Language,
): { note: string; label: string } {
  const t = texts[language]
  if (!summary) return { note: '', label: '' }
  const method = t.method[summary.method]
  if (summary.method === 'facts')
    return { note: ` (${t.factsOnly(t.languageNames[article.language])})`, label: `${method} · ` }
  const foreign = summary.language === language ? '' : ` · ${t.onlyIn(t.languageNames[summary.language])}`
  return { note: '', label: `${method}${foreign} · ` }
}

function placeOf({ source, agency, sample }: Article, language: Language): string {
  const t = texts[language]
  if (sample?.kind === 'retold') return t.retold(sample.outlet, sample.date)
  const outlet = source ?? agency
  return outlet === null ? t.sourceUnknown : outletName(outlet, language)
}

function dayOf({ publishedAt }: Article, language: Language): string {
  return publishedAt === null ? texts[language].undated : formatDay(publishedAt, language)
}
