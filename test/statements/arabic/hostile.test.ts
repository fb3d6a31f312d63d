import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractArabic } from '../../../src/statements/arabic/arabic.ts'
import { findArabicPeople } from '../../../src/statements/arabic/people.ts'
import { wordOf } from '../../../src/statements/arabic/words.ts'
import { isVerbatim } from '../../../src/statements/verbatim.ts'

const words =
  'قال وقال أكد مؤكداً أن إن بأن إلى على من عن في بعد كان قد الذي وزير الوزير رئيس المدير باسم مجلس سليم القندلاوي نوال بن آل عبد الله سموه وأضاف قوله بحسب وفقا لوزارة حسبما كما أعلن نفى وجود طالب بزيادة اليوم أمس المرفأ السوق بَـيْتٌ ـ لا 12 . ، : " « » “ ” ( ) - … ؟ \n'.split(
    ' ',
  )
/** Sentences made of the words that the rules look at, in any order, with any marks. */
const article = array(constantFrom(...words), { maxLength: 90 }).map((list) => list.join(' '))
const anything = oneof(article, string({ unit: 'binary', maxLength: 200 }), string({ maxLength: 200 }))

describe('whatever the text is', () => {
  test('nothing fails, and every statement is the article letter for letter', () => {
    assert(
      property(anything, anything, (title, text) => {
        const statements = extractArabic({ title, text })
        expect(statements.every((it) => isVerbatim({ title, text }, it))).toBe(true)
        for (const { mentions } of findArabicPeople({ text }))
          for (const { start, end } of mentions)
            expect(start >= 0 && start < end && end <= text.length).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('words made to fall together are told apart', () => {
    // "Aa" and "BB" have one hash by 31; so have all words of them, of the same length.
    const fallTogether = Array.from({ length: 512 }, (_, n) =>
      Array.from({ length: 9 }, (__, bit) => ((n >> bit) & 1 ? 'Aa' : 'BB')).join(''),
    )
    expect(new Set(fallTogether.map((word) => wordOf(word).word)).size).toBe(512)
    expect(fallTogether.map((word) => wordOf(word).word)).toEqual(
      fallTogether.map((word) => word.toLowerCase()),
    )
  })

  test('a verb before marks that leave it no words says nothing', () => {
    expect(extractArabic({ title: '', text: 'طالب ” . قال' })).toEqual([])
  })
})
