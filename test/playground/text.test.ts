import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, typedText } from '../../src/playground/text.ts'

const names = { text: 'text', entities: 'entities' }

/** What the server takes out or turns into a space, and what it must leave alone. */
const letter = fc.constantFrom('a', 'خ', ' ', '\n', '\t', '\r', '😀', '\u202b', '\u2068', '\u2069', '\u200f')

test('an entity marks the same letters after cleaning, wherever the server removed some', () => {
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(word, word, word, (before, marked, after) => {
      const text = `x${before}${marked}${after}x`
      const entities = [{ type: 'bold', offset: 1 + before.length, length: marked.length }]
      const result = readText({ text, entities }, names, 4096)
      const [entity] = result.entities
      const expected = marked.replaceAll(/[\r\u202b]/g, '').replaceAll('\t', ' ')
      const kept = entity ? result.text.slice(entity.offset, entity.offset + entity.length) : ''
      expect(kept).toBe(expected)
    }),
    { numRuns: 300 },
  )
})

test('what a person types is never refused, and cleaning it twice changes nothing more', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(letter, fc.constant('\ud83d'), fc.constant('/')), maxLength: 30 }),
      (typed) => {
        const once = typedText(typed)
        expect(typedText(once.text)).toEqual(once)
        for (const { offset, length } of once.entities)
          expect(offset + length).toBeLessThanOrEqual(once.text.length)
      },
    ),
    { numRuns: 300 },
  )
})
