// What the commands of this folder do with the words behind their name: wrong ones are told in a line, with exit code 2.

import { UsageError } from '../errors.ts'

/** `main` answers the exit code where it has one of its own. */
export async function runEntry(main: (words: string[]) => Promise<number | void>): Promise<void> {
  try {
    const code = await main(process.argv.slice(2))
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
