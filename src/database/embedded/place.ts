// Where the embedded Postgres lives inside DATA_DIR, and the account that it runs as. The data is in DATA_DIR or nowhere:
// what can't be done there is said, naming the folder and the remedies, and never done elsewhere.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { UsageError } from '../../errors.ts'
import { codeOf } from '../failure.ts'

export type Account = { uid: number; gid: number }

export type Place = {
  dataDir: string
  /** `<DATA_DIR>/postgres`: everything of ours is in it. */
  home: string
  /** The same folder by the name that works for the server's account. */
  homeForServer: string
  /** The cluster, named by its major version. */
  cluster: string
  /** The folder of the Unix socket (not on Windows). */
  sockets: string
  /** Whom the server runs as; undefined: as ourselves. */
  account: Account | undefined
}

/** The name in the cluster's path, and the only major version that these files start. */
const postgresMajor = 18

/** The number that children find the open home folder under, see `homeForServer`. */
const homeFd = 4

const windows = process.platform === 'win32'
/** A part of the socket's name, no port of the machine. */
export const socketPort = 5432
export const socketName = `.s.PGSQL.${socketPort}`
/** `sun_path` is 108 bytes on Linux and 104 on macOS, with the final zero. */
const socketPathMaxBytes = process.platform === 'darwin' ? 103 : 107
const otherwise =
  'Start Khabar as an ordinary user, or set DATABASE_URL to a Postgres that is already running.'
const throughOpenFolder = `/proc/self/fd/${homeFd}`

/** Makes the folders that are missing. Throws a UsageError that names the folder, the reason and the remedies. */
export function preparePlace(dataDirName: string): Place {
  try {
    makeFolders(dataDirName)
    // One name for one folder: processes that come by a link must meet at the same socket.
    const dataDir = fs.realpathSync(dataDirName)
    const home = path.join(dataDir, 'postgres')
    const cluster = clusterOf(dataDir)
    const account = serverAccount(dataDir, cluster)
    makeHome(home, account)
    const homeForServer = reachable(home, account)
    const ownSockets = path.join(home, 'socket')
    const sockets =
      Buffer.byteLength(path.join(ownSockets, socketName)) <= socketPathMaxBytes
        ? ownSockets
        : shortSockets(home)
    if (!windows) makePrivate(sockets, account, sockets === ownSockets)
    return { dataDir, home, homeForServer, cluster, sockets, account }
  } catch (error) {
    throw explained(error, path.resolve(dataDirName))
  }
}

/** Where the cluster of a DATA_DIR is, if there is one. */
export function clusterOf(dataDir: string): string {
  return path.join(dataDir, 'postgres', String(postgresMajor))
}

/** Our path of something in the home folder, as the server's account has to call it. */
export function forServer(place: Place, file: string): string {
  return file.startsWith(place.home + path.sep) ? place.homeForServer + file.slice(place.home.length) : file
}

/** Root leaves what it makes in a folder to whom the folder belongs: later that person starts the program without root. */
export function leaveToOwner(file: string): void {
  if (windows || process.getuid?.() !== 0) return
  const { uid, gid } = fs.statSync(path.dirname(file))
  if (uid !== 0) fs.lchownSync(file, uid, gid)
}

/** Turns a refusal of the file system into words for the person who chose DATA_DIR; anything else comes back as it is. */
export function explained(error: unknown, dataDir: string): unknown {
  const code = codeOf(error)
  const file = error instanceof Error && 'path' in error ? String(error.path) : dataDir
  const remedies =
    'Set DATA_DIR to a folder of your own, or set DATABASE_URL to a Postgres that is already running.'
  const reason =
    code === 'EACCES' || code === 'EPERM'
      ? notAllowed(file, dataDir)
      : code === undefined
        ? undefined
        : reasons[code]
  return reason === undefined
    ? error
    : new UsageError(`The database can't be kept in DATA_DIR ${dataDir}: ${reason}. ${remedies}`, {
        cause: error,
      })
}

const reasons: Record<string, string> = {
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'no space is left on its disk',
  EDQUOT: 'your quota of disk space is used up',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EINVAL: 'root may not give files in it to the account that Postgres has to run as',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'no folder can be made there',
}

function notAllowed(file: string, dataDir: string): string {
  if (windows) return `${file} may not be opened by this user`
  const uid = process.getuid?.() ?? 0
  const owned = [file, path.join(dataDir, 'postgres'), ...ancestors(dataDir)]
    .map(ownerOf)
    .find((it) => it !== undefined)
  const owner = owned === undefined ? 'another user' : named(owned)
  return `${file} belongs to ${owner}, and this program runs as ${named(uid)}, who may not use it`
}

function named(uid: number): string {
  return `${accountName(uid) ?? 'a user without a name'} (uid ${uid})`
}

function ownerOf(file: string): number | undefined {
  try {
    return fs.statSync(file).uid
  } catch (error) {
    // What can't be looked at has an owner further up.
    if (codeOf(error) === undefined) throw error
    return undefined
  }
}

/** A folder and all above it, nearest first. */
function ancestors(folder: string): string[] {
  const above = path.dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestors(above)]
}

/**
 * Postgres refuses to run as root. Root then uses the account that the data already belongs to, or else one that the
 * system has for such things; none is ever added to the system.
 */
function serverAccount(dataDir: string, cluster: string): Account | undefined {
  if (windows || process.getuid?.() !== 0) return undefined
  const made = fs.statSync(cluster, { throwIfNoEntry: false })
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  const { uid, gid } = fs.statSync(dataDir)
  // initdb wants an account with a name; a folder from outside of a container may belong to one without.
  if (uid !== 0 && accountName(uid) !== undefined) return { uid, gid }
  for (const name of ['postgres', 'nobody']) {
    const row = accounts().find((it) => it[0] === name)
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new UsageError(
    `Postgres refuses to run as root, and this system has neither an account "postgres" nor "nobody" to run it as. ${otherwise}`,
  )
}

/** The rows of the system's list of accounts: name, password mark, uid, gid, … */
function accounts(): string[][] {
  return fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}

/** Undefined for a user without an account, as containers may have. */
export function accountName(uid: number): string | undefined {
  return accounts().find((row) => row[2] === String(uid))?.[0]
}

/** One after the other: Node's own way to make all of them never comes back under /proc. */
function makeFolders(folder: string): void {
  const parent = path.dirname(folder)
  if (!fs.existsSync(parent)) makeFolders(parent)
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    // Another process may be at it too.
    if (codeOf(error) !== 'EEXIST' || !fs.statSync(folder).isDirectory()) throw error
  }
}

function makeHome(home: string, account: Account | undefined): void {
  const isNew = fs.mkdirSync(home, { recursive: true }) !== undefined
  fs.accessSync(home, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  if (isNew) leaveToOwner(home)
  // A borrowed account passes through the folder to the cluster and the socket, and lists nothing in it.
  const borrowed = account !== undefined && fs.statSync(home).uid !== account.uid
  if (isNew || borrowed) fs.chmodSync(home, borrowed ? 0o711 : 0o700)
}

/**
 * The account may be shut out of a folder above (root's own folder is 0700 on most systems). On Linux it then goes
 * through a handle of the home folder that root opens for it, so that the data still lies in DATA_DIR.
 */
function reachable(home: string, account: Account | undefined): string {
  if (account === undefined || canEnter(home, home, account)) return home
  if (canEnter(throughOpenFolder, home, account)) return throughOpenFolder
  const name = named(account.uid)
  const shut = ancestors(home)
    .toReversed()
    .find((folder) => !canEnter(folder, home, account))
  throw new UsageError(
    `The database can't be kept in DATA_DIR ${path.dirname(home)}: Postgres refuses to run as root and would run as ` +
      `${name}, who may not enter ${shut ?? home}. Set DATA_DIR to a folder that ${name} can reach (such as ` +
      '/var/lib/khabar), start Khabar as an ordinary user, or set DATABASE_URL to a Postgres that is already running.',
  )
}

function canEnter(folder: string, home: string, account: Account): boolean {
  const handle = fs.openSync(home, 'r')
  try {
    const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
      ...account,
      cwd: '/',
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ignore', handle],
    })
    if (tried.error)
      throw new UsageError(`${cantSwitch(account)} (${tried.error.message}). ${otherwise}`, {
        cause: tried.error,
      })
    return tried.status === 0
  } finally {
    fs.closeSync(handle)
  }
}

function cantSwitch({ uid }: Account): string {
  return `Postgres refuses to run as root, and root may not start programs as ${named(uid)} here`
}

/** DATA_DIR is too deep for a socket's path; the same short folder is found by every process, and by nobody else. */
function shortSockets(home: string): string {
  return `/tmp/khabar-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`
}

/** The folder of the socket belongs to the server's account alone; one that a stranger has put there is not used. */
function makePrivate(folder: string, account: Account | undefined, isInHome: boolean): void {
  const owners = [account?.uid, process.getuid?.()]
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
    if (account) fs.lchownSync(folder, account.uid, account.gid)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (account && isInHome) fs.lchownSync(folder, account.uid, account.gid)
  }
  const found = fs.lstatSync(folder)
  if (found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0) return
  throw new UsageError(
    `The folder ${folder} for the database's socket belongs to someone else or is open to others. Remove it, or set ` +
      'DATA_DIR to a folder with a shorter path.',
  )
}
