// JSON lines in, JSON lines out: one for each line that came in, in order. A bad line never stops the rest.

import type { Readable } from 'node:stream'
import { z } from 'zod'
import { decodeText } from '../sources/charset.ts'
import { LineId, type RawLine, readLines } from '../sources/jsonlines.ts'

/** Results on stdout; a closed pipe (`| head`) ends the program in peace. */
export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
}

const Id = z.object({ id: LineId }, 'the line is not a JSON object')

/** A line, or a text on standard input: as much as a file may have that is read whole. */
const inputBytesMax = 20 * 1024 * 1024
const tooLong = `is longer than ${inputBytesMax / 1024 / 1024} MB`

/**
 * Answers each line of `input` with `{"id", …}` or `{"id", "error"}`; true when all of them worked.
 * An empty line is passed over. `work` may throw: its message is the line's error.
 */
export async function answerLines<Line extends z.ZodType>(
  input: Readable,
  schema: Line,
  work: (line: z.infer<Line>) => Promise<object> | object,
): Promise<boolean> {
  let allWorked = true
  for await (const raw of readLines(input, inputBytesMax)) {
    let id: string | number | null = null
    try {
      const text = lineText(raw)
      if (text.trim() === '') continue
      const value = parseLine(text)
      id = checked(Id, value).id
      print({ id, ...(await work(checked(schema, value))) })
    } catch (error) {
      allWorked = false
      print({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return allWorked
}

function lineText({ bytes, overlong }: RawLine): string {
  if (overlong) throw new Error(`the line ${tooLong}`)
  const decoded = decodeText(bytes)
  if ('binary' in decoded) throw new Error(`the line is ${decoded.binary}, not JSON`)
  return decoded.text
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error('the line is not valid JSON', { cause })
  }
}

function checked<Value extends z.ZodType>(schema: Value, value: unknown): z.infer<Value> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Error(whatIsWrong(parsed.error))
  return parsed.data
}

const whatIsWrong = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')

/** All of standard input as text, or why it is none. */
export async function readText(input: AsyncIterable<Buffer>): Promise<{ text: string } | { failed: string }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.length
    if (size > inputBytesMax) return { failed: `standard input ${tooLong}` }
    chunks.push(chunk)
  }
  const decoded = decodeText(Buffer.concat(chunks))
  if ('binary' in decoded) return { failed: `standard input is ${decoded.binary}, not text` }
  return decoded.text.trim() === '' ? { failed: 'standard input is empty' } : { text: decoded.text }
}
