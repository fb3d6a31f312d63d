import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationNamed, nationOfAdjective, nations } from '../../src/people/nations.ts'
import { translateRole } from '../../src/people/roles.ts'

describe('translateRole into English', () => {
  it.each([
    ['المتحدث الرسمي باسم الكرملين', 'Kremlin spokesman'],
    ['وزير النقل التشيكي', 'Czech transport minister'],
    ['الرئيس الفرنسي', 'French president'],
    [
      'الممثل الخاص للرئيس الروسي للتعاون الدولي في مجال أمن المعلومات',
      "Russian president's special representative for international cooperation in information security",
    ],
    ['نائب رئيس مجلس الوزراء وزير الخارجية', 'deputy prime minister and foreign minister'],
    [
      'مدير إدارة الأمن الدولي للمعلومات بوزارة الخارجية الروسية',
      'director of the department of international information security at the Russian foreign ministry',
    ],
    [
      'مساعد وزير الخارجية للشؤون الاقتصادية والتجارية',
      'assistant foreign minister for economic and commercial affairs',
    ],
    ['وزيرة الدفاع الألمانية السابقة', 'former German defence minister'],
    ['المتحدثة باسم وزارة الصحة', 'health ministry spokeswoman'],
    ['المتحدث باسم الأمين العام للأمم المتحدة', 'spokesman for the secretary-general of the United Nations'],
    ['المبعوث الأمريكي الخاص إلى سوريا', 'US special envoy to Syria'],
    ['محافظ البنك المركزي المصري', 'Egyptian central bank governor'],
    ['رئيسة الوزراء الدنماركية', 'Danish prime minister'],
    ['المستشار النمساوي', 'Austrian chancellor'],
    ['مستشار الرئيس اللبناني', 'adviser to the Lebanese president'],
    ['السفيرة الفرنسية لدى الأردن', 'French ambassador to Jordan'],
    ['نائب الرئيس الأمريكي', 'US vice-president'],
    ['نقيبة المعلمين', "head of the teachers' union"],
    ['وزير التعليم العالي والبحث العلمي', 'minister of higher education and scientific research'],
    ['الرئيس الكوري الجنوبي', 'South Korean president'],
    ['قائد الجيش', 'commander of the army'],
    ['خبير اقتصادي', 'economic expert'],
  ])('%s', (role, english) => expect(translateRole(role, 'en')).toBe(english))

  it.each(['مدير مصنع الشماسي', 'وزير الكعك', 'رئيس حزب الشجرة', 'قال', ''])(
    'gives up on %s as a whole',
    (role) => expect(translateRole(role, 'en')).toBeUndefined(),
  )
})

describe('translateRole into Arabic', () => {
  it.each([
    ['Kremlin spokesman', 'المتحدث باسم الكرملين'],
    ['Czech transport minister', 'وزير النقل التشيكي'],
    ['French president', 'الرئيس الفرنسي'],
    ['president of France', 'رئيس فرنسا'],
    ['the Israeli prime minister', 'رئيس الوزراء الإسرائيلي'],
    ['deputy prime minister and foreign minister', 'نائب رئيس الوزراء ووزير الخارجية'],
    ['Russian foreign ministry spokeswoman', 'المتحدثة باسم وزارة الخارجية الروسية'],
    ['spokesman for the Lebanese army', 'المتحدث باسم الجيش اللبناني'],
    ['UN secretary-general', 'الأمين العام للأمم المتحدة'],
    ['defence minister of Ukraine', 'وزير الدفاع الأوكراني'],
    ['former German chancellor', 'المستشار الألماني السابق'],
    ['French ambassador to Egypt', 'السفير الفرنسي لدى مصر'],
    ["head of the teachers' union", 'رئيس نقابة المعلمين'],
  ])('%s', (role, arabic) => expect(translateRole(role, 'ar')).toBe(arabic))

  it('uses the feminine where the person is known to be a woman', () => {
    expect(translateRole('Danish prime minister', 'ar', 'f')).toBe('رئيسة الوزراء الدنماركية')
    expect(translateRole('German foreign minister', 'ar', 'f')).toBe('وزيرة الخارجية الألمانية')
  })

  it.each(['bakery owner', 'minister of silly walks', 'Kremlin'])('gives up on %s', (role) =>
    expect(translateRole(role, 'ar')).toBeUndefined(),
  )
})

describe('translateRole on anything', () => {
  it('never mixes scripts and never throws', () => {
    const words = [
      'وزير',
      'الخارجية',
      'باسم',
      'نائب',
      'رئيس',
      'الفرنسية',
      'في',
      'للأمم',
      'و',
      'المتحدة',
      'ورق',
      'ل',
      'بوزارة',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 9 }), (role) => {
        expect(translateRole(role.join(' '), 'en') ?? '').not.toMatch(/\p{Script=Arabic}/u)
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (role) => translateRole(role, 'ar') !== ''))
  })
})

describe('nations', () => {
  it('knows more than a hundred nationalities in both languages and genders', () => {
    expect(nations.length).toBeGreaterThan(100)
    expect(nationOfAdjective('الألمانية')?.code).toBe('DE')
    expect(nationOfAdjective('السوريين')?.code).toBe('SY')
    expect(nationOfAdjective('Dutch')?.code).toBe('NL')
    expect(nationNamed('المملكة العربية السعودية')?.code).toBe('SA')
    expect(nationNamed('UK')?.code).toBe('GB')
    expect(nationNamed('الأردن')?.code).toBe('JO')
  })
})
