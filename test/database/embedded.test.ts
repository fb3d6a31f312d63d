// The embedded server with real processes that come, go and are killed. Every test leaves no server behind.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { isInUse } from '../../src/database/embedded.ts'

const root = process.getuid?.() === 0
/** The account "daemon": neither root's nor the one that root's server runs as. */
const stranger = { uid: 1, gid: 1 }
const nameless = { uid: 64_001, gid: 64_001 }

const base = fs.mkdtempSync(path.join(tmpdir(), 'khabar-embedded-'))
fs.chmodSync(base, 0o755)
/** Most tests use this folder one after the other: a database need not be made for each. */
const shared = path.join(base, 'shared')
const users: User[] = []

afterEach(async () => {
  for (const user of users.splice(0)) user.kill()
  await vi.waitUntil(() => servers().length === 0, { timeout: 15_000 })
})
afterAll(() => fs.rmSync(base, { recursive: true, force: true }))

describe('a start', () => {
  test('makes the database, and the next one finds it', async () => {
    const first = await ready(shared)
    expect(fs.statSync(path.join(shared, 'postgres', '18')).mode & 0o777).toBe(0o700)
    expect(fs.statSync(path.join(shared, 'postgres', 'password')).mode & 0o777).toBe(0o600)
    expect(await isInUse(shared)).toBe(true)
    await first.release()
    expect(await isInUse(shared)).toBe(false)
    expect(servers()).toEqual([])
    const second = await ready(shared)
    expect(second.server).not.toBe(first.server)
    await second.release()
  })

  test('of five processes at once gives them one server, in a new folder and in an old one', async () => {
    const folder = path.join(base, 'five')
    for (const exists of [false, true]) {
      expect(fs.existsSync(folder)).toBe(exists)
      const five = await Promise.all([1, 2, 3, 4, 5].map(() => ready(folder)))
      expect(new Set(five.map((it) => it.server)).size).toBe(1)
      expect(servers()).toEqual([five[0]?.server])
      await Promise.all(five.map((it) => it.release()))
      expect(servers()).toEqual([])
    }
  })

  test('works in a folder with spaces, quotes, commas and Arabic letters', async () => {
    const user = await ready(path.join(base, `my "news", it's خبر`))
    expect(user.sockets).toContain('خبر')
    await user.release()
  })

  test('works where the path is too long for a socket', async () => {
    const user = await ready(path.join(base, 'long'.repeat(40)))
    onTestFinished(() => fs.rmSync(user.sockets, { recursive: true }))
    expect(user.sockets).toMatch(/^\/tmp\/khabar-[0-9a-f]+$/)
    expect(fs.statSync(user.sockets).mode & 0o777).toBe(0o700)
    await user.release()
  })

  test('says what is wrong with DATA_DIR when it is a file', async () => {
    const file = path.join(base, 'file')
    fs.writeFileSync(file, '')
    const { name, message } = await failed(file)
    expect(name).toBe('UsageError')
    expect(message).toContain(`DATA_DIR ${file}`)
    expect(message).toContain('DATABASE_URL')
  })
})

describe('a killed', () => {
  test('server is started again on the same socket by those who miss it', async () => {
    const [one, two] = [await ready(shared), await ready(shared)]
    process.kill(one.server, 'SIGKILL')
    // Its children answer for a moment longer, until they notice that their parent is dead.
    await sleep(200)
    const [first, second] = await Promise.all([one.query(), two.query()])
    expect(first).toBe(second)
    expect(first).not.toBe(one.server)
    await one.release()
    expect(await two.query()).toBe(first)
    await two.release()
  })

  test('user that was the last one takes the server with it', async () => {
    const user = await ready(shared)
    user.kill()
    await expect.poll(servers, { timeout: 5_000 }).toEqual([])
  })

  test('starter leaves the server to the others', async () => {
    const [starter, other] = [await ready(shared), await ready(shared)]
    starter.kill()
    await sleep(300)
    expect(await other.query()).toBe(starter.server)
    await other.release()
    expect(servers()).toEqual([])
  })

  test('keeper is replaced by the next user, and the server stays', async () => {
    const one = await ready(shared)
    killKeepers()
    const two = await ready(shared)
    expect(two.server).toBe(one.server)
    expect(two.warnings).toEqual(['database had lost its keeper'])
    one.kill()
    two.kill()
    await expect.poll(servers, { timeout: 5_000 }).toEqual([])
  })

  test('everything can be started again', async () => {
    const user = await ready(shared)
    killKeepers()
    user.kill()
    process.kill(user.server, 'SIGKILL')
    const again = await ready(shared)
    expect(again.server).not.toBe(user.server)
    await again.release()
  })
})

describe('the end of', () => {
  test('the process that started the server leaves it to the others', async () => {
    const [starter, other] = [await ready(shared), await ready(shared)]
    await starter.release()
    expect(await other.query()).toBe(starter.server)
    await other.release()
    expect(servers()).toEqual([])
  })

  test('a terminal session (Ctrl-C) lets the program finish its work first', async () => {
    const user = await ready(shared, { detached: true })
    process.kill(-user.pid, 'SIGINT')
    expect((await user.next('drained')).server).toBe(user.server)
    await user.next('released')
    expect(servers()).toEqual([])
  })
})

describe('a lock file that was left behind', () => {
  const lock = path.join(shared, 'postgres', '18', 'postmaster.pid')

  test('does not stop the start when its number is another program’s now', async () => {
    const { uid, gid } = fs.statSync(path.dirname(lock))
    const other = spawn('sleep', ['60'], root ? { uid, gid } : {})
    onTestFinished(() => void other.kill())
    leave(
      `${other.pid}\n${path.dirname(lock)}\n1700000000\n5432\n\n\n  1234567       1\nready   \n`,
      uid,
      gid,
    )
    const user = await ready(shared)
    expect(user.server).not.toBe(other.pid)
    await user.release()
  })

  test('does not stop the start when it is empty', async () => {
    const { uid, gid } = fs.statSync(path.dirname(lock))
    leave('', uid, gid)
    fs.utimesSync(lock, 0, 0)
    const user = await ready(shared)
    expect(servers()).toEqual([user.server])
    await user.release()
  })

  function leave(text: string, uid: number, gid: number) {
    fs.writeFileSync(lock, text, { mode: 0o600 })
    if (root) fs.chownSync(lock, uid, gid)
  }
})

describe.runIf(root)('accounts:', () => {
  test('an ordinary user runs the server itself, and root leaves it the folder', async () => {
    const folder = path.join(base, 'home')
    fs.mkdirSync(folder, { mode: 0o700 })
    fs.chownSync(folder, stranger.uid, stranger.gid)
    for (const account of [stranger, {}, stranger]) {
      const user = await ready(folder, account)
      expect(ownerOf(user.server)).toBe(stranger.uid)
      await user.release()
    }
  })

  test('a user without an account is told what Postgres misses', async () => {
    const folder = path.join(base, 'nameless')
    fs.mkdirSync(folder)
    fs.chownSync(folder, nameless.uid, nameless.gid)
    expect((await failed(folder, nameless)).message).toContain('uid 64001 has none in /etc/passwd')
    // Root, in a folder that such a user brought along, does without it.
    await (await ready(folder)).release()
  })

  test('root keeps the data in DATA_DIR also where no other account may enter', async () => {
    const closed = path.join(base, 'closed')
    fs.mkdirSync(closed, { mode: 0o700 })
    const user = await ready(path.join(closed, 'data'))
    expect(ownerOf(user.server)).not.toBe(0)
    expect(fs.existsSync(path.join(closed, 'data', 'postgres', '18', 'PG_VERSION'))).toBe(true)
    process.kill(user.server, 'SIGKILL')
    await sleep(200)
    expect(await user.query()).not.toBe(user.server)
    await user.release()
  })

  test('the folder of another user is refused with its owner and the remedies', async () => {
    const folder = path.join(base, 'private')
    fs.mkdirSync(folder, { mode: 0o700 })
    const { name, message } = await failed(path.join(folder, 'data'), stranger)
    expect(name).toBe('UsageError')
    expect(message).toContain(`DATA_DIR ${folder}/data`)
    expect(message).toContain('belongs to root (uid 0), and this program runs as daemon (uid 1)')
    expect(message).toContain('Set DATA_DIR to a folder of your own')
  })

  test('a database that root has made is refused to an ordinary user', async () => {
    await (await ready(shared)).release()
    const { message } = await failed(shared, stranger)
    expect(message).toContain('belongs to root (uid 0), and this program runs as daemon (uid 1)')
  })
})

const Line = z.object({
  event: z.string(),
  server: z.number().default(0),
  sockets: z.string().default(''),
  warning: z.string().default(''),
  name: z.string().default(''),
  message: z.string().default(''),
})
type Line = z.infer<typeof Line>
type Options = { uid?: number; gid?: number; detached?: boolean }
type User = {
  pid: number
  server: number
  /** The folder of its socket, as it calls it. */
  sockets: string
  warnings: string[]
  next: (event: string) => Promise<Line>
  kill: () => void
  /** The process of the server that answers now. */
  query: () => Promise<number>
  release: () => Promise<void>
}

/** A process that uses the server in the folder, once it says that it can. */
async function ready(folder: string, options: Options = {}): Promise<User> {
  const { child, next, warnings } = begin(folder, options)
  const { server, sockets } = await next('ready')
  const user: User = {
    server,
    sockets,
    warnings,
    next,
    pid: child.pid ?? 0,
    kill: () => void child.kill('SIGKILL'),
    query: async () => {
      child.stdin?.write('query\n')
      return (await next('answered')).server
    },
    release: async () => {
      child.stdin?.write('release\n')
      await next('released')
    },
  }
  users.push(user)
  return user
}

async function failed(folder: string, options: Options = {}): Promise<Line> {
  return begin(folder, options).next('failed')
}

function begin(folder: string, options: Options) {
  const program = fileURLToPath(new URL('embedded-user.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [program, folder], {
    ...options,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines: Line[] = []
  const warnings: string[] = []
  if (!child.stdout) throw new Error('the process has no output')
  createInterface(child.stdout).on('line', (text) => {
    const line = Line.parse(JSON.parse(text))
    if (line.event === 'warned') warnings.push(line.warning)
    else lines.push(line)
  })
  /** What it says next, which has to be this. */
  const next = async (event: string): Promise<Line> => {
    await expect.poll(() => lines.length, { timeout: 25_000, interval: 20 }).toBeGreaterThan(0)
    const line = lines.shift()
    if (line?.event !== event) throw new Error(`not ${event} but ${JSON.stringify(line)}`)
    return line
  }
  return { child, next, warnings }
}

function processes(): { pid: number; uid: number; command: string }[] {
  const { stdout } = spawnSync('ps', ['-ww', '-eo', 'pid=,uid=,command='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, uid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return command === undefined ? [] : [{ pid: Number(pid), uid: Number(uid), command }]
  })
}

/** The servers of this test's folders: the workers of each are its children and not counted. */
function servers(): number[] {
  const marks = fs
    .globSync('*/postgres/18', { cwd: base })
    .concat(fs.globSync('*/*/postgres/18', { cwd: base }))
    .map((it) => fs.statSync(path.join(base, it)))
    .map(({ dev, ino }) => `cluster_name=khabar_${dev.toString(36)}_${ino.toString(36)} `)
  return processes()
    .filter(({ command }) => !command.includes('khabar-keeper') && marks.some((it) => command.includes(it)))
    .map((it) => it.pid)
}

function killKeepers(): void {
  const own = processes().filter((it) => it.command.includes('khabar-keeper') && it.command.includes(shared))
  expect(own.length).toBeGreaterThan(0)
  for (const { pid } of own) process.kill(pid, 'SIGKILL')
}

function ownerOf(pid: number): number | undefined {
  return processes().find((it) => it.pid === pid)?.uid
}
