// A reader follows a person: told of what is said from then on, once, whoever runs and whatever crashes.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { correct } from '../../jobs/correct.ts'
import { follow } from '../../jobs/follow.ts'
import { push } from '../../jobs/push.ts'
import { stories } from '../../jobs/stories.ts'
import { sweep } from '../../jobs/sweep.ts'
import type { Draft } from '../../src/articles/article.ts'
import { setQuiet } from '../../src/subscriptions/store.ts'
import { TooEarlyError } from '../../src/errors.ts'
import { mergePeople } from '../../src/people/store.ts'
import { findPeople } from '../../src/answers/people.ts'
import { harbour } from '../support/articles.ts'
import { covered, labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

const today = new Date().toISOString().slice(0, 10)
let made = 0
/** Something that the minister says, in an article that no other test knows. */
async function says(words: string, more: { publishedAt?: string; url?: string } = {}): Promise<void> {
  const url = `https://marfa.example/follow-${++made}`
  await store(app, {
    ...harbour,
    url,
    title: `خبر ${made}`,
    text: `قال وزير النقل حازم الزمردي إن ${words}.`,
    publishedAt: today,
    ...more,
  })
  await stories(app)
}

const Row = z.object({ id: z.number(), chatId: z.number() })
const unsettled = () =>
  app.db.many(Row)`select id, chat_id as "chatId" from pushes where settled_at is null order by id`

/** What is new is made into messages and sent; answers how many. */
async function deliverNews(): Promise<number> {
  await follow(app)
  const waiting = await unsettled()
  for (const { id } of waiting) await push(app, sender, { server: 'telegram', pushId: id })
  return waiting.length
}

beforeAll(() => store(app, { ...harbour, publishedAt: today }))

test('a tap under an answer begins it; what was said before is no news', async () => {
  await stories(app)
  const answer = await say(api, omar, 'ماذا قال الزمردي؟')
  expect(read(await tap(api, omar, answer, 'متابعة الزمردي'))).toBe(
    'يصل إلى هنا من الآن ما يقوله حازم الزمردي.',
  )
  expect(await deliverNews()).toBe(0)
})

test('what is said from then on comes once, in the words of the article', async () => {
  await says('الجسر الجديد سيفتح يوم السبت')
  expect(await deliverNews()).toBe(1)
  const told = await nextMessage(api, omar.id)
  expect(read(told)).toMatch(/^حازم الزمردي، وزير النقل/)
  expect(covered(told, 'blockquote')).toEqual(['الجسر الجديد سيفتح يوم السبت'])
  expect(labels(told).flat()).toEqual(['عرض الفقرة', 'من نتابعهم'])
  expect(await deliverNews()).toBe(0)
})

test('two processes at once make one message of it, and the sweep finds what nobody has sent', async () => {
  await says('سعر التذكرة لن يتغير هذا العام')
  await Promise.all([follow(app), follow(app), follow(app)])
  expect(await unsettled()).toHaveLength(1)
  const queued: string[] = []
  await sweep({ ...app, enqueue: async (name) => void queued.push(name) })
  expect(queued).toContain('push')
  expect(await deliverNews()).toBe(1)
  await nextMessage(api, omar.id)
})

test('another outlet’s report of the same words is no news, nor is an old article that comes in late', async () => {
  await says('سعر التذكرة لن يتغير هذا العام أبدا', { url: 'https://other.example/ticket' })
  await says('القطار سيصل إلى الوادي', { publishedAt: '2020-01-01' })
  expect(await deliverNews()).toBe(0)
})

test('by a name too, in the other script; several at once are told together', async () => {
  expect(read(await say(api, lina, '/follow Hazim al-Zumurrudi'))).toMatch(
    /^What .*\(حازم الزمردي\) says from now on is told here\.$/,
  )
  expect(read(await say(api, lina, '/follow Nobody Atall'))).toContain('has spoken in the stored articles')
  await says('المطار سيغلق ليلة واحدة')
  await says('الحافلات ستعود إلى المدرسة')
  expect(await deliverNews()).toBe(2)
  const told = await nextMessage(api, lina.id)
  expect(covered(told, 'blockquote')).toHaveLength(2)
})

test('a person who turns out to be another is followed all the same', async () => {
  const [minister] = await findPeople(app.db, ['حازم الزمردي'])
  const Id = z.object({ id: z.number() })
  const other = await app.db.first(Id)`insert into people (name) values ('حازم الزمردي الوزير') returning id`
  await mergePeople(app.db, minister?.personId ?? 0, other?.id ?? 0)
  expect(read(await say(api, omar, '/following'))).toContain('الزمردي')
})

test('and it ends by a tap', async () => {
  const screen = await say(api, lina, '/following')
  const [stop = ''] = labels(screen).flat()
  expect(stop).toMatch(/^Stop: /)
  expect(read(await tap(api, lina, screen, stop))).toMatch(/is no longer followed here\.$/)
  expect(read(await say(api, lina, '/following'))).toContain('This chat follows nobody')
})

test('who was shown words that their article quietly changes is told once, with both', async () => {
  const url = 'https://marfa.example/quiet'
  const draft = (hour: string): Draft => ({
    ...harbour,
    url,
    title: 'ساعات العمل',
    text: `قالت مديرة المتحف سلمى كنعان: «يفتح المتحف أبوابه للزوار من الساعة ${hour} صباحا».`,
    publishedAt: today,
  })
  await store(app, draft('الثامنة'))
  await stories(app)
  await say(api, lina, 'what did Salma Kanaan say?')
  await correct(app)
  expect(await unsettled()).toEqual([])
  await store(app, draft('العاشرة'))
  await Promise.all([correct(app), correct(app)])
  const [waiting, other] = await unsettled()
  expect(other).toBeUndefined()
  expect(waiting?.chatId).toBe(lina.id)
  for (const _ of [1, 2]) await push(app, sender, { server: 'telegram', pushId: waiting?.id ?? 0 })
  const told = await nextMessage(api, lina.id)
  expect(read(told)).toMatch(/^Correction of what was shown here/)
  expect(covered(told, 'blockquote')).toEqual([
    'يفتح المتحف أبوابه للزوار من الساعة الثامنة صباحا',
    'يفتح المتحف أبوابه للزوار من الساعة العاشرة صباحا',
  ])
  await correct(app)
  expect(await unsettled()).toEqual([])
})

const huda = api.user({ id: 9, first_name: 'هدى', language_code: 'ar' })

test('in quiet hours nothing comes by itself; what was said meanwhile comes together afterwards', async () => {
  const quiet = await tap(api, huda, await say(api, huda, '/settings'), 'ساعات الهدوء')
  const set = await tap(api, huda, quiet, 'هدوء من العاشرة مساءً إلى السابعة صباحاً')
  expect(read(set)).toContain('هدوء من العاشرة مساءً إلى السابعة صباحاً')
  await say(api, huda, '/follow حازم الزمردي')
  const now = new Date()
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes()
  const aroundNow = { from: (minute + 1_380) % 1_440, to: (minute + 120) % 1_440 }
  await setQuiet(app.db, { server: 'telegram', chatId: huda.id }, aroundNow)
  await says('القطار الجديد سيصل في الربيع القادم')
  await says('المحطة القديمة ستصبح متحفا للقطارات')
  await follow(app)
  const mine = async () => (await unsettled()).filter((it) => it.chatId === huda.id)
  expect(await mine()).toEqual([])
  await setQuiet(app.db, { server: 'telegram', chatId: huda.id }, { from: 0, to: 0 })
  await follow(app)
  const [waiting] = await mine()
  await setQuiet(app.db, { server: 'telegram', chatId: huda.id }, aroundNow)
  const pushed = push(app, sender, { server: 'telegram', pushId: waiting?.id ?? 0 })
  await expect(pushed).rejects.toThrow(TooEarlyError)
  await setQuiet(app.db, { server: 'telegram', chatId: huda.id }, { from: 0, to: 0 })
  await push(app, sender, { server: 'telegram', pushId: waiting?.id ?? 0 })
  expect(covered(await nextMessage(api, huda.id), 'blockquote')).toHaveLength(2)
})
