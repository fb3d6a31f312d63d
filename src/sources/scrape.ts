// Takes a scraped page apart: title, date, place, sources and keywords go where they belong, and a second article behind
// "read also" becomes an article of its own. No line of one article may ever stand in another: that would put words in someone's mouth.

import type { PublishedAt } from '../articles/article.ts'
import { weekdayOf, weekdays } from '../language/dates.ts'
import { fold } from '../language/normalise.ts'
import { assignSources, isAgency } from './agencies.ts'
import { type Dateline, readDateline } from './dateline.ts'
import { splitKeywords } from './keywords.ts'
import { type DateKind, isTitleLike, type Line, readLines } from './lines.ts'
import { readBehindMark } from './readalso.ts'

/** One article of a scraped page. `dropped`: its lines that are no article's text (titles of others, furniture, a title's repetition). */
export type ScrapedPart = {
  /** '' where the page shows none. */
  title: string
  /** Paragraphs, one a line. */
  text: string
  publishedAt: PublishedAt | null
  agency: string | null
  source: string | null
  author: string | null
  place: string | null
  keywords: string[]
  dropped: string[]
  /** Whether anything on the page was a mark: without one it is plain text, and its first line need not be a title. */
  marked: boolean
}

/**
 * The articles of a scraped text in their order. Every line that is no mark is in exactly one part, once: in its title, its text or
 * what it dropped. A part that follows another inherits nothing from it. A text without any words gives no part.
 */
export function splitScrape(text: string): ScrapedPart[] {
  const parts: Page[] = [emptyPage()]
  const lines = readLines(text)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const page = parts.at(-1)
    if (!line || !page) continue
    if (line.kind === 'also') {
      at += behindMark(parts, lines, at)
    } else if (beginsAnother(page, lines, at)) {
      parts.push(pageOf([line]))
    } else {
      addLine(page, line)
    }
  }
  return parts.filter((page) => page.lines.length > 0 || page.dropped.length > 0).map(finished)
}

/** A page while its lines are gathered. `closed`: its source or keyword line has come, behind its text. */
type Page = { lines: Line[]; texts: string[]; dropped: string[]; closed: boolean; marked: boolean }

function emptyPage(): Page {
  return { lines: [], texts: [], dropped: [], closed: false, marked: false }
}

/** A page that follows another. */
function pageOf(lines: readonly Line[]): Page {
  const page = { ...emptyPage(), marked: true }
  for (const line of lines) addLine(page, line)
  return page
}

function addLine(page: Page, line: Line): void {
  page.lines.push(line)
  if (line.kind === 'text') {
    page.texts.push(line.text)
    return
  }
  page.marked = true
  const ends = line.kind === 'source' || line.kind === 'keywords'
  if (ends && page.texts.length >= 2) page.closed = true
}

/** How far below a title its first sentence may stand. */
const lookAheadLines = 20

/** Behind a closed article a title with its own date or place line needs no mark to be another one. */
function beginsAnother(page: Page, lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const next = lines[at + 1]
  if (!page.closed || line?.kind !== 'text' || !isTitleLike(line.text)) return false
  if (next?.kind !== 'place' && next?.kind !== 'date') return false
  return lines
    .slice(at + 2, at + 2 + lookAheadLines)
    .some((it) => it.kind === 'text' && !isTitleLike(it.text))
}

/** What stands behind a mark goes to the article before it, to a new one, or to none. Returns how many lines it took. */
function behindMark(parts: Page[], lines: readonly Line[], at: number): number {
  const page = parts.at(-1)
  const mark = lines[at]
  if (!page || mark?.kind !== 'also') return 0
  page.marked = true
  let until = at + 1
  while (until < lines.length && lines[until]?.kind !== 'also') until++
  const region = lines.slice(at + 1, until)
  // Its title and its last paragraphs tell what an article is about.
  const before = [...page.texts.slice(0, 3), ...page.texts.slice(Math.max(3, page.texts.length - 20))]
  const found = readBehindMark({ title: mark.title, region, before, closed: page.closed })
  page.dropped.push(...found.dropped)
  if (found.article) {
    parts.push(pageOf(found.article))
  }
  return found.taken
}

// — from lines to an article —

function finished(page: Page): ScrapedPart {
  const { texts } = page
  const furniture = page.lines.flatMap((line) => (line.kind === 'furniture' ? [line.text] : []))
  const { title, body, dropped } = titleAndBody(page, texts)
  const { dateline, signed, text } = withoutSignatures(page, body)
  const whole = [title, ...text].join('\n')
  return {
    title,
    text: text.join('\n'),
    publishedAt: dateOf(page, title, text),
    ...creditsOf(page, dateline, signed),
    keywords: [...new Set(valuesOf(page, 'keywords').flatMap((line) => splitKeywords(line, whole)))],
    dropped: [...page.dropped, ...furniture, ...dropped],
    marked: page.marked,
  }
}

/** The text without its place–agency opening and without an agency alone on the last line: both are told apart from it. */
function withoutSignatures(page: Page, body: readonly string[]) {
  const dateline = datelineOf(page, body)
  const opened = dateline?.inText === true ? [dateline.rest, ...body.slice(1)] : [...body]
  const signed = closingAgency(opened)
  return { dateline, signed: signed?.agency, text: signed?.alone === true ? opened.slice(0, -1) : opened }
}

/** Whose work it is: what a line of its own says wins over the opening, the opening over the signature at the end. */
function creditsOf(page: Page, dateline: Dateline | undefined, signed: string | undefined) {
  const opening = dateline ?? { place: null, agency: null, outlet: null, author: null }
  const { agency, source } = assignSources(valuesOf(page, 'source'))
  return {
    agency: agency ?? opening.agency ?? signed ?? null,
    source: source ?? opening.outlet,
    author: valuesOf(page, 'author')[0] ?? opening.author,
    place: valuesOf(page, 'placeLabel')[0] ?? opening.place,
  }
}

function valuesOf(page: Page, kind: 'source' | 'keywords' | 'author' | 'placeLabel'): string[] {
  return page.lines.flatMap((line) => (line.kind === kind && line.value !== '' ? [line.value] : []))
}

/** How many lines of a page's head are searched for a title that stands twice, below crumbs ("News", "World"). */
const headLines = 12

function titleAndBody(page: Page, texts: string[]): { title: string; body: string[]; dropped: string[] } {
  const head = texts.slice(0, headLines)
  const repeated = head.findIndex(
    (line, at) => isTitleLike(line) && line.split(/\s+/).length >= 4 && head.indexOf(line, at + 1) > at,
  )
  const crumbs = head.slice(0, Math.max(repeated, 0))
  const at = repeated > 0 && crumbs.every((line) => line.split(/\s+/).length <= 4) ? repeated : 0
  const title = texts[at] ?? ''
  if (!isTitle(page, texts, at)) return { title: '', body: texts, dropped: [] }
  const rest = texts.slice(at + 1)
  const again = rest.slice(0, headLines).filter((line) => line === title)
  return {
    title,
    body: rest.filter((line, index) => line !== title || index >= headLines),
    dropped: [...texts.slice(0, at), ...again],
  }
}

/** A first line is a title if it looks like one and text follows; directly above a date or place line it may be a sentence too. */
function isTitle(page: Page, texts: readonly string[], at: number): boolean {
  const line = texts[at]
  if (line === undefined || texts.length <= at + 1) return false
  if (isTitleLike(line)) return true
  const next = page.lines[page.lines.findIndex((it) => it.text === line) + 1]
  return line.length <= 300 && (next?.kind === 'date' || next?.kind === 'place')
}

function datelineOf(page: Page, body: readonly string[]): (Dateline & { inText: boolean }) | undefined {
  const own = page.lines.find((line) => line.kind === 'place')
  if (own?.kind === 'place') return { ...own.dateline, inText: false }
  const opening = body[0] === undefined ? undefined : readDateline(body[0])
  return opening && opening.rest !== '' ? { ...opening, inText: true } : undefined
}

/** «(رويترز)» behind the last word, or alone on the last line. */
function closingAgency(paragraphs: readonly string[]): { agency: string; alone: boolean } | undefined {
  const last = paragraphs.at(-1) ?? ''
  const [whole, agency] = /[([]\s*([^()[\]]{2,30}?)\s*[)\]]\s*\.?$/u.exec(last) ?? []
  if (whole === undefined || agency === undefined || !isAgency(agency)) return undefined
  return { agency, alone: whole.length === last.length && paragraphs.length > 1 }
}

const belief: Record<DateKind, number> = { published: 3, bare: 2, updated: 1 }

/** The most believable of a page's dates. A bare one that the text contradicts («اليوم الأربعاء») is the day of the crawl. */
function dateOf(page: Page, title: string, paragraphs: readonly string[]): PublishedAt | null {
  const text = paragraphs.join('\n')
  const titleAt = page.lines.findIndex((line) => line.kind === 'text' && line.text === title)
  const dates = page.lines.flatMap((line, at) => {
    if (line.kind !== 'date' || line.date === undefined) return []
    // Above the title stands the day on which the page was shown.
    const rank = line.says === 'bare' && at < titleAt ? 0 : belief[line.says]
    return [{ date: line.date, rank, bare: line.says === 'bare' }]
  })
  const sound = dates.filter(({ date, bare }) => !bare || !isContradicted(date, text))
  return sound.toSorted((a, b) => b.rank - a.rank)[0]?.date ?? null
}

const todayWords = new RegExp(
  `(?:اليوم|this|today|،|,)\\s+(${[...weekdays.keys()].filter((name) => name.length > 3).join('|')})(?!\\p{L})`,
  'u',
)

function isContradicted(date: PublishedAt, text: string): boolean {
  const [, name] = todayWords.exec(fold(text.slice(0, 1_500))) ?? []
  const said = weekdays.get(name ?? '')
  return said !== undefined && /اليوم|today|this/.test(fold(text.slice(0, 1_500))) && said !== weekdayOf(date)
}
