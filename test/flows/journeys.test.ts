// Whole journeys through the real program and the local Bot API, killed outright at every step and started again: every word is
// answered, every digest arrives, every article is accounted for.

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type BotApi, createBotApi } from '../../src/playground/bot-api.ts'
import type { Message } from '../../src/playground/message.ts'
import { addSource } from '../../src/sources/store.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { addressOf } from '../support/commandline.ts'
import { adminId, labels, read, store, useApp } from '../support/khabar.ts'
import { manyArticles } from '../support/many-articles.ts'
import { khabar, type Process } from '../support/process.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'khabar-journeys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type User = ReturnType<BotApi['user']>

/** A restart takes seconds on a busy machine, a dead worker's job ten more. */
const patience = { timeout: 60_000, interval: 50 }
const today = new Date().toISOString().slice(0, 10)
const token = '7000000001:test-token-of-the-journeys'

/** The program against a database and a Bot API of the test's own; `interrupted` kills it in the midst of something. */
async function useProgram() {
  const app = await useApp()
  const api = createBotApi({ token })
  const { apiRoot, close } = await api.listen()
  afterAll(close)
  const settings = {
    DATABASE_URL: addressOf(app.db.databaseConfig),
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    ADMIN_IDS: String(adminId),
    LOG_LEVEL: 'silent',
  }
  const start = () => khabar(folder, ['start'], settings)
  let running = start()
  afterAll(() => running.kill())
  return {
    app,
    api,
    /** Does something and kills the program a moment later; the next one is started at once. */
    interrupted: async (act: () => void | Promise<void>, afterMs: number) => {
      await act()
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      await running.kill()
      running = start()
    },
    ready: () => (running satisfies Process).until(/Ctrl-C stops/),
  }
}

/** What the bot has sent to a chat, as it stands now, oldest first. */
function shownTo(api: BotApi, user: User): Message[] {
  const byId = new Map<number, Message>()
  for (const { message, method } of api.calls)
    if (message?.chat.id === user.id && /^(?:sendMessage|editMessageText)$/i.test(method))
      byId.set(message.message_id, message)
  return [...byId.values()]
}

/** Waits until the bot shows something that fits, and answers the newest of it. */
const shown = (api: BotApi, user: User, fits: RegExp): Promise<Message> =>
  vi.waitFor(() => {
    const found = shownTo(api, user).findLast((it) => fits.test(read(it)))
    if (!found) throw new Error(`nothing fits ${fits}`)
    return found
  }, patience)

const buttonOf = (message: Message, label: RegExp): string =>
  labels(message)
    .flat()
    .find((it) => label.test(it)) ?? `no button ${label}`

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
    subscribed: /^The daily digest[\s\S]*Every day at 7:00 a\.m\., Cairo time/,
    askCity: /^In which city/,
    topics: /^Topics of the daily digest/,
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

test('an admin’s reload that is killed ten times closes with a true account', async () => {
  const { app, api, interrupted, ready } = await useProgram()
  const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
  const news = path.join(folder, 'news')
  mkdirSync(news)
  const articles = manyArticles(60)
  for (const [number, { title, text }] of articles.entries())
    writeFileSync(path.join(news, `${number}.txt`), `${title}\n\n${text}\n`)
  await addSource(app.db, news)
  await ready()

  await interrupted(() => void api.say(admin, '/reload'), 150)
  for (let kill = 1; kill < 10; kill++) await interrupted(() => {}, 1_200 + kill * 150)
  const account = read(await shown(api, admin, /^1 source read again/))
  const [, added = 0, , duplicate = 0, failed = 0] =
    /(\d+) new, (\d+) changed, (\d+) duplicate, (\d+) failed/.exec(account)?.map(Number) ?? []
  expect({ read: added + duplicate, failed }).toEqual({ read: 60, failed: 0 })
  await vi.waitFor(
    async () => expect(await storedOf(app.db)).toEqual({ articles: 60, summarised: 60 }),
    patience,
  )
}, 240_000)

const Count = z.object({ count: z.number() })
type Db = Awaited<ReturnType<typeof useApp>>['db']

const unhandled = async (db: Db) =>
  (await db.first(Count)`select count(*) as count from updates where handled_at is null`)?.count

const topicsOf = async (db: Db) => (await db.first(Count)`select count(*) as count from subscriptions`)?.count

const digestsOf = async (db: Db) =>
  (
    await db.many(z.object({ settled: z.boolean() }))`
    select settled_at is not null and failure is null as settled from digests`
  ).map((it) => it.settled)

const storedOf = (db: Db) =>
  db.first(z.object({ articles: z.number(), summarised: z.number() }))`
    select count(*) as articles,
      (select count(*) from revisions r where r.is_current and r.analysed_at is not null
        and exists (select 1 from summaries s where s.revision_id = r.id)) as summarised
    from articles`
