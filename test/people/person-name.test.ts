// What can be a person's name: nouns, institutions and two people run together can't; people with odd names can.

import { describe, expect, test } from 'vitest'
import { isPersonName } from '../../src/people/person-name.ts'

describe('names', () => {
  test.each([
    'دميتري بيسكوف',
    'بيسكوف',
    'ليوكمانوف',
    'سليم القندلاوي',
    'القندلاوي',
    'المصري',
    'أمل كلوني',
    'نور الشريف',
    'جهاد أزعور',
    'فرح ديبا',
    'جو بايدن',
    'جان نويل بارو',
    'عبد الله بن زايد آل نهيان',
    'الشيخ تميم بن حمد',
    'Dmitry Peskov',
    'Condoleezza Rice',
    'Gordon Brown',
    'Theresa May',
    'Ursula von der Leyen',
    'von der Leyen',
    'al-Assad',
    'Zdeněk Vránovský',
    'Дмитрий Песков',
    'Hassan Nasrallah',
    'هيلاري كلينتون',
    'مارك روته',
    'بول كاغامي',
    'رجب طيب أردوغان',
    'سهل بن ناصر',
    'أبي زكريا الراشدي',
    'الحسن بن طلال',
    'Hope Hicks',
    'Фейсал бен Фархан',
    'قصي صدام حسين',
  ])('%s', (name) => expect(isPersonName(name)).toBe(true))
})

describe('no names', () => {
  test.each([
    'تصريحات بوتين',
    'خطاب ترامب',
    'زيارة ماكرون',
    'كوربن تريزا ماي',
    'ترامب بوتين',
    'الخارجية الروسية',
    'الأمم المتحدة',
    'مجلس الأمن',
    'الروسي بوتين',
    'المسؤولون',
    'حكومة نتنياهو',
    'United Nations',
    'المصريون',
    'اتحاد نقابات البحارة',
    'مجلس بلدية المرفأ',
    'Supreme Court',
    'تل أبيب',
    'officials',
    'Talks Merkel',
    '«بوتين',
    '2024',
    '',
  ])('«%s»', (name) => expect(isPersonName(name)).toBe(false))
})
