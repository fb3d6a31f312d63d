// Looks at the server, and starts it. Two servers on one cluster are impossible: Postgres' own lock file forbids it. What
// is done here is to wait for whoever has the lock, and to see when the lock is a dead server's.

import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { OutsideError } from '../../errors.ts'
import { codeOf, isGone } from '../failure.ts'
import { explained, forServer, leaveToOwner, type Place, socketName } from './place.ts'
import { startKept } from './keeper.ts'
import type { Program } from './program.ts'

export type Attempt = {
  /** What the server said before it ended, or undefined while it runs. */
  ended: () => string | undefined
}

/** `starting` also while it recovers from a crash or shuts down. */
export type State = 'ready' | 'starting' | 'gone'

const connectTimeoutMs = 5_000
/** The server's log starts again at this size. */
const logMaxBytes = 4 * 1024 * 1024
const logTailBytes = 2_000
/** A lock file this old and still empty was left by a crash: Postgres fills it at once. */
const emptyLockMs = 2_000

/** Throws an OutsideError when a server is there and will not have us. */
export async function look(place: Place, config: ClientConfig): Promise<State> {
  const client = new Client({ ...config, connectionTimeoutMillis: connectTimeoutMs })
  client.on('error', ignore)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const code = codeOf(error)
    if (code === cannotConnectNow) return 'starting'
    if (code === tooManyConnections) return 'ready'
    if (isGone(error)) return 'gone'
    if (code === invalidPassword) {
      const file = path.join(place.home, 'password')
      throw new OutsideError(`The database in ${place.cluster} does not take the password in ${file}.`, {
        cause: error,
      })
    }
    throw explained(error, place.dataDir)
  } finally {
    await client.end().catch(ignore)
  }
}

const cannotConnectNow = '57P03'
const tooManyConnections = '53300'
const invalidPassword = '28P01'

function ignore(): void {
  // What matters of a connection that was only a look has been seen.
}

/** The process of the server, when its lock file names one that is alive and is this cluster's. */
export function serverPid(place: Pick<Place, 'cluster'>): number | undefined {
  const pid = lockedBy(lockFile(place))
  return pid !== undefined && isServer(place, pid) ? pid : undefined
}

export function start(place: Place, program: Program, config: ClientConfig): Attempt {
  for (const file of [lockFile(place), socketLockFile(place)]) removeStaleLock(place, file)
  const log = openLog(place)
  const from = fs.fstatSync(log).size
  const child = startKept(place, program, serverArguments(place, config), log)
  fs.closeSync(log)
  let end: (() => string) | undefined
  child.on('error', (error) => (end = () => error.message))
  child.on('exit', () => (end = () => readLog(place, from)))
  return { ended: () => end?.() }
}

/** Whether a start failed only because another server, or what is left of a killed one, is still in the way. */
export function isTransient(said: string): boolean {
  return /lock file ".*" (already exists|is empty)|pre-existing shared memory block|database system is shut down/.test(
    said,
  )
}

export function openLog(place: Place): number {
  const file = logFile(place)
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = fs.constants
  const found = fs.statSync(file, { throwIfNoEntry: false })
  const again = found && found.size > logMaxBytes ? O_TRUNC : 0
  const log = fs.openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW | again, 0o600)
  if (!found) leaveToOwner(file)
  return log
}

export function logFile(place: Place): string {
  return path.join(place.home, 'server.log')
}

function readLog(place: Place, from: number): string {
  const text = fs.readFileSync(logFile(place)).subarray(from)
  return text.subarray(-logTailBytes).toString('utf8').trim()
}

/** Found by other processes in the list of processes: unlike a path, it is the same by whatever name the folder was reached. */
function mark(place: Pick<Place, 'cluster'>): string {
  const { dev, ino } = fs.statSync(place.cluster)
  return `khabar_${dev.toString(36)}_${ino.toString(36)}`
}

function serverArguments(place: Place, config: ClientConfig): string[] {
  const windows = process.platform === 'win32'
  const settings: Record<string, string> = {
    cluster_name: mark(place),
    listen_addresses: windows ? '127.0.0.1' : '',
    unix_socket_directories: windows ? '' : `"${forServer(place, place.sockets).replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    // The bot, its queue and a few commands beside it; BullMQ alone takes 21 to 37 connections.
    max_connections: '100',
    shared_buffers: '64MB',
    jit: 'off',
    // One machine, no replica: less to write. Durability (fsync, synchronous_commit) stays as Postgres has it.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The log is for starts and crashes. The words of readers, which statements carry, have no place in it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', forServer(place, place.cluster), '-p', String(config.port), ...given]
}

/**
 * After a reboot or in a new container the number in a lock file may be another program's, and Postgres would refuse to
 * start for ever. Such a file is moved away, and given back if it turns out to be a new server's after all.
 */
function removeStaleLock(place: Place, file: string): void {
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (!found) return
  const pid = lockedBy(file)
  if (pid === undefined ? Date.now() - found.mtimeMs < emptyLockMs : isServer(place, pid)) return
  const aside = `${file}.stale.${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (fs.statSync(aside).ino !== found.ino) fs.linkSync(aside, file)
    fs.rmSync(aside, { force: true })
  } catch (error) {
    // Another process has moved it, or a new server has made its own.
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

function lockFile(place: Pick<Place, 'cluster'>): string {
  return path.join(place.cluster, 'postmaster.pid')
}

function socketLockFile(place: Place): string {
  return path.join(place.sockets, `${socketName}.lock`)
}

/** The process that the first line of a lock file names. */
function lockedBy(file: string): number | undefined {
  try {
    const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function isServer(place: Pick<Place, 'cluster'>, pid: number): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  return commandLine(pid).includes(mark(place))
}

/** Empty for a process that is dead, also when its parent has not noticed yet. */
function commandLine(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-ww', '-p', String(pid)], { encoding: 'utf8' }).stdout
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return ''
    throw error
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
