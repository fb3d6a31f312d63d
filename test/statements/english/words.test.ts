import { describe, expect, test } from 'vitest'

import { extractEnglish } from '../../../src/statements/english/english.ts'
import { type Row, shown } from './shown.ts'

const places: Row[] = [
  [
    'a speaker before the verb and a clause with "that"',
    'Mayor Tilda Brand said that the old bridge would stay closed until the spring.',
    [
      {
        text: 'the old bridge would stay closed until the spring',
        speaker: 'Mayor Tilda Brand',
        person: 'Tilda Brand',
        role: 'Mayor',
        verb: 'said',
        verbClass: 'say',
        form: 'indirect',
      },
    ],
  ],
  [
    'a clause without "that"',
    'The harbour master said the ferries were running again.',
    [{ text: 'the ferries were running again', speaker: 'The harbour master', person: null }],
  ],
  [
    'the words before the speaker',
    'The ferries will not run before Sunday, the harbour office said.',
    [
      {
        text: 'The ferries will not run before Sunday',
        speaker: 'the harbour office',
        person: null,
        form: 'indirect',
      },
    ],
  ],
  [
    'a quotation, then the speaker',
    '“We counted every ballot twice,” Tilda Brand told the council.',
    [
      {
        text: 'We counted every ballot twice',
        speaker: 'Tilda Brand',
        form: 'direct',
        verb: 'told',
        quoted: ['We counted every ballot twice'],
        adjunct: ['audience: the council'],
      },
    ],
  ],
  [
    'a quotation, the verb, then the speaker with an office behind the name',
    '"We counted every ballot twice," said Tilda Brand, the mayor of Ostrova, during a press conference on Friday.',
    [
      {
        text: 'We counted every ballot twice',
        speaker: 'Tilda Brand, the mayor of Ostrova',
        person: 'Tilda Brand',
        role: 'mayor of Ostrova',
        adjunct: ['setting: during a press conference', 'when: on Friday'],
      },
    ],
  ],
  [
    'a question that ends with its own mark',
    '“Who will pay for the bridge?” the councillor Ivo Marsh asked.',
    [{ text: 'Who will pay for the bridge?', person: 'Ivo Marsh', verb: 'asked', verbClass: 'ask' }],
  ],
  [
    'a quotation that the speaker interrupts, as one statement',
    '“The bridge,” Tilda Brand said, “is not safe for lorries.”',
    [
      {
        text: '“The bridge,” Tilda Brand said, “is not safe for lorries.”',
        form: 'mixed',
        quoted: ['The bridge', 'is not safe for lorries'],
      },
    ],
  ],
  [
    'a quotation that goes on in the next sentence',
    '“The bridge is not safe,” Tilda Brand said. “We will close it.”',
    [
      {
        text: '“The bridge is not safe,” Tilda Brand said. “We will close it.”',
        quoted: ['The bridge is not safe', 'We will close it'],
      },
    ],
  ],
  [
    'a tag in the middle of indirect words',
    'The bridge, Tilda Brand said, would stay closed all winter.',
    [{ text: 'The bridge, Tilda Brand said, would stay closed all winter', person: 'Tilda Brand' }],
  ],
  [
    'a tag in the middle, its verb first',
    'The bridge, said Tilda Brand, would stay closed all winter.',
    [{ text: 'The bridge, said Tilda Brand, would stay closed all winter', person: 'Tilda Brand' }],
  ],
  [
    'a speaker who was asked, before the verb and behind it',
    'Tilda Brand, asked about the sale, replied: “Not while I am the mayor.”\n\n“Never,” replied Ivo Marsh, asked about the same sale.',
    [
      { text: 'Not while I am the mayor', person: 'Tilda Brand' },
      { text: 'Never', person: 'Ivo Marsh' },
    ],
  ],
  [
    'some words quoted inside a clause',
    'Tilda Brand said the bridge was “a danger to children” and to lorries.',
    [
      {
        text: 'the bridge was “a danger to children” and to lorries',
        form: 'mixed',
        quoted: ['a danger to children'],
      },
    ],
  ],
  [
    'a colon before a quotation',
    'Tilda Brand wrote: “The bridge stays closed.”',
    [{ text: 'The bridge stays closed', form: 'direct', verb: 'wrote' }],
  ],
  [
    'the verb first of all',
    'The vote was long. Said Tilda Brand: “We counted every ballot twice.”',
    [{ text: 'We counted every ballot twice', speaker: 'Tilda Brand', verb: 'Said' }],
  ],
  [
    'an apposition between name and verb, with a number and a relative clause',
    'Tilda Brand, 51, who once drove lorries, said the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Tilda Brand', speaker: 'Tilda Brand' }],
  ],
  [
    'an office before the name, set off by commas',
    'The mayor of Ostrova, Tilda Brand, said the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Tilda Brand', role: 'mayor of Ostrova' }],
  ],
  [
    'a party and a place in brackets behind the name',
    'Sen. Tilda Brand (G-Ostrova) said the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Tilda Brand', role: 'Sen.' }],
  ],
]

const marks: Row[] = [
  [
    'single curved marks',
    '‘We won’t strike,’ Maria Brand said.',
    [{ text: 'We won’t strike', quoted: ['We won’t strike'] }],
  ],
  [
    'single straight marks',
    "The mayor's office called it 'an old wives' tale', Maria Brand said.",
    [{ person: 'Maria Brand', text: "The mayor's office called it 'an old wives' tale'" }],
  ],
  ['doubled marks', "''We won't strike,'' Maria Brand said.", [{ text: "We won't strike" }]],
  [
    'a pair inside another pair of the same marks',
    '“The “iron” bridge is made of wood,” Maria Brand said.',
    [{ text: 'The “iron” bridge is made of wood', form: 'direct' }],
  ],
  [
    'a closing mark typed where one opens',
    '” … the bridge is not made of iron at all,” Maria Brand said.',
    [{ text: '… the bridge is not made of iron at all', form: 'direct' }],
  ],
  [
    'a name in letters that are put together, or were garbled',
    '“The bridge is rotten,” Anai\u0308s FranA\u0303\u0083\u00a7ois Holm said as he was at the hall.',
    [{ text: 'The bridge is rotten', speaker: 'Anai\u0308s FranA\u0303\u0083\u00a7ois Holm' }],
  ],
  ['a lost closing mark', 'Maria Brand said: “We will not strike.', [{ text: 'We will not strike' }]],
  [
    'an initialism in the words',
    'Maria Brand said the U.N. envoys had left the U.S.',
    [{ text: 'the U.N. envoys had left the U.S.' }],
  ],
]

const alone: Row[] = [
  [
    'a quotation in its own paragraph is of whoever spoke in the one before',
    'Maria Brand said the bridge was rotten.\n\n“We should have seen it years ago, all of us.”',
    [
      { text: 'the bridge was rotten' },
      {
        text: 'We should have seen it years ago, all of us',
        person: 'Maria Brand',
        verb: '',
        form: 'direct',
      },
    ],
  ],
  [
    'but nobody says it when another paragraph stands between',
    'Maria Brand said the bridge was rotten.\n\nThe town was quiet.\n\n“We should have seen it years ago, all of us.”',
    [{ text: 'the bridge was rotten' }],
  ],
  [
    'a quotation over several paragraphs opens each with a mark',
    '“The bridge is rotten,” said Maria Brand.\n\n“It has been so for years.\n\n“And it ends now.”',
    [
      { text: 'The bridge is rotten' },
      { text: 'It has been so for years', person: 'Maria Brand' },
      { text: 'And it ends now', person: 'Maria Brand' },
    ],
  ],
  [
    'a paragraph that ends in a colon introduces the next one',
    'The port said in a statement:\n\n“No ferry will leave before the storm is over.”',
    [
      {
        text: 'No ferry will leave before the storm is over',
        speaker: 'The port',
        verb: 'said',
        adjunct: ['setting: in a statement'],
      },
    ],
  ],
  [
    'a paragraph without marks behind an announcement of it',
    'The mayor, Maria Brand, added:\n\nNo ferry will leave before the storm is over. The port is closed.',
    [
      {
        text: 'No ferry will leave before the storm is over. The port is closed',
        person: 'Maria Brand',
        verb: 'added',
        form: 'indirect',
      },
    ],
  ],
  [
    'a quotation that its sentence goes on with',
    '“The bridge is rotten,” said Maria Brand. “It should be closed for years” to all lorries.',
    [
      {
        text: '“The bridge is rotten,” said Maria Brand. “It should be closed for years” to all lorries',
        form: 'mixed',
        quoted: ['The bridge is rotten', 'It should be closed for years'],
      },
    ],
  ],
  [
    'a quotation behind a colon without a verb of saying',
    'Mayor Maria Brand had one message for the drivers: “Take the tunnel.”',
    [{ text: 'Take the tunnel', person: 'Maria Brand', verb: '' }],
  ],
  [
    'a message announced by its noun, in the next paragraph',
    'Mayor Maria Brand left the following message:\n\n“No ferry will leave before the storm is over.”',
    [{ text: 'No ferry will leave before the storm is over', person: 'Maria Brand' }],
  ],
  [
    'an exclamation, and who shouted it behind a nickname and an apposition',
    "“This is a great year for our bridge!” the mayor's niece, captain Maria “Mia” Brand (G-Ostrova), shouted to the crowd.",
    [{ text: 'This is a great year for our bridge!', verb: 'shouted' }],
  ],
  [
    'another quotation behind a dash, with its own speaker',
    'Maria Brand said the bridge was rotten — and when the ferry sank — Peter Holm boasted, “We knew it.”',
    [
      { text: 'the bridge was rotten — and when the ferry sank', person: 'Maria Brand' },
      { text: 'We knew it', person: 'Peter Holm' },
    ],
  ],
  [
    'a signature behind a dash',
    '“I have crossed that bridge all my life.” — Maria Brand, teacher',
    [{ text: 'I have crossed that bridge all my life', person: 'Maria Brand', verb: '' }],
  ],
  [
    'a line of a transcript',
    'Maria Brand spoke to the radio.\n\nBRAND: The bridge is rotten. Nobody listened.',
    [
      {
        text: 'The bridge is rotten. Nobody listened',
        speaker: 'BRAND',
        person: 'Maria Brand',
        form: 'indirect',
      },
    ],
  ],
]

const groups: [string, Row[]][] = [
  ['finds the speaker wherever he stands', places],
  ['reads all kinds of marks', marks],
  ['gives words without a verb to whoever is speaking', alone],
]

describe('the words of a statement', () => {
  describe.each(groups)('$0', (_, rows) => {
    test.each(rows)('%s', (_rule, text, expected) => {
      expect(shown(text, extractEnglish({ text }), expected)).toEqual(expected)
    })
  })
})
