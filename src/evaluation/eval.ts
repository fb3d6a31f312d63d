// `npm run eval [-- TASK…]`: every scorer against the labelled samples, and against the folder that EVAL_DATA names.
// It only measures. A set whose file is missing or broken costs one line; the rest is scored.

import { OutsideError, UsageError } from '../errors.ts'
import { citations } from './citations.ts'
import { fuzz } from './fuzz.ts'
import { runEntry } from './entry.ts'
import { faithfulness } from './faithfulness.ts'
import { injection } from './injection.ts'
import { liar } from './liar.ts'
import { messages } from './messages.ts'
import { model } from './model.ts'
import { names } from './names.ts'
import { pages } from './pages.ts'
import { questions } from './questions.ts'
import { search } from './search.ts'
import { sources } from './sources.ts'
import { statements } from './statements.ts'
import { stories } from './stories.ts'
import { summaries } from './summaries.ts'
import { type Line, tableOf } from './table.ts'
import type { ScoredSet, Task } from './task.ts'

const tasks: readonly Task[] = [
  statements,
  names,
  questions,
  search,
  summaries,
  faithfulness,
  injection,
  liar,
  fuzz,
  messages,
  model,
  citations,
  sources,
  pages,
  stories,
]

/** The tasks of these names, all of them for none. Throws a UsageError that lists what there is. */
export function chooseTasks(wanted: readonly string[]): readonly Task[] {
  const unknown = wanted.filter((name) => !tasks.some((it) => it.name === name))
  if (unknown.length > 0)
    throw new UsageError(
      `There is no task ${unknown.map((it) => `"${it}"`).join(', ')}. Tasks: ${tasks.map((it) => it.name).join(', ')}`,
    )
  return wanted.length === 0 ? tasks : tasks.filter((it) => wanted.includes(it.name))
}

/** One line for each set. `say` hears what went wrong, a line each. */
export async function scoreTasks(
  chosen: readonly Task[],
  folder: string | undefined,
  say: (line: string) => void,
): Promise<{ lines: Line[]; failed: number }> {
  const lines: Line[] = []
  let failed = 0
  for (const task of chosen) {
    if (task.sets.length === 0) lines.push({ task: task.name, set: '', instead: 'not built yet' })
    const missing = task.missing?.()
    if (missing !== undefined) lines.push({ task: task.name, set: '', instead: missing })
    for (const set of missing === undefined ? task.sets : []) {
      if (set.from === 'data' && folder === undefined) continue
      const line = await scoreSet(task, set, folder ?? '', say)
      if (!line.result) failed++
      lines.push(line)
    }
  }
  return { lines, failed }
}

async function scoreSet(
  task: Task,
  set: ScoredSet,
  folder: string,
  say: (line: string) => void,
): Promise<Line> {
  try {
    return { task: task.name, set: set.name, result: await set.score(folder) }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    say(`${task.name}, ${set.name}: ${error.message}`)
    return { task: task.name, set: set.name, instead: 'not scored, see above' }
  }
}

async function main(wanted: readonly string[]): Promise<number> {
  const chosen = chooseTasks(wanted)
  const folder = process.env['EVAL_DATA']?.trim() || undefined
  if (folder === undefined)
    say('EVAL_DATA names no folder of labelled data: only the samples that ship are scored.')
  const { lines, failed } = await scoreTasks(chosen, folder, say)
  process.stdout.write(tableOf(lines))
  return failed === 0 ? 0 : 1
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

if (import.meta.main) await runEntry(main)
