// The composition root and the command line's entry: the one file that sees everything and that nobody imports.

import path from 'node:path'
import { startSchedule } from '../jobs/schedule.ts'
import { analyseRevision } from '../jobs/summarize.ts'
import { startDelivery, startWorker } from '../jobs/worker.ts'
import { openApp, openStore, projectFolder } from './app.ts'
import { ask, people, search } from './commandline/ask.ts'
import { type Command, type Program, readWords } from './commandline/command.ts'
import { digest } from './commandline/digest.ts'
import { doctor, reset, samples, sources } from './commandline/keep.ts'
import { load } from './commandline/load.ts'
import { queue } from './commandline/queue.ts'
import { names, statements, summarize } from './commandline/read.ts'
import { start, workerConcurrency } from './commandline/start.ts'
import { exporting, importing } from './commandline/state.ts'
import { readConfig } from './config.ts'
import { OutsideError, reasonOf, UsageError } from './errors.ts'

const commands: readonly Command[] = [
  start,
  load,
  ask,
  search,
  people,
  digest,
  statements,
  summarize,
  names,
  sources,
  samples,
  queue,
  exporting,
  importing,
  doctor,
  reset,
]

const exitCodes = { ok: 0, failed: 1, usage: 2 }

async function main([name = 'help', ...argv]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help())
    return exitCodes.ok
  }
  const command = commands.find((it) => it.name === name)
  if (!command) throw new UsageError(`There is no command "${name}".\n\n${help()}`)
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(`khabar ${command.name} ${command.usage}\n  ${command.summary}\n`)
    return exitCodes.ok
  }
  const words = readWords(command, argv)
  return (await command.run(words, createProgram())) ? exitCodes.ok : exitCodes.failed
}

function createProgram(): Program {
  const config = readConfig(readEnvironment(), projectFolder)
  return {
    config,
    openStore: () => openStore(config),
    openApp: () => openApp(config),
    analyse: analyseRevision,
    startWorker: (app) => startWorker(app, workerConcurrency(app)),
    startDelivery,
    startSchedule,
  }
}

/** The environment wins over .env, as everywhere. */
function readEnvironment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile(path.join(projectFolder, '.env'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw new UsageError(`.env can't be read: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
  }
  return process.env
}

function help(): string {
  const width = Math.max(...commands.map((it) => it.name.length))
  const rows = commands.map((it) => `  ${it.name.padEnd(width)}  ${it.summary}`)
  return `Khabar: who said what in the news, in Arabic and English.\n\nUsage: npx khabar COMMAND (or: npm run -s khabar -- COMMAND)\n\n${rows.join('\n')}\n\nkhabar COMMAND --help shows its options. Settings: see .env.example.\n`
}

// `| head` closes our output: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // What a person can mend is said in a sentence; anything else is a bug, and its trace is what we need to mend it.
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n`)
  else if (error instanceof OutsideError) process.stderr.write(`${reasonOf(error)}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}
