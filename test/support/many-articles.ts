// As many articles as a test wants, in both languages, each with two statements. People and places are invented.

import type { Draft } from '../../src/articles/article.ts'
import { courier, harbour } from './articles.ts'

const arabicGiven = ['سليم', 'حازم', 'نوال', 'رامي', 'سميرة']
const arabicFamily = ['القندلاوي', 'الزمردي', 'السنجقدار', 'البرقاوي']
const englishGiven = ['Salim', 'Hazim', 'Nawal', 'Rami', 'Samira']
const englishFamily = ['al-Qandalawi', 'al-Zumurrudi', 'al-Sanjaqdar', 'al-Barqawi']

export type Written = Pick<Draft, 'title' | 'text' | 'language'>

export const manyArticles = (count: number): Written[] =>
  Array.from({ length: count }, (_, number) => (number % 2 === 0 ? inArabic(number) : inEnglish(number)))

/** The same as a source gives them. */
export const manyDrafts = (count: number): Draft[] =>
  manyArticles(count).map((it, number) => ({
    ...(it.language === 'ar' ? harbour : courier),
    ...it,
    url: `https://marfa.example/many/${number}`,
  }))

const one = (names: readonly string[], number: number): string => names[number % names.length] ?? ''

function inArabic(number: number): Written {
  const family = one(arabicFamily, number >> 1)
  return {
    language: 'ar',
    title: `ميناء بحر الريم يستقبل السفينة رقم ${number}`,
    text: [
      `قال مدير ميناء بحر الريم ${one(arabicGiven, number)} ${family} إن السفينة رقم ${number} وصلت مساء الأحد.`,
      `وأضاف ${family}: "لن تنتظر السفينة رقم ${number} طويلا".`,
      'وتقع المدينة على ساحل بحر الريم.',
    ].join('\n'),
  }
}

function inEnglish(number: number): Written {
  const family = one(englishFamily, number >> 1)
  return {
    language: 'en',
    title: `Ship number ${number} reaches Bahr al-Reem port`,
    text: [
      `The director of Bahr al-Reem port, ${one(englishGiven, number)} ${family}, said on Sunday that ship number ${number} had arrived.`,
      `"Ship number ${number} will not wait for long," ${family} told reporters.`,
      'The town lies on the coast of the Reem sea.',
    ].join('\n'),
  }
}
