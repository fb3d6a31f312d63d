// `khabar names`: the matcher of names over a list. Stores nothing, and reads no settings.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { UsageError } from '../errors.ts'
import { prepareNames, rankNames } from '../people/match.ts'
import { misuse, type Reader, textOption, wantsLines } from './command.ts'
import { answerLines } from './lines.ts'

const QueryLine = z.object({ query: z.string('must be a string').min(1, 'must not be empty') })

export const names: Reader = {
  name: 'names',
  usage: '--jsonl --among FILE < lines of {"id","query"}',
  options: { jsonl: { type: 'boolean' }, among: { type: 'string' } },
  run: async (words) => {
    const file = textOption(words, 'among')
    if (!wantsLines(words, names) || file === undefined) throw misuse(names)
    const among = prepareNames(readLines(file))
    return answerLines(process.stdin, QueryLine, ({ query }) => ({ matches: rankNames(query, among, 10) }))
  },
}

function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (cause) {
    throw new UsageError(
      `--among: ${file} can't be read (${cause instanceof Error ? cause.message : String(cause)})`,
      { cause },
    )
  }
}
