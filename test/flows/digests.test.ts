// A reader's way to a daily digest and out of it again, in both languages, over a real Bot API, database and queue.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { stories } from '../../jobs/stories.ts'
import { startDelivery } from '../../jobs/worker.ts'
import { findDigestTime, setDigestMinute } from '../../src/subscriptions/store.ts'
import { courier, harbour, teachers, undated } from '../support/articles.ts'
import { covered, labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const nour = api.user({ id: 7, first_name: 'Nour', language_code: 'en' })
const huda = api.user({ id: 9, first_name: 'هدى', language_code: 'ar' })

const today = new Date().toISOString().slice(0, 10)
const fresh = [harbour, courier, teachers].map((it) => ({ ...it, publishedAt: today }))

beforeAll(() => store(app, ...fresh, undated))

const keyOf = (chatId: number) => ({ server: 'telegram' as const, chatId })

/** A moment after the chat's next digest is due. */
async function afterDue(chatId: number, hours = 0): Promise<Date> {
  const { nextAt } = (await findDigestTime(app.db, keyOf(chatId))) ?? {}
  if (!nextAt) throw new Error('no digest is due')
  return new Date(nextAt.getTime() + hours * 3_600_000)
}

const Row = z.object({
  id: z.number(),
  parts: z.number(),
  settled: z.boolean(),
  failure: z.string().nullable(),
})
const digestsOf = (chatId: number) =>
  app.db.many(Row)`select id, parts_sent as "parts", settled_at is not null as settled, failure
    from digests where chat_id = ${chatId} order by id`

test('a topic is chosen by a tap, the city is asked for before anything is due, and the hour is theirs', async () => {
  const topics = await say(api, omar, 'اشتراك')
  expect(read(topics)).toContain('موضوعات الملخص')
  const chosen = await tap(api, omar, topics, 'اقتصاد ومال وأعمال')
  expect(labels(chosen).flat()).toContain('✓ اقتصاد ومال وأعمال')
  expect(await findDigestTime(app.db, keyOf(omar.id))).toMatchObject({ zone: null, nextAt: null })
  const city = await tap(api, omar, chosen, 'تم')
  expect(read(city)).toContain('في أي مدينة؟')
  const subscribed = await tap(api, omar, city, 'القاهرة')
  expect(read(subscribed)).toContain('كل يوم، السابعة صباحاً بتوقيت القاهرة')
  expect(read(subscribed)).toContain('التالي: ')
  const hour = await tap(api, omar, subscribed, 'الساعة')
  expect(read(await tap(api, omar, hour, 'السادسة مساءً'))).toContain('كل يوم، السادسة مساءً بتوقيت القاهرة')
})

test('words do it too: a topic by its name, a city by its name in any script', async () => {
  expect(read(await say(api, lina, '/subscribe business'))).toContain('In which city are you?')
  expect(read(await say(api, lina, '/settings القاهرة'))).toContain('City: Cairo')
  expect(read(await say(api, lina, '/subscriptions'))).toContain('Every day at 7:00 a.m., Cairo time')
  expect(read(await say(api, lina, '/subscribe of the'))).toContain('none of the topics')
  expect(read(await say(api, lina, '/settings Atlantis'))).toContain('No time zone is known')
})

test('when it is due a digest is made once and sent once, whoever asks how often', async () => {
  const now = await afterDue(lina.id)
  const due = () => digest(app, now)
  await Promise.all([due(), due(), due()])
  const delivery = await startDelivery(app, 'telegram', sender)
  try {
    const message = await nextMessage(api, lina.id)
    expect(read(message)).toMatch(/^Morning digest: economy\n.*7:00 a\.m\. Cairo time/)
    expect(read(message)).toContain('3 articles read from 3 sources: 2 above, 1 on other topics')
    expect(covered(message, 'bold').length).toBeGreaterThan(1)
    await due()
    await expect.poll(() => digestsOf(lina.id)).toMatchObject([{ parts: 1, settled: true, failure: null }])
  } finally {
    await delivery.close()
  }
  const sent = api.calls.filter(
    (it) => it.message?.chat.id === lina.id && /digest: economy/.test(it.message.text ?? ''),
  )
  expect(sent).toHaveLength(1)
})

test('the digest turns into the other language and back', async () => {
  const [row] = await digestsOf(lina.id)
  await deliverAgain(row?.id ?? 0)
  const message = await nextMessage(api, lina.id)
  const arabic = await tap(api, lina, message, 'العربية')
  expect(read(arabic)).toMatch(/^ملخص الصباح: اقتصاد ومال وأعمال/)
  expect(read(await tap(api, lina, arabic, 'English'))).toBe(read(message))
})

test('a digest that died between its parts goes on where it stopped, and one that was sent is not sent again', async () => {
  const [row] = await digestsOf(lina.id)
  const before = api.calls.length
  await deliver(app, sender, { server: 'telegram', digestId: row?.id ?? 0 })
  expect(api.calls.slice(before).filter((it) => it.method === 'sendMessage')).toEqual([])
})

test('a day without news says so, with the account of what was read', async () => {
  const now = await afterDue(lina.id)
  await digest(app, now)
  const [, second] = await digestsOf(lina.id)
  await deliver(app, sender, { server: 'telegram', digestId: second?.id ?? 0 })
  const message = await nextMessage(api, lina.id)
  expect(read(message)).toContain('Nothing new on these topics.')
  expect(read(message)).toContain('Next digest: ')
})

test('after an outage of days there is one digest, not a flood', async () => {
  await digest(app, await afterDue(lina.id, 24 * 5))
  expect(await digestsOf(lina.id)).toHaveLength(3)
  const { nextAt } = (await findDigestTime(app.db, keyOf(lina.id))) ?? {}
  await digest(app, await afterDue(lina.id, -1))
  expect(await digestsOf(lina.id)).toHaveLength(3)
  expect(nextAt).toBeInstanceOf(Date)
})

test('of digests that nobody could send for days the newest arrives, not a pile of them', async () => {
  const nadia = api.user({ id: 8, first_name: 'Nadia', language_code: 'en' })
  await say(api, nadia, '/subscribe economy')
  await say(api, nadia, '/settings London')
  for (let day = 0; day < 3; day++) await digest(app, await afterDue(nadia.id))
  const rows = await digestsOf(nadia.id)
  expect(rows).toHaveLength(3)
  for (const { id } of rows) await deliver(app, sender, { server: 'telegram', digestId: id })
  expect((await digestsOf(nadia.id)).map((it) => it.parts)).toEqual([0, 0, 1])
})

test('who has blocked the bot costs one try and is retired', async () => {
  await say(api, nour, '/subscribe economy')
  await say(api, nour, '/settings London')
  await digest(app, await afterDue(nour.id))
  const [row] = await digestsOf(nour.id)
  api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
  await deliver(app, sender, { server: 'telegram', digestId: row?.id ?? 0 })
  expect(await digestsOf(nour.id)).toMatchObject([
    { settled: true, failure: expect.stringContaining('blocked') },
  ])
})

test('the digest now needs no subscription and no hour', async () => {
  // Somebody new: what is due to the others, and when, depends on the hour at which this runs.
  const text = read(await say(api, huda, 'ملخص'))
  expect(text).toMatch(/^الأيام السبعة الأخيرة/)
  expect(text).toContain('ميناء بحر الريم يستأنف العمل')
})

test('stop ends them all, and nothing is due any more', async () => {
  await say(api, huda, '/subscribe business')
  await say(api, huda, '/settings القاهرة')
  expect((await findDigestTime(app.db, keyOf(huda.id)))?.nextAt).toBeInstanceOf(Date)
  expect(read(await say(api, huda, 'إيقاف'))).toContain('أُوقفت كل الملخصات')
  expect(await findDigestTime(app.db, keyOf(huda.id))).toMatchObject({ nextAt: null })
  expect(read(await say(api, huda, '/subscriptions'))).toContain('لا ملخص هنا بعد')
})

async function deliverAgain(id: number): Promise<void> {
  await app.db.write`update digests set settled_at = null, parts_sent = 0 where id = ${id}`
  await deliver(app, sender, { server: 'telegram', digestId: id })
}

const sami = api.user({ id: 14, first_name: 'Sami', language_code: 'en' })
const rami = api.user({ id: 13, first_name: 'رامي', language_code: 'ar' })

test('the days are chosen, the digest is paused and taken up again', async () => {
  await say(api, rami, '/settings القاهرة')
  const screen = await say(api, rami, '/subscribe اقتصاد')
  const days = await tap(api, rami, screen, 'الأيام')
  const weekly = await tap(api, rami, days, 'أيام الجمعة')
  expect(read(weekly)).toContain('أيام الجمعة، السابعة صباحاً بتوقيت القاهرة')
  expect(read(weekly)).toContain('التالي: الجمعة')
  const paused = await tap(api, rami, weekly, 'إيقاف مؤقت')
  expect(read(paused)).toContain('متوقّف مؤقتاً')
  expect(await findDigestTime(app.db, keyOf(rami.id))).toMatchObject({ nextAt: null, isPaused: true })
  const again = await tap(api, rami, paused, 'استئناف')
  expect(read(again)).toContain('التالي: الجمعة')
})

test('several hours a day: each comes once, and the last hour stays', async () => {
  const widad = api.user({ id: 21, first_name: 'Widad', language_code: 'en' })
  await say(api, widad, '/subscribe economy')
  const subscribed = await say(api, widad, '/settings Cairo')
  const several = await tap(api, widad, await tap(api, widad, subscribed, 'Hour'), 'Several times a day')
  expect(labels(several).flat()).toContain('✓ 7:00 a.m.')
  await tap(api, widad, several, '6:00 p.m.')
  const screen = await tap(api, widad, several, 'Done')
  expect(read(screen)).toContain('Every day at 7:00 a.m. and 6:00 p.m., Cairo time')
  await app.db.write`update chats set next_digest_at = '2026-12-01T05:00:00Z' where chat_id = ${widad.id}`
  for (const now of ['05:00', '05:01', '16:00', '16:00', '16:02'])
    await digest(app, new Date(`2026-12-01T${now}:30Z`))
  const told = await app.db.many(z.object({ date: z.iso.date(), minute: z.number() }))`
    select local_date as date, local_minute as minute from digests where chat_id = ${widad.id} order by id`
  expect(told).toEqual([
    { date: '2026-12-01', minute: 420 },
    { date: '2026-12-01', minute: 1080 },
  ])
  const again = await tap(api, widad, screen, 'Hour')
  const hours = await tap(api, widad, again, 'Several times a day')
  const left = await tap(api, widad, hours, '✓ 7:00 a.m.')
  expect(labels(left).flat()).toContain('✓ 6:00 p.m.')
  expect(labels(left).flat()).toContain('7:00 a.m.')
  await setDigestMinute(app.db, keyOf(widad.id), { minute: 1080, isWanted: false })
  expect(await findDigestTime(app.db, keyOf(widad.id))).toMatchObject({ minutes: [1080] })
})

test('a day without news passes in silence where that is wished, and why is kept', async () => {
  const screen = await say(api, rami, '/subscriptions')
  expect(read(await tap(api, rami, screen, 'بلا رسالة حين لا جديد'))).toContain('يمرّ بلا رسالة')
  await digest(app, await afterDue(rami.id))
  await digest(app, await afterDue(rami.id))
  const made = await digestsOf(rami.id)
  expect(made.at(-1)).toMatchObject({ settled: true, failure: 'nothing new', parts: 0 })
})

test('people who are followed are named under the news that they speak in', async () => {
  await say(api, sami, '/settings Cairo')
  await say(api, sami, '/follow Salim al-Qandalawi')
  await say(api, sami, '/subscribe business')
  await digest(app, await afterDue(sami.id))
  const [row] = await digestsOf(sami.id)
  await deliver(app, sender, { server: 'telegram', digestId: row?.id ?? 0 })
  const told = read(await nextMessage(api, sami.id))
  expect(told).toMatch(/People you follow\nSalim al-Qandalawi.*: \d statements? \(stor(?:y|ies) [\d, ]+\)/)
})

const url = (name: string): string => `https://again.example/${name}`

test('a story that was told is not told again, unless somebody says something new in it', async () => {
  const told = async (): Promise<string> => {
    await digest(app, await afterDue(sami.id))
    const made = await digestsOf(sami.id)
    await deliver(app, sender, { server: 'telegram', digestId: made.at(-1)?.id ?? 0 })
    return read(await nextMessage(api, sami.id))
  }
  const report = (name: string, more: string) => ({
    ...courier,
    url: url(name),
    title: 'Port reopens after two days, ships wait',
    text: `${courier.text}\n${more}`,
    publishedAt: today,
  })
  await stories(app)
  await store(app, report('echo', 'The quays of the port were crowded with trucks all day long.'))
  await stories(app)
  await app.db.write`update articles set ready_at = now() + interval '1 day' where url = ${url('echo')}`
  const without = await told()
  expect(without).toContain('1 on stories told before')
  expect(without).not.toContain('ships wait')
  await store(
    app,
    report(
      'news',
      'Salim al-Qandalawi added that the harbour master of Wadi al-Samar had resigned on Monday.',
    ),
  )
  await stories(app)
  await app.db.write`update articles set ready_at = now() + interval '2 days' where url = ${url('news')}`
  expect(await told()).toContain('ships wait')
})
