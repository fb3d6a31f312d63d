import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { extractEnglish, findEnglishPeople } from '../../../src/statements/english/english.ts'
import type { Statement } from '../../../src/statements/statement.ts'

/** Pieces that the rules look at, in any order: most texts made of them are nonsense, and none may break a promise. */
const piece = constantFrom(
  ..."the a said says told that according to , . : ; “ ” \" ' ‘ ’ '' ( ) — Maria Brand Mr. Holm he she they who and but while not would rule out Reuters reporters Monday in statement on X minister of Ostrova was is closed bridge 45 U.S. \n \n\n".split(
    ' ',
  ),
  '\n\n',
  '\ud800',
  '🙂',
)
const hostile = array(piece, { maxLength: 120 }).map((pieces) => `the of was ${pieces.join(' ')}`)

const isTrue = (source: string, { text, start, end, quotes, adjuncts }: Statement): boolean =>
  source.slice(start, end) === text &&
  start < end &&
  quotes.every((quote) => quote.start >= start && quote.end <= end && quote.start < quote.end) &&
  adjuncts.every((adjunct) => adjunct.start < adjunct.end && adjunct.end <= source.length)

describe('extractEnglish on hostile text', () => {
  test('cuts every statement, quotation and adjunct out of the text itself', () => {
    assert(
      property(hostile, hostile, (text, title) => {
        const found = extractEnglish({ text, title })
        expect(found.filter((one) => !isTrue(one.in === 'title' ? title : text, one))).toEqual([])
        for (const one of found) expect(one.in === 'title' ? title : text).toContain(one.speaker)
      }),
      { numRuns: 300 },
    )
  })

  test('says the same twice, and never more than there is room for', () => {
    assert(
      property(hostile, (text) => {
        const found = extractEnglish({ text })
        expect(extractEnglish({ text })).toEqual(found)
        expect(found.length).toBeLessThanOrEqual(text.length / 4)
        expect(findEnglishPeople({ text }).every(({ mentions }) => mentions.length > 0)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  const endless: [string, string][] = [
    ['one sentence without an end', 'the mayor said that the bridge was closed and '],
    ['marks that never close', '“the bridge of Ostrova is closed, '],
    ['a name after a name', 'Maria Brand and Peter Holm of Ostrova, the mayor, '],
    ['a tag after a tag', '“It is closed,” said the mayor. “It is,” he said.\n\n'],
    ['single marks', "the mayors' 'bridge of the Ostrovas' "],
  ]
  test.each(endless)('reads 600,000 characters of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(600_000 / unit.length))
    // Quadratic time would take minutes, and the test's own limit would end it.
    expect(Array.isArray(extractEnglish({ text }))).toBe(true)
  })
})
