// What can be subscribed to besides topics, and how it goes again: words of the reader's own, outlets.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { findDigestTime } from '../../src/subscriptions/store.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const sami = api.user({ id: 14, first_name: 'Sami', language_code: 'en' })
const dina = api.user({ id: 12, first_name: 'Dina', language_code: 'en' })
const today = new Date().toISOString().slice(0, 10)

beforeAll(() => store(app, ...[harbour, courier, teachers].map((it) => ({ ...it, publishedAt: today }))))

async function dueFor(chatId: number): Promise<Date> {
  const { nextAt } = (await findDigestTime(app.db, { server: 'telegram', chatId })) ?? {}
  if (!nextAt) throw new Error('no digest is due')
  return nextAt
}

const Row = z.object({ id: z.number() })

/** The messages of the digest that is due at that moment. */
async function tellAt(chatId: number, due: Date): Promise<string[]> {
  await digest(app, due)
  const row = await app.db.first(
    Row,
  )`select id from digests where chat_id = ${chatId} order by id desc limit 1`
  const before = api.messagesOf(chatId).length
  await deliver(app, sender, { server: 'telegram', digestId: row?.id ?? 0 })
  const told: string[] = []
  while (told.length < api.messagesOf(chatId).length - before) told.push(read(await nextMessage(api, chatId)))
  return told
}

test('words of the reader’s own are a subscription: what holds them comes, in either language, what is not wanted does not', async () => {
  await say(api, dina, '/settings Cairo')
  const screen = await say(api, dina, '/subscribe al-Qandalawi -teachers')
  expect(read(screen)).toContain('Topics: “al-Qandalawi -teachers”')
  const [told = ''] = await tellAt(dina.id, await dueFor(dina.id))
  expect(told).toMatch(/^Morning digest: “al-Qandalawi -teachers”/)
  expect(told).toContain('Port reopens after two days')
  expect(told).not.toContain('الإضراب')
})

test('letters that no table takes do no harm in a subscription', async () => {
  const screen = read(await say(api, sami, '/subscribe port\0 \ud800strike'))
  expect(screen).toContain('In which city')
})

test('such a subscription goes by one tap, and twice is as once', async () => {
  const screen = await say(api, dina, '/subscriptions')
  const gone = await tap(api, dina, screen, 'Remove “al-Qandalawi -teachers”')
  expect(read(gone)).toContain('no digest here yet')
  expect((await findDigestTime(app.db, { server: 'telegram', chatId: dina.id }))?.nextAt).toBeNull()
})

test('an outlet is a subscription too, and a digest may come in both languages', async () => {
  const maha = api.user({ id: 22, first_name: 'Maha', language_code: 'en' })
  await say(api, maha, '/settings Cairo')
  expect(read(await say(api, maha, '/subscribe source Nowhere Times'))).toContain(
    'No article of an outlet called',
  )
  const screen = await say(api, maha, '/subscribe source reem courier')
  expect(read(screen)).toContain('Topics: The Reem Courier')
  expect(labels(screen).flat()).toContain('Remove The Reem Courier')
  const settings = await say(api, maha, '/settings')
  expect(read(await tap(api, maha, settings, 'In both languages'))).toContain('in both languages')
  const due = await dueFor(maha.id)
  await app.db.write`update articles set ready_at = ${new Date(due.getTime() - 3_600_000)}`
  const sent = await tellAt(maha.id, due)
  expect(sent).toHaveLength(2)
  expect(sent[0]).toMatch(/^Morning digest: The Reem Courier/)
  expect(sent[1]).toMatch(/^ملخص الصباح/)
  expect(sent[0]).toContain('The Reem Courier')
  expect(sent[0]).not.toContain('صحيفة المرفأ')
})
