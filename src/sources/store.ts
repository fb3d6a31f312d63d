// The sources that are read again: feeds, pages and folders, and how their last reading went.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Source = z.object({
  id: z.number(),
  address: z.string(),
  name: z.string().nullable(),
  readAt: z.date().nullable(),
  failure: z.string().nullable(),
})
type Source = z.infer<typeof Source>

export function listSources(db: Db) {
  return db.many(Source)`select id, address, name, read_at as "readAt", failure from sources order by id`
}

export function findSource(db: Db, id: number) {
  return db.first(
    Source,
  )`select id, address, name, read_at as "readAt", failure from sources where id = ${id}`
}

const Id = z.object({ id: z.number() })

/** Undefined when it is there already. */
export function addSource(db: Db, address: string) {
  return db.first(Id)`insert into sources (address) values (${address}) on conflict do nothing returning id`
}

/** True when there was such a source. Its articles stay. */
export async function removeSource(db: Db, address: string): Promise<boolean> {
  return (await db.write`delete from sources where address = ${address}`) > 0
}

export function noteRead(db: Db, id: number, failure: string | null): Promise<number> {
  return db.write`update sources set read_at = now(), failure = ${failure} where id = ${id}`
}
