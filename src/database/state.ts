// What the state of Khabar is, as lines of text: which tables, in which order, and what of them stays at home. Written by
// export-state.ts, read by import-state.ts. The lines of an older program can be read for ever: nothing here depends on columns.

import { z } from 'zod'
import type { Db } from './database.ts'

/**
 * Every table of ours, each after those that it refers to; a test compares the list with the database. Not state: the
 * list of migrations (the header has their number), the passing tables, and the queue (the sweep finds again what is unfinished).
 */
export const stateTables = [
  'sources',
  'articles',
  'revisions',
  'appearances',
  'article_sources',
  'summaries',
  'article_topics',
  'people',
  'person_names',
  'person_roles',
  'people_apart',
  'statements',
  'statement_people',
  'corrections',
  'chats',
  'bans',
  'guests',
  'admins',
  'invites',
  'mistakes',
  'updates',
  'answers',
  'subscriptions',
  'digests',
  'follows',
  'pushes',
  'readings',
  'reloads',
  'reload_results',
  'spending',
  'broadcasts',
  'broadcast_chats',
  'audit',
] as const

/**
 * Columns that are written otherwise than they are. What people wrote to the bot is kept until it is handled and no
 * longer, so it is in no file either; its number is, so that what Telegram sends again is not answered again. The update
 * counts as handled: an answer that comes when a file is imported, perhaps months later, would come out of the blue.
 */
export const written: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  updates: { payload: 'null::jsonb', lane: 'null::text', handled_at: 'coalesce(handled_at, received_at)' },
}

/** Tables of ours that hold no state, and are not written: their rows are worth seconds. */
export const passingTables = ['paces', 'lanes'] as const

export const format = 1

/** The first line. `nextIds`: by table; an id that was once given away (to a button, to a permalink) is never given to another row. */
export const Header = z.object({
  khabar: z.literal('state'),
  format: z.int(),
  migration: z.int().positive(),
  at: z.string(),
  nextIds: z.record(z.string(), z.int().positive()),
})
export type Header = z.infer<typeof Header>

/** Postgres reads the row itself, from the text: no number of it passes through JavaScript. */
export const RowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) })

/** The last line: without it the file is cut. */
export const EndLine = z.strictObject({ end: z.literal(true), rows: z.int().nonnegative() })

const Table = z.object({
  name: z.string(),
  /** Those that are computed from the others are left out. */
  columns: z.array(z.string()),
  key: z.array(z.string()),
  /** The column that Postgres numbers by itself, and the next number that it would give. */
  numbered: z.string().nullable(),
  nextId: z.number().nullable(),
})
export type Table = z.infer<typeof Table>

/** The tables of state that there are now, whoever made them. */
export function listTables(db: Db): Promise<Table[]> {
  return db.many(Table)`
    select c.relname::text as name,
      array(select attname::text from pg_attribute a
            where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum) as columns,
      array(select attname::text from pg_index i
            cross join unnest(i.indkey) with ordinality as part(number, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = part.number
            where i.indrelid = c.oid and i.indisprimary
            order by part.place) as key,
      numbered.attname::text as numbered,
      case when numbered.attname is not null then coalesce(pg_sequence_last_value(
        pg_get_serial_sequence(quote_ident(c.relname), numbered.attname)::regclass), 0) + 1 end as "nextId"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute numbered on numbered.attrelid = c.oid and numbered.attidentity <> ''
    where n.nspname = current_schema() and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> all(${['migrations', ...passingTables]}::text[])
    order by c.relname`
}

/** The rows of a query of our own making, a page at a time, inside a transaction. One such query at a time. */
export async function* pagesOf<Row>(tx: Db, row: z.ZodType<Row>, query: string): AsyncGenerator<Row[]> {
  await tx.script(`declare state_rows no scroll cursor for ${query}`)
  for (;;) {
    const page = await tx.many(row)`fetch 100 from state_rows`
    if (page.length === 0) break
    yield page
  }
  await tx.script('close state_rows')
}

/** Names come from the catalogue of the database, and still go into a query quoted. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
