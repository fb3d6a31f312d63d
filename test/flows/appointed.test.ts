// Admins whom those of ADMIN_IDS name from the chat: they may do what admins do, but name nobody.

import { expect, test } from 'vitest'
import { alert } from '../../jobs/alert.ts'
import { adminId, nextMessage, read, say, useApp, useBot } from '../support/khabar.ts'

const app = await useApp({ ADMIN_IDS: String(adminId) })
const { api, sender } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Ada', language_code: 'en' })
const omar = api.user({ id: 51, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 52, first_name: 'Lina', language_code: 'en' })

test('to everybody else the commands are unknown', async () => {
  for (const words of ['/appoint', '/appoint 52', '/dismiss 77'])
    expect(read(await say(api, lina, words))).toMatch(/^Write a question/)
  expect(read(await say(api, admin, '/appoint'))).toBe(
    `Admins: ${adminId} (ADMIN_IDS). /appoint NUMBER makes somebody one, /dismiss NUMBER unmakes them; /whoami tells the number.`,
  )
})

test('one who is appointed has the commands of admins, is told what admins are told, and can not be shut out', async () => {
  expect(read(await say(api, omar, '/stats'))).not.toContain('مقالات')
  expect(read(await say(api, admin, '/appoint 51'))).toBe(
    '51 is an admin from now on: all commands but /appoint and /dismiss.',
  )
  expect(read(await say(api, admin, '/appoint 51'))).toBe('51 is an admin already.')
  expect(read(await say(api, omar, '/users'))).toContain('من يستخدم «خبر»')
  const [told, first] = [nextMessage(api, omar.id), nextMessage(api, adminId)]
  await alert(app, sender, { server: 'telegram', model: { isAsked: false, reason: '401' } })
  expect(read(await told)).toContain('401')
  expect(read(await first)).toContain('401')
  expect(read(await say(api, admin, '/ban 51'))).toContain('/dismiss')
  expect(read(await say(api, admin, '/appoint'))).toContain('; appointed: 51')
})

test('they name nobody and unmake nobody', async () => {
  expect(read(await say(api, omar, '/appoint 52'))).toBe('تعيين المشرفين لمن هم في ADMIN_IDS وحدهم.')
  expect(read(await say(api, omar, `/dismiss ${adminId}`))).toBe('تعيين المشرفين لمن هم في ADMIN_IDS وحدهم.')
  expect(read(await say(api, lina, '/users'))).toMatch(/^Write a question/)
})

test('who is dismissed is a reader again; those of the settings stay, groups and words are refused', async () => {
  expect(read(await say(api, admin, '/dismiss 51'))).toBe('51 is no admin any more.')
  expect(read(await say(api, admin, '/dismiss 51'))).toBe('51 is no admin.')
  expect(read(await say(api, omar, '/users'))).not.toContain('من يستخدم')
  expect(read(await say(api, admin, `/dismiss ${adminId}`))).toContain('only whoever runs the bot')
  for (const words of ['/appoint -100', '/appoint somebody', '/dismiss x'])
    expect(read(await say(api, admin, words))).toContain('number')
  expect(read(await say(api, admin, '/audit'))).toContain('appoint 51')
})
