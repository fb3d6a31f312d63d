// What the database says of itself and of what it holds.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Stored = z.object({
  bytes: z.number(),
  newestAt: z.date().nullable(),
  /** Articles whose statements nobody has read yet. */
  unfinished: z.number(),
})

export async function readStored(db: Db) {
  return Stored.parse(
    await db.first(Stored)`
      select pg_database_size(current_database()) as bytes, (select max(loaded_at) from articles) as "newestAt",
        (select count(*) from revisions where is_current and analysed_at is null) as unfinished`,
  )
}
