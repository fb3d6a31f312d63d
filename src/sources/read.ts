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
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(input)) yield* readAddress(input, fetcher)
  else yield* readPath(input)
}

async function* readAddress(address: string, fetcher: Fetcher): AsyncGenerator<Read> {
  try {
    const fetched = await fetcher.fetch(address)
    if (fetched.status === 'fetched') yield* readBody(address, fetched)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    yield { input: address, failed: error.message }
  }
}

function readBody(
  address: string,
  { text, url, contentType }: { text: string; url: string; contentType: string | null },
): Read[] {
  const type = contentType?.toLowerCase() ?? ''
  if (looksLikeFeed(text)) return feedReads(address, text, url)
  if (type.startsWith('text/plain') && !/<(?:html|body|p|div)[\s>]/iu.test(text)) {
    const drafts = parseText(text, { url, origin: `url:${url}` })
    return drafts.length > 0
      ? drafts.map((draft) => ({ input: address, draft }))
      : [{ input: address, failed: 'The text holds no words.' }]
  }
  // Names itself a feed and is none: cut off, or a page of errors.
  if (/(?:rss|atom|feed\+json)/u.test(type)) return feedReads(address, text, url)
  const page = readPage(text, url)
  return [{ input: address, ...page }]
}

function feedReads(address: string, text: string, url: string): Read[] {
  const feed = parseFeed(text, url)
  if ('failed' in feed) return [{ input: address, failed: feed.failed }]
  return feed.reads.length > 0 ? feed.reads : [{ input: address, failed: 'The feed holds no items.' }]
}
