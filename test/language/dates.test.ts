import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { PublishedAt } from '../../src/articles/article.ts'
import { isDateLine, months, readDate, weekdayOf, weekdays } from '../../src/language/dates.ts'

describe('a day stays a day', () => {
  test.each([
    ['تاريخ النشر: 3rd, October 2023 GMT', '2023-10-03'],
    ['Published: 21st, June 2022 GMT', '2022-06-21'],
    ['الثلاثاء 3 يناير 2023', '2023-01-03'],
    ['الثلاثاء، 3 جانفي، 2023 على الساعة 08:15', '2023-01-03'],
    ['نشر بتاريخ: ٩ تشرين الثاني ٢٠٢١', '2021-11-09'],
    ['الخميس ٢ شباط ٢٠٢٣ - ٠٩:٤٥', '2023-02-02'],
    ['5 غشت 2020', '2020-08-05'],
    ['17 أوت 2019', '2019-08-17'],
    ['14 مارس/آذار 2022', '2022-03-14'],
    ['14 مارس (آذار) 2022', '2022-03-14'],
    ['14 آذار/ مارس 2022', '2022-03-14'],
    ['الأحد , يونيو 4 2023', '2023-06-04'],
    ['20 فبراير 2024م', '2024-02-20'],
    ['March 9, 2021', '2021-03-09'],
    ['Sept. 9, 2021', '2021-09-09'],
    ['2021-03-09', '2021-03-09'],
    ['2021/03/09 07:15', '2021-03-09'],
    ['09-03-2021', '2021-03-09'],
    ['23/9/2021', '2021-09-23'],
    ['9/23/2021', '2021-09-23'],
    ['2021-03-09T07:15:00', '2021-03-09'],
  ])('%s', (line, day) => {
    expect(readDate(line)).toBe(day)
    expect(isDateLine(line)).toBe(true)
  })
})

describe('a time with its zone keeps both', () => {
  test.each([
    ['2021-03-09T07:15:30Z', '2021-03-09T07:15:30+00:00'],
    ['2021-03-09T07:15:30.250+0330', '2021-03-09T07:15:30+03:30'],
    ['Tue, 09 Mar 2021 07:15:30 +0200', '2021-03-09T07:15:30+02:00'],
    ['Tue, 9 Mar 21 07:15 GMT', '2021-03-09T07:15:00+00:00'],
    ['Tue, 09 Mar 2021 07:15:30 EST', '2021-03-09T07:15:30-05:00'],
    ['Tue Mar 09 2021 07:15:30 +0200', '2021-03-09T07:15:30+02:00'],
    ['07:15 GMT 09.03.2021', '2021-03-09T07:15:00+00:00'],
    ['11/23/2022 02:05:09 PM - GMT (+3 )', '2022-11-23T14:05:09+03:00'],
    ['11/3/2022 12:05:09 AM - GMT (+3 )', '2022-11-03T00:05:09+03:00'],
    ['الثلاثاء 9 مارس 2021 - 07:15 بتوقيت غرينتش', '2021-03-09T07:15:00+00:00'],
    ['9 مارس 2021 الساعة 7:15 مساء (مكة المكرمة)', '2021-03-09T19:15:00+03:00'],
  ])('%s', (line, moment) => {
    expect(readDate(line)).toBe(moment)
  })
})

test('of an Islamic and a Gregorian date the Gregorian one is kept, and an Islamic one alone is none', () => {
  expect(
    readDate('الاثنين 12/9/1443 هـ - الموافق 13/4/2022 م الساعة 20:10 (مكة المكرمة)، 17:10 (غرينتش)'),
  ).toBe('2022-04-13T20:10:00+03:00')
  expect(readDate('13 أبريل 2022 الموافق 12 رمضان 1443')).toBe('2022-04-13')
  expect(readDate('12 رمضان 1443 هـ')).toBeUndefined()
})

test.each([
  '9999-99-99',
  '9999-99-99T999999',
  '31 February 2024',
  '31 شباط 2024',
  '2023-02-29',
  '2021-03-09T07:61:00Z',
  '2021-03-09T27:00:00Z',
  '2021-03-09T07:15:00+99:99',
  'Tue, 99 Jun 2009 12:00:00 GMT',
  'Tue, 9 Jun 2009 12:00:00 +zz:00',
  '0000-00-00 00:00:00',
  '2021',
  'yesterday',
  '',
])('what is no date gives none: %s', (line) => {
  expect(readDate(line)).toBeUndefined()
})

test('29 February exists in leap years only', () => {
  expect(readDate('29 February 2024')).toBe('2024-02-29')
  expect(readDate('29 February 2100')).toBeUndefined()
})

test('a day without a year is the last such day before the reference, and nothing without one', () => {
  expect(readDate('10 أبريل', { reference: '2024-04-12' })).toBe('2024-04-10')
  expect(readDate('December 30', { reference: '2024-01-02T08:00:00+02:00' })).toBe('2023-12-30')
  expect(readDate('10 أبريل')).toBeUndefined()
})

test('a sentence with a date in it is no date line', () => {
  expect(isDateLine('اجتمع المجلس البلدي يوم 3 يناير 2023 في قاعة المدينة')).toBe(false)
  expect(isDateLine('The council met on 3 January 2023.')).toBe(false)
  expect(isDateLine('2023')).toBe(false)
})

test('names of months and weekdays are found by their folded spelling', () => {
  expect(months.get('ابريل')).toBe(4)
  expect(months.get('كانون الاول')).toBe(12)
  expect(months.get('feb')).toBe(2)
  expect(weekdays.get('الاربعاء')).toBe(3)
  expect(weekdays.get('sun')).toBe(7)
  expect(weekdayOf('2024-04-10')).toBe(3)
})

test('any text gives a date of the published form or none, and quickly', () => {
  const pieces = fc.constantFrom(
    '2024',
    '1445',
    '12',
    '31',
    '٣',
    '-',
    '/',
    ':',
    ' ',
    'T',
    'Z',
    '+03:00',
    'GMT',
    '(',
    ')',
    'يناير',
    'May',
    'هـ',
    'PM',
    ',',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 40 }).map((it) => it.join('')),
      ),
      (text) => {
        const date = readDate(text)
        expect(date === undefined || PublishedAt.safeParse(date).success).toBe(true)
        expect(typeof isDateLine(text)).toBe('boolean')
      },
    ),
    { numRuns: 500 },
  )
})
