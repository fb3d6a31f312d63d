// A bot that is not open to everybody: who has no invitation learns nothing but that, and a link lets one person in, once.

import { beforeAll, describe, expect, test } from 'vitest'
import { harbour } from '../support/articles.ts'
import { adminId, nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

describe('ACCESS=invite', async () => {
  const app = await useApp({ ACCESS: 'invite' })
  const { api } = await useBot(app)
  const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
  const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
  const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
  beforeAll(() => store(app, harbour))

  const startWith = (user: typeof lina, payload: string) => {
    const next = nextMessage(api, user.id)
    api.startWith(user, payload)
    return next
  }
  const invited = async (): Promise<string> => {
    const made = read(await say(api, admin, '/invite'))
    return /start=(i[\w-]{22})/.exec(made)?.[1] ?? `no link in ${made}`
  }

  test('a stranger is told the number to ask with, and gets no news', async () => {
    const told = read(await say(api, lina, 'what did al-Zumurrudi say'))
    expect(told).toBe('This bot is not open to everybody. Whoever runs it can let you in: your number is 6.')
    expect(read(await say(api, omar, 'ماذا قال الزمردي؟'))).toContain('ليس مفتوحاً للجميع')
    expect(read(await startWith(lina, 'p1'))).toBe(told)
    expect(read(await startWith(lina, `i${'x'.repeat(22)}`))).toBe(told)
    api.inline(lina, 'al-Zumurrudi')
    expect(read(await say(api, admin, 'what did al-Zumurrudi say'))).toContain('الوزارة ستحقق')
    expect(api.unansweredQueries()).toBe(1)
  })

  test('a link lets one person in, once, and not after a week', async () => {
    const code = await invited()
    expect(read(await startWith(lina, code))).toContain('Welcome to Khabar')
    expect(read(await say(api, lina, 'what did al-Zumurrudi say'))).toContain('الوزارة ستحقق')
    expect(read(await startWith(omar, code))).toContain('ليس مفتوحاً للجميع')
    const late = await invited()
    await app.db.write`update invites set made_at = now() - interval '8 days'`
    expect(read(await startWith(omar, late))).toContain('ليس مفتوحاً للجميع')
  })

  test('who is shut out is a guest no more, not even when let in again', async () => {
    await say(api, admin, '/ban 6')
    await say(api, admin, '/unban 6')
    expect(read(await say(api, lina, '/start'))).toContain('not open to everybody')
  })
})

describe('ACCESS=list', async () => {
  const app = await useApp({ ACCESS: 'list' })
  const { api } = await useBot(app)
  const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
  const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })

  test('an admin lets a number in, and there are no links', async () => {
    expect(read(await say(api, lina, '/start'))).toContain('not open to everybody')
    expect(read(await say(api, admin, '/invite'))).toContain('/allow')
    expect(read(await say(api, admin, '/allow 6'))).toBe('6 is let in.')
    expect(read(await say(api, admin, '/allow 6'))).toBe('6 is let in already.')
    expect(read(await say(api, lina, '/start'))).toContain('Welcome to Khabar')
  })
})
