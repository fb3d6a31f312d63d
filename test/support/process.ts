// Khabar as an operator runs it: bin/khabar.js in a process group of its own, with a DATA_DIR of its own, to be killed at will.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

export type Process = {
  stdout: () => string
  stderr: () => string
  /** Comes back when the output has that many lines that fit; throws when the process ends before. */
  until: (fits: RegExp, lines?: number) => Promise<void>
  /** To the whole group, as a terminal does. */
  signal: (signal: NodeJS.Signals) => void
  /** kill -9: of the program and its child; with `all`, of everything they have started too, Postgres included. */
  kill: (options?: { all?: boolean }) => Promise<void>
  /** The exit code, once it has ended and its output is read. */
  ended: Promise<number | null>
}

const started: number[] = []
// Not when the test that started them ends: tests may run at the same time.
afterAll(() => started.forEach(killGroup))

export function khabar(dataDir: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}): Process {
  const child = spawn(process.execPath, [path.join(root, 'bin/khabar.js'), ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Empty is not set, and wins over a developer's .env.
    env: { ...process.env, ...unset, DATA_DIR: dataDir, PLAYGROUND_PORT: '0', ...settings },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('Khabar was not started')
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of listeners) listener()
    })
  const ended = endOf(child)
  started.push(pid)
  return {
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ended,
    until: async (fits, lines = 1) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = () => {
        const all = `${output.stdout}\n${output.stderr}`.split('\n')
        if (all.filter((it) => fits.test(it)).length >= lines) resolve()
      }
      listeners.add(look)
      look()
      const tooSoon = ended.then((code) => {
        throw new Error(`Khabar ended (${code}) before it said ${fits}: ${output.stdout}${output.stderr}`)
      })
      await Promise.race([promise, tooSoon])
    },
    signal: (signal) => void process.kill(-pid, signal),
    kill: async ({ all = false } = {}) => {
      for (const it of all ? descendants(pid) : []) killOne(it)
      killGroup(pid)
      await ended
    },
  }
}

const unset = {
  TELEGRAM_BOT_TOKEN: '',
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: '',
  DATABASE_URL: '',
  REDIS_URL: '',
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => void child.once('close', (code) => resolve(code)))
}

/** The children of a process, and theirs. */
function descendants(of: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const found = [of]
  for (const parent of found)
    for (const [pid, parentPid] of pairs) if (parentPid === parent && pid !== undefined) found.push(pid)
  return found.slice(1)
}

const killGroup = (pid: number): void => killOne(-pid)

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
