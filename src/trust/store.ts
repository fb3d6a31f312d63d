// What can be counted about how far Khabar is to be trusted, from its own tables, each time anew.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Trust = z.object({
  /** Statements of articles as they are now, and those whose words stand in their article letter for letter. */
  stored: z.number(),
  verbatim: z.number(),
  /** Those that answers leave out because they are not sure enough. */
  unsure: z.number(),
  /** Articles that a model was asked about; those whose first answer the checks let through; those without a sound one. */
  written: z.number(),
  atOnce: z.number(),
  givenUp: z.number(),
  /** Words that an article took back or that were read wrong; reports of readers, and those that an admin confirmed. */
  corrections: z.number(),
  reports: z.number(),
  confirmed: z.number(),
})
export type Trust = z.infer<typeof Trust>

/** Over the newest so many revisions: a count over all would take a minute at a million articles. */
export const measuredMax = 20_000

export async function measureTrust(db: Db, shownFrom: number): Promise<Trust> {
  return Trust.parse(
    await db.first(Trust)`
      with newest as (
        select id, title, text, modelled_at, verdict from revisions where is_current order by id desc limit ${measuredMax}
      ), spoken as (
        select count(*)::int as stored,
          count(*) filter (where position(s.words in case s.place when 'title' then n.title else n.text end) > 0)::int as verbatim,
          count(*) filter (where s.confidence < ${shownFrom})::int as unsure
        from statements s join newest n on n.id = s.revision_id
      ), modelled as (
        select count(*) filter (where verdict ?| '{answers,givenUp}')::int as written,
          count(*) filter (where jsonb_array_length(verdict -> 'answers' -> 0) = 0)::int as "atOnce",
          count(*) filter (where verdict ? 'givenUp')::int as "givenUp"
        from newest where modelled_at is not null
      )
      select spoken.*, modelled.*,
        (select count(*)::int from corrections) as corrections,
        (select count(*)::int from mistakes) as reports,
        (select count(*)::int from mistakes where is_confirmed) as confirmed
      from spoken, modelled`,
  )
}
