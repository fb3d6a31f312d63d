// An admin runs the sources from the chat; for everybody else the word lists the outlets that were read.

import { expect, test } from 'vitest'
import { listSources } from '../../src/sources/store.ts'
import { adminId, nextMessage, read, say, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
const mudir = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const feed = 'https://news.example.org/feed.xml'
const tell = async (words: string) => read(await say(api, admin, `/sources ${words}`.trim()))

test('a source is added, paused, taken up again and removed', async () => {
  expect(await tell(`add ${feed}`)).toContain(`Added: ${feed}`)
  const [source] = await listSources(app.db)
  expect(source).toMatchObject({ address: feed, everyMinutes: expect.any(Number), pausedAt: null })
  expect(await tell(`add ${feed}`)).toContain('a source already')
  expect(await tell('')).toContain(`${feed}: not read yet`)
  expect(await tell(`PAUSE ${feed}`)).toBe(`Paused: ${feed}.`)
  expect(await tell('')).toContain(`${feed}: paused`)
  expect(await tell(`resume ${feed}`)).toContain('read again from now on')
  expect((await listSources(app.db))[0]?.pausedAt).toBeNull()
  expect(await tell(`remove ${feed}`)).toContain('What was read from it stays')
  expect(await listSources(app.db)).toEqual([])
})

test.each([
  ['an inner address', 'add http://127.0.0.1/feed', /can not be a source/],
  ['one with a password in it', 'add https://a:b@news.example.org/', /can not be a source/],
  ['a folder', 'add /etc', /begins with https/],
  ['another kind of address', 'add ftp://news.example.org', /begins with https/],
  ['one that is not there', `remove ${feed}`, /is no source/],
  ['one that is not there', `pause ${feed}`, /is no source/],
  ['one that is not there', `resume ${feed}`, /is no source/],
  ['a word that it does not know', `constructor ${feed}`, /add, pause, resume or remove/],
  ['no address', 'add', /add, pause, resume or remove/],
])('%s: %s', async (_, words, answer) => {
  expect(await tell(words)).toMatch(answer)
  expect(await listSources(app.db)).toEqual([])
})

test('nobody else adds one, or learns that it can be done', async () => {
  const unknown = read(await say(api, mudir, '/nosuchcommand'))
  expect(read(await say(api, mudir, `/sources add ${feed}`))).toBe(unknown)
  expect(await listSources(app.db)).toEqual([])
})

const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
  <outline text="Ports"><outline type="rss" text="Harbour" xmlUrl="https://harbour.example.org/feed"/></outline>
  <outline type="rss" text="Courier" xmlUrl="https://courier.example.org/feed"/>
  <outline type="rss" text="Inside" xmlUrl="http://10.0.0.1/feed"/>
</body></opml>`

async function sendList(user: typeof admin, text: string, fileName = 'list.opml'): Promise<string> {
  const next = nextMessage(api, user.id)
  api.sendFile(user, { fileName, data: Buffer.from(text), mimeType: 'text/x-opml' })
  return read(await next)
}

test('a list of sources that an admin sends is added, but for what may not be read; a second time nothing is', async () => {
  expect(await sendList(admin, opml)).toContain('2 added, 0 there already, 1 refused: http://10.0.0.1/feed')
  expect(await sendList(admin, opml)).toContain('0 added, 2 there already, 1 refused')
  const added = await listSources(app.db)
  expect(added.map((it) => [it.address, it.topic])).toEqual([
    ['https://harbour.example.org/feed', 'Ports'],
    ['https://courier.example.org/feed', null],
  ])
  expect(await sendList(admin, 'no list at all')).toContain('no list of sources')
  expect(await sendList(mudir, opml)).toContain('txt')
  expect(await listSources(app.db)).toHaveLength(2)
})

test('the list comes back as a document', async () => {
  api.say(admin, '/sources export')
  const { message } = await api.waitFor(({ method }) => method === 'sendDocument')
  expect(message?.document).toMatchObject({ file_name: 'khabar-sources.opml' })
  const file = api.file(message?.document?.file_id ?? '')
  expect(file?.data.toString()).toContain('https://harbour.example.org/feed')
})
