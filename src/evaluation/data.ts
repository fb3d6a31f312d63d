// Reads labelled rows, each checked. What is missing or broken is told in one line that names the file and the place.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { OutsideError } from '../errors.ts'

/** The rows of a file of JSON lines. Throws an OutsideError at the first line that does not fit. */
export function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return lines(file).map(({ text, number }) =>
    checked(schema, json(text, `${file}:${number}`), `${file}:${number}`),
  )
}

/** A file that is one JSON document. */
export function readDocument<Row>(file: string, schema: z.ZodType<Row>): Row {
  return checked(schema, json(readBytes(file).toString('utf8'), file), file)
}

/** The rows of a file of columns with tabs between them; the last ones may be missing, at least `columnsMin` must not. */
export function readColumns(file: string, columnsMin: number): string[][] {
  return lines(file).map(({ text, number }) => {
    const columns = text.split('\t').map((it) => it.trim())
    if (columns.length < columnsMin)
      throw broken(`${file}:${number} has ${columns.length} columns; at least ${columnsMin} are expected`)
    return columns
  })
}

export function readBytes(file: string): Buffer {
  if (!existsSync(file)) throw broken(`${file} is missing`)
  try {
    return readFileSync(file)
  } catch (cause) {
    throw broken(`${file} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`, cause)
  }
}

export const inFolder = (folder: string, name: string): string => path.join(folder, name)

/** Half-open, in UTF-16 units. */
export const Place = z.tuple([z.int().nonnegative(), z.int().nonnegative()])

function lines(file: string): { text: string; number: number }[] {
  const all = readBytes(file)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => text.trim() !== '')
  if (all.length === 0) throw broken(`${file} is empty`)
  return all
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw broken(`${where} is not JSON`, cause)
  }
}

function checked<Row>(schema: z.ZodType<Row>, value: unknown, where: string): Row {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw broken(`${where}: ${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'not as expected'}`)
}

const broken = (message: string, cause?: unknown): OutsideError =>
  new OutsideError(message, { permanent: true, cause })
