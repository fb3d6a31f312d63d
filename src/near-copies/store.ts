// Which revisions are nearly one text, in Postgres: by the keys they share, and what was copied from what.

import { z } from 'zod'
import type { Db } from '../database/database.ts'

const Near = z.object({ revisionId: z.number(), title: z.string(), text: z.string() })

/** One or two may be shared by chance; copies worth the name share seven and more of the twenty. */
const keysSharedMin = 3

/** Earlier articles whose text shares near-copy keys with this revision's, those with most of them first. */
export function listNearCopies(db: Db, revisionId: number, limit: number) {
  return db.many(Near)`
    select "revisionId", title, text from (
      select other.id as "revisionId", other.title, other.text,
        cardinality(array(select unnest(other.near_keys) intersect select unnest(own.near_keys))) as shared
      from revisions own join revisions other
        on other.near_keys && own.near_keys and other.is_current and other.id < own.id and other.article_id <> own.article_id
      where own.id = ${revisionId}) as near
    where shared >= ${keysSharedMin}
    order by shared desc, "revisionId"
    limit ${limit}`
}

const Stored = z.object({
  title: z.string(),
  text: z.string(),
  url: z.string().nullable(),
  source: z.string().nullable(),
})

/** Articles whose current text shares near-copy keys with a text that is not stored, the first that came in first. */
export function listWithNearKeys(db: Db, keys: readonly number[], limit: number) {
  return db.many(Stored)`
    select r.title, r.text, a.url, a.source
    from revisions r join articles a on a.id = r.article_id
    where r.near_keys && ${keys}::int[] and r.is_current
      and cardinality(array(select unnest(r.near_keys) intersect select unnest(${keys}::int[]))) >= ${keysSharedMin}
    order by a.id
    limit ${limit}`
}

export function setCopyOf(db: Db, revisionId: number, copyOf: number): Promise<number> {
  return db.write`update revisions set copy_of = ${copyOf} where id = ${revisionId}`
}

const Original = z.object({
  revisionId: z.number(),
  title: z.string(),
  text: z.string(),
  modelled: z.boolean(),
  /** So new that a worker is about to ask the model about it, if none is asking yet. */
  isFresh: z.boolean(),
})

/** What a revision is a copy of; undefined where it is none, or where the original has changed since. */
export function findOriginal(db: Db, revisionId: number) {
  return db.first(Original)`
    select o.id as "revisionId", o.title, o.text, o.modelled_at is not null as modelled,
      o.loaded_at > now() - make_interval(mins => ${freshMinutes}) as "isFresh"
    from revisions r join revisions o on o.id = r.copy_of and o.is_current
    where r.id = ${revisionId}`
}

const freshMinutes = 15
