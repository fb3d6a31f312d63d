// Commands that carry the whole state from one store to another: export --all, import.

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { exportState } from '../database/export-state.ts'
import { importState, NotEmpty, stateLineBytesMax } from '../database/import-state.ts'
import { OutsideError, UsageError } from '../errors.ts'
import { readLines } from '../sources/jsonlines.ts'
import { type Command, type Program, textOption, using, type Words } from './command.ts'

/** Every table, as lines: to standard output, or into a file. */
export async function exportAll(words: Words, program: Program): Promise<boolean> {
  const out = textOption(words, 'out')
  const write = async (to: Write) => {
    const rows = await using(program.openStore(), ({ db }) =>
      exportState(db, { write: to, onTable: progress }),
    )
    say(`${rows} rows exported`)
  }
  await (out === undefined ? write(writeOut) : intoFile(out, write))
  return true
}

export const importing: Command = {
  name: 'import',
  usage: 'FILE|-',
  options: {},
  run: async ({ positionals: [file, ...more] }, program) => {
    if (file === undefined || more.length > 0) throw new UsageError(`Usage: khabar import ${importing.usage}`)
    const input = file === '-' ? process.stdin : await openFile(file)
    // The queue as well: jobs of what was here before would pass for jobs of what comes.
    return using(program.openApp(), async ({ db, queue, config }) => {
      try {
        const rows = await importState(db, readLines(input, stateLineBytesMax), progress)
        await queue.clear()
        say(`${rows} rows imported`)
      } catch (error) {
        throw error instanceof NotEmpty ? withRemedy(error, config) : unreadable(error, file)
      } finally {
        input.destroy()
      }
      return true
    })
  },
}

type Write = (text: string) => Promise<void>

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const progress = (table: string, rows: number): void => say(`${table}: ${rows}`)

async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Under its own name only when it is whole and on the disk. Nobody else may read it: it has people's questions. */
async function intoFile(file: string, work: (write: Write) => Promise<void>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  let handle: FileHandle | undefined
  try {
    const opened = await open(partial, 'wx', 0o600)
    handle = opened
    await work((text) => opened.appendFile(text))
    await opened.sync()
    await opened.close()
    await rename(partial, file)
  } catch (error) {
    await handle?.close()
    if (handle) await rm(partial, { force: true })
    throw isOfFile(error) ? new OutsideError(`${file} can't be written`, { cause: error }) : error
  }
}

async function openFile(file: string): Promise<Readable> {
  const stream = createReadStream(file)
  await once(stream, 'open').catch((error: unknown) => {
    throw unreadable(error, file)
  })
  return stream
}

/** A missing file shows when it is opened, a folder when it is read. */
function unreadable(error: unknown, file: string): unknown {
  return isOfFile(error) ? new UsageError(`${file} can't be read: ${error.message}`, { cause: error }) : error
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error &&
    'syscall' in error &&
    ['open', 'read', 'write', 'fsync', 'close', 'rename'].includes(String(error.syscall))
  )
}

function withRemedy(error: NotEmpty, { databaseUrl }: Config): OutsideError {
  const remedy =
    databaseUrl === undefined
      ? 'delete it first (khabar reset --yes) or set another DATA_DIR'
      : 'point DATABASE_URL at an empty database'
  return new OutsideError(`${error.message}. To import, ${remedy}`, { permanent: true })
}
