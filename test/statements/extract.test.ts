import { describe, expect, test } from 'vitest'
import { extractStatements, findPeople } from '../../src/statements/extract.ts'
import { isVerbatim } from '../../src/statements/verbatim.ts'

const arabic = {
  title: 'الحلاق: الجسر آمن ولا خطر على السيارات',
  text: 'قال وزير النقل باسل الحلاق إن الجسر آمن. وأضاف: "لا خطر على أحد".',
}

describe('statements of an article', () => {
  test('those of the title come first, then those of the text by their place', () => {
    expect(extractStatements(arabic).map((it) => [it.in, it.text])).toEqual([
      ['title', 'الجسر آمن ولا خطر على السيارات'],
      ['text', 'الجسر آمن'],
      ['text', 'لا خطر على أحد'],
    ])
  })

  test('each is the article, letter for letter', () => {
    expect(extractStatements(arabic).every((it) => isVerbatim(arabic, it))).toBe(true)
  })

  test('an English article is read by the English rules', () => {
    const text =
      'Salim Qandalawi, the port director, said that the four quays were working again after the strike.'
    expect(extractStatements({ text }).map((it) => it.person)).toEqual(['Salim Qandalawi'])
    expect(findPeople({ text }).map((it) => it.name)).toEqual(['Salim Qandalawi'])
  })

  test.each([
    ['Persian', 'وزیر راه گفت که پل جدید تا پایان سال آماده می‌شود و کارگران کار را آغاز کرده‌اند.'],
    ['French', 'Le ministre a déclaré que le pont serait prêt avant la fin de l’année.'],
    ['nothing', '12.10.2026 — 14:00'],
  ])('%s yields nothing', (_, text) => {
    expect(extractStatements({ text })).toEqual([])
    expect(findPeople({ text })).toEqual([])
  })
})

describe('the verbatim gate', () => {
  const [statement] = extractStatements({ text: arabic.text })
  const good = statement && { ...statement }

  test('lets the article’s own words through', () => {
    expect(good && isVerbatim(arabic, good)).toBe(true)
  })

  test.each([
    ['another word', { text: 'الجسر آمنة' }],
    ['a shifted place', { start: 3 }],
    ['a place beyond the end', { end: 9_999 }],
    ['a place that is no whole number', { start: 1.5 }],
    ['a quote outside the words', { quotes: [{ start: 0, end: 3 }] }],
    ['the title’s place', { in: 'title' as const }],
  ])('stops %s', (_, change) => {
    expect(good && isVerbatim(arabic, { ...good, ...change })).toBe(false)
  })
})
