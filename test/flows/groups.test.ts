// What comes into groups, forums and channels by itself, and who may say so: their admins, asked of Telegram each time.

import { expect, test } from 'vitest'
import { z } from 'zod'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { moveChat } from '../../src/chats/store.ts'
import { findDigestTime, listSubscriptions } from '../../src/subscriptions/store.ts'
import { courier, harbour } from '../support/articles.ts'
import { labels, nextMessage, read, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const lina = api.user({ id: 31, first_name: 'Lina', language_code: 'en' })
const omar = api.user({ id: 32, first_name: 'عمر', language_code: 'ar' })

const today = new Date().toISOString().slice(0, 10)
await store(app, { ...harbour, publishedAt: today }, { ...courier, publishedAt: today })

const keyOf = (chatId: number) => ({ server: 'telegram' as const, chatId })
const wanted = async (chatId: number) =>
  (await listSubscriptions(app.db, keyOf(chatId))).map((it) => it.topic)

/** Somebody says something in a group; the bot's next message there. */
async function sayIn(chatId: number, user: typeof lina, text: string, thread?: number) {
  const next = nextMessage(api, chatId)
  api.say(user, text, { chat: chatId, ...(thread !== undefined && { thread }) })
  return next
}

/** Makes and sends what is due in a chat. */
async function deliverTo(chatId: number): Promise<void> {
  const { nextAt } = (await findDigestTime(app.db, keyOf(chatId))) ?? {}
  if (!nextAt) throw new Error('no digest is due')
  await app.db.write`update articles set ready_at = ${new Date(nextAt.getTime() - 3_600_000)}`
  await digest(app, nextAt)
  await deliver(app, sender, await jobOf(chatId))
}

/** The newest digest's. */
async function jobOf(chatId: number) {
  const row = await app.db.first(z.object({ id: z.number() }))`
    select id from digests where chat_id = ${chatId} order by id desc limit 1`
  return { server: 'telegram' as const, digestId: row?.id ?? 0 }
}

const newest = (chatId: number) => api.messagesOf(chatId).at(-1) ?? expect.fail(`nothing in ${chatId}`)

test('in a group its admins subscribe, others are told that they can’t, and nobody loses a word of it', async () => {
  const group = api.group(lina, { id: -100_31, title: 'Harbour' })
  expect(read(await sayIn(group.id, omar, '/subscribe economy'))).toContain('يقرره مشرفو المجموعة')
  expect(await wanted(group.id)).toEqual([])
  const screen = await sayIn(group.id, lina, '/subscribe economy')
  expect(read(screen)).toContain('In which city are you?')
  const query = api.tap(omar, screen, 'Cairo')
  await api.waitFor(
    ({ method, params }) => method === 'answerCallbackQuery' && params['callback_query_id'] === query,
  )
  expect(await findDigestTime(app.db, keyOf(group.id))).toMatchObject({ zone: null })
  const changed = nextMessage(api, group.id)
  api.tap(lina, screen, 'Cairo')
  expect(read(await changed)).toContain('Every day at 7:00 a.m., Cairo time')
  await deliverTo(group.id)
  expect(read(newest(group.id))).toMatch(/^Morning digest: economy/)
})

test('an admin who speaks in the group’s own name is one', async () => {
  const group = api.group(lina, { id: -100_36, title: 'Quay' })
  const hidden = { ...api.user({ id: 1_087_968_824, first_name: 'Group' }), is_bot: true }
  const next = nextMessage(api, group.id)
  api.say(hidden, '/subscribe economy', { chat: group.id, inNameOf: group })
  expect(read(await next)).toContain('In which city are you?')
  expect(await wanted(group.id)).not.toEqual([])
})

test('a forum’s digest comes into the topic that it was asked for in, and into the forum where that topic is gone', async () => {
  const forum = api.group(lina, { id: -100_32, title: 'Forum', topics: [[7, 'Ports']] })
  await sayIn(forum.id, lina, '/settings Cairo', 7)
  await sayIn(forum.id, lina, '/subscribe economy', 7)
  await deliverTo(forum.id)
  expect(newest(forum.id)).toMatchObject({ message_thread_id: 7 })
  api.closeTopic(forum, 7)
  await app.db.write`update digests set local_date = local_date - 9 where chat_id = ${forum.id}`
  await app.db
    .write`update chats set next_digest_at = date_trunc('milliseconds', now()) where chat_id = ${forum.id}`
  await deliverTo(forum.id)
  expect(read(newest(forum.id))).toMatch(/digest: economy/)
  expect(newest(forum.id)).not.toHaveProperty('message_thread_id')
})

test('a channel is managed from its admin’s own chat, and its posts have no buttons that any reader could tap', async () => {
  const greeting = nextMessage(api, lina.id)
  const channel = api.channel(lina, { id: -100_33, title: 'Harbour news', username: 'harbour_news' })
  expect(read(await greeting)).toMatch(/^For: Harbour news\n+The bot is an admin there now/)
  const next = nextMessage(api, lina.id)
  api.say(lina, '/channel @harbour_news economy')
  const city = await next
  expect(read(city)).toMatch(/^For: Harbour news\n+In which city/)
  const screen = await tap(api, lina, city, 'Cairo')
  expect(read(screen)).toContain('Every day at 7:00 a.m., Cairo time')
  expect(await wanted(channel.id)).not.toEqual([])
  expect(await wanted(lina.id)).toEqual([])
  await deliverTo(channel.id)
  expect(read(newest(channel.id))).toMatch(/^Morning digest: economy/)
  expect(labels(newest(channel.id))).toEqual([])
  // Who is no admin any more has a screen whose buttons do nothing.
  api.member(lina, channel, 'member')
  const refusal = nextMessage(api, lina.id)
  api.tap(lina, screen, 'Stop')
  expect(read(await refusal)).toContain('Only its admins say what comes there')
  expect(await wanted(channel.id)).not.toEqual([])
})

const greeted = nextMessage(api, omar.id)
api.channel(omar, { id: -100_34, title: 'Others', username: 'others_news' })
await greeted

test.each([
  ['/channel', 'make the bot an admin of it'],
  ['/channel @nowhere_at_all', 'no channel or group that goes by “@nowhere_at_all”'],
  ['/channel 12', 'make the bot an admin of it'],
  ['/channel @others_news economy', 'Only its admins say what comes there'],
])('%s is told what is missing', async (text, answer) => {
  const next = nextMessage(api, lina.id)
  api.say(lina, text)
  expect(read(await next)).toContain(answer)
})

test('a channel that the bot may not post in is not subscribed', async () => {
  const greeting = nextMessage(api, omar.id)
  const channel = api.channel(omar, { id: -100_37, title: 'Mute', username: 'mute_news' })
  await greeting
  api.member(api.me, channel, 'member')
  const next = nextMessage(api, omar.id)
  api.say(omar, '/channel @mute_news اقتصاد')
  expect(read(await next)).toContain('ليس البوت هناك مشرفاً')
  expect(await wanted(channel.id)).toEqual([])
})

test('a group that becomes a supergroup takes its subscriptions with it, whichever way that is heard', async () => {
  const group = api.group(lina, { id: -35, title: 'Small' })
  await sayIn(group.id, lina, '/settings Cairo')
  await sayIn(group.id, lina, '/subscribe economy')
  api.migrate(group, -100_35)
  await deliverTo(group.id)
  expect(read(newest(-100_35))).toMatch(/^Morning digest: economy/)
  expect(await wanted(-100_35)).not.toEqual([])
  expect(await findDigestTime(app.db, keyOf(group.id))).toBeUndefined()
  await moveChat(app.db, keyOf(group.id), -100_35) // heard twice
  expect(await wanted(-100_35)).not.toEqual([])
})

test('a channel’s digest waits for its admin, who leaves out what is not wanted; it goes out once, silent, pinned, with its footer', async () => {
  const owner = api.user({ id: 33, first_name: 'Dina', language_code: 'en' })
  const toOwner = () => nextMessage(api, owner.id)
  const ask = async (text: string) => {
    const next = toOwner()
    api.say(owner, text)
    return next
  }
  const turn = async (message: Awaited<ReturnType<typeof ask>>, label: string) => {
    const next = toOwner()
    api.tap(owner, message, label)
    return next
  }
  const greetedOwner = toOwner()
  const channel = api.channel(owner, { id: -100_38, title: 'Quay news', username: 'quay_news' })
  await greetedOwner
  await turn(await ask('/channel @quay_news economy'), 'Cairo')
  expect(read(await ask('/channel @quay_news footer More at quay.example'))).toContain(
    'Under each digest: More at',
  )
  let screen = await ask('/channel @quay_news')
  for (const label of ['Without a sound', 'Pin', 'Ask me first']) screen = await turn(screen, label)
  expect(read(screen)).toContain('Each digest waits for the word of an admin.')
  const asked = toOwner()
  await deliverTo(channel.id)
  const preview = await asked
  expect(read(preview)).toMatch(/^For Quay news: nothing is published yet/)
  expect(api.messagesOf(channel.id)).toEqual([])
  // Asked once, however often the job runs.
  await deliver(app, sender, await jobOf(channel.id))
  const shorter = await turn(preview, 'Without 1')
  expect(labels(shorter).flat()).not.toContain('Without 2')
  expect(read(await turn(shorter, 'Publish'))).toBe('On its way.')
  const job = await jobOf(channel.id)
  await deliver(app, sender, job)
  await deliver(app, sender, job)
  const [sent, ...more] = api.messagesOf(channel.id)
  expect(more).toEqual([])
  expect(read(sent ?? preview)).toMatch(/^Morning digest: economy[\s\S]*More at quay\.example$/)
  expect(api.pinnedIn(channel.id)).toEqual([sent?.message_id])
  const call = await api.waitFor(({ message }) => message?.chat.id === channel.id)
  expect(call.params).toMatchObject({ disable_notification: true })
})

test('an admin’s no is a no, and only an admin has one', async () => {
  const owner = api.user({ id: 34, first_name: 'Hadi', language_code: 'en' })
  const greeting = nextMessage(api, owner.id)
  const channel = api.channel(owner, { id: -100_39, title: 'Dock', username: 'dock_news' })
  await greeting
  const say = async (text: string) => {
    const next = nextMessage(api, owner.id)
    api.say(owner, text)
    return next
  }
  const city = await say('/channel @dock_news economy')
  await tap(api, owner, city, 'Cairo')
  await tap(api, owner, await say('/channel @dock_news'), 'Ask me first')
  const asked = nextMessage(api, owner.id)
  await deliverTo(channel.id)
  await asked
  // A later one takes its place: nobody waits for a word about the older.
  const again = nextMessage(api, owner.id)
  await deliverTo(channel.id)
  const preview = await again
  const failures = await app.db.many(z.object({ failure: z.string().nullable() }))`
    select failure from digests where chat_id = ${channel.id} order by id`
  expect(failures.map((it) => it.failure)).toEqual(['a later digest took its place', null])
  api.member(owner, channel, 'member')
  expect(read(await tap(api, owner, preview, 'Publish'))).toContain('Only its admins say')
  api.member(owner, channel, 'creator')
  expect(read(await tap(api, owner, preview, 'Don’t publish'))).toBe('Not published.')
  expect(api.messagesOf(channel.id)).toEqual([])
})
