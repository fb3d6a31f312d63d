import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNameIn } from '../../src/people/find.ts'

const named = (query: string, text: string): string[] =>
  findNameIn(query, text).map(({ start, end }) => text.slice(start, end))

const visit =
  'زار الوزير جان نويل بارو بيروت أمس، والتقى سليم القندلاوي. وقال القندلاوي إن اللقاء مثمر، ثم غادر بارو إلى عمان.'

describe('findNameIn', () => {
  it('marks the whole name for a surname in either script', () => {
    expect(named('بارو', visit)).toEqual(['جان نويل بارو', 'بارو'])
    expect(named('Barrot', visit)).toEqual(['جان نويل بارو', 'بارو'])
    expect(named('Qandalawi', visit)).toEqual(['سليم القندلاوي', 'القندلاوي'])
  })

  it('finds a full name and then its surname alone', () => {
    expect(named('Salim al-Qandalawi', visit)).toEqual(['سليم القندلاوي', 'القندلاوي'])
    expect(named('Jean-Noël Barrot', visit)).toEqual(['جان نويل بارو', 'بارو'])
  })

  it('does not take one person for another of the same surname', () => {
    expect(named('نوال القندلاوي', visit)).toEqual([])
    expect(named('نوال القندلاوي', 'قالت نوال القندلاوي إن سليم القندلاوي غائب')).toEqual(['نوال القندلاوي'])
  })

  it('leaves clitics outside the name', () => {
    expect(named('Peskov', 'وجاء الرد في تصريح لبيسكوف أمس')).toEqual(['بيسكوف'])
  })

  it('follows particles to the end of the name', () => {
    const text = 'استقبل عبدالله بن زايد آل نهيان الوفد'
    expect(named('Abdullah bin Zayed', text)).toEqual(['عبدالله بن زايد آل نهيان'])
  })

  it('reads English text with possessives', () => {
    expect(named('بيسكوف', "It was Dmitry Peskov's first briefing. Peskov left early.")).toEqual([
      'Dmitry Peskov',
      'Peskov',
    ])
  })

  it.each([
    ['Merkel', 'يقع مركز المدينة قرب سوق كبير ومركب صغير'],
    ['Modi', 'على مدى عامين وعلى المدى البعيد'],
    ['Musk', 'وصل الوفد إلى موسكو، وقالت موسكو إنها ترحب'],
    ['Salam', 'عملية السلام في المنطقة، والسلام مطلب الجميع'],
    ['Sharaa', 'خرج المتظاهرون إلى الشارع'],
    ['Barrot', 'بارك المدير للفائزين وبارود المدافع قديم'],
    ['May', 'It may rain in may, they may say.'],
    ['Lavrov', 'لا شيء هنا'],
  ])('does not hear %s in other words', (query, text) => expect(named(query, text)).toEqual([]))

  it('returns spans inside the text, in order, for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        const spans = findNameIn(query, `${text} ${query} ${text}`)
        expect(spans.every(({ start, end }) => start >= 0 && start < end)).toBe(true)
        expect(spans.map(({ start }) => start)).toEqual(
          spans.map(({ start }) => start).toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 200 },
    )
  })
})
