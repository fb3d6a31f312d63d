import { expect, test } from 'vitest'

import { splitKeywords } from '../../src/sources/keywords.ts'

const text =
  'زار الوزير هيثم الوراق ميناء سلمانة الشمالي. ودعت نقابة البحارة بوزارة النقل البحري إلى التصدي للقرصنة البحرية.'

test('words that stand in a row in the text stay together', () => {
  expect(splitKeywords('هيثم الوراق نقابة البحارة سفن', text)).toEqual([
    'هيثم الوراق',
    'نقابة البحارة',
    'سفن',
  ])
})

test('a phrase is found behind a joined preposition, and shown without it', () => {
  expect(splitKeywords('وزارة النقل البحري القرصنة البحرية', text)).toEqual([
    'وزارة النقل البحري',
    'القرصنة البحرية',
  ])
})

test('Persian letters are shown as the text spells them, or in Arabic ones', () => {
  expect(splitKeywords('میناء سلمانة الشمالی بحریة', text)).toEqual(['ميناء سلمانة الشمالي', 'بحرية'])
})

test('words with a full stop between them are not in a row', () => {
  expect(splitKeywords('الشمالي ودعت', text)).toEqual(['الشمالي', 'ودعت'])
})

test('known phrases and heads that want a word keep it, where the text does not help', () => {
  expect(splitKeywords('أمن الانترنت انترنت وزارة الثقافة باريس', text)).toEqual([
    'أمن الانترنت',
    'انترنت',
    'وزارة الثقافة',
    'باريس',
  ])
})

test.each([
  ['سفن، ميناء سلمانة , بحارة', ['سفن', 'ميناء سلمانة', 'بحارة']],
  ['ports | ferry lines | Salmana', ['ports', 'ferry lines', 'Salmana']],
  ['#ميناء_سلمانة #سفن', ['ميناء سلمانة', 'سفن']],
  ['سفن، سفن', ['سفن']],
  ['', []],
])('separated lines are split where they say: %s', (line, keywords) => {
  expect(splitKeywords(line, text)).toEqual(keywords)
})
