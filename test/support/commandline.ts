// The command line as a person runs it: the real program in a process of its own, to its end.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ClientConfig } from 'pg'
import { afterAll, vi } from 'vitest'
import { variables } from '../../src/config.ts'

const program = path.join(import.meta.dirname, '../../bin/khabar.js')

/** Empty counts as not set, and wins over the .env of whoever runs the tests. */
const nothingSet = Object.fromEntries(Object.keys(variables).map((name) => [name, '']))

/** `code` is null where it did not end in time. */
export type Ended = { stdout: string; stderr: string; code: number | null }

/** A command takes about a second; machines may be busy. */
const timeoutMs = 60_000
vi.setConfig({ testTimeout: 2 * timeoutMs, hookTimeout: 2 * timeoutMs })

type Circumstances = {
  /** Of the program's variables only these are set. */
  settings?: NodeJS.ProcessEnv
  /** All that it is given to read. */
  stdin?: string | Uint8Array
  /** Closes its output after the first piece, as `| head -1` does. */
  readsOnce?: boolean
}

/** Runs `khabar …args` to its end. */
export function khabar(
  args: readonly string[],
  { settings = {}, stdin = '', readsOnce = false }: Circumstances = {},
): Promise<Ended> {
  const env = { ...process.env, ...nothingSet, ...settings }
  const child = spawn(process.execPath, [program, ...args], { env, timeout: timeoutMs })
  child.stdin.on('error', () => {}) // It may end before it has read everything.
  child.stdin.end(stdin)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text))
  if (readsOnce) child.stdout.once('data', () => child.stdout.destroy())
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...output, code }))
  })
}

/** The address of a test's database, as DATABASE_URL takes it. */
export function addressOf({ host, port, user, password, database }: ClientConfig): string {
  const who = [user ?? '', ...(typeof password === 'string' ? [password] : [])].map(encodeURIComponent)
  return `postgres://${who.join(':')}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`
}

/** A folder for the calling test file. */
export async function useFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'khabar-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** One JSON document, or one for each line. */
export const documents = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

export const jsonLines = (lines: readonly unknown[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
