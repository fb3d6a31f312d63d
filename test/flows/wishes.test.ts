// A chat's own sources: one that Khabar reads is its at once, one that is new waits for an admin's word.

import { expect, test } from 'vitest'
import { z } from 'zod'
import { alert } from '../../jobs/alert.ts'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { addSource, findSourceAt, moveSource, noteBrought } from '../../src/sources/store.ts'
import { findDigestTime, listSubscriptions, unsubscribe } from '../../src/subscriptions/store.ts'
import { forgetUnwished } from '../../src/wishes/store.ts'
import { courier, harbour } from '../support/articles.ts'
import { adminId, nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp({ ADMIN_IDS: String(adminId) })
const alerts: object[] = []
const enqueue: typeof app.enqueue = async (name, payload) => {
  if (name === 'alert') alerts.push(payload)
}
const { api, sender } = await useBot({ ...app, enqueue })
const zaha = api.user({ id: 41, first_name: 'Zaha', language_code: 'en' })
const admin = api.user({ id: adminId, first_name: 'Ada', language_code: 'en' })
const group = api.group(zaha, { id: -100_41, title: 'Reef' })
const key = { server: 'telegram', chatId: group.id } as const
const Id = z.object({ id: z.number() })
const address = 'https://reef.example/feed'

async function inGroup(text: string): Promise<string> {
  const next = nextMessage(api, group.id)
  api.say(zaha, text, { chat: group.id })
  return read(await next)
}

const today = new Date().toISOString().slice(0, 10)
await store(app, { ...harbour, publishedAt: today }, { ...courier, publishedAt: today })
const known = Id.parse(
  await addSource(app.db, { address: 'https://courier.example/feed', name: 'Courier feed' }),
)
const brought = Id.parse(await app.db.first(Id)`select id from articles where url = ${courier.url}`)
await noteBrought(app.db, known.id, brought.id)

test('a group subscribes to a source that is read already, and its digest is of that source alone', async () => {
  await inGroup('/settings Cairo')
  expect(await inGroup('/subscribe https://courier.example/feed')).toContain('Topics: Courier feed')
  const { nextAt } = z.object({ nextAt: z.date() }).parse(await findDigestTime(app.db, key))
  await app.db.write`update articles set ready_at = ${new Date(nextAt.getTime() - 3_600_000)}`
  await digest(app, nextAt)
  const { id } = Id.parse(await app.db.first(Id)`select id from digests where chat_id = ${group.id}`)
  const told = nextMessage(api, group.id)
  await deliver(app, sender, { server: 'telegram', digestId: id })
  const digested = read(await told)
  expect(digested).toMatch(/^Morning digest: Courier feed/)
  expect(digested).toContain('Port reopens after two days')
  expect(digested).not.toContain('صحيفة المرفأ')
})

test('an inner address is no source', async () => {
  for (const inner of ['http://127.0.0.1/feed', 'http://[::1]/', 'https://user:word@reef.example/'])
    expect(await inGroup(`/subscribe ${inner}`)).toContain('can not be a source')
  expect(await listSubscriptions(app.db, key)).toHaveLength(1)
})

test('one that is new is not read before an admin allows it, who is told of it', async () => {
  expect(await inGroup(`/subscribe ${address}`)).toMatch(
    /does not read https:\/\/reef.example\/feed yet[\s\S]*Topics: Courier feed; https:/,
  )
  const wish = await findSourceAt(app.db, address)
  expect(wish).toMatchObject({ pausedAt: expect.any(Date), everyMinutes: expect.any(Number) })
  expect(alerts).toEqual([{ server: 'telegram', sourceId: wish?.id }])
  await say(api, admin, '/whoami')
  // What is asked for in the same half a minute is told of together.
  await app.db.write`update sources set paused_at = now() - interval '1 minute' where paused_at is not null`
  const asked = nextMessage(api, adminId)
  await alert(app, sender, { server: 'telegram', sourceId: wish?.id ?? 0 })
  expect(read(await asked)).toMatch(
    /A chat asks for a source: https:\/\/reef.example\/feed\n.*\/sources resume https:\/\/reef.example\/feed/,
  )
  await say(api, admin, `/sources resume ${address}`)
  expect(await findSourceAt(app.db, address)).toMatchObject({ pausedAt: null })
})

test('three may wait for an admin, not more; an admin’s own waits for nobody', async () => {
  for (const number of [1, 2, 3]) expect(await inGroup(`/subscribe ${address}/${number}`)).toContain('yet')
  expect(await inGroup(`/subscribe ${address}/4`)).toContain('still wait for Khabar’s admins')
  expect(await findSourceAt(app.db, `${address}/4`)).toBeUndefined()
  await say(api, admin, `/subscribe ${address}/5`)
  expect(await findSourceAt(app.db, `${address}/5`)).toMatchObject({ pausedAt: null })
})

test('a source that moves to where another is takes its subscribers along', async () => {
  const { id: from } = Id.parse(await addSource(app.db, { address: 'https://old.example/feed' }))
  expect(await inGroup('/subscribe https://old.example/feed')).toContain('https://old.example/feed')
  const into = Id.parse(await findSourceAt(app.db, `${address}/5`))
  await moveSource(app.db, from, `${address}/5`)
  const topics = (await listSubscriptions(app.db, key)).map((it) => it.topic)
  expect(topics).toContain(`feed:${into.id}`)
  expect(topics).not.toContain(`feed:${from}`)
})

test('what no chat wishes any more is no source; an admin’s own stays', async () => {
  await app.db.write`update sources set added_at = now() - interval '2 days'`
  await forgetUnwished(app.db)
  expect(await findSourceAt(app.db, address)).toBeDefined()
  await unsubscribe(app.db, key, null)
  await forgetUnwished(app.db)
  const Address = z.object({ address: z.string() })
  expect(await app.db.many(Address)`select address from sources order by address`).toEqual([
    { address: 'https://courier.example/feed' },
    { address: `${address}/5` },
  ])
})
