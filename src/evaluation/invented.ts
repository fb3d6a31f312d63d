// Articles that nobody wrote, as many as a bench wants: the length and the turns of news, in both languages, the same each time.
// People and places are invented; each article is another text, so that none is taken for a duplicate.

import type { Language } from '../language/script.ts'
import { pickOf, sequence } from './sequence.ts'

export type InventedArticle = {
  id: string
  title: string
  text: string
  source: string
  publishedAt: string
}

type Pick = <Item>(items: readonly Item[]) => Item

/** Half of them Arabic, half English. */
export function inventArticles(count: number): InventedArticle[] {
  const random = sequence(20_240_412)
  const pick: Pick = (items) => pickOf(random, items)
  return Array.from({ length: count }, (_, i) => {
    const words = i % 2 === 0 ? arabic : english
    const day = new Date(Date.UTC(2026, 0, 1 + (i % 300)))
    return {
      id: `invented-${i}`,
      title: `${pick(words.matters)} ${words.inPlace} ${pick(words.places)} ${i}`,
      text: Array.from({ length: paragraphsEach }, (__, n) => paragraph(words, pick, n % 3 < 2)).join('\n'),
      source: words.source,
      publishedAt: day.toISOString().slice(0, 10),
    }
  })
}

export type InventedQuestion = {
  text: string
  language: Language
  /** Whom it asks about, as articles write the name. */
  names: Record<Language, string>
  /** As the question writes it: one in five in another spelling. */
  asked: string
  /** What it asks about, in both languages; null for anything. */
  matters: Record<Language, string> | null
}

/** As many questions, about the people and matters of the articles, in both languages. */
export function inventQuestions(count: number): InventedQuestion[] {
  const random = sequence(7)
  const place = (items: readonly string[]): number => Math.floor(random() * items.length)
  return Array.from({ length: count }, (_, i) => {
    const language = i % 2 === 0 ? 'ar' : 'en'
    const { ask, said, about } = inLanguage[language]
    const [given, family] = [i % 3 === 0 ? null : place(english.people), place(english.families)]
    const matter = i % 4 < 2 ? place(english.matters) : null
    const inBoth = (write: (words: Words) => string) => ({ ar: write(arabic), en: write(english) })
    const names = inBoth(({ people, families }) =>
      given === null ? (families[family] ?? '') : `${people[given]} ${families[family]}`,
    )
    const matters = matter === null ? null : inBoth((words) => words.matters[matter] ?? '')
    const asked = i % 5 === 0 ? respelt(names[language], language) : names[language]
    const text = `${ask} ${asked}${said}${matters === null ? '' : ` ${about} ${matters[language]}`}`
    return { text, language, names, asked, matters }
  })
}

/** As another outlet would write it: «القندلاوى», "Kandalawy". */
const respelt = (name: string, language: Language): string =>
  language === 'ar'
    ? name.replaceAll(/ي(?=\s|$)/gu, 'ى')
    : name.replaceAll('Q', 'K').replace(/i$/, 'y').replace(/urru/, 'orro')

const paragraphsEach = 9

/** Two paragraphs of three hold somebody's words, as in news of an event. */
function paragraph(words: Words, pick: Pick, isSaying: boolean): string {
  const sentences = [pick(isSaying ? words.saying : words.going), pick(words.going), pick(words.going)]
  return sentences.map((sentence) => filled(sentence, words, pick)).join(' ')
}

const filled = (sentence: string, words: Words, pick: Pick): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, hole: string) => {
    if (hole === 'name') return `${pick(words.people)} ${pick(words.families)}`
    if (hole === 'number') return String(10 + Math.floor(Number(pick(digits)) * 37 + Number(pick(digits))))
    if (hole === 'role') return pick(words.roles)
    return hole === 'place' ? pick(words.places) : pick(words.matters)
  })

const digits = '123456789'.split('')

type Words = typeof english

const english = {
  source: 'The Reem Courier',
  inPlace: 'in',
  ask: 'what did',
  said: ' say',
  about: 'about',
  people: 'Salim Nadia Hazim Rana Tariq Layla Munir Suad Fadi Widad'.split(' '),
  families: 'Qandalawi Zumurrudi Sanjaqdar Barudian Marjani Tallawi Nasimi Wadiani Rimawi Sahlani'.split(' '),
  roles: ['The transport minister', 'The port director', 'The head of the teachers’ union', 'The mayor'],
  places: ['Bahr al-Reem', 'Tell Nasim', 'Wadi al-Samar', 'Marfa', 'Jabal Zaytun'],
  matters: ['the port strike', 'the price of fuel', 'the new school year', 'the flood wall', 'the bus fares'],
  saying: [
    '{role}, {name}, said that {matter} would cost {number} million dinars more than planned.',
    '"We will not close the quays of {place} for {matter}," {name} told reporters on Sunday.',
    '{name} denied that {matter} had been discussed in {place} before the vote.',
    'According to {name}, {number} families in {place} are still waiting for an answer.',
  ],
  going: [
    'The council of {place} met for the third time this month, and {number} people came to listen.',
    'Work on the road between {place} and {place} goes on behind the market, where {number} shops have reopened.',
    'The figures for the past quarter are expected next week, after a delay of {number} days.',
    'Nothing in the papers that were handed out in {place} speaks of {matter}.',
  ],
}

const arabic: Words = {
  source: 'صحيفة المرفأ',
  inPlace: 'في',
  ask: 'ماذا قال',
  said: '',
  about: 'عن',
  people: 'سليم نادية حازم رنا طارق ليلى منير سعاد فادي وداد'.split(' '),
  families: 'القندلاوي الزمردي السنجقدار البارودياني المرجاني التلاوي النسيمي الودياني الريماوي السهلاني'.split(
    ' ',
  ),
  roles: ['وزير النقل', 'مدير الميناء', 'نقيب المعلمين', 'رئيس البلدية'],
  places: ['بحر الريم', 'تل نسيم', 'وادي السمر', 'المرفأ', 'جبل الزيتون'],
  matters: ['إضراب الميناء', 'أسعار الوقود', 'العام الدراسي الجديد', 'جدار السيول', 'أجور الحافلات'],
  saying: [
    'قال {role} {name} إن {matter} سيكلف {number} مليون دينار أكثر مما كان مقررا.',
    'وأكد {name} للصحفيين يوم الأحد: "لن نغلق أرصفة {place} بسبب {matter}".',
    'ونفى {name} أن يكون {matter} قد نوقش في {place} قبل التصويت.',
    'وبحسب {name}، لا تزال {number} أسرة في {place} تنتظر الجواب.',
  ],
  going: [
    'وعقد مجلس {place} جلسته الثالثة هذا الشهر بحضور {number} شخصا من الأهالي.',
    'وتستمر أعمال الطريق بين {place} و{place} خلف السوق حيث فتح {number} متجرا أبوابه من جديد.',
    'ومن المنتظر صدور أرقام الربع الماضي الأسبوع المقبل بعد تأخير دام {number} يوما.',
    'ولم تتضمن الأوراق التي وزعت في {place} شيئا عن {matter}.',
  ],
}

const inLanguage: Record<Language, Words> = { ar: arabic, en: english }
