// Refuses a Postgres that would give wrong answers rather than errors: one that can't hold Arabic text, or whose letters
// are only A to Z. The embedded server passes; DATABASE_URL may name anything.

import { z } from 'zod'
import { OutsideError } from '../errors.ts'
import { codeOf } from './failure.ts'
import type { Database } from './database.ts'

/** The oldest that a database's owner can add pg_trgm to without being its superuser. */
const oldestMajor = 13

/** Throws where the database does not answer. */
export async function isUp(db: Database): Promise<void> {
  await db.first(z.object({ one: z.number() }))`select 1 as one`
}

/** What the server is. Adds the extension pg_trgm if it is missing. Throws an OutsideError with what is wrong, where, and what to do. */
export async function checkServer(db: Database): Promise<{ version: string; encoding: string }> {
  const { name, version, major, encoding, hasTrigrams } = await describe(db)

  if (major < oldestMajor) {
    throw refusal(
      name,
      `is on Postgres ${version}; Khabar needs ${oldestMajor} or newer. Point DATABASE_URL at one.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw refusal(
      name,
      `has the encoding ${encoding}, which can't hold Arabic text reliably. ${remake(name)}`,
    )
  }
  if (!hasTrigrams) {
    throw refusal(
      name,
      'lacks the extension pg_trgm, and its server does not offer it. Install the package postgresql-contrib there.',
    )
  }
  await addTrigrams(db, name)
  // 0 where LC_CTYPE is C: the extension then takes Arabic letters for spaces, and every name resembles none.
  const similar = await db.first(Similarity)`select similarity('محمد', 'محمد')::float8 as similarity`
  if (similar?.similarity !== 1) {
    throw refusal(
      name,
      `knows no letters but A to Z (its LC_CTYPE is C), so names would not be found. ${remake(name)}`,
    )
  }
  return { version, encoding }
}

const Server = z.object({
  name: z.string(),
  version: z.string(),
  major: z.number(),
  encoding: z.string(),
  hasTrigrams: z.boolean(),
})
const Similarity = z.object({ similarity: z.number() })

async function describe(db: Database): Promise<z.infer<typeof Server>> {
  try {
    const server = await db.first(Server)`
      select current_database() as name,
             current_setting('server_version') as version,
             current_setting('server_version_num')::int / 10000 as major,
             current_setting('server_encoding') as encoding,
             exists (select from pg_available_extensions where name = 'pg_trgm') as "hasTrigrams"`
    return Server.parse(server)
  } catch (error) {
    // The first query of all: a wrong address, name or password shows here.
    if (codeOf(error) === undefined || !(error instanceof Error)) throw error
    throw new OutsideError(`The database can't be used: ${error.message}. Is DATABASE_URL right?`, {
      permanent: true,
      cause: error,
    })
  }
}

async function addTrigrams(db: Database, name: string): Promise<void> {
  try {
    // Two processes that add it at once would collide, in spite of "if not exists".
    await db.advisoryLock('khabar extension', (own) => own.script('create extension if not exists pg_trgm'))
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error
    throw refusal(
      name,
      'lacks the extension pg_trgm, and this user may not add it. Let its owner run: create extension pg_trgm',
      error,
    )
  }
}

const insufficientPrivilege = '42501'

function remake(name: string): string {
  return (
    `Make one that can and point DATABASE_URL at it: create database ${name}_utf8 template template0 ` +
    `encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`
  )
}

function refusal(name: string, reason: string, cause?: unknown): OutsideError {
  return new OutsideError(`The database "${name}" ${reason}`, { permanent: true, cause })
}
