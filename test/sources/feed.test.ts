import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Draft } from '../../src/articles/article.ts'
import { type Feed, looksLikeFeed, parseFeed } from '../../src/sources/feed.ts'

const url = 'https://herald.example/feed'

function parsed(body: string): Feed {
  const feed = parseFeed(body, url)
  if ('failed' in feed) throw new Error(feed.failed)
  return feed
}

const draftsOf = (body: string): Draft[] =>
  parsed(body).reads.flatMap((it) => ('draft' in it ? [it.draft] : []))
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Salmana Herald</title><link>https://herald.example</link><language>en-GB</language>${items}</channel></rss>`

test('RSS 2.0: full text before the description, and every field where it belongs', () => {
  const feed = parsed(
    rss(`<item><title>Harbour &amp;amp; ferry open</title><link>/a?utm_source=rss&amp;id=1</link><guid isPermaLink="false">g-1</guid>
      <pubDate>Tue, 03 Oct 2023 10:00:00 +0300</pubDate><dc:creator>Mira Tolland</dc:creator><category>Ports</category><category>Salmana</category>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>The <b>port</b> opens &amp; ships sail.</p><script>alert(1)</script><ul><li>June</li></ul>]]></content:encoded></item>`),
  )

  expect(feed).toMatchObject({ title: 'Salmana Herald', language: 'en-gb' })
  expect(feed.reads).toEqual([
    {
      input: 'https://herald.example/a?id=1',
      draft: {
        externalId: 'g-1',
        url: 'https://herald.example/a?id=1',
        title: 'Harbour & ferry open',
        text: 'The port opens & ships sail.\nJune',
        language: 'en',
        source: 'Salmana Herald',
        agency: null,
        author: 'Mira Tolland',
        place: null,
        publishedAt: '2023-10-03T10:00:00+03:00',
        keywords: ['Ports', 'Salmana'],
        origin: `feed:${url}#g-1`,
      },
    },
  ])
})

test('an item without text uses its summary, then its title; one with neither fails with a reason', () => {
  const { reads } = parsed(
    rss(
      '<item><title>A</title><description>Summary.</description></item><item><title>Only a title</title></item><item><guid>g-3</guid></item>',
    ),
  )

  expect(reads.map((it) => ('draft' in it ? it.draft.text : it))).toEqual([
    'Summary.',
    'Only a title',
    { input: 'https://herald.example/g-3', failed: 'The item has neither text nor title.' },
  ])
})

test('an aggregator’s item names the outlet that it came from, and an agency that signs the opening', () => {
  const [draft] = draftsOf(
    rss(
      '<item><title>A</title><source url="https://mirror.example">The Mirror</source><description>SALMANA (Reuters) - The port opened.</description></item>',
    ),
  )

  expect(draft).toMatchObject({
    source: 'The Mirror',
    agency: 'Reuters',
    place: 'SALMANA',
    text: 'SALMANA (Reuters) - The port opened.',
  })
})

test('Atom: the alternate link, markup and plain text told apart', () => {
  const [first, second] =
    draftsOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة المرفأ</title>
    <entry><id>tag:1</id><title type="html">ميناء &amp;quot;سلمانة&amp;quot;</title><link rel="self" href="https://x.example/api"/><link href="https://x.example/1#c"/>
      <author><name>هيثم الوراق</name></author><published>2023-10-03T10:00:00Z</published><updated>2023-10-04T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>قال الوزير.</p><p>وأضاف.</p></div></content></entry>
    <entry><id>tag:2</id><title type="text">5 &lt; 6</title><summary>Plain &lt; text</summary><updated>2023-10-05</updated></entry></feed>`)

  expect(first).toMatchObject({
    title: 'ميناء "سلمانة"',
    url: 'https://x.example/1',
    text: 'قال الوزير.\nوأضاف.',
    publishedAt: '2023-10-03T10:00:00+00:00',
    author: 'هيثم الوراق',
    language: 'ar',
  })
  expect(second).toMatchObject({ title: '5 < 6', text: 'Plain < text', publishedAt: '2023-10-05' })
})

test('RSS 1.0 (RDF)', () => {
  const [draft] =
    draftsOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://x.example"><title>Herald</title><link>https://x.example</link></channel>
    <item rdf:about="https://x.example/1"><title>A</title><link>https://x.example/1</link><description>Text.</description><dc:date>2023-10-03</dc:date></item></rdf:RDF>`)

  expect(draft).toMatchObject({ title: 'A', text: 'Text.', publishedAt: '2023-10-03', source: 'Herald' })
})

test('JSON Feed', () => {
  const [draft] = draftsOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Herald',
      items: [
        {
          id: '9',
          url: 'https://x.example/9',
          content_html: '<p>Text.</p>',
          title: 'A <b>',
          tags: ['x'],
          date_published: '2023-10-03T10:00:00Z',
        },
      ],
    }),
  )

  expect(draft).toMatchObject({ externalId: '9', title: 'A <b>', text: 'Text.', keywords: ['x'] })
})

describe('what is no feed says why', () => {
  test.each([
    ['', 'empty'],
    ['<html><body>no</body></html>', 'neither RSS'],
    ['<rss version="2.0"><channel><title>A</ti', 'broken'],
    ['{"version":"https://jsonfeed.org/version/1","items":[', 'RSS'],
    ['<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>', 'entities'],
    [`<rss><channel>${'<a>'.repeat(50_000)}`, 'deep'],
  ])('%.60s', (body, reason) => {
    expect(parseFeed(body)).toEqual({ failed: expect.stringContaining(reason) })
  })
})

test.each([
  ['<?xml version="1.0"?>\n<!-- hello --><rss version="2.0">', true],
  ['\ufeff<feed xmlns="http://www.w3.org/2005/Atom">', true],
  ['<rdf:RDF xmlns:rdf="x">', true],
  ['{"version": "https://jsonfeed.org/version/1.1"', true],
  ['<!doctype html><html><body><rss>', false],
  ['{"text":"x"}', false],
  ['', false],
])('a feed is known by how it begins: %s', (body, expected) => {
  expect(looksLikeFeed(body)).toBe(expected)
})

test('no markup of an attacker reaches a draft', () => {
  const attacks = [
    '<script>evil()</script>',
    '<img src=x onerror=evil()>',
    '<svg><script>evil()</script></svg>',
    '<style>evil()</style>',
    '<iframe src="javascript:evil()">evil()</iframe>',
    '<a href="javascript:evil()">words</a>',
    '<scr<script>ipt>evil()</scr</script>ipt>',
    '<!--><script>evil()</script>-->',
  ]
  for (const attack of attacks.slice(0, 6)) {
    const [draft] = draftsOf(
      rss(`<item><title>Title</title><description><![CDATA[${attack} safe]]></description></item>`),
    )
    expect(draft?.text).not.toContain('evil')
    expect(draft?.text).toContain('safe')
  }
})

test('a feed that is cut or changed anywhere never throws', () => {
  const whole = rss(
    '<item><title>A &amp; b</title><link>https://x.example/1</link><description><![CDATA[<p>Text</p>]]></description></item>',
  )
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(20), fc.string({ maxLength: 6 }), (at, cut, put) => {
      expect(parseFeed(whole.slice(0, at) + put + whole.slice(at + cut), url)).toBeTypeOf('object')
      expect(parseFeed(whole.slice(0, at), url)).toBeTypeOf('object')
    }),
    { numRuns: 200 },
  )
})

describe('what feeds get wrong and readers forgive', () => {
  const [item] = [
    (inner: string) =>
      draftsOf(`<rss version="2.0"><channel><title>H</title><item>${inner}</item></channel></rss>`)[0],
  ]

  test('bodies under other names, as markup or escaped; no script comes along', () => {
    const body = 'The port <b>opens</b><script>alert(1)</script> on Monday.'
    expect(item(`<title>Port</title><body>${body}</body>`)?.text).toBe('The port opens on Monday.')
    expect(
      item(`<title>Port</title><xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml">${body}</xhtml:body>`)
        ?.text,
    ).toBe('The port opens on Monday.')
    expect(item(`<fullitem>${body.replaceAll('<', '&lt;')}</fullitem>`)?.text).toBe(
      'The port opens on Monday.',
    )
  })

  test('text in base64', () => {
    const content = Buffer.from('<p>فُتح الميناء صباح الأحد.</p>').toString('base64')
    const feed = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>خبر</title><content type="text/html" mode="base64">${content}</content></entry></feed>`
    expect(draftsOf(feed)[0]?.text).toBe('فُتح الميناء صباح الأحد.')
  })

  test('a prefix before every name, an end without its last sign, a bare & and a capital X', () => {
    const feed =
      '<r:rss version="2.0" xmlns:r="http://x.example"><r:channel><r:item><r:title>A &#X41; & B</r:title><r:link>http://x.example/?a=1&b=2</r:link></r:item></r:channel></r:rss'
    expect(draftsOf(feed)[0]).toMatchObject({ title: 'A A & B', url: 'http://x.example/?a=1&b=2' })
  })

  test('the Channel Definition Format', () => {
    const feed =
      '<CHANNEL><TITLE>Old news</TITLE><ITEM HREF="http://x.example/1"><TITLE>Port opens</TITLE><ABSTRACT>It opens on Monday.</ABSTRACT></ITEM></CHANNEL>'
    expect(looksLikeFeed(feed)).toBe(true)
    expect(draftsOf(feed)[0]).toMatchObject({
      url: 'http://x.example/1',
      title: 'Port opens',
      text: 'It opens on Monday.',
    })
  })

  test('of a feed that is cut off the whole items are read, and the cut is accounted for', () => {
    const whole = rss(
      '<item><title>One</title><description>First words.</description></item><item><title>Two</title></item>',
    )
    const { reads } = parsed(whole.slice(0, whole.indexOf('Two') + 2))
    expect(reads.map((it) => ('draft' in it ? it.draft.title : it.input))).toEqual([
      'One',
      'the end of the feed',
    ])
  })

  test('a body that is never closed costs no more than its length', () => {
    expect(parseFeed(`<rss><channel><item>${'<body>x'.repeat(150_000)}`)).toHaveProperty('failed')
  })

  test.each([
    ['2003', '2003-01-01'],
    ['2003-12', '2003-12-01'],
    ['031231', '2003-12-31'],
    ['-03-12', '2003-12-01'],
    ['2003-12-31', '2003-12-31'],
    ['Tue, 03 Oct 2023 10:00:00 +0300', '2023-10-03T10:00:00+03:00'],
  ])('a date such as %s', (written, date) => {
    expect(item(`<title>Port</title><pubDate>${written}</pubDate>`)?.publishedAt).toBe(date)
  })

  test.each(['1203', '0312', '999999', '00', 'soon'])('%s is no date', (written) => {
    expect(item(`<title>Port</title><pubDate>${written}</pubDate>`)?.publishedAt).toBeNull()
  })
})
