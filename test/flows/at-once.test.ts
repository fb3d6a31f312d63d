// News as soon as there is any: of topics, words, an outlet, a person, a story.

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { stories } from '../../jobs/stories.ts'
import { analyseRevision } from '../../jobs/summarize.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { gather } from '../../src/digests/gather.ts'
import { findPeople } from '../../src/answers/people.ts'
import { linkPerson } from '../../src/people/link.ts'
import { mergePeople } from '../../src/people/store.ts'
import { findDigestTime, listSubscriptions } from '../../src/subscriptions/store.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const today = new Date().toISOString().slice(0, 10)
const fresh = [harbour, courier, teachers].map((it) => ({ ...it, publishedAt: today }))
const minuteMs = 60_000

beforeAll(() => store(app, ...fresh))

const Row = z.object({ id: z.number(), settled: z.boolean(), failure: z.string().nullable() })
const digestsOf = (chatId: number) =>
  app.db.many(
    Row,
  )`select id, settled_at is not null as settled, failure from digests where chat_id = ${chatId} order by id`
const nextOf = async (chatId: number) =>
  (await findDigestTime(app.db, { server: 'telegram', chatId }))?.nextAt ?? null

let reports = 0
const report = (more: string) => ({
  ...courier,
  url: `https://at-once.example/${++reports}`,
  title: `Report ${reports} from the port`,
  text: `${courier.text}\n${more}`,
  publishedAt: today,
})

/** What the job makes at that moment is sent; answers the text, or null where nothing was made. */
async function tellAt(chatId: number, now: Date): Promise<string | null> {
  const before = (await digestsOf(chatId)).length
  await digest(app, now)
  const made = (await digestsOf(chatId)).slice(before)
  for (const { id } of made) await deliver(app, sender, { server: 'telegram', digestId: id })
  return made.length === 0 ? null : read(await nextMessage(api, chatId))
}

/** One more report of the story, ready at that moment. */
async function comesIn(now: Date, more: string): Promise<void> {
  const draft = report(more)
  await store(app, draft)
  await app.db.write`update articles set ready_at = ${now} where url = ${draft.url}`
}

async function wantsAtOnce(id: number, name: string, ...subscriptions: string[]) {
  const user = api.user({ id, first_name: name, language_code: 'en' })
  await say(api, user, '/settings Cairo')
  for (const it of subscriptions) await say(api, user, `/subscribe ${it}`)
  const days = await tap(api, user, await say(api, user, '/subscriptions'), 'Days')
  const screen = await tap(api, user, days, 'At once, when there is news')
  return { user, screen }
}

/** The tests' clock: so many minutes from now. */
const later = (minutes: number): Date => new Date(Date.now() + minutes * minuteMs)

test('who wants news at once is told what there is, then nothing, then what comes in', async () => {
  const { user, screen } = await wantsAtOnce(31, 'Hind', 'economy')
  expect(read(screen)).toContain('At once, whenever there is news')
  expect(read(screen)).not.toContain('Next:')
  expect(await tellAt(user.id, later(0))).toMatch(/^News: economy/)
  expect(await tellAt(user.id, later(1))).toBeNull()
  expect(await nextOf(user.id)).toBeNull()
  await comesIn(later(9), 'Salim al-Qandalawi said that the second quay would open on Friday.')
  const told = await tellAt(user.id, later(10))
  expect(told).toContain('from the port')
  expect(told).not.toContain('Next digest')
  expect(await tellAt(user.id, later(11))).toBeNull()
})

test('what is not subscribed to wakes nobody, and days of the week turn it off again', async () => {
  const { user } = await wantsAtOnce(32, 'Karim', 'sport')
  await tellAt(user.id, later(0))
  await comesIn(later(19), 'Salim al-Qandalawi said that the third quay would open on Saturday.')
  expect(await tellAt(user.id, later(20))).toBeNull()
  const days = await tap(api, user, await say(api, user, '/subscriptions'), 'Days')
  const screen = await tap(api, user, days, 'Every day')
  expect(read(screen)).toContain('Every day at 7:00 a.m., Cairo time')
  expect(read(screen)).toContain('Next: ')
})

test('words, an outlet and a person wake their readers, each for its own', async () => {
  const words = await wantsAtOnce(33, 'Wafa', '"harbour pilots"')
  const outlet = await wantsAtOnce(34, 'Anas', 'source The Reem Courier')
  const person = await wantsAtOnce(35, 'Reem', 'person Salim al-Qandalawi')
  expect(read(person.screen)).toContain('Topics: Salim al-Qandalawi')
  for (const { user } of [words, outlet, person]) await tellAt(user.id, later(0))
  await comesIn(later(29), 'Salim al-Qandalawi said that the harbour pilots would strike on Sunday.')
  await digest(app, later(30))
  expect(await digestsOf(words.user.id)).toHaveLength(1)
  expect(await digestsOf(outlet.user.id)).toHaveLength(2)
  expect(await digestsOf(person.user.id)).toHaveLength(2)
})

test('a story is subscribed to from an article, and its next report comes at once', async () => {
  const user = api.user({ id: 36, first_name: 'Yara', language_code: 'en' })
  await stories(app)
  await say(api, user, '/settings Cairo')
  const list = await say(api, user, '/latest')
  const number = /^(\d)\. .*from the port/m.exec(read(list))?.[1] ?? ''
  const article = await tap(api, user, list, number)
  const subscribed = await tap(api, user, article, 'Subscribe to this story')
  expect(read(subscribed)).toContain('Topics: ')
  const days = await tap(api, user, subscribed, 'Days')
  await tap(api, user, days, 'At once, when there is news')
  await tellAt(user.id, later(40))
  const next = report('Salim al-Qandalawi said that the cranes had been repaired on Monday.')
  const { revisionId } = await loadDraft(app.db, next)
  await analyseRevision(app, revisionId)
  expect(await tellAt(user.id, later(45))).toBeNull()
  await stories(app)
  await app.db.write`update articles set ready_at = ${later(45)} where url = ${next.url}`
  expect(await tellAt(user.id, later(46))).toContain(next.title)
})

test('in quiet hours it waits for their end', async () => {
  const { user } = await wantsAtOnce(37, 'Nada', 'economy')
  await tellAt(user.id, later(50))
  await app.db.write`update chats set quiet_from = 0, quiet_to = 1439 where chat_id = ${user.id}`
  await comesIn(later(59), 'Salim al-Qandalawi said that the fourth quay would open on Tuesday.')
  const now = later(60)
  await digest(app, now)
  expect(await digestsOf(user.id)).toHaveLength(1)
  const next = await nextOf(user.id)
  expect(
    next?.toLocaleTimeString('en-GB', { timeZone: 'Africa/Cairo', hour: '2-digit', minute: '2-digit' }),
  ).toBe('23:59')
})

test('of those that nobody could send at once each arrives: a later one takes nobody’s place', async () => {
  const { user } = await wantsAtOnce(38, 'Basma', 'economy')
  await digest(app, later(70))
  await comesIn(later(79), 'Salim al-Qandalawi said that the fifth quay would open on Wednesday.')
  await digest(app, later(80))
  const made = await digestsOf(user.id)
  expect(made).toHaveLength(2)
  for (const { id } of made) await deliver(app, sender, { server: 'telegram', digestId: id })
  expect(await digestsOf(user.id)).toMatchObject([
    { settled: true, failure: null },
    { settled: true, failure: null },
  ])
})

test('an article that was still being read when a digest was made is in the next one', async () => {
  const user = api.user({ id: 39, first_name: 'Tala', language_code: 'en' })
  await say(api, user, '/settings Cairo')
  await say(api, user, '/subscribe economy')
  await stories(app)
  const { revisionId } = await loadDraft(
    app.db,
    report('Salim al-Qandalawi said that the sixth quay would open.'),
  )
  const due = async () => new Date((await nextOf(user.id))?.getTime() ?? 0)
  const first = await due()
  await app.db
    .write`update articles set loaded_at = ${new Date(first.getTime() - minuteMs)} where ready_at is null`
  await digest(app, first)
  await analyseRevision(app, revisionId)
  await stories(app)
  await app.db.write`update articles set ready_at = ${new Date(first.getTime() + minuteMs)}
    where id = (select article_id from revisions where id = ${revisionId})`
  const told = await tellAt(user.id, await due())
  expect(told).toContain('Report')
})

test('who has subscribed to one of two people who are one is subscribed to the one', async () => {
  const user = api.user({ id: 42, first_name: 'Maya', language_code: 'en' })
  await say(api, user, '/settings Cairo')
  await say(api, user, '/subscribe person Salim al-Qandalawi')
  const [salim] = await findPeople(app.db, ['Salim al-Qandalawi'])
  const other = await linkPerson(app.db, 'Zahir Albuqari')
  await mergePeople(app.db, salim?.personId ?? 0, other ?? 0)
  const subscriptions = await listSubscriptions(app.db, { server: 'telegram', chatId: user.id })
  expect(subscriptions.map((it) => it.topic)).toEqual([`person:${other}`])
})

test('of people who share the name the reader chooses by a tap', async () => {
  const user = api.user({ id: 43, first_name: 'Zain', language_code: 'ar' })
  await store(app, {
    ...courier,
    url: 'https://at-once.example/namesake',
    title: 'Teachers to march',
    text: 'Nawal al-Qandalawi said that teachers would march on Thursday.',
    publishedAt: today,
  })
  await say(api, user, '/settings القاهرة')
  const whom = await say(api, user, '/subscribe شخص القندلاوي')
  expect(labels(whom).flat()).toHaveLength(2)
  const subscribed = await tap(api, user, whom, labels(whom).flat()[0] ?? '')
  expect(read(subscribed)).toMatch(/^الملخص\nالموضوعات: .*القندلاوي/)
})

test('a chat whose digest can not be made keeps nobody else’s from being made', async () => {
  const broken = api.user({ id: 40, first_name: 'Broken', language_code: 'en' })
  const whole = api.user({ id: 41, first_name: 'Whole', language_code: 'en' })
  for (const user of [broken, whole]) {
    await say(api, user, '/settings Cairo')
    await say(api, user, '/subscribe economy')
  }
  const due = new Date((await nextOf(whole.id))?.getTime() ?? 0)
  await app.db
    .write`update chats set zone = 'Nowhere/Land', next_digest_at = ${new Date(due.getTime() - minuteMs)} where chat_id = ${broken.id}`
  await expect(digest(app, due)).rejects.toThrow('time zone')
  expect(await digestsOf(whole.id)).toHaveLength(1)
  await app.db.write`update chats set zone = 'Africa/Cairo' where chat_id = ${broken.id}`
  await digest(app, due)
  expect(await digestsOf(broken.id)).toHaveLength(1)
})

test('a window is looked through once for all who want the same of it in one run', async () => {
  const [from, to] = [later(-60), later(200)]
  const window = { from, to, topics: ['medtop:04000000'], by: 'ready' as const }
  const shared = new Map()
  const first = await gather(app.db, window, 'en', { shared })
  await comesIn(later(150), 'Salim al-Qandalawi said that the seventh quay would open on Thursday.')
  expect(await gather(app.db, window, 'en', { shared })).toEqual(first)
  expect((await gather(app.db, window, 'ar', { shared })).read).toBe(first.read + 1)
  expect((await gather(app.db, window, 'en')).read).toBe(first.read + 1)
})

test('thousands that come in at once are all thought of in one run', async () => {
  const { user } = await wantsAtOnce(44, 'Dalal', '"harbour pilots"')
  await digest(app, later(300))
  await app.db.write`
    insert into articles (external_id, language, ready_at)
    select 'bulk-' || n, 'en', ${later(301)} from generate_series(1, 1500) n`
  await comesIn(later(302), 'Salim al-Qandalawi said that the harbour pilots would strike again.')
  await digest(app, later(303))
  expect(await digestsOf(user.id)).not.toEqual([])
  const waiting = await app.db.many(z.object({ count: z.number() }))`
    select count(*) from articles where announced_at is null and ready_at is not null`
  expect(waiting).toEqual([{ count: 0 }])
})
