// What the database says of itself and of what it holds.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Stored = z.object({
  bytes: z.number(),
  newestAt: z.date().nullable(),
  /** Articles whose statements nobody has read yet. */
  unfinished: z.number(),
})

const Counted = z.object({ name: z.string(), count: z.number() })

/** Sources by how the last reading went. */
export function countSources(db: Db) {
  return db.many(Counted)`
    select case when paused_at is not null then 'paused' when failure is not null then 'failing' else 'fine' end as name, count(*) as count
    from sources group by 1`
}

/** Digests of the last day by what became of them: sent, left (nothing new, refused, outdated), waiting. */
export function countDigests(db: Db) {
  return db.many(Counted)`
    select case when settled_at is null then 'waiting' when failure is null then 'sent' else 'left' end as name, count(*) as count
    from digests where settled_at is null or settled_at > now() - interval '1 day' group by 1`
}

export async function readStored(db: Db) {
  return Stored.parse(
    await db.first(Stored)`
      select pg_database_size(current_database()) as bytes, (select max(loaded_at) from articles) as "newestAt",
        (select count(*) from revisions where is_current and analysed_at is null) as unfinished`,
  )
}
