// A process of its own: starts the server and stays until its last user has gone, then stops it. See windows.ts.
// Arguments: the door (a named pipe), pg_ctl, the cluster's folder, and the command of the server if it is to be started.

import { spawn, spawnSync } from 'node:child_process'
import { createServer, type Socket } from 'node:net'

/** Whoever starts a keeper comes in at once, unless it was killed meanwhile. */
const firstUserTimeoutMs = 10_000

const [door = '', pgCtl = '', cluster = '', postgres, ...options] = process.argv.slice(2)
const users = new Set<Socket>()

const keeper = createServer((user) => {
  users.add(user)
  user.on('error', () => user.destroy())
  user.on('close', () => {
    users.delete(user)
    stopWithoutUsers()
  })
})
// Another keeper has the door.
keeper.on('error', () => process.exit(0))
keeper.listen(door, () => {
  if (postgres !== undefined) startServer(postgres)
  setTimeout(stopWithoutUsers, firstUserTimeoutMs)
})

function startServer(file: string): void {
  const server = spawn(file, options, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true })
  server.on('error', () => process.exit(1))
  server.on('exit', (code) => process.exit(code ?? 1))
}

function stopWithoutUsers(): void {
  if (users.size > 0) return
  // Closed first: whoever comes now must find no keeper, and starts the server again.
  keeper.close()
  spawnSync(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { stdio: ['ignore', 'inherit', 'inherit'] })
  process.exit(0)
}
