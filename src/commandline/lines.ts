// JSON lines in, JSON lines out: one for each line that came in, in order. A bad line never stops the rest.

import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'

/** Results on stdout; a closed pipe (`| head`) ends the program in peace. */
export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
}

const Id = z.object({ id: z.union([z.string(), z.number()]) })

/** A line longer than this is no article. */
const lineCharsMax = 50_000_000

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
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (text.trim() === '') continue
    let id: string | number | null = null
    try {
      if (text.length > lineCharsMax) throw new Error(`the line is longer than ${lineCharsMax} characters`)
      const value = parseLine(text)
      id = Id.safeParse(value).data?.id ?? null
      const parsed = schema.safeParse(value)
      if (!parsed.success) throw new Error(whatIsWrong(parsed.error))
      print({ id, ...(await work(parsed.data)) })
    } catch (error) {
      allWorked = false
      print({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return allWorked
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error('the line is not valid JSON', { cause })
  }
}

const whatIsWrong = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')

/** All of standard input as text. */
export async function readAll(input: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
