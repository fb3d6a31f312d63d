import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Question, understand } from '../../src/answers/question.ts'
import { clock } from './question-rows.ts'

const guesses = (question: string): string[] => understand(question, clock).speakerGuesses
const gender = (question: string): Question['gender'] => understand(question, clock).gender

describe('names and who is meant by them', () => {
  test('an Arabic «لـ» is taken off where it is a preposition, and both readings are offered', () => {
    expect(guesses('آخر تصريح لشولتس')).toEqual(['شولتس', 'لشولتس'])
    expect(guesses('تصريحات ليوكمانوف')).toEqual(['ليوكمانوف', 'يوكمانوف'])
    expect(guesses('تصريحات لأردوغان')).toEqual(['أردوغان', 'لأردوغان'])
    expect(guesses('تصريحات للوزير')).toEqual(['الوزير', 'للوزير'])
    expect(guesses('تصريحات لوليد')).toEqual(['وليد', 'لوليد'])
  })

  test('the subject of a verb carries no preposition: its letters are all its own', () => {
    expect(guesses('ماذا قال ليوكمانوف؟')).toEqual(['ليوكمانوف'])
    expect(guesses('ماذا قالت ليلى؟')).toEqual(['ليلى'])
    expect(guesses('تصريحات لافروف')).toEqual(['لافروف'])
  })

  test('a follow-up name may carry «و»', () => {
    expect(guesses('وشولتس؟')).toEqual(['شولتس', 'وشولتس'])
    expect(guesses('وليد جنبلاط')).toEqual(['وليد جنبلاط'])
  })

  test('the listener or a country after «لـ» is no part of the name', () => {
    expect(understand('ماذا قال القندلاوي لصحيفة المرفأ عن الرافعات', clock)).toMatchObject({
      speakers: ['القندلاوي'],
      topic: 'الرافعات',
    })
    expect(understand('رسالة شولتس لفرنسا', clock)).toMatchObject({ speakers: ['شولتس'], topic: 'فرنسا' })
  })

  test('a feminine verb or pronoun decides the gender, a masculine verb does not', () => {
    expect(gender('ماذا قالت القندلاوي؟')).toBe('f')
    expect(gender('شو بتقول القندلاوي عن الميناء')).toBe('f')
    expect(gender('هل علقت القندلاوي على الإضراب')).toBe('f')
    expect(gender('what did she say about gas')).toBe('f')
    expect(gender('ماذا قال القندلاوي؟')).toBe(null)
    expect(gender('هل تحدث القندلاوي عن الميناء')).toBe(null)
    expect(gender('what did Qandalawi say')).toBe(null)
  })

  test('two people stand in the order in which they were named', () => {
    expect(understand('compare Macron and Scholz on gas', clock).speakerGuesses).toEqual(['Macron', 'Scholz'])
  })
})

describe('time in questions', () => {
  test('the words that said when are handed back as written', () => {
    expect(understand('ماذا قال شولتس في أبريل 2024 عن الغاز؟', clock)).toMatchObject({
      topic: 'الغاز',
      timeWords: 'في أبريل 2024',
      from: '2024-04-01',
      to: '2024-04-30',
    })
  })

  test('a time inside a quotation is what was said, not when', () => {
    expect(understand('من قال "الحرب تنتهي اليوم"؟', clock)).toMatchObject({
      topic: 'الحرب تنتهي اليوم',
      from: null,
      to: null,
    })
  })

  test('weeks begin where the reader lives', () => {
    const [sat, sun, mon] = (['sat', 'sun', 'mon'] as const).map(
      (weekStart) => understand('what did Scholz say this week', { ...clock, weekStart }).from,
    )
    expect([sat, sun, mon]).toEqual(['2026-11-14', '2026-11-15', '2026-11-16'])
  })
})

describe('hostile input', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'ماذا',
      'قال',
      'عن',
      'what',
      'did',
      'say',
      'about',
      'compare',
      'and',
      'بين',
      'و',
      '"',
      '«',
      '، ',
      '\n',
      '2024',
      '31/02/2024',
      'in',
      'منذ',
      'ل',
      "'s",
      '🙂',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )

  test('never throws, and every name and topic is made of the text that was sent', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        const question = words.join(' ')
        const read = understand(question, clock)
        const sent = new Set(question.normalize('NFKC').split(''))
        for (const text of [...read.speakers, read.topic ?? '']) {
          for (const letter of text.match(/[^\sال]/g) ?? []) expect(sent.has(letter)).toBe(true)
        }
        expect(read.kind === 'compare' ? read.speakers.length : Math.min(read.speakers.length, 1)).toBe(
          read.speakers.length,
        )
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['one word again and again', 'ماذا قال '.repeat(500)],
    ['and, and, and', `compare ${'Scholz and '.repeat(400)}`],
    ['possessives', `what is ${"Scholz's ".repeat(450)}`],
    ['marks', '"«“'.repeat(1_400)],
    ['one long word', 'ق'.repeat(4_000)],
    ['times', 'since Monday between '.repeat(200)],
    [
      'an article',
      'The port of Bahr al-Reem resumed work after two days, its director said on Sunday. '.repeat(48),
    ],
  ])('4,000 characters are read: %s', (_, question) => {
    expect(understand(question, clock).kind).toBeDefined()
  })
})
