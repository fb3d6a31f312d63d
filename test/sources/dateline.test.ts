import { expect, test } from 'vitest'

import { readDateline } from '../../src/sources/dateline.ts'

const none = { agency: null, outlet: null, author: null }

test.each([
  ['أبوظبي ـ «وام»', { ...none, place: 'أبوظبي', agency: 'وام', rest: '' }],
  ['راوند - «الخليج»:', { ...none, place: 'راوند', outlet: 'الخليج', rest: '' }],
  ['صنعاء - «الخليج»: قال محافظ', { ...none, place: 'صنعاء', outlet: 'الخليج', rest: 'قال محافظ' }],
  [
    'دبي، الإمارات (CNN)-- فتح الميناء',
    { ...none, place: 'دبي، الإمارات', outlet: 'CNN', rest: 'فتح الميناء' },
  ],
  ['موسكو — سبوتنيك. قال مدير', { ...none, place: 'موسكو', agency: 'سبوتنيك', rest: 'قال مدير' }],
  ['طهران- وكالة مهر- أعلن', { ...none, place: 'طهران', agency: 'وكالة مهر', rest: 'أعلن' }],
  ['القاهرة (رويترز) - بدأ', { ...none, place: 'القاهرة', agency: 'رويترز', rest: 'بدأ' }],
  ['ابوظبي - سيف الوراق - قال', { ...none, place: 'ابوظبي', author: 'سيف الوراق', rest: 'قال' }],
  [
    'LONDON (Reuters) - The port opened',
    { ...none, place: 'LONDON', agency: 'Reuters', rest: 'The port opened' },
  ],
  ['SALMANA, April 3 (AFP) — The port', { ...none, place: 'SALMANA', agency: 'AFP', rest: 'The port' }],
  [
    'DUBAI, United Arab Emirates (AP) — The',
    { ...none, place: 'DUBAI, United Arab Emirates', agency: 'AP', rest: 'The' },
  ],
  ['SALMANA — The port opened', { ...none, place: 'SALMANA', rest: 'The port opened' }],
])('%s', (line, dateline) => {
  expect(readDateline(line)).toEqual(dateline)
})

test.each([
  'قال الوزير - وهو من راوند - إن الميناء سيفتح.',
  'وزارة الموانئ (الجهة المشرفة) - أعلنت أن الميناء سيفتح.',
  'The ministry (MOP) - which runs the port - said so.',
  'He said "no" - and left.',
  'Tolland - the captain - stayed.',
  'منظمة «سفن بلا حدود» تطالب بفتح الميناء',
])('a sentence stays whole: %s', (line) => {
  expect(readDateline(line)).toBeUndefined()
})
