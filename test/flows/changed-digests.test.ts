// A digest follows its articles after it was sent: what an outlet changes is changed where the reader reads it.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { renew } from '../../jobs/renew.ts'
import { findDigestTime } from '../../src/subscriptions/store.ts'
import { courier, teachers } from '../support/articles.ts'
import { nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const today = new Date().toISOString().slice(0, 10)
const first = { ...courier, publishedAt: today }

const Row = z.object({ id: z.number(), isStale: z.boolean(), changed: z.array(z.coerce.number()) })
const rows = () =>
  app.db.many(Row)`
    select id, stale_at is not null as "isStale", changed_articles as changed from digests where chat_id = ${lina.id} order by id`
const renewAll = async () => {
  for (const { id } of await rows()) await renew(app, sender, { server: 'telegram', digestId: id })
}
const shown = () =>
  api
    .messagesOf(lina.id)
    .map(read)
    .findLast((it) => it.includes('digest: economy'))

beforeAll(async () => {
  await store(app, first, { ...teachers, publishedAt: today })
  await say(api, lina, '/settings Cairo')
  await say(api, lina, '/subscribe economy')
  const { nextAt } = (await findDigestTime(app.db, { server: 'telegram', chatId: lina.id })) ?? {}
  await digest(app, nextAt ?? new Date())
  const [row] = await rows()
  await deliver(app, sender, { server: 'telegram', digestId: row?.id ?? 0 })
  await nextMessage(api, lina.id)
})

const edits = () => api.calls.filter((it) => it.method === 'editMessageText').length

test('what changes in an article is edited into the digest, which says so', async () => {
  expect(shown()).toContain(first.title)
  await store(app, {
    ...first,
    title: 'Port reopens after three days',
    text: `${first.text}\nIt took three days, the paper now says.`,
  })
  expect(await rows()).toMatchObject([{ isStale: true }])
  await renewAll()
  expect(shown()).toContain('Port reopens after three days')
  expect(shown()).toMatch(/Changed by the outlet since this was sent, and shown as it is now: \d/)
  expect(await rows()).toMatchObject([{ isStale: false }])
})

test('asked twice it is edited once', async () => {
  const before = edits()
  await renewAll()
  expect(edits()).toBe(before)
})

test('a change that the digest does not show edits nothing', async () => {
  const text = `${first.text}\nIt took three days, the paper now says.\nThe reporting of this article was done by three of our own people, who took turns.`
  await store(app, { ...first, title: 'Port reopens after three days', text })
  const before = [edits(), shown()]
  expect(await rows()).toMatchObject([{ isStale: true }])
  await renewAll()
  expect([edits(), shown()]).toEqual(before)
  expect(await rows()).toMatchObject([{ isStale: false }])
})

test('a digest that an article is not in is left alone, and so is one whose message its reader has deleted', async () => {
  await store(app, { ...teachers, publishedAt: today, text: `${teachers.text}\nA later line.` })
  expect(await rows()).toMatchObject([{ isStale: false }])
  await store(app, { ...first, title: 'Port reopens after four days', text: `${first.text}\nFour days.` })
  api.fail('editMessageText', { code: 400, description: 'Bad Request: message to edit not found' })
  await renewAll()
  expect(await rows()).toMatchObject([{ isStale: false }])
})

test('a chat that has blocked the bot meanwhile is told nothing, and nothing is left to be done', async () => {
  await store(app, { ...first, title: 'Port reopens after five days', text: `${first.text}\nFive days.` })
  expect(await rows()).toMatchObject([{ isStale: true }])
  api.fail('editMessageText', { code: 403, description: 'Forbidden: bot was blocked by the user' })
  await renewAll()
  expect(await rows()).toMatchObject([{ isStale: false }])
})
