import { describe, expect, test } from 'vitest'
import { extractArabic } from '../../../src/statements/arabic/arabic.ts'
import { lines, only, read } from './support.ts'

describe('the mention of a speaker', () => {
  test.each([
    ['قال مدير ميناء بحر الريم سليم القندلاوي إن الرصيف جاهز.', 'سليم القندلاوي', 'مدير ميناء بحر الريم'],
    ['قال الناطق باسم النادي، هاني عوض، إن المباراة غدا.', 'هاني عوض', 'الناطق باسم النادي'],
    [
      'وقال يان كوفاتش، وزير الغابات في جمهورية الشمال، إن المباحثات مفيدة.',
      'يان كوفاتش',
      'وزير الغابات في جمهورية الشمال',
    ],
    ['قالت نقيبة المعلمين نوال القندلاوي: "لن نلغي الإضراب".', 'نوال القندلاوي', 'نقيبة المعلمين'],
    ['قال القيادي في حركة الوادي عمر البستاني إن الحوار مستمر.', 'عمر البستاني', 'القيادي في حركة الوادي'],
    ['قال عضو مجلس الإدارة أمير الكناني إن الحوار مستمر.', 'أمير الكناني', 'عضو مجلس الإدارة'],
  ])('office and name in either order: %s', (text, person, role) => {
    expect(only(text)).toMatchObject({ person, role, persons: [person] })
  })

  test.each([
    ['قالت وزارة الطاقة إن التيار عاد.', 'وزارة الطاقة'],
    ['قال مصدر أمني إن الطريق مغلق الآن.', 'مصدر أمني'],
    ['قال مسؤول في البلدية إن الطريق مغلق الآن.', 'مسؤول'],
    ['قالت مصادر مطلعة إن الصفقة لم تكتمل.', 'مصادر مطلعة'],
    ['قال خبراء إن الموسم جيد هذا العام.', 'خبراء'],
  ])('organisations and unnamed officials are no persons: %s', (text, speaker) => {
    expect(only(text)).toMatchObject({ person: null, persons: [] })
    expect(only(text).speaker).toContain(speaker)
  })

  test('a name in another office is whose it is, not who holds it', () => {
    const text = 'وصل الوزير فادي السمان إلى المدينة.\nوقالت محامية السمان إن القضية أغلقت.'
    expect(only(text)).toMatchObject({ speaker: 'محامية السمان', person: null })
  })

  test('the object behind a name is no part of it', () => {
    expect(only('أكد فادي السمان ضرورة إصلاح الجسر قبل الشتاء.')).toMatchObject({
      person: 'فادي السمان',
      text: 'ضرورة إصلاح الجسر قبل الشتاء',
    })
  })

  test.each([
    ['ودعا السكان وزير النقل باسل الحلاق إلى زيارة الجسر.', 'السكان', 'زيارة الجسر'],
    ['واتهمت النيابة العامة الشركة ببيع وقود مغشوش.', 'النيابة العامة', 'الشركة ببيع وقود مغشوش'],
    ['وكشف تقرير رسمي حصلت عليه الإذاعة عن نقص كبير.', 'تقرير رسمي', 'نقص كبير'],
  ])('whom it is said to is not who says it: %s', (text, speaker, words) => {
    expect(only(text)).toMatchObject({ speaker, person: null, text: words })
  })

  test.each([
    'وأشاد الوزير باسل الحلاق بالعمال.\nودعا أصحابها إلى نقلها برا.',
    'وأشاد الوزير باسل الحلاق بالعمال.\nودعا إدارة الميناء إلى نشر الأرقام.',
    'وأشاد الوزير باسل الحلاق بالعمال.\nووصف الإضراب بأنه «خطأ كبير».',
  ])('an object alone leaves the one who was named before: %s', (text) => {
    expect(only(text).person).toBe('باسل الحلاق')
  })

  test.each([
    ['ودعت بغداد طهران إلى فتح المعبر القديم.', 'بغداد'],
    ['قالت كوريا الجنوبية إن المعبر القديم مفتوح.', 'كوريا الجنوبية'],
    ['قال لاعبو الفريق إن الملعب جاهز للمباراة.', 'لاعبو الفريق'],
    ['وقالت المشرفة على الحفل إن المقاعد محجوزة.', 'المشرفة على الحفل'],
  ])('a place, a group or an office ends where its name ends: %s', (text, speaker) => {
    expect(only(text)).toMatchObject({ speaker, person: null })
  })

  test('nouns of speech are no names', () => {
    const [first] = read('أثارت تصريحات زوباروف جدلا.\nوقال ديمتري زوباروف إن الملعب جاهز.')
    expect(first?.person).toBe('ديمتري زوباروف')
  })

  test('the pronoun before a verb is its subject, not the one behind', () => {
    const [, second] = read('قال باسل الحلاق إن الجسر آمن.\nكما أنه طالب الحزب العمالي بدعم المشروع الجديد.')
    expect(second).toMatchObject({ person: 'باسل الحلاق' })
  })

  test('whoever words are ascribed to speaks, not who ascribes them', () => {
    expect(only('ونسبت صحيفة المرفأ إلى المدرب هاني عوض قوله إن الفريق جاهز.').person).toBe('هاني عوض')
  })

  test('who is accused does not accuse', () => {
    const [, second] = read('قال الوزير باسل الحلاق إن الجسر آمن.\nواتهم هاني عوض بإخفاء التقرير كله.')
    expect(second?.person).toBe('باسل الحلاق')
  })

  test('a joint statement has all its persons', () => {
    expect(only('قال وزير النقل باسل الحلاق ومدير الميناء سليم القندلاوي إن العمل سيستأنف غدا.')).toMatchObject(
      {
        speaker: 'وزير النقل باسل الحلاق ومدير الميناء سليم القندلاوي',
        person: 'باسل الحلاق',
        persons: ['باسل الحلاق', 'سليم القندلاوي'],
      },
    )
  })

  test.each([
    'وكان كمال الرواس قد أوضح أن المخزون يكفي أسبوعين.',
    'لكن كمال الرواس قال إن المخزون يكفي أسبوعين.',
    'كمال الرواس يؤكد أن المخزون يكفي أسبوعين',
    'وصل أمس كمال الرواس، الذي قال إن المخزون يكفي أسبوعين.',
  ])('a subject before its verb: %s', (text) => {
    expect(only(text)).toMatchObject({ person: 'كمال الرواس', text: 'المخزون يكفي أسبوعين' })
  })
})

describe('who is meant, within the article', () => {
  test('a family name, an office and a bare verb mean the one named in full', () => {
    expect(
      lines(
        'قال وزير النقل باسل الحلاق إن الجسر آمن. وأضاف الحلاق أن الفحص انتهى.\nوأوضح الوزير أن التقرير سينشر. وتابع: "لا خطر على أحد".',
      ),
    ).toEqual([
      'باسل الحلاق: الجسر آمن',
      'باسل الحلاق: الفحص انتهى',
      'باسل الحلاق: التقرير سينشر',
      'باسل الحلاق: لا خطر على أحد',
    ])
  })

  test('a bare verb shows a reader the fullest mention', () => {
    const [, second] = read('قال وزير النقل باسل الحلاق إن الجسر آمن.\nوأضاف أن الفحص انتهى.')
    expect(second).toMatchObject({ speaker: 'وزير النقل باسل الحلاق', role: 'وزير النقل', verb: 'أضاف' })
  })

  test('a verb agrees with its speaker', () => {
    expect(
      lines(
        'قالت الوزيرة سعاد الخطيب إن المدارس مفتوحة.\nوقال المدير كمال الرواس إن المستشفى مفتوح.\nوأضافت أن الحافلات تعمل.',
      ).at(-1),
    ).toBe('سعاد الخطيب: الحافلات تعمل')
  })

  test('two spellings of a name are one man', () => {
    const persons = read(
      'قال المدرب ديمتري زوباروف إن الفريق جاهز.\nوأضاف دميتري زوباروف أن الملعب ممتاز.',
    ).map((it) => it.person)
    expect(new Set(persons).size).toBe(1)
  })

  test('who is the last to act speaks next', () => {
    expect(lines('زار الوزير باسل الحلاق الميناء الجديد أمس.\nوأكد أن العمل يسير بانتظام.')).toEqual([
      'باسل الحلاق: العمل يسير بانتظام',
    ])
  })

  test('an office stays with the one who holds it', () => {
    const text =
      'استقبل الشيخ ماجد بن راشد الريماني، نائب رئيس المجلس وزير الزراعة، يان كوفاتش، وزير الغابات في جمهورية الشمال.\nورحب الشيخ ماجد بن راشد الريماني بالوزير يان كوفاتش، مؤكداً أن التعاون مستمر.'
    expect(only(text)).toMatchObject({
      speaker: 'الشيخ ماجد بن راشد الريماني',
      person: 'ماجد بن راشد الريماني',
      role: 'نائب رئيس المجلس وزير الزراعة',
      text: 'التعاون مستمر',
    })
  })

  test('indirect speech of nobody is no statement, a quotation without a speaker is one', () => {
    expect(read('وأضاف أن الجسر آمن تماما.')).toEqual([])
    expect(only('وأضاف: «الجسر آمن تماما».')).toMatchObject({ speaker: '', person: null, role: null })
  })
})

describe('headlines', () => {
  test('a known name before a colon speaks in the title', () => {
    const [first] = extractArabic({
      title: 'الحلاق: الجسر آمن ولا خطر على السيارات',
      text: 'قال وزير النقل باسل الحلاق إن الجسر آمن.',
    })
    expect(first).toMatchObject({
      in: 'title',
      person: 'باسل الحلاق',
      verb: '',
      text: 'الجسر آمن ولا خطر على السيارات',
    })
  })

  test('a verb in the present has its subject before it', () => {
    const [first] = extractArabic({
      title: 'وزارة الطاقة تطالب الشركات بخفض الأسعار فورا',
      text: 'عاد التيار.',
    })
    expect(first).toMatchObject({ in: 'title', speaker: 'وزارة الطاقة', verb: 'تطالب', verbClass: 'demand' })
  })

  test('a title printed twice is one statement', () => {
    const line = 'الحلاق: الجسر آمن ولا خطر على السيارات'
    expect(lines(`${line}\n${line}\nقال وزير النقل باسل الحلاق إن الجسر جاهز.`)).toHaveLength(2)
  })
})
