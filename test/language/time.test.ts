import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clock, findTime } from '../../src/language/time.ts'

/** A Thursday; weeks begin on Saturday. */
const clock: Clock = { today: '2026-11-19', weekStart: 'sat' }
const inside = (text: string, at: Clock = clock): string => {
  const time = findTime(text, at)
  return time === null ? '' : `${time.from ?? ''}..${time.to ?? ''}`
}

const isOrdered = (list: string[]): boolean => {
  const time = findTime(list.join(' '), clock)
  return time === null || time.from === null || time.to === null || time.from <= time.to
}

describe('days and stretches of days', () => {
  test.each([
    ['today', '2026-11-19..2026-11-19'],
    ['اليوم الخميس', '2026-11-19..2026-11-19'],
    ['this morning', '2026-11-19..2026-11-19'],
    ['النهاردة', '2026-11-19..2026-11-19'],
    ['yesterday evening', '2026-11-18..2026-11-18'],
    ['last night', '2026-11-18..2026-11-18'],
    ['مبارح', '2026-11-18..2026-11-18'],
    ['مساء أمس', '2026-11-18..2026-11-18'],
    ['أول أمس', '2026-11-17..2026-11-17'],
    ['the day before yesterday', '2026-11-17..2026-11-17'],
    ['قبل يومين', '2026-11-17..2026-11-17'],
    ['three days ago', '2026-11-16..2026-11-16'],
    ['this week', '2026-11-14..2026-11-19'],
    ['هذا الأسبوع', '2026-11-14..2026-11-19'],
    ['الأسبوع الجاري', '2026-11-14..2026-11-19'],
    ['last week', '2026-11-07..2026-11-13'],
    ['الأسبوع اللي فات', '2026-11-07..2026-11-13'],
    ['two weeks ago', '2026-10-31..2026-11-06'],
    ['this month', '2026-11-01..2026-11-19'],
    ['الشهر الماضي', '2026-10-01..2026-10-31'],
    ['last year', '2025-01-01..2025-12-31'],
    ['هذا العام', '2026-01-01..2026-11-19'],
    ['in the last 3 days', '2026-11-17..2026-11-19'],
    ['آخر ٧ أيام', '2026-11-13..2026-11-19'],
    ['خلال الأيام الثلاثة الماضية', '2026-11-17..2026-11-19'],
    ['the past two weeks', '2026-11-06..2026-11-19'],
    ['آخر أسبوعين', '2026-11-06..2026-11-19'],
    ['in the past month', '2026-10-20..2026-11-19'],
    ['last 24 hours', '2026-11-18..2026-11-19'],
    ['recent days', '2026-11-13..2026-11-19'],
  ])('%s', (text, range) => {
    expect(inside(text)).toBe(range)
  })
})

describe('weekdays', () => {
  test.each([
    ['on Monday', '2026-11-16..2026-11-16'],
    ['يوم الأحد الماضي', '2026-11-15..2026-11-15'],
    ['مساء الثلاثاء', '2026-11-17..2026-11-17'],
    ['on Thursday', '2026-11-19..2026-11-19'],
    ['last Thursday', '2026-11-12..2026-11-12'],
    ['since Monday', '2026-11-16..2026-11-19'],
    ['منذ الاثنين', '2026-11-16..2026-11-19'],
    ['منذ يوم الخميس', '2026-11-12..2026-11-19'],
    ['from Monday to Wednesday', '2026-11-16..2026-11-18'],
  ])('%s', (text, range) => {
    expect(inside(text)).toBe(range)
  })
})

describe('dates', () => {
  test.each([
    ['in April 2024', '2024-04-01..2024-04-30'],
    ['في نيسان 2024', '2024-04-01..2024-04-30'],
    ['في شهر أفريل 2024', '2024-04-01..2024-04-30'],
    ['في كانون الثاني 2025', '2025-01-01..2025-01-31'],
    ['في فبراير', '2026-02-01..2026-02-28'],
    ['in December', '2025-12-01..2025-12-31'],
    ['مطلع أكتوبر', '2026-10-01..2026-10-31'],
    ['10 April', '2026-04-10..2026-04-10'],
    ['10 December', '2025-12-10..2025-12-10'],
    ['April 10th, 2024', '2024-04-10..2024-04-10'],
    ['العاشر من أبريل 2024', '2024-04-10..2024-04-10'],
    ['9 أبريل (نيسان) 2024', '2024-04-09..2024-04-09'],
    ['الاثنين 8 أبريل 2024', '2024-04-08..2024-04-08'],
    ['10/04/2024', '2024-04-10..2024-04-10'],
    ['بتاريخ ١٠/٤/٢٠٢٤', '2024-04-10..2024-04-10'],
    ['04/22/2024', '2024-04-22..2024-04-22'],
    ['10.4.24', '2024-04-10..2024-04-10'],
    ['2024-04-10', '2024-04-10..2024-04-10'],
    ['in 2023', '2023-01-01..2023-12-31'],
    ['عام ٢٠٢٣', '2023-01-01..2023-12-31'],
  ])('%s', (text, range) => {
    expect(inside(text)).toBe(range)
  })
})

describe('open and closed ranges', () => {
  test.each([
    ['since January', '2026-01-01..2026-11-19'],
    ['منذ بداية العام', '2026-01-01..2026-11-19'],
    ['since last week', '2026-11-07..2026-11-19'],
    ['منذ 2023', '2023-01-01..2026-11-19'],
    ['after 10 April 2024', '2024-04-11..2026-11-19'],
    ['بعد 10 أبريل 2024', '2024-04-11..2026-11-19'],
    ['before 2023', '..2022-12-31'],
    ['قبل أبريل 2024', '..2024-03-31'],
    ['until yesterday', '..2026-11-18'],
    ['between 1 March and 10 April 2024', '2024-03-01..2024-04-10'],
    ['بين يناير ومارس 2023', '2023-01-01..2023-03-31'],
    ['من 5 إلى 8 نيسان 2024', '2024-04-05..2024-04-08'],
    ['between December and March', '2025-12-01..2026-03-31'],
    ['منذ ثلاثة أيام', '2026-11-16..2026-11-19'],
  ])('%s', (text, range) => {
    expect(inside(text)).toBe(range)
  })
})

describe('what only looks like a time', () => {
  test.each([
    'what did Theresa May say',
    'هجوم 7 أكتوبر',
    'the 7 October attack',
    'Black Friday',
    '31/02/2024',
    'the march of the workers',
    'call 112',
    'أحد الوزراء',
    'the sun',
    'خطبة الجمعة',
  ])('%s', (text) => {
    expect(findTime(text, clock)).toBe(null)
  })

  test('words of a quotation are passed over', () => {
    expect(findTime('he said "today" on Monday', clock, [{ start: 9, end: 14 }])?.from).toBe('2026-11-16')
  })
})

test('weeks begin on the day that the reader has chosen', () => {
  expect(inside('last week', { ...clock, weekStart: 'mon' })).toBe('2026-11-09..2026-11-15')
  expect(inside('last week', { ...clock, weekStart: 'sun' })).toBe('2026-11-08..2026-11-14')
  expect(inside('this week', { today: '2026-11-14', weekStart: 'sat' })).toBe('2026-11-14..2026-11-14')
})

test('29 February is found in the last year that had one only when the year is given', () => {
  expect(inside('29 February 2024')).toBe('2024-02-29..2024-02-29')
  expect(inside('29/02/2025')).toBe('')
})

test('the span is the time as written, prepositions included', () => {
  const text = 'ماذا قال في شهر أبريل ٢٠٢٤ عن الغاز'
  const span = findTime(text, clock)?.span ?? { start: 0, end: 0 }
  expect(text.slice(span.start, span.end)).toBe('في شهر أبريل ٢٠٢٤')
})

test('a range never ends before it begins, and no text makes it throw', () => {
  const words = fc.constantFrom(
    'since',
    'between',
    'and',
    'in',
    'April',
    'May',
    '31',
    '29',
    'February',
    '2024',
    '2023',
    '0',
    '99/99/9999',
    'Monday',
    'last',
    'week',
    'ago',
    '366',
    'years',
    'منذ',
    'بين',
    'و',
    'آخر',
    'شهر',
    'يوم',
    'الماضي',
    'before',
    '-',
    '"',
  )
  expect(fc.check(fc.property(fc.array(words, { maxLength: 12 }), isOrdered), { numRuns: 500 }).failed).toBe(
    false,
  )
})
