// The articles that tests know by name. People, places and outlets are invented.

import type { SummaryRecord } from '../../prompts/summarize.ts'
import type { Draft } from '../../src/articles/article.ts'

const nothing = {
  externalId: null,
  url: null,
  source: null,
  agency: null,
  author: null,
  place: null,
  publishedAt: null,
  keywords: [],
  origin: null,
}

/** A port director speaks twice, a minister once; the union's head is named and silent. */
export const harbour: Draft = {
  ...nothing,
  url: 'https://marfa.example/harbour',
  title: 'ميناء بحر الريم يستأنف العمل',
  text: [
    'قال مدير ميناء بحر الريم سليم القندلاوي إن الأرصفة الأربعة عادت إلى العمل مساء الأحد بعد إصلاح العطل.',
    'وأضاف القندلاوي: "لن نغلق الميناء مرة أخرى هذا العام".',
    'وأكد وزير النقل حازم الزمردي للصحفيين، تعليقا على تصريحات مدير الميناء، أن الوزارة ستحقق في أسباب العطل.',
    'وحضر الزيارة نقيب البحارة رامي السنجقدار.',
  ].join('\n'),
  language: 'ar',
  source: 'صحيفة المرفأ',
  agency: null,
  publishedAt: '2026-11-22',
}

/** What an honest model writes about it. */
export const faithful: SummaryRecord = {
  evidence: [1],
  people: [],
  topics: [],
  sentences: [
    {
      rests_on: [1],
      ar: 'قال مدير ميناء بحر الريم سليم القندلاوي إن الأرصفة الأربعة عادت إلى العمل بعد إصلاح العطل.',
      en: 'The director of Bahr al-Reem port, Salim al-Qandalawi, said that its four quays were working again after the fault was repaired.',
    },
  ],
  sayings: [],
  headline: { ar: 'ميناء بحر الريم يستأنف العمل', en: 'Bahr al-Reem port resumes work' },
}

/** The same director, in English. */
export const courier: Draft = {
  ...nothing,
  url: 'https://courier.example/port',
  title: 'Port reopens after two days',
  text: [
    'The director of Bahr al-Reem port, Salim al-Qandalawi, said on Sunday that eleven ships were still waiting.',
    '"We will clear them by Tuesday," al-Qandalawi told reporters.',
    'A spokeswoman for the transport ministry denied that the port would be sold.',
  ].join('\n'),
  language: 'en',
  source: 'The Reem Courier',
  publishedAt: '2026-11-23',
}

/** A namesake of the director's. */
export const teachers: Draft = {
  ...nothing,
  url: 'https://nasim.example/teachers',
  title: 'معلمو تل نسيم يؤجلون الإضراب',
  text: 'نفت نقيبة المعلمين نوال القندلاوي إلغاء الإضراب. وقالت القندلاوي إن موعده الجديد هو 30 نوفمبر.',
  language: 'ar',
  source: 'إذاعة تل نسيم',
  publishedAt: '2026-11-18',
}

/** No date, no statement. */
export const undated: Draft = {
  ...nothing,
  origin: 'file:/news/rain.txt#0',
  title: 'Rain over the valley',
  text: 'It rained over Wadi al-Samar for three days. The road to the coast is open.',
  language: 'en',
}
