// A document that a reader sends: plain text, Markdown, HTML or PDF, read into an article. What it is its name and type say; what it holds
// is nobody's instruction. A PDF is taken apart in a thread of its own, with limits: it may be made to hang whoever reads it.

import { Worker } from 'node:worker_threads'
import { decodeText, declaredCharset } from '../sources/charset.ts'
import { fileKind } from '../sources/files.ts'
import { readPage } from '../sources/page.ts'
import { parseMarkdown, parseText } from '../sources/text.ts'
import { paragraphsOf } from './pdf-text.ts'

/** Telegram lets a bot have 20 MB; an article with its markup has not a tenth of that. */
export const documentBytesMax = 2_000_000
/** As long as some forty pages of a newspaper: more is not read in one message. */
const textCharsMax = 100_000

const readable = ['text', 'markdown', 'html', 'pdf'] as const
export type DocumentKind = (typeof readable)[number]

const byType = new Map<string, DocumentKind>([
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/pdf', 'pdf'],
])

/** The name decides, then the type; undefined for what Khabar does not read in place. */
export function documentKind(name: string, type: string): DocumentKind | undefined {
  const named = /\.pdf$/i.test(name) ? 'pdf' : fileKind(name)
  return readable.find((it) => it === named) ?? byType.get(type.toLowerCase().split(';')[0] ?? '')
}

/** `isCut`: only its beginning was read. */
export type ReadDocument = { title: string; text: string; isCut: boolean }

/** Null where there is no text in it that could be an article. */
export async function readDocument(bytes: Uint8Array, kind: DocumentKind): Promise<ReadDocument | null> {
  const found = kind === 'pdf' ? fromPdf(await textOfPdf(bytes)) : fromBytes(bytes, kind)
  if (!found) return null
  const { title, text } = found
  return { title, text: text.slice(0, textCharsMax), isCut: text.length > textCharsMax }
}

type Found = { title: string; text: string } | null

function fromBytes(bytes: Uint8Array, kind: Exclude<DocumentKind, 'pdf'>): Found {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  if ('binary' in decoded) return null
  if (kind === 'text') return fromText(decoded.text)
  if (kind === 'markdown') return parseMarkdown(decoded.text)[0] ?? null
  const page = readPage(decoded.text)
  return 'draft' in page ? page.draft : null
}

const fromText = (text: string): Found => parseText(text)[0] ?? null
const fromPdf = (text: string | null): Found => (text === null ? null : fromText(paragraphsOf(text)))

const pdfTimeoutMs = 15_000
const pdfMegabytesMax = 256

/** Null where it is broken, locked, made of pictures, or takes too long. */
function textOfPdf(bytes: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: pdfMegabytesMax },
      // What it says of a broken file is nobody's business.
      stdout: true,
      stderr: true,
    })
    const settle = (text: string | null) => {
      clearTimeout(timer)
      resolve(text)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(null), pdfTimeoutMs)
    worker.once('message', (text: unknown) =>
      settle(typeof text === 'string' && text.trim() !== '' ? text : null),
    )
    worker.once('error', () => settle(null))
    worker.once('exit', () => settle(null))
  })
}
