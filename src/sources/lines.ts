// Tells the kinds of lines of a scraped page apart: dates, sources, keywords, places, read-also marks, furniture, text.
// Only whole short lines are marks: a paragraph that happens to begin like one is text, and no word of it is lost.

import type { PublishedAt } from '../articles/article.ts'
import { isDateLine, readDate } from '../language/dates.ts'
import { fold, foldWithMap } from '../language/normalise.ts'
import { type Dateline, readDateline } from './dateline.ts'
import {
  authorLabels,
  furnitureLines,
  furnitureOpenings,
  furniturePatterns,
  keywordLabels,
  placeLabels,
  readAlsoMarks,
  sourceLabels,
} from './marks.data.ts'

/** How far a date line is to be believed: `published` says so itself, `bare` is only a date, `updated` is a later one. */
export type DateKind = 'published' | 'bare' | 'updated'

export type Line =
  | { kind: 'text' | 'furniture'; text: string }
  | { kind: 'date'; date: PublishedAt | undefined; says: DateKind; text: string }
  | { kind: 'source' | 'keywords' | 'author' | 'placeLabel'; value: string; text: string }
  | { kind: 'place'; dateline: Dateline; text: string }
  /** `title` is what stands behind the mark on its own line, often ''. */
  | { kind: 'also'; title: string; text: string }

/** Longest line that may be a mark, in characters; the value behind a label counts. */
const markCharsMax = 260
const nameCharsMax = 80

/** The lines of a text that hold anything, each told what it is. `text` is the line as it stands, without space at its ends. */
export function readLines(text: string): Line[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/u).flatMap((line) => unglued(bare(line)))
  return withValues(lines.filter((line) => line !== '').map(readLine))
}

/** A line that can be a title: not too long, and no sentence. */
export function isTitleLike(line: string): boolean {
  return (
    line.length <= 200 &&
    line.split(/\s+/).length <= 28 &&
    !/[.،,؛;:]["»”)]*$/u.test(line.replace(/\.{2,}$/, ''))
  )
}

/** White space and direction marks at the ends of a line say nothing. */
function bare(line: string): string {
  return line.replaceAll(
    /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/gu,
    '',
  )
}

const gluedSource = /^(.{19,}[.!؟…»"”)])\s?(\*?(?:المصدر|المصادر)\s?:\s?[^:]{2,60})$/u
const gluedDate = /^(.{10,}?\S)\s+((?:تاريخ النشر|نشر بتاريخ)\s?:\s?.{6,60})$/u

/** «… نهاية الخبر.المصدر: وكالات», «عنوان الخبر تاريخ النشر: …»: the label was a line of its own before the page was flattened. */
function unglued(line: string): string[] {
  const [, before, mark] = gluedSource.exec(line) ?? gluedDate.exec(line) ?? []
  if (before === undefined || mark === undefined) return [line]
  return gluedSource.test(line) || isDateLine(mark) ? [before, mark] : [line]
}

function readLine(line: string): Line {
  if (line.length <= markCharsMax) {
    const mark = readMark(line)
    if (mark) return mark
  }
  return { kind: 'text', text: line }
}

function readMark(line: string): Line | undefined {
  const { text: folded, map } = foldWithMap(line)
  const opening = /^[\s.*•·▪■►▶◄#:|\-–—…»>]*/u.exec(folded)?.[0].length ?? 0
  const key = folded.slice(opening).replace(/[\s:.…،!|>»-]+$/u, '')
  const labelled = readLabelled(line, folded.slice(opening), (at) => line.slice(map[at + opening]).trim())
  if (labelled) return labelled
  if (keys.furniture.has(key) || isFurnitureOpening(folded) || furniturePatterns.some((it) => it.test(line)))
    return { kind: 'furniture', text: line }
  const date = readDateMark(line, folded)
  if (date) return date
  const dateline = line.length <= nameCharsMax ? readDateline(line) : undefined
  return dateline?.rest === '' ? { kind: 'place', dateline, text: line } : undefined
}

const keys = {
  also: setOf(readAlsoMarks),
  source: setOf(sourceLabels),
  keywords: setOf(keywordLabels),
  author: setOf(authorLabels),
  placeLabel: setOf(placeLabels),
  furniture: setOf(furnitureLines),
}
const openings = furnitureOpenings.map(fold)

function setOf(words: readonly string[]): Set<string> {
  return new Set(words.map(fold))
}

function isFurnitureOpening(folded: string): boolean {
  return openings.some((opening) => folded.startsWith(opening)) && folded.length <= 140
}

function readLabelled(line: string, folded: string, original: (at: number) => string): Line | undefined {
  const end = /\s*(?:[:|»>←]|\.{2,}|…|[-–—](?=\s)|$)/u.exec(folded)
  const label = folded.slice(0, end?.index)
  const value = end ? original(end.index + end[0].length) : ''
  if (keys.also.has(label)) return { kind: 'also', title: value, text: line }
  const unmarked = readUnmarkedAlso(line, folded, original)
  if (unmarked) return unmarked
  const colon = end?.[0].includes(':') === true || value === ''
  return colon ? readField(line, label, value) : readByline(line)
}

function readField(line: string, label: string, value: string): Line | undefined {
  if (keys.keywords.has(label)) return { kind: 'keywords', value, text: line }
  if (value.length > nameCharsMax) return undefined
  if (keys.source.has(label)) return { kind: 'source', value, text: line }
  if (value === '') return undefined
  if (keys.author.has(label)) return { kind: 'author', value, text: line }
  return keys.placeLabel.has(label) ? { kind: 'placeLabel', value, text: line } : undefined
}

/** «اقرأ أيضا عنوان» without a colon: only marks with "also" in them, which speak to the reader. */
function readUnmarkedAlso(line: string, folded: string, original: (at: number) => string): Line | undefined {
  const match = /^(?:(?:اقرا|شاهد|طالع|انظر|تابع) ايضا|read also|also read|see also)\s+(?=\S)/u.exec(folded)
  if (!match || !isTitleLike(line)) return undefined
  return { kind: 'also', title: original(match[0].length), text: line }
}

function readByline(line: string): Line | undefined {
  const [, name] = /^By ((?:\p{Lu}[\p{L}.'’-]*)(?:,? (?:and |\p{Lu})[\p{L}.'’ -]*){1,6})$/u.exec(line) ?? []
  return name === undefined || line.length > nameCharsMax
    ? undefined
    : { kind: 'author', value: name, text: line }
}

const publishedWords =
  /(?:نشر|النشر|بتاريخ|(?<!\p{L})تاريخ|التاريخ|حرر|اضيف|published|posted|(?<!up)date|dated|issued)/u
const updatedWords = /(?:تحديث|updated|modified)/u
const dateLabel =
  /^[\s.*•-]*(?:تاريخ النشر|تاريخ نشر|نشر بتاريخ|نشر في|تاريخ الخبر|تاريخ|التاريخ|published(?: on| at)?|date(?: published)?|posted(?: on)?)\s*:/u

function readDateMark(line: string, folded: string): Line | undefined {
  if (line.length > 160 || !/\d/.test(folded)) return undefined
  const withoutSection = line.replace(/^\p{L}[\p{L} ]{0,30}(?=\d{1,2}-\d{1,2}-\d{4})/u, '') // «عرب وعالم3-3-2022 | 15:05»
  const candidate = isDateLine(line) ? line : isDateLine(withoutSection) ? withoutSection : undefined
  const labelled = dateLabel.test(folded)
  if (candidate === undefined && !(labelled && line.length <= nameCharsMax)) return undefined
  const says = updatedWords.test(folded) ? 'updated' : publishedWords.test(folded) ? 'published' : 'bare'
  return { kind: 'date', date: readDate(candidate ?? line), says, text: line }
}

/** A source or keyword label alone on its line takes the next line for its value. */
function withValues(lines: Line[]): Line[] {
  const filled: Line[] = []
  for (const line of lines) {
    const last = filled.at(-1)
    const waits =
      last !== undefined && (last.kind === 'source' || last.kind === 'keywords') && last.value === ''
    const fits = line.kind === 'text' && isTitleLike(line.text)
    const room = last?.kind === 'source' ? nameCharsMax / 2 : markCharsMax
    if (waits && fits && line.text.length <= room) filled[filled.length - 1] = { ...last, value: line.text }
    else filled.push(line)
  }
  return filled
}
