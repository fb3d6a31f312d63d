// One door for whatever a person names: the address of a feed or page, a file, a folder.

import type { Read } from '../articles/article.ts'
import { OutsideError } from '../errors.ts'
import { looksLikeFeed, parseFeed } from './feed.ts'
import type { Fetcher } from './fetch.ts'
import { readPath } from './files.ts'
import { readPage } from './page.ts'
import { parseText } from './text.ts'

/** Reads everything behind an input; what can't be read is told in its place, with the reason. Whether an address is a feed or a page its content says. */
export async function* readInput(input: string, { fetcher }: { fetcher: Fetcher }): AsyncGenerator<Read> {
  if (!isAddress(input)) return yield* readPath(input)
  try {
    const fetched = await fetcher.fetch(input)
    if (fetched.status === 'fetched') yield* readBody(input, fetched).reads
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    yield { input, failed: error.message }
  }
}

/** Whether an input is an address of the web, or of any other kind, and no file. */
export const isAddress = (input: string): boolean => /^[a-z][a-z\d+.-]+:\/\//iu.test(input)

/** What a fetched text holds; a feed says its name and its language. */
export type Body = { reads: Read[]; isFeed: boolean; title: string | null; language: string | null }

/** Whether it is a feed or a page its content says. */
export function readBody(
  address: string,
  { text, url, contentType }: { text: string; url: string; contentType: string | null },
): Body {
  const notFeed = { isFeed: false, title: null, language: null }
  const type = contentType?.toLowerCase() ?? ''
  if (looksLikeFeed(text)) return feedReads(address, text, url)
  if (type.startsWith('text/plain') && !/<(?:html|body|p|div)[\s>]/iu.test(text)) {
    const drafts = parseText(text, { url, origin: `url:${url}` })
    return drafts.length > 0
      ? { ...notFeed, reads: drafts.map((draft) => ({ input: address, draft })) }
      : { ...notFeed, reads: [{ input: address, failed: 'The text holds no words.' }] }
  }
  // Names itself a feed and is none: cut off, or a page of errors.
  if (/(?:rss|atom|feed\+json)/u.test(type)) return feedReads(address, text, url)
  const page = readPage(text, url)
  return { ...notFeed, reads: [{ input: address, ...page }] }
}

function feedReads(address: string, text: string, url: string): Body {
  const feed = parseFeed(text, url)
  if ('failed' in feed)
    return { isFeed: true, title: null, language: null, reads: [{ input: address, failed: feed.failed }] }
  const { title, language, reads } = feed
  const none: Read[] = [{ input: address, failed: 'The feed holds no items.' }]
  return { isFeed: true, title, language, reads: reads.length > 0 ? reads : none }
}
