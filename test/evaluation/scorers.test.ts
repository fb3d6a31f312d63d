// The scorers must be right before any figure of theirs is believed. All rows here are invented.

import { describe, expect, test } from 'vitest'
import { makeBm25 } from '../../src/evaluation/bm25.ts'
import { figuresOf } from '../../src/evaluation/citations.ts'
import { scorePairs, scoreSpellings } from '../../src/evaluation/names.ts'
import { segmentFigures, shingleF1 } from '../../src/evaluation/pages.ts'
import { scoreFrames } from '../../src/evaluation/questions.ts'
import { isSpeaker, scoreQuotations, sharedCharacters } from '../../src/evaluation/quotations.ts'
import { rankFigures, scoreSearch } from '../../src/evaluation/search.ts'
import { rouge } from '../../src/evaluation/rouge.ts'
import { skeletonLikeness, skeletonOf } from '../../src/evaluation/skeleton.ts'
import { scoreDateRows, scoreFeedRows } from '../../src/evaluation/sources.ts'
import { scoreSummaries } from '../../src/evaluation/summaries.ts'

describe('who said what', () => {
  const text =
    'قال سليم القندلاوي إن الميناء عاد إلى العمل. وأكدت نوال الزمردي أن الإضراب مؤجل إلى الشهر المقبل.'
  const place = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
  const label = (words: string, canonical: string, more: object = {}) => ({
    source_text: canonical,
    canonical,
    content_text: words,
    content: place(words),
    ...more,
  })
  const statement = (words: string, person: string) => {
    const [start, end] = place(words)
    return { speaker: person, person, text: words, start, end }
  }
  const port = 'الميناء عاد إلى العمل'
  const strike = 'الإضراب مؤجل إلى الشهر المقبل'
  const labels = [label(port, 'سليم القندلاوي'), label(strike, 'نوال الزمردي')]

  test('a perfect prediction scores 1 in everything', () => {
    const found = [statement(port, 'سليم القندلاوي'), statement(strike, 'نوال الزمردي')]
    for (const rules of [{}, { likeness: sharedCharacters }]) {
      expect(scoreQuotations([{ text, labels, found }], rules)).toMatchObject({
        precision: 1,
        recall: 1,
        f1: 1,
        speaker: 1,
        whoAndWhat: 1,
        nearExact: 1,
        verbatim: 1,
      })
    }
  })

  test('a shifted span is the same statement, no longer nearly exact, and none at all when shifted too far', () => {
    const shifted = statement('الميناء عاد', 'سليم القندلاوي')
    const score = scoreQuotations([{ text, labels, found: [shifted] }], { likeness: sharedCharacters })
    expect(score).toMatchObject({ precision: 1, recall: 0.5, nearExact: 0 })
    const far = statement('العمل', 'سليم القندلاوي')
    expect(scoreQuotations([{ text, labels, found: [far] }])).toMatchObject({
      precision: 0,
      recall: 0,
      f1: 0,
    })
  })

  test('a wrong speaker costs the speaker and who-and-what, not the span', () => {
    const found = [statement(port, 'حازم المرجاني'), statement(strike, 'نوال الزمردي')]
    expect(scoreQuotations([{ text, labels, found }])).toMatchObject({ f1: 1, speaker: 0.5, whoAndWhat: 0.5 })
  })

  test('words that are not at their place are not verbatim', () => {
    const found = [{ ...statement(port, 'سليم القندلاوي'), start: 0, end: port.length }]
    expect(scoreQuotations([{ text, labels, found }]).verbatim).toBe(0)
  })

  test('an optional label counts neither for nor against', () => {
    const some = [labels[0] ?? label(port, ''), label(strike, 'نوال الزمردي', { optional: true })]
    const first = statement(port, 'سليم القندلاوي')
    const both = scoreQuotations([{ text, labels: some, found: [first, statement(strike, 'أحد')] }])
    const one = scoreQuotations([{ text, labels: some, found: [first] }])
    for (const score of [both, one]) expect(score).toMatchObject({ precision: 1, recall: 1, speaker: 1 })
  })

  test('recall may be asked of some labels while precision is asked against all', () => {
    const some = labels.map((it, i) => ({ ...it, is_speech: i === 0 }))
    const found = [statement(strike, 'نوال الزمردي')]
    expect(
      scoreQuotations([{ text, labels: some, found }], { counts: (it) => it.is_speech ?? true }),
    ).toMatchObject({ labels: 1, precision: 1, recall: 0 })
  })

  test('one label matches one statement, and nothing found is no division by zero', () => {
    const twice = [statement(port, 'سليم القندلاوي'), statement(port, 'سليم القندلاوي')]
    expect(scoreQuotations([{ text, labels, found: twice }])).toMatchObject({ precision: 0.5, recall: 0.5 })
    expect(scoreQuotations([{ text, labels, found: [] }])).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  test('a speaker is right when half of the words given are in the name, titles aside', () => {
    expect(isSpeaker('President Nadia Rimawi', 'Nadia Rimawi')).toBe(true)
    expect(isSpeaker('the minister', 'the mayor')).toBe(false)
    expect(isSpeaker('القُندلاوي', 'سليم القندلاوي')).toBe(true)
    expect(isSpeaker('', 'سليم القندلاوي')).toBe(false)
  })
})

describe('names', () => {
  const pairs = [
    { query: 'Qandalawi', wanted: 'القندلاوي' },
    { query: 'Marjani', wanted: 'المرجاني' },
    { query: 'Sahlani', wanted: 'السهلاني' },
  ]

  test('says among how many it chose, and what the skeleton makes of the same', async () => {
    const { n, figures, floors } = await scorePairs(pairs)
    expect(n).toBe('3 among 3')
    expect(figures).toEqual({ top1: 1, top5: 1 })
    expect(floors?.map(({ by }) => by)).toEqual(['skeleton, this run'])
  })

  test('a spelling that finds another person is told', async () => {
    const asked = [
      { person: 0, spelling: 'Salim Qandalawi' },
      { person: 1, spelling: 'Salim al-Qandalawi' },
    ]
    const result = await scoreSpellings(asked, [['سليم القندلاوي', 'نوال الزمردي']], 2)
    expect(result.figures).toEqual({ top1: 0.5, accepted: 0.5, 'whole people': 0.5 })
    expect(result.notes).toEqual(['Salim al-Qandalawi → سليم القندلاوي'])
  })

  test('the skeleton holds across scripts', () => {
    const [latin, same, other] = ['marjani', 'مرجاني', 'سهلاني'].map((name) => skeletonOf(name))
    if (!latin || !same || !other) throw new Error('there are three names')
    expect(skeletonLikeness(latin, same)).toBeGreaterThan(1)
    expect(skeletonLikeness(latin, other)).toBeLessThan(1)
  })
})

test('a question counts as right when all of it is, and what is none has nothing else to be wrong', async () => {
  const right = {
    text: 'what did Qandalawi say about fuel yesterday',
    kind: 'said',
    person: 'Qandalawi',
    topic: 'fuel',
    period: '2024-04-11..2024-04-11',
  }
  const wrongDay = { ...right, period: '2024-04-12..2024-04-12' }
  const chat = { text: 'hello', kind: 'other', person: 'nobody', topic: '', period: '' }
  const { figures, notes } = await scoreFrames([right, wrongDay, chat, right])
  expect(figures).toEqual({ 'whole frame': 0.75, kind: 1, person: 1, topic: 1, period: 0.75 })
  expect(notes).toHaveLength(1)
  expect(notes?.[0]).toContain('wanted said | Qandalawi | fuel | 2024-04-12..2024-04-12')
})

describe('search', () => {
  test('places become recall and mean reciprocal rank', () => {
    expect(rankFigures([0, 1, 4, -1])).toEqual({ 'R@1': 0.25, 'R@5': 0.75, MRR: (1 + 1 / 2 + 1 / 5) / 4 })
  })

  test('the product’s own search finds the paragraphs again, across languages too, beside BM25', async () => {
    const { n, figures, floors } = await scoreSearch({
      paragraphs: ['عاد الميناء إلى العمل مساء الأحد.', 'هطل المطر على الوادي ثلاثة أيام.'],
      questions: [
        { question: 'متى عاد الميناء؟', paragraph: 0 },
        { question: 'rain', paragraph: 1 },
      ],
      published: { 'R@1': 0.1 },
    })
    expect(n).toBe('2 among 2')
    expect(figures).toEqual({ 'R@1': 1, 'R@5': 1, MRR: 1 })
    expect(floors).toEqual([
      { by: 'BM25 raw, this run', figures: { 'R@1': 0.5, 'R@5': 0.5, MRR: 0.5 } },
      { by: 'manifest, BM25', figures: { 'R@1': 0.1 } },
    ])
  })

  test('BM25 puts the rare word first and leaves out what shares none', () => {
    const bm25 = makeBm25(['the port of the town', 'the fuel of the port', 'a school'])
    expect(bm25.rank('fuel the')).toEqual([1, 0])
    expect(bm25.rank('rain')).toEqual([])
  })
})

describe('summaries', () => {
  test('ROUGE is 1 for the same words in any spelling of alef, and 0 for others', () => {
    expect(rouge('أعلن الميناء عودة العمل', 'اعلن الميناء عودة العمل')).toEqual({ r1: 1, r2: 1, rl: 1 })
    expect(rouge('مطر', 'إضراب')).toEqual({ r1: 0, r2: 0, rl: 0 })
    expect(rouge('', '')).toEqual({ r1: 0, r2: 0, rl: 0 })
  })

  test('order counts for ROUGE-L and pairs only', () => {
    const { r1, r2, rl } = rouge('a b c d', 'c d a b')
    expect([r1, r2, rl]).toEqual([1, 2 / 3, 0.5])
  })

  test('the first sentence alone is measured beside ours', async () => {
    const text = 'عاد الميناء إلى العمل مساء الأحد بعد إصلاح العطل. وحضر المدير الزيارة مع نقيب البحارة.'
    const { figures, floors } = await scoreSummaries([
      { title: '', text, references: ['عاد الميناء إلى العمل مساء الأحد بعد إصلاح العطل'], sentences: 1 },
    ])
    expect(figures).toEqual({ r1: 1, r2: 1, rl: 1 })
    expect(floors).toEqual([{ by: 'lead-1, this run', figures: { r1: 1, r2: 1, rl: 1 } }])
  })
})

test('a citation is right where the speaker shown or the paragraph holds a spelling of the name', () => {
  const article = {
    id: 1,
    externalId: 'a',
    title: '',
    text: 'قال القندلاوي إن الميناء عاد.\nوأضاف أن العمل مستمر.',
  }
  const said = (text: string, person: string | null) => ({
    speaker: '',
    person,
    text,
    in: 'text' as const,
    start: article.text.indexOf(text),
    end: article.text.indexOf(text) + text.length,
    articleId: 1,
  })
  const query = {
    query_en: 'what did Qandalawi say',
    query_ar: 'ماذا قال القندلاوي',
    variants_ar: ['القندلاوى'],
    articles_naming: ['a', 'b'],
  }
  const statements = [
    said('الميناء عاد', null),
    said('العمل مستمر', 'سليم القندلاوي'),
    said('العمل مستمر', null),
  ]
  const answers = [
    { id: '0 en', answer: '', statements, ms: 1 },
    { id: '0 ar', answer: 'Which one?', statements: [], ms: 3 },
  ]
  const result = figuresOf(answers, [query], new Map([[1, article]]))
  expect(result.figures).toEqual({
    answered: 0.5,
    speaker: 1 / 3,
    passage: 2 / 3,
    article: 1,
    verbatim: 1,
    'R of naming': 0.25,
  })
  expect(result.msEach).toBe(2)
  expect(result.notes).toContain('no statement: ماذا قال القندلاوي → Which one?')
})

describe('what strangers serve', () => {
  test('a date is right to the second, a bare day where no time was asked, nonsense where none is read', async () => {
    const { figures, notes } = await scoreDateRows([
      { input: '2026-11-22T10:00:00+02:00', utc: [2026, 11, 22, 8, 0, 0] },
      { input: '2026-11-22', utc: [2026, 11, 22, 0, 0, 0] },
      { input: 'never', utc: null },
      { input: '2026-11-22', utc: [2026, 11, 23, 0, 0, 0] },
    ])
    expect(figures).toEqual({ right: 0.75, 'no wrong date': 0.75, 'nonsense refused': 1 })
    expect(notes).toEqual(['2026-11-22 → 2026-11-22, wanted 2026 11 23 0 0 0'])
  })

  test('of a feed only what an article keeps is asked', async () => {
    const feed = `<rss version="2.0"><channel><title>The Reem Courier</title><item><title>Port reopens</title>
      <description>&lt;p&gt;It reopened &lt;b&gt;today&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>`
    const result = await scoreFeedRows([
      {
        file: 'own/one.xml',
        data_b64: Buffer.from(feed).toString('base64'),
        checks: [
          { path: ['feed', 'title'], equals: 'The Reem Courier' },
          { path: ['entries', 0, 'description'], equals: '<p>It reopened <b>today</b>.</p>' },
          { path: ['entries', 0, 'title'], equals: 'Port closes' },
          { path: ['feed', 'generator'], equals: 'nobody keeps this' },
        ],
      },
      { file: 'own/two.xml', data_b64: Buffer.from('no feed').toString('base64'), checks: [] },
    ])
    expect(result.n).toBe('3 of 4 checks')
    expect(result.figures).toEqual({ passed: 2 / 3, 'feeds read': 0.5 })
  })

  test('a page is scored by what it must and must not hold', () => {
    const row = {
      file: '',
      must_contain: ['the port', 'the town'],
      must_not_contain: ['share this', 'cookies'],
    }
    expect(segmentFigures([row], ['the  port\nshare this'])).toEqual({ P: 0.5, R: 0.5, F1: 0.5 })
    expect(segmentFigures([row], ['the port of the town'])).toEqual({ P: 1, R: 1, F1: 1 })
    expect(shingleF1('a b c d e', 'a b c d e')).toBe(1)
    expect(shingleF1('a b c d e', 'a b c d x')).toBe(0.5)
  })
})
