import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { BotApiOptions } from '../../src/playground/bot-api.ts'
import { portOf } from '../../src/playground/transport.ts'
import { startServer } from './server.ts'

// How a bot gets its updates: what is confirmed, what comes again, who may ask.

const endings: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
})

test('an update comes again until a later offset confirms it', async () => {
  const { api, reader, get } = await started()
  for (const text of ['one', 'two', 'three']) api.say(reader, text)
  const first = await get()
  expect(texts(first)).toEqual(['one', 'two', 'three'])
  expect(texts(await get({ limit: 2 }))).toEqual(['one', 'two'])
  expect(texts(await get({ offset: idOf(first, 1) }))).toEqual(['two', 'three'])
  expect(texts(await get({ offset: -1 }))).toEqual(['three'])
  expect(await get({ offset: idOf(first, 2) + 1 })).toEqual({ ok: true, result: [] })
})

test('ids rise, and rise above those of an earlier server', async () => {
  const { api, reader, get } = await started({ firstUpdateId: 500, firstMessageId: 70 })
  api.say(reader, 'one')
  api.say(reader, 'two')
  const { result } = await get()
  expect(result?.map(({ update_id: id }) => id)).toEqual([500, 501])
  expect(api.messagesOf(42).map(({ message_id: id }) => id)).toEqual([70, 71])
  const byTime = await started()
  byTime.api.say(byTime.reader, 'x')
  const id = idOf(await byTime.get(), 0)
  expect(id).toBeGreaterThan(280_000_000)
  expect(id).toBeLessThan(2 ** 31)
})

test('an empty poll waits, and ends as soon as there is something', async () => {
  const { api, reader, get } = await started()
  const before = Date.now()
  const poll = get({ timeout: 10 })
  setTimeout(() => api.say(reader, 'at last'), 50)
  expect(texts(await poll)).toEqual(['at last'])
  expect(Date.now() - before).toBeLessThan(2000)
  expect(await get({ offset: -1, timeout: 0 })).toMatchObject({ ok: true })
})

test('an empty poll ends after its timeout with nothing', async () => {
  const { get } = await started()
  const before = Date.now()
  expect(await get({ timeout: 1 })).toEqual({ ok: true, result: [] })
  expect(Date.now() - before).toBeGreaterThanOrEqual(950)
})

test('a second poller ends the first with a conflict', async () => {
  const { api, reader, get } = await started()
  const first = get({ timeout: 10 })
  await new Promise((resolve) => void setTimeout(resolve, 50))
  const second = get({ timeout: 10 })
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  api.say(reader, 'for the second')
  expect(texts(await second)).toEqual(['for the second'])
})

test('only the kinds that were asked for are kept, and the rare ones only on request', async () => {
  const { api, reader, get } = await started()
  await get({ allowed_updates: ['callback_query'] })
  api.say(reader, 'not asked for')
  await get({ allowed_updates: [] })
  api.say(reader, 'asked for')
  expect(texts(await get())).toEqual(['asked for'])
})

test('polling is refused while a webhook is set', async () => {
  const { call, get } = await started()
  await call('setWebhook', { url: 'https://example.org/hook' })
  expect(await get()).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  await call('deleteWebhook')
  expect(await get()).toMatchObject({ ok: true })
})

test('a webhook gets the secret, and gets an update again until it takes it, one at a time in a chat', async () => {
  const { api, reader, call } = await started({ webhookRetryMs: 10 })
  const other = api.user({ id: 43, first_name: 'Sami' })
  const hook = await listenForUpdates((text, attempt) => (text === 'one' && attempt < 3 ? 500 : 200))
  await call('setWebhook', { url: hook.url, secret_token: 's3cret' })
  api.say(reader, 'one')
  api.say(reader, 'two')
  api.say(other, 'meanwhile')
  await expect.poll(() => hook.got.length).toBe(5)
  expect(hook.got.filter(({ chat }) => chat === 42).map(({ text }) => text)).toEqual([
    'one',
    'one',
    'one',
    'two',
  ])
  expect(hook.got.every(({ secret }) => secret === 's3cret')).toBe(true)
  // The last one is taken when its answer has come back, a moment after it was got.
  await expect.poll(() => api.pendingUpdates()).toBe(0)
  expect(await call('getWebhookInfo')).toMatchObject({
    result: {
      url: hook.url,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    },
  })
})

test('a method in the webhook’s answer is run, and its refusal is recorded', async () => {
  const { api, reader, call } = await started()
  const hook = await listenForUpdates(
    () => 200,
    (text) =>
      JSON.stringify({ method: 'sendMessage', chat_id: 42, text: text === 'nothing' ? '' : 'answered' }),
  )
  await call('setWebhook', { url: hook.url })
  api.say(reader, 'something')
  expect(await api.waitFor(({ via }) => via === 'webhook')).toMatchObject({ result: { text: 'answered' } })
  api.say(reader, 'nothing')
  const refused = await api.waitFor(({ via }) => via === 'webhook')
  expect(refused.error?.message).toBe('Bad Request: message text is empty')
})

test('updates that waited for a webhook are there for polling when it is removed', async () => {
  const { api, reader, call, get } = await started({ webhookRetryMs: 10_000 })
  const hook = await listenForUpdates(() => 503)
  await call('setWebhook', { url: hook.url })
  api.say(reader, 'undelivered')
  await expect.poll(() => hook.got.length).toBe(1)
  await call('deleteWebhook')
  expect(texts(await get())).toEqual(['undelivered'])
})

const Answer = z.looseObject({
  ok: z.boolean(),
  result: z
    .array(z.looseObject({ update_id: z.number(), message: z.object({ text: z.string() }).optional() }))
    .optional(),
})
type Updates = z.infer<typeof Answer>

async function started(options: Partial<BotApiOptions> = {}) {
  const { api, close, post } = await startServer(options)
  endings.push(close)
  const get = async (parameters: Record<string, unknown> = {}) =>
    Answer.parse(await post('getUpdates', parameters))
  return { api, call: post, get, reader: api.user({ id: 42, first_name: 'Noor' }) }
}

const texts = ({ result = [] }: Updates) => result.map(({ message }) => message?.text)

const idOf = ({ result = [] }: Updates, index: number) => result[index]?.update_id ?? 0

const Delivered = z.object({ message: z.object({ text: z.string(), chat: z.object({ id: z.number() }) }) })

async function listenForUpdates(
  status: (text: string, attempt: number) => number,
  answer: (text: string) => string = () => '',
) {
  const got: { text: string; chat: number; secret: unknown }[] = []
  const server = http.createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
      const { message } = Delivered.parse(JSON.parse(Buffer.concat(chunks).toString()))
      const secret = request.headers['x-telegram-bot-api-secret-token']
      got.push({ text: message.text, chat: message.chat.id, secret })
      const attempt = got.filter(({ text }) => text === message.text).length
      response.writeHead(status(message.text, attempt)).end(answer(message.text))
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  endings.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  })
  return { url: `http://127.0.0.1:${portOf(server)}/`, got }
}
