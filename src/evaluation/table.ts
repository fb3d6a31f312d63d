// The figures on paper: a line for each set, and below it a line for each floor, so that ours and theirs stand under each other.

import type { Figures, Result } from './task.ts'

export type Line = { task: string; set: string; result?: Result; instead?: string }

const headings = ['task', 'set', 'n', 'ms each', 'figures']

/** The table, with its notes below. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.flatMap(rowsOf)
  const widths = headings.map((heading, at) =>
    at === headings.length - 1 ? 0 : Math.max(heading.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const text = [headings, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = lines.flatMap(({ task, set, result }) =>
    (result?.notes ?? []).map((note) => `${task}, ${set}: ${note}`),
  )
  return `${text.join('\n')}\n${notes.length > 0 ? `\n${notes.join('\n')}\n` : ''}`
}

function rowsOf({ task, set, result, instead }: Line): string[][] {
  if (!result) return [[task, set, '', '', instead ?? '']]
  const { n, figures, floors = [], msEach } = result
  const names = Object.keys(figures)
  return [
    [task, set, n, msEach === undefined ? '' : milliseconds(msEach), figuresText(names, figures)],
    ...floors.map(({ by, figures: theirs }) => ['', '', '', '', `${figuresText(names, theirs)}  (${by})`]),
  ]
}

/** Every figure of ours keeps its column in the lines of the floors; what a floor does not say is a dash. */
function figuresText(names: readonly string[], figures: Figures): string {
  return names.map((name) => `${name} ${figureText(figures[name])}`).join('  ')
}

const figureText = (value: number | undefined): string =>
  value === undefined ? '  – ' : value >= 0.9995 ? value.toFixed(2) : value.toFixed(3).replace(/^0/, '')

const milliseconds = (ms: number): string => (ms < 100 ? ms.toFixed(ms < 10 ? 2 : 1) : ms.toFixed(0))
