#!/usr/bin/env node
// Starts Khabar on the Node.js that the lockfile pins, whatever Node.js started this file.
// Kept to syntax that any Node since 14 reads: it runs before the pinned one does.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldestMajor = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The pinned runtime of this platform, by path: npm 10 to 11.6 make no link to it in node_modules/.bin. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin')
  const file = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : undefined
}

function runtime() {
  const pinned = pinnedNode()
  // A musl or otherwise foreign system has the file and can't run it; spawn then says ENOENT, see below.
  if (pinned) return pinned
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return process.execPath
  process.stderr.write(
    `Khabar needs Node.js ${oldestMajor} or newer, and no pinned one is published for ${process.platform}-${process.arch}; ` +
      `this is ${process.version}. Install Node.js ${oldestMajor} (https://nodejs.org), then run the command again.\n`,
  )
  process.exit(1)
}

// `--run FILE …` runs a tool of this project (the npm scripts do) on the same runtime.
const [first, ...rest] = process.argv.slice(2)
const target = first === '--run' ? rest : [join(root, 'src', 'main.ts'), ...process.argv.slice(2)]

const node = runtime()
const isTool = first === '--run'
// The channel is a lifeline: when this process is killed outright, Khabar notices and stops in good order.
const stdio = isTool ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc']
const child = spawn(node, target, { stdio, env: { ...process.env, PATH: withNode(node) } })

/** What the child starts by the name `node` is the same runtime too. */
function withNode(file) {
  const delimiter = process.platform === 'win32' ? ';' : ':'
  return `${dirname(file)}${delimiter}${process.env.PATH ?? ''}`
}

// The terminal sends Ctrl-C to the whole group, a supervisor only to us: hand its signals on, and outlive the child.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))

child.on('error', (error) => {
  process.stderr.write(
    `The Node.js at ${node} does not start (${error.message}). On Alpine and other musl systems install Node.js ${oldestMajor} ` +
      'and start src/main.ts with it: node src/main.ts\n',
  )
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal) process.exit(128 + ({ SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1))
  process.exit(code ?? 1)
})
