import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { splitScrape } from '../../src/sources/scrape.ts'

const lines = (...parts: string[]) => parts.join('\n')

const harbour = {
  title: 'وزير الموانئ في سلمانة ينفي تأجيل افتتاح الميناء الشمالي',
  first: 'نفى وزير الموانئ في سلمانة هيثم الوراق، أن يكون افتتاح الميناء الشمالي قد تأجل إلى الصيف المقبل.',
  second: 'وأضاف الوراق للصحفيين: "سنفتح الأرصفة الثلاثة في موعدها، ولا خلاف مع نقابة البحارة".',
}
const library = {
  title: 'مكتبة مدينة راوند تستقبل زوارها بعد عامين من الترميم',
  first: 'استقبلت مكتبة راوند اليوم زوارها الأوائل بعد ترميم استمر عامين.',
  second: 'وقالت مديرة المكتبة سلمى النجدي إن قاعات القراءة ستبقى مفتوحة حتى المساء.',
}

describe('behind a read-also line', () => {
  test('a list of titles belongs to nobody', () => {
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        harbour.second,
        'موضوعات متعلقة',
        library.title,
        'النجدي: لن نغلق القاعات',
      ),
    )

    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({ title: harbour.title, text: lines(harbour.first, harbour.second) })
    expect(parts[0]?.dropped).toEqual([library.title, 'النجدي: لن نغلق القاعات'])
  })

  test('one title in the middle of an article is dropped and the article goes on', () => {
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        `اقرأ أيضاً: ${library.title}`,
        harbour.second,
        'المصدر: صحيفة المرفأ',
      ),
    )

    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({
      text: lines(harbour.first, harbour.second),
      source: 'صحيفة المرفأ',
      dropped: [library.title],
    })
  })

  test('a list with bullets is a list, full stops or not', () => {
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        harbour.second,
        'المصدر: رويترز',
        'اقرأ أيضا:',
        '- مكتبة راوند تفتح.',
        '• ميناء جديد.',
      ),
    )

    expect(parts).toHaveLength(1)
    expect(parts[0]?.dropped).toEqual(['- مكتبة راوند تفتح.', '• ميناء جديد.'])
  })

  test('several titles in the middle of an article are dropped and the article goes on', () => {
    const goesOn = 'ومقارنة بباقي الموانئ في سلمانة، يبقى الميناء الشمالي أقل كلفة وأكثر عمقا.'
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        'اقرأ أيضا:',
        library.title,
        'ميناء سلمانة في صور',
        goesOn,
        harbour.second,
      ),
    )

    expect(parts).toHaveLength(1)
    expect(parts[0]?.text).toBe(lines(harbour.first, goesOn, harbour.second))
  })

  test('a link that is about the same event is still a link', () => {
    const goesOn = 'ويستقبل الميناء الشمالي في سلمانة أربعين سفينة في الشهر الأول بحسب الوزير هيثم الوراق.'
    const parts = splitScrape(
      lines(harbour.title, harbour.first, 'للمزيد: هيثم الوراق يزور الميناء الشمالي في سلمانة', goesOn),
    )

    expect(parts.map((part) => part.text)).toEqual([lines(harbour.first, goesOn)])
  })

  test('one title on a line of its own begins another article where the text below is that title’s', () => {
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        harbour.second,
        'اقرأ أيضا:',
        library.title,
        library.first,
        library.second,
      ),
    )

    expect(parts.map((part) => part.title)).toEqual([harbour.title, library.title])
  })

  test('a source line below the list of titles is still the article’s', () => {
    const [part] = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        harbour.second,
        'اقرأ أيضا:',
        library.title,
        'المصدر: صحيفة المرفأ',
      ),
    )

    expect(part).toMatchObject({ source: 'صحيفة المرفأ', dropped: [library.title] })
  })

  test('a second article may be followed by a third', () => {
    const third = [
      'Ferry line to Tolland resumes',
      'The ferry between Salmana and Tolland sails again, the port said.',
    ]
    const parts = splitScrape(
      lines(
        harbour.title,
        harbour.first,
        harbour.second,
        'المصدر: صحيفة المرفأ',
        'اقرأ أيضا:',
        library.title,
        library.first,
        library.second,
        'Read also:',
        ...third,
      ),
    )

    expect(parts.map((part) => part.title)).toEqual([harbour.title, library.title, third[0]])
    expect(parts[2]?.text).toBe(third[1])
  })
})

describe('whatever comes in whatever order', () => {
  const marks = [
    'إقرأ أيضاً:',
    'اقرأ أيضا',
    'Read also:',
    'المصدر: رويترز',
    'المصدر: صحيفة المرفأ',
    'تاريخ النشر: 3rd, October 2023 GMT',
    'كلمات دلالية: ميناء سفن',
    '2023-10-03',
    'أبوظبي ـ «وام»',
    'مشاركة',
  ]
  const words = fc.constantFrom('ميناء', 'سفينة', 'رصيف', 'harbour', 'ferry', 'قال', 'said', 'وأضاف', 'بحر')
  const body = fc.array(words, { minLength: 1, maxLength: 14 })
  const line = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...marks) },
    { weight: 3, arbitrary: body.map((it) => `${it.join(' ')}.`) },
    { weight: 2, arbitrary: body.map((it) => it.join(' ')) },
  )

  test('each line that is no mark is in exactly one part, once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), (drawn) => {
        const numbered = drawn.map((it, index) =>
          marks.includes(it) ? it : `${it.replace(/\.$/, '')} س${index}ن${it.endsWith('.') ? '.' : ''}`,
        )
        const parts = splitScrape(numbered.join('\n'))
        const kept = parts.flatMap(({ title, text, dropped }) => [title, text.split('\n'), dropped].flat())

        const own = numbered.filter((it) => !marks.includes(it))
        expect(kept.filter((it) => it !== '' && !marks.includes(it)).toSorted()).toEqual(own.toSorted())
      }),
      { numRuns: 300 },
    )
  })

  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' }))), (drawn) => {
        expect(Array.isArray(splitScrape(drawn.join('\n')))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
