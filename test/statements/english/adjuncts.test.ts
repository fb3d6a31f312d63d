import { describe, expect, test } from 'vitest'

import { extractEnglish } from '../../../src/statements/english/english.ts'
import { type Row, shown } from './shown.ts'

const between: Row[] = [
  [
    'the agency that it was told to is a source, not an audience',
    'Tilda Brand told Reuters on Monday that the bridge was rotten.',
    [{ text: 'the bridge was rotten', via: ['Reuters'], adjunct: ['when: on Monday'] }],
  ],
  [
    'being quoted by an agency',
    'Tilda Brand was quoted by Reuters as saying the bridge was rotten.',
    [{ text: 'the bridge was rotten', person: 'Tilda Brand', via: ['Reuters'] }],
  ],
  [
    'reporters are an audience',
    'Tilda Brand told reporters that the bridge was rotten.',
    [{ text: 'the bridge was rotten', via: [], adjunct: ['audience: reporters'] }],
  ],
  [
    'a written statement is a setting',
    'The port said in a statement on Tuesday that nobody was hurt.',
    [{ text: 'nobody was hurt', adjunct: ['setting: in a statement', 'when: on Tuesday'] }],
  ],
  [
    'X is a setting, and ends its sentence',
    '“The bridge is rotten,” Tilda Brand wrote on X. She left the hall early.',
    [{ text: 'The bridge is rotten', adjunct: ['setting: on X'] }],
  ],
  [
    'the next report of the same speaker ends the words',
    'Tilda Brand said the bridge was rotten, adding that the tunnel was safe.',
    [
      { text: 'the bridge was rotten' },
      { text: 'the tunnel was safe', person: 'Tilda Brand', verb: 'adding' },
    ],
  ],
  [
    "another speaker's report ends the words",
    'The builders said the steel was sound, while the mayor said it was rotten.',
    [
      { text: 'the steel was sound', speaker: 'The builders' },
      { text: 'it was rotten', speaker: 'the mayor' },
    ],
  ],
  [
    'a subordinate report ends with its clause',
    'While the builders said the steel was sound, nobody crossed the bridge.',
    [{ text: 'the steel was sound' }],
  ],
]

describe('what stands between a verb and its words', () => {
  test.each(between)('%s', (_, text, expected) => {
    expect(shown(text, extractEnglish({ text }), expected)).toEqual(expected)
  })
})
