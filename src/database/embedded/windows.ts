// The keeper on Windows, which has no Unix sockets for Postgres, no named pipes in folders and no shell to rely on: a small
// Node process (windows-keeper.ts) that users stay connected to. The server listens on 127.0.0.1, behind its password.
// Only what this file decides has been run, on Linux, not yet the whole on Windows.

import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeOf } from '../failure.ts'
import { serverEnvironment } from './cluster.ts'
import { type Seat, untilLastHasLeft } from './seat.ts'
import type { Place } from './place.ts'
import type { Program } from './program.ts'

export function takeWindowsSeat(place: Place): Seat {
  const door = keeperDoor(place)
  let seat: Socket | undefined
  return {
    kept: async () => {
      if (!seat || seat.destroyed) seat = await enter(door)
      return seat !== undefined
    },
    leave: async (stopped) => {
      seat?.destroy()
      await untilLastHasLeft(async () => {
        const visitor = await enter(door)
        visitor?.destroy()
        return visitor !== undefined
      }, stopped)
    },
  }
}

/** Without a command it keeps a server that runs already. It ends by itself if another keeper has the door. */
export function startWindowsKeeper(
  place: Place,
  program: Program,
  command: string[],
  logFd: number,
): ChildProcess {
  const keeper = fileURLToPath(new URL('windows-keeper.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    [keeper, keeperDoor(place), program.pgCtl, place.cluster, ...command],
    {
      env: serverEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', logFd, logFd],
    },
  )
  child.unref()
  return child
}

/** The port of this database, chosen once: pools of other processes must find the server again after a restart. */
export async function chosenPort(place: Place): Promise<number> {
  const file = path.join(place.home, 'port')
  const port = await freePort()
  try {
    fs.writeFileSync(file, String(port), { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return Number(fs.readFileSync(file, 'utf8'))
}

function keeperDoor(place: Place): string {
  return `\\\\.\\pipe\\khabar-${createHash('sha256').update(place.cluster).digest('hex').slice(0, 24)}`
}

/** A connection to the keeper that does not hold our own process back from ending. */
function enter(door: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(door)
    socket.once('connect', () => resolve(socket.unref()))
    socket.on('error', () => resolve(undefined))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
