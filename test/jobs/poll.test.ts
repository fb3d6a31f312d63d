// Sources that are read again by themselves: when they are due, once each, politely, and no longer when they are dead.

import http from 'node:http'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { alert } from '../../jobs/alert.ts'
import { poll } from '../../jobs/poll.ts'
import { reload } from '../../jobs/reload.ts'
import { TooEarlyError } from '../../src/errors.ts'
import { portOf } from '../../src/playground/transport.ts'
import type { JobName } from '../../src/queue.ts'
import { addSource, findSource, listSources, pauseSource, resumeSource } from '../../src/sources/store.ts'
import { adminId, read, useApp, useBot } from '../support/khabar.ts'

const app = await useApp({ TELEGRAM_BOT_TOKEN: '7000000001:test-token' })
beforeEach(() => app.db.write`delete from sources`)

const Row = z.object({ text: z.string(), keywords: z.array(z.string()) })

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void

async function serve(answer: Answer) {
  const asked: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${portOf(server)}`, asked }
}

const feed = (items: string, title = 'The Reem Courier') =>
  `<rss version="2.0"><channel><title>${title}</title>${items}</channel></rss>`
let made = 0
/** An item that no other test knows. */
const item = (link = '') =>
  `<item><title>Ferry ${++made}</title>${link === '' ? '' : `<link>${link}</link>`}<description>The ferry of Wadi al-Samar sails again, number ${made}.</description></item>`

/** What would be queued. */
async function queuedBy(run: (enqueue: typeof app.enqueue) => Promise<void>): Promise<JobName[]> {
  const names: JobName[] = []
  await run(async (name) => void names.push(name))
  return names
}

async function add(address: string, more: { fullText?: boolean; topic?: string } = {}): Promise<number> {
  return (await addSource(app.db, { address, everyMinutes: 30, ...more }))?.id ?? 0
}

const readNow = (sourceId: number) => queuedBy((enqueue) => reload({ ...app, enqueue }, { sourceId }))

test('what is due is queued once, by however many processes; folders wait until they are asked for', async () => {
  await add('https://one.example/feed')
  await add('https://two.example/feed')
  await addSource(app.db, { address: '/news' })
  const both = await Promise.all([
    queuedBy((enqueue) => poll({ ...app, enqueue })),
    queuedBy((enqueue) => poll({ ...app, enqueue })),
  ])
  expect(both.flat()).toEqual(['reload', 'reload'])
  expect(await queuedBy((enqueue) => poll({ ...app, enqueue }))).toEqual([])
})

test('an unchanged feed is asked for with what it said of itself, and nothing is stored twice', async () => {
  const body = feed(item())
  const { url, asked } = await serve((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' }).end(body)
  })
  const id = await add(`${url}/feed`)
  expect(await readNow(id)).toEqual(['summarize'])
  expect(await readNow(id)).toEqual([])
  expect(asked.map((it) => it.headers['if-none-match'])).toEqual([undefined, '"v1"'])
  expect(await findSource(app.db, id)).toMatchObject({
    name: 'The Reem Courier',
    failure: null,
    etag: '"v1"',
  })
})

test('a source that has moved for good is known by its new address', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(item()))
  })
  const id = await add(`${url}/old`)
  await readNow(id)
  expect((await findSource(app.db, id))?.address).toBe(`${url}/new`)
  const again = await add(`${url}/old`)
  await readNow(again)
  expect((await listSources(app.db)).map((it) => it.id)).toEqual([id])
})

test('one bad item is no failure of its feed', async () => {
  const { url } = await serve((_, response) => {
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(feed(`<item><guid>x</guid></item>${item()}`))
  })
  const id = await add(`${url}/feed`)
  await readNow(id)
  expect(await findSource(app.db, id)).toMatchObject({
    failures: 0,
    failure: expect.stringContaining('neither text'),
  })
})

test('after too many failures it is left alone, admins are told once, and a reading that works takes it up again', async () => {
  let isUp = false
  const { url } = await serve((_, response) => {
    if (isUp) response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(item()))
    else response.writeHead(500).end()
  })
  const id = await add(`${url}/feed`)
  await app.db.write`update sources set failures = 10 where id = ${id}`
  expect(await readNow(id)).toEqual([])
  expect(await readNow(id)).toEqual(['alert'])
  expect(await readNow(id)).toEqual([])
  expect(await findSource(app.db, id)).toMatchObject({ failures: 13, pausedAt: expect.any(Date) })
  await app.db.write`update sources set next_read_at = now() - interval '1 hour'`
  expect(await queuedBy((enqueue) => poll({ ...app, enqueue }))).toEqual([])

  const { api, sender } = await useBot(app)
  api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
  api.say(api.user({ id: adminId, first_name: 'Admin', language_code: 'en' }), '/start')
  await api.waitFor(({ method }) => /^sendMessage$/i.test(method), 10_000)
  // Others may fail in the same moment: they are told of together.
  const early = alert(app, sender, { server: 'telegram', sourceId: id })
  await expect(early).rejects.toThrow(TooEarlyError)
  const other = await add(`${url}/other`)
  await pauseSource(app.db, other, 'gone too', { isTold: false })
  await app.db.write`update sources set paused_at = now() - interval '1 minute' where paused_at is not null`
  await expect(alert(app, sender, { server: 'telegram', sourceId: other })).rejects.toThrow(TooEarlyError)
  await alert(app, sender, { server: 'telegram', sourceId: id })
  const sent = api.calls.length
  for (const sourceId of [id, other]) await alert(app, sender, { server: 'telegram', sourceId })
  expect(api.calls).toHaveLength(sent)
  const told = api.calls.findLast((it) => it.message)?.message
  expect(told && read(told)).toMatch(
    /left alone after many failures: .*\n.*500.*\nTo take it up again: \/reload .*\n.*left alone.*\/other\ngone too/,
  )

  isUp = true
  await readNow(id)
  expect(await findSource(app.db, id)).toMatchObject({ failures: 0, pausedAt: null })
})

test('a source that is gone for good is left alone at once; somebody may take it up again', async () => {
  const { url } = await serve((_, response) => response.writeHead(410).end())
  const id = await add(`${url}/feed`)
  expect(await readNow(id)).toEqual(['alert'])
  expect(await resumeSource(app.db, `${url}/feed`)).toBe(true)
  expect(await findSource(app.db, id)).toMatchObject({ failures: 0, pausedAt: null })
})

test('the whole text is fetched from an item’s page, where the site lets robots in', async () => {
  const whole = Array.from(
    { length: 6 },
    (_, n) => `<p>Paragraph ${n} of the page says that the ferry sails from quay ${n} every hour again.</p>`,
  )
  const { url } = await serve((request, response) => {
    const html = () =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html><body><article>${whole.join('')}</article></body></html>`)
    if (request.url === '/robots.txt')
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /closed/\n')
    else if (request.url === '/feed')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(feed(item(`${url}/open/1`) + item(`${url}/closed/2`)))
    else html()
  })
  await readNow(await add(`${url}/feed`, { fullText: true, topic: 'transport' }))
  const texts = await app.db.many(Row)`
    select r.text, a.keywords from articles a join revisions r on r.article_id = a.id and r.is_current
    where a.url like ${`${url}%`} order by a.url desc`
  expect(texts.map(({ text }) => text.includes('Paragraph 5'))).toEqual([true, false])
  expect(texts.every(({ keywords }) => keywords.includes('transport'))).toBe(true)
})
