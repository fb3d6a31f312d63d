// A newcomer's whole way through the real program and the local Bot API, killed outright at every step and started again: every word is
// answered, the digest arrives, and nothing but what was on its way comes twice.

import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Message } from '../../src/playground/message.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { buttonOf, patience, shown, useProgram } from '../support/journey.ts'
import { read, store, type TestApp } from '../support/khabar.ts'

const today = new Date().toISOString().slice(0, 10)

const journeys = {
  ar: {
    language_code: 'ar',
    question: 'ماذا قال الزمردي؟',
    answer: /^حازم الزمردي/,
    showMe: /^عرض الفقرة/,
    paragraph: /^الفقرة كما حُفظت/,
    topic: /اقتصاد/,
    done: /^تم$/,
    city: /^القاهرة$/,
    subscribed: /كل يوم، السابعة صباحاً بتوقيت القاهرة/,
    askCity: /^في أي مدينة/,
    topics: /^موضوعات الملخص/,
    digest: /^ملخص الصباح|^ملخص [^\n]*: اقتصاد/,
    stopped: /^أُوقفت كل الملخصات/,
    welcome: /^أهلاً بك/,
  },
  en: {
    language_code: 'en',
    question: 'What did Salim al-Qandalawi say?',
    answer: /^Salim al-Qandalawi/,
    showMe: /^Show the paragraph/,
    paragraph: /^(?:The paragraph as stored|الفقرة كما حُفظت)/,
    topic: /economy/,
    done: /^Done$/,
    city: /^Cairo$/,
    subscribed: /^The digest[\s\S]*Every day at 7:00 a\.m\., Cairo time/,
    askCity: /^In which city/,
    topics: /^Topics of the digest/,
    digest: /digest: economy/,
    stopped: /^All digests are stopped/,
    welcome: /^Welcome to Khabar/,
  },
}

test.each(['ar', 'en'] as const)(
  'a newcomer (%s) asks, sees, subscribes, reads and stops, with a kill at each of ten steps',
  async (language) => {
    const { app, api, interrupted, ready } = await useProgram()
    const words = journeys[language]
    const reader = api.user({ id: 5, first_name: 'Nour', language_code: words.language_code })
    await store(app, ...[harbour, courier, teachers].map((it) => ({ ...it, publishedAt: today })))
    await ready()
    // Kills come sooner and later: before the update is fetched, while it is handled, after it was answered.
    let kills = 0
    const step = async (act: () => void, fits: RegExp): Promise<Message> => {
      await interrupted(act, (kills++ * 37) % 120)
      return shown(api, reader, fits)
    }

    await step(() => void api.say(reader, '/start'), words.welcome)
    const answer = await step(() => void api.say(reader, words.question), words.answer)
    await step(() => void api.tap(reader, answer, buttonOf(answer, words.showMe)), words.paragraph)
    const topics = await step(() => void api.say(reader, '/subscribe'), words.topics)
    await step(() => void api.tap(reader, topics, buttonOf(topics, words.topic)), words.topics)
    await vi.waitFor(async () => expect(await topicsOf(app.db)).toBe(1), patience)
    const city = await step(() => void api.tap(reader, topics, buttonOf(topics, words.done)), words.askCity)
    await step(() => void api.tap(reader, city, buttonOf(city, words.city)), words.subscribed)

    await app.db.write`update chats set next_digest_at = now() - interval '1 minute'`
    await interrupted(() => app.enqueue('digest', {}, 'of-the-test'), 60)
    // Another kill while it is on its way, perhaps.
    await interrupted(() => {}, 2_500)
    await shown(api, reader, words.digest)
    await vi.waitFor(async () => expect(await digestsOf(app.db)).toEqual([true]), patience)
    await step(() => void api.say(reader, '/stop'), words.stopped)

    await vi.waitFor(async () => expect(await unhandled(app.db)).toBe(0), patience)
    const sent = api.calls.filter(
      (it) => /^sendMessage$/i.test(it.method) && it.message?.chat.id === reader.id,
    )
    const times = (fits: RegExp) => sent.filter((it) => it.message && fits.test(read(it.message))).length
    // What was on its way at the moment of a kill may arrive twice; nothing else does.
    const sentTimes = [words.welcome, words.answer, words.digest, words.stopped].map(times)
    expect(sentTimes.filter((it) => it > 2)).toEqual([])
  },
  240_000,
)

const Count = z.object({ count: z.number() })
type Db = TestApp['db']

const unhandled = async (db: Db) =>
  (await db.first(Count)`select count(*) as count from updates where handled_at is null`)?.count

const topicsOf = async (db: Db) => (await db.first(Count)`select count(*) as count from subscriptions`)?.count

const digestsOf = async (db: Db) =>
  (
    await db.many(z.object({ settled: z.boolean() }))`
    select settled_at is not null and failure is null as settled from digests`
  ).map((it) => it.settled)
