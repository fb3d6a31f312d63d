// Feeds to drafts: RSS 0.9x–2.0, RDF, Atom and JSON Feed. An item's markup never reaches a draft, only its visible text does.

import { type AnyFeed, DetectError, MalformedError, ParseError, parseFeed as parse } from 'feedsmith'

import type { Read } from '../articles/article.ts'
import { isAgency } from './agencies.ts'
import { canonicalUrl } from './canonical.ts'
import { draftOf } from './draft.ts'
import { type FeedItem, type FeedText, headOf } from './feeditems.ts'
import { htmlToText, tidy } from './html.ts'
import { isDeeperThan } from './nesting.ts'
import { repairFeed, withoutCutEnd } from './feed-repair.ts'
import { readDateline } from './dateline.ts'
import { readFeedDate } from '../language/dates.ts'

/** A feed that was read: one `Read` for each item, so that one without text is accounted for as well. */
export type Feed = { title: string | null; language: string | null; reads: Read[] }

/** Items of one feed; the rest of a longer one is reported, not read. */
const itemsMax = 5_000
/** How deep elements may lie in one another: news needs some ten, and a bomb has thousands. */
const depthMax = 200

/** Whether a text looks like a feed, whatever its server calls it. */
export function looksLikeFeed(body: string): boolean {
  const head = body.slice(0, 4_096).replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
  if (/^\s*\{/u.test(head))
    return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/u.test(head) || /"items"\s*:\s*\[/u.test(head)
  return /^[\ufeff\s]*(?:<\?xml[^>]*>|<\?[^>]*>|<!DOCTYPE(?:[^>[]|\[[\s\S]*?\])*>|\s)*<(?:(?:\w+:)?(?:rss|feed|rdf)|channel)[\s>]/iu.test(
    head,
  )
}

/** The articles of a feed; `url` is where it was read from and makes relative links whole. */
export function parseFeed(body: string, url?: string): Feed | { failed: string } {
  const repaired = repairFeed(body)
  const whole = parsedFeed(repaired)
  if (!('failed' in whole)) return readItems(whole, url)
  const before = whole.broken ? withoutCutEnd(repaired) : undefined
  const rest = before === undefined ? whole : parsedFeed(before)
  if ('failed' in rest) return { failed: whole.failed }
  const feed = readItems(rest, url)
  return { ...feed, reads: [...feed.reads, { input: 'the end of the feed', failed: cutOff }] }
}

const cutOff = 'The feed is cut off or broken after this; what stands whole before was read.'

function readItems(parsed: AnyFeed, url: string | undefined): Feed {
  const head = headOf(parsed)
  const title = firstText(head.titles)
  const base = url ?? head.links.find((link) => link && URL.canParse(link))
  const reads = head.items
    .slice(0, itemsMax)
    .map((item, index) => readItem(item, index, { title, base, url }))
  if (head.items.length > itemsMax) {
    reads.push({
      input: `items from ${itemsMax + 1}`,
      failed: `A feed is read up to ${itemsMax} items; this one has ${head.items.length}.`,
    })
  }
  return { title, language: head.languages.find((it) => it)?.toLowerCase() ?? null, reads }
}

/** `broken`: in its markup, so that a part of it may still be sound. */
function parsedFeed(body: string): AnyFeed | { failed: string; broken?: boolean } {
  if (body.trim() === '') return { failed: 'The feed is empty.' }
  if (/<!ENTITY/iu.test(body.slice(0, 100_000)))
    return { failed: 'The feed declares XML entities, and those are not expanded for safety.' }
  if (isTooDeep(body)) return { failed: `The feed nests its elements more than ${depthMax} deep.` }
  try {
    return parse(body)
  } catch (error) {
    if (error instanceof DetectError) return { failed: 'This is neither RSS, Atom, RDF nor JSON Feed.' }
    if (error instanceof ParseError) return { failed: 'The feed holds nothing that can be read.' }
    if (error instanceof MalformedError || error instanceof SyntaxError) {
      return { failed: 'The feed is broken: it could not be parsed. Was it cut off?', broken: true }
    }
    if (error instanceof RangeError) return { failed: 'The feed nests too deep to be read.' }
    throw error
  }
}

function isTooDeep(body: string): boolean {
  if (/^\s*</u.test(body)) return isDeeperThan(body, depthMax)
  return /(?:[[{]\s*){200}/u.test(body.slice(0, 1_000_000))
}

type Source = { title: string | null; base: string | undefined; url: string | undefined }

function readItem(item: FeedItem, index: number, feed: Source): Read {
  const link = firstOf(item.links, (it) => canonicalUrl(it, feed.base))
  const input = link ?? item.id ?? `item ${index + 1}`
  const title = firstText(item.titles)?.replaceAll('\n', ' ') ?? null
  // A description that only repeats the title is none.
  const text = item.contents.map(textOf).find((it) => it !== null && it !== title) ?? title
  if (text === null) return { input, failed: 'The item has neither text nor title.' }
  const draft = draftOf({
    ...signature(text),
    text,
    title,
    externalId: item.id,
    url: link,
    source: textOf({ value: item.outlet, html: true }) ?? feed.title,
    author: authorOf(item),
    publishedAt: firstOf(item.dates, readFeedDate),
    keywords: plainTexts(item.keywords),
    origin: originOf(feed.url, item.id ?? link),
  })
  return draft ? { input, draft } : { input, failed: 'The item holds no words.' }
}

/** The agency that signs the opening, and the place before it; the words stay in the text as they are. */
function signature(text: string): { agency: string | null; place: string | null } {
  const dateline = readDateline(text.split('\n', 1)[0] ?? '')
  return dateline?.agency ? { agency: dateline.agency, place: dateline.place } : { agency: null, place: null }
}

function originOf(url: string | undefined, key: string | undefined): string | null {
  return url === undefined || key === undefined ? null : `feed:${url}#${key}`
}

function firstOf(
  values: readonly (string | undefined)[],
  read: (value: string) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = value === undefined ? undefined : read(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** Several authors are one line; an agency that signs beside a person is not the author. */
function authorOf(item: FeedItem): string | null {
  const names = plainTexts(item.authors)
  const people = names.filter((name) => !isAgency(name))
  return (people.length > 0 ? people : names).join(', ') || null
}

function plainTexts(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => textOf({ value, html: true }) ?? []))]
}

function firstText(texts: readonly FeedText[]): string | null {
  return texts.map(textOf).find((text) => text !== null) ?? null
}

function textOf({ value, html }: FeedText): string | null {
  if (value === undefined) return null
  const text = html ? htmlToText(value) : tidy(value)
  return text === '' ? null : text
}
