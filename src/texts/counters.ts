// Things by their number, as each language counts them: «مقالان», "2 articles".

import { counter } from './words.ts'

export const counters = {
  ar: {
    articles: counter('ar', {
      zero: 'لا مقالات',
      one: 'مقال واحد',
      two: 'مقالان',
      few: '# مقالات',
      many: '# مقالاً',
      other: '# مقال',
    }),
    /** After a preposition: «في مقالين». */
    inArticles: counter('ar', {
      zero: 'لا مقالات',
      one: 'مقال واحد',
      two: 'مقالين',
      few: '# مقالات',
      many: '# مقالاً',
      other: '# مقال',
    }),
    statements: counter('ar', {
      zero: 'لا تصريحات',
      one: 'تصريح واحد',
      two: 'تصريحان',
      few: '# تصريحات',
      many: '# تصريحاً',
      other: '# تصريح',
    }),
    people: counter('ar', { two: 'شخصان', few: '# أشخاص', many: '# شخصاً', other: '# شخص' }),
    years: counter('ar', { one: 'عام', two: 'عامين', few: '# أعوام', many: '# عاماً', other: '# عام' }),
    months: counter('ar', { one: 'شهر', two: 'شهرين', few: '# أشهر', many: '# شهراً', other: '# شهر' }),
    sources: counter('ar', {
      one: 'مصدر واحد',
      two: 'مصدرين',
      few: '# مصادر',
      many: '# مصدراً',
      other: '# مصدر',
    }),
    words: counter('ar', {
      one: 'كلمة واحدة',
      two: 'كلمتان',
      few: '# كلمات',
      many: '# كلمة',
      other: '# كلمة',
    }),
  },
  en: {
    articles: counter('en', { one: '1 article', other: '# articles' }),
    sources: counter('en', { one: '1 source', other: '# sources' }),
    statements: counter('en', { one: '1 statement', other: '# statements' }),
    years: counter('en', { one: 'a year', two: 'two years', other: '# years' }),
    months: counter('en', { one: 'a month', other: '# months' }),
  },
}
