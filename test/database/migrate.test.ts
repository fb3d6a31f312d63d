import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createDatabase } from '../support/database.ts'

const config = await createDatabase('template template0')
const Name = z.object({ name: z.string() })
let db: Database
let folder: string

beforeEach(async () => {
  db = openDatabase({ config })
  await db.script('drop schema public cascade; create schema public')
  folder = mkdtempSync(path.join(tmpdir(), 'khabar-migrations-'))
  put('0001_feeds.sql', 'create table feeds (name text);\ninsert into feeds values (1);\n')
})

afterEach(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

describe('migrations', () => {
  test('run once, in the order of their numbers, however many processes start', async () => {
    put('0002_more.sql', 'insert into feeds values (2);')
    const others = Array.from({ length: 3 }, () => openDatabase({ config, max: 1 }))
    const ran = await Promise.all([db, ...others].map((it) => migrate(it, folder)))
    expect(ran.filter((it) => it.length > 0)).toEqual([['0001_feeds.sql', '0002_more.sql']])
    expect(await feeds()).toEqual(['1', '2'])
    for (const other of others) await other.close()
  })

  test('that are new run on the next start', async () => {
    await migrate(db, folder)
    put('0002_more.sql', 'insert into feeds values (2);')
    expect(await migrate(db, folder)).toEqual(['0002_more.sql'])
    expect(await feeds()).toEqual(['1', '2'])
  })

  test('leave the database as it was when one fails, and say which', async () => {
    put('0002_wrong.sql', 'insert into fedes values (2);')
    await expect(migrate(db, folder)).rejects.toThrow(/0002_wrong\.sql failed: .*fedes/)
    await expect(feeds()).rejects.toThrow('"feeds" does not exist')
  })

  test('may not be edited after they ran, except in the ends of their lines', async () => {
    await migrate(db, folder)
    put('0001_feeds.sql', 'create table feeds (name text);\r\ninsert into feeds values (1);\r\n')
    expect(await migrate(db, folder)).toEqual([])
    put('0001_feeds.sql', 'create table feeds (name text);\ninsert into feeds values (3);\n')
    await expect(migrate(db, folder)).rejects.toThrow('0001_feeds.sql was edited after it had run')
  })

  test('of a newer program stop an older one', async () => {
    put('0002_more.sql', 'insert into feeds values (2);')
    await migrate(db, folder)
    rmSync(path.join(folder, '0002_more.sql'))
    await expect(migrate(db, folder)).rejects.toThrow('changed by 0002_more.sql, which this version')
  })

  test('must be numbered without a gap', async () => {
    put('0003_late.sql', 'select 1')
    await expect(migrate(db, folder)).rejects.toThrow('must be named 0002_<words>.sql')
  })
})

function put(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text)
}

async function feeds(): Promise<string[]> {
  return (await db.many(Name)`select name from feeds order by name`).map((it) => it.name)
}
