import { describe, expect, test } from 'vitest'
import { cut } from '../../../src/language/span.ts'
import { lines, only, read } from './support.ts'

describe('where the words begin and end', () => {
  test('the next report ends them, however it begins', () => {
    expect(
      lines(
        'قال كمال الرواس إن الدواء متوفر، مؤكداً أن المخزون يكفي أسبوعين، فيما أعلنت وزارة الصحة أن شحنة جديدة وصلت.',
      ),
    ).toEqual([
      'كمال الرواس: الدواء متوفر',
      'كمال الرواس: المخزون يكفي أسبوعين',
      'وزارة الصحة: شحنة جديدة وصلت',
    ])
  })

  test.each([
    ['قال كمال الرواس إن الدواء متوفر، على حد قوله.', 'الدواء متوفر'],
    ['قال كمال الرواس إن الدواء متوفر، بحسب صحيفة المرفأ.', 'الدواء متوفر'],
    ['قال كمال الرواس إن الدواء متوفر في كل المدن!', 'الدواء متوفر في كل المدن'],
    ['أكد كمال الرواس أن الدواء متوفر وأن السعر لم يتغير.', 'الدواء متوفر وأن السعر لم يتغير'],
    ['قال الطبيب - الذي وصل أمس - إن الدواء متوفر.', 'الدواء متوفر'],
    ['أكد كمال الرواس أن الدواء متوفر، ولم يقدم دليلا.', 'الدواء متوفر'],
    ['نفى كمال الرواس وجود نقص، بعد أن خلت الرفوف.', 'وجود نقص'],
    ['أكد كمال الرواس أن الحل رقابة مشددة على السوق.', 'الحل رقابة مشددة على السوق'],
  ])('a closing formula, an aside or a full stop is no part of them: %s', (text, words) => {
    expect(only(text).text).toBe(words)
  })

  test('«أن» of another verb before the complementiser opens nothing', () => {
    expect(only('قال كمال الرواس بعد أن زار المستشفى إن الدواء متوفر.').text).toBe('الدواء متوفر')
  })
})

describe('the form', () => {
  test.each([
    ['قال كمال الرواس: "الدواء متوفر".', 'direct', 'الدواء متوفر'],
    ['وقالت سعاد الخطيب في حديث إذاعي «لن نغلق المستشفى».', 'direct', 'لن نغلق المستشفى'],
    ['أشار كمال الرواس إلى أنه "لا نقص في الدواء".', 'direct', 'لا نقص في الدواء'],
    ['قال كمال الرواس إن النقص "شائعات" لا أساس لها.', 'mixed', 'النقص "شائعات" لا أساس لها'],
    ['أضاف كمال الرواس: الدواء متوفر في كل المدن.', 'indirect', 'الدواء متوفر في كل المدن'],
  ])('%s', (text, form, words) => {
    expect(only(text)).toMatchObject({ form, text: words })
  })

  test('quotes are the words between the marks, inside the statement', () => {
    const text = 'زعم سليم القندلاوي أن الشركة دفعت "آلاف الدنانير" في "ليلة واحدة".'
    expect(only(text).quotes.map((it) => cut(text, it))).toEqual(['آلاف الدنانير', 'ليلة واحدة'])
  })

  test('a quotation that is never closed is not called a quotation', () => {
    const statement = only('وأكد كمال الرواس: "الدواء متوفر في كل المدن.\nوعاد الهدوء إلى المدينة.')
    expect(statement).toMatchObject({ form: 'indirect', quotes: [], text: 'الدواء متوفر في كل المدن' })
  })

  test('the name of a newspaper in marks is no utterance', () => {
    expect(only('قال كمال الرواس لصحيفة "المرفأ" إن الدواء متوفر.').text).toBe('الدواء متوفر')
  })
})

describe('what stands between belongs to neither speaker nor words', () => {
  const text =
    'أكد الناطق باسم بلدية تل نسيم رامي الدردور للصحفيين، تعليقا على تصريحات المحافظ، أن الحافلات ستعود قريبا.'

  test('the words begin behind it', () => {
    expect(only(text)).toMatchObject({
      speaker: 'الناطق باسم بلدية تل نسيم رامي الدردور',
      role: 'الناطق باسم بلدية تل نسيم',
      text: 'الحافلات ستعود قريبا',
    })
  })

  test('each part is kept with its kind', () => {
    expect(only(text).adjuncts.map((it) => [it.kind, cut(text, it)])).toEqual([
      ['audience', 'للصحفيين'],
      ['comment', 'تعليقا على تصريحات المحافظ'],
    ])
  })

  test.each([
    [
      'قال كمال الرواس في مقابلة مع صحيفة "المرفأ" إن الدواء متوفر.',
      'setting',
      'في مقابلة مع صحيفة "المرفأ"',
    ],
    ['قال كمال الرواس مؤخرا إن الدواء متوفر.', 'when', 'مؤخرا'],
    ['قال كمال الرواس، اليوم الثلاثاء، إن الدواء متوفر.', 'when', 'اليوم الثلاثاء'],
    ['قال كمال الرواس ردا على سؤال عن الأسعار إن الدواء متوفر.', 'comment', 'ردا على سؤال عن الأسعار'],
  ])('%s', (sentence, kind, words) => {
    const [adjunct] = only(sentence).adjuncts
    expect(adjunct && [adjunct.kind, cut(sentence, adjunct)]).toEqual([kind, words])
  })
})

describe('sources on the way', () => {
  test('an agency that passed the words on', () => {
    const statement = only('ونقلت وكالة أنباء الريم عن جميل قاسم قوله إن الأعمال ستبدأ في الخريف.')
    expect(statement).toMatchObject({ person: 'جميل قاسم', verb: 'قوله', via: ['وكالة أنباء الريم'] })
  })

  test('an outlet that they were said to', () => {
    expect(only('قال جميل قاسم لوكالة أنباء الريم إن الأعمال ستبدأ غدا.').via).toEqual(['وكالة أنباء الريم'])
  })

  test('an outlet named at the end of another report', () => {
    expect(only('قال جميل قاسم إن الأعمال ستبدأ غدا، وفقا لوكالة أنباء الريم.').via).toEqual([
      'وكالة أنباء الريم',
    ])
  })

  test.each([
    [
      'بحسب مدير المستشفى كمال الرواس، يعمل الأطباء بلا انقطاع منذ يومين.',
      'يعمل الأطباء بلا انقطاع منذ يومين',
      'بحسب',
    ],
    [
      'عاد التيار الكهربائي إلى المدينة كلها، وفقا لوزارة الطاقة.',
      'عاد التيار الكهربائي إلى المدينة كلها',
      'وفقا',
    ],
    [
      'عاد التيار الكهربائي إلى المدينة كلها حسبما أعلنت وزارة الطاقة.',
      'عاد التيار الكهربائي إلى المدينة كلها',
      'أعلنت',
    ],
  ])('a source without a verb of saying: %s', (text, words, verb) => {
    expect(only(text)).toMatchObject({ text: words, verb })
  })

  test('a rule or a timetable is no source', () => {
    expect(read('تغلق المحال عند التاسعة مساء وفق الجدول الجديد في المدينة.')).toEqual([])
  })
})
