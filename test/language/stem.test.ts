import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedWords } from '../../src/language/normalise.ts'
import { isStopWord, stem, stems } from '../../src/language/stem.ts'

const same = (language: 'ar' | 'en', forms: string) =>
  new Set(foldedWords(forms).map((word) => stem(word, language))).size

describe('stems', () => {
  test.each([
    'هجمات الهجمات والهجمات بالهجمات هجمة للهجمات فالهجمات',
    'السيبرانية سيبرانية السيبراني السیبرانیة',
    'ميناء الميناء والميناء للميناء',
    'المعلمون معلمين المعلمات معلمة والمعلم',
    'مدرسة المدرسة مدرسته مدرستها',
  ])('brings the Arabic forms together: %s', (forms) => {
    expect(same('ar', forms)).toBe(1)
  })

  test.each([
    'vote votes voted voting',
    'plan plans planned planning',
    'city cities',
    'strike strikes striking',
    'teacher teachers',
    'call called calling',
    'watch watches watched',
    'port ports',
  ])('brings the English forms together: %s', (forms) => {
    expect(same('en', forms)).toBe(1)
  })

  test.each([
    ['ar', 'ميناء مدينة'],
    ['ar', 'بيسكوف بوتين'],
    ['ar', 'قال قالب'],
    ['en', 'bus business'],
    ['en', 'new news need'],
    ['en', 'ring red string'],
    ['en', 'Jean Jane'],
  ] as const)('keeps different words apart (%s): %s', (language, words) => {
    expect(same(language, words)).toBe(words.split(' ').length)
  })

  test('a name keeps its first letter though it looks like a preposition', () => {
    expect(stem('بيسكوف', 'ar')).toBe('بيسكوف')
    expect(stem('ليوكمانوف', 'ar')).toBe('ليوكمانوف')
  })

  test('stop words of the text are left out, those of the other language are not', () => {
    expect(stems('وقد كان الميناء في المدينة', 'ar')).toEqual([stem('الميناء', 'ar'), stem('المدينه', 'ar')])
    expect(stems('The port is not in the town', 'en')).toEqual(['port', 'town'])
    expect(stems('منظمة WHO', 'ar')).toContain('who')
  })

  test('a Latin name has the same stem in texts of both languages, accents or not', () => {
    expect(stems('صحيفة Reem Times', 'ar').slice(1)).toEqual(stems('Reem Times', 'en'))
    expect(stems('Noël', 'en')).toEqual(stems('Noel', 'en'))
  })

  test('numbers are kept, in one form for all digits', () => {
    expect(stems('١٢ سفينة', 'ar')[0]).toBe('12')
  })

  test('stop words are recognised after folding', () => {
    expect(isStopWord('الي', 'ar')).toBe(true)
    expect(isStopWord('ميناء', 'ar')).toBe(false)
  })

  test('any text gives non-empty stems and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ar' as const, 'en' as const),
        (text, language) => {
          expect(stems(text, language).every((it) => it !== '')).toBe(true)
        },
      ),
    )
  })
})
