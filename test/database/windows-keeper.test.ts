// The keeper of Windows, as far as it can be run elsewhere: its door is a Unix socket here, its server a sleep.

import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'khabar-keeper-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const door = path.join(folder, 'door')
const stopped = path.join(folder, 'stopped')

test.skipIf(process.platform === 'win32')(
  'the keeper of Windows stops the server after the last user, however the users end',
  async () => {
    const pgCtl = path.join(folder, 'pg_ctl')
    fs.writeFileSync(pgCtl, `#!/bin/sh\necho "$@" >'${stopped}'\n`, { mode: 0o755 })
    const program = fileURLToPath(new URL('../../src/database/embedded/windows-keeper.ts', import.meta.url))
    const keeper = spawn(process.execPath, [program, door, pgCtl, 'the-cluster', 'sleep', '5'])
    const ended = new Promise((resolve) => void keeper.once('exit', resolve))

    const [one, two] = [await enter(), await enter()]
    one.destroy()
    await new Promise((resolve) => void setTimeout(resolve, 200))
    expect(fs.existsSync(stopped)).toBe(false)
    two.end()
    expect(await ended).toBe(0)
    expect(fs.readFileSync(stopped, 'utf8')).toBe('stop -D the-cluster -m fast -w\n')
  },
)

async function enter(): Promise<Socket> {
  for (;;) {
    const socket = connect(door)
    const isIn = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (isIn) return socket
    await new Promise((resolve) => void setTimeout(resolve, 50))
  }
}
