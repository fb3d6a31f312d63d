// Whether time grows with the length of a text and no faster: eight times as long must cost about eight times the time. Texts that
// tempt a rule into looking back and forth are the ones that count.

import { understand } from '../answers/question.ts'
import { extractStatements } from '../statements/extract.ts'
import { extractSummary } from '../summaries/extract.ts'
import { shortestMs } from './task.ts'

const shortChars = 100_000
const times = 8
const questionChars = 500

const texts: readonly (readonly [name: string, unit: string])[] = [
  [
    'Arabic news',
    'قال رئيس البلدية سليم القندلاوي إن "الجسر آمن" وسيفتح قريبا. وأضاف أن التكلفة بلغت 12 مليونا. ',
  ],
  [
    'Arabic without an end',
    'قال وزير النقل باسل الحلاق "إن الجسر آمن وأضاف المدير سليم القندلاوي أن العمل مستمر، ',
  ],
  ['Arabic verbs alone', 'قال '],
  [
    'English news',
    'The mayor, Salim al-Qandalawi, said the bridge was safe. "It opens on Friday," he added. ',
  ],
  ['English without an end', 'the mayor said that the bridge was closed and '],
  ['names in a row', 'Maria Brand and Peter Holm of Ostrova, the mayor, '],
  ['marks that never close', '"a “b '],
]

const questions: readonly (readonly [name: string, unit: string])[] = [
  ['possessives', "Scholz's "],
  ['marks', '"«“'],
  ['one word', 'ق'],
  ['times', 'since Monday between '],
]

/** One row a text: how many times the time of the short one the long one takes; the floor is eight. */
export function measureGrowth(): { name: string; ratio: number }[] {
  return [
    ...texts.map(([name, unit]) =>
      row(`statements, ${name}`, unit, shortChars, (text) => extractStatements({ text })),
    ),
    row('summary, Arabic news', texts[0]?.[1] ?? '', shortChars, (text) =>
      extractSummary({ title: '', text, language: 'ar' }),
    ),
    ...questions.map(([name, unit]) =>
      row(`question, ${name}`, unit, questionChars, (text) =>
        understand(text, { today: '2026-11-20', weekStart: 'sat' }),
      ),
    ),
  ]
}

function row(name: string, unit: string, chars: number, work: (text: string) => unknown) {
  const long = unit.repeat(Math.ceil((chars * times) / unit.length))
  const short = long.slice(0, chars)
  work(short)
  return { name, ratio: shortestMs(() => work(long)) / shortestMs(() => work(short)) }
}
