// Shows of a found statement exactly the fields that a test's row is about, so that each row fails for its own rule.

import type { Statement } from '../../../src/statements/statement.ts'

export type Expected = Partial<Omit<Statement, 'quotes' | 'adjuncts'>> & {
  quoted?: string[]
  adjunct?: string[]
}
export type Row = [rule: string, text: string, expected: Expected[]]

/** The found statements, each cut down to the fields that the expected one at its place names; all of a surplus one's text is shown. */
export function shown(text: string, found: readonly Statement[], expected: readonly Expected[]): Expected[] {
  return found.map((one, i) => {
    const all: Expected = {
      ...one,
      quoted: one.quotes.map(({ start, end }) => text.slice(start, end)),
      adjunct: one.adjuncts.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    }
    const wanted = new Set(['text', ...Object.keys(expected[i] ?? {})])
    return Object.fromEntries(Object.entries(all).filter(([field]) => wanted.has(field)))
  })
}
