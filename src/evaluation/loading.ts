// Invented articles through the program's own `load`.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inventArticles } from './invented.ts'
import { runKhabar } from './program.ts'

/** Loads through the program itself; gives the moment at which each article was reported stored. */
export async function loadInvented(
  dataDir: string,
  count: number,
  env: Record<string, string> = {},
): Promise<number[]> {
  const file = path.join(dataDir, 'invented.jsonl')
  await writeFile(
    file,
    inventArticles(count)
      .map((it) => JSON.stringify(it))
      .join('\n'),
  )
  const times: number[] = []
  const onLine = () => void times.push(performance.now())
  await runKhabar(['load', file, '--jsonl'], { dataDir, env, onLine })
  return times
}
