// One utterance in the words of two outlets, and what only looks like one.

import { expect, test } from 'vitest'
import { isSameUtterance, type Uttered } from '../../src/statements/utterance.ts'

const ar = (words: string): Uttered => ({ words, language: 'ar' })
const en = (words: string): Uttered => ({ words, language: 'en' })

test.each([
  [
    ar('النيران اندلعت من تماس كهربائي في مخزن للأقمشة'),
    ar('اندلعت النيران في مخزن للأقمشة بسبب تماس كهربائي'),
  ],
  [
    en('the four quays were working again on Sunday'),
    en('all four quays had been working again since Sunday'),
  ],
  [en('We will clear them by Tuesday'), en('We will clear them by Tuesday.')],
  [ar('الميناء سيستقبل 12 سفينة يوم الأحد'), ar('سيستقبل الميناء يوم الأحد 12 سفينة')],
  [
    ar('الحكومة ستزيد ميزانية التعليم والصحة والنقل في العام المقبل'),
    en('the government will raise the budget of education, health and transport next year'),
  ],
])('one utterance: %j and %j', (one, other) => {
  expect(isSameUtterance(one, other)).toBe(true)
  expect(isSameUtterance(other, one)).toBe(true)
})

test.each([
  ['another thing', ar('النيران اندلعت من تماس كهربائي'), ar('الإطفاء سيطر على النيران فجر الأحد')],
  ['another figure', ar('الميناء سيستقبل 12 سفينة يوم الأحد'), ar('الميناء سيستقبل 40 سفينة يوم الأحد')],
  [
    'its denial',
    en('the port will be sold to the ministry'),
    en('the port will not be sold to the ministry'),
  ],
  ['too little to tell', en('it is good'), en('it is good')],
  [
    'another thing across languages',
    ar('الحكومة ستزيد ميزانية التعليم'),
    en('the court will hear the case in March'),
  ],
])('not one: %s', (_, one, other) => {
  expect(isSameUtterance(one, other)).toBe(false)
})
