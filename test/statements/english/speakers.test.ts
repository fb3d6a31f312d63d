import { describe, expect, test } from 'vitest'

import { extractEnglish } from '../../../src/statements/english/english.ts'
import { type Expected, type Row, shown } from './shown.ts'

const speakers: Row[] = [
  [
    'a surname stands for the full name',
    'Mayor Tilda Brand opened the hall. Brand said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'Brand', person: 'Tilda Brand', role: null }],
  ],
  [
    'an Arabic name keeps its small article, in full and as a surname',
    'The director of the port, Salim al-Brandi, came on Monday. "The bridge is rotten," al-Brandi told reporters.',
    [{ text: 'The bridge is rotten', speaker: 'al-Brandi', person: 'Salim al-Brandi' }],
  ],
  [
    'she is the last woman, not the last name',
    'Mayor Maria Brand met her deputy, Peter Holm, in the hall. She said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'She', person: 'Maria Brand' }],
  ],
  [
    'he skips a woman who spoke last',
    'Peter Holm said the tunnel was safe. Maria Brand said the bridge was rotten. He said nobody had asked him.',
    [
      { text: 'the tunnel was safe' },
      { text: 'the bridge was rotten' },
      { text: 'nobody had asked him', person: 'Peter Holm' },
    ],
  ],
  [
    'an office stands for its holder',
    'Finance Minister Maria Brand met the builders. The minister said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'The minister', person: 'Maria Brand', role: 'minister' }],
  ],
  [
    'an office that nobody in the article holds stays unnamed',
    'The spokeswoman said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'The spokeswoman', person: null }],
  ],
  [
    'two namesakes are told apart by their titles',
    'Peter Brand and Maria Brand run the port. Mrs. Brand said the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Maria Brand' }],
  ],
  [
    'of two namesakes nobody is guessed, whoever spoke last',
    'Peter Brand runs the port. Maria Brand said the bridge was rotten. Brand says the port is safe.',
    [
      { text: 'the bridge was rotten', person: 'Maria Brand' },
      { text: 'the port is safe', speaker: 'Brand', person: null, persons: [] },
    ],
  ],
  [
    'a family name that stands first is found again',
    'Secretary General Kim Do-yun came to Ostrova. Mr. Kim said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'Mr. Kim', person: 'Kim Do-yun' }],
  ],
  [
    'two persons speak together',
    'Maria Brand and Peter Holm said they would close the bridge.',
    [{ text: 'they would close the bridge', persons: ['Maria Brand', 'Peter Holm'] }],
  ],
  [
    'a body is nobody',
    'The Ostrova Port Authority said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'The Ostrova Port Authority', person: null, persons: [] }],
  ],
  [
    'a verb after "and" has the subject of the sentence',
    'Maria Brand came to the hall on Friday and said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'Maria Brand' }],
  ],
  [
    'an office of whatever trade before a name set off by commas',
    'The lamplighter, Maria Brand, said that the bridge was dark.',
    [
      {
        text: 'the bridge was dark',
        speaker: 'The lamplighter, Maria Brand',
        person: 'Maria Brand',
        role: 'lamplighter',
      },
    ],
  ],
  [
    'a trade right before the name, and alone later',
    'Beekeeper Maria Brand opened the hall. The beekeeper said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'The beekeeper', person: 'Maria Brand', role: 'beekeeper' }],
  ],
  [
    'a description that holds a verb, between commas',
    'Maria Brand, a teacher who crossed it daily, recalled that the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Maria Brand' }],
  ],
  [
    'people told apart by what they know, who stay unnamed',
    'Two people familiar with the sale and an aide briefed on the talks said the bridge was sold.',
    [{ text: 'the bridge was sold', person: null, persons: [] }],
  ],
  [
    'a share of those who were asked',
    'Nearly 63 percent of residents said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'Nearly 63 percent of residents', person: null }],
  ],
  [
    'a document behind its verb',
    '“The bridge is rotten,” said the ruling.',
    [{ text: 'The bridge is rotten', speaker: 'the ruling', person: null }],
  ],
  [
    'two surnames that are words, with titles',
    'Both Mr. King and Mr. Brand say the bridge is rotten.',
    [{ text: 'the bridge is rotten', persons: ['King', 'Brand'] }],
  ],
  [
    'a surname that is a month, and no time or "may"',
    'Prime Minister Nora May came. Mrs. May said this week that the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'Mrs. May', person: 'Nora May' }],
  ],
  [
    'no time between speaker and verb',
    'The mayor on Monday said the bridge was rotten.',
    [{ text: 'the bridge was rotten', speaker: 'The mayor' }],
  ],
]

const body = 'Port spokesman Peter Holm told the paper that the bridge would stay closed for the winter.'
const titles: [string, string, Expected[]][] = [
  [
    'a body before a colon',
    'Pentagon: no ships were near the port',
    [{ text: 'no ships were near the port', speaker: 'Pentagon', person: null, verb: '' }],
  ],
  [
    'a person of the article before a colon',
    'Holm: bridge to stay closed',
    [{ text: 'bridge to stay closed', person: 'Peter Holm', verb: '' }],
  ],
  [
    'a quotation and the speaker behind a colon',
    '“No way back”: Holm',
    [{ text: 'No way back', person: 'Peter Holm', form: 'direct' }],
  ],
  [
    'a verb in the present',
    'Holm says bridge to stay closed all winter',
    [{ text: 'bridge to stay closed all winter', person: 'Peter Holm', verb: 'says' }],
  ],
  [
    'a Title Case headline',
    'Bridge Will Stay Closed, Port Spokesman Says',
    [{ text: 'Bridge Will Stay Closed', speaker: 'Port Spokesman' }],
  ],
  [
    'a picture before the name',
    '🌉 Holm: “No way back”',
    [{ text: 'No way back', speaker: 'Holm', person: 'Peter Holm', form: 'direct' }],
  ],
  [
    'a picture of several characters and a verb',
    '⚠️ Holm says bridge to stay closed',
    [{ text: 'bridge to stay closed', person: 'Peter Holm' }],
  ],
  ['a topic before a colon, which says nothing', 'Winter storms: bridge to stay closed', []],
]

describe('the speaker of a statement', () => {
  test.each(speakers)('%s', (_, text, expected) => {
    expect(shown(text, extractEnglish({ text }), expected)).toEqual(expected)
  })
})

describe('headlines', () => {
  test.each(titles)('reads %s', (_, title, expected) => {
    const found = extractEnglish({ title, text: body }).filter((one) => one.in === 'title')
    expect(shown(title, found, expected)).toEqual(expected)
    expect(found.map((one) => title.slice(one.start, one.end))).toEqual(found.map((one) => one.text))
  })
})

test('another language yields nothing', () => {
  const text =
    'Le maire a dit que le pont était fermé. «Nous avons tout compté», a déclaré la maire à la presse.'
  expect(extractEnglish({ text })).toEqual([])
})
