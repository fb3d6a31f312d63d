// What stands behind "read also": another whole article, a list of titles that belong to nobody, or one title in the middle of
// an article that goes on below it. The three look alike; the signs below tell them apart, and a doubt cuts rather than joins.

import { fold, foldedWords } from '../language/normalise.ts'
import { continuations } from './continuations.data.ts'
import { isTitleLike, type Line } from './lines.ts'

export type BehindMark = {
  /** What the mark's own line says behind it, '' for nothing. */
  title: string
  /** The lines up to the next mark or the end. */
  region: readonly Line[]
  /** The text lines of the article above. */
  before: readonly string[]
  /** Whether the article above has ended: its source or keyword line stood below its text. */
  closed: boolean
}

/** `taken` lines are dealt with (dropped, or part of the new article); what follows them belongs to the article above. */
export type Found = { article: Line[] | undefined; dropped: string[]; taken: number }

export function readBehindMark({ title, region, before, closed }: BehindMark): Found {
  const own: Line[] = title === '' ? [] : [{ kind: 'text', text: title }]
  const bodyAt = firstParagraph(region)
  if (bodyAt === undefined) return onlyTitles(own, region)
  const head = [...own, ...region.slice(0, bodyAt)]
  const headed = head.some((line) => line.kind === 'place' || line.kind === 'date')
  const titleAt = titleIndex(head)
  const heading = head[titleAt]?.text ?? ''
  const below = region.slice(bodyAt).flatMap((line) => (line.kind === 'text' ? [line.text] : []))
  // In an article that has not ended, a title on the mark's own line or several titles are links, however near their subject.
  const isLink = title !== '' || head.filter((line) => line.kind === 'text').length > 1
  if (closed || headed || (!isLink && isAnother(heading, below, before))) {
    const kept = titleAt < 0 ? head.filter((line) => line.kind !== 'text') : head.slice(titleAt)
    const above = titleAt < 0 ? [] : head.slice(0, titleAt)
    return {
      article: [...kept, ...region.slice(bodyAt)],
      dropped: above.map((line) => line.text),
      taken: region.length,
    }
  }
  return { article: undefined, dropped: head.map((line) => line.text), taken: bodyAt }
}

/** Where the running text begins: a sentence, or whatever follows a place line. A sentence right above a date or place line is a title. */
function firstParagraph(region: readonly Line[]): number | undefined {
  const end = region.findIndex((line) => line.kind === 'source' || line.kind === 'keywords')
  const above = end < 0 ? region : region.slice(0, end)
  const found = above.findIndex((line, at) => beginsText(line, above[at - 1], above[at + 1]))
  return found < 0 ? undefined : found
}

function beginsText(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (line.kind !== 'text' || after?.kind === 'place' || after?.kind === 'date') return false
  return before?.kind === 'place' || (!isTitleLike(line.text) && !isListItem(line))
}

/** No running text: titles of other articles, with dates in between. Sources and keywords below them belong above. */
function onlyTitles(own: readonly Line[], region: readonly Line[]): Found {
  const end = region.findIndex((line) => line.kind === 'source' || line.kind === 'keywords')
  const titles = end < 0 ? region : region.slice(0, end)
  return { article: undefined, dropped: [...own, ...titles].map((line) => line.text), taken: titles.length }
}

/** The title is the last line of text above the body; list items are never one. */
function titleIndex(head: readonly Line[]): number {
  return head.findLastIndex((line) => line.kind === 'text' && !isListItem(line))
}

/** Longest item of a list of titles; a longer line with a dash before it is a paragraph. */
const itemCharsMax = 200

function isListItem(line: Line): boolean {
  return line.text.length <= itemCharsMax && /^(?:[-–—•*▪■·]\s|\d{1,2}[.)]\s)/u.test(line.text)
}

/** Shares of words above which a title and a text are about the same thing; the words are stems, so chance agreement is rare. */
const alike = { surely: 0.5, likely: 0.25 }

/** Whether the text below a title is that title's, not a continuation of what stood above the mark. */
function isAnother(title: string, below: readonly string[], before: readonly string[]): boolean {
  if (title === '') return false
  const [first = ''] = below
  const withTitle = share(stems(title), stems(below.slice(0, 2).join(' ')))
  if (withTitle >= alike.surely) return true
  if (continues(first)) return false
  return withTitle >= alike.likely || share(stems(first), stems(before.join(' '))) < alike.likely
}

function continues(paragraph: string): boolean {
  const start = fold(paragraph.slice(0, 40))
  return openings.some((opening) => start.startsWith(`${opening} `) || start.startsWith(`${opening}:`))
}

const openings = continuations.map(fold)

function stems(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .map((word) => word.replace(/^[وفبلك]?(?:ال|لل)/u, '').slice(0, 5))
      .filter((word) => word.length >= 3),
  )
}

function share(part: Set<string>, whole: Set<string>): number {
  return part.size === 0 ? 0 : part.intersection(whole).size / part.size
}
