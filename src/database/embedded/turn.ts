// Lets processes that start at once take turns. It only saves work (five initdb for one) and log lines: what must never
// happen twice is kept from it by rename(2) and by Postgres' own lock, so a turn may be lost or stolen without harm.

import * as fs from 'node:fs'
import * as path from 'node:path'
import { codeOf } from '../failure.ts'
import { isAlive } from './server.ts'
import { leaveToOwner, type Place } from './place.ts'

/** Nobody needs longer; a turn this old was left behind, and its process number is somebody else's now. */
const turnMaxMs = 20_000

/** Gives the turn, with the function that ends it, or undefined while another process has it. */
export function tryTurn(place: Place): (() => void) | undefined {
  const file = path.join(place.home, 'starting')
  if (!take(file)) {
    if (isHeld(file)) return undefined
    fs.rmSync(file, { force: true })
    if (!take(file)) return undefined
  }
  leaveToOwner(file)
  return () => fs.rmSync(file, { force: true })
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    // Still empty: it is being written.
    return (pid === 0 || isAlive(pid)) && Date.now() - fs.statSync(file).mtimeMs < turnMaxMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
}
