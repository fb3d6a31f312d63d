// What admins are told of without asking: once, in their language, and nobody else.

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { alert } from '../../jobs/alert.ts'
import { startDelivery } from '../../jobs/worker.ts'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { adminId, read, say, useApp, useBot } from '../support/khabar.ts'
import { refuses, startModelServer } from '../support/model-server.ts'

const app = await useApp({ TELEGRAM_BOT_TOKEN: '7000000001:test-token' })
const { api, sender } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
const reader = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })

test('a model server that takes the key no more is told to admins alone, and that it answers again', async () => {
  await say(api, admin, '/settings')
  await say(api, reader, '/settings')
  const before = api.calls.length
  await alert(app, sender, { server: 'telegram', model: { isAsked: false, reason: '401 Incorrect API key' } })
  await alert(app, sender, { server: 'telegram', model: { isAsked: true, reason: 'it answers' } })
  const told = api.calls.slice(before).flatMap((it) => it.message ?? [])
  expect(told.map((it) => it.chat.id)).toEqual([adminId, adminId])
  expect(told.map(read)).toEqual([
    expect.stringMatching(/left alone.*\n.*401 Incorrect API key.*\nUntil it answers/),
    'The model is asked again',
  ])
})

test('a wrong key is put before admins once, and the key is in no message', async () => {
  const key = 'sk-very-secret-key'
  const { baseURL, close } = await startModelServer([], () =>
    refuses(401, { error: { message: `wrong: ${key}` } }),
  )
  onTestFinished(close)
  const { host = '', port = 5432, user = '', password, database = '' } = app.db.databaseConfig
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  const own = await openApp(
    readConfig(
      {
        DATABASE_URL: `postgres://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`,
        OPENAI_API_KEY: key,
        OPENAI_BASE_URL: baseURL,
        TELEGRAM_BOT_TOKEN: '7000000001:test-token',
        ADMIN_IDS: String(adminId),
        LOG_LEVEL: 'silent',
        TIME_ZONE: 'UTC',
      },
      '/tmp',
    ),
  )
  onTestFinished(own.close)
  const delivery = await startDelivery(own, 'telegram', sender)
  onTestFinished(delivery.close)
  const before = api.calls.length
  const ask = () =>
    own.llm?.complete({
      name: 'word',
      schema: z.object({ word: z.string() }),
      system: 'x',
      user: 'y',
      maxOutputTokens: 10,
    })
  expect((await Promise.allSettled([ask(), ask(), ask()])).map((it) => it.status)).toEqual(
    Array(3).fill('rejected'),
  )
  const told = () => api.calls.slice(before).flatMap((it) => it.message ?? [])
  await expect.poll(() => told().map((it) => it.chat.id), { timeout: 20_000 }).toEqual([adminId])
  expect(told().map(read)[0]).toContain('wrong: [secret]')
})
