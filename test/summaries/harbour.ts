import type { SummaryRecord } from '../../prompts/summarize.ts'

// Invented people, places and figures.
export const article = {
  title: 'ميناء بحر الريم يستأنف التفريغ بعد توقف يومين',
  text: `قال مدير ميناء بحر الريم سليم القندلاوي أمس الأحد إن الأرصفة الأربعة «عادت إلى العمل كاملة» بعد إصلاح عطل كهربائي.
وأضاف أن إحدى عشرة سفينة لا تزال تنتظر دورها خارج الميناء، وأن كلفة التوقف بلغت نحو 1.8 مليون دينار.
وزعمت نقابة البحارة أن العطل كان متوقعا، ولم يتسن التحقق من ذلك.`,
  language: 'ar' as const,
  publishedAt: '2026-11-23',
}

export const faithful: SummaryRecord = {
  evidence: [1, 2],
  people: [{ ar: 'سليم القندلاوي', en: 'Salim al-Qandalawi' }],
  topics: ['economy, business and finance'],
  sentences: [
    {
      rests_on: [1],
      ar: 'قال مدير ميناء بحر الريم سليم القندلاوي إن الأرصفة الأربعة عادت إلى العمل بعد إصلاح عطل كهربائي.',
      en: 'The director of Bahr al-Reem port, Salim al-Qandalawi, said that its four quays were working again after an electrical fault was repaired.',
    },
    {
      rests_on: [2],
      ar: 'ولا تزال 11 سفينة تنتظر دورها، وبلغت كلفة التوقف نحو 1.8 مليون دينار.',
      en: 'He said that 11 ships were still waiting and that the stoppage had cost about 1.8 million dinars.',
    },
  ],
  sayings: [],
  headline: { ar: 'ميناء بحر الريم يستأنف العمل', en: 'Bahr al-Reem port resumes work' },
}
