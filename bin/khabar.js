#!/usr/bin/env node
// Starts Khabar on the Node.js that the lockfile pins, whatever Node.js started this file.
// Kept to syntax that any Node since 14 reads: it runs before the pinned one does.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldestMajor = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

// `--run FILE …` runs a tool of this project (the npm scripts do) on the same runtime.
const [first, ...rest] = process.argv.slice(2)
const isTool = first === '--run'
const target = isTool ? rest : [join(root, 'src', 'main.ts'), ...process.argv.slice(2)]

/** The pinned runtime of this platform, by path: npm 10 to 11.6 make no link to it in node_modules/.bin. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin')
  return join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
}

const isNewEnough = Number(process.versions.node.split('.')[0]) >= oldestMajor
const runtimes = [
  ...(existsSync(pinnedNode()) ? [pinnedNode()] : []),
  ...(isNewEnough ? [process.execPath] : []),
]

let child
start(runtimes.shift())

/** The next runtime is tried where one does not start: on Alpine and other musl systems the pinned one is there and can't run. */
function start(node) {
  if (node === undefined) {
    process.stderr.write(
      `Khabar needs Node.js ${oldestMajor} or newer, and no pinned one runs on ${process.platform}-${process.arch}; ` +
        `this is ${process.version}. Install Node.js ${oldestMajor} (https://nodejs.org), then run the command again.\n`,
    )
    process.exit(1)
  }
  // The channel is a lifeline: when this process is killed outright, Khabar notices and stops in good order.
  const stdio = isTool ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc']
  // What the child starts by the name `node` is the same runtime too.
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH || ''}`
  // Node keeps what it has compiled: a command starts in half the time. Where it may not write, it does without.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || join(root, 'node_modules', '.cache', 'khabar')
  child = spawn(node, target, { stdio, env: { ...process.env, PATH, NODE_COMPILE_CACHE } })
  child.on('error', () => start(runtimes.shift()))
  child.on('exit', (code, signal) => {
    if (signal) process.exit(128 + ({ SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] || 1))
    process.exit(code === null ? 1 : code)
  })
}

// The terminal sends Ctrl-C to the whole group, a supervisor only to us: hand its signals on, and outlive the child.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))

// npm starts us through a shell that dies of a signal and tells nobody: whoever stops npm would leave us running, unseen.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500)
  watch.unref()
}
