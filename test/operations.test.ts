// Health and metrics, as an orchestrator and a Prometheus ask for them.

import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { startDelivery, startWorker } from '../jobs/worker.ts'
import { createBot } from '../src/bot/bot.ts'
import { startPolling } from '../src/bot/polling.ts'
import { Sender } from '../src/delivery/sender.ts'
import { createMetrics } from '../src/operations/metrics.ts'
import { startOperations } from '../src/operations/server.ts'
import { createBotApi } from '../src/playground/bot-api.ts'
import { harbour } from './support/articles.ts'
import { say, store, useApp, withoutWaiting } from './support/khabar.ts'

const token = '7000000001:test-token-of-operations'
const metrics = createMetrics()
const app = { ...(await useApp()), metrics }
const api = createBotApi({ token })
const { apiRoot, close } = await api.listen()
const sender = new Sender(token, apiRoot, {
  pace: withoutWaiting(),
  log: app.log,
  metrics,
  onGone: async () => {},
})
const bot = createBot(token, sender, { ...app, server: 'telegram', adminIds: [] })
const polling = await startPolling({ bot, sender, db: app.db, server: 'telegram', log: app.log })
const place = { host: '127.0.0.1', port: 0 }
const operations = await startOperations({ ...app, zone: 'UTC' }, place)
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

beforeAll(() => store(app, harbour))
afterAll(async () => {
  await operations.close()
  await polling.close()
  await close()
})

const get = async (path: string, method = 'GET') => {
  const answer = await fetch(`http://127.0.0.1:${operations.port}${path}`, { method })
  return { status: answer.status, text: await answer.text() }
}
/** The value of the first line of that name and labels. */
const value = async (line: RegExp) => Number(line.exec((await get('/metrics')).text)?.[1])

test('it is alive and ready', async () => {
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' })
  expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' })
  expect((await get('/')).status).toBe(404)
  expect((await get('/constructor')).status).toBe(404)
  expect((await get('/metrics', 'POST')).status).toBe(404)
})

test('an answered question is counted, with the calls that it took, and none of its words', async () => {
  const before = (await value(/khabar_update_seconds_count\{kind="message",outcome="ok"\} (\d+)/)) || 0
  await say(api, lina, 'what did al-Zumurrudi say')
  await vi.waitFor(async () =>
    expect(await value(/khabar_update_seconds_count\{kind="message",outcome="ok"\} (\d+)/)).toBe(before + 1),
  )
  expect(await value(/khabar_telegram_calls_total\{method="sendMessage",outcome="ok"\} (\d+)/)).toBe(1)
  expect(await value(/khabar_answer_seconds_count\{outcome="words"\} (\d+)/)).toBe(1)
  expect(await value(/khabar_verbatim_share (\d+)/)).toBe(1)
  const { text } = await get('/metrics')
  expect(text).not.toMatch(/Zumurrudi|Lina|test-token/)
})

test('what is stored and queued is said as it is', async () => {
  expect(await value(/khabar_stored\{kind="articles"\} (\d+)/)).toBe(1)
  await app.enqueue('sweep', {}, 'once')
  expect(await value(/khabar_queue_jobs\{state="waiting"\} (\d+)/)).toBe(1)
  const worker = await startWorker(app, 1)
  await vi.waitFor(
    async () => expect(await value(/khabar_job_seconds_count\{job="sweep",outcome="ok"\} (\d+)/)).toBe(1),
    10_000,
  )
  await worker.close()
})

test('the model is counted from the ledger', async () => {
  await app.db.write`
    insert into spending (day, purpose, model, tokens, money, asker) values (current_date, 'summary', 'sail-1', 700, 0.5, null)`
  expect(await value(/khabar_model_tokens_today\{purpose="summary",model="sail-1"\} (\d+)/)).toBe(700)
})

test('a refusal of Telegram and a failed job are counted as such', async () => {
  api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
  await expect(sender.sendMessage(lina.id, 'x')).rejects.toThrow(/Forbidden/)
  expect(await value(/khabar_telegram_calls_total\{method="sendMessage",outcome="403"\} (\d+)/)).toBe(1)
  const torn = { ...app.db, first: () => () => Promise.reject(new Error('torn')) }
  const delivery = await startDelivery({ ...app, db: torn }, 'telegram', sender)
  await app.enqueue('report', { server: 'telegram', reloadId: 1 }, 'torn')
  await vi.waitFor(
    async () =>
      expect(await value(/khabar_job_seconds_count\{job="report",outcome="failed"\} (\d+)/)).toBe(1),
    10_000,
  )
  await delivery.close()
})

test('a taken port is said with the setting that names it', async () => {
  await expect(
    startOperations({ ...app, metrics: createMetrics(), zone: 'UTC' }, { ...place, port: operations.port }),
  ).rejects.toThrow(/OPERATIONS_PORT/)
})

test('the queues are a page for who has the token, and for nobody else', async () => {
  const boardToken = 'a-token-of-the-board'
  const withBoard = await startOperations(
    { ...app, metrics: createMetrics(), zone: 'UTC' },
    { ...place, token: boardToken },
  )
  onTestFinished(withBoard.close)
  await app.queue.enqueue('sweep', {}, 'of-the-board')
  const ask = async (
    path: string,
    password?: string,
    init: { method?: string; headers?: Record<string, string> } = {},
  ) => {
    const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`
    const headers = { ...init.headers, ...(password !== undefined && { authorization }) }
    const answer = await fetch(`http://127.0.0.1:${withBoard.port}${path}`, { ...init, headers })
    return {
      status: answer.status,
      text: await answer.text(),
      csp: answer.headers.get('content-security-policy'),
    }
  }
  expect((await get('/queues')).status).toBe(404)
  expect(await ask('/queues')).toMatchObject({ status: 401 })
  expect(await ask('/queues/api/queues', 'another-token-xxxxxx')).toMatchObject({ status: 401 })
  const page = await ask('/queues', boardToken)
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<title>Khabar') })
  expect(page.csp).toContain("default-src 'self'")
  const [, script = ''] = /src="([^"]+\.js)"/.exec(page.text) ?? []
  expect(await ask(new URL(script, 'http://x/queues/').pathname, boardToken)).toMatchObject({ status: 200 })
  const listed = z
    .object({ queues: z.array(z.object({ name: z.string(), counts: z.record(z.string(), z.number()) })) })
    .parse(JSON.parse((await ask('/queues/api/queues', boardToken)).text))
  expect(listed.queues.map((it) => it.name)).toEqual(['khabar', 'khabar-telegram', 'khabar-playground'])
  expect(listed.queues[0]?.counts['waiting']).toBeGreaterThan(0)
  const change = { method: 'PUT', headers: { 'sec-fetch-site': 'cross-site' } }
  expect(await ask('/queues/api/queues/khabar/pause', boardToken, change)).toMatchObject({ status: 403 })
})
