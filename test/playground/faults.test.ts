import { Telegraf } from 'telegraf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { button, refusal, startServer, token } from './server.ts'

// Trouble as a telegraf bot meets it: floods, gateways, broken connections.

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
  server.api.user({ id: 42, first_name: 'Noor' })
})
afterAll(() => server.close())

const bot = () => new Telegraf(token, { telegram: { apiRoot: server.apiRoot } }).telegram

describe('faults on demand', () => {
  test('429 reaches the bot with the seconds to wait', async () => {
    server.api.fail('sendMessage', {
      code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
    await expect(bot().sendMessage(42, 'x')).rejects.toMatchObject({
      code: 429,
      parameters: { retry_after: 7 },
    })
    await expect(bot().sendMessage(42, 'x')).resolves.toMatchObject({ text: 'x' })
  })

  test('a gateway’s page, a broken connection, an answer lost on the way', async () => {
    server.api.fail('sendMessage', { status: 502, body: '<html>bad gateway</html>' })
    await expect(bot().sendMessage(42, 'x')).rejects.toMatchObject({ code: 502 })
    server.api.fail('sendMessage', { reset: true })
    await expect(bot().sendMessage(42, 'not said')).rejects.toMatchObject({ name: 'FetchError' })
    server.api.fail('sendMessage', { lost: true })
    await expect(bot().sendMessage(42, 'said all the same')).rejects.toMatchObject({ name: 'FetchError' })
    const texts = server.api.messagesOf(42).map(({ text }) => text)
    expect(texts).not.toContain('not said')
    expect(texts).toContain('said all the same')
  })
})

describe('a metered server', () => {
  test('lets one message a second into a chat, thirty a second into all, twenty a minute into a group', async () => {
    let clockMs = Date.UTC(2026, 10, 24)
    const { api: metered, apiRoot, close } = await startServer({ now: () => clockMs, rateLimited: true })
    const { telegram } = new Telegraf(token, { telegram: { apiRoot } })
    const people = Array.from({ length: 31 }, (_, id) => metered.user({ id: id + 1, first_name: 'P' }))
    const room = metered.group(metered.user({ id: 99, first_name: 'Q' }), { id: -1, title: 'Room' })
    const outcome = (chat: number) =>
      telegram.sendMessage(chat, 'x').then(
        () => 'sent',
        (error: { parameters: { retry_after: number } }) => error.parameters.retry_after,
      )

    expect(await outcome(1)).toBe('sent')
    expect(await outcome(1)).toBe(1)
    for (const { id } of people.slice(1, 30)) expect(await outcome(id)).toBe('sent')
    expect(await outcome(31)).toBe(1)
    for (let sent = 0; sent < 20; sent++) {
      clockMs += 1000
      expect(await outcome(room.id)).toBe('sent')
    }
    clockMs += 1000
    expect(await outcome(room.id)).toBe(40)
    clockMs += 40_000
    expect(await outcome(room.id)).toBe('sent')
    await close()
  })
})

test('time runs out: a message after 48 hours, a tap after a quarter of an hour', async () => {
  let clockMs = Date.UTC(2026, 10, 24)
  const { api, call, close } = await startServer({ now: () => clockMs })
  const reader = api.user({ id: 42, first_name: 'Noor' })
  const { result } = await call('sendMessage', { chat_id: 42, text: 'x', reply_markup: button('a') })
  const late = (method: string, parameters: object) => call(method, { chat_id: 42, ...parameters })
  const callback_query_id = result && api.tap(reader, result, 'b')
  clockMs += 16 * 60_000
  expect(await late('answerCallbackQuery', { callback_query_id })).toEqual(
    refusal('query is too old and response timeout expired or query ID is invalid'),
  )
  clockMs += 48 * 3_600_000
  expect(await late('deleteMessage', { message_id: result?.message_id })).toEqual(
    refusal("message can't be deleted"),
  )
  await close()
})
