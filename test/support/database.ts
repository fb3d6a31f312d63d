// A migrated, empty database for the calling test file, on the real Postgres of the run.

import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'

/** The database, and what to connect to it with (for pools of the test's own, or the queue). */
export type TestDatabase = Database & { databaseConfig: ClientConfig }

const leftovers: (() => Promise<void>)[] = []
// Here, not where they are made: a hook that is named inside a test never runs.
afterAll(async () => {
  for (const remove of leftovers.toReversed()) await remove()
})

/** Called once at the top of a test file, or inside a test that wants one for itself; it is dropped after the file. */
export async function useDatabase(): Promise<TestDatabase> {
  const databaseConfig = await createDatabase(`template ${inject('databaseTemplate')}`)
  const db = openDatabase({ config: databaseConfig })
  leftovers.push(() => db.close())
  return { ...db, databaseConfig }
}

/** A database of the given making (`template template0 encoding …`), without our tables. */
export async function createDatabase(making: string): Promise<ClientConfig> {
  const server = inject('databaseConfig')
  const name = `khabar_test_${randomBytes(6).toString('hex')}`
  await admin(server, `create database ${name} ${making}`)
  leftovers.push(() => admin(server, `drop database if exists ${name} with (force)`))
  return { ...server, database: name }
}

async function admin(server: ClientConfig, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  await client.query(statement)
  await client.end()
}
