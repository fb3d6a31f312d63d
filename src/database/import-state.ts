// Brings a state back from its lines, all of it or nothing: the tables are made as they were when the lines were written,
// filled, and then brought to this program's version by the same migrations as every other database.

import { z } from 'zod'
import { OutsideError } from '../errors.ts'
import type { Database, Db } from './database.ts'
import { isGone } from './failure.ts'
import { countMigrations, lockMigrations, migrateWithin } from './migrate.ts'
import {
  EndLine,
  format,
  Header,
  listTables,
  passingTables,
  pagesOf,
  quoted,
  RowLine,
  stateTables,
  type Table,
} from './state.ts'

/** One line of the file, counted from 1; `overlong` ones come without their bytes. */
type Line = { number: number; bytes: Buffer; overlong: boolean }

/** No row of ours comes near it: an article has at most 20 MB. */
export const stateLineBytesMax = 100 * 1024 * 1024

/** Rows go to the server together, up to this many and this much. */
const batchRowsMax = 200
const batchCharsMax = 1_000_000

/** Answers how many rows there were. Throws an OutsideError that says what is wrong, and where in the file. */
export async function importState(
  db: Database,
  lines: AsyncIterable<Line>,
  onTable: OnTable = () => {},
): Promise<number> {
  const records = read(lines)
  const header = await readHeader(records)
  let isAgain = false
  return db.transaction(async (tx) => {
    // A file that has been read can't be read again.
    if (isAgain) throw refusal('the database was lost on the way. Import again')
    isAgain = true
    await clear(tx)
    const others = new Set((await listTables(tx)).map((it) => it.name))
    await migrateWithin(tx, { upTo: header.migration })
    const tables = (await listTables(tx)).filter((it) => !others.has(it.name))
    const rows = await store(tx, rowsOf(records), { tables, onTable })
    for (const table of tables) await setNextId(tx, table, header.nextIds[table.name])
    await migrateWithin(tx)
    return rows
  })
}

type OnTable = (table: string, rows: number) => void
type Row = { number: number; text: string; row: z.infer<typeof RowLine> }
type JsonLine = { number: number; value: unknown; text: string }

async function* read(lines: AsyncIterable<Line>): AsyncGenerator<JsonLine> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  for await (const { number, bytes, overlong } of lines) {
    if (overlong) throw broken(number, 'it is too long')
    let text
    try {
      text = utf8.decode(bytes)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      throw broken(number, 'it is not text in UTF-8')
    }
    if (text.trim() !== '') yield { number, text, value: parse(number, text) }
  }
}

function parse(number: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (number === 1) throw noState()
    throw broken(number, 'it is not JSON, or is cut', cause)
  }
}

async function readHeader(records: AsyncGenerator<JsonLine>): Promise<Header> {
  const { value } = await records.next()
  const header = Header.safeParse(value?.value)
  if (!header.success) throw noState()
  if (header.data.format !== format)
    throw refusal(
      `the file has the format ${header.data.format}, and this Khabar reads ${format}. Use the version that made it`,
    )
  const known = countMigrations()
  if (header.data.migration > known)
    throw refusal(
      `the file was made by a newer Khabar (migration ${header.data.migration}; this one has ${known}). Use that version`,
    )
  return header.data
}

/** Takes away our tables, which must be empty: they may be newer than the file. Nobody gets between the look and the deed. */
async function clear(tx: Db): Promise<void> {
  await lockMigrations(tx)
  const found = new Set((await listTables(tx)).map((it) => it.name))
  const ours = stateTables.filter((it) => found.has(it)).map(quoted)
  if (ours.length > 0) {
    await tx.script(`lock table ${ours.join(', ')} in access exclusive mode`)
    const filled: string[] = []
    const queries = ours.map((it) => `select '${it}' as name where exists (select from ${it})`)
    for await (const page of pagesOf(tx, Name, queries.join(' union all ')))
      filled.push(...page.map((it) => it.name.replaceAll('"', '')))
    if (filled.length > 0) throw new NotEmpty(filled)
  }
  await tx.script(`drop table if exists ${[...ours, ...passingTables, 'migrations'].join(', ')} cascade`)
}

const Name = z.object({ name: z.string() })

/** What to do about it depends on whose database it is: the caller says it. */
export class NotEmpty extends OutsideError {
  constructor(tables: readonly string[]) {
    super(`Nothing was imported: the store is not empty, it has ${tables.join(', ')}`, { permanent: true })
  }
}

/** Fills the tables in the order of the lines. */
async function store(
  tx: Db,
  rows: AsyncGenerator<Row>,
  { tables, onTable }: { tables: readonly Table[]; onTable: OnTable },
): Promise<number> {
  const counts = new Map<string, number>()
  for await (const { table, rows: batch } of batchesOf(rows, tables)) {
    await insertAll(tx, table, batch)
    counts.set(table.name, (counts.get(table.name) ?? 0) + batch.length)
  }
  for (const [table, count] of counts) onTable(table, count)
  return [...counts.values()].reduce((sum, it) => sum + it, 0)
}

type Batch = { table: Table; rows: Row[] }

/** Neighbours of one table, together. */
async function* batchesOf(rows: AsyncGenerator<Row>, tables: readonly Table[]): AsyncGenerator<Batch> {
  let batch: Batch | undefined
  let chars = 0
  for await (const row of rows) {
    const table = tableOf(row, tables)
    if (batch && (batch.table !== table || batch.rows.length >= batchRowsMax || chars >= batchCharsMax)) {
      yield batch
      batch = undefined
    }
    if (!batch) chars = 0
    batch ??= { table, rows: [] }
    batch.rows.push(row)
    chars += row.text.length
  }
  if (batch) yield batch
}

function tableOf({ number, row }: Row, tables: readonly Table[]): Table {
  const table = tables.find((it) => it.name === row.table)
  if (!table) throw broken(number, `there is no table "${row.table}" in a state of that migration`)
  // Postgres would take a missing value for null and pass over one that it does not know.
  const given = Object.keys(row.row)
  const wrong =
    table.columns.find((it) => !given.includes(it)) ?? given.find((it) => !table.columns.includes(it))
  if (wrong !== undefined)
    throw broken(
      number,
      `"${wrong}" ${given.includes(wrong) ? 'is no column of' : 'is missing in'} ${row.table}`,
    )
  return table
}

/** The lines up to the last one, which must be there, be right, and be the last. */
async function* rowsOf(records: AsyncGenerator<JsonLine>): AsyncGenerator<Row> {
  let rows = 0
  let last = 1
  for await (const { number, text, value } of records) {
    last = number
    const row = RowLine.safeParse(value)
    if (row.success) {
      rows += 1
      yield { number, text, row: row.data }
      continue
    }
    const end = EndLine.safeParse(value)
    if (!end.success) throw broken(number, 'it is neither a row nor the end')
    if (end.data.rows !== rows) throw broken(number, `it counts ${end.data.rows} rows, and ${rows} are there`)
    const { value: more } = await records.next()
    if (more !== undefined) throw broken(more.number, 'there is more after the end')
    return
  }
  throw refusal(`the file is cut: it stops at line ${last}, before its end`)
}

async function insertAll(tx: Db, table: Table, rows: readonly Row[]): Promise<void> {
  await tx.script('savepoint batch')
  try {
    await insert(tx, table, rows)
  } catch (error) {
    if (isGone(error)) throw error
    await tx.script('rollback to savepoint batch')
    for (const row of rows) await insertOne(tx, table, row)
    throw error
  }
  await tx.script('release savepoint batch')
}

/** After a failure of many, one by one: the first that fails is the one to name. */
async function insertOne(tx: Db, table: Table, row: Row): Promise<void> {
  try {
    await insert(tx, table, [row])
  } catch (cause) {
    if (isGone(cause)) throw cause
    throw broken(row.number, 'the database refuses the row', cause)
  }
}

/** The lines as they are: Postgres reads its own numbers and moments, to the last digit. */
function insert(tx: Db, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const list = columns.map(quoted).join(', ')
  return tx.script(
    `insert into ${quoted(name)} (${list}) overriding system value
     select ${list} from jsonb_populate_recordset(null::${quoted(name)}, jsonb_path_query_array($1::jsonb, '$[*].row'))`,
    [`[${rows.map((it) => it.text).join(',')}]`],
  )
}

/** A number that was given away is never given again: buttons that hold it are still about. */
async function setNextId(tx: Db, { name, numbered }: Table, next = 1): Promise<void> {
  if (numbered === null) return
  await tx.script(
    `select setval(pg_get_serial_sequence($1, $2), last)
     from (select greatest($3::bigint - 1, (select max(${quoted(numbered)}) from ${quoted(name)})) as last) it where last > 0`,
    [quoted(name), numbered, next],
  )
}

/** Each of these may be followed by its cause, after a colon. */
const broken = (number: number, reason: string, cause?: unknown): OutsideError =>
  refusal(`line ${number} is broken: ${reason}`, cause)

const noState = (cause?: unknown): OutsideError =>
  refusal(
    'this is no file of "khabar export --all": its first line does not begin with {"khabar":"state"',
    cause,
  )

function refusal(reason: string, cause?: unknown): OutsideError {
  return new OutsideError(`Nothing was imported: ${reason}`, { permanent: true, cause })
}
