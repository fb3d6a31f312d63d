import { describe, expect, test } from 'vitest'

import { extractEnglish } from '../../../src/statements/english/english.ts'
import { type Row, shown } from './shown.ts'

const verbs: Row[] = [
  [
    'denial',
    'Tilda Brand denied that the bridge was rotten.',
    [{ text: 'the bridge was rotten', verb: 'denied', verbClass: 'deny' }],
  ],
  [
    'denial of a thing',
    'The mayor denied any part in the sale.',
    [{ text: 'any part in the sale', verbClass: 'deny' }],
  ],
  [
    'accusation',
    'Tilda Brand accused the builders of hiding the cracks.',
    [{ text: 'the builders of hiding the cracks', verb: 'accused', verbClass: 'accuse' }],
  ],
  [
    'demand',
    'Tilda Brand called for a new inspection of the bridge.',
    [{ text: 'a new inspection of the bridge', verb: 'called for', verbClass: 'demand' }],
  ],
  [
    'urging somebody',
    'Tilda Brand urged drivers to take the tunnel.',
    [{ text: 'drivers to take the tunnel', verb: 'urged', verbClass: 'demand' }],
  ],
  [
    'telling somebody to do something',
    'Tilda Brand told drivers to take the tunnel.',
    [{ text: 'to take the tunnel', verb: 'told', verbClass: 'demand' }],
  ],
  [
    'promise',
    'Tilda Brand vowed to reopen the bridge by May.',
    [{ text: 'to reopen the bridge by May', verbClass: 'promise' }],
  ],
  [
    'warning',
    'Tilda Brand warned that the bridge could fall.',
    [{ text: 'the bridge could fall', verbClass: 'warn' }],
  ],
  [
    'claim',
    'The builders claim the steel was sound.',
    [{ text: 'the steel was sound', verb: 'claim', verbClass: 'claim', person: null }],
  ],
  [
    'confirmation',
    'The ministry confirmed that two lorries were lost.',
    [{ text: 'two lorries were lost', verbClass: 'confirm', person: null }],
  ],
  [
    'announcement',
    'The port announced that it would close on Sunday.',
    [{ text: 'it would close on Sunday', verbClass: 'announce' }],
  ],
  [
    'indirect question',
    'Tilda Brand asked whether the steel had been tested.',
    [{ text: 'whether the steel had been tested', verbClass: 'ask' }],
  ],
  [
    'calling something something',
    'Tilda Brand called the report “a joke in bad taste”.',
    [{ text: 'the report “a joke in bad taste”', verb: 'called' }],
  ],
  [
    'judging without an article',
    'Tilda Brand called the charges baseless.',
    [{ text: 'the charges baseless', verb: 'called' }],
  ],
  [
    'attacking with quoted words',
    'Tilda Brand blasted the sale as a “disgrace” on Friday.',
    [{ text: 'the sale as a “disgrace” on Friday', verb: 'blasted', verbClass: 'accuse', form: 'mixed' }],
  ],
  [
    'going after somebody with quoted words',
    'Tilda Brand has gone after the builders as a “gang of thieves”.',
    [{ text: 'the builders as a “gang of thieves”', verb: 'gone after', verbClass: 'accuse' }],
  ],
  [
    'a denial behind an apposition, which is not the speaker',
    "The mayor's lawyer, Tilda Brand, denied the charges.",
    [{ text: 'the charges', person: 'Tilda Brand', verbClass: 'deny' }],
  ],
  [
    'naming inside another clause, of which only the quoted words are sure',
    'The town paid for what Tilda Brand called a “sound bridge” in May.',
    [{ text: 'sound bridge', person: 'Tilda Brand', form: 'direct' }],
  ],
  [
    'what is called for on a day',
    'Tilda Brand called on Friday for a new inspection, but the builders had left.',
    [{ text: 'a new inspection', verb: 'called on Friday for', verbClass: 'demand' }],
  ],
  [
    'shouting',
    'Drivers waiting at the gate chanted “Open the bridge!” and stayed.',
    [{ text: 'Open the bridge!', speaker: 'Drivers waiting at the gate', person: null }],
  ],
  [
    'an act that comes with words',
    'Tilda Brand left the hall, accusing the builders of hiding the cracks.',
    [{ text: 'the builders of hiding the cracks', verb: 'accusing', verbClass: 'accuse' }],
  ],
  [
    'a statement that calls something something',
    'The port issued a statement calling the sale “a clear warning” to drivers.',
    [{ text: 'the sale “a clear warning” to drivers', speaker: 'The port', verb: 'calling' }],
  ],
  [
    'a noun of saying with an owner',
    "The paper looked into Tilda Brand's repeated claim that the steel was sound.",
    [{ text: 'the steel was sound', person: 'Tilda Brand', verb: 'claim', verbClass: 'claim' }],
  ],
  [
    'a noun of saying with a pronoun',
    'Mayor Tilda Brand spoke. The town listened to her warning that the old bridge might fall.',
    [{ text: 'the old bridge might fall', speaker: 'her', person: 'Tilda Brand', verbClass: 'warn' }],
  ],
  [
    'what a letter reads',
    '“The bridge is closed to all lorries,” the letter reads.',
    [{ text: 'The bridge is closed to all lorries', speaker: 'the letter', verb: 'reads' }],
  ],
  [
    'what a paper reads, behind its verb',
    "“Bridge is closed for all of the winter,” read Ostrova's Nine News.",
    [{ text: 'Bridge is closed for all of the winter', speaker: "Ostrova's Nine News", verb: 'read' }],
  ],
  [
    'a statement of somebody inside the sentence',
    'The mayor left after Tilda Brand issued a statement calling the sale “a shame” for all.',
    [{ text: 'the sale “a shame” for all', person: 'Tilda Brand' }],
  ],
  [
    'what a report found',
    'A port authority report released last year found that the steel was rotten.',
    [{ text: 'the steel was rotten', verb: 'found', person: null }],
  ],
  [
    'what a court ruled',
    'An Ostrova court ruled that the sale of the bridge was void.',
    [{ text: 'the sale of the bridge was void', verb: 'ruled' }],
  ],
  [
    'taking to a channel to say something',
    'Tilda Brand took to the radio overnight to accuse the builders of hiding the cracks.',
    [{ text: 'the builders of hiding the cracks', verb: 'accuse', verbClass: 'accuse' }],
  ],
  [
    'going on to explain',
    'Tilda Brand went on to explain how the steel had been tested.',
    [{ text: 'how the steel had been tested', verb: 'explain' }],
  ],
  [
    'words heard in a recording',
    'The film uses footage of Tilda Brand asking, “Who will pay for the bridge?”',
    [{ text: 'Who will pay for the bridge?', person: 'Tilda Brand', verbClass: 'ask' }],
  ],
  [
    'what is demanded in two words',
    'The drivers wrote to the council, calling for her dismissal.',
    [{ text: 'her dismissal', speaker: 'The drivers', verbClass: 'demand' }],
  ],
  [
    'promising not to do something',
    'Tilda Brand vowed not to sell the bridge.',
    [{ text: 'not to sell the bridge', verbClass: 'promise' }],
  ],
  [
    'what is added behind a quotation',
    'The port wrote: “The bridge is closed to all lorries,” adding that the tunnel was safe.',
    [
      { text: 'The bridge is closed to all lorries' },
      { text: 'the tunnel was safe', speaker: 'The port', verb: 'adding' },
    ],
  ],
  [
    'what is claimed before the main clause',
    'Calling the sale a joke in bad taste, Tilda Brand left the hall.',
    [{ text: 'the sale a joke in bad taste', person: 'Tilda Brand', verb: 'Calling' }],
  ],
  [
    '"as X have said"',
    'Nobody was hurt in the fall, as police have said.',
    [{ text: 'Nobody was hurt in the fall', speaker: 'police' }],
  ],
  [
    '"as X put it"',
    'The bridge is a monument to patience, as Tilda Brand put it.',
    [{ text: 'The bridge is a monument to patience', verb: 'put it' }],
  ],
  [
    'a relative clause about the last phrase',
    'The bridge was closed by the port, which warned that the steel was rotten.',
    [{ text: 'the steel was rotten', speaker: 'the port', verbClass: 'warn' }],
  ],
  [
    '"according to" two sources',
    'According to a count by the port and a survey of drivers, nobody was hurt.',
    [{ text: 'nobody was hurt', speaker: 'a count by the port and a survey of drivers' }],
  ],
  [
    '"according to" in front',
    'According to the port authority, nobody was hurt.',
    [{ text: 'nobody was hurt', speaker: 'the port authority', verb: 'According to' }],
  ],
  [
    '"according to" behind',
    'Nobody was hurt in the fall, according to the port authority.',
    [{ text: 'Nobody was hurt in the fall', verb: 'according to', person: null }],
  ],
  ['"As X noted"', 'As Tilda Brand noted, nobody was hurt.', [{ text: 'nobody was hurt', verb: 'noted' }]],
  [
    'a negation that tells something, shown with its negation',
    'Tilda Brand would not rule out a second closure.',
    [{ text: 'a second closure', verb: 'would not rule out', verbClass: 'say' }],
  ],
  [
    'what was said of somebody else last in the sentence',
    'The builders, who said the steel was sound, have left the town, Tilda Brand said.',
    [{ text: 'The builders, who said the steel was sound, have left the town', person: 'Tilda Brand' }],
  ],
]

const none: [rule: string, text: string][] = [
  ['belief', 'Tilda Brand believes the bridge is rotten.'],
  ['hope', 'Tilda Brand hopes the bridge will last.'],
  ['an act', 'Tilda Brand signed the order on Friday and left the hall.'],
  ['silence', 'The ministry did not say when the bridge would open.'],
  ['declining', 'Tilda Brand declined to comment on the sale.'],
  ['the passive', 'It was said that the bridge had been sold twice.'],
  ['what might be said', 'Drivers may say that the tunnel is too narrow.'],
  ['a condition', 'If the mayor said that the bridge was safe, nobody would believe it.'],
  ['a noun that looks like a verb', 'The United States and two other states reports to the same court.'],
  ['what a person finds', 'Tilda Brand found that the door was open and went in.'],
  ['nobody', 'No official of the port said that the bridge was safe.'],
  ['neither of two', 'Neither Tilda Brand nor the port said that the bridge was safe.'],
  ['a claim without an owner', 'There was a claim that the bridge was sold twice.'],
  ['an attack with nothing quoted', 'Tilda Brand attacked the sale of the bridge in May.'],
  ['putting something somewhere', 'Tilda Brand put it on the table, and everybody left.'],
  ['a relative in -ly', 'Her family had the bridge built of wood in 1908.'],
  ['scare quotes', 'The so-called “iron bridge” was built of wood in 1908.'],
  ['the writer of the piece', 'I said that the bridge would fall, and it did fall in the end.'],
]

describe('the verb of a statement', () => {
  test.each(verbs)('%s', (_, text, expected) => {
    expect(shown(text, extractEnglish({ text }), expected)).toEqual(expected)
  })

  test.each(none)('makes no statement of %s', (_, text) => {
    expect(extractEnglish({ text })).toEqual([])
  })
})
