// Loads the words for the model: Markdown with front matter, a fixed system part, and a user part with {{holes}}.
// A prompt whose holes don't match what is declared stops the program at import, never at the thousandth article.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Prompt<Hole extends string> = {
  name: string
  /** Changes with any letter of the file: stored with each result, so that a better prompt is known from an older one. */
  version: string
  /** The same in every call: servers cache it, and no text from outside ever stands in it. */
  system: string
  /** The user part with its holes filled, in one pass: a value that holds `{{…}}` itself stays as it is. */
  fillIn: (values: Record<Hole, string>) => string
}

/** The prompt in a file of this folder. `holes`: what the code is going to fill in. */
export function loadPrompt<const Hole extends string>(file: string, holes: readonly Hole[]): Prompt<Hole> {
  return parsePrompt(readFileSync(path.join(import.meta.dirname, file), 'utf8'), holes)
}

/**
 * Reads a prompt. Throws when the front matter, a part, or the agreement between the holes that are declared in the file, used in its
 * user part and filled by the code is missing, and when the system part has a hole.
 */
export function parsePrompt<const Hole extends string>(text: string, holes: readonly Hole[]): Prompt<Hole> {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || body === undefined)
    throw new Error('A prompt begins with front matter between two lines of ---')
  const meta = frontMatter(head)
  const name = meta.get('name')
  if (name === undefined) throw new Error('The front matter of a prompt names it: name: …')
  const system = part(body, 'system', name)
  const user = part(body, 'user', name)
  const declared = (meta.get('holes') ?? '').split(',').map((hole) => hole.trim())
  agree(name, { declared, used: holesIn(user), filled: holes })
  if (holesIn(system).length > 0)
    throw new Error(`Prompt ${name}: the system part has no holes, it is the same in every call`)
  return {
    name,
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    system,
    fillIn: (values) => user.replaceAll(hole, (whole, key: string) => (isHole(key) ? values[key] : whole)),
  }

  function isHole(key: string): key is Hole {
    return holes.some((it) => it === key)
  }
}

const hole = /\{\{(\w+)\}\}/g

const holesIn = (text: string): string[] =>
  Array.from(new Set(Array.from(text.matchAll(hole), ([, key]) => key ?? '')))

function frontMatter(text: string): Map<string, string> {
  return new Map(
    text.split('\n').map((line) => {
      const [, key, value] = /^(\w+):\s*(.*)$/.exec(line) ?? []
      if (key === undefined || value === undefined)
        throw new Error(`Front matter is lines of "name: value", not: ${line}`)
      return [key, value.trim()]
    }),
  )
}

function part(body: string, heading: 'system' | 'user', name: string): string {
  const parts = body.split(/^# (system|user)\n/m)
  const text = parts[parts.indexOf(heading) + 1]?.trim() ?? ''
  if (!parts.includes(heading) || text === '') throw new Error(`Prompt ${name} has no "# ${heading}" part`)
  return text
}

function agree(name: string, sets: Record<'declared' | 'used' | 'filled', readonly string[]>): void {
  for (const [one, keys] of Object.entries(sets)) {
    for (const [other, others] of Object.entries(sets)) {
      const missing = keys.filter((key) => !others.includes(key))
      if (missing.length > 0)
        throw new Error(`Prompt ${name}: {{${missing.join('}}, {{')}}} is ${one} but not ${other}`)
    }
  }
}
