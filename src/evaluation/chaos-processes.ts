// Processes that are meant to die: each is started again a moment after it has been killed, by us or by whatever befell it. And ways that are meant to be cut.

import { spawn } from 'node:child_process'
import { access, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Passage } from './passage.ts'
import { startKhabar } from './program.ts'

export type Victim = { name: string; kill: () => Promise<void> }
type Kept = Victim & { stop: () => Promise<void> }

/** An orchestrator waits as long for one that it has told to stop (terminationGracePeriodSeconds). */
const stopMaxMs = 30_000
/** As long as a supervisor takes to notice. */
const restartMs = [100, 1_500] as const

type Startable = { start: () => { ended: Promise<unknown>; kill: (signal: NodeJS.Signals) => void } }

/** Keeps a process running until `stop`; `stop` ends it as an operator does. */
export function keepRunning(name: string, { start }: Startable, random: () => number): Kept {
  let running = start()
  const stopping = new AbortController()
  const isWanted = () => !stopping.signal.aborted
  const watch = async (): Promise<void> => {
    while (isWanted()) {
      await running.ended.catch(() => {})
      if (isWanted()) await sleep(restartMs[0] + random() * (restartMs[1] - restartMs[0]))
      if (isWanted()) running = start()
    }
  }
  const watching = watch()
  return {
    name,
    kill: async () => running.kill('SIGKILL'),
    stop: async () => {
      stopping.abort()
      running.kill('SIGTERM')
      const late = sleep(stopMaxMs, 'late', { ref: false })
      const isLate = (await Promise.race([running.ended.catch(() => {}), late])) === 'late'
      if (isLate) running.kill('SIGKILL')
      await watching
      if (isLate) throw new Error(`${name} did not stop within ${stopMaxMs / 1_000} s of being told to`)
    },
  }
}

/** A process of Khabar, as the command line starts it. */
export function khabarProcess(
  words: readonly string[],
  settings: { dataDir: string; env: Readonly<Record<string, string>> },
): Startable {
  return {
    start: () => {
      const { child, ended } = startKhabar(words, settings)
      // It may be gone before anybody looks.
      ended.catch(() => {})
      return { ended, kill: (signal) => void child.kill(signal) }
    },
  }
}

/** A Redis that writes each change to its file before it says that it is done. */
export async function redisProcess(folder: string): Promise<Startable & { url: string }> {
  const port = await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes']
  const durable = ['--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction']
  return {
    url: `redis://127.0.0.1:${port}`,
    start: () => {
      const child = spawn('redis-server', [...options, ...durable], { stdio: 'ignore' })
      const ended = new Promise((resolve) => {
        child.on('error', resolve)
        child.on('close', resolve)
      })
      return { ended, kill: (signal) => void child.kill(signal) }
    },
  }
}

/** A way that is cut for some seconds: what is under way on it is lost, and nobody knows how much of that had arrived. */
export function cutPassage(name: string, { down, up }: Passage, random: () => number): Victim {
  return {
    name,
    kill: async () => {
      await down()
      await sleep(cutMs[0] + random() * (cutMs[1] - cutMs[0]))
      await up()
    },
  }
}

const cutMs = [1_000, 8_000] as const

/** The embedded Postgres: whoever finds it gone starts it again, so that nobody has to here. */
export function embeddedPostgres(dataDir: string): Victim {
  const home = path.join(dataDir, 'postgres')
  return {
    name: 'Postgres',
    kill: async () => {
      // The cluster's folder is called as the version of Postgres.
      const cluster = (await readdir(home)).find((it) => /^\d+$/.test(it)) ?? ''
      const file = await readFile(path.join(home, cluster, 'postmaster.pid'), 'utf8').catch(() => '')
      const pid = Number(file.split('\n')[0])
      if (pid > 1) process.kill(pid, 'SIGKILL')
    },
  }
}

export async function commandExists(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = await Promise.all(
    folders.map((folder) =>
      access(path.join(folder, name)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
