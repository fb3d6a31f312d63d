// A reader sends a link or a text, and reads in place what it says in short, who speaks in it, and who else has it.

import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { read as readLink } from '../../jobs/read.ts'
import { show } from '../../jobs/show.ts'
import { sweep } from '../../jobs/sweep.ts'
import { linksPerHourMax } from '../../src/readings/store.ts'
import { harbour } from '../support/articles.ts'
import { covered, nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

const pages = new Map<string, { type: string; body: string }>()
const site = createServer((request, response) => {
  const page = pages.get(request.url ?? '')
  response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' }).end(page?.body ?? '')
})
let base = ''

const text = [
  'قالت مديرة محطة القصباء رندة الطرفاوي إن المحطة ستعود إلى العمل يوم الجمعة بعد إصلاح المضخات الثلاث.',
  'وأضافت الطرفاوي: "لن تنقطع المياه عن أي حي هذا الشتاء"، في تصريح لصحيفة محلية عقب زيارة الموقع.',
  'وكانت المحطة قد توقفت مساء الاثنين إثر عطل في المضخات أدى إلى انقطاع المياه عن أحياء المدينة القديمة.',
  'ونفى وزير المياه حازم الدرعاوي أن تكون الوزارة قد تأخرت في شراء قطع الغيار التي طلبتها المحطة قبل عام.',
  'وتخدم المحطة نحو أربعين ألف أسرة في المدينة وضواحيها، بحسب بلدية القصباء التي تملك نصف أسهمها.',
].join('\n')
const title = 'محطة القصباء تعود إلى العمل يوم الجمعة'

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve)
  })
  const address = site.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')
  base = `http://127.0.0.1:${address.port}`
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`)
  pages.set('/water', {
    type: 'text/html; charset=utf-8',
    body: `<html lang="ar"><head><title>${title}</title><meta property="og:site_name" content="صحيفة القصباء"><meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`,
  })
  pages.set('/feed', {
    type: 'application/rss+xml',
    body: `<rss version="2.0"><channel><title>F</title><item><title>${title}</title><link>${base}/water</link><description>${text}</description></item></channel></rss>`,
  })
  await store(app, {
    ...harbour,
    url: 'https://wasl.example/water',
    origin: null,
    source: 'وكالة الوصل',
    title,
    text,
  })
})

afterAll(() => void site.close())
beforeEach(() => app.db.write`delete from readings`)

const Row = z.object({ id: z.number() })
const unsettled = () => app.db.many(Row)`select id from readings where settled_at is null order by id`

/** The reading that waits for its job: the message that promises it is sent a moment before it is written down. */
const waiting = () =>
  vi.waitFor(async () => {
    const [row] = await app.db.many(
      Row,
    )`select id from readings where settled_at is null and message_id is not null`
    if (!row) throw new Error('no reading waits')
    return row
  })

/** Both jobs, as workers do them. */
async function work(readingId: number): Promise<void> {
  await readLink({ ...app, enqueue: async () => undefined }, { readingId })
  await show(app, sender, { server: 'telegram', readingId })
}

/** Sends a link and does the jobs that it queued. */
async function sendLink(user: typeof omar, words: string) {
  const promise = await say(api, user, words)
  const row = await waiting()
  const shown = nextMessage(api, user.id)
  await work(row.id)
  return { promise, answer: await shown }
}

test('a link is answered in the message that promised it, with summary, speakers, source and other outlets', async () => {
  const { promise, answer } = await sendLink(omar, `${base}/water`)
  expect(read(promise)).toBe('تجري قراءة الصفحة…')
  expect(answer.message_id).toBe(promise.message_id)
  expect(read(answer)).toContain(title)
  expect(read(answer)).toContain('مقتطف')
  expect(read(answer)).toContain('من قال ماذا فيه')
  expect(covered(answer, 'blockquote')).toContain('"لن تنقطع المياه عن أي حي هذا الشتاء"')
  expect(covered(answer, 'blockquote').every((it) => text.includes(it))).toBe(true)
  expect(read(answer)).toMatch(/المصدر: صحيفة القصباء/)
  expect(read(answer)).toContain('النص نفسه لدى غيره\n• وكالة الوصل')
  expect(await unsettled()).toEqual([])
})

test('nothing of what was read is stored', async () => {
  const count = () => app.db.many(Row)`select id from revisions`
  const before = await count()
  await sendLink(omar, `${base}/water`)
  await say(api, omar, `${title}\n${text}`)
  expect(await count()).toEqual(before)
  const kept = await app.db.many(z.object({ row: z.string() }))`
    select to_json(t)::text as row from answers t union all select to_json(r)::text from readings r`
  expect(kept.filter(({ row }) => row.includes('القصباء'))).toEqual([])
})

test('a pasted text is answered at once; for a reader of the other language with key facts and no translation', async () => {
  const answer = await say(api, lina, `${title}\n${text}`)
  expect(read(answer)).toContain('Arabic only: key facts, no translation')
  expect(read(answer)).toContain('Who says what in it')
  expect(read(answer)).toContain('Reported speech in Arabic, not a direct quotation')
  expect(covered(answer, 'blockquote').every((it) => text.includes(it))).toBe(true)
  expect(read(answer)).toContain('The same text elsewhere\n• ')
  expect(read(answer)).toContain('the text is not kept')
})

test('a short text is a question, unless it was forwarded', async () => {
  const short = text.split('\n').slice(0, 2).join('\n')
  expect(read(await say(api, omar, short))).not.toContain('قُرئ لهذه المحادثة')
  const next = nextMessage(api, omar.id)
  api.say(omar, short, { forwardedFrom: 'قناة الأخبار' })
  expect(read(await next)).toContain('قُرئ لهذه المحادثة')
})

test.each([
  ['a page that is not there', () => `${base}/none`, /could not be read/],
  ['no public page', () => 'http://nobody.invalid/', /could not be read/],
  ['a feed', () => `${base}/feed`, /a feed of many articles/],
])('%s is said in plain words', async (_, address, words) => {
  const { answer } = await sendLink(lina, `look: ${address()}.`)
  expect(read(answer)).toMatch(words)
  expect(await unsettled()).toEqual([])
})

test('so many links an hour, and no more', async () => {
  await app.db.write`
    insert into readings (server, chat_id, address, language, settled_at)
    select 'telegram', ${lina.id}, 'https://a.example', 'en', now() from generate_series(1, ${linksPerHourMax})`
  expect(read(await say(api, lina, `${base}/water`))).toContain('many links for one hour')
  expect(await unsettled()).toEqual([])
})

test('what a dead process has left is queued again, and read once', async () => {
  const promise = await say(api, omar, `${base}/water`)
  const row = await waiting()
  const queued: unknown[] = []
  await sweep({ ...app, enqueue: async (name, payload) => void queued.push([name, payload]) })
  expect(queued).toContainEqual(['read', { readingId: row.id }])
  await work(row.id)
  const edits = () =>
    api.calls.filter(
      ({ method, message }) => /edit/i.test(method) && message?.message_id === promise.message_id,
    )
  const before = edits().length
  expect(before).toBe(1)
  await work(row.id)
  expect(edits()).toHaveLength(before)
})
