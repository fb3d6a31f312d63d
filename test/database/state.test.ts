// The whole state as lines and back: nothing is lost, nothing comes half, and what an older program wrote is still read.
//
// test/cases/state-2.jsonl is of the program that had two migrations: nine of the invented samples, and a reader of each
// language who has asked about them on Telegram. It stays as it is. A later one is made by the program of its day: leave
// a few invented files in samples/manifest.json, `npm start`, ask in the playground, `khabar export --all --out FILE`
// (in a folder whose name may be read by anyone: the articles have it as their origin), then list FILE in `fixtures`.

import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answer, fromTheStart } from '../../src/answers/answer.ts'
import { exportState } from '../../src/database/export-state.ts'
import { importState, stateLineBytesMax } from '../../src/database/import-state.ts'
import { countMigrations, migrate } from '../../src/database/migrate.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { passingTables, stateTables } from '../../src/database/state.ts'
import { readLines } from '../../src/sources/jsonlines.ts'
import { compose } from '../../src/texts/message.ts'
import { courier, harbour, teachers, undated } from '../support/articles.ts'
import { createDatabase, useDatabase } from '../support/database.ts'
import { store } from '../support/khabar.ts'

const fixtures = ['state-2.jsonl']

test('no table of ours is forgotten', async () => {
  const db = await useDatabase()
  const tables = await db.many(z.object({ name: z.string() }))`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations'`
  expect([...stateTables, ...passingTables].toSorted()).toEqual(tables.map((it) => it.name).toSorted())
})

describe('what is exported and imported', () => {
  test('gives the same lines and the same answers', async () => {
    const db = await useDatabase()
    await store({ db }, harbour, courier, teachers, undated)
    await db.script(odd)
    const lines = await exported(db)
    expect(lines.length).toBeGreaterThan(350)

    const other = await useDatabase()
    const tables: string[] = []
    expect(await importState(other, asLines(lines), (table) => tables.push(table))).toBe(lines.length - 2)
    expect(tables).toContain('people')
    expect((await exported(other)).slice(1)).toEqual(lines.slice(1))
    expect(headerOf(await exported(other))).toEqual({ ...headerOf(lines), at: expect.any(String) })
    for (const question of ['ماذا قال الزمردي؟', 'what did Salim al-Qandalawi say', 'أخبار الميناء'])
      expect(await ask(other, question)).toEqual(await ask(db, question))
  })

  test('keeps every digit and every sign', async () => {
    const db = await useDatabase()
    await db.script(odd)
    const other = await useDatabase()
    await importState(other, asLines(await exported(db)))
    const Row = z.object({ row: z.string() })
    const chat = await other.first(Row)`select chats::text as row from chats`
    expect(chat?.row).toContain('9007199254740993')
    expect(chat?.row).toContain('2026-11-25 10:11:12.123456')
    const person = await other.first(Row)`select name as row from people where id = 1`
    expect(person?.row).toBe('ليلى 🌊 "\\"\u2028 l’été\n\tآخر')
  })

  test('never gives a number away again that a button may still hold', async () => {
    const db = await useDatabase()
    await db.script(
      `insert into people (name) values ('ا'), ('ب'), ('ج'); delete from people where name > 'ا'`,
    )
    const other = await useDatabase()
    await importState(other, asLines(await exported(db)))
    const added = await other.first(z.object({ id: z.number() }))`
      insert into people (name) values ('د') returning id`
    expect(added).toEqual({ id: 4 })
  })

  test('leaves out what people wrote and nobody has handled yet, but not its number', async () => {
    const db = await useDatabase()
    await db.script(
      `insert into updates (server, update_id, payload) values ('telegram', 7, '{"text": "my secret"}')`,
    )
    const lines = await exported(db)
    expect(lines.join('')).not.toContain('secret')
    const other = await useDatabase()
    await importState(other, asLines(lines))
    const row = await other.first(z.object({ waits: z.boolean() }))`
      select handled_at is null as waits from updates where update_id = 7`
    expect(row).toEqual({ waits: false })
  })

  test('is of one moment, whoever writes meanwhile', async () => {
    const db = await useDatabase()
    await db.script(odd)
    const lines: string[] = []
    await exportState(db, {
      write: async (text) => {
        lines.push(text)
        await db.write`insert into person_names (person_id, name, folded, keys) values (1, 'x', ${String(lines.length)}, '{}')`
      },
    })
    expect(lines.join('')).not.toContain('"name":"x"')
  })
})

describe('an import', async () => {
  const small = await smallState()

  test('makes the tables where there are none yet', async () => {
    const db = await useDatabase()
    await store({ db }, undated)
    const other = openDatabase({ config: await createDatabase('template template0') })
    await importState(other, asLines(await exported(db)))
    expect(await migrate(other)).toEqual([])
    expect((await exported(other)).slice(1)).toEqual((await exported(db)).slice(1))
    await other.close()
  })

  test('refuses a store that is not empty', async () => {
    const db = await useDatabase()
    await store({ db }, undated)
    const lines = await exported(db)
    await expect(importState(db, asLines(lines))).rejects.toThrow(/not empty, it has articles, revisions/)
    expect((await exported(db)).slice(1)).toEqual(lines.slice(1))
  })

  test.for([
    ['an empty file', () => [], /no file of "khabar export --all"/],
    ['another file', () => ['{"id":"1","text":"خبر"}'], /no file of "khabar export --all"/],
    ['a text', () => ['خبر عاجل'], /no file of "khabar export --all"/],
    ['a later format', (it) => edited(it, 0, /"format":1/, '"format":9'), /format 9/],
    [
      'a newer program',
      (it) => edited(it, 0, /"migration":\d+/, '"migration":99'),
      new RegExp(`newer Khabar \\(migration 99; this one has ${countMigrations()}\\)`),
    ],
    ['a file without its end', (it) => it.slice(0, -1), /the file is cut: it stops at line 8\b/],
    [
      'a file cut in a line',
      (it) => [...it.slice(0, 3), it[3]?.slice(0, 40) ?? ''],
      /line 4 is broken: it is not JSON/,
    ],
    ['a missing line', (it) => it.toSpliced(7, 1), /line 8 is broken: it counts 7 rows, and 6 are there/],
    ['lines after the end', (it) => [...it, it[1] ?? ''], /line 10 is broken: there is more after the end/],
    [
      'a line of another kind',
      (it) => it.toSpliced(2, 0, '{"no":1}'),
      /line 3 is broken: it is neither a row/,
    ],
    [
      'an unknown table',
      (it) => edited(it, 2, /"articles"/, '"migrations"'),
      /line 3 .*no table "migrations"/,
    ],
    [
      'an unknown column',
      (it) => edited(it, 2, /"place"/, '"site"'),
      /line 3 .*"place" is missing in articles/,
    ],
    [
      'a column too many',
      (it) => edited(it, 2, /"place"/, '"site":1,"place"'),
      /line 3 .*"site" is no column of articles/,
    ],
    [
      'a value that the table refuses',
      (it) => edited(it, 2, /"language":"ar"|"language":"en"/, '"language":"fr"'),
      /line 3 is broken: the database refuses/,
    ],
    [
      'a row that refers to nothing',
      (it) => edited(it, 5, /"article_id":\d+/, '"article_id":99'),
      /line 6 is broken: the database refuses/,
    ],
    [
      'broken UTF-8',
      (it) => [it[0] ?? '', Buffer.from([0x7b, 0xff, 0x7d])],
      /line 2 is broken: it is not text in UTF-8/,
    ],
  ] satisfies Damage[])(
    'says what is wrong with %s, and leaves nothing behind',
    async ([, damage, reason]) => {
      const other = await useDatabase()
      await expect(importState(other, asLines(damage(small)))).rejects.toThrow(reason)
      expect(await exported(other)).toHaveLength(2)
    },
  )
})

describe.for(fixtures)('%s', (name) => {
  const file = path.join(import.meta.dirname, '../cases', name)
  const before = readFileSync(file, 'utf8').trimEnd().split('\n')

  test('is brought to the newest migration with every row of it, letter for letter', async () => {
    const db = await useDatabase()
    await importState(db, readLines(createReadStream(file), stateLineBytesMax))
    expect(await migrate(db)).toEqual([])
    expect(headerOf(before).migration).toBeLessThanOrEqual(countMigrations())
    // Who spoke is among the terms since 0039.
    await db.write`
      update statements s set terms = ts_delete(terms, array(select '@' || person_id from statement_people p where p.statement_id = s.id))`
    const after = rowsOf(await exported(db))
    // Later migrations may add columns and tables; what was there is there.
    for (const [table, rows] of rowsOf(before)) expect(after.get(table)).toMatchObject(rows)
    for (const table of ['statements', 'chats', 'answers']) expect(rowsOf(before).get(table)).not.toEqual([])
  })

  test('answers as it did', async () => {
    const db = await useDatabase()
    await importState(db, readLines(createReadStream(file), stateLineBytesMax))
    expect(await ask(db, 'what did Salim al-Qandalawi say?')).toMatch(/Salim al-Qandalawi.*Sample/s)
    const sentence = await ask(db, 'ماذا قال سليم القندلاوي؟')
    const words = z.object({ words: z.string() }).array().parse(rowsOf(before).get('statements'))
    expect(words.some((it) => sentence.includes(it.words))).toBe(true)
  })
})

/** What it is called, what it does to good lines, what is said of them. */
type Damage = [string, (lines: string[]) => (string | Buffer)[], RegExp]

/** Header, three articles (lines 2 to 4), their revisions, a chat, the end. */
async function smallState(): Promise<string[]> {
  const db = await useDatabase()
  await db.script(`
    insert into articles (language) values ('ar'), ('en'), ('ar');
    insert into revisions (article_id, title, text, content_hash) select id, '', 'خبر', id from articles;
    insert into chats (server, chat_id, kind) values ('telegram', 5, 'private')`)
  return exported(db)
}

/** What is easily lost on the way, and more rows than go in one page or batch. */
const odd = String.raw`
  insert into people (name) values (E'ليلى 🌊 "\\"\u2028 l’été\n\tآخر');
  insert into people (name, gender) select 'Person ' || i, 'f' from generate_series(2, 450) i;
  insert into person_names values (1, 'ليلى', 'ليلى', array['a,b', '"', '{}', 'null', '']);
  insert into articles (language, published_at, published_on, published_order, sample, keywords) values
    ('ar', '0099-01-02', '0099-01-02', '0099-01-02 12:00:00.000001+00',
     '{"n": 1.10, "big": 12345678901234567890, "e": null}', '{}');
  insert into revisions (article_id, title, text, content_hash, terms)
    select id, '', '👩‍👩‍👧', 'hash', $$'ا''ب':1A,2B '\\':3C$$::tsvector from articles order by id desc limit 1;
  insert into chats (server, chat_id, kind, first_seen_at) values
    ('telegram', 9007199254740993, 'private', '2026-11-25 10:11:12.123456+00')`

async function exported(db: Database): Promise<string[]> {
  let text = ''
  await exportState(db, {
    write: async (more) => {
      text += more
    },
  })
  return text.trimEnd().split('\n')
}

function asLines(lines: readonly (string | Buffer)[]) {
  const bytes = lines.map((it) => Buffer.concat([Buffer.from(it), Buffer.from('\n')]))
  return readLines(Readable.from([Buffer.concat(bytes)]), stateLineBytesMax)
}

/** The lines with a change in one of them. */
function edited(lines: readonly string[], at: number, what: RegExp, by: string): string[] {
  const line = lines[at] ?? ''
  if (!what.test(line)) throw new Error(`There is no ${what} in ${line}`)
  return lines.with(at, line.replace(what, by))
}

const Header = z.looseObject({ migration: z.number() })
const headerOf = (lines: readonly string[]) => Header.parse(JSON.parse(lines[0] ?? ''))

const RowLine = z.object({ table: z.string(), row: z.looseObject({}) })

/** By table, in their order. */
function rowsOf(lines: readonly string[]): Map<string, object[]> {
  const rows = new Map<string, object[]>()
  for (const line of lines.slice(1, -1)) {
    const { table, row } = RowLine.parse(JSON.parse(line))
    rows.set(table, [...(rows.get(table) ?? []), row])
  }
  return rows
}

async function ask(db: Database, text: string): Promise<string> {
  const today = '2026-11-25'
  const asked = { text, today, weekStart: 'sat' as const }
  const { reply, reader } = await answer(db, asked, { language: null, today, hasModel: false }, fromTheStart)
  return compose(reply.lines, reader.language).text
}
