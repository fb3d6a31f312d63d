import { describe, expect, test } from 'vitest'

import { scoreFuzz } from '../../src/evaluation/fuzz.ts'
import { readPage } from '../../src/sources/page.ts'

const paragraphs = [
  'The northern harbour of Salmana opens in June, the minister of ports Haitham Warraq told reporters on Tuesday.',
  'Three quays are ready, he said, and the union of seamen has agreed to the new working hours after long talks.',
  'The ferry line to Tolland sails again from the first day, and the port expects forty ships in the first month.',
]
const article = `<article>${paragraphs.map((it) => `<p>${it}</p>`).join('')}<p>Share</p></article>`
const around = '<nav><a href="/">Home</a><a href="/x">World</a></nav>'
const page = (head: string, body = article) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${around}${body}<footer>© 2023 Salmana Herald</footer></body></html>`

function draftOf(html: string, url?: string) {
  const read = readPage(html, url)
  if ('failed' in read) throw new Error(read.failed)
  return read.draft
}

test('linked data says title, author, date, outlet and keywords; the text is the paragraphs', () => {
  const data = {
    '@graph': [
      { '@type': 'WebSite', name: 'Site' },
      {
        '@type': ['NewsArticle'],
        headline: 'Harbour &amp; ferry open',
        author: [{ name: 'Mira Tolland' }, { name: 'Omar Reed' }],
        datePublished: '2023-10-03T10:00:00+03:00',
        dateModified: '2023-10-09T10:00:00+03:00',
        publisher: { name: 'Salmana Herald' },
        keywords: 'ports, Salmana',
      },
    ],
  }
  const html = page(
    `<title>x</title><link rel="canonical" href="/harbour"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
  )

  expect(draftOf(html, 'https://herald.example/harbour?utm_source=x')).toEqual({
    externalId: null,
    url: 'https://herald.example/harbour',
    title: 'Harbour & ferry open',
    text: paragraphs.join('\n'),
    language: 'en',
    source: 'Salmana Herald',
    agency: null,
    author: 'Mira Tolland, Omar Reed',
    place: null,
    publishedAt: '2023-10-03T10:00:00+03:00',
    keywords: ['ports', 'Salmana'],
    origin: 'url:https://herald.example/harbour',
  })
})

test('meta tags serve where there is no linked data, and broken linked data is passed over', () => {
  const html = page(
    `<script type="application/ld+json">{"@type":"NewsArticle",</script><title>Harbour opens | Salmana Herald</title>
     <meta property="og:site_name" content="Salmana Herald"><meta name="author" content="By Mira Tolland">
     <meta property="article:published_time" content="2023-10-03T07:00:00Z">`,
  )

  expect(draftOf(html, 'https://herald.example/a')).toMatchObject({
    title: 'Harbour opens',
    source: 'Salmana Herald',
    author: 'Mira Tolland',
    publishedAt: '2023-10-03T07:00:00+00:00',
  })
})

test('a visible time serves where nothing else does, and the host is the outlet', () => {
  const html = page(
    '<title>Harbour opens</title>',
    article.replace('<article>', '<article><time>3 October 2023</time>'),
  )

  expect(draftOf(html, 'https://www.herald.example/a')).toMatchObject({
    publishedAt: '2023-10-03',
    source: 'herald.example',
  })
})

test('an Arabic page loses its read-also lines and shares, and tells its agency', () => {
  const arabic = [
    'قال وزير الموانئ هيثم الوراق، إن ميناء سلمانة الشمالي سيفتح في يونيو المقبل، وإن الأرصفة الثلاثة جاهزة لاستقبال السفن.',
    'وأضاف الوراق للصحفيين أن نقابة البحارة وافقت على ساعات العمل الجديدة، بعد محادثات طويلة استمرت حتى الليل.',
  ]
  const html = page(
    '<title>ميناء سلمانة</title>',
    `<article><p>${arabic[0]}</p><p>اقرأ أيضاً: مكتبة راوند تفتح أبوابها</p><p>${arabic[1]}</p><p>المصدر: رويترز</p></article>`,
  )

  expect(draftOf(html)).toMatchObject({
    text: arabic.join('\n'),
    agency: 'رويترز',
    language: 'ar',
    origin: null,
    url: null,
  })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['<html><body><script>var a</script></body></html>', 'No article text'],
  [`<p>${'<div>'.repeat(100_000)}`, 'too deep'],
])('a page without an article says so', (html, reason) => {
  expect(readPage(html)).toEqual({ failed: expect.stringContaining(reason) })
})

test('nothing of a script reaches the text', () => {
  const html = page(
    '<title>Harbour</title>',
    article.replace('</article>', '<script>evil()</script><noscript>evil()</noscript></article>'),
  )
  expect(draftOf(html).text).not.toContain('evil')
})

const paragraph = (n: number) =>
  `<p>Sentence ${n} of the article says that the harbour of Salmana opens its ${n} gates again on Monday morning.</p>`

describe('where the article stands', () => {
  const body = [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph).join('')
  const notice = `<div class="content"><p>${'We use cookies and partners to show you what you like. '.repeat(6)}</p></div>`

  test.each([
    ['in an element without a name that says so', `<div class="x1">${body}</div>`],
    ['in what is shown without scripts', `<noscript><div>${body}</div></noscript>`],
  ])('%s it is found', (_, html) => {
    const read = readPage(`<html><head><title>Harbour</title></head><body>${notice}${html}</body></html>`)
    expect('draft' in read && read.draft.text).toContain('Sentence 8 of the article')
  })

  test.each([
    'Follow The Salmana Herald on Twitter and Instagram @SalmanaHerald and on Facebook.',
    'For the latest news download the Herald apps for iOS and Android.',
    'Get our daily newsletter in your inbox',
    'Subscribe now to our edition for the full story.',
    'تابعوا أخبارنا عبر قناتنا على تليغرام',
    'حمل تطبيق الصحيفة',
  ])('furniture of the page is left out: %s', (line) => {
    const read = readPage(`<html><body><article>${body}<p>${line}</p></article></body></html>`)
    if (!('draft' in read)) throw new Error(read.failed)
    expect(read.draft.text).toContain('Sentence 8')
    expect(read.draft.text).not.toContain(line)
  })
})

test.each([
  '<html<body>',
  '<html><head></head>',
  '<html><bod y><p>x</p>',
  '<html>\0<<<<',
  '</html></body><html>',
  '<html><body></body><body><table><p>',
])('a page whose root is broken is read or refused in words: %s', (start) => {
  const text =
    'The harbour of Salmana opens its gates again on Monday morning, its master said to the council. '
  expect(() => readPage(`${start}<p>${text.repeat(4)}</p>`)).not.toThrow()
})

test('whatever feeds, pages, scrapes and lists are broken into, nothing crashes and nothing takes seconds', () => {
  const { figures, notes } = scoreFuzz(1_500)
  expect(notes).toEqual([])
  expect(figures['crashes']).toBe(0)
})
