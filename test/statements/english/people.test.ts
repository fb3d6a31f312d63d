import { describe, expect, test } from 'vitest'

import { findEnglishPeople } from '../../../src/statements/english/english.ts'

const named = (text: string) =>
  findEnglishPeople({ text }).map(({ name, role, mentions }) => ({
    name,
    role,
    mentions: mentions.map(({ start, end }) => text.slice(start, end)),
  }))

describe('findEnglishPeople', () => {
  test('finds people who never speak, under their fullest name, with every place', () => {
    const text =
      'President Peter Holm met Maria Brand on Monday. Brand left early. “Holm is right,” said Carl Berg. Mr. Holm smiled.'
    expect(named(text)).toEqual([
      { name: 'Peter Holm', role: 'President', mentions: ['Peter Holm', 'Holm', 'Holm'] },
      { name: 'Maria Brand', role: null, mentions: ['Maria Brand', 'Brand'] },
      { name: 'Carl Berg', role: null, mentions: ['Carl Berg'] },
    ])
  })

  test('takes the longest form of a name that the article writes', () => {
    expect(
      named('Mr. Holm was late for the vote. Later Peter J. Holm said that he had lost his way.'),
    ).toEqual([{ name: 'Peter J. Holm', role: null, mentions: ['Holm', 'Peter J. Holm'] }])
  })

  test('does not take towns, bodies and months for people', () => {
    expect(named('The Ostrova Port Authority and the United Nations met in North Harbour in March.')).toEqual(
      [],
    )
  })

  test('does not guess which of two namesakes is meant', () => {
    const text = 'Peter Brand and Maria Brand run the port. The paper had asked about Brand in the spring.'
    expect(named(text).map(({ mentions }) => mentions)).toEqual([['Peter Brand'], ['Maria Brand']])
  })
})
