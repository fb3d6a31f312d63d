import { describe, expect, test } from 'vitest'
import { cut } from '../../../src/language/span.ts'
import { findArabicPeople } from '../../../src/statements/arabic/people.ts'

const text = `استقبل الشيخ ماجد بن راشد الريماني، نائب رئيس المجلس وزير الزراعة، يان كوفاتش، وزير الغابات في جمهورية الشمال.
وبحث سموه ووزير الغابات يان كوفاتش زراعة الأشجار، وتعليقا على تصريحات الوزير الشمالي تحدث كوفاتش عن الأنهار.
حضر اللقاء سعيد مبارك الكرمي مساعد وزير الزراعة.`

describe('the people of an article', () => {
  const people = findArabicPeople({ text })

  test('whoever is named is there, with the office of his own', () => {
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['ماجد بن راشد الريماني', 'نائب رئيس المجلس وزير الزراعة'],
      ['يان كوفاتش', 'وزير الغابات في جمهورية الشمال'],
      ['سعيد مبارك الكرمي', 'مساعد وزير الزراعة'],
    ])
  })

  test('a family name and a name behind و are mentions too, without the letter', () => {
    expect(people[1]?.mentions.map((it) => cut(text, it))).toContain('وزير الغابات يان كوفاتش')
    expect(people[1]?.mentions.map((it) => cut(text, it))).toContain('كوفاتش')
  })

  test('an office alone means the one who holds it', () => {
    const article =
      'قال وزير النقل الشمالي مارك دوفال إن الطريق آمن.\nوردا على تصريحات الوزير الشمالي أغلق الطريق.'
    const [person] = findArabicPeople({ text: article })
    expect(person?.mentions.map((it) => cut(article, it))).toEqual([
      'وزير النقل الشمالي مارك دوفال',
      'الوزير الشمالي',
    ])
  })
})
