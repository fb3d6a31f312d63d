import { expect, test } from 'vitest'
import { confidenceOf, shownFrom } from '../../src/statements/confidence.ts'
import { extractStatements } from '../../src/statements/extract.ts'
import type { Statement } from '../../src/statements/statement.ts'

const said: Statement = {
  speaker: 'Mayor Tilda Brand',
  person: 'Tilda Brand',
  persons: ['Tilda Brand'],
  role: 'Mayor',
  verb: 'said',
  verbClass: 'say',
  form: 'direct',
  in: 'text',
  text: 'the bridge is rotten and will be closed on Friday',
  start: 0,
  end: 49,
  quotes: [],
  via: [],
  adjuncts: [],
}

test.each<[string, Partial<Statement>]>([
  ['reported speech', { form: 'indirect' }],
  ['a pronoun', { speaker: 'She' }],
  ['an office whose holder is named elsewhere', { speaker: 'the mayor' }],
  ['a body', { speaker: 'the town council', person: null, persons: [] }],
  ['a demand', { verbClass: 'demand' }],
  ['two words', { text: 'rotten bridge' }],
  ['no verb', { verb: '' }],
  ['a headline', { in: 'title' }],
])('%s is less sure than a quotation with a name, and still shown', (_, change) => {
  const confidence = confidenceOf({ ...said, ...change })
  expect(confidence).toBeLessThan(confidenceOf(said))
  expect(confidence).toBeGreaterThanOrEqual(shownFrom)
})

test('words that nobody is said to have spoken are not shown as anybody’s', () => {
  expect(confidenceOf({ ...said, speaker: '', person: null, persons: [] })).toBeLessThan(shownFrom)
})

test('every statement carries one, between 0 and 1', () => {
  const found = extractStatements({
    text: 'Mayor Tilda Brand said the bridge was rotten. "It will fall," she added.',
  })
  expect(found.length).toBeGreaterThan(1)
  for (const { confidence } of found) expect(confidence > 0 && confidence <= 1).toBe(true)
})
