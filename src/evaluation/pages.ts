// Scores the text that is taken out of web pages, beside what Readability alone takes out of them.

import { Readability } from '@mozilla/readability'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { readPage } from '../sources/page.ts'
import { parsePage } from '../sources/tree.ts'
import { inFolder, readBytes, readRows } from './data.ts'
import { overlap, scoringWords } from './quotations.ts'
import { balance, type Figures, mean, type Result, share, type Task, timed } from './task.ts'

export const pages: Task = {
  name: 'pages',
  sets: [
    { name: 'segments en', from: 'data', score: scoreSegments },
    { name: 'full text', from: 'data', score: scoreFullText },
  ],
}

const Segments = z.object({
  file: z.string(),
  must_contain: z.array(z.string()),
  must_not_contain: z.array(z.string()),
})
const FullText = z.object({ file: z.string(), text: z.string() })

async function scoreSegments(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'web/segments.jsonl'), Segments)
  const { ours, readability, msEach } = await readAll(folder, rows)
  const lost = rows.filter((row, i) => !row.must_contain.every((it) => holds(ours[i] ?? '', it)))
  return {
    n: `${rows.length} pages`,
    figures: segmentFigures(rows, ours),
    floors: [
      { by: 'Readability, this run', figures: segmentFigures(rows, readability) },
      { by: 'manifest, Readability', figures: { F1: 0.912 } },
    ],
    msEach,
    notes: lost.map(({ file }) => `a segment is missing: ${file}`),
  }
}

async function scoreFullText(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'web/fulltext.jsonl'), FullText)
  const { ours, readability, msEach } = await readAll(folder, rows)
  const figures = (texts: readonly string[]) => ({
    '4-shingle F1': mean(rows.map(({ text }, i) => shingleF1(texts[i] ?? '', text))),
  })
  return {
    n: `${rows.length} pages`,
    figures: figures(ours),
    floors: [
      { by: 'Readability, this run', figures: figures(readability) },
      { by: 'manifest, Readability on others', figures: { '4-shingle F1': 0.945 } },
    ],
    msEach,
    notes: rows.flatMap(({ file, text }, i) => {
      const f1 = shingleF1(ours[i] ?? '', text)
      return f1 < 0.7 ? [`${f1.toFixed(2)} ${file}`] : []
    }),
  }
}

async function readAll(
  folder: string,
  rows: readonly { file: string }[],
): Promise<{ ours: string[]; readability: string[]; msEach: number }> {
  const html = rows.map(({ file }) => gunzipSync(readBytes(inFolder(folder, `web/${file}`))).toString('utf8'))
  const { done, msEach } = await timed(html, (it) => readPage(it))
  return {
    ours: done.map((it) => ('draft' in it ? it.draft.text : '')),
    readability: html.map((it) => new Readability(parsePage(it)).parse()?.textContent ?? ''),
    msEach,
  }
}

export function segmentFigures(rows: readonly z.infer<typeof Segments>[], texts: readonly string[]): Figures {
  const count = (segments: (row: z.infer<typeof Segments>) => string[]) =>
    rows.reduce((sum, row, i) => sum + segments(row).filter((it) => holds(texts[i] ?? '', it)).length, 0)
  const wanted = rows.reduce((sum, row) => sum + row.must_contain.length, 0)
  const right = count((row) => row.must_contain)
  const precision = share(right, right + count((row) => row.must_not_contain))
  return { P: precision, R: share(right, wanted), F1: balance(precision, share(right, wanted)) }
}

const holds = (text: string, segment: string): boolean => plain(text).includes(plain(segment))
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

export function shingleF1(ours: string, theirs: string): number {
  const [left, right] = [shingles(scoringWords(ours)), shingles(scoringWords(theirs))]
  const shared = overlap(left, right)
  return balance(share(shared, left.length), share(shared, right.length))
}

/** Four words in a row; a shorter text is one shingle. */
function shingles(words: readonly string[]): string[] {
  if (words.length < 4) return words.length === 0 ? [] : [words.join(' ')]
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '))
}
