// One reading of a source: asked for only if it has changed since, its items' pages fetched where it wants their whole text.

import type { Read } from '../articles/article.ts'
import { OutsideError } from '../errors.ts'
import { AnswerError } from './answer-error.ts'
import { canonicalUrl } from './canonical.ts'
import type { Fetcher } from './fetch.ts'
import { readPath } from './files.ts'
import { isAddress, readBody } from './read.ts'
import { readPage } from './page.ts'
import type { Source } from './store.ts'

export type Visit = {
  reads: AsyncIterable<Read> | Iterable<Read>
  /** Why nothing could be read; null where something was, or nothing has changed. */
  failure: string | null
  etag: string | null
  lastModified: string | null
  name: string | null
  language: string | null
  movedTo: string | null
  freshForMs: number
  retryAfterMs: number | undefined
  gone: boolean
}

const nothing: Visit = {
  reads: [],
  failure: null,
  etag: null,
  lastModified: null,
  name: null,
  language: null,
  movedTo: null,
  freshForMs: 0,
  retryAfterMs: undefined,
  gone: false,
}

/** Never throws for what the outside world does: it is told in `failure`, and in the place of what could not be read. */
export async function visitSource(
  { address, etag, lastModified, fullText }: Pick<Source, 'address' | 'etag' | 'lastModified' | 'fullText'>,
  fetcher: Fetcher,
): Promise<Visit> {
  if (!isAddress(address)) return { ...nothing, reads: readPath(address) }
  try {
    const fetched = await fetcher.fetch(address, { etag, lastModified })
    if (fetched.status === 'unchanged') return { ...nothing, etag, lastModified }
    const { reads, isFeed, title, language } = readBody(address, fetched)
    return {
      ...nothing,
      reads: fullText && isFeed ? withFullTexts(reads, fetcher) : reads,
      failure: reads.every((it) => 'failed' in it)
        ? (reads.find((it) => 'failed' in it)?.failed ?? null)
        : null,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      name: title,
      language,
      movedTo: fetched.movedTo,
      freshForMs: fetched.freshForMs,
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    const { retryAfterMs, gone } =
      error instanceof AnswerError ? error : { retryAfterMs: undefined, gone: false }
    return {
      ...nothing,
      reads: [{ input: address, failed: error.message }],
      failure: error.message,
      etag,
      lastModified,
      retryAfterMs,
      gone,
    }
  }
}

/** The whole text takes the place of a feed's excerpt where the page has more of it; what can't be fetched keeps the excerpt. */
async function* withFullTexts(reads: readonly Read[], fetcher: Fetcher): AsyncGenerator<Read> {
  for (const read of reads) {
    const url = 'draft' in read ? read.draft.url : null
    const text = url === null ? undefined : await fullTextOf(url, fetcher)
    yield 'draft' in read && text !== undefined && text.length > read.draft.text.length
      ? { ...read, draft: { ...read.draft, text } }
      : read
  }
}

async function fullTextOf(url: string, fetcher: Fetcher): Promise<string | undefined> {
  try {
    const fetched = await fetcher.fetch(url, { asRobot: true })
    if (fetched.status !== 'fetched') return undefined
    const page = readPage(fetched.text, fetched.url)
    // Redirected to the front page: that is another text.
    const isThere = canonicalUrl(fetched.url) !== canonicalUrl(new URL('/', fetched.url).href)
    return 'draft' in page && isThere ? page.draft.text : undefined
  } catch (error) {
    if (error instanceof OutsideError) return undefined
    throw error
  }
}
