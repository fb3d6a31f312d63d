// The bot on a bad line: what Telegram, the network, a slow reader or a fault of our own does to it, and to whom.

import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createBot } from '../../src/bot/bot.ts'
import { startPolling } from '../../src/bot/polling.ts'
import { createPace } from '../../src/delivery/pace.ts'
import { Sender } from '../../src/delivery/sender.ts'
import { OutsideError } from '../../src/errors.ts'
import type { Fault } from '../../src/playground/faults.ts'
import { harbour } from '../support/articles.ts'
import { read, say, store, tap, useApp, useBot } from '../support/khabar.ts'
import { leftUpdate, waitingUpdates } from '../support/updates.ts'

const app = await useApp()
const bot = await useBot(app, {
  pace: createPace(app.db, 'telegram'),
  pollTimeoutMs: 1_000,
  sendTimeoutMs: 500,
})
const { api } = bot

await store(app, harbour)

let people = 100
/** A reader that no other test talks to. */
const reader = (language = 'en') => api.user({ id: ++people, first_name: 'Reader', language_code: language })

/** What the bot has sent to a chat, oldest first. */
const sentTo = (chatId: number) => api.messagesOf(chatId).filter((it) => it.from.is_bot)
const waitMs = { timeout: 30_000, interval: 20 }
const untilSent = (chatId: number, messages: number) =>
  vi.waitFor(() => expect(sentTo(chatId)).toHaveLength(messages), waitMs)

const conflict = {
  code: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
}
const slowDown = (seconds: number) => ({
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
})
const troubles: [string, Fault][] = [
  ['a gateway’s page', { status: 502, body: '<html><body>502 Bad Gateway</body></html>' }],
  ['a broken connection', { reset: true }],
  ['an answer lost on the way', { lost: true }],
  ['no answer at all', { hang: true }],
  ['a request to slow down', slowDown(1)],
]

test.each([...troubles, ['another instance that polls', conflict] as const])(
  '%s does not end the polling',
  async (_trouble, fault) => {
    const lina = reader()
    // The first message ends the poll under way; the next poll meets the fault.
    api.fail('getUpdates', fault)
    expect(read(await say(api, lina, '/help'))).toContain('/latest')
    expect(read(await say(api, lina, '/whoami'))).toContain(String(lina.id))
  },
)

test.each(troubles)('%s does not lose an answer', async (_trouble, fault) => {
  const lina = reader()
  api.fail('sendMessage', fault)
  expect(read(await say(api, lina, '/whoami'))).toContain(String(lina.id))
})

test('an answer outlasts a Telegram that is away for longer than it is worth trying, and others do not wait for it', async () => {
  const [lina, omar] = [reader(), reader()]
  // As often as two answers and two words of regret would be tried.
  api.fail('sendMessage', { reset: true }, 12)
  api.say(lina, '/whoami')
  api.say(lina, '/help')
  await untilSent(lina.id, 2)
  expect(sentTo(lina.id).map(read)).toEqual([
    expect.stringContaining(String(lina.id)),
    expect.stringContaining('/latest'),
  ])
  expect(read(await say(api, omar, '/whoami'))).toContain(String(omar.id))
}, 60_000)

test('when Telegram asks to wait, the message comes after that time, once', async () => {
  const lina = reader()
  api.fail('sendMessage', slowDown(2))
  const start = performance.now()
  await say(api, lina, '/whoami')
  expect(performance.now() - start).toBeGreaterThan(1_950)
  expect(sentTo(lina.id)).toHaveLength(1)
})

test('an update that comes a second time is answered once', async () => {
  const lina = reader()
  // The call that would confirm the update never gets through, so Telegram still has it at the next start.
  api.fail('getUpdates', { hang: true })
  await say(api, lina, '/whoami')
  await bot.stop()
  expect(api.pendingUpdates()).toBe(1)
  await bot.start()
  await say(api, lina, '/help')
  expect(sentTo(lina.id)).toHaveLength(2)
  await vi.waitFor(() => expect(api.pendingUpdates()).toBe(0), waitMs)
})

test('what a process wrote down and died over is answered at the next start, and its words forgotten', async () => {
  const lina = reader()
  await bot.stop()
  await leftUpdate(app.db, {
    update_id: 1,
    message: {
      message_id: 1,
      date: Math.floor(Date.now() / 1000),
      chat: { id: lina.id, type: 'private', first_name: 'Reader' },
      from: { id: lina.id, is_bot: false, first_name: 'Reader', language_code: 'en' },
      text: '/whoami',
    },
  })
  await bot.start()
  await untilSent(lina.id, 1)
  await vi.waitFor(async () => expect(await waitingUpdates(app.db)).toEqual([]), waitMs)
  const Words = z.object({ words: z.string() })
  expect(
    await app.db.many(Words)`select payload::text as words from updates where payload is not null`,
  ).toEqual([])
  await bot.restart()
  api.say(lina, '/help')
  await untilSent(lina.id, 2)
  expect(sentTo(lina.id)[1]?.text).toContain('/latest')
})

test('a chat that is slow keeps nobody waiting', async () => {
  const chats = [reader(), reader()]
  // One of the two meets it, and is answered a second and a half later; the other must not wait for that.
  api.fail('sendMessage', { hang: true })
  for (const chat of chats) api.say(chat, '/whoami')
  for (const { id } of chats) await untilSent(id, 1)
  const [first = 0, second = 0] = api.calls
    .filter(({ message }) => chats.some(({ id }) => id === message?.chat.id))
    .map(({ at }) => at)
  expect(second - first).toBeGreaterThan(1_000)
})

test('a hundred messages of one chat keep nobody waiting, not even a bot that stops', async () => {
  const [busy, quick] = [reader(), reader()]
  for (let sent = 0; sent < 100; sent++) api.say(busy, '/whoami')
  await say(api, quick, '/help')
  expect(sentTo(busy.id).length).toBeLessThan(20)
  const start = performance.now()
  await bot.stop()
  expect(performance.now() - start).toBeLessThan(5_000)
  // The rest is written down for the next start; here that would take a minute and a half.
  const waiting = await waitingUpdates(app.db)
  expect(waiting.length + sentTo(busy.id).length).toBeGreaterThanOrEqual(100)
  await app.db.script('update updates set handled_at = now(), payload = null')
  await bot.start()
})

test('a chat’s messages are answered in their order', async () => {
  const lina = reader()
  const questions = ['/whoami', '/help', 'what did al-Zamradi say?']
  for (const question of questions) api.say(lina, question)
  await untilSent(lina.id, 3)
  const answers = sentTo(lina.id).map((it) => read(it))
  expect(answers[0]).toContain(String(lina.id))
  expect(answers[1]).toContain('/latest')
  expect(answers[2]).toContain('al-Zamradi')
})

test('a fault of our own is told to the reader in a sentence, and the bot goes on', async () => {
  const omar = reader('ar')
  await app.db.script('alter table statements rename to statements_gone')
  onTestFinished(() => app.db.script('alter table if exists statements_gone rename to statements'))
  expect(read(await say(api, omar, 'ماذا قال الزمردي؟'))).toBe(
    'حدث خطأ من جهتنا. يُرجى إعادة السؤال بعد قليل.',
  )
  await app.db.script('alter table statements_gone rename to statements')
  expect(read(await say(api, omar, 'ماذا قال الزمردي؟'))).toContain('حازم الزمردي')
})

test('a button tapped twice at once does its work, and nothing is said of it', async () => {
  const omar = reader('ar')
  const answer = await say(api, omar, 'ماذا قال الزمردي؟')
  api.tap(omar, answer, 'In English')
  await tap(api, omar, answer, 'In English')
  await say(api, omar, '/whoami')
  expect(sentTo(omar.id)).toHaveLength(2)
})

test('a reader who blocked the bot is sent nothing more, until they come back', async () => {
  const lina = reader()
  await say(api, lina, '/whoami')
  api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
  api.say(lina, '/help')
  await vi.waitFor(async () => expect(await retired(lina.id)).toContain('blocked'), waitMs)
  await vi.waitFor(() => expect(api.pendingUpdates()).toBe(0), waitMs)
  api.block(lina)
  await vi.waitFor(async () => expect(await retired(lina.id)).toBe('kicked'), waitMs)
  api.unblock(lina)
  await say(api, lina, '/whoami')
  expect(await retired(lina.id)).toBeNull()
})

const Retired = z.object({ because: z.string().nullable() })
async function retired(chatId: number) {
  const chat = await app.db.first(
    Retired,
  )`select retired_because as because from chats where chat_id = ${chatId}`
  return chat?.because
}

test('a token that Telegram does not know ends the start with one clear error', async () => {
  const { apiRoot, close } = await api.listen()
  onTestFinished(close)
  const warn = vi.fn<typeof app.log.warn>()
  const starting = startPolling(needsFor('7000000002:another-token', apiRoot, warn))
  await expect(starting).rejects.toThrow(OutsideError)
  await expect(starting).rejects.toThrow(/check TELEGRAM_BOT_TOKEN/)
  expect(warn).not.toHaveBeenCalled()
})

test('a menu of commands that is refused keeps no bot from starting', async () => {
  api.fail('setMyCommands', { code: 400, description: 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID' })
  await bot.restart()
  expect(read(await say(api, reader(), '/help'))).toContain('/latest')
})

test('a button whose message is gone is answered anew', async () => {
  const lina = reader()
  const choice = await say(api, lina, '/language')
  api.fail('editMessageText', { code: 400, description: 'Bad Request: message to edit not found' })
  expect(read(await tap(api, lina, choice, 'English'))).toContain('Khabar speaks English here')
})

test('a Telegram that can not be reached is waited for, and the waiting can be stopped', async () => {
  const { apiRoot, close } = await api.listen()
  await close()
  const stopping = new AbortController()
  const needs = needsFor(api.token, apiRoot, app.log.warn)
  const starting = startPolling({ ...needs, signal: stopping.signal })
  stopping.abort()
  await expect((await starting).close()).resolves.toBeUndefined()
})

function needsFor(token: string, apiRoot: string, warn: typeof app.log.warn) {
  const log = { ...app.log, warn }
  const sender = new Sender(token, apiRoot, {
    pace: createPace(app.db, 'telegram'),
    log,
    onGone: async () => {},
  })
  const needs = { ...app, log, server: 'telegram' as const, adminIds: [] }
  return { bot: createBot(token, sender, needs), sender, db: app.db, server: 'telegram' as const, log }
}

test('chats of Telegram are never sent to through the playground', async () => {
  const other = await useApp()
  await leftUpdate(other.db, {
    update_id: 5,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 9, type: 'private', first_name: 'Lina' },
      from: { id: 9, is_bot: false, first_name: 'Lina' },
      text: '/whoami',
    },
  })
  const playground = await useBot(other, { server: 'playground' })
  const user = playground.api.user({ id: 9, first_name: 'Somebody else', language_code: 'en' })
  await say(playground.api, user, '/help')
  expect(playground.api.messagesOf(9).filter((it) => it.from.is_bot)).toHaveLength(1)
  const telegram = await useBot(other)
  telegram.api.user({ id: 9, first_name: 'Lina', language_code: 'en' })
  await telegram.restart()
  const Chat = z.object({ server: z.string(), language: z.string().nullable() })
  const chats = () =>
    other.db.many(Chat)`select server, language from chats where chat_id = 9 order by server`
  await vi.waitFor(async () => expect(await chats()).toHaveLength(2), waitMs)
  await tap(playground.api, user, await say(playground.api, user, '/language'), 'العربية')
  expect(await chats()).toEqual([
    { server: 'playground', language: 'ar' },
    { server: 'telegram', language: null },
  ])
})
