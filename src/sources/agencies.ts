// Tells an agency from an outlet, and puts the names of source lines where they belong.

import { agencies } from './agencies.data.ts'
import { fold } from '../language/normalise.ts'

const known = new Set(agencies.map(key))

/** Whether a name is a news agency's («نوفوستي», «وكالة الأناضول», "Reuters"). */
export function isAgency(name: string): boolean {
  return known.has(key(name)) || /^(وكاله|وكالات) /.test(fold(name.trim()))
}

/**
 * Agency and outlet out of the names on a page's source lines, in their order. A page writes the agency first and itself last;
 * where there is one name, or several on one line («الجزيرة + وكالات»), the list of agencies decides.
 */
export function assignSources(lines: readonly string[]): { agency: string | null; source: string | null } {
  const names = lines.map((line) => cleaned(line)).filter((name) => name !== '')
  const distinct = [...new Map(names.map((name) => [key(name), name])).values()]
  const [only] = distinct
  if (only === undefined) return { agency: null, source: null }
  if (distinct.length === 1) return assignOne(only)
  const first = distinct.find((name) => isAgency(name)) ?? only
  const outlet = distinct.findLast((name) => name !== first && !isAgency(name)) ?? distinct.at(-1) ?? null
  return { agency: first, source: outlet === first ? null : outlet }
}

/** One line: `A + B`, `A، B` or a single name. */
function assignOne(line: string): { agency: string | null; source: string | null } {
  const names = line
    .split(/\s*[+،,/|]\s*|\s+-\s+/u)
    .map((name) => cleaned(name))
    .filter((name) => name !== '')
  const fromAgencies = names.filter((name) => isAgency(name))
  const others = names.filter((name) => !isAgency(name))
  if (fromAgencies.length === 0) return { agency: null, source: line }
  if (others.length === 0) return { agency: line, source: null }
  return { agency: fromAgencies.join('، '), source: others[0] ?? null }
}

function cleaned(name: string): string {
  return name
    .replaceAll(/^[\s.*«"“(]+|[\s.»"”)،,]+$/gu, '')
    .replace(/\s*\|\s*\S+\.\S+$/u, '') // «قناة المنار | almanar.com.lb»
    .trim()
}

function key(name: string): string {
  return fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^(?:ال)?وكال[هة](?:انباء|الانباء)?/u, '')
}
