// Who keeps the server alive, and who ends it. Every process that uses the server holds the writing end of one named
// pipe (`users`) open; a small shell, the keeper, reads its other end and stops the server when it comes to the end of
// the file. The kernel closes a process's end however it dies, so kill -9 of anybody leaves no server behind without
// users, and no user ever loses the server because another one ended. (Windows: see windows.ts.)

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { OutsideError } from '../../errors.ts'
import { codeOf } from '../failure.ts'
import { serverEnvironment } from './cluster.ts'
import { forServer, leaveToOwner, type Place } from './place.ts'
import type { Program } from './program.ts'
import { type Seat, untilLastHasLeft } from './seat.ts'
import { startWindowsKeeper, takeWindowsSeat } from './windows.ts'

/** The file descriptor that the keeper reads the users' pipe from. */
const usersFd = 3

// Runs the server ("$@") as its child. Of the two shells either can be lost: the one that reads stops the server by
// itself, the other ends with the server. Signals for the whole group (Ctrl-C) are none of theirs. SIGINT is Postgres'
// fast shutdown; it is repeated because a server that has only just been started does not hear it yet.
const keepNew = `
trap '' INT HUP TERM
"$@" </dev/null ${usersFd}<&- &
server=$!
(
  while read -r _; do :; done <&${usersFd}
  exec ${usersFd}<&-
  for attempt in 1 2 3 4 5; do kill -INT $server && sleep 1; done
) &
reader=$!
exec ${usersFd}<&-
wait $server
kill -9 $reader`

// For a server that runs already and has lost its keeper: $1 its process, $2 the file that says whether it still is.
const keepRunning = `
trap '' INT HUP TERM
while read -r _; do :; done <&${usersFd}
read -r now <"$2" && [ "$now" = "$1" ] && kill -INT "$1"`

/** Takes a seat. Must come before the look at the server: whoever has a seat, has it kept. */
export function takeSeat(place: Place): Seat {
  if (process.platform === 'win32') return takeWindowsSeat(place)
  const file = makePipe(place)
  // Opened for both first: to open only the writing end of a pipe that nobody reads yet is an error.
  const both = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_NONBLOCK)
  const seat = fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK)
  fs.closeSync(both)
  let left = false
  return {
    // A closed number may be another file's already.
    kept: async () => left || isRead(seat),
    leave: async (stopped) => {
      left = true
      fs.closeSync(seat)
      await untilLastHasLeft(async () => hasReader(file), stopped)
    },
  }
}

/** Starts the server under a keeper of its own; both outlive us. What they say goes to the file `logFd`. */
export function startKept(place: Place, program: Program, options: string[], logFd: number): ChildProcess {
  const command = [program.postgres, ...options]
  if (process.platform === 'win32') return startWindowsKeeper(place, program, command, logFd)
  return keep(place, ['-c', keepNew, 'khabar-keeper', ...command], logFd)
}

/** Gives a running server the keeper that it lost. */
export function keepOrphan(place: Place, program: Program, pid: number, logFd: number): void {
  if (process.platform === 'win32') {
    startWindowsKeeper(place, program, [], logFd)
    return
  }
  const pidFile = forServer(place, path.join(place.cluster, 'postmaster.pid'))
  keep(place, ['-c', keepRunning, 'khabar-keeper', String(pid), pidFile], logFd)
}

function makePipe(place: Place): string {
  const file = path.join(place.home, 'users')
  if (fs.lstatSync(file, { throwIfNoEntry: false })?.isFIFO()) return file
  // A copy of DATA_DIR may have made an empty file of it.
  fs.rmSync(file, { force: true })
  const made = spawnSync('/bin/sh', ['-c', 'mkfifo -m 600 "$1"', 'sh', file], { encoding: 'utf8' })
  if (!fs.lstatSync(file, { throwIfNoEntry: false })?.isFIFO()) {
    throw new OutsideError(
      `No named pipe can be made at ${file}: ${made.error?.message ?? made.stderr.trim()}`,
    )
  }
  leaveToOwner(file)
  return file
}

function keep(place: Place, command: string[], logFd: number): ChildProcess {
  const file = makePipe(place)
  const both = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_NONBLOCK)
  const reading = fs.openSync(file, fs.constants.O_RDONLY)
  const home = fs.openSync(place.home, 'r')
  try {
    const child = spawn('/bin/sh', command, {
      ...place.account,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', logFd, logFd, reading, home],
    })
    child.unref()
    return child
  } finally {
    for (const handle of [both, reading, home]) fs.closeSync(handle)
  }
}

/** Asks the kernel by writing a line (which the keeper skips): it refuses when nobody reads. */
function isRead(seat: number): boolean {
  try {
    fs.writeSync(seat, '\n')
    return true
  } catch (error) {
    const code = codeOf(error)
    // A full pipe has a reader, if a sleeping one.
    if (code === 'EAGAIN') return true
    if (code === 'EPIPE') return false
    throw error
  }
}

function hasReader(file: string): boolean {
  try {
    fs.closeSync(fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENXIO') return false
    throw error
  }
}
