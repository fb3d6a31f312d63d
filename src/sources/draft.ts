// Makes drafts: whatever a source gave is cleaned once, here, so that the store can hold it and readers can be shown it.

import { type Draft, PublishedAt } from '../articles/article.ts'
import { readDate } from '../language/dates.ts'
import { detectLanguage } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'
import { cut } from '../language/span.ts'
import { canonicalUrl } from './canonical.ts'

/** Longest title made of a first sentence, in characters. */
const titleCharsMax = 200

/** What a source may know of an article; all but the text may be missing. `publishedAt` in any form that `readDate` reads. */
export type Known = {
  text: string
  title?: string | null | undefined
  externalId?: string | null | undefined
  url?: string | null | undefined
  source?: string | null | undefined
  agency?: string | null | undefined
  author?: string | null | undefined
  place?: string | null | undefined
  publishedAt?: string | null | undefined
  keywords?: readonly string[]
  origin: string | null
}

/** A draft of what is known, or undefined where there is no text. The text keeps its lines; a missing title is its first sentence. */
export function draftOf(known: Known): Draft | undefined {
  const text = cleanText(known.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  const title = oneLine(known.title) ?? firstSentence(text)
  return {
    externalId: oneLine(known.externalId),
    url: (known.url && canonicalUrl(known.url)) || null,
    title,
    text,
    language: detectLanguage(`${title}\n${text}`),
    source: oneLine(known.source),
    agency: oneLine(known.agency),
    author: oneLine(known.author),
    place: oneLine(known.place),
    publishedAt: dated(known.publishedAt),
    keywords: (known.keywords ?? []).flatMap((keyword) => oneLine(keyword) ?? []),
    origin: known.origin,
  }
}

/** Without what no database and no chat takes: control characters and halves of surrogate pairs. Line breaks become `\n`. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(/[\u0080-\u009f]/gu, windowsSign)
    .replaceAll(/(?![\n\t])[\p{Cc}\ufeff]/gu, '')
    .replaceAll(/[^\S\n]+$/gmu, '')
    .replaceAll(/^\n+|\n+$/g, '')
}

/** Where the C1 controls stand in Unicode, windows-1252 has quotation marks and dashes, and careless pages mean those. */
function windowsSign(control: string): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(control.charCodeAt(0)))
}

/** The first sentence of a text, cut at a word where it is very long: the title of what has none. */
function firstSentence(text: string): string {
  const [first] = splitSentences(text.slice(0, 4_000))
  const sentence = (first ? cut(text, first) : text).replaceAll(/\s+/gu, ' ').trim()
  if (sentence.length <= titleCharsMax) return sentence
  return `${sentence
    .slice(0, titleCharsMax)
    .toWellFormed()
    .replace(/\s+\S*$/u, '')}…`
}

function oneLine(value: string | null | undefined): string | null {
  const line = cleanText(value ?? '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return line === '' ? null : line
}

function dated(value: string | null | undefined): PublishedAt | null {
  if (!value) return null
  const date = PublishedAt.safeParse(value).success ? value : readDate(value)
  return (date !== undefined && readDate(date)) || null
}
