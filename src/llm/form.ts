// The form of an answer on its way out (a JSON Schema that every server takes) and back in (the object, wherever it hides).

import { z } from 'zod'

/** The keywords that all servers know. Limits and patterns are checked by zod afterwards: servers fail on them, or ignore them. */
const keywords = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  'description',
])

/** The JSON Schema of a zod schema without the keywords that servers disagree on. */
export function wireSchema(schema: z.ZodType): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...z.toJSONSchema(schema) }
  return withKnownKeywords(whole)
}

function withKnownKeywords(schema: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([keyword]) => keywords.has(keyword))
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, keptValue(keyword, value)]))
}

function keptValue(keyword: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it: unknown) => (isRecord(it) ? withKnownKeywords(it) : it))
  if (!isRecord(value)) return value
  if (keyword !== 'properties') return withKnownKeywords(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, isRecord(it) ? withKnownKeywords(it) : it]),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first JSON object of an answer, taken out of thoughts, fences and chatter. Throws a SyntaxError when there is none. */
export function extractObject(answer: string): unknown {
  const afterThoughts = answer.split(/<\/think>/i).at(-1) ?? ''
  const start = afterThoughts.indexOf('{')
  if (start < 0) throw new SyntaxError('there is no JSON object in it')
  const end = endOfObject(afterThoughts, start)
  if (end < 0) throw new SyntaxError('its JSON object is not closed')
  return JSON.parse(afterThoughts.slice(start, end))
}

function endOfObject(text: string, start: number): number {
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at++) {
    const unit = text.charAt(at)
    if (inString) {
      if (unit === '\\') at++
      else if (unit === '"') inString = false
    } else if (unit === '"') inString = true
    else if (unit === '{') depth++
    else if (unit === '}' && --depth === 0) return at + 1
  }
  return -1
}
