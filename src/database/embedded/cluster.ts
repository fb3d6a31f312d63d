// Makes the cluster, once: initdb into a folder beside it, then an atomic rename, so that a process that dies half-way
// leaves nothing that looks like a database, and of two that make it at once one wins.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { OutsideError, UsageError } from '../../errors.ts'
import { codeOf } from '../failure.ts'
import { accountName, forServer, leaveToOwner, type Place } from './place.ts'
import type { Program } from './program.ts'

export const superuser = 'khabar'

/** What initdb left behind is cleared away when it is this old: no initdb takes that long. */
const leftoverMs = 60 * 60 * 1000

export function clusterExists(place: Place): boolean {
  return fs.statSync(path.join(place.cluster, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined
}

/** The password of the embedded server: made at random once, in a file that only its owner reads. */
export function readPassword(place: Place): string {
  const file = path.join(place.home, 'password')
  if (!fs.existsSync(file)) {
    const draft = path.join(place.home, `password.${randomName()}`)
    fs.writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
    leaveToOwner(draft)
    try {
      // A link appears whole or not at all: nobody reads half a password.
      fs.linkSync(draft, file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    } finally {
      fs.rmSync(draft)
    }
  }
  return fs.readFileSync(file, 'utf8')
}

/** Throws an OutsideError with what initdb said. */
export async function makeCluster(place: Place, program: Program, password: string): Promise<void> {
  clearLeftovers(place)
  const draft = path.join(place.home, `initdb.${randomName()}`)
  const passwordFile = `${draft}.password`
  fs.mkdirSync(draft, { mode: 0o700 })
  try {
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    if (place.account) {
      for (const file of [draft, passwordFile]) fs.lchownSync(file, place.account.uid, place.account.gid)
    }
    await initialise(place, program, draft)
    fs.renameSync(draft, place.cluster)
  } catch (error) {
    // Another process was faster: its cluster is as good.
    if (!clusterExists(place)) throw error
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function randomName(): string {
  return randomBytes(6).toString('hex')
}

function clearLeftovers(place: Place): void {
  for (const name of fs.readdirSync(place.home)) {
    if (!/^(initdb|password)\./.test(name)) continue
    const file = path.join(place.home, name)
    const found = fs.statSync(file, { throwIfNoEntry: false })
    if (found && Date.now() - found.mtimeMs > leftoverMs) fs.rmSync(file, { recursive: true, force: true })
  }
}

/**
 * The locale matters: with LC_CTYPE=C, which initdb picks when LANG is unset, pg_trgm sees no Arabic letters at all and
 * every similarity is 0 (measured). C.UTF-8 is not on every system; en_US.UTF-8 classifies letters the same way.
 */
async function initialise(place: Place, program: Program, folder: string): Promise<void> {
  const uid = process.getuid?.()
  if (place.account === undefined && uid !== undefined && accountName(uid) === undefined) {
    throw new UsageError(
      `Postgres wants its user to have an account, and uid ${uid} has none in /etc/passwd. Start Khabar as a user that ` +
        'has one (or as root), or set DATABASE_URL to a Postgres that is already running.',
    )
  }
  const said: string[] = []
  for (const letters of ['C.UTF-8', 'en_US.UTF-8']) {
    const result = await run(place, program.initdb, [
      ['--pgdata', forServer(place, folder)],
      ['--username', superuser],
      ['--pwfile', forServer(place, `${folder}.password`)],
      ['--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8'],
      ['--locale', 'C'],
      ['--lc-ctype', letters],
      ['--locale-provider', 'builtin'],
      ['--builtin-locale', 'C.UTF-8'],
      ['--no-instructions'],
    ])
    if (result.code === 0) return
    said.push(result.output)
    if (!result.output.includes('invalid locale name')) break
  }
  throw new OutsideError(`The database could not be made in ${place.cluster}: ${said.join('\n').trim()}`)
}

function run(
  place: Place,
  file: string,
  options: string[][],
): Promise<{ code: number | null; output: string }> {
  const home = fs.openSync(place.home, 'r')
  const child = spawn(file, options.flat(), {
    ...place.account,
    cwd: '/',
    env: serverEnvironment(),
    // Detached: Ctrl-C in the terminal is for the program, which then gives the folder up in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ignore', home],
  })
  fs.closeSync(home)
  return new Promise((resolve) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += String(chunk)))
    child.stderr?.on('data', (chunk: Buffer) => (output += String(chunk)))
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code, signal) =>
      resolve({ code, output: signal ? `${output}\nkilled by ${signal}` : output }),
    )
  })
}

/** What the server's processes get to know of our environment: nothing secret, and no language but C. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) }
}
