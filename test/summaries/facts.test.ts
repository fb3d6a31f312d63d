// The card of key facts for readers of the other language: labelled lines of known words, or nothing.

import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractStatements } from '../../src/statements/extract.ts'
import { factsCard, type FactsArticle } from '../../src/summaries/facts.ts'

const article = (title: string, text: string, language: FactsArticle['language']): FactsArticle => ({
  title,
  text,
  language,
  place: null,
})

const card = (it: FactsArticle, topics: string[] = []) =>
  factsCard(it, { statements: extractStatements(it), topics }, it.language === 'ar' ? 'en' : 'ar')

const fares = article(
  'تعرفة جديدة للقطارات',
  'أعلن المجلس البلدي في وادي القرمز أن ثمن تذكرة القطار سيصبح 7 دنانير ابتداءً من 3 فبراير. وسيدفع 14 ألف راكب نصف الثمن.',
  'ar',
)
const flood = article(
  'Flood closes three bridges in Morocco',
  'A flood has closed three bridges near Rabat, the civil defence said on 4 March 2026. About 2 million people are without electricity and prices rose by 12%.',
  'en',
)

describe('an Arabic article for an English reader', () => {
  test('says who, what and when', () => {
    expect(card(fares)).toEqual({
      headline: expect.stringContaining('ew fare'),
      body: expect.stringMatching(
        /^• Who: the town council announced \(أعلن\)\n• What: .*price of the train ticket.*7 dinars.*\n• When: 3 February$/,
      ),
    })
  })

  test('names its topics and the place that it was written from', () => {
    const body = card({ ...fares, place: 'الرباط' }, ['medtop:04000000'])?.body ?? ''
    expect(body).toContain('• Where: Rabat')
    expect(body).toContain('• Topic: economy, business and finance')
  })
})

test('an English article for an Arabic reader', () => {
  const body = card(flood)?.body ?? ''
  expect(body).toMatch(/• متى: 4 مارس 2026/)
  expect(body).toMatch(/• أين: .*الرباط/)
  expect(body).toMatch(/2 مليون شخص/)
})

test('there is no card in the article’s own language, in a third one, or of less than two facts', () => {
  expect(factsCard(fares, { statements: [], topics: [] }, 'ar')).toBeUndefined()
  expect(factsCard({ ...fares, language: 'other' }, { statements: [], topics: [] }, 'en')).toBeUndefined()
  expect(card(article('زنبرك', 'زنبرك قرمز بندق.', 'ar'), ['medtop:04000000'])).toBeUndefined()
})

test('a headline whose every word is known is put over whole', () => {
  expect(card({ ...fares, title: 'اتفاق تجاري بين مصر وتونس' })?.headline).toBe(
    'Trade deal between Egypt and Tunisia',
  )
})

test('a card has at most sixty words, and every number in it stands in the article', () => {
  const words =
    'السفن الميناء أعلنت الحكومة المصرية 12 3 مليون دينار مايو في تونس الوزير قال إن الأسعار ضد سليم القندلاوي . ،'.split(
      ' ',
    )
  assert(
    property(array(constantFrom(...words), { maxLength: 120 }), (list) => {
      const text = list.join(' ')
      const made = card(article('', text, 'ar'))
      const body = made?.body ?? ''
      expect(body.split(/\s+/).length).toBeLessThanOrEqual(60)
      for (const number of body.match(/\d+/g) ?? []) expect(text).toContain(number)
    }),
    { numRuns: 150 },
  )
})

test('nothing crashes', () => {
  assert(
    property(
      string({ unit: 'binary', maxLength: 200 }),
      constantFrom('ar' as const, 'en' as const),
      (text, language) => {
        expect(() => card(article(text.slice(0, 20), text, language))).not.toThrow()
      },
    ),
    { numRuns: 150 },
  )
})
