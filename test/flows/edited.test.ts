// A question that its author edits: the answer is edited too, and no second one is sent.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { harbour } from '../support/articles.ts'
import { nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

beforeAll(() => store(app, harbour))

const sentTo = (chatId: number) =>
  api.calls.filter(({ method, message }) => /sendMessage/i.test(method) && message?.chat.id === chatId).length

test('another name in it brings another answer into the same message', async () => {
  const first = nextMessage(api, omar.id)
  const question = api.say(omar, 'ماذا قال الزمردي؟')
  const answer = await first
  expect(read(answer)).toContain('الوزارة ستحقق')
  const sent = sentTo(omar.id)

  const next = nextMessage(api, omar.id)
  api.edit(omar, question, 'ماذا قال القندلاوي؟')
  const edited = await next
  expect(edited.message_id).toBe(answer.message_id)
  expect(read(edited)).toContain('لن نغلق الميناء')

  const again = nextMessage(api, omar.id)
  api.edit(omar, question, 'What did al-Zumurrudi say?')
  expect((await again).message_id).toBe(answer.message_id)
  expect(sentTo(omar.id)).toBe(sent)
})

test('what was no question, and what is a command now, is left alone', async () => {
  const first = nextMessage(api, lina.id)
  const command = api.say(lina, '/whoami')
  await first
  const sent = sentTo(lina.id)
  api.edit(lina, command, 'what did al-Zumurrudi say')
  const second = nextMessage(api, lina.id)
  const question = api.say(lina, 'what did al-Zumurrudi say')
  await second
  api.edit(lina, question, '/stop')
  await say(api, lina, '/whoami')
  expect(sentTo(lina.id)).toBe(sent + 2)
})

test('in a group only a question to the bot is one', async () => {
  const group = api.group(lina, { id: -100_5, title: 'Harbour' })
  const first = nextMessage(api, group.id)
  const question = api.say(lina, '@khabar_bot what did al-Zumurrudi say', { chat: group.id })
  const answer = await first
  const next = nextMessage(api, group.id)
  api.edit(lina, question, '@khabar_bot what did al-Qandalawi say')
  const edited = await next
  expect(edited.message_id).toBe(answer.message_id)
  expect(read(edited)).toContain('لن نغلق الميناء')
})

test('what a model still thinks about the old question is not put over the new answer', async () => {
  const turned = await app.db.many(z.object({ question: z.string() }))`
    select question from answers where turned_at is not null and chat_id = ${omar.id} order by id`
  expect(turned.map((it) => it.question)).toEqual(['ماذا قال الزمردي؟', 'ماذا قال القندلاوي؟'])
})
