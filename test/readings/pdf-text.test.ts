import { expect, test } from 'vitest'
import { inReadingOrder, paragraphsOf } from '../../src/readings/pdf-text.ts'

test.each([
  // As a browser prints it, read by the PDF's reader: shapes from left to right, runs of plain letters turned.
  ['ﻞﻤﻌﻟا ﻒﻧﺄﺘﺴﻳ ﻢﻳﺮﻟا ﺮﺤﺑ ءﺎﻨﻴﻣ', 'ميناء بحر الريم يستأنف العمل'],
  ['إن ويﻻﺪﻨﻘﻟا ﻢﻴﻠﺳ', 'سليم القندلاوي إن'],
  ['."مﺎﻌﻟا اﺬﻫ" :ويﻻﺪﻨﻘﻟا فﺎﺿوأ', 'وأضاف القندلاوي: "هذا العام".'],
  ['2026 مﺎﻋ ﻲﻓ', 'في عام 2026'],
  ['(Reem Courier) ءﺎﻨﻴﻣ', 'ميناء (Reem Courier)'],
  ['«مﺎﻌﻟا» ﻲﻓ', 'في «العام»'],
  ['12.5% ﺔﺒﺴﻨﺑ', 'بنسبة 12.5%'],
  // What is in order stays as it is.
  ['ميناء بحر الريم (2026)', 'ميناء بحر الريم (2026)'],
  ['The port of Bahr al-Reem', 'The port of Bahr al-Reem'],
])('%s is read as %s', (line, read) => {
  expect(inReadingOrder(line)).toBe(read)
})

test('lines that the width of a page has broken are one paragraph, headings and ends of paragraphs are kept', () => {
  const page = [
    'Port reopens',
    '',
    'The director of the port said on Sunday that eleven ships were still wait-',
    'ing, and that all of them would be cleared before the end of the week, as',
    'planned.',
    'A spokeswoman for the ministry denied that the port would ever be sold.',
    'The union had no comment.',
    '11/30/26, 10:45 PM Port reopens',
    'https://courier.example/port 1/2',
  ]
  expect(paragraphsOf(page.join('\n')).split('\n')).toEqual([
    'Port reopens',
    'The director of the port said on Sunday that eleven ships were still waiting, and that all of them would be cleared before the end of the week, as planned.',
    'A spokeswoman for the ministry denied that the port would ever be sold.',
    'The union had no comment.',
  ])
})
