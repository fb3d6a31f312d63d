import { expect, test } from 'vitest'
import { feedsOfPage } from '../../src/sources/discover.ts'
import { readOpml, writeOpml } from '../../src/sources/opml.ts'

const list = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${body}</body></opml>`
const feed = (url: string, text = 'A feed') => `<outline type="rss" text="${text}" xmlUrl="${url}"/>`

test('the feeds of a list, each once, with the folder that they are in', () => {
  const text = list(
    `${feed('https://one.example/rss', 'One')}<outline text="رياضة"><outline text="محلية">${feed('https://two.example/rss')}</outline>${feed('https://one.example/rss')}</outline>`,
  )
  expect(readOpml(text)).toEqual({
    sources: [
      { address: 'https://one.example/rss', name: 'One', topic: null, everyMinutes: 30 },
      { address: 'https://two.example/rss', name: 'A feed', topic: 'محلية', everyMinutes: 30 },
    ],
    refused: [],
  })
})

test('inner addresses and what is no address are refused by name', () => {
  const text = list(feed('http://127.0.0.1/rss') + feed('ftp://x.example/f') + feed('nonsense'))
  const { sources, refused } = readOpml(text)
  expect(sources).toEqual([])
  expect(refused.map((it) => it.address)).toEqual(['http://127.0.0.1/rss', 'ftp://x.example/f', 'nonsense'])
})

test.each([
  ['no list', '<html><body>hello</body></html>'],
  ['nothing', ''],
  ['a bomb', '<!DOCTYPE x [<!ENTITY a "aaaa">]><opml><body/></opml>'],
  ['a pit', list(`${'<outline text="x">'.repeat(500)}${'</outline>'.repeat(500)}`)],
])('%s is refused in words', (_, text) => {
  expect(() => readOpml(text)).toThrow(/list/)
})

test('what is written is read back, without folders of this machine', () => {
  const sources = [
    { address: 'https://one.example/rss?a=1&b=2', name: 'One & "only"', topic: 'World' },
    { address: 'https://two.example/rss', name: null, topic: null },
    { address: '/srv/news', name: null, topic: null },
  ]
  expect(readOpml(writeOpml(sources, new Date(0))).sources).toMatchObject([
    { address: 'https://one.example/rss?a=1&b=2', name: 'One & "only"', topic: 'World' },
    { address: 'https://two.example/rss' },
  ])
})

test('the feeds that a page names, the one of comments last', () => {
  const html = `<html><head>
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/rss+xml" title="News" href="/feed?utm_source=x">
    <link rel="alternate" type="application/atom+xml" href="https://x.example/atom">
    <link rel="alternate" hreflang="ar" href="/ar">
    </head><body></body></html>`
  expect(feedsOfPage(html, 'https://herald.example/').map((it) => it.address)).toEqual([
    'https://herald.example/feed',
    'https://x.example/atom',
    'https://herald.example/comments/feed',
  ])
})
