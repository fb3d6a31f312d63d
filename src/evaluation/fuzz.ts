// Feeds, pages, scrapes and lists broken by chance, fifty thousand of them: whatever comes out, nothing may crash or take seconds.

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { samplesFolder } from '../articles/samples.ts'
import { readOpml } from '../sources/opml.ts'
import { OutsideError } from '../errors.ts'
import { parseFeed } from '../sources/feed.ts'
import { readPage } from '../sources/page.ts'
import { parseMarkdown, parseText } from '../sources/text.ts'
import { feedsOfPage } from '../sources/discover.ts'
import { pickOf, sequence } from './sequence.ts'
import { type Result, share, type Task } from './task.ts'

export const fuzz: Task = {
  name: 'fuzz',
  sets: [{ name: 'broken inputs', from: 'samples', score: () => scoreFuzz(inputs) }],
}

const inputs = 50_000
/** Nothing of a few kilobytes may take longer. */
const slowMs = 2_000
type Base = { kind: string; text: string; read: (text: string) => unknown }

const item = (text: string, n: number) =>
  `<item><title>${n}: ${text.slice(0, 40).replaceAll(/[<&\n]/g, ' ')}</title><link>https://x.example/${n}?a=1&amp;b=2</link><guid>${n}</guid><pubDate>Tue, 03 Oct 2023 10:00:00 +0300</pubDate><description><![CDATA[<p>${text}</p><script>alert(1)</script>]]></description></item>`

const feed = (text: string) => JSON.stringify(parseFeed(text, 'https://x.example/feed'))

const page = (text: string) =>
  JSON.stringify(readPage(text, 'https://x.example/a')) +
  String(feedsOfPage(text, 'https://x.example/').length)

/** How an input of each kind is read; an error that is no refusal in words is a crash. */
function bases(): Base[] {
  const files = readdirSync(samplesFolder).map((name) => ({
    name,
    text: readFileSync(path.join(samplesFolder, name), 'utf8'),
  }))
  const of = (ending: string) => files.filter(({ name }) => name.endsWith(ending)).map(({ text }) => text)
  const texts = of('.txt')
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>X</title>${texts.map(item).join('')}</channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title>${texts.map((text, n) => `<entry><id>${n}</id><title>${n}</title><updated>2023-10-03T10:00:00Z</updated><content type="html">&lt;p&gt;${text.replaceAll(/[<&]/g, ' ')}&lt;/p&gt;&lt;script&gt;alert(2)&lt;/script&gt;</content></entry>`).join('')}</feed>`
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'X',
    items: texts.map((text, n) => ({
      id: String(n),
      content_html: `<p>${text}</p><script>alert(3)</script>`,
    })),
  })
  const opml = `<opml version="2.0"><body><outline text="A"><outline text="f" xmlUrl="https://x.example/rss"/></outline></body></opml>`
  return [
    ...[rss, atom, json].map((text) => ({ kind: 'feed', text, read: feed })),
    ...of('.html').map((text) => ({
      kind: 'page',
      text: text.replace('</body>', '<script>alert(4)</script></body>'),
      read: page,
    })),
    ...texts.map((text) => ({ kind: 'text', text, read: (it: string) => JSON.stringify(parseText(it)) })),
    ...of('.md').map((text) => ({
      kind: 'markdown',
      text,
      read: (it: string) => JSON.stringify(parseMarkdown(it)),
    })),
    { kind: 'list', text: opml, read: listed },
  ]
}

function listed(text: string): string {
  try {
    return JSON.stringify(readOpml(text))
  } catch (error) {
    if (error instanceof OutsideError) return ''
    throw error
  }
}

const hostile = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!ENTITY x "y">',
  '&#x0;',
  '&#X41;',
  '&',
  '<',
  '>',
  '</item>',
  '<item>',
  '<body>',
  '<div><div><div>',
  '<p',
  '"',
  '\0',
  '\ud83d',
  '\u202e',
  '<svg onload=x>',
  '<iframe>',
  '<noscript>',
  'المصدر: ',
  'اقرأ أيضا: ',
  '1'.repeat(200),
  '\n'.repeat(50),
  '{"a":',
  'data:text/html;base64,',
]

/** Cut off, doubled, filled with what parsers stumble over. */
function broken(text: string, random: () => number): string {
  let rest = text
  for (let changes = 1 + Math.floor(random() * 6); changes > 0; changes--) {
    const [from, length] = [Math.floor(random() * rest.length), Math.floor(random() * 400)]
    const piece = rest.slice(from, from + length)
    const put = pickOf(random, [
      '',
      piece + piece,
      pickOf(random, hostile),
      pickOf(random, hostile).repeat(1 + Math.floor(random() * 40)),
      piece.split('').toReversed().join(''),
    ])
    rest = rest.slice(0, from) + put + rest.slice(from + length)
  }
  return random() < 0.15 ? rest.slice(0, Math.floor(random() * rest.length)) : rest
}

export function scoreFuzz(count: number): Result {
  const random = sequence(20_261_126)
  const all = bases()
  const failures: string[] = []
  let [slowest, slow] = [0, 0]
  for (let n = 0; n < count; n++) {
    const { kind, text, read } = pickOf(random, all)
    const input = broken(text, random)
    const start = performance.now()
    try {
      read(input)
    } catch (error) {
      failures.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`)
    }
    const ms = performance.now() - start
    slowest = Math.max(slowest, ms)
    if (ms > slowMs) slow++
  }
  return {
    n: `${count} inputs`,
    figures: {
      crashes: share(failures.length, count),
      [`over ${slowMs / 1000} s`]: share(slow, count),
      'slowest, s': slowest / 1000,
    },
    notes: [...new Set(failures)].slice(0, notesMax),
  }
}

const notesMax = 20
