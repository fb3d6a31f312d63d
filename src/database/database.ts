// The only door to Postgres. A query is written where it is used (see */store.ts), its values become parameters, and
// every row that comes back is checked:  db.first(Article)`select … where id = ${id}`. A server that goes away and comes
// back costs a pause, not an error.

import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig, type QueryResult, types } from 'pg'
import type { z } from 'zod'
import { OutsideError, reasonOf } from '../errors.ts'
import { isConflict, isGone } from './failure.ts'

type Query<Result> = (text: TemplateStringsArray, ...values: unknown[]) => Promise<Result>

/**
 * Queries, by themselves or inside a transaction. Values: strings, numbers, booleans, null, Dates, arrays of these;
 * JSON as text. Columns: int8 comes as a number, timestamptz as a Date, date as 'YYYY-MM-DD', numeric as text.
 */
export type Db = {
  many: <Row>(row: z.ZodType<Row>) => Query<Row[]>
  /** The first row, or undefined when there is none. */
  first: <Row>(row: z.ZodType<Row>) => Query<Row | undefined>
  /** Says how many rows it touched. */
  write: Query<number>
  /** Runs a text of our own SQL, of several statements, such as a migration; of one statement where it has values ($1, …). */
  script: (text: string, values?: unknown[]) => Promise<void>
}

/**
 * When the server is lost under a query or a transaction, it is brought back and the work is done once more, whole. If
 * it was lost in the moment of the commit, nobody can know whether the first time counted: it may then run twice. So a
 * write has to be one that may (`on conflict`, `where … is null`), and so does what a transaction's callback does
 * besides. An outage of more than a few seconds ends in an OutsideError.
 */
export type Database = Db & {
  /** All or nothing. The callback may be called again: after an outage, and when two transactions stand in each other's way. */
  transaction: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>
  /**
   * Lets one process at a time, of all that use this database, do the work of that name. It gets the connection that
   * holds the lock, outside of any transaction; it is not repeated, and loses the lock when the connection breaks.
   */
  advisoryLock: <Result>(name: string, work: (db: Db) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}

const connectTimeoutMs = 10_000
/** No query of ours takes this long on a million articles; migrations lift the limit for themselves. */
const statementTimeoutMs = 60_000
const lockWaitTimeoutMs = 60_000
/** For how long work is repeated while the server is gone. With `recover`, one repetition is the rule. */
const outageMaxMs = 5_000
const outagePauseMs = 100
const outagePauseMaxMs = 1_000
/** Transactions in each other's way are over in milliseconds; more than this is a bug in their order. */
const conflictRepeatsMax = 5

/** `recover` brings a lost server back; without it, the server is waited for. `max` is the number of connections. */
export function openDatabase({
  config,
  recover,
  max = 10,
}: {
  config: PoolConfig
  recover?: (() => Promise<void>) | undefined
  max?: number
}): Database {
  const pool = new Pool({
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    ...config,
    max,
    types: { getTypeParser: parserOf },
  })
  let closed = false
  // A connection that breaks while it idles says so here, and would end the process if nobody listened. The next query
  // meets the outage itself; the server is brought back now because the queue has no other way to ask for it.
  pool.on('error', (error) => {
    if (!closed && isGone(error)) void quietly(recover)
  })
  pool.on('connect', (client) => client.on('error', ignore))

  const persist = persistence(config.host ?? 'the address in DATABASE_URL', recover)
  const repeated: Run = (text, values) => persist(() => pool.query(text, values))
  return {
    ...queries(repeated),
    transaction: (work) => persist(() => withClient(pool, (client) => inTransaction(client, work))),
    advisoryLock: async (name, work) => {
      const client = await persist(() => locked(pool, name))
      return releasing(client, () => underLock(client, name, work))
    },
    close: async () => {
      if (closed) return
      closed = true
      await pool.end()
    },
  }
}

type Run = (text: string, values?: unknown[]) => Promise<QueryResult>

function queries(run: Run): Db {
  return {
    many:
      (row) =>
      async (text, ...values) =>
        (await run(numbered(text), values)).rows.map((it) => row.parse(it)),
    first:
      (row) =>
      async (text, ...values) =>
        row.optional().parse((await run(numbered(text), values)).rows[0]),
    write: async (text, ...values) => (await run(numbered(text), values)).rowCount ?? 0,
    script: async (text, values) => void (await run(text, values)),
  }
}

/** The text of the query, with $1, $2, … where the values stood. */
function numbered(text: TemplateStringsArray): string {
  return text.reduce((sql, part, i) => `${sql}$${i}${part}`)
}

function queriesOn(client: PoolClient): Db {
  return queries((text, values) => client.query(text, values))
}

async function withClient<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  return releasing(client, () => work(client))
}

/** Gives the connection back, or throws it away when its state is not known. */
async function releasing<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  let broken = true
  try {
    const result = await work()
    broken = false
    return result
  } catch (error) {
    broken = isGone(error) || error instanceof Unfinished
    throw error instanceof Unfinished ? error.cause : error
  } finally {
    client.release(broken)
  }
}

/** The work failed (its cause), and the connection could not be brought back to order either. */
class Unfinished extends Error {}

async function inTransaction<Result>(client: PoolClient, work: (db: Db) => Promise<Result>): Promise<Result> {
  await client.query('begin')
  try {
    const result = await work(queriesOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    try {
      await client.query('rollback')
    } catch (failure) {
      throw new Unfinished(`rollback failed: ${String(failure)}`, { cause: error })
    }
    throw error
  }
}

/** A connection that holds the lock. */
async function locked(pool: Pool, name: string): Promise<PoolClient> {
  const client = await pool.connect()
  try {
    await client.query(`set lock_timeout = ${lockWaitTimeoutMs}`)
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    await client.query('reset lock_timeout')
    return client
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function underLock<Result>(
  client: PoolClient,
  name: string,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  let failure: { cause: unknown } | undefined
  try {
    return await work(queriesOn(client))
  } catch (error) {
    failure = { cause: error }
    throw error
  } finally {
    await unlock(client, name, failure)
  }
}

async function unlock(
  client: PoolClient,
  name: string,
  failure: { cause: unknown } | undefined,
): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
  } catch (error) {
    throw new Unfinished(`unlock failed: ${String(error)}`, failure ?? { cause: error })
  }
}

/** Repeats work over outages and conflicts; `server` names it in the error when an outage lasts. */
function persistence(server: string, recover: (() => Promise<void>) | undefined) {
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const deadline = Date.now() + outageMaxMs
    let pauseMs = outagePauseMs
    let conflicts = 0
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (isConflict(error) && conflicts < conflictRepeatsMax) {
          conflicts += 1
          continue
        }
        if (!isGone(error)) throw error
        if (Date.now() > deadline) throw lost(server, error)
        await recover?.()
      }
      await sleep(recover ? 0 : pauseMs)
      pauseMs = Math.min(pauseMs * 2, outagePauseMaxMs)
    }
  }
}

function lost(server: string, error: unknown): OutsideError {
  const reason = error instanceof Error ? reasonOf(error) : String(error)
  return new OutsideError(`The database at ${server} does not answer: ${reason}`, { cause: error })
}

/** Ids are 64-bit and come as text; ours, and Telegram's (52 bits), fit a number. A date is a day, not a moment. */
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, Number],
  [types.builtins.DATE, String],
])

function parserOf(type: number, format?: 'text' | 'binary'): unknown {
  return parsers.get(type) ?? types.getTypeParser(type, format)
}

async function quietly(recover: (() => Promise<void>) | undefined): Promise<void> {
  try {
    await recover?.()
  } catch (error) {
    ignore(error)
  }
}

function ignore(_error: unknown): void {
  // Met again, and handled, by the next query.
}
