import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import type { Entity } from '../../src/playground/message.ts'

// How the page draws a text. It is plain JavaScript for a browser, so a document stands in for one here.

type Drawing = { textContent: string; innerHTML: string; append: (node: unknown) => void }
type RichText = {
  richText: (text: string, entities: Entity[], options: object) => unknown
  directionOf: (line: string) => string | undefined
}

const { document } = parseHTML('<html><body></body></html>')
let page: RichText

beforeAll(async () => {
  Object.assign(globalThis, { document })
  page = await import(new URL('../../src/playground/page/rich-text.js', import.meta.url).href)
})

function draw(text: string, entities: Entity[] = []): Drawing {
  const box: Drawing = document.createElement('div')
  box.append(page.richText(text, entities, { onCommand: () => undefined, words: { more: 'More' } }))
  return box
}

const withoutBreaks = (text: string) => text.replaceAll('\n', '')

test('a quotation stands between its lines, without empty ones around it', () => {
  const text = 'said:\nthe quay\nis open\nSource'
  expect(draw(text, [{ type: 'blockquote', offset: 6, length: 16 }]).innerHTML).toBe(
    '<div dir="ltr" class="line">said:</div>' +
      '<blockquote dir="ltr"><div dir="ltr" class="line">the quay</div><div dir="ltr" class="line">is open</div></blockquote>' +
      '<div dir="ltr" class="line">Source</div>',
  )
})

test('marks may be nested and may run over lines', () => {
  const { innerHTML } = draw('ab\ncd', [
    { type: 'bold', offset: 0, length: 5 },
    { type: 'italic', offset: 1, length: 1 },
  ])
  expect(innerHTML).toBe(
    '<div dir="ltr" class="line"><strong>a<em>b</em></strong></div><div dir="ltr" class="line"><strong>cd</strong></div>',
  )
})

const link = (url: string) => draw('go', [{ type: 'text_link', offset: 0, length: 2, url }]).innerHTML

test('a web link opens apart; any other address stays text', () => {
  expect(link('https://example.org/a?b="c"')).toContain('rel="noopener noreferrer"')
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'tg://user?id=1', ' java\nscript:x'])
    expect(link(url)).not.toContain('<a')
})

test('nothing in a text becomes markup, and no letter is lost, whatever the entities', () => {
  const type = fc.constantFrom(
    'bold',
    'italic',
    'code',
    'pre',
    'blockquote',
    'expandable_blockquote',
    'text_link',
    'spoiler',
    'bot_command',
    'unheard_of',
  )
  const entity = fc.record({ type, offset: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) })
  const text = fc.string({
    unit: fc.constantFrom('<', 'b', '>', '&', '\n', 'خ', '"', '/', ' '),
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, fc.array(entity, { maxLength: 6 }), (words, entities) => {
      const sorted = entities.toSorted((one, two) => one.offset - two.offset || two.length - one.length)
      const box = draw(
        words,
        sorted.filter(({ offset }) => offset < words.length),
      )
      expect(withoutBreaks(box.textContent)).toBe(withoutBreaks(words))
      expect(box.innerHTML.match(/<b>/)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('a line has the direction of its first strong letter', () => {
  const directions = [
    'ميناء',
    '• ميناء',
    'Reuters: ميناء',
    '\u200fReuters: ميناء',
    '12:30',
    '🇪🇬 مصر',
    '«خبر» AFP',
  ]
  expect(directions.map((line) => page.directionOf(line))).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'rtl',
    undefined,
    'ltr',
    'rtl',
  ])
})
