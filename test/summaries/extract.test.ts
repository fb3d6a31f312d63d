import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSamples } from '../../src/articles/samples.ts'
import { extractSummary } from '../../src/summaries/extract.ts'
import { headlineOf } from '../../src/summaries/headline.ts'

const wordsOf = (text: string) => text.split(/\s+/).filter((it) => it !== '').length

const bridge = {
  title: 'إغلاق جسر الملاحة شهراً للصيانة',
  language: 'ar' as const,
  text: [
    'أعلنت دائرة الطرق في بلدة قصر الندى إغلاق جسر الملاحة شهراً كاملاً لصيانة دعاماته.',
    'وقال مهندس الدائرة راشد الدعاملي إن الجسر يحمل ضعف ما صُمم له.',
    'وأضاف أن الشاحنات هي السبب الأول في التشققات.',
    'وتساءل سكان عن الطرق البديلة؟',
    'وتبلغ كلفة صيانة الجسر 90 ألف دينار، ويعمل فيها 40 عاملاً.',
  ].join('\n'),
}

describe('extractSummary', () => {
  test('copies whole sentences letter for letter, in the order of the article, under the article’s own headline', () => {
    const { headline, body, sentences } = extractSummary(bridge)
    expect(headline).toBe(bridge.title)
    expect(sentences.map(({ start, end }) => bridge.text.slice(start, end)).join(' ')).toBe(body)
    expect(sentences.map((it) => it.start)).toEqual(sentences.map((it) => it.start).toSorted((a, b) => a - b))
    expect(body.startsWith('أعلنت دائرة الطرق')).toBe(true)
  })

  test('is at most 60 words long, or as many as asked for', () => {
    expect(wordsOf(extractSummary(bridge).body)).toBeLessThanOrEqual(60)
    expect(wordsOf(extractSummary(bridge, { wordsMax: 20 }).body)).toBeLessThanOrEqual(20)
    expect(extractSummary(bridge, { sentences: 1 }).sentences).toHaveLength(1)
  })

  test.each([
    ['ar', 'وأضاف أن السبب الأول هو الشاحنات الثقيلة التي تعبر جسر الملاحة في بلدة قصر الندى كل يوم.'],
    ['ar', 'وحذر من أن جسر الملاحة في بلدة قصر الندى قد يُغلق شهراً آخر.'],
    ['ar', 'كما دعا إلى تحويل شاحنات جسر الملاحة في قصر الندى إلى الطريق القديم.'],
    ['ar', 'وهو جسر الملاحة الوحيد الذي يربط بلدة قصر الندى بالساحل منذ عام 1950.'],
    ['ar', '«جسر الملاحة في قصر الندى لن يُفتح قبل أن تنتهي الصيانة كلها».'],
    ['en', 'He added that the lorries on the Malaha bridge at Qasr al-Nada were to blame.'],
    ['en', '"The Malaha bridge at Qasr al-Nada stays closed for a month," she said.'],
    ['en', '"The Malaha bridge at Qasr al-Nada stays closed until the work is done."'],
    ['ar', 'وكان قد أعلن إغلاق جسر الملاحة في بلدة قصر الندى شهراً في 3 مايو.'],
    ['en', 'The Malaha bridge office at Qasr al-Nada denied it.'],
    ['en', 'Its pillars at the Malaha bridge in Qasr al-Nada have 40 cracks.'],
  ] as const)('never shows (%s) «%s» without the sentence before it', (language, leaning) => {
    const first = language === 'ar' ? 'طال النقاش أمس.' : 'It was late.'
    const before =
      language === 'ar'
        ? 'تحدث المهندس راشد الدعاملي بعد ذلك طويلاً عن أمور كثيرة لا صلة لها بما سبق من النقاش.'
        : 'The engineer Rashid al-Daamli then spoke at great length of many things that had little to do with it.'
    const text = `${first}\n${before}\n${leaning}`
    const title = language === 'ar' ? 'جسر الملاحة في قصر الندى' : 'Malaha bridge at Qasr al-Nada'
    const bodies = [10, 15, 20, 25, 30, 35, 40, 50, 60].map(
      (wordsMax) => extractSummary({ title, text, language }, { wordsMax }).body,
    )
    expect(bodies.filter((body) => body.includes(leaning) && !body.includes(before))).toEqual([])
    expect(extractSummary({ title, text, language }, { sentences: 1 }).body).not.toContain(leaning)
  })

  test.each([
    [
      'ar',
      'وحذر المزارع سامر الطواحيني من نقص الماء.',
      'واتهم الطواحيني دائرة الجسر في قصر الندى بإهمال جسر الملاحة منذ 12 عاماً.',
    ],
    [
      'ar',
      'وحذر المزارع سامر طاحونوف من نقص الماء.',
      'وأضاف طاحونوف أن دائرة الجسر في قصر الندى أهملت جسر الملاحة منذ 12 عاماً.',
    ],
    [
      'en',
      'A farmer, Samer al-Tawahini, spoke of water.',
      'Al-Tawahini accused the bridge office at Qasr al-Nada of neglect.',
    ],
    [
      'en',
      'A farmer, Samer Windle, spoke of water.',
      '"The Malaha bridge at Qasr al-Nada is neglected," Windle said.',
    ],
  ] as const)(
    'names nobody by a surname (%s) without the sentence that has the full name: %s',
    (language, full, short) => {
      const lead = language === 'ar' ? 'طال النقاش في البلدة.' : 'The talk went on for long.'
      const text = [lead, lead, full, lead, short].join('\n')
      const title = language === 'ar' ? 'جسر الملاحة في قصر الندى' : 'Malaha bridge at Qasr al-Nada'
      expect(extractSummary({ title, text, language }, { sentences: 1 }).body).not.toContain(short)
      expect(extractSummary({ title, text, language }, { sentences: 3 }).body).toBe(
        `${lead} ${full} ${short}`,
      )
    },
  )

  test('takes a leaning sentence together with the one that names its speaker', () => {
    const { body } = extractSummary(bridge, { wordsMax: 100, sentences: 4 })
    expect(body).toContain('راشد الدعاملي إن الجسر يحمل ضعف ما صُمم له. وأضاف أن الشاحنات')
  })

  test.each([
    ['وأضاف المهندس أن الجسر قديم.'],
    ['وأضاف راشد الدعاملي: «الجسر قديم».'],
    ['وذكرت دائرة الطرق أن الجسر قديم.'],
  ])('a sentence that names its speaker stands alone: %s', (sentence) => {
    const text = `${bridge.text}\n${sentence}`
    expect(extractSummary({ ...bridge, text: `${sentence}\n${text}` }, { sentences: 1 }).body).toBe(sentence)
  })

  test('does not repeat a title that stands again as the first line of the text', () => {
    const { body } = extractSummary({ ...bridge, text: `${bridge.title}\n${bridge.text}` })
    expect(body.startsWith('أعلنت')).toBe(true)
  })

  test('says the same thing once', () => {
    const text = `${bridge.text}\nوأعلنت دائرة الطرق في بلدة قصر الندى إغلاق جسر الملاحة شهراً كاملاً لصيانة دعاماته أمس.`
    const { body } = extractSummary({ ...bridge, text }, { sentences: 5, wordsMax: 200 })
    expect(body.match(/دائرة الطرق في بلدة قصر الندى/g)).toHaveLength(1)
  })

  test('keeps a quotation whole though there are full stops in it', () => {
    const text =
      'The mayor of Qasr al-Nada said: “The bridge is old. It is ours. We will keep it.” Work starts on Monday.'
    expect(extractSummary({ title: '', text, language: 'en' }, { sentences: 1 }).body).toBe(
      'The mayor of Qasr al-Nada said: “The bridge is old. It is ours. We will keep it.”',
    )
  })

  test.each(['', '   \n ', '…', '***'])('a text without words (%j) has an empty body', (text) => {
    expect(extractSummary({ title: 'عنوان', text, language: 'ar' })).toEqual({
      headline: 'عنوان',
      body: '',
      sentences: [],
    })
  })

  test('a text of one sentence, however long, is its own summary', () => {
    const text = `The council ${'of the old town '.repeat(30)}met.`
    expect(extractSummary({ title: 'T', text, language: 'en' }).body).toBe(text)
  })

  test('a very long text is read', () => {
    const text = 'وقال المدير إن السفينة رقم 7 وصلت إلى الميناء في موعدها. '.repeat(20_000)
    expect(extractSummary({ ...bridge, text }).body).toContain('السفينة رقم 7')
  })

  test('any text gives a body made of its own sentences', () => {
    const piece = fc.constantFrom(
      'وأضاف ',
      'قال ',
      '«',
      '»',
      '"',
      '. ',
      '\n',
      'He said ',
      'الميناء ',
      '12 ',
      '؟ ',
      'port ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('ar' as const, 'en' as const),
        (pieces, language) => {
          const text = pieces.join('')
          const { body, sentences } = extractSummary({ title: '', text, language })
          expect(body).toBe(sentences.map(({ start, end }) => text.slice(start, end)).join(' '))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('every sample gets a summary of 15 to 60 words', async () => {
    const counts: number[] = []
    for await (const { draft } of readSamples()) counts.push(wordsOf(extractSummary(draft).body))
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15)
    expect(Math.max(...counts)).toBeLessThanOrEqual(60)
  })
})

describe('headlineOf', () => {
  test('takes the first sentence of an article without a title', () => {
    expect(headlineOf('', 'وصلت السفينة إلى الميناء. ثم غادرت.', 'ar')).toBe('وصلت السفينة إلى الميناء.')
  })

  test('cuts a long first sentence at a clause, and marks the cut', () => {
    const text =
      'The bridge at Qasr al-Nada will be closed for a month, the longest closure since it was built, while forty workers mend its pillars.'
    expect(headlineOf('', text, 'en')).toBe('The bridge at Qasr al-Nada will be closed for a month…')
  })

  test.each([
    'The bridge at Qasr al-Nada will be closed for a whole month, the roads department of the province said on Monday.',
    'The bridge at Qasr al-Nada will be closed for a whole month, but the roads department has not set any day for it.',
  ])('never cuts away an attribution or a restriction: %s', (text) => {
    expect(headlineOf('', text, 'en')).toBe(text)
  })

  test('never cuts inside a quotation', () => {
    const text =
      '"The bridge is old and it is ours, so we will keep it, whatever it costs us to mend all of it," the mayor told them.'
    expect(headlineOf('', text, 'en')).toBe(text)
  })
})
