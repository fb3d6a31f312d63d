// Documents that readers send: text, Markdown, HTML and PDF, read in place; whatever else comes is told what can be read.

import { expect, test } from 'vitest'
import { documentBytesMax, readDocument } from '../../src/readings/document.ts'
import { linksPerHourMax } from '../../src/readings/store.ts'
import { courier, harbour } from '../support/articles.ts'
import { nextMessage, read, store, useApp, useBot } from '../support/khabar.ts'
import { pdfOf } from '../support/pdf.ts'

const app = await useApp()
const { api } = await useBot(app)
const lina = api.user({ id: 51, first_name: 'Lina', language_code: 'en' })
const omar = api.user({ id: 52, first_name: 'عمر', language_code: 'ar' })

async function sendFile(
  user: typeof lina,
  fileName: string,
  data: Buffer,
  mimeType = 'application/octet-stream',
) {
  const next = nextMessage(api, user.id)
  api.sendFile(user, { fileName, data, mimeType })
  return read(await next)
}

const english = `${courier.title}\n\n${courier.text}`
const html = `<html><head><title>${courier.title}</title></head><body><article><h1>${courier.title}</h1>${courier.text
  .split('\n')
  .map((it) => `<p>${it}</p>`)
  .join('')}</article><script>alert("no")</script></body></html>`

test.each([
  ['port.txt', Buffer.from(english)],
  ['port.md', Buffer.from(`# ${courier.title}\n\n${courier.text}`)],
  ['port.html', Buffer.from(html)],
  ['port.pdf', pdfOf(english.split('\n').flatMap((line) => line.match(/.{1,70}(?:\s|$)/g) ?? ['']))],
])('%s is summed up, with who speaks in it', async (name, data) => {
  const told = await sendFile(lina, name, data)
  expect(told).toContain('eleven ships were still waiting')
  expect(told).toContain('We will clear them by Tuesday')
  expect(told).toContain('Read for this chat alone: the text is not kept.')
  expect(told).not.toContain('alert(')
})

test('an Arabic one too, in the charset that it is written in, and where else the same text stands', async () => {
  await store(app, harbour)
  const text = Buffer.from(`${harbour.title}\n\n${harbour.text}`, 'utf16le')
  const told = await sendFile(
    omar,
    'ميناء.txt',
    Buffer.concat([Buffer.from([0xff, 0xfe]), text]),
    'text/plain',
  )
  expect(told).toContain('سليم القندلاوي')
  expect(told).toContain('صحيفة المرفأ')
})

test.each([
  ['a kind that is not read', 'port.docx', Buffer.from('PK'), 'txt, md, html or pdf'],
  ['one that is too large', 'port.txt', Buffer.alloc(documentBytesMax + 1, 'a'), 'up to 2 MB'],
  ['a broken PDF', 'port.pdf', Buffer.from('%PDF-1.4 nothing more'), 'no text of an article'],
  ['a PDF that is none', 'port.pdf', Buffer.from(english), 'no text of an article'],
  ['bytes that are no text', 'port.txt', Buffer.from([0, 1, 2, 3, 0, 0, 255]), 'no text of an article'],
  ['nothing', 'port.txt', Buffer.alloc(0), 'no text of an article'],
])('%s is told what can be read', async (_what, name, data, answer) => {
  expect(await sendFile(lina, name, data)).toContain(answer)
})

test('nothing of it is kept', async () => {
  const { z } = await import('zod')
  const rows = await app.db.many(z.object({ address: z.string(), answer: z.unknown() }))`
    select address, answer from readings where chat_id = ${lina.id}`
  expect(new Set(rows.map((it) => it.address))).toEqual(
    new Set(['document:text', 'document:markdown', 'document:html', 'document:pdf']),
  )
  expect(rows.every((it) => it.answer === null)).toBe(true)
})

test('a long one is read from its beginning, and that is said', async () => {
  const long = `${english}\n${'The quay was quiet. '.repeat(6_000)}`
  expect(await readDocument(Buffer.from(long), 'text')).toMatchObject({ isCut: true })
  expect(await sendFile(lina, 'long.txt', Buffer.from(long))).toContain('only its beginning was read')
})

test('documents count as links do: so many an hour', async () => {
  await app.db.write`
    insert into readings (server, chat_id, address, language)
    select 'telegram', ${lina.id}, 'https://a.example/' || n, 'en' from generate_series(1, ${linksPerHourMax}) n`
  expect(await sendFile(lina, 'port.txt', Buffer.from(english))).toContain('many links for one hour')
})
