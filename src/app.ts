// Everything with a connection, made in one place and passed to whoever needs it.

import type { ClientConfig } from 'pg'
import type { Config } from './config.ts'
import { checkServer } from './database/check.ts'
import { type Database, openDatabase } from './database/database.ts'
import { type Embedded, startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import type { Llm } from './llm/client.ts'
import { createLog, type Log, withoutSecrets } from './log.ts'
import type { Metrics } from './operations/metrics.ts'
import type { Enqueue, Queue } from './queue.ts'
import type { Fetcher } from './sources/fetch.ts'

export type App = {
  config: Config
  db: Database
  queue: Queue
  enqueue: Enqueue
  /** Undefined where no model is configured: Khabar then works offline. */
  llm: Llm | undefined
  fetcher: Fetcher
  log: Log
  /** Undefined where nobody asks for them. */
  metrics?: Metrics | undefined
}

/** Hears when the model's server is left alone because of its key or quota, and when it is asked again. */
type Tell = (model: { isAsked: boolean; reason: string }) => void

type Closable = { close: () => Promise<void> }

/** The database alone, its tables brought up to date. The caller closes it. */
export async function openStore(config: Config): Promise<
  Pick<App, 'db' | 'log'> & {
    connection: ClientConfig
    openModel: (tell?: Tell) => Promise<Llm | undefined>
  } & Closable
> {
  const log = createLog(config.logLevel, config.secrets)
  const { connection, embedded } = await findServer(config, log)
  const db = openDatabase({ config: connection, ...(embedded ? { recover: () => embedded.ensure() } : {}) })
  const close = async () => {
    await db.close()
    await embedded?.release()
  }
  try {
    await checkServer(db)
    await migrate(db)
    return { db, log, connection, openModel: (tell) => openModelOf({ config, db, log }, tell), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Everything. The caller closes it. */
export async function openApp(config: Config): Promise<App & Closable> {
  const { db, log, connection, openModel, close } = await openStore(config)
  try {
    // Loaded here and not above: whoever needs the database alone starts in half the time.
    const [{ openQueue }, { createFetcher }] = await Promise.all([
      import('./queue.ts'),
      import('./sources/fetch.ts'),
    ])
    const queue = await openQueue(
      config.redisUrl === undefined
        ? { kind: 'postgres', config: connection }
        : { kind: 'redis', url: config.redisUrl },
      (error) => log.warn({ error: error.message }, 'the queue has lost its connection'),
    )
    const server = config.telegram ? 'telegram' : 'playground'
    const llm = await openModel((model) => {
      // Each process has a gate of its own, and a trouble that comes and goes is told once an hour.
      const once = `model-${model.isAsked ? 'open' : 'shut'}-${new Date().toISOString().slice(0, 13)}`
      queue
        .enqueue('alert', { server, model }, once)
        .catch((error: unknown) => log.warn({ error: String(error) }, 'admins could not be told'))
    })
    const closeAll = async () => {
      await queue.close()
      await close()
    }
    return {
      config,
      db,
      queue,
      enqueue: queue.enqueue,
      llm,
      fetcher: createFetcher({}),
      log,
      close: closeAll,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The model, within its budget; undefined where none is configured. */
async function openModelOf(
  { config, db, log }: Pick<App, 'config' | 'db' | 'log'>,
  tell: Tell = () => {},
): Promise<Llm | undefined> {
  if (config.model === undefined) return undefined
  const [{ createLlm }, { behindGate, Gate }, { withinBudget }] = await Promise.all([
    import('./llm/client.ts'),
    import('./llm/gate.ts'),
    import('./budget/budget.ts'),
  ])
  const gate = new Gate({
    concurrency: config.model.concurrency,
    onChange: ({ open, reason }) => {
      log[open ? 'info' : 'error']({ reason }, `the model is ${open ? 'asked again' : 'left alone'}`)
      tell({ isAsked: open, reason: withoutSecrets(reason, config.secrets) })
    },
  })
  const llm = createLlm({ ...config.model, turn: (request) => gate.pass(request) })
  // The gate first: what it turns away costs nothing and stands in no ledger.
  return behindGate(withinBudget(llm, { db, budget: config.budget }), gate)
}

async function findServer(
  config: Config,
  log: Log,
): Promise<{ connection: ClientConfig; embedded?: Embedded }> {
  if (config.databaseUrl !== undefined) return { connection: { connectionString: config.databaseUrl } }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log })
  return { connection: embedded.config, embedded }
}
