// Real connections, really broken: what a query gives back, and what an outage costs.

import { Client, type ClientConfig } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../src/database/database.ts'
import { OutsideError } from '../../src/errors.ts'
import { createDatabase, useDatabase } from '../support/database.ts'

const config = await createDatabase('template template0')
const db = openDatabase({ config })
await db.script(`
  create table notes (id bigint generated always as identity primary key, words text not null unique);
`)
afterAll(() => db.close())

const Note = z.object({ words: z.string() })
const Count = z.object({ count: z.number() })

describe('a query', () => {
  test('takes values as parameters, whatever is written in them', async () => {
    const words = `'; drop table notes; -- «خبر» $1`
    expect(await db.write`insert into notes (words) values (${words})`).toBe(1)
    expect(await db.first(Note)`select words from notes where words = ${words} limit ${1}`).toEqual({ words })
  })

  test('gives undefined for no row', async () => {
    expect(await db.first(Note)`select words from notes where words = ${'nothing like it'}`).toBeUndefined()
  })

  test('refuses a row of another shape than was promised', async () => {
    await expect(db.many(Note)`select 1 as words`).rejects.toThrow(z.ZodError)
  })

  test('gives days as days, moments as moments, and ids as numbers', async () => {
    const Row = z.object({ day: z.string(), at: z.date(), id: z.number(), exact: z.string(), none: z.null() })
    const row = await db.first(Row)`
      select date '2024-04-10' as day, timestamptz '2024-04-10 01:02:03+03' as at, 9007199254740991::int8 as id,
             1.10::numeric as exact, null::date as none`
    expect(row).toEqual({
      day: '2024-04-10',
      at: new Date('2024-04-09T22:02:03Z'),
      id: Number.MAX_SAFE_INTEGER,
      exact: '1.10',
      none: null,
    })
  })

  test('does not change how other users of the driver read ids', async () => {
    const client = await connect(config)
    expect((await client.query('select 1::int8 as id')).rows).toEqual([{ id: '1' }])
    await client.end()
  })
})

describe('a transaction', () => {
  test('leaves nothing behind when it fails', async () => {
    const failing = db.transaction(async (tx) => {
      await tx.write`insert into notes (words) values ('half')`
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await db.first(Note)`select words from notes where words = 'half'`).toBeUndefined()
  })

  test('is repeated whole when its connection is cut', async () => {
    let calls = 0
    const result = await db.transaction(async (tx) => {
      calls += 1
      await tx.write`insert into notes (words) values ('cut') on conflict do nothing`
      if (calls === 1) await cut(await pidOf(tx))
      return tx.first(Note)`select words from notes where words = 'cut'`
    })
    expect([calls, result]).toEqual([2, { words: 'cut' }])
  })

  test('is repeated when it and another stood in each other’s way', async () => {
    await db.write`insert into notes (words) values ('a'), ('b')`
    let meeting = 0
    const both = Promise.withResolvers<undefined>()
    const swap = (first: string, second: string) =>
      db.transaction(async (tx) => {
        await tx.write`update notes set words = words where words = ${first}`
        meeting += 1
        if (meeting >= 2) both.resolve(undefined)
        await both.promise
        await tx.write`update notes set words = words where words = ${second}`
      })
    await Promise.all([swap('a', 'b'), swap('b', 'a')])
    // Once for each, and once more at least for the one that gave way: it may stand in the other's way again.
    expect(meeting).toBeGreaterThanOrEqual(3)
  })
})

describe('an outage', () => {
  test('under a query costs one call for help and no error', async () => {
    let calls = 0
    const other = openDatabase({ config, recover: async () => void (calls += 1) })
    const pid = await pidOf(other)
    const slow = other.write`select pg_sleep(0.3)`
    await new Promise((resolve) => void setTimeout(resolve, 100))
    await cut(pid)
    expect(await slow).toBe(1)
    expect(calls).toBe(1)
    await other.close()
  })

  test('between queries goes unnoticed', async () => {
    const other = openDatabase({ config, max: 1 })
    await cut(await pidOf(other))
    expect(await other.first(Count)`select 1 as count`).toEqual({ count: 1 })
    await other.close()
  })

  test('that lasts ends in an error that names the server, within seconds', async () => {
    const nowhere = openDatabase({ config: { ...config, host: '/tmp/no-such-socket' } })
    const error: unknown = await nowhere.write`select 1`.catch((it: unknown) => it)
    expect(error).toBeInstanceOf(OutsideError)
    expect(String(error)).toContain('/tmp/no-such-socket')
    await nowhere.close()
  })

  test('of the help is what the caller gets to hear', async () => {
    const nowhere = openDatabase({
      config: { ...config, host: '/tmp/no-such-socket' },
      recover: () => Promise.reject(new OutsideError('the disk is full')),
    })
    await expect(nowhere.write`select 1`).rejects.toThrow('the disk is full')
    await nowhere.close()
  })
})

describe('an advisory lock', () => {
  test('lets one in at a time, and by name', async () => {
    const inside: string[] = []
    const enter = (name: string) =>
      db.advisoryLock(name, async (own) => {
        inside.push(`${name} in`)
        await own.write`select pg_sleep(0.05)`
        inside.push(`${name} out`)
      })
    await Promise.all([enter('one'), enter('one'), enter('one')])
    expect(inside).toEqual(['one in', 'one out', 'one in', 'one out', 'one in', 'one out'])
  })

  test('is given back when the work fails', async () => {
    await expect(db.advisoryLock('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await db.advisoryLock('failing', async () => 'free again')).toBe('free again')
  })
})

test('every test file gets a database of its own with the tables of this version', async () => {
  const [one, two] = [await useDatabase(), await useDatabase()]
  const tables = (it: typeof one) => it.many(z.object({ name: z.string() }))`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`
  expect(await tables(one)).toContainEqual({ name: 'migrations' })
  expect(one.databaseConfig.database).not.toBe(two.databaseConfig.database)
})

async function connect(to: ClientConfig): Promise<Client> {
  const client = new Client(to)
  await client.connect()
  return client
}

async function pidOf(own: Pick<typeof db, 'first'>): Promise<number> {
  const row = await own.first(z.object({ pid: z.number() }))`select pg_backend_pid() as pid`
  return row?.pid ?? 0
}

/** Ends a connection from outside, as a restart of the server does. */
async function cut(pid: number): Promise<void> {
  const client = await connect(config)
  await client.query('select pg_terminate_backend($1, 2000)', [pid])
  await client.end()
}
