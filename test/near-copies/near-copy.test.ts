// One text in two outlets: found by a few keys, and told from a text that says something else.

import { expect, test } from 'vitest'
import { agree, nearCopies, nearKeys } from '../../src/near-copies/near-copy.ts'

const places = [
  'الميناء',
  'المطار',
  'السوق',
  'الجسر',
  'المدرسة',
  'المستشفى',
  'الملعب',
  'المسرح',
  'المتحف',
  'القلعة',
]
const deeds = ['افتتح', 'زار', 'أغلق', 'جدد', 'تفقد', 'وسع', 'رمم', 'دشن', 'أعاد', 'سلم']
const people = ['الوزير', 'المحافظ', 'العمدة', 'المدير', 'المهندس', 'القاضي', 'النقيب']

/** A made-up report of so many sentences; another seed, another report. */
function report(seed: number, sentences: number): string {
  let state = seed
  // Park and Miller's "minimal standard" generator: the same report each time.
  const any = (list: readonly string[]) =>
    list[(state = (state * 48_271) % 2_147_483_647) % list.length] ?? ''
  const sentence = () =>
    `${any(deeds)} ${any(people)} ${any(places)} القريب من ${any(places)} بعد أن ${any(deeds)} ${any(places)}.`
  return Array.from({ length: sentences }, sentence).join('\n')
}

const sharesKey = (a: string, b: string): boolean => {
  const keys = new Set(nearKeys({ text: a }))
  return nearKeys({ text: b }).some((it) => keys.has(it))
}

const isNearCopy = (a: { text: string }, b: { text: string }): boolean => nearCopies(a.text, [b]).length === 1

test('a copy with another outlet’s first and last line is found by its keys and known as a copy', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const text = report(seed, 20)
    const copy = `وكالة المرفأ للأنباء تنقل لكم ما يأتي\n${text}\nتابعونا على صفحتنا`
    expect(sharesKey(text, copy)).toBe(true)
    expect(isNearCopy({ text }, { text: copy })).toBe(true)
  }
})

test('spelling of hamzas, marks and digits makes no other text', () => {
  const text = report(3, 20)
  const respelled = text.replaceAll('أ', 'ا').replaceAll('ى', 'ي').replaceAll('.', '،')
  expect(nearKeys({ text: respelled })).toEqual(nearKeys({ text }))
})

test('other reports in the same words are no copies', () => {
  for (let seed = 1; seed <= 20; seed++)
    expect(isNearCopy({ text: report(seed, 20) }, { text: report(seed + 1, 20) })).toBe(false)
})

test('a paragraph out of a long article is not a copy of it, and a few words are nobody’s copy', () => {
  const long = report(5, 60)
  expect(isNearCopy({ text: long }, { text: long.split('\n').slice(0, 15).join('\n') })).toBe(false)
  const short = report(5, 2)
  expect(nearKeys({ text: short })).toEqual([])
  expect(isNearCopy({ text: short }, { text: short })).toBe(false)
})

test.each([
  ['another figure', 'وقال المحافظ إن 17 بيتا تضررت.', 'وقال المحافظ إن 71 بيتا تضررت.'],
  ['another name', 'وقال حازم الزمردي إن السوق مفتوح.', 'وقال رامي السنجقدار إن السوق مفتوح.'],
  ['another quotation', 'وقال المحافظ: «السوق مفتوح اليوم».', 'وقال المحافظ: «السوق مغلق اليوم».'],
])('copies with %s do not agree', (_, one, other) => {
  const [title, text] = ['أخبار السوق', report(4, 20)]
  expect(agree({ title, text: `${text}\n${one}` }, { title, text: `${text}\n${one}` })).toBe(true)
  expect(agree({ title, text: `${text}\n${one}` }, { title, text: `${text}\n${other}` })).toBe(false)
})
