import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { entitiesMax, messageUnitsMax, splitMessage } from '../../src/delivery/split.ts'
import type { Entity } from '../../src/texts/message.ts'

test('a short message is one part and unchanged', () => {
  const message = { text: 'Hello', entities: [{ type: 'bold' as const, offset: 0, length: 5 }] }
  expect(splitMessage(message)).toEqual([message])
})

test('a long message is cut at a line, not inside one', () => {
  const line = `${'كلمة '.repeat(200)}\n`
  const parts = splitMessage({ text: line.repeat(6), entities: [] })
  expect(parts.length).toBeGreaterThan(1)
  for (const { text } of parts) expect(text.startsWith('كلمة') && text.endsWith('كلمة')).toBe(true)
})

test('a link is never cut in two', () => {
  const text = `${'x'.repeat(4090)} a link that stands on the border and more`
  const offset = 4091
  const parts = splitMessage({
    text,
    entities: [{ type: 'text_link', offset, length: 20, url: 'https://news.example' }],
  })
  const links = parts.flatMap((it) => it.entities.filter((entity) => entity.type === 'text_link'))
  expect(links.map((it) => it.length)).toEqual([20])
})

const bare = (it: string) => it.replace(/\s/g, '')

const message = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        fc.constantFrom('😀', 'خبر ', '\n\n', '. ', '👨‍👩‍👧‍👦'),
      ),
    ),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 300 }))),
  )
  .map(([words, marks]) => {
    const text = words.join('').repeat(12)
    const entities = marks.flatMap(([at, length]): Entity[] => {
      const offset = text.length === 0 ? 0 : at % text.length
      const kept = Math.min(length, text.length - offset)
      return kept > 0 ? [{ type: 'bold', offset, length: kept }] : []
    })
    return { text, entities }
  })

test('nothing but white space is lost, and every part fits', () => {
  fc.assert(
    fc.property(message, ({ text, entities }) => {
      const parts = splitMessage({ text, entities })
      for (const part of parts) {
        expect(part.text.length).toBeLessThanOrEqual(messageUnitsMax)
        expect(part.text.isWellFormed() || !text.isWellFormed()).toBe(true)
        expect(part.entities.length).toBeLessThanOrEqual(entitiesMax)
        for (const { offset, length } of part.entities)
          expect(length > 0 && offset >= 0 && offset + length <= part.text.length).toBe(true)
      }
      expect(bare(parts.map((it) => it.text).join(''))).toBe(bare(text))
    }),
    { numRuns: 60 },
  )
})
