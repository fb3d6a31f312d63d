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

/** Of a copied row what may stand in its table once only, or points at a row that is copied too. `copy` is the copy's number; ids move on by the last one of their table. */
const copied: Record<string, Record<string, string>> = {
  articles: {
    id: 'id + copy * :articles',
    url: `url || '#' || (id + copy * :articles)`,
    origin: `origin || '#' || (id + copy * :articles)`,
    story_id: 'null',
  },
  revisions: {
    id: 'id + copy * :revisions',
    article_id: 'article_id + copy * :articles',
    content_hash: `content_hash || '#' || (id + copy * :revisions)`,
    near_keys: `'{}'`,
    copy_of: 'null',
  },
  statements: {
    id: 'id + copy * :statements',
    revision_id: 'revision_id + copy * :revisions',
    utterance_id: 'null',
  },
  statement_people: { statement_id: 'statement_id + copy * :statements' },
  summaries: { revision_id: 'revision_id + copy * :revisions' },
  article_topics: { article_id: 'article_id + copy * :articles' },
}

const Column = z.object({ name: z.string() })
const Ids = z.object({ articles: z.number(), revisions: z.number(), statements: z.number() })

/** Puts what is stored into the store so many times more, as articles of their own by the same people: the hardest case for whoever asks for one of them. */
export async function multiplyStore(db: Db, connection: ClientConfig, times: number): Promise<void> {
  const last = Ids.parse(
    await db.first(Ids)`
      select (select max(id) from articles) as articles, (select max(id) from revisions) as revisions,
        (select max(id) from statements) as statements`,
  )
  for (const [table, changed] of Object.entries(copied)) {
    const columns = await db.many(Column)`
      select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = ${table} order by ordinal_position`
    const names = columns.map(({ name }) => name)
    const values = names
      .map((name) => changed[name] ?? name)
      .join(', ')
      .replaceAll(':articles', String(last.articles))
      .replaceAll(':revisions', String(last.revisions))
      .replaceAll(':statements', String(last.statements))
    await inNoHurry(
      connection,
      `insert into ${table} (${names.join(', ')}) overriding system value
       select ${values} from ${table}, generate_series(1, ${times}) copy`,
    )
  }
  await inNoHurry(connection, 'vacuum analyze')
}

/** What may take minutes: the program's own connections give a query no such time. */
async function inNoHurry(connection: ClientConfig, ...scripts: string[]): Promise<number> {
  const client = new Client({ ...connection, statement_timeout: 0 })
  await client.connect()
  const start = performance.now()
  try {
    for (const script of scripts) await client.query(script)
    return performance.now() - start
  } finally {
    await client.end()
  }
}

const Undone = z.object({
  stored: z.number(),
  unread: z.number(),
  unasked: z.number(),
  unhandled: z.number(),
  unsent: z.number(),
  unmade: z.number(),
})

/** How many articles there are; and what is still to be done: articles to be read, the model to be asked, updates, digests to be sent and to be made. */
export async function countUndone(db: Db) {
  return Undone.parse(
    await db.first(Undone)`
      select (select count(*) from articles) as stored,
        (select count(*) from revisions where is_current and analysed_at is null) as unread,
        (select count(*) from revisions where is_current and modelled_at is null) as unasked,
        (select count(*) from updates where handled_at is null) as unhandled,
        (select count(*) from digests where settled_at is null) as unsent,
        (select count(*) from chats where next_digest_at <= now()) as unmade`,
  )
}

/** How many chats have a next digest. */
export async function countDue(db: Db): Promise<number> {
  const row = await db.first(z.object({ due: z.number() }))`
    select count(*) as due from chats where next_digest_at is not null`
  return row?.due ?? 0
}

/** The digests of all subscribers are due within so many seconds, each at another moment; answers how many there are. */
export function makeDigestsDue(db: Db, withinSeconds: number): Promise<number> {
  return db.write`
    update chats set next_digest_at = now() + random() * make_interval(secs => ${withinSeconds}) where next_digest_at is not null`
}

const Accounts = z.object({
  articles: z.number(),
  /** Articles with words that another has too, and revisions that are one too many. */
  repeated: z.number(),
  /** Without a summary in one of the languages. */
  unsummarised: z.number(),
  /** Calls of settled reservations, and reservations whose outcome nobody knows. */
  calls: z.number(),
  unsettled: z.number(),
  /** The questions whose answers are shown. */
  answered: z.array(z.string()),
})

export async function countForAccount(db: Db) {
  return Accounts.parse(
    await db.first(Accounts)`
        select (select count(*) from articles) as articles,
          (select count(*) from articles) - (select count(distinct title) from revisions) as repeated,
          (select count(*) from revisions r where is_current
            and (select count(*) from summaries s where s.revision_id = r.id) <> 2) as unsummarised,
          (select coalesce(sum(calls), 0) from spending where settled_at is not null) as calls,
          (select count(*) from spending where settled_at is null) as unsettled,
          (select coalesce(array_agg(distinct question), '{}') from answers where message_id is not null) as answered`,
  )
}

const Month = z.object({
  made: z.number(),
  /** Of today's date, wherever the reader is. */
  today: z.number(),
  told: z.number(),
  /** Why the others were given up. */
  reasons: z.array(z.string()),
})

export async function countDigestsOfMonth(db: Db) {
  return Month.parse(
    await db.first(Month)`
      select count(*) as made, count(*) filter (where local_date >= current_date - 1) as today,
        count(*) filter (where settled_at is not null and failure is null) as told,
        coalesce(array_agg(failure) filter (where failure is not null), '{}') as reasons
      from digests`,
  )
}

/** What was made today was made so many days ago, each day's further back than the next one's. */
export function passDay(db: Db, daysAgo: number): Promise<number> {
  return db.write`update digests set local_date = local_date - (${daysAgo}::int + 1) where local_date >= current_date - 1`
}

/** Plain Postgres full-text search over who said what, with its own configurations: a table of vectors and their index. Answers how long that took to make. */
export function makePlainSearch(connection: ClientConfig): Promise<number> {
  return inNoHurry(
    connection,
    'drop table if exists plain_search',
    `create table plain_search as
    select s.id, to_tsvector(case a.language when 'ar' then 'arabic'::regconfig else 'english'::regconfig end,
      concat_ws(' ', s.speaker, s.person, s.words, r.title)) as terms
    from statements s join revisions r on r.id = s.revision_id join articles a on a.id = r.article_id`,
    'create index plain_search_terms on plain_search using gin (terms)',
    'vacuum analyze',
  )
}

const Spoken = z.object({ speaker: z.string(), words: z.string() })
export type Spoken = z.infer<typeof Spoken>

/** The best so many by its own rank: whoever searches has taken the question's words out of the way for it. */
export function searchPlainly(db: Db, language: 'ar' | 'en', words: string, limit: number) {
  return db.many(Spoken)`
    select concat_ws(' ', s.speaker, s.person) as speaker, concat_ws(' ', s.words, r.title) as words
    from plain_search p join statements s on s.id = p.id join revisions r on r.id = s.revision_id,
      plainto_tsquery(case ${language} when 'ar' then 'arabic'::regconfig else 'english'::regconfig end, ${words}) as asked
    where p.terms @@ asked
    order by ts_rank(p.terms, asked) desc, p.id desc
    limit ${limit}`
}

const Size = z.object({ megabytes: z.number() })

/** How large an index is, and how long it takes to build. */
export async function measureIndex(
  db: Db,
  connection: ClientConfig,
  index: 'statements_terms' | 'plain_search_terms',
) {
  const ms = await inNoHurry(connection, `reindex index ${index}`)
  const size = Size.parse(
    await db.first(Size)`select (pg_relation_size(${index}::regclass) / 1048576)::float8 as megabytes`,
  )
  return { ms, ...size }
}
