// What a bench asks Postgres for on its own: the smallest round trip there is, and the rows of a load put in bare.

import { Client, type ClientConfig } from 'pg'
import { z } from 'zod'
import type { Db } from '../database/database.ts'

const One = z.object({ one: z.number() })

export const selectOne = (db: Db) => db.first(One)`select 1 as one`

/** The rows that a load leaves behind, table by table in its order, each with the article that it belongs to. */
const loaded = {
  articles: 'select a.id as owner, a.* from articles a',
  revisions: 'select r.article_id as owner, r.* from revisions r',
  statements: 'select r.article_id as owner, s.* from statements s join revisions r on r.id = s.revision_id',
  statement_people: `select r.article_id as owner, p.* from statement_people p
    join statements s on s.id = p.statement_id join revisions r on r.id = s.revision_id`,
  summaries: 'select r.article_id as owner, m.* from summaries m join revisions r on r.id = m.revision_id',
  article_topics: 'select t.article_id as owner, t.* from article_topics t',
}

/**
 * Puts the stored rows once more into tables of the same columns, indexes and checks: a transaction an article, a query a row,
 * values as the text that Postgres itself gave. Says how long that took.
 */
export async function insertBare(
  connection: ClientConfig,
): Promise<{ articles: number; rows: number; ms: number }> {
  const client = new Client({ ...connection, types: { getTypeParser: () => (text: string) => text } })
  await client.connect()
  try {
    await client.query('create schema bare')
    const inserts = new Map<string, Insert[]>()
    for (const [table, query] of Object.entries(loaded)) {
      await client.query(`create table bare.${table} (like ${table} including all)`)
      for (const { owner, ...insert } of await insertsOf(client, table, query))
        inserts.set(owner, [...(inserts.get(owner) ?? []), insert])
    }
    const start = performance.now()
    for (const own of inserts.values()) {
      await client.query('begin')
      for (const { text, values } of own) await client.query(text, values)
      await client.query('commit')
    }
    const ms = performance.now() - start
    return { articles: inserts.size, rows: [...inserts.values()].flat().length, ms }
  } finally {
    await client.end()
  }
}

type Insert = { text: string; values: (string | null)[] }

const Owned = z.tuple([z.string()]).rest(z.string().nullable())

async function insertsOf(
  client: Client,
  table: string,
  query: string,
): Promise<(Insert & { owner: string })[]> {
  const { fields, rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' })
  const columns = fields.slice(1).map(({ name }) => name)
  const places = columns.map((_, i) => `$${i + 1}`)
  const text = `insert into bare.${table} (${columns.join(', ')}) overriding system value values (${places.join(', ')})`
  return rows.map((row) => {
    const [owner, ...values] = Owned.parse(row)
    return { owner, text, values }
  })
}
