// Moving house as the operator's guide says it: from the embedded Postgres to one of one's own, and to a Redis, in one command, without losing a row.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { addressOf, khabar, useFolder } from '../support/commandline.ts'
import { createDatabase } from '../support/database.ts'

const folder = await useFolder()
const redisUrl = inject('redisUrl')
const question = 'what did Salim al-Qandalawi say?'

test('everything that the embedded Postgres holds comes through a pipe into another, and answers as before', async () => {
  const old = { DATA_DIR: folder, LOG_LEVEL: 'warn' }
  const file = path.join(folder, 'port.txt')
  await writeFile(
    file,
    'Port reopens\n\nThe port’s director, Salim al-Qandalawi, said on Sunday that "the quays are open again".',
  )
  expect(await khabar(['load', file], { settings: old })).toMatchObject({ code: 0 })
  const before = await khabar(['ask', question], { settings: old })
  expect(before.stdout).toContain('"the quays are open again"')
  const exported = await khabar(['export', '--all'], { settings: old })
  expect(exported.code).toBe(0)

  const own = {
    DATA_DIR: path.join(folder, 'elsewhere'),
    LOG_LEVEL: 'warn',
    DATABASE_URL: addressOf(await createDatabase('template template0')),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  }
  expect(await khabar(['import', '-'], { settings: own, stdin: exported.stdout })).toMatchObject({ code: 0 })
  expect((await khabar(['ask', question], { settings: own })).stdout).toBe(before.stdout)
  const again = await khabar(['export', '--all'], { settings: own })
  expect(again.stdout.split('\n').slice(1)).toEqual(exported.stdout.split('\n').slice(1))
})
