import { expect, test } from 'vitest'
import { texts } from '../../src/texts/texts.ts'
import { formatDay, withPrefix } from '../../src/texts/words.ts'

test.each([
  [1, 'المحفوظ الآن: مقال واحد'],
  [2, 'المحفوظ الآن: مقالان'],
  [3, 'المحفوظ الآن: 3 مقالات'],
  [11, 'المحفوظ الآن: 11 مقالاً'],
  [100, 'المحفوظ الآن: 100 مقال'],
])('Arabic counts %i articles as it should', (count, words) => {
  expect(texts.ar.stored({ count, arabic: count, english: 0 })).toBe(words)
})

test('two articles are both in Arabic, three are all in Arabic', () => {
  expect(texts.en.stored({ count: 2, arabic: 2, english: 0 })).toBe('Stored now: 2 articles, both in Arabic')
  expect(texts.en.stored({ count: 3, arabic: 3, english: 0 })).toBe('Stored now: 3 articles, all in Arabic')
  expect(texts.en.stored({ count: 3, arabic: 1, english: 2 })).toBe(
    'Stored now: 3 articles, 1 in Arabic and 2 in English',
  )
})

test('what was published long ago says so', () => {
  expect(texts.ar.published('2024-04-10', 956)).toBe('نُشر: 10 أبريل 2024، أي قبل أكثر من عامين')
  expect(texts.en.published('2024-04-10', 956)).toBe('Published: 10 April 2024, more than two years ago')
  expect(texts.en.published('2026-11-23', 1)).toBe('Published: 23 November 2026, yesterday')
})

test('a day is the same day in every zone', () => {
  expect(formatDay('2024-04-10', 'en')).toBe('10 April 2024')
  expect(formatDay('2024-04-10T23:30:00-08:00', 'ar')).toBe('10 أبريل 2024')
})

test('the preposition joins an Arabic name as Arabic writes it', () => {
  expect(withPrefix('ل', 'بيسكوف')).toBe('لبيسكوف')
  expect(withPrefix('ل', 'القندلاوي')).toBe('للقندلاوي')
  expect(withPrefix('ل', 'Peskov')).toBe('لـ Peskov')
})

test('where two articles were searched, their dates are told apart', () => {
  const extent = { count: 2, undated: 1, first: '2024-04-10', last: '2024-04-10' }
  expect(texts.ar.searchedIn(extent)).toBe('في: مقالين، أحدهما بتاريخ 10 أبريل 2024 والآخر بلا تاريخ')
  expect(texts.en.searchedIn(extent)).toBe('In: 2 articles, one of 10 April 2024, one undated')
})

test('every command of the menu fits what Telegram takes', () => {
  for (const { commands } of Object.values(texts))
    for (const [command, description] of Object.entries(commands)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeLessThanOrEqual(256)
    }
})
