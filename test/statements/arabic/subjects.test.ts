import { describe, expect, test } from 'vitest'
import { lines, only, read } from './support.ts'

describe('whose verb it is', () => {
  test.each([
    ['أما المدرب سامي القندلاوي، فأعلن أنه سيرحل في نهاية الموسم.', 'سامي القندلاوي: سيرحل في نهاية الموسم'],
    ['وقال عنه رئيس الكتلة لويس دي مارو "إنه رجل صلب".', 'لويس دي مارو: إنه رجل صلب'],
    ['ونقلت وكالة الأنباء على لسان باسل الحلاق قوله: "لا حل سوى الحوار".', 'باسل الحلاق: لا حل سوى الحوار'],
    ['وردت الحكومة بقوة عندما أشار هاني عوض إلى أنه سيغلق الحدود.', 'هاني عوض: سيغلق الحدود'],
    ['وأشار نفس الموقع إلى أن المجموعة نشطة منذ عام.', 'نفس الموقع: المجموعة نشطة منذ عام'],
    ['قال رئيس النادي أندريا ديلا كونتي إن اللاعب باق.', 'أندريا ديلا كونتي: اللاعب باق'],
    ['وذكر مسؤول محلي، رفض نشر اسمه، أن الجسر كان مغلقا.', 'مسؤول محلي: الجسر كان مغلقا'],
  ])('%s', (text, line) => {
    expect(lines(text)).toEqual([line])
  })

  test('those who are called upon are not who calls', () => {
    const text = 'قال رئيس النادي هاني عوض إن الفريق جاهز. وكان قد دعا لاعبي فريقه إلى مغادرة الملعب.'
    expect(lines(text)).toEqual(['هاني عوض: الفريق جاهز', 'هاني عوض: مغادرة الملعب'])
  })

  test('a second verb of saying is no speaker', () => {
    const text = 'أضافت المخرجة سلمى كنعان أن الفيلم جاهز. وتابعت تقول: "نحن سعداء".'
    expect(lines(text)).toEqual(['سلمى كنعان: الفيلم جاهز', 'سلمى كنعان: نحن سعداء'])
  })

  test('«قالت» does not go on with the words of a man, nor of «أبو» somebody', () => {
    const text = 'وصل أبو سالم من الدكان. وقال أبو سالم إن الضيف وصل. قالت: "القهوة جاهزة".'
    expect(read(text).map((it) => it.person)).toEqual(['أبو سالم', null])
  })

  test('whose verb is feminine is a woman from then on', () => {
    const text = 'قالت كونستانس بريمر إن الجسر آمن. وقال رئيس البلدية هاني عوض إنه مغلق. وأضافت: "سيفتح غدا".'
    expect(read(text).at(-1)?.person).toBe('كونستانس بريمر')
  })

  test('the spokesman of a president lends him no office', () => {
    const text =
      'قال المتحدث باسم الرئيس الأوسترافي هاني عوض إن القمة قريبة.\nوصل الرئيس الأوسترافي هاني عوض إلى المدينة.\nوهدد عوض بإغلاق الحدود.'
    expect(read(text).at(-1)).toMatchObject({ person: 'هاني عوض', role: 'الرئيس الأوسترافي' })
  })
})

describe('a name behind the office of somebody who is served is not the servant’s', () => {
  test.each([
    'وقال متحدث باسم الرئيس الأوسترافي هاني عوض إن القمة قريبة.',
    'وأكد متحدث باسم الرئيس الأوسترافي، هاني عوض، أن القمة قريبة.',
    'وقالت متحدثة باسم المستشارة الأوسترافية سلمى كنعان إن القمة قريبة.',
    'وقال مستشار للرئيس الأوسترافي هاني عوض إن القمة قريبة.',
  ])('%s', (text) => expect(only(text)).toMatchObject({ person: null, text: 'القمة قريبة' }))

  test('he is known by it all the same', () => {
    const text = 'قال متحدث باسم الرئيس الأوسترافي هاني عوض إن القمة قريبة. وقال عوض إن السلام ممكن.'
    expect(read(text).map((it) => it.person)).toEqual([null, 'هاني عوض'])
  })

  test.each([
    ['وقال متحدث باسم الوزارة هاني عوض إن القمة قريبة.', 'هاني عوض'],
    ['وقال المتحدث باسم الرئيس الأوسترافي، سليم القندلاوي، إن القمة قريبة.', 'سليم القندلاوي'],
  ])('of a body, and with the article, it is: %s', (text, person) => {
    expect(only(text)).toMatchObject({ person })
  })
})

describe('a shop or a group is nobody’s name', () => {
  test.each([
    ['أعلن مطعم عربي في المدينة أنه سيقدم وجبات مجانية.', null],
    ['ويرى مدعون ألمان أن المتهم تصرف بمفرده.', null],
    ['وقال مالك المطعم هاني عوض إن الإقبال كبير.', 'هاني عوض'],
    ['وقال مالك العبدلي إن الإقبال كبير.', 'مالك العبدلي'],
  ])('%s', (text, person) => expect(only(text)).toMatchObject({ person }))
})

describe('refusing', () => {
  test.each([
    ['رفض المتحدث باسم الوزارة التعليق على هذه الأنباء.', 'التعليق على هذه الأنباء'],
    ['وامتنعت الشركة عن التعليق على الخبر.', 'التعليق على الخبر'],
    ['ورفض وزير النقل باسل الحلاق الاتهامات الموجهة إليه.', 'الاتهامات الموجهة إليه'],
  ])('words is a denial: %s', (text, words) => {
    expect(only(text)).toMatchObject({ text: words, verbClass: 'deny' })
  })

  test('a name between is no part of it', () => {
    expect(read('ورفض محاميه تيموثي جاكوبار التعليق.').map((it) => it.text)).not.toContain('جاكوبار التعليق')
  })

  test.each(['ورفض البرلمان مشروع القانون بأغلبية كبيرة.', 'رفضت المحكمة الطعن المقدم من الشركة.'])(
    'anything else is an act: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

test('what somebody is held for is nobody’s words', () => {
  expect(read('واعتذر هاني عوض الذي كان يعتبر زعيم المجموعة "في كل مكان".')).toEqual([])
})
