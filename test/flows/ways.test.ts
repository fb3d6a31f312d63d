// Whole ways through the chat by the local Bot API, each in both languages: what one step shows the next one taps.

import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { alert } from '../../jobs/alert.ts'
import { correct } from '../../jobs/correct.ts'
import { deliver } from '../../jobs/deliver.ts'
import { digest } from '../../jobs/digest.ts'
import { findDigestTime, listSubscriptions } from '../../src/subscriptions/store.ts'
import type { Message } from '../../src/playground/message.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { adminId, labels, nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp({ ADMIN_IDS: String(adminId) })
const { api, sender } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  await store(app, ...[harbour, courier, teachers].map((it) => ({ ...it, publishedAt: today })))
  await say(api, admin, '/start')
})

const ways = {
  ar: {
    ask: 'ماذا قال سليم القندلاوي؟',
    answer: /^سليم القندلاوي/,
    followUp: 'وماذا عن الميناء؟',
    followed: /البحث: سليم القندلاوي · الميناء/,
    showMe: 'عرض الفقرة',
    paragraph: /^الفقرة كما حُفظت/,
    report: 'إبلاغ عن خطأ',
    kind: 'القائل شخص آخر',
    reported: /وصل البلاغ/,
    confirmed: /كان البلاغ عن الخطأ صحيحاً/,
    other: 'In English',
    inOther: /^Salim al-Qandalawi/,
    said: '/said الزمردي',
    inGroup: /حازم الزمردي/,
    subscribe: '/subscribe اقتصاد',
    askCity: /في أي مدينة/,
    city: 'القاهرة',
    subscribed: /كل يوم، السابعة صباحاً بتوقيت القاهرة/,
    digest: /^ملخص الصباح/,
    channel: (name: string) => `/channel @${name} اقتصاد`,
    greeted: /مشرف/,
    inline: 'القندلاوي الميناء',
    words: 'لن نغلق الميناء',
    language: '/language',
    chosen: 'English',
    switched: 'what did Hazim al-Zumurrudi say?',
    switchedTo: /^Hazem al-Zamradi/,
    back: /^أهلاً/,
  },
  en: {
    ask: 'what did Salim al-Qandalawi say?',
    answer: /^Salim al-Qandalawi/,
    followUp: 'and about the ships?',
    followed: /Searched: al-Qandalawi · the ships/,
    showMe: 'Show the paragraph',
    paragraph: /^The paragraph as stored/,
    report: 'Report a mistake',
    kind: 'Somebody else said it',
    reported: /it has been passed on/,
    confirmed: /You were right/,
    other: 'بالعربية',
    inOther: /^سليم القندلاوي/,
    said: '/said al-Zumurrudi',
    inGroup: /Hazem al-Zamradi/,
    subscribe: '/subscribe economy',
    askCity: /In which city/,
    city: 'Cairo',
    subscribed: /Every day at 7:00 a\.m\., Cairo time/,
    digest: /^Morning digest/,
    channel: (name: string) => `/channel @${name} economy`,
    greeted: /admin/,
    inline: 'al-Qandalawi ships',
    words: 'eleven ships were still waiting',
    language: '/language',
    chosen: 'العربية',
    switched: 'ماذا قال حازم الزمردي؟',
    switchedTo: /^حازم الزمردي/,
    back: /^Welcome/,
  },
}

/** A label of these words, or that begins with them («عرض الفقرة 1»). */
const labelled = (message: Message, words: string): string =>
  labels(message)
    .flat()
    .find((it) => it.startsWith(words)) ?? words

const keyOf = (chatId: number) => ({ server: 'telegram', chatId }) as const

async function toChat(chatId: number, act: () => unknown): Promise<Message> {
  const next = nextMessage(api, chatId)
  act()
  return next
}

async function digestTo(chatId: number): Promise<Message> {
  const { nextAt } = z.object({ nextAt: z.date() }).parse(await findDigestTime(app.db, keyOf(chatId)))
  await app.db.write`update articles set ready_at = ${new Date(nextAt.getTime() - 3_600_000)}`
  await digest(app, nextAt)
  const { id } = z.object({ id: z.number() }).parse(
    await app.db.first(z.object({ id: z.number() }))`
      select id from digests where chat_id = ${chatId} order by id desc limit 1`,
  )
  const told = nextMessage(api, chatId)
  await deliver(app, sender, { server: 'telegram', digestId: id })
  return told
}

let people = 200

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  const words = ways[language]
  const newReader = () => api.user({ id: ++people, first_name: 'Nour', language_code: language })
  test('a question, a follow-up, the paragraph, a report, and what became of it', async () => {
    const reader = newReader()
    const answer = await say(api, reader, words.ask)
    expect(read(answer)).toMatch(words.answer)
    expect(read(await say(api, reader, words.followUp))).toMatch(words.followed)
    const paragraph = await tap(api, reader, answer, labelled(answer, words.showMe))
    expect(read(paragraph)).toMatch(words.paragraph)
    const kinds = await tap(api, reader, paragraph, words.report)
    expect(read(await tap(api, reader, kinds, words.kind))).toMatch(words.reported)

    const { id } = z
      .object({ id: z.number() })
      .parse(
        await app.db.first(z.object({ id: z.number() }))`select id from mistakes order by id desc limit 1`,
      )
    const told = nextMessage(api, adminId)
    await alert(app, sender, { server: 'telegram', mistakeId: id })
    const heard = nextMessage(api, reader.id)
    await tap(api, admin, await told, 'It is one: hide it')
    expect(read(await heard)).toMatch(words.confirmed)
    // For the ways that come after this one.
    await app.db.write`update statements set confidence = 0.95 where confidence = 0`
    await app.db.write`update statement_people set is_shown = true`
    await app.db.write`delete from corrections`
    await correct(app)
  })

  test('an answer turns into the other language by a tap, and the chat by a word', async () => {
    const reader = newReader()
    const answer = await say(api, reader, words.ask)
    expect(read(await tap(api, reader, answer, words.other))).toMatch(words.inOther)
    const screen = await say(api, reader, words.language)
    await tap(api, reader, screen, words.chosen)
    expect(read(await say(api, reader, words.switched))).toMatch(words.switchedTo)
    // A button of before still does what it says; a paragraph speaks its article’s language.
    const [turned] = labels(answer).flat()
    expect(turned).toContain(words.showMe)
    const data = answer.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? ''
    expect(read(await tap(api, reader, answer, data))).toMatch(words.paragraph)
  })

  test('a group asks, is answered once in place, subscribes by its admin and has its digest', async () => {
    const owner = newReader()
    const member = newReader()
    const group = api.group(owner, { id: -100_000 - people, title: 'Harbour' })
    const answered = await toChat(group.id, () => api.say(member, words.said, { chat: group.id }))
    expect(read(answered)).toMatch(words.inGroup)
    const mentioned = await toChat(group.id, () =>
      api.say(member, `@${api.me.username} ${words.ask}`, { chat: group.id }),
    )
    expect(read(mentioned)).toMatch(words.answer)
    const replied = await toChat(group.id, () =>
      api.say(member, words.followUp, { chat: group.id, replyTo: mentioned }),
    )
    expect(read(replied)).toMatch(words.followed)
    const city = await toChat(group.id, () => api.say(owner, words.subscribe, { chat: group.id }))
    expect(read(city)).toMatch(words.askCity)
    const done = await toChat(group.id, () => api.tap(owner, city, words.city))
    expect(read(done)).toMatch(words.subscribed)
    expect(read(await digestTo(group.id))).toMatch(words.digest)
    expect(api.messagesOf(group.id).filter((it) => it.from.is_bot)).toHaveLength(5)
  })

  test('a channel is subscribed from its admin’s chat and has its digest, without buttons', async () => {
    const owner = newReader()
    const username = `harbour_${language}`
    await say(api, owner, '/start')
    const channel = await (async () => {
      const greeting = nextMessage(api, owner.id)
      const made = api.channel(owner, { id: -200_000 - people, title: 'News', username })
      expect(read(await greeting)).toMatch(words.greeted)
      return made
    })()
    const city = await say(api, owner, words.channel(username))
    expect(read(city)).toMatch(words.askCity)
    expect(read(await tap(api, owner, city, words.city))).toMatch(words.subscribed)
    const posted = await digestTo(channel.id)
    expect(read(posted)).toMatch(words.digest)
    expect(labels(posted)).toEqual([])
  })

  test('a card of inline mode leads into the chat', async () => {
    const reader = newReader()
    const Card = z.object({
      input_message_content: z.object({ message_text: z.string() }),
      reply_markup: z.object({ inline_keyboard: z.array(z.array(z.object({ url: z.string() }))) }),
    })
    const answered = new Promise<unknown[]>((resolve) => {
      const stop = api.on('change', (change) => {
        if (change.kind !== 'inlineAnswered') return
        stop()
        resolve([...change.results])
      })
    })
    api.inline(reader, words.inline)
    const card = Card.parse((await answered)[0])
    expect(card.input_message_content.message_text).toContain(words.words)
    const url = card.reply_markup.inline_keyboard[0]?.[0]?.url ?? ''
    const opened = await toChat(reader.id, () => api.startWith(reader, url.split('start=')[1] ?? ''))
    expect(read(opened)).toContain(words.words)
  })

  test('who blocks the bot is told nothing, and has everything as it was on return', async () => {
    const reader = newReader()
    const city = await say(api, reader, words.subscribe)
    await tap(api, reader, city, words.city)
    api.block(reader)
    await expect
      .poll(
        async () =>
          (
            await app.db.first(z.object({ isRetired: z.boolean() }))`
              select retired_at is not null as "isRetired" from chats where chat_id = ${reader.id}`
          )?.isRetired,
        { timeout: 10_000 },
      )
      .toBe(true)
    const before = api.messagesOf(reader.id).length
    const { nextAt } = z.object({ nextAt: z.date() }).parse(await findDigestTime(app.db, keyOf(reader.id)))
    await digest(app, nextAt)
    expect(api.messagesOf(reader.id)).toHaveLength(before)
    api.unblock(reader)
    expect(read(await say(api, reader, '/start'))).toMatch(words.back)
    expect(await listSubscriptions(app.db, keyOf(reader.id))).toHaveLength(1)
    expect(read(await digestTo(reader.id))).toMatch(words.digest)
  })
})
