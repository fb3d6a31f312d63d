import { describe, expect, test } from 'vitest'
import { checkServer } from '../../src/database/check.ts'
import { openDatabase } from '../../src/database/database.ts'
import { createDatabase } from '../support/database.ts'

describe('the check of the server', () => {
  test('passes the one that we start, from several processes at once', async () => {
    const db = await open('template template0')
    const checks = Promise.all([checkServer(db), checkServer(db), checkServer(db)])
    await expect(checks).resolves.toBeDefined()
    await db.close()
  })

  test('refuses a version that is too old', async () => {
    const config = await createDatabase('template template0')
    const db = openDatabase({ config: { ...config, options: '-c search_path=old,pg_catalog' } })
    // Found before the real one, it says what a server of 2024 would say.
    await db.script(`
      create schema old;
      create function old.current_setting(name text) returns text language sql as $$
        select case name when 'server_version' then '12.22' when 'server_version_num' then '120022'
          else pg_catalog.current_setting(name) end $$`)
    await expect(checkServer(db)).rejects.toThrow(/Postgres 12\.22; Khabar needs 13 or newer/)
    await db.close()
  })

  test('refuses an encoding that can not hold Arabic, and says how to make one that can', async () => {
    const db = await open(`template template0 encoding 'SQL_ASCII' ${plain}`)
    await expect(checkServer(db)).rejects.toThrow(
      /encoding SQL_ASCII.*create database .*_utf8 template template0/,
    )
    await db.close()
  })

  test('refuses a database in which no Arabic name resembles itself', async () => {
    const db = await open(`template template0 encoding 'UTF8' ${plain}`)
    await expect(checkServer(db)).rejects.toThrow(/LC_CTYPE is C.*create database/)
    await db.close()
  })
})

test('a wrong name is told with the name of the setting', async () => {
  const config = await createDatabase('template template0')
  // Some servers ask for a password, and some do not.
  const db = openDatabase({ config: { ...config, user: 'khabar_nobody', password: 'wrong' } })
  await expect(checkServer(db)).rejects.toThrow(/khabar_nobody.*DATABASE_URL/)
  await db.close()
})

const plain = `locale_provider libc lc_collate 'C' lc_ctype 'C'`

async function open(making: string) {
  return openDatabase({ config: await createDatabase(making), max: 4 })
}
