import { describe, expect, test } from 'vitest'

import { splitScrape } from '../../src/sources/scrape.ts'

const lines = (...parts: string[]) => parts.join('\n')

const withSources = (...sources: string[]) =>
  splitScrape(lines(harbour.title, harbour.first, harbour.second, ...sources))[0]
const dated = (...head: string[]) =>
  splitScrape(lines(...head, harbour.first, harbour.second))[0]?.publishedAt

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

describe('a page with a second article behind its read-also line', () => {
  const page = lines(
    harbour.title,
    'تاريخ النشر: 3rd, October 2023 GMT',
    harbour.first,
    harbour.second,
    'المصدر: رويترز',
    'المصدر: صحيفة المرفأ',
    'كلمات دلالية: هيثم الوراق سلمانة المیناء الشمالي نقابة البحارة سفن',
    'إقرأ أيضاً:',
    library.title,
    'راوند ـ «وام»',
    library.first,
    library.second,
  )

  test('gives two articles, each with its own lines only', () => {
    const [first, second, ...more] = splitScrape(page)

    expect(more).toEqual([])
    expect(first).toMatchObject({ title: harbour.title, text: lines(harbour.first, harbour.second) })
    expect(second).toMatchObject({ title: library.title, text: lines(library.first, library.second) })
  })

  test('gives the first one its date, agency, outlet and keywords, and the second one nothing of these', () => {
    const [first, second] = splitScrape(page)

    expect(first).toMatchObject({
      publishedAt: '2023-10-03',
      agency: 'رويترز',
      source: 'صحيفة المرفأ',
      place: null,
    })
    expect(first?.keywords).toEqual(['هيثم الوراق', 'سلمانة', 'الميناء الشمالي', 'نقابة البحارة', 'سفن'])
    expect(second).toMatchObject({
      publishedAt: null,
      agency: 'وام',
      source: null,
      place: 'راوند',
      keywords: [],
    })
  })

  test.each([
    'اقرأ أيضا',
    'اقرأ أيضًا:',
    'إقرأ المزيد:',
    'شاهد أيضاً :',
    'ذات صلة',
    'أخبار ذات صلة:',
    '■ اقرأ أيضا..',
    'Read also:',
    'See also',
    'RELATED:',
    'You may also like',
    'الأكثر قراءة',
  ])('whatever the line is called: %s', (mark) => {
    const parts = splitScrape(page.replace('إقرأ أيضاً:', mark))

    expect(parts.map((part) => part.title)).toEqual([harbour.title, library.title])
    expect(parts[1]?.publishedAt).toBeNull()
  })

  test.each(['\r\n', '\n\n', '\n \n', '\u2028'])('whatever ends its lines: %j', (end) => {
    expect(splitScrape(page.replaceAll('\n', end))).toEqual(splitScrape(page))
  })

  test('knows a second article by its own date line, too, without any read-also line', () => {
    const parts = splitScrape(
      page.replace('إقرأ أيضاً:\n', '').replace('راوند ـ «وام»', 'تاريخ النشر: 4th, October 2023 GMT'),
    )

    expect(parts.map((part) => [part.title, part.publishedAt])).toEqual([
      [harbour.title, '2023-10-03'],
      [library.title, '2023-10-04'],
    ])
  })
})

describe('sources', () => {
  test.each([
    [['المصدر: رويترز'], 'رويترز', null],
    [['المصدر: وكالة الأناضول'], 'وكالة الأناضول', null],
    [['المصدر: صحيفة المرفأ'], null, 'صحيفة المرفأ'],
    [['.المصدر: صحيفة المرفأ'], null, 'صحيفة المرفأ'],
    [['*المصدر : قناة المرفأ | almarfa.example'], null, 'قناة المرفأ'],
    [['المصدر: الجزيرة + وكالات'], 'وكالات', 'الجزيرة'],
    [['المصدر: وكالات', 'المصدر: صحيفة المرفأ'], 'وكالات', 'صحيفة المرفأ'],
    [['المصدر:', 'رويترز'], 'رويترز', null],
    [['Source: Reuters'], 'Reuters', null],
    [['Source: Salmana Herald'], null, 'Salmana Herald'],
  ])('%j', (sources, agency, source) => {
    expect(withSources(...sources)).toMatchObject({
      agency,
      source,
      text: lines(harbour.first, harbour.second),
    })
  })

  test('a label glued to the last sentence is cut off it', () => {
    const [part] = splitScrape(lines(harbour.title, harbour.first, `${harbour.second}المصدر: وكالات`))

    expect(part).toMatchObject({ text: lines(harbour.first, harbour.second), agency: 'وكالات' })
  })

  test('an agency in brackets signs the article', () => {
    expect(splitScrape(lines(harbour.title, harbour.first, `${harbour.second} (أ ف ب)`))[0]).toMatchObject({
      agency: 'أ ف ب',
      text: lines(harbour.first, `${harbour.second} (أ ف ب)`),
    })
    expect(splitScrape(lines(harbour.title, harbour.first, '(د.ب.أ)'))[0]).toMatchObject({
      agency: 'د.ب.أ',
      text: harbour.first,
    })
  })
})

describe('dates', () => {
  test('above the title stands the day of the visit, and the article’s own date wins', () => {
    expect(dated('الجمعة 31 مايو 2024', harbour.title, 'محليات3-3-2022 | 15:05')).toBe('2022-03-03')
  })

  test('a bare date that the text contradicts is the day of the crawl', () => {
    const text = 'قال الوزير هيثم الوراق اليوم الاثنين إن الميناء سيفتح في موعده.'
    expect(splitScrape(lines(harbour.title, '2024-05-31', text, harbour.second))[0]?.publishedAt).toBeNull()
    expect(splitScrape(lines(harbour.title, '2024-05-27', text, harbour.second))[0]?.publishedAt).toBe(
      '2024-05-27',
    )
  })

  test('a date line glued to the title is cut off it', () => {
    const [part] = splitScrape(
      lines(`${harbour.title} تاريخ النشر: 3rd, October 2023 GMT`, harbour.first, harbour.second),
    )
    expect(part).toMatchObject({ title: harbour.title, publishedAt: '2023-10-03' })
  })

  test('the day of publication wins over the day of an update', () => {
    expect(dated(harbour.title, 'Updated: 5 October 2023', 'Published: 3 October 2023')).toBe('2023-10-03')
  })

  test('an impossible date leaves the article undated and is no line of its text', () => {
    const [part] = splitScrape(lines(harbour.title, 'تاريخ النشر: 9999-99-99', harbour.first, harbour.second))
    expect(part).toMatchObject({ publishedAt: null, text: lines(harbour.first, harbour.second) })
  })
})

describe('titles', () => {
  test('a repeated title is kept once, and the crumbs above it are dropped', () => {
    const [part] = splitScrape(
      lines('أخبار', 'محليات', harbour.title, harbour.title, harbour.first, harbour.second),
    )

    expect(part).toMatchObject({ title: harbour.title, text: lines(harbour.first, harbour.second) })
    expect(part?.dropped).toEqual(['أخبار', 'محليات', harbour.title])
  })

  test('a text that begins with a sentence has no title and loses nothing', () => {
    expect(splitScrape(lines(harbour.first, harbour.second))).toMatchObject([
      { title: '', text: lines(harbour.first, harbour.second), marked: false },
    ])
  })
})

test('furniture of the page is dropped and told', () => {
  const [part] = splitScrape(
    lines(harbour.title, 'مشاركة', harbour.first, 'Advertisement', harbour.second, '© 2024 صحيفة المرفأ'),
  )

  expect(part?.text).toBe(lines(harbour.first, harbour.second))
  expect(part?.dropped).toEqual(['مشاركة', 'Advertisement', '© 2024 صحيفة المرفأ'])
})

test('a paragraph that begins like a mark is text', () => {
  const long =
    `المصدر: ${'قال شهود في الميناء إن السفن لم تغادر الأرصفة منذ الصباح الباكر، '.repeat(3)}`.trim()
  const related = `Related costs rose as well, the port's treasurer Mira Tolland told the council.`

  expect(splitScrape(lines(harbour.title, harbour.first, long, related))[0]?.text).toBe(
    lines(harbour.first, long, related),
  )
})

test('a text without words gives no part', () => {
  expect(splitScrape('')).toEqual([])
  expect(splitScrape(' \n\u200f\n\t')).toEqual([])
})
