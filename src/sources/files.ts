// Reads articles out of files and folders. Whatever is wrong with one file is told in its place and never stops the others.

import type { Stats } from 'node:fs'
import { type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'

import type { Draft, Read } from '../articles/article.ts'
import { decodeText, declaredCharset } from './charset.ts'
import { parseFeed } from './feed.ts'
import { readJsonArticle, readJsonLine, readLines } from './jsonlines.ts'
import { readPage } from './page.ts'
import { parseMarkdown, parseText } from './text.ts'

export type FileLimits = {
  /** Size of one file that is read whole. An article has some 10 KB, a large feed some MB. */
  maxFileBytes: number
  /** Size of one line of a `.jsonl` file, which itself may have any size. */
  maxLineBytes: number
  /** How deep folders are followed. */
  maxDepth: number
}

const defaults: FileLimits = { maxFileBytes: 20 * 1024 * 1024, maxLineBytes: 8 * 1024 * 1024, maxDepth: 32 }

export type Kind = 'text' | 'markdown' | 'html' | 'lines' | 'feed' | 'json'

const kinds: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.json': 'json',
}

/**
 * The articles of a file, or of a folder and the folders in it, in the order of their names. Hidden files and files of other kinds in a
 * folder are passed over; links in it are followed only to files inside it. Never throws for bad input: it says what failed, and why.
 */
export async function* readPath(path: string, limits: Partial<FileLimits> = {}): AsyncGenerator<Read> {
  const all = { ...defaults, ...limits }
  const found = await attempt(() => stat(path))
  if ('failed' in found) yield { input: path, failed: found.failed }
  else if (found.value.isDirectory()) yield* readFolder(path, all)
  else yield* readFile(path, found.value, fileKind(path) ?? unnamedKind(path), all)
}

/** What a file holds by its name; undefined for what is not read. */
export const fileKind = (name: string): Kind | undefined => kinds[extname(name).toLowerCase()]

/** A file without any extension is read as plain text when someone names it. */
function unnamedKind(path: string): Kind | undefined {
  return extname(basename(path)) === '' ? 'text' : undefined
}

async function* readFolder(path: string, limits: FileLimits): AsyncGenerator<Read> {
  const root = await attempt(() => realpath(path))
  if ('failed' in root) {
    yield { input: path, failed: root.failed }
    return
  }
  const visit: Visit = { root: root.value, seen: new Set(), limits, files: 0 }
  yield* walk(path, visit, 0)
  if (visit.files === 0) {
    yield {
      input: path,
      failed: `This folder holds no file that can be read (${Object.keys(kinds).join(' ')}).`,
    }
  }
}

/** `seen` holds the real paths of files: one that is linked twice is read once. */
type Visit = { root: string; seen: Set<string>; limits: FileLimits; files: number }

async function* walk(folder: string, visit: Visit, depth: number): AsyncGenerator<Read> {
  const entries = await attempt(() => readdir(folder))
  if ('failed' in entries) {
    visit.files++
    yield { input: folder, failed: entries.failed }
    return
  }
  for (const name of entries.value.filter((it) => !it.startsWith('.')).toSorted()) {
    yield* visitEntry(join(folder, name), visit, depth)
  }
}

async function* visitEntry(path: string, visit: Visit, depth: number): AsyncGenerator<Read> {
  const own = await attempt(() => lstat(path))
  if ('failed' in own) {
    visit.files++
    yield { input: path, failed: own.failed }
  } else if (own.value.isDirectory()) {
    if (depth < visit.limits.maxDepth) yield* walk(path, visit, depth + 1)
    else {
      visit.files++
      yield {
        input: path,
        failed: `Folders are followed ${visit.limits.maxDepth} deep, and this one lies deeper.`,
      }
    }
  } else {
    yield* visitFile(path, own.value, visit)
  }
}

async function* visitFile(path: string, own: Stats, visit: Visit): AsyncGenerator<Read> {
  const kind = fileKind(path)
  if (kind === undefined) return
  visit.files++
  const real = await attempt(() => realpath(path))
  const target = await attempt(() => stat(path))
  if ('failed' in real || 'failed' in target) {
    yield { input: path, failed: 'failed' in real ? real.failed : 'It cannot be read.' }
    return
  }
  if (own.isSymbolicLink() && relative(visit.root, real.value).startsWith('..')) {
    yield {
      input: path,
      failed: 'This is a link out of the folder, and such links are not followed; name the file itself.',
    }
    return
  }
  if (visit.seen.has(real.value) || target.value.isDirectory()) return
  visit.seen.add(real.value)
  yield* readFile(path, target.value, kind, visit.limits)
}

async function* readFile(
  path: string,
  found: Stats,
  kind: Kind | undefined,
  limits: FileLimits,
): AsyncGenerator<Read> {
  const refusal = refused(found, kind, limits)
  const file = refusal === undefined ? await attempt(() => open(path, 'r')) : { failed: refusal }
  if ('failed' in file) {
    yield { input: path, failed: file.failed }
    return
  }
  try {
    if (kind === 'lines') yield* readLineFile(path, file.value, limits)
    else if (kind !== undefined) yield* readWhole(path, file.value, kind)
  } catch (error) {
    yield { input: path, failed: reasonOf(error) }
  } finally {
    await file.value.close()
  }
}

function refused(found: Stats, kind: Kind | undefined, limits: FileLimits): string | undefined {
  if (!found.isFile()) return 'This is no ordinary file.'
  if (kind === undefined)
    return `Files of this kind are not read; the kinds are ${Object.keys(kinds).join(' ')}.`
  if (found.size === 0) return 'This file is empty.'
  if (kind !== 'lines' && found.size > limits.maxFileBytes) {
    return `This file has ${megabytes(found.size)} MB, more than the ${megabytes(limits.maxFileBytes)} MB that one file may have; split it, or write it as .jsonl.`
  }
  return undefined
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}

async function* readLineFile(path: string, file: FileHandle, limits: FileLimits): AsyncGenerator<Read> {
  const head = Buffer.alloc(4_096)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  if (head.subarray(0, bytesRead).includes(0)) {
    yield {
      input: path,
      failed: 'This file is not text: a .jsonl file must be UTF-8, one JSON object a line.',
    }
    return
  }
  let articles = 0
  const chunks = file.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 })
  for await (const line of readLines(chunks, limits.maxLineBytes)) {
    const read = readJsonLine(line, { input: path, origin: `file:${resolve(path)}` })
    if (!read) continue
    articles++
    yield read
  }
  if (articles === 0) yield { input: path, failed: 'This file holds no line.' }
}

async function* readWhole(
  path: string,
  file: FileHandle,
  kind: Exclude<Kind, 'lines'>,
): AsyncGenerator<Read> {
  const bytes = await file.readFile()
  const decoded = decodeText(bytes, kind === 'html' || kind === 'feed' ? declaredCharset(bytes) : undefined)
  if ('binary' in decoded) {
    yield {
      input: path,
      failed: `This file is ${decoded.binary}, not text; save its text as .txt and load that.`,
    }
    return
  }
  yield* readDecoded(path, decoded.text, kind)
}

function readDecoded(path: string, text: string, kind: Exclude<Kind, 'lines'>): Iterable<Read> {
  const origin = `file:${resolve(path)}`
  if (kind === 'feed') return readFeedFile(path, text, origin)
  if (kind === 'json') return readJsonFile(path, text, origin)
  if (kind === 'html') return [readHtmlFile(path, text, origin)]
  const drafts = kind === 'markdown' ? parseMarkdown(text, { origin }) : parseText(text, { origin })
  return drafts.length > 0 ? readsOf(path, drafts) : [{ input: path, failed: 'This file holds no words.' }]
}

function readsOf(input: string, drafts: readonly Draft[]): Read[] {
  return drafts.map((draft) => ({ input, draft }))
}

function readHtmlFile(path: string, text: string, origin: string): Read {
  const page = readPage(text)
  return 'failed' in page
    ? { input: path, failed: page.failed }
    : { input: path, draft: { ...page.draft, origin: `${origin}#0` } }
}

function readFeedFile(path: string, text: string, origin: string): Read[] {
  const feed = parseFeed(text)
  if ('failed' in feed) return [{ input: path, failed: feed.failed }]
  return feed.reads.map((read, index) =>
    'draft' in read
      ? {
          input: path,
          draft: {
            ...read.draft,
            origin: `${origin}#${read.draft.externalId === null ? index : `id:${read.draft.externalId}`}`,
          },
        }
      : { input: `${path} (${read.input})`, failed: read.failed },
  )
}

/** A JSON Feed, one article, or a list of articles. */
function readJsonFile(path: string, text: string, origin: string): Read[] {
  const value = attemptJson(text)
  if (value === undefined) return [{ input: path, failed: 'This file is not JSON, or was cut off.' }]
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => readJsonArticle(item, { input: `${path}[${index}]`, origin }))
  }
  if (typeof value === 'object' && value !== null && 'items' in value) return readFeedFile(path, text, origin)
  return [readJsonArticle(value, { input: path, origin })]
}

function attemptJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function attempt<Value>(act: () => Promise<Value>): Promise<{ value: Value } | { failed: string }> {
  try {
    return { value: await act() }
  } catch (error) {
    return { failed: reasonOf(error) }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'It may not be read: this user lacks the permission.',
  EPERM: 'It may not be read: this user lacks the permission.',
  ELOOP: 'It is a link that leads to itself.',
  ENOTDIR: 'There is no such file or folder.',
  ENAMETOOLONG: 'Its name is too long.',
  EMFILE: 'Too many files are open; try again.',
  EIO: 'The disk could not read it.',
}

/** Only what the file system says is input; anything else is a bug of ours and must be seen. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return reasons[error.code] ?? `It cannot be read (${error.code}).`
  }
  throw error
}
