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

test('a wrong password is told with the name of the setting', async () => {
  const config = await createDatabase('template template0')
  const db = openDatabase({ config: { ...config, password: 'wrong' } })
  await expect(checkServer(db)).rejects.toThrow(/password.*DATABASE_URL/)
  await db.close()
})

const plain = `locale_provider libc lc_collate 'C' lc_ctype 'C'`

async function open(making: string) {
  return openDatabase({ config: await createDatabase(making), max: 4 })
}
