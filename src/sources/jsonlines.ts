// Articles as JSON: one object a line, read as a stream so that a file of any size needs the memory of its longest line.

import { z } from 'zod'

import type { Read } from '../articles/article.ts'
import { decodeText } from './charset.ts'
import { draftOf } from './draft.ts'

const badId = 'must be a string, or a number below 2^53'
/** JSON has no limit for whole numbers, JavaScript has: one that would come back with other digits is refused. */
export const LineId = z.union(
  [z.string(), z.number().refine((it) => !Number.isInteger(it) || Number.isSafeInteger(it), badId)],
  badId,
)

/** Unknown keys are ignored, null counts as missing; the text is the one thing that an article can't do without. */
const Article = z.object({
  id: LineId.nullish(),
  title: z.string().nullish(),
  text: z.string(),
  url: z.string().nullish(),
  source: z.string().nullish(),
  publishedAt: z.string().nullish(),
})

/** One line of a stream; `overlong` lines are passed over without being held. */
export type RawLine = { number: number; bytes: Buffer; overlong: boolean }

/** Lines of a stream, split at `\n` and nowhere else (U+2028 may stand in JSON as it is), counted from 1. */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  lineBytesMax: number,
): AsyncGenerator<RawLine> {
  const held: Held = { number: 1, pieces: [], size: 0 }
  for await (const chunk of chunks) {
    let rest = chunk
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      hold(held, rest.subarray(0, at), lineBytesMax)
      yield release(held, lineBytesMax)
      rest = rest.subarray(at + 1)
    }
    hold(held, rest, lineBytesMax)
  }
  if (held.size > 0) yield release(held, lineBytesMax)
}

/** The line that is being read; `size` counts what was not kept as well. */
type Held = { number: number; pieces: Buffer[]; size: number }

function hold(held: Held, piece: Buffer, lineBytesMax: number): void {
  held.size += piece.length
  if (held.size <= lineBytesMax) held.pieces.push(piece)
  else held.pieces.length = 0
}

function release(held: Held, lineBytesMax: number): RawLine {
  const line = { number: held.number, bytes: Buffer.concat(held.pieces), overlong: held.size > lineBytesMax }
  held.number++
  held.pieces.length = 0
  held.size = 0
  return line
}

/** One line as an article or the reason why it is none; undefined for an empty line. `origin`: where the file lies, without `#id:…`. */
export function readJsonLine(
  line: RawLine,
  { input, origin }: { input: string; origin: string },
): Read | undefined {
  const where = `${input}:${line.number}`
  if (line.overlong) return { input: where, failed: 'This line is too long to be an article; split it.' }
  const decoded = decodeText(line.bytes)
  if ('binary' in decoded) return { input: where, failed: 'This line is binary data, not JSON.' }
  if (decoded.text.trim() === '') return undefined
  return readJsonArticle(parsed(decoded.text), { input: where, origin })
}

/** One article of a JSON value, checked. */
export function readJsonArticle(value: unknown, { input, origin }: { input: string; origin: string }): Read {
  if (value === notJson)
    return { input, failed: 'This line is not JSON: each line must be one whole object, as {"text":"…"}.' }
  const article = Article.safeParse(value)
  if (!article.success) return { input, failed: complaint(article.error) }
  const { id, ...known } = article.data
  const externalId = id === null || id === undefined ? null : String(id)
  const draft = draftOf({
    ...known,
    externalId,
    origin: externalId === null ? null : `${origin}#id:${externalId}`,
  })
  return draft ? { input, draft } : { input, failed: 'Its "text" holds no words.' }
}

const notJson = Symbol('not JSON')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return notJson
    throw error
  }
}

function complaint(error: z.ZodError): string {
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  if (field === '') return 'This is not a JSON object with a "text".'
  return field === 'text'
    ? 'Its "text" is missing or is not a string.'
    : `Its "${field}" ${field === 'id' ? issue?.message : 'must be a string'}.`
}
