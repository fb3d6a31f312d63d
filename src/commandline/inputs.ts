// What a command that stores nothing is given to read: a path, an address or standard input.

import type { Draft } from '../articles/article.ts'
import { type Command, misuse, type Words } from './command.ts'
import { readText } from './lines.ts'

type Failure = { input: string; reason: string }

/** The articles in what was named; `-` is one text from standard input, taken as it is. */
export async function readArticles(
  words: Words,
  command: Pick<Command, 'name' | 'usage'>,
): Promise<{ articles: Pick<Draft, 'title' | 'text'>[]; failed: Failure[] }> {
  const [input, ...more] = words.positionals
  if (input === undefined || more.length > 0) throw misuse(command)
  if (input === '-') {
    const read = await readText(process.stdin)
    if ('failed' in read) return { articles: [], failed: [{ input, reason: read.failed }] }
    return { articles: [{ title: '', text: read.text }], failed: [] }
  }
  // What reads files and pages is large: standard input needs none of it.
  const { createFetcher } = await import('../sources/fetch.ts')
  const { readInput } = await import('../sources/read.ts')
  const articles: Pick<Draft, 'title' | 'text'>[] = []
  const failed: Failure[] = []
  for await (const read of readInput(input, { fetcher: createFetcher({}) })) {
    if ('failed' in read) failed.push({ input: read.input, reason: read.failed })
    else articles.push(read.draft)
  }
  return { articles, failed }
}

export const reported = (failed: readonly Failure[]) => (failed.length > 0 ? { failed } : {})

export function succeeded(failed: readonly Failure[]): boolean {
  for (const { input, reason } of failed) process.stderr.write(`${input}: ${reason}\n`)
  return failed.length === 0
}
