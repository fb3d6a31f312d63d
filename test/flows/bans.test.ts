// An admin shuts somebody out and lets them in again; nobody else can, or learns that it can be done.

import { beforeAll, expect, test } from 'vitest'
import { harbour } from '../support/articles.ts'
import { adminId, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })

beforeAll(async () => {
  await store(app, harbour)
  for (const user of [omar, lina, admin]) await say(api, user, '/start')
})

const heard = (chatId: number) => api.calls.filter(({ message }) => message?.chat.id === chatId).length

test('whoever is shut out is answered nothing, nowhere, and not sent to', async () => {
  expect(read(await say(api, admin, '/ban 6'))).toBe('6 is shut out: nothing is answered or sent there.')
  expect(read(await say(api, admin, '/ban 6'))).toBe('6 is shut out already.')
  const group = api.group(omar, { id: -100_7, title: 'Harbour' })
  const before = [heard(lina.id), heard(group.id)]
  api.say(lina, 'what did al-Zumurrudi say')
  api.say(lina, '/start')
  api.say(lina, '@khabar_bot what did al-Zumurrudi say', { chat: group.id })
  api.inline(lina, 'al-Zumurrudi')
  // The others go on, behind what was said before.
  expect(read(await say(api, omar, 'ماذا قال الزمردي؟'))).toContain('الوزارة ستحقق')
  expect([heard(lina.id), heard(group.id)]).toEqual(before)
  expect(api.unansweredQueries()).toBe(1)
  expect(read(await say(api, admin, '/users'))).toMatch(
    /private chats: 2.*\n[\s\S]*blocked the bot: 1, shut out: 1/,
  )

  expect(read(await say(api, admin, '/unban 6'))).toBe('6 is let in again.')
  expect(read(await say(api, admin, '/unban 6'))).toBe('6 is not shut out.')
  expect(read(await say(api, lina, 'what did al-Zumurrudi say'))).toContain('الوزارة ستحقق')
  expect(read(await say(api, admin, '/users'))).toMatch(/private chats: 3/)
})

test.each(['', 'Lina', '0', '5; drop table chats', '9'.repeat(30)])(
  '/ban %s is told what is missing',
  async (words) => {
    expect(read(await say(api, admin, `/ban ${words}`))).toContain(
      'The number of a user or a group is missing',
    )
  },
)

test('an admin can not be shut out, and nobody but an admin shuts out', async () => {
  expect(read(await say(api, admin, `/ban ${adminId}`))).toContain('ADMIN_IDS')
  const unknown = read(await say(api, omar, '/nosuchcommand'))
  for (const command of ['/ban 6', '/unban 6', '/users'])
    expect(read(await say(api, omar, command))).toBe(unknown)
  expect(read(await say(api, lina, '/whoami'))).toContain('6')
})
