// What is kept of a reader can be seen and deleted, by that reader alone.

import { beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { reserve } from '../../src/budget/store.ts'
import { forgetOldAnswers } from '../../src/chats/store.ts'
import { harbour } from '../support/articles.ts'
import { read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })

beforeAll(async () => {
  await store(app, harbour)
  for (const user of [lina, omar]) {
    await say(api, user, '/settings Cairo')
    await say(api, user, user === lina ? 'what did al-Zumurrudi say' : 'ماذا قال الزمردي؟')
    await app.db
      .write`insert into subscriptions (server, chat_id, topic) values ('telegram', ${user.id}, 'medtop:04000000')`
    const most = { tokens: 10, money: 0 }
    const wish = {
      day: '2026-11-26',
      purpose: 'question',
      model: 'sail-1',
      most,
      asker: `telegram:${user.id}`,
    } as const
    await reserve(app.db, wish, { perDay: { tokens: 0, money: 0 }, tokensPerAsker: 0, shareForQuestions: 0 })
  }
})

const Table = z.object({ table: z.string(), column: z.string() })
const Count = z.object({ count: z.number() })

/** In how many rows of which tables a chat's number stands, in whatever column it may be. */
async function traces(chatId: number): Promise<string[]> {
  const columns = await app.db.many(Table)`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and (column_name in ('chat_id', 'asked_by', 'asker') or data_type = 'jsonb' and column_name = 'payload')`
  const found: string[] = []
  for (const { table, column } of columns) {
    const pattern =
      column === 'asker' ? `telegram:${chatId}` : column === 'payload' ? `%"id": ${chatId},%` : String(chatId)
    const text = `select count(*)::int as count from ${table} where ${column}::text like '${pattern}'`
    const { count } = (await app.db.first(
      Count,
    )`select (xpath('//count/text()', query_to_xml(${text}, false, true, '')))[1]::text::int as count`) ?? {
      count: 0,
    }
    if (count > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('what is kept is told in both languages, and shown as it is', async () => {
  expect(read(await say(api, lina, '/privacy'))).toMatch(
    /^What Khabar keeps of this chat\n• [\s\S]*\/mydata[\s\S]*\/forget/,
  )
  expect(read(await say(api, omar, '/privacy'))).toMatch(/^ما يحفظه «خبر» عن هذه المحادثة/)
  const mine = read(await say(api, lina, '/mydata'))
  const data: unknown = JSON.parse(mine.slice(mine.indexOf('{')))
  expect(data).toMatchObject({
    chat: { chat_id: 6, zone: 'Africa/Cairo' },
    subscriptions: [{ topic: 'medtop:04000000' }],
    questions: [{ question: 'what did al-Zumurrudi say' }],
  })
  expect(mine).not.toContain('الزمردي؟')
})

test('nothing is deleted before it is confirmed; then nothing is left of the chat, and all of the others', async () => {
  const asked = await say(api, lina, '/forget')
  expect(read(asked)).toContain('It can not be undone')
  expect(await traces(6)).toContain('subscriptions.chat_id')
  const done = await tap(api, lina, asked, 'Delete everything')
  expect(read(done)).toBe('Everything is deleted. A new message begins anew.')
  // The tap itself is forgotten as soon as it is handled, a moment after its answer.
  await vi.waitFor(async () => expect(await traces(6)).toEqual([]), 10_000)
  expect(await traces(5)).toEqual(
    expect.arrayContaining(['subscriptions.chat_id', 'answers.chat_id', 'spending.asker']),
  )
})

test('questions are forgotten by themselves after half a year', async () => {
  await app.db.write`update answers set asked_at = now() - interval '181 days' where chat_id = 5`
  expect(await forgetOldAnswers(app.db)).toBe(1)
})
