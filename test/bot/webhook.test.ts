// Updates by webhook, from the strict local Bot API and from people who mean no good.

import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createBot } from '../../src/bot/bot.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { startWebhook, webhookSecret } from '../../src/bot/webhook.ts'
import { Sender } from '../../src/delivery/sender.ts'
import { createBotApi } from '../../src/playground/bot-api.ts'
import { harbour } from '../support/articles.ts'
import { adminId, nextMessage, read, say, store, useApp, withoutWaiting } from '../support/khabar.ts'

const token = '7000000001:test-token-of-webhooks'
const app = await useApp()
const api = createBotApi({ token, webhookRetryMs: 50 })
const { apiRoot, close } = await api.listen()
const sender = new Sender(token, apiRoot, { pace: withoutWaiting(), log: app.log, onGone: async () => {} })
const bot = createBot(token, sender, { ...app, server: 'telegram', adminIds: [adminId] })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const receiver = { bot, sender, db: app.db, server: 'telegram', log: app.log, token } as const

/** A port that was free a moment ago: Telegram has to be told it before we listen. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const port = await freePort()
const url = `http://127.0.0.1:${port}/telegram`
const start = () => startWebhook({ ...receiver, webhook: { url, host: '127.0.0.1', port } })
let running = await start()

beforeAll(() => store(app, harbour))
afterAll(async () => {
  await running.close()
  await close()
})

const post = (body: string, headers: Record<string, string> = {}, to = url, method = 'POST') =>
  fetch(to, { method, headers, ...(method === 'POST' ? { body } : {}) }).then((it) => it.status)
const secret = { 'x-telegram-bot-api-secret-token': webhookSecret(token) }
const Count = z.object({ count: z.number() })
const inbox = async () => (await app.db.first(Count)`select count(*)::int as count from updates`)?.count
const update = (id: number, text: string, from = lina.id) =>
  JSON.stringify({
    update_id: id,
    message: {
      message_id: id,
      date: 0,
      text,
      chat: { id: from, type: 'private', first_name: 'x' },
      from: { id: from, is_bot: false, first_name: 'x' },
    },
  })

test('a question that Telegram brings is answered', async () => {
  expect(read(await say(api, lina, 'what did al-Zumurrudi say'))).toContain('الوزارة ستحقق')
})

test('what comes while nobody listens comes again', async () => {
  await running.close()
  api.say(lina, 'what did al-Qandalawi say')
  const answer = nextMessage(api, lina.id)
  running = await start()
  expect(read(await answer)).toContain('لن نغلق الميناء')
})

test.each<[string, number, () => Promise<number>]>([
  ['without the secret', 404, () => post(update(900_001, '/start'))],
  [
    'with a wrong one',
    404,
    () => post(update(900_002, '/start'), { 'x-telegram-bot-api-secret-token': 'x'.repeat(43) }),
  ],
  [
    'with the token for it',
    404,
    () => post(update(900_003, '/start'), { 'x-telegram-bot-api-secret-token': token }),
  ],
  ['an admin forged without the secret', 404, () => post(update(900_004, '/reload', adminId))],
  ['at another path', 404, () => post(update(900_005, '/start'), secret, url.replace('/telegram', '/other'))],
  ['read instead of sent', 405, () => post('', secret, url, 'GET')],
  ['no JSON', 400, () => post('{"update_id":', secret)],
  ['no update', 400, () => post('[]', secret)],
  ['a message of no chat', 400, () => post('{"update_id":900006,"message":{}}', secret)],
  ['a tap of nobody', 400, () => post('{"update_id":900007,"callback_query":{"id":"1"}}', secret)],
  ['two megabytes', 413, () => post(`{"update_id":900008,"x":"${'x'.repeat(2_000_000)}"}`, secret)],
])('%s: %i, and nothing is written down', async (_, status, send) => {
  const before = await inbox()
  // A body that is not read to its end may break the connection before the answer is seen.
  expect(await send().catch(() => 413)).toBe(status)
  expect(await inbox()).toBe(before)
})

test('an update that comes twice is handled once', async () => {
  const answer = nextMessage(api, lina.id)
  expect(await post(update(900_100, '/help'), secret)).toBe(200)
  await answer
  const sent = api.calls.filter(({ method }) => /sendMessage/i.test(method)).length
  expect(await post(update(900_100, '/help'), secret)).toBe(200)
  await say(api, lina, '/whoami')
  expect(api.calls.filter(({ method }) => /sendMessage/i.test(method))).toHaveLength(sent + 1)
})

test('a taken port is said with the setting that names it', async () => {
  await expect(start()).rejects.toThrow(/WEBHOOK_PORT/)
})

test('polling takes the webhook away', async () => {
  await running.close()
  const polling = await startPolling(receiver)
  expect(read(await say(api, lina, '/whoami'))).toContain(String(lina.id))
  await polling.close()
  running = await start()
})
