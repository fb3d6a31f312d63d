// Postgres for a machine that has none: started in DATA_DIR by whoever needs it first, shared by every process of this
// user, stopped when the last one has ended, however it ended. Parts: place (folders, account), program (binaries),
// cluster (initdb), server (start, look), keeper (who ends it).

import { setTimeout as sleep } from 'node:timers/promises'
import * as fs from 'node:fs'
import type { ClientConfig } from 'pg'
import { OutsideError } from '../errors.ts'
import type { Log } from '../log.ts'
import { clusterExists, makeCluster, readPassword, superuser } from './embedded/cluster.ts'
import { keepOrphan, takeSeat } from './embedded/keeper.ts'
import { clusterOf, explained, type Place, preparePlace, socketPort } from './embedded/place.ts'
import { findProgram, type Program } from './embedded/program.ts'
import { type Attempt, isTransient, logFile, look, openLog, serverPid, start } from './embedded/server.ts'
import type { Seat } from './embedded/seat.ts'
import { tryTurn } from './embedded/turn.ts'
import { chosenPort } from './embedded/windows.ts'

export type Embedded = {
  /** Where to connect, for `pg` and for whatever takes the same options. It stays the same over every restart. */
  config: ClientConfig
  /** Starts the server again if it is gone. All processes may call it at once, and as often as they like. */
  ensure: () => Promise<void>
  /** Says that this process no longer uses the server; comes back when it has stopped, if nobody else does. */
  release: () => Promise<void>
}

/** From nothing to an answer takes under a second, recovery after a crash a few; a disk may be slow. */
const startTimeoutMs = 60_000
const lookPauseMs = 15
/** After a start that met a lock: whoever holds it needs a moment. */
const retryPauseMs = 100
/** How often a process looks whether the keeper is still there, and gives the server a new one if not. */
const keeperCheckMs = 10_000

const windows = process.platform === 'win32'

type House = {
  place: Place
  program: Program
  config: ClientConfig
  seat: Seat
  log: Pick<Log, 'info' | 'warn'>
  released: boolean
}

/**
 * Starts the server in `<dataDir>/postgres`, or joins the one that runs there. Throws a UsageError when DATA_DIR can't
 * hold it, and an OutsideError when the server does not start; both say what to do.
 */
export async function startEmbedded({
  dataDir,
  log,
}: {
  dataDir: string
  log: Pick<Log, 'info' | 'warn'>
}): Promise<Embedded> {
  const house = await openHouse(dataDir, log)
  const once = single(() => bringUp(house))
  try {
    await once()
  } catch (error) {
    await leave(house)
    throw explained(error, dataDir)
  }

  const check = setInterval(() => {
    checkKeeper(house, once).catch((error: unknown) => log.warn({ error }, 'database not restarted'))
  }, keeperCheckMs)
  check.unref()

  return {
    config: house.config,
    ensure: once,
    release: async () => {
      if (house.released) return
      clearInterval(check)
      await leave(house)
    },
  }
}

/** Whether a server runs on that folder: then some process uses it, or did a moment ago. */
export async function isInUse(dataDir: string): Promise<boolean> {
  try {
    return serverPid({ cluster: clusterOf(dataDir) }) !== undefined
  } catch (error) {
    throw explained(error, dataDir)
  }
}

async function openHouse(dataDir: string, log: House['log']): Promise<House> {
  const place = preparePlace(dataDir)
  const program = findProgram(place)
  try {
    const config = {
      host: windows ? '127.0.0.1' : place.sockets,
      port: windows ? await chosenPort(place) : socketPort,
      user: superuser,
      password: readPassword(place),
      database: 'postgres',
    }
    return { place, program, config, seat: takeSeat(place), log, released: false }
  } catch (error) {
    throw explained(error, dataDir)
  }
}

async function checkKeeper({ seat }: House, bringUpOnce: () => Promise<void>): Promise<void> {
  if (!(await seat.kept())) await bringUpOnce()
}

/** Calls that come while one is under way share its result. */
function single(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work().finally(() => (running = undefined)))
}

async function leave(house: House): Promise<void> {
  const { seat, place } = house
  house.released = true
  await seat.leave(() => serverPid(place) === undefined)
}

/** Looks and acts until the server answers and is kept. */
async function bringUp(house: House): Promise<void> {
  const deadline = Date.now() + startTimeoutMs
  const turn: Turn = { end: undefined, attempt: undefined }
  try {
    while (!(await isUp(house, turn))) {
      if (Date.now() > deadline) throw notStarted(house.place, `no answer within ${startTimeoutMs / 1000} s`)
      await sleep(lookPauseMs)
    }
  } finally {
    turn.end?.()
  }
}

/** What this process is doing about the server: its turn to start it, and the start under way. */
type Turn = { end: (() => void) | undefined; attempt: Attempt | undefined }

async function isUp(house: House, turn: Turn): Promise<boolean> {
  const { place, program, config, seat, log } = house
  if (house.released) throw new Error('the embedded database was released by this process')
  const state = clusterExists(place) ? await look(place, config) : 'gone'
  if (state === 'ready') {
    if (!(await seat.kept())) adopt(house)
    return true
  }
  if (state === 'starting') return false

  if (await isUnderWay(place, turn)) return false
  turn.end ??= tryTurn(place)
  if (!turn.end) return false
  if (!clusterExists(place)) {
    log.info({ folder: place.cluster }, 'making the database')
    await makeCluster(place, program, String(config.password))
  }
  turn.attempt = start(place, program, config)
  return false
}

/** Whether a start of ours, or anybody's, may still succeed. Throws an OutsideError when ours has failed for good. */
async function isUnderWay(place: Place, turn: Turn): Promise<boolean> {
  const said = turn.attempt?.ended()
  if (said !== undefined) {
    if (!isTransient(said)) throw notStarted(place, said)
    turn.attempt = undefined
    await sleep(retryPauseMs)
  }
  // A server that is alive but does not answer is on its way up or down.
  return turn.attempt !== undefined || serverPid(place) !== undefined
}

function adopt({ place, program, log }: House): void {
  const pid = serverPid(place)
  if (pid === undefined) return
  log.warn({ pid }, 'database had lost its keeper')
  const file = openLog(place)
  keepOrphan(place, program, pid, file)
  fs.closeSync(file)
}

function notStarted(place: Place, reason: string): OutsideError {
  return new OutsideError(
    `The embedded Postgres in ${place.cluster} did not start: ${reason}\nIts log is ${logFile(place)}. ` +
      'To use another Postgres, set DATABASE_URL.',
  )
}
