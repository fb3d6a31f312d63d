// Which article a query means, in either language.

import { expect, test } from 'vitest'
import { type Indexed, rankArticles, readQuery } from '../../src/articles/rank.ts'
import { articleTerms } from '../../src/articles/terms.ts'

const article = (id: number, language: 'ar' | 'en', title: string, text: string): Indexed => ({
  id,
  language,
  terms: articleTerms({ title, text }, language),
})

const stored = [
  article(
    1,
    'en',
    'Port reopens',
    'The director of the port, Salim al-Qandalawi, said that eleven ships were waiting.',
  ),
  article(
    2,
    'en',
    'Teachers strike',
    'The union of teachers will strike on Monday over wages, its head Nawal said.',
  ),
  article(
    3,
    'ar',
    'حريق في السوق',
    'التهم حريق كبير ثلاثين متجرا في سوق المدينة، وقال قائد الإطفاء بشير العقيلي إن التحقيق بدأ.',
  ),
  article(4, 'ar', 'إضراب المعلمين', 'أجلت نقابة المعلمين الإضراب إلى يوم الاثنين بعد مفاوضات مع الوزارة.'),
  article(
    5,
    'en',
    'Wages of port workers',
    'Port workers asked for higher wages. The ships of the port carry grain; the port is old.',
  ),
]

const best = (query: string) => rankArticles(readQuery(query), stored)[0]?.id

test.each([
  ['how many ships wait at the port', 1],
  ['strike of the teachers', 2],
  ['متى يبدأ إضراب المعلمين', 4],
  ['الحرائق في الأسواق', 3],
  ['the fire in the market', 3],
  ['Bashir Aqili, fire chief', 3],
  ['القندلاوي والسفن', 1],
  // No term in common, but the pieces of a word that is misspelt; and words that only a list of common words joins.
  ['teachhers', 2],
  ['ثلاثون', 3],
  ['thirty', 3],
])('%s', (query, id) => {
  expect(best(query)).toBe(id)
})

test('what shares nothing with the query is left out; an empty query finds nothing', () => {
  expect(rankArticles(readQuery('elephants of Sumatra'), stored)).toEqual([])
  expect(rankArticles(readQuery(''), stored)).toEqual([])
  expect(rankArticles(readQuery('port'), [])).toEqual([])
})

test('words side by side count more than the same words apart', () => {
  const apart = article(1, 'en', '', 'The east bank of the river. A village on another hill has a bank.')
  const together = article(
    2,
    'en',
    '',
    'A village on the west bank of the river. Another hill is in the east.',
  )
  expect(rankArticles(readQuery('west bank'), [apart, together])[0]?.id).toBe(2)
})

test('a term with a quote in it is read as it was written', () => {
  const odd = [{ id: 7, language: 'other' as const, terms: "'l''avion':1A,2B '~LFN':3C" }]
  expect(rankArticles({ language: 'en', stems: ["l'avion"], known: [], sounds: [] }, odd)).toEqual([
    { id: 7, score: expect.any(Number) },
  ])
})
