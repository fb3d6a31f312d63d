// A reader reports a mistake, an admin decides, the reader hears; what was wrong is shown no more, and who had seen it is told.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { alert } from '../../jobs/alert.ts'
import { correct } from '../../jobs/correct.ts'
import { push } from '../../jobs/push.ts'
import { settleMistake } from '../../src/mistakes/store.ts'
import type { Message } from '../../src/playground/message.ts'
import { harbour } from '../support/articles.ts'
import { adminId, labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })

beforeAll(async () => {
  await store(app, harbour)
  await say(api, admin, '/start')
})

const Id = z.object({ id: z.number() })
const reports = () => app.db.many(Id)`select id from mistakes order by id`

/** Omar reports of a statement that is not shown otherwise; answers what the admin is told. */
async function reported(kind: string, question = 'ماذا قال الزمردي؟'): Promise<Message> {
  const answer = await say(api, omar, question)
  const paragraph = await tap(api, omar, answer, 'عرض الفقرة')
  const kinds = await tap(api, omar, paragraph, 'إبلاغ عن خطأ')
  expect(read(kinds)).toBe('ما الخطأ؟')
  expect(read(await tap(api, omar, kinds, kind))).toContain('وصل البلاغ')
  const mistakeId = (await reports()).at(-1)?.id ?? 0
  await alert(app, sender, { server: 'telegram', mistakeId })
  return nextMessage(api, adminId)
}

test('an admin reads what is said to be wrong, with the statement and its source', async () => {
  const told = await reported('القائل شخص آخر')
  expect(read(told)).toMatch(/^A reader reports a mistake\nSomebody else said it\n/)
  expect(read(told)).toContain('الوزارة ستحقق في أسباب العطل')
  expect(read(told)).toContain('Source: Al-Marfa')
  expect(labels(told).flat()).toEqual(expect.arrayContaining(['It is one: hide it', 'It is right']))

  const heard = api.waitFor(({ message }) => message?.chat.id === omar.id, 10_000)
  expect(read(await tap(api, admin, told, 'It is right'))).toBe('It stays as it is.')
  const { message } = await heard
  expect(message && read(message)).toContain('نُظر في البلاغ')
  expect(read(await say(api, omar, 'ماذا قال الزمردي؟'))).toContain('الوزارة ستحقق')
})

test('the same report twice is one, and nobody but an admin settles it', async () => {
  const before = (await reports()).length
  const told = await reported('لم يقل هذا أحد')
  await reported('القائل شخص آخر').catch(() => {})
  expect((await reports()).length).toBe(before + 1)
  const [row] = await app.db.many(Id)`select id from mistakes where settled_at is null`
  api.tap(omar, told, 'It is one: hide it')
  await say(api, omar, '/language')
  expect(await app.db.many(Id)`select id from mistakes where settled_at is null`).toEqual([row])
})

test('a confirmed one is shown no more, the reporter hears, and whoever was shown it is told once', async () => {
  await say(api, lina, 'what did al-Zumurrudi say')
  const told = await reported('الكلام مقطوع في غير موضعه')
  const heard = api.waitFor(({ message }) => message?.chat.id === omar.id, 10_000)
  await tap(api, admin, told, 'It is one: hide it')
  const { message } = await heard
  expect(message && read(message)).toContain('كان البلاغ عن الخطأ صحيحاً')
  const settled = (await reports()).at(-1)?.id ?? 0
  expect(await settleMistake(app.db, settled, { isConfirmed: false, adminId })).toBe(false)

  await correct(app)
  await correct(app)
  const waiting = await app.db.many(
    Id,
  )`select id from pushes where settled_at is null and chat_id = ${lina.id}`
  expect(waiting).toHaveLength(1)
  await push(app, sender, { server: 'telegram', pushId: waiting[0]?.id ?? 0 })
  const correction = read(await nextMessage(api, lina.id))
  expect(correction).toMatch(/^Correction of what was shown here/)
  expect(correction).toContain('Khabar had read this wrong')
  expect(read(await say(api, lina, 'what did al-Zumurrudi say'))).not.toContain('الوزارة ستحقق')
})
