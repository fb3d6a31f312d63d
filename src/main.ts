// The composition root and the command line's entry: the one file that sees everything and that nobody imports.

import path from 'node:path'
import type { Command, Program, Reader } from './commandline/command.ts'
import { OutsideError, reasonOf, UsageError } from './errors.ts'

/** A command is loaded when it is called: most of the time of a short one would be other commands' imports. */
type Row = { name: string; summary: string } & (
  | { load: () => Promise<Command> }
  | { loadReader: () => Promise<Reader> }
)

const rows: readonly Row[] = [
  {
    name: 'start',
    summary: 'run Khabar: bot, worker and playground in one process, or one part of it',
    load: async () => (await import('./commandline/start.ts')).start,
  },
  {
    name: 'load',
    summary: 'read files, folders, feeds and pages into the store',
    load: async () => (await import('./commandline/load.ts')).load,
  },
  {
    name: 'ask',
    summary: 'what did anyone say: an answer from the stored articles',
    load: async () => (await import('./commandline/ask.ts')).ask,
  },
  {
    name: 'search',
    summary: 'articles on a query, best first',
    load: async () => (await import('./commandline/ask.ts')).search,
  },
  {
    name: 'people',
    summary: 'who is known under a name',
    load: async () => (await import('./commandline/ask.ts')).people,
  },
  {
    name: 'digest',
    summary: 'preview of a digest: the last seven days on some topics, or on all',
    load: async () => (await import('./commandline/digest.ts')).digest,
  },
  {
    name: 'statements',
    summary: 'who said what in a text, with the place of every word',
    loadReader: async () => (await import('./commandline/statements.ts')).statements,
  },
  {
    name: 'summarize',
    summary: 'a headline and a short summary of each article',
    load: async () => (await import('./commandline/summarize.ts')).summarize,
  },
  {
    name: 'names',
    summary: 'whom a name means, among a list of names in any script',
    loadReader: async () => (await import('./commandline/names.ts')).names,
  },
  {
    name: 'sources',
    summary: 'feeds, pages and folders that /reload reads again',
    load: async () => (await import('./commandline/sources.ts')).sources,
  },
  {
    name: 'samples',
    summary: 'take the sample articles out of the store',
    load: async () => (await import('./commandline/keep.ts')).samples,
  },
  {
    name: 'queue',
    summary: 'work that waits and work that died, with the cause; retry puts the dead back',
    load: async () => (await import('./commandline/queue.ts')).queue,
  },
  {
    name: 'export',
    summary:
      'statements with their sources as CSV, JSON lines or BibTeX; or everything, for a backup or a move',
    load: async () => (await import('./commandline/export.ts')).exporting,
  },
  {
    name: 'import',
    summary: 'bring back what "export --all" wrote, into an empty store',
    load: async () => (await import('./commandline/state.ts')).importing,
  },
  {
    name: 'doctor',
    summary: 'checks configuration, database, queue, model and bot token, and says what is wrong',
    load: async () => (await import('./commandline/doctor.ts')).doctor,
  },
  {
    name: 'reset',
    summary: 'delete everything that is stored in DATA_DIR and start again',
    load: async () => (await import('./commandline/keep.ts')).reset,
  },
]

const exitCodes = { ok: 0, failed: 1, usage: 2 }

async function main([name = 'help', ...argv]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help())
    return exitCodes.ok
  }
  const row = rows.find((it) => it.name === name)
  if (!row) throw new UsageError(`There is no command "${name}".\n\n${help()}`)
  return (await run(row, argv)) ? exitCodes.ok : exitCodes.failed
}

async function run(row: Row, argv: readonly string[]): Promise<boolean> {
  const { readWords } = await import('./commandline/command.ts')
  const wantsHelp = argv.includes('--help') || argv.includes('-h')
  if ('loadReader' in row) {
    const reader = await row.loadReader()
    return wantsHelp ? showUsage(row, reader) : reader.run(readWords(reader, argv))
  }
  const command = await row.load()
  return wantsHelp ? showUsage(row, command) : command.run(readWords(command, argv), await createProgram())
}

function showUsage({ name, summary }: Row, { usage }: Pick<Command, 'usage'>): true {
  process.stdout.write(`khabar ${name} ${usage}\n  ${summary}\n`)
  return true
}

async function createProgram(): Promise<Program> {
  const { projectFolder } = await import('./project.ts')
  const { readConfig } = await import('./config.ts')
  const config = readConfig(readEnvironment(projectFolder), projectFolder)
  return {
    config,
    openStore: async () => (await import('./app.ts')).openStore(config),
    openApp: async () => (await import('./app.ts')).openApp(config),
    analyse: async (app, revisionId) => {
      const { analyseRevision } = await import('../jobs/summarize.ts')
      return analyseRevision(app, revisionId)
    },
    placeInStories: async (app) => {
      const { stories } = await import('../jobs/stories.ts')
      while ((await stories(app)) > 0);
    },
    startWorker: async (app) => {
      const { startWorker } = await import('../jobs/worker.ts')
      const { workerConcurrency } = await import('./commandline/start.ts')
      return startWorker(app, workerConcurrency(app))
    },
    startDelivery: async (...what) => (await import('../jobs/worker.ts')).startDelivery(...what),
    startSchedule: async (app) => (await import('../jobs/schedule.ts')).startSchedule(app),
  }
}

/** The environment wins over .env, as everywhere. */
function readEnvironment(projectFolder: string): NodeJS.ProcessEnv {
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
  const width = Math.max(...rows.map((it) => it.name.length))
  const lines = rows.map((it) => `  ${it.name.padEnd(width)}  ${it.summary}`)
  return `Khabar: who said what in the news, in Arabic and English.\n\nUsage: npx khabar COMMAND (or: npm run -s khabar -- COMMAND)\n\n${lines.join('\n')}\n\nkhabar COMMAND --help shows its options. Settings: see .env.example.\n`
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
