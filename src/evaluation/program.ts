// Runs the program itself, as a person does on the command line: what is measured through it is the whole of it.

import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { OutsideError } from '../errors.ts'

const entry = path.join(import.meta.dirname, '../main.ts')

export type Settings = {
  dataDir: string
  input?: string
  /** Beside the folder: the address of a model, for example. Nothing else of the caller's own settings gets through. */
  env?: Readonly<Record<string, string>>
  onLine?: (line: string) => void
}

/** The lines of its standard output. Throws where it ends with anything but success. */
export async function runKhabar(words: readonly string[], settings: Settings): Promise<string[]> {
  const { ended, child } = startKhabar(words, settings)
  child.stdin.end(settings.input ?? '')
  return ended
}

/** Starts it and leaves it running; `stop` asks it to end as Ctrl-C does. */
export function startKhabar(words: readonly string[], { dataDir, env, onLine }: Settings) {
  const child = spawn(process.execPath, [entry, ...words], {
    env: { ...own, DATA_DIR: dataDir, LOG_LEVEL: 'error', TIME_ZONE: 'UTC', PLAYGROUND: 'false', ...env },
  })
  const lines: string[] = []
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint = `${complaint}${text.toString()}`.slice(-2_000)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    onLine?.(line)
  })
  const ended = new Promise<string[]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(lines)
      else reject(new OutsideError(`khabar ${words[0]} ended with ${code}: ${complaint.trim()}`))
    })
  })
  return {
    child,
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Enough to start a process anywhere; DATABASE_URL and tokens stay out. */
const own = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'LANG'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  }),
)
