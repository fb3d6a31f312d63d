import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, bold, compose, link, quoted, withoutMarks } from '../../src/texts/message.ts'

const RLM = '\u200f'
const FSI = '\u2068'
const PDI = '\u2069'

test('an Arabic line that begins with Latin begins with a right-to-left mark, and the Latin is isolated', () => {
  expect(compose([['RT Arabic عن نوفوستي']], 'ar').text).toBe(`${RLM}${FSI}RT Arabic${PDI} عن نوفوستي`)
})

test('an Arabic line that begins with an Arabic letter needs no mark', () => {
  expect(compose([['المصدر: صحيفة المرفأ']], 'ar').text).toBe('المصدر: صحيفة المرفأ')
})

test('a digit, a bullet and a quotation mark do not settle a direction, so the mark does', () => {
  for (const line of ['3 تصريحات', '• الموضوع', '«خبر» الآن'])
    expect(compose([[line]], 'ar').text).toBe(RLM + line)
})

test('an English line that begins with Arabic stays left to right', () => {
  expect(compose([['أكد (affirmed)']], 'en').text).toBe(`\u200e${FSI}أكد${PDI} (affirmed)`)
})

test('a line in another language than the message has that language’s direction', () => {
  const lines = [['News'], { pieces: ['2. ميناء بحر الريم يستأنف العمل'], language: 'ar' as const }]
  expect(compose(lines, 'en').text).toBe(`News\n${RLM}2. ميناء بحر الريم يستأنف العمل`)
})

test("an article's words go out letter for letter, whatever their script", () => {
  const words = '"RT Arabic قالت: Hello, عالم 3.5%"'
  const { text, entities } = compose([['قال:'], quoted(words)], 'ar')
  expect(text).toBe(`قال:\n${words}`)
  expect(entities).toEqual([{ type: 'blockquote', offset: 5, length: words.length }])
})

test('the shown part of a paragraph is bold inside its quotation', () => {
  const { text, entities } = compose([quoted('one two three', { start: 4, end: 7 })], 'en')
  const part = entities.find((it) => it.type === 'bold')
  expect(text.slice(part?.offset, (part?.offset ?? 0) + (part?.length ?? 0))).toBe('two')
})

test('a name is bold from its first to its last unit, its isolate included', () => {
  const { text, entities } = compose([[bold('Peskov'), '، المتحدث']], 'ar')
  const [name] = entities
  expect(text.slice(name?.offset, (name?.offset ?? 0) + (name?.length ?? 0))).toBe(`${FSI}Peskov${PDI}`)
})

test('only web addresses become links', () => {
  expect(compose([[link('here', 'https://news.example/1')]], 'en').entities).toHaveLength(1)
  expect(compose([[link('here', 'javascript:alert(1)')]], 'en').entities).toEqual([])
  expect(compose([[link('here', null)]], 'en').entities).toEqual([])
})

test('blank lines are neither first nor last nor doubled', () => {
  expect(compose([blank, ['a'], blank, blank, ['b'], blank], 'en').text).toBe('a\n\nb')
})

const bare = (it: string) => withoutMarks(it).replace(/\s/g, '')

test('whatever the words, entities stay inside the text and only marks of direction are added', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean())),
      fc.constantFrom('ar' as const, 'en' as const),
      (parts, language) => {
        const lines = parts.map(([words, isBold]) => [
          isBold ? bold(words.replaceAll('\n', ' ')) : words.replaceAll('\n', ' '),
        ])
        const { text, entities } = compose(lines, language)
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
        }
        expect(bare(text)).toBe(bare(parts.map(([it]) => it).join('')))
      },
    ),
  )
})

test('a long quotation unfolds by a tap, a paragraph that was asked for is shown whole', () => {
  const words = 'كلام '.repeat(100)
  expect(compose([quoted(words)], 'ar').entities).toMatchObject([{ type: 'expandable_blockquote' }])
  expect(compose([quoted(words, { start: 0, end: 4 })], 'ar').entities[0]).toMatchObject({
    type: 'blockquote',
  })
})

test.each(['https://', 'http://[', 'ftp://x.example', 'javascript:alert(1)'])('%s is no link', (address) => {
  expect(compose([[link('here', address)]], 'en').entities).toEqual([])
})
