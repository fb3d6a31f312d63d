import { describe, expect, test } from 'vitest'
import type { SummaryRecord } from '../../prompts/summarize.ts'
import { checkSummary, checkText } from '../../src/summaries/check/check.ts'
import { findNumbers, unsupportedNumbers } from '../../src/summaries/check/numbers.ts'
import { article, faithful } from './harbour.ts'

describe('checks', () => {
  const source = {
    language: 'ar' as const,
    sentences: [article.title, ...article.text.split('\n')],
    besides: article.publishedAt,
  }
  const first = faithful.sentences[0] ?? { rests_on: [], ar: '', en: '' }
  const withFirst = (change: Partial<typeof first>): SummaryRecord => ({
    ...faithful,
    sentences: [{ ...first, ...change }],
  })

  const linesOf = (record: SummaryRecord): string =>
    checkSummary(record, source)
      .map(({ path, words }) => `${path}: ${words}`)
      .join('\n')

  test('find nothing in a faithful summary', () => {
    expect(checkSummary(faithful, source)).toEqual([])
  })

  const lies: [string, SummaryRecord, RegExp][] = [
    [
      'a wrong figure',
      withFirst({ en: 'The director said that 12 ships were waiting.' }),
      /number 12 is not in the article/,
    ],
    [
      'a wrong figure in words',
      withFirst({ en: 'The director said that thirty-one ships were waiting.' }),
      /number 31/,
    ],
    ['a wrong figure in Arabic words', withFirst({ ar: 'قال المدير إن سبعين سفينة تنتظر.' }), /number 70/],
    ['a wrong figure in Arabic digits', withFirst({ ar: 'قال المدير إن ٢١ سفينة تنتظر.' }), /number 21/],
    ['a wrong scale', withFirst({ en: 'It cost 1.8 billion dinars.', rests_on: [2] }), /number 1800000000/],
    [
      'a figure of another sentence',
      withFirst({ en: 'The director said that it cost 1.8 million dinars.' }),
      /number 1800000 is not in the sentences/,
    ],
    ['a sentence that does not exist', withFirst({ rests_on: [14] }), /no sentence 14/],
    ['no evidence', withFirst({ rests_on: [] }), /names no sentence/],
    ['English for Arabic', withFirst({ ar: first.en }), /not in Arabic/],
    ['Arabic for English', withFirst({ en: first.ar }), /not in English/],
    [
      'an invented quotation',
      withFirst({ en: 'The director said: “We are proud of it.”' }),
      /quotation marks/,
    ],
    [
      'a translated quotation',
      withFirst({ en: 'The director said that the quays were "fully working again".' }),
      /quotation marks/,
    ],
    ['an invented Arabic quotation', withFirst({ ar: 'قال المدير: «نحن فخورون بذلك».' }), /quotation marks/],
    [
      'a quotation in single marks',
      withFirst({ en: "The director called the repair 'a miracle' of sorts." }),
      /quotation marks/,
    ],
    ['a link', withFirst({ en: 'The director said more at evil.example.com today.' }), /link or markup/],
    ['a handle', withFirst({ ar: 'قال المدير إن الأرصفة عادت، للمزيد @reem_port' }), /link or markup/],
    [
      'markup',
      { ...faithful, headline: { ...faithful.headline, en: '**Port** resumes work' } },
      /link or markup/,
    ],
    [
      'escaped letters',
      withFirst({ ar: 'قال مدير ميناء بحر الريم إن الأرصفة عادت \\u0627\\u0644' }),
      /link or markup/,
    ],
    [
      'too many words',
      withFirst({ en: `The director said so ${'again and '.repeat(40)}again.` }),
      /words in "en"/,
    ],
    [
      'a long headline',
      { ...faithful, headline: { ...faithful.headline, en: 'a '.repeat(17) } },
      /headline\.en: 17 words/,
    ],
    ['nothing', { ...faithful, sentences: [] }, /there are none/],
    [
      'somebody whom the article does not name',
      withFirst({ en: 'The director of the port, Robert Hillman, said that its quays were working again.' }),
      /does not name: Robert/,
    ],
    [
      'somebody in Arabic whom the article does not name',
      withFirst({ ar: 'قال مدير الميناء فؤاد المرجاني إن الأرصفة عادت إلى العمل.' }),
      /does not name: فواد المرجاني/,
    ],
    [
      'a place that the article does not name',
      withFirst({ en: 'The director said in Montevideo that the quays were working again.' }),
      /does not name: montevideo/i,
    ],
    [
      'a day that the article does not name',
      withFirst({ ar: 'قال المدير يوم الخميس إن سفنا تنتظر.', rests_on: [2] }),
      /Thursday is not/,
    ],
    [
      'a month that the article does not name',
      withFirst({ en: 'In March the quays reopened.' }),
      /March is not/,
    ],
    [
      'a denial where there is none',
      withFirst({ en: 'The director said that the quays were not working.' }),
      /denies what/,
    ],
    [
      'a claim that has become a fact',
      withFirst({ en: 'The fault was foreseeable.', rests_on: [3] }),
      /told as a fact/,
    ],
    [
      'a claim that has become a fact in Arabic',
      withFirst({ ar: 'كان العطل متوقعا.', rests_on: [3] }),
      /told as a fact/,
    ],
    [
      'a loaded word',
      withFirst({ en: 'The director said that the quays were working again after a terrorist attack.' }),
      /does not say: terrorist/,
    ],
    [
      'a loaded word in Arabic',
      withFirst({ ar: 'قال المدير إن الأرصفة عادت إلى العمل بعد هجوم إرهابي.' }),
      /does not say: ارهابي/,
    ],
    [
      'a person of another article',
      { ...faithful, people: [{ ar: 'فؤاد المرجاني', en: 'Fuad al-Murjani' }] },
      /not in the article/,
    ],
    [
      'a name that becomes another',
      { ...faithful, people: [{ ar: 'سليم القندلاوي', en: 'Robert Smith' }] },
      /not the same name/,
    ],
  ]
  test.each(lies)('find %s', (_, record, fault) => {
    expect(linesOf(record)).toMatch(fault)
  })

  test('let words stand in quotation marks that the article quotes', () => {
    expect(
      checkSummary(withFirst({ ar: 'قال سليم القندلاوي إن الأرصفة «عادت إلى العمل كاملة».' }), source),
    ).toEqual([])
  })

  test("let apostrophes stand: the port's, workers' strike", () => {
    expect(
      checkSummary(withFirst({ en: "The port's director told the workers' union that it's over." }), source),
    ).toEqual([])
  })

  test('let the day of publication be named', () => {
    expect(
      checkSummary(withFirst({ en: 'The director spoke a day before 23 November 2026.' }), source),
    ).toEqual([])
  })
})

describe('names in the language of the article', () => {
  const source = {
    language: 'ar' as const,
    sentences: [
      'خطط لرسوم جديدة',
      'دان رئيس الوزراء بنيامين نتنياهو الخطط الأوروبية.',
      'رد بكين على خطط بروكسل لفرض رسوم في الخريف.',
    ],
    besides: '',
  }
  const namesIn = (text: string): string[] =>
    checkText({ path: '', language: 'ar', text, restsOn: [] }, source)
      .filter(({ kind }) => kind === 'name')
      .map(({ words }) => words)

  test.each([
    ['two letters that have changed places', 'دان رئيس الوزراء، بنيامين نتيناهو، الخطط الأوروبية.'],
    [
      'another form of common words that were taken for a name',
      'توتر بين بكين وبروكسل التي أعلنت بدورها خططا لفرض رسوم جديدة.',
    ],
  ])('%s are no stranger', (_, text) => {
    expect(namesIn(text)).toEqual([])
  })

  test('another surname is a stranger', () => {
    expect(namesIn('دان رئيس الوزراء، بنيامين زيتوناوي، الخطط الأوروبية.').join()).toContain('زيتوناوي')
  })
})

describe('who said it, and who did it', () => {
  // Invented people.
  const source = {
    language: 'en' as const,
    sentences: [
      'Quarrel over the bridge',
      'Maria Brand, the mayor of Ostrova, said the bridge would not open before Friday.',
      'Peter Holm, the head of the builders, said the mayor had known of the cracks.',
      'Maria Brand accused Peter Holm of hiding a report on Monday.',
    ],
    besides: '',
  }
  const faults = (text: string, restsOn: number[]) =>
    checkText({ path: 'text', language: 'en', text, restsOn }, source).map(({ kind }) => kind)

  test.each([
    ['Maria Brand said the bridge would not open before Friday.', [1]],
    ['The mayor, Maria Brand, said it would not open before Friday.', [1]],
    ['Holm said the mayor had known of the cracks.', [2]],
    ['Brand accused Holm of hiding a report.', [3]],
  ])('passes: %s', (text, restsOn) => {
    expect(faults(text, restsOn)).toEqual([])
  })

  test.each([
    ['Peter Holm said the bridge would not open before Friday.', [1], 'speaker'],
    ['Maria Brand said the mayor had known of the cracks.', [2], 'speaker'],
    ['Peter Holm accused Maria Brand of hiding a report.', [3], 'roles'],
    ['Maria Brand said the bridge would open before Friday.', [1], 'negation'],
    ['Peter Holm said the mayor had not known of the cracks.', [2], 'negation'],
  ])('stops: %s', (text, restsOn, kind) => {
    expect(faults(text, restsOn)).toContain(kind)
  })
})

describe('numbers', () => {
  test.each([
    ['twenty-three ships', [23]],
    ['ثلاث وعشرون سفينة', [23]],
    ['سبع عشرة طائرة', [17]],
    ['إحدى عشرة سفينة', [11]],
    ['three hundred and five', [305]],
    ['خمسة آلاف', [5_000]],
    ['ألف ومئة', [1_100]],
    ['1,250,000 people', [1_250_000]],
    ['١٫٨ مليار', [1.8, 1_800_000_000]],
    ['$3.5bn', [3.5, 3_500_000_000]],
    ['2026-11-23', [2026, 11, 23]],
    ['بنسبة ١٢٪', [12]],
    ['والعشرين', [20]],
  ])('%s', (text, numbers) => {
    const found = findNumbers(text)
    for (const number of numbers) expect(found).toContain(number)
  })

  test('the same figure in another spelling is supported, another figure is not', () => {
    expect(unsupportedNumbers('17 drones and 1.8 billion', 'سبع عشرة طائرة و1.8 مليار')).toEqual([])
    expect(unsupportedNumbers('5,000 people', 'خمسة آلاف شخص')).toEqual([])
    expect(unsupportedNumbers('خمسون شخصا', 'fifty people')).toEqual([])
    expect(unsupportedNumbers('71 drones', 'سبع عشرة طائرة')).toEqual([71])
    expect(unsupportedNumbers('two days', 'يومان')).toEqual([])
  })
})
