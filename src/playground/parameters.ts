// Reads a request's parameters as the real server does: everything may come as a string (forms), objects may come as JSON text.

import { badRequest } from './refusal.ts'

/** As they came: strings from a form, any JSON value from a JSON body, `UploadedFile` from a multipart part. */
export type Parameters = Record<string, unknown>

export type UploadedFile = { fileName: string; mimeType: string; data: Buffer }

/** The parameter as a string; '' when it is missing. A lone surrogate is not UTF-8 and is refused. */
export function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  return text
}

/** A whole number; 0 when it is missing or is none, as the server reads it. */
export function integerOf(parameters: Parameters, name: string): number {
  const text = textOf(parameters, name).trim()
  return /^-?\d{1,15}$/.test(text) ? Number(text) : 0
}

export function flagOf(parameters: Parameters, name: string): boolean {
  return /^(true|yes|1)$/i.test(textOf(parameters, name).trim())
}

/** A JSON parameter, parsed; undefined when it is missing. `what` names it in the refusal. */
export function jsonOf(parameters: Parameters, name: string, what: string): unknown {
  const value = parameters[name]
  if (value === undefined || value === null || value === '') return undefined
  return wellFormed(typeof value === 'string' ? parsed(value, what) : value)
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badRequest(`can't parse ${what} JSON object`, error)
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isFile(value: unknown): value is UploadedFile {
  return isRecord(value) && Buffer.isBuffer(value['data'])
}

function wellFormed(value: unknown): unknown {
  // JSON.stringify writes a lone surrogate as an escape of its own; that is the one way it can still be hiding here.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(value)))
    throw badRequest('strings must be encoded in UTF-8')
  return value
}
