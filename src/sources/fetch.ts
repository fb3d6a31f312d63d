// Fetches feeds and pages from strangers: bounded in time, size and redirects, and never from inside our own network.
// The address is checked where the connection is made, on what the name resolved to, so that no second look-up can differ.

import { lookup as systemLookup } from 'node:dns'
import { readFileSync } from 'node:fs'

import { Agent, fetch as request, type Response } from 'undici'

import { OutsideError } from '../errors.ts'
import { refusal } from './address.ts'
import { AnswerError } from './answer-error.ts'
import { decodeText, declaredCharset } from './charset.ts'
import { connectionFault } from './connection-fault.ts'
import { publicLookup, type Resolve } from './public-lookup.ts'
import { Robots } from './robots.ts'
import { Turns } from './turns.ts'
import { traced } from '../tracing.ts'

export type FetchLimits = {
  /** From the first byte sent to the last one read, redirects included. */
  timeoutMs: number
  connectTimeoutMs: number
  /** After decompression: a small answer may unfold into a very large one. */
  maxBodyBytes: number
  maxRedirects: number
  /** Of one host: requests at once, and the time between the beginnings of two. */
  perHost: number
  hostDelayMs: number
}

const defaults: FetchLimits = {
  timeoutMs: 30_000,
  connectTimeoutMs: 10_000,
  maxBodyBytes: 15 * 1024 * 1024,
  maxRedirects: 5,
  perHost: 2,
  hostDelayMs: 500,
}

/** What the last answer said of itself; sent back, so that an unchanged feed costs its server nothing. */
type Validators = { etag?: string | null; lastModified?: string | null }

type Fetched =
  | { status: 'unchanged'; url: string }
  | {
      status: 'fetched'
      /** Where the answer came from, after redirects. */
      url: string
      /** The new address where every redirect on the way was a permanent one. */
      movedTo: string | null
      contentType: string | null
      text: string
      etag: string | null
      lastModified: string | null
      /** How long the server calls it fresh (Cache-Control); 0 where it says nothing. */
      freshForMs: number
    }

/** `asRobot`: nobody asked for this very page, so its site's rules for robots are kept. */
type FetchOptions = Validators & { asRobot?: boolean }

export type Fetcher = {
  /** Throws `OutsideError` with a reason in plain words for whatever goes wrong; permanent where another try can't help. */
  fetch(url: string, options?: FetchOptions): Promise<Fetched>
  close(): Promise<void>
}

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)
const userAgent = `Khabar/${version} (+news bot)`

/** A fetcher with its own connections. `allowPrivate` opens the inner network and all ports: for tests with a server of their own. */
export function createFetcher({
  allowPrivate = false,
  limits = {},
  resolve = systemLookup,
}: { allowPrivate?: boolean; limits?: Partial<FetchLimits>; resolve?: Resolve } = {}): Fetcher {
  const all = { ...defaults, ...limits }
  const agent = new Agent({
    connect: { timeout: all.connectTimeoutMs, ...(allowPrivate ? {} : { lookup: publicLookup(resolve) }) },
    headersTimeout: all.timeoutMs,
    bodyTimeout: all.timeoutMs,
    connections: 4,
  })
  const context: Context = {
    agent,
    limits: all,
    allowPrivate,
    hosts: new Turns(all.perHost, all.hostDelayMs),
  }
  const robots = new Robots(async (url) => {
    const read = await fetchFollowing(context, url, {})
    return read.status === 'fetched' ? read.text : ''
  }, userAgent)
  return {
    fetch: async (url, { asRobot = false, ...validators } = {}) => {
      if (asRobot && !(await robots.allow(url)))
        throw new OutsideError(`${url} was not fetched: its site's robots.txt asks robots not to.`, {
          permanent: true,
        })
      return traced('fetch', {}, () => fetchFollowing(context, url, validators))
    },
    close: () => agent.close(),
  }
}

type Context = { agent: Agent; limits: FetchLimits; allowPrivate: boolean; hosts: Turns }

async function fetchFollowing(context: Context, address: string, validators: Validators): Promise<Fetched> {
  let url = checked(context, address, undefined)
  let signal: AbortSignal | undefined
  let permanentSoFar = true
  for (let hops = 0; hops <= context.limits.maxRedirects; hops++) {
    const { host } = url
    await context.hosts.enter(host)
    // Waiting for a turn is none of the server's time.
    signal ??= AbortSignal.timeout(context.limits.timeoutMs)
    const response = await ask(context, url, { validators, signal }).finally(() => context.hosts.leave(host))
    const target = isRedirect(response.status) ? response.headers.get('location') : null
    if (target === null) {
      const movedTo = hops > 0 && permanentSoFar ? url.href : null
      return await answer(response, { url, movedTo, limits: context.limits })
    }
    await response.body?.cancel()
    permanentSoFar &&= response.status === 301 || response.status === 308
    url = checked(context, target, url)
  }
  throw new OutsideError(`${address} redirects more than ${context.limits.maxRedirects} times.`, {
    permanent: true,
  })
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function checked({ allowPrivate }: Context, address: string, base: URL | undefined): URL {
  if (!URL.canParse(address, base?.href)) {
    throw new OutsideError(`${address} is no web address.`, { permanent: true })
  }
  const url = new URL(address, base?.href)
  url.hash = ''
  const web = url.protocol === 'http:' || url.protocol === 'https:'
  const reason = allowPrivate && web ? undefined : refusal(url)
  if (reason === undefined) return url
  const from = base === undefined ? '' : `${base.href} redirects to it: `
  throw new OutsideError(`${shown(url)} was not fetched: ${from}${reason}.`, { permanent: true })
}

/** Without a password that someone may have left in it. */
function shown(url: URL): string {
  const copy = new URL(url.href)
  copy.username = ''
  copy.password = ''
  return copy.href
}

type Asking = { validators: Validators; signal: AbortSignal }

async function ask({ agent, limits }: Context, url: URL, { validators, signal }: Asking): Promise<Response> {
  try {
    return await request(url, {
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: {
        'user-agent': userAgent,
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5',
        'accept-language': 'ar, en;q=0.8',
        ...(validators.etag ? { 'if-none-match': validators.etag } : {}),
        ...(validators.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
      },
    })
  } catch (error) {
    throw connectionFault(error, url, limits.timeoutMs)
  }
}

type Answering = { url: URL; movedTo: string | null; limits: FetchLimits }

async function answer(response: Response, { url, movedTo, limits }: Answering): Promise<Fetched> {
  if (response.status === 304) return { status: 'unchanged', url: url.href }
  if (!response.ok) {
    await response.body?.cancel()
    throw new AnswerError(`${url.href} answered ${response.status}${statusWords(response.status)}.`, {
      status: response.status,
      retryAfterMs: waitOf(response.headers.get('retry-after'), Date.now()),
    })
  }
  const bytes = await readBody(response, url, limits)
  const contentType = response.headers.get('content-type')
  const decoded = decodeText(bytes, charsetOf(contentType) ?? declaredCharset(bytes))
  if ('binary' in decoded) {
    throw new OutsideError(`${url.href} is ${decoded.binary}, not a feed or a page.`, { permanent: true })
  }
  return {
    status: 'fetched',
    url: url.href,
    movedTo,
    contentType,
    text: decoded.text,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    freshForMs: freshOf(response.headers.get('cache-control')),
  }
}

/** Retry-After: seconds, or a date. */
function waitOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const ms = /^\s*\d{1,8}\s*$/u.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, retryAfterMostMs) : undefined
}
/** Longer than a week is a mistake of theirs. */
const retryAfterMostMs = 7 * 24 * 60 * 60_000

const freshOf = (header: string | null): number =>
  1_000 * Number(/(?:^|[\s,])max-age\s*=\s*(\d{1,8})/iu.exec(header ?? '')?.[1] ?? 0)

function statusWords(status: number): string {
  const words: Readonly<Record<number, string>> = {
    401: ' (it asks for a password)',
    403: ' (it refuses us)',
    404: ' (there is no such page)',
    410: ' (the page is gone for good)',
    429: ' (we asked too often)',
  }
  return words[status] ?? (status >= 500 ? ' (its server has a fault)' : '')
}

async function readBody(response: Response, url: URL, limits: FetchLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      const bytes: Uint8Array = chunk
      size += bytes.length
      if (size > limits.maxBodyBytes) break
      chunks.push(bytes)
    }
  } catch (error) {
    throw connectionFault(error, url, limits.timeoutMs)
  }
  if (size > limits.maxBodyBytes) {
    const megabytes = Math.round((limits.maxBodyBytes / 1024 / 1024) * 10) / 10
    throw new OutsideError(`${url.href} is larger than ${megabytes} MB.`, { permanent: true })
  }
  return Buffer.concat(chunks)
}

function charsetOf(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? '')?.[1]
}
