// Brings the tables to this program's version: numbered .sql files, each run once, all of them in one transaction, so
// that a failure leaves the database as it was. A file that has run is never edited: the next one changes its work.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as path from 'node:path'
import { z } from 'zod'
import { OutsideError } from '../errors.ts'
import type { Database, Db } from './database.ts'

const ownFolder = fileURLToPath(new URL('migrations', import.meta.url))

/**
 * Runs what has not run yet and gives the names of it. Processes that start at once wait for each other. Throws an
 * OutsideError when a file fails, was edited after it ran, or the database was made by a newer program.
 */
export async function migrate(db: Database, folder: string = ownFolder): Promise<string[]> {
  return db.transaction((tx) => migrateWithin(tx, { folder }))
}

/** The same as part of a larger change, all of it or only the first `upTo` files. */
export async function migrateWithin(
  tx: Db,
  { folder = ownFolder, upTo }: { folder?: string; upTo?: number } = {},
): Promise<string[]> {
  const files = readMigrations(folder)
  await lockMigrations(tx)
  await tx.script(`
    create table if not exists migrations (
      name text primary key,
      hash text not null,
      ran_at timestamptz not null default now()
    )`)
  const ran = await tx.many(Ran)`select name, hash from migrations order by name`
  for (const [i, { name, hash }] of ran.entries()) compare(files[i], name, hash)
  const missing = files.slice(ran.length, upTo)
  for (const file of missing) await run(tx, file)
  return missing.map((file) => file.name)
}

/** Until the transaction ends, no other process changes the tables. */
export async function lockMigrations(tx: Db): Promise<void> {
  // An index on a million articles may take its time, and so may the process that makes it before us.
  await tx.script(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
  await tx.write`select pg_advisory_xact_lock(hashtextextended('khabar migrate', 0))`
}

/** How many there are: what a database of this program's version has had. */
export const countMigrations = (): number => readMigrations(ownFolder).length

type Migration = { name: string; hash: string; text: string }

const Ran = z.object({ name: z.string(), hash: z.string() })

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  return names.map((name, i) => {
    const number = String(i + 1).padStart(4, '0')
    if (!new RegExp(`^${number}_[a-z0-9_]+\\.sql$`).test(name)) {
      throw new Error(`${name} in ${folder}: the migration there must be named ${number}_<words>.sql`)
    }
    // A checkout may have changed the ends of the lines; that is no edit.
    const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/** Throws unless the file at this place is the one that ran. */
function compare(file: Migration | undefined, name: string, hash: string): void {
  if (file?.name !== name) {
    throw new OutsideError(
      `The database has been changed by ${name}, which this version of Khabar does not have. ` +
        'Use the version that made it, or a newer one.',
      { permanent: true },
    )
  }
  if (file.hash !== hash) {
    throw new OutsideError(
      `${name} was edited after it had run in this database. Restore the file, and put the change into a new one.`,
      { permanent: true },
    )
  }
}

async function run(tx: Db, { name, text, hash }: Migration): Promise<void> {
  try {
    await tx.script(text)
  } catch (error) {
    throw new OutsideError(
      `The migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`,
      {
        permanent: true,
        cause: error,
      },
    )
  }
  await tx.write`insert into migrations (name, hash) values (${name}, ${hash})`
}
