// The whole state as JSON lines, of one moment, in the memory of one page of rows whatever its size.

import { z } from 'zod'
import { OutsideError } from '../errors.ts'
import type { Database, Db } from './database.ts'
import {
  type EndLine,
  format,
  type Header,
  listTables,
  pagesOf,
  quoted,
  stateTables,
  type Table,
  written,
} from './state.ts'

type Options = {
  /** Gets whole lines; the next are read when it has come back. */
  write: (lines: string) => Promise<void>
  onTable?: (table: string, rows: number) => void
}

/** Answers how many rows there were. */
export async function exportState(db: Database, { write, onTable }: Options): Promise<number> {
  let isAgain = false
  return db.transaction(async (tx) => {
    // What is written can't be taken back, and the rest would be of another moment.
    if (isAgain)
      throw new OutsideError('The database was lost on the way: what was written is cut. Export again.')
    isAgain = true
    // Zone and style are part of the text of a moment: the same state gives the same lines everywhere.
    await tx.script(`set transaction isolation level repeatable read, read only; set local timezone = 'UTC'`)
    const found = await listTables(tx)
    const tables = stateTables.flatMap((name) => found.filter((it) => it.name === name))
    await write(line(await headerOf(tx, tables)))
    let rows = 0
    for (const table of tables) {
      const before = rows
      for await (const page of pagesOf(tx, Row, queryOf(table))) {
        rows += page.length
        await write(page.map(({ row }) => `{"table":"${table.name}","row":${row}}\n`).join(''))
      }
      if (rows > before) onTable?.(table.name, rows - before)
    }
    await write(line({ end: true, rows } satisfies z.infer<typeof EndLine>))
    return rows
  })
}

const Row = z.object({ row: z.string() })
const State = z.object({ migration: z.number(), at: z.date() })

const line = (value: Header | z.infer<typeof EndLine>): string => `${JSON.stringify(value)}\n`

async function headerOf(tx: Db, tables: readonly Table[]): Promise<Header> {
  const { migration, at } = State.parse(
    await tx.first(State)`select count(*) as migration, now() as at from migrations`,
  )
  const nextIds = tables.flatMap(({ name, nextId }) => (nextId === null ? [] : [[name, nextId]]))
  return { khabar: 'state', format, migration, at: at.toISOString(), nextIds: Object.fromEntries(nextIds) }
}

/** In the order of the key: it has an index, so that nothing is sorted, and the same state gives the same lines. */
function queryOf({ name, columns, key }: Table): string {
  const values = columns.map((column) => `${written[name]?.[column] ?? quoted(column)} as ${quoted(column)}`)
  const order = key.map((column) => quoted(column)).join(', ')
  return `select row_to_json(it)::text as row from (select ${values.join(', ')} from ${quoted(name)} order by ${order}) it`
}
