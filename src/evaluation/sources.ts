// Scores the reading of what strangers serve: charsets, dates, feeds. Of a feed only what an article keeps is asked for.

import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Draft, Read } from '../articles/article.ts'
import { readFeedDate } from '../language/dates.ts'
import { canonicalUrl } from '../sources/canonical.ts'
import { declaredCharset, decodeText } from '../sources/charset.ts'
import { type Feed, parseFeed } from '../sources/feed.ts'
import { htmlToText } from '../sources/html.ts'
import { inFolder, readBytes, readRows } from './data.ts'
import { type Result, share, type Task, timed } from './task.ts'

export const sources: Task = {
  name: 'sources',
  sets: [
    { name: 'encodings', from: 'data', score: scoreEncodings },
    { name: 'feed dates', from: 'data', score: scoreDates },
    { name: 'feeds', from: 'data', score: scoreFeeds },
  ],
}

// — charsets —

const encoded = ['windows-1256.txt', 'iso-8859-6.txt', 'utf-8.txt']

async function scoreEncodings(folder: string): Promise<Result> {
  const read = (name: string) => readBytes(inFolder(folder, `encodings/${name}`))
  const wanted = read('utf-8.txt').toString('utf8')
  const { done, msEach } = await timed(encoded.map(read), (bytes) => decodeText(bytes))
  const wrong = encoded.filter((_, i) => !isText(done[i], wanted))
  return {
    n: `${encoded.length} files`,
    figures: { 'same text': 1 - share(wrong.length, encoded.length) },
    msEach,
    notes: wrong.map((name) => `${name} was not decoded to the text`),
  }
}

const isText = (decoded: ReturnType<typeof decodeText> | undefined, wanted: string): boolean =>
  decoded !== undefined && 'text' in decoded && decoded.text === wanted

// — dates —

const number = z.int()
const Utc = z.tuple([number, number, number, number, number, number])
const DateRow = z.object({ input: z.string(), utc: Utc.nullable() })

async function scoreDates(folder: string): Promise<Result> {
  return scoreDateRows(readRows(inFolder(folder, 'feed_dates.jsonl'), DateRow))
}

export async function scoreDateRows(rows: readonly z.infer<typeof DateRow>[]): Promise<Result> {
  const { done, msEach } = await timed(rows, ({ input }) => readFeedDate(input))
  const wrong = rows.flatMap((row, i) => (isMoment(done[i], row.utc) ? [] : [{ ...row, got: done[i] }]))
  const invented = wrong.filter(({ utc, got }) => utc === null && got !== undefined)
  return {
    n: `${rows.length} dates`,
    figures: {
      right: 1 - share(wrong.length, rows.length),
      'no wrong date': 1 - share(wrong.filter(({ got }) => got !== undefined).length, rows.length),
      'nonsense refused': 1 - share(invented.length, rows.filter(({ utc }) => utc === null).length),
    },
    msEach,
    notes: wrong.map(
      ({ input, utc, got }) => `${input} → ${got ?? 'none'}, wanted ${utc ? utc.join(' ') : 'none'}`,
    ),
  }
}

/** A bare day has no time; the rows give it midnight. */
function isMoment(got: string | undefined, utc: z.infer<typeof Utc> | null): boolean {
  if (utc === null || got === undefined) return utc === null && got === undefined
  const [year, month, day, hour, minute, second] = utc
  const wanted = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second })
  if (got.length === 10) return got === wanted.toPlainDate().toString() && hour + minute + second === 0
  return Temporal.Instant.from(got).equals(wanted.toZonedDateTime('UTC').toInstant())
}

// — feeds —

const Check = z.object({ path: z.array(z.union([z.string(), z.int()])), equals: z.unknown() })
const FeedRow = z.object({
  file: z.string(),
  http_headers: z.record(z.string(), z.string()).nullish(),
  checks: z.array(Check),
  data_b64: z.string(),
})

async function scoreFeeds(folder: string): Promise<Result> {
  return scoreFeedRows(readRows(inFolder(folder, 'feeds.jsonl'), FeedRow))
}

export async function scoreFeedRows(rows: readonly z.infer<typeof FeedRow>[]): Promise<Result> {
  const { done, msEach } = await timed(rows, (row) => feedOf(row))
  const checks = rows.flatMap(({ file, checks: all }, i) =>
    all.map((check) => ({ file, check, passed: passes(done[i], check) })),
  )
  const kept = checks.filter((it) => it.passed !== undefined)
  const failed = kept.filter((it) => it.passed === false)
  const readable = rows.filter((_, i) => done[i] !== undefined && !('failed' in done[i]))
  return {
    n: `${kept.length} of ${checks.length} checks`,
    figures: {
      passed: share(kept.length - failed.length, kept.length),
      'feeds read': share(readable.length, rows.length),
    },
    msEach,
    notes: [
      `feeds: the other ${checks.length - kept.length} checks are of fields that no article keeps (markup, bases, generators); markup is compared by its visible text. Failed: ${byKind(failed.map(({ file }) => file))}`,
    ],
  }
}

function byKind(files: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const file of files) {
    const kind = file.split('/').slice(0, -1).join('/')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return Array.from(counts, ([kind, count]) => `${kind} ${count}`).join(', ') || 'none'
}

function feedOf({
  data_b64: data,
  http_headers: headers,
}: z.infer<typeof FeedRow>): Feed | { failed: string } {
  const bytes = Buffer.from(data, 'base64')
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const charset = /charset\s*=\s*["' ]*([\w.:-]+)/i.exec(type ?? '')?.[1]
  const decoded = decodeText(bytes, charset ?? declaredCharset(bytes))
  return 'text' in decoded ? parseFeed(decoded.text) : { failed: decoded.binary }
}

/** Undefined where no article keeps what is asked. */
function passes(
  read: Feed | { failed: string } | undefined,
  { path, equals }: z.infer<typeof Check>,
): boolean | undefined {
  if (typeof equals !== 'string') return undefined
  const feed = read && 'reads' in read ? read : undefined
  const [place, entry] = path
  const field = (from: number): string =>
    path
      .slice(from)
      .filter((it) => typeof it === 'string')
      .join('/')
  if (place === 'feed') return feedPasses(feed, field(1), equals)
  return typeof entry === 'number' ? entryPasses(feed?.reads[entry], field(2), equals) : undefined
}

function feedPasses(feed: Feed | undefined, field: string, wanted: string): boolean | undefined {
  if (field === 'title' || field === 'title_detail/value')
    return feed !== undefined && sameText(feed.title, wanted)
  return field === 'language' ? feed?.language === wanted.toLowerCase() : undefined
}

function entryPasses(read: Read | undefined, field: string, wanted: string): boolean | undefined {
  const compare = draftFields[field]
  if (!compare) return undefined
  if (!read) return false
  // An item without words is rightly no article, and then nothing else of it is kept either.
  if ('failed' in read) return field in texts ? isWordless(wanted) : undefined
  return compare(read.draft, wanted)
}

const isWordless = (markup: string): boolean => !/[\p{L}\p{N}]/u.test(htmlToText(markup))

type Compare = (draft: Draft, wanted: string) => boolean
/** What is wanted is markup, or plain text in which a `<` means itself. */
const sameText = (got: string | null, wanted: string): boolean =>
  oneLine(got ?? '') === oneLine(htmlToText(wanted)) || oneLine(got ?? '') === oneLine(wanted)
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const body: Compare = ({ text, title }, wanted) =>
  sameText(text, wanted) || (isWordless(wanted) && oneLine(text) === title)
const title: Compare = (draft, wanted) => sameText(draft.title, wanted)
const texts: Readonly<Record<string, Compare>> = {
  description: body,
  summary: body,
  'summary_detail/value': body,
  'content/value': body,
  title,
  'title_detail/value': title,
}
const draftFields: Readonly<Record<string, Compare>> = {
  ...texts,
  link: ({ url }, wanted) => url === (canonicalUrl(wanted) ?? null),
  id: ({ externalId }, wanted) => externalId === wanted,
  guid: ({ externalId }, wanted) => externalId === wanted,
  author: ({ author }, wanted) => sameText(author, wanted),
  'author_detail/name': ({ author }, wanted) => sameText(author, wanted),
  'authors/name': ({ author }, wanted) => author?.includes(wanted) ?? false,
  'tags/term': ({ keywords }, wanted) => keywords.includes(wanted),
  'source/title': ({ source }, wanted) => sameText(source, wanted),
}
