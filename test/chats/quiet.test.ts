// Quiet hours in the chat's own zone, over midnight and over a change of clocks.

import { expect, test } from 'vitest'
import { quietMs } from '../../src/chats/quiet.ts'

const hour = 3_600_000
const cairo = { zone: 'Africa/Cairo', from: 22 * 60, to: 7 * 60 }
const at = (iso: string) => new Date(iso)

test.each([
  ['before they begin', '2026-11-26T19:59:00Z', 0],
  ['as they begin', '2026-11-26T20:00:00Z', 9 * hour],
  ['after midnight', '2026-11-27T01:30:00Z', 3.5 * hour],
  ['as they end', '2026-11-27T05:00:00Z', 0],
])('over midnight, %s', (_, moment, ms) => expect(quietMs(cairo, at(moment))).toBe(ms))

test('within a day, and from the same hour to the same: never', () => {
  const noon = { zone: 'Africa/Cairo', from: 12 * 60, to: 14 * 60 }
  expect(quietMs(noon, at('2026-11-26T10:30:00Z'))).toBe(1.5 * hour)
  expect(quietMs(noon, at('2026-11-26T12:00:00Z'))).toBe(0)
  expect(quietMs({ ...noon, to: noon.from }, at('2026-11-26T10:30:00Z'))).toBe(0)
  expect(quietMs({ ...noon, from: null, to: null }, at('2026-11-26T10:30:00Z'))).toBe(0)
})

test('when the clocks go forward in the night, they end an hour sooner by the sun', () => {
  // Cairo skips 00:00 to 01:00 on 24 April 2026.
  expect(quietMs(cairo, at('2026-04-23T20:00:00Z'))).toBe(8 * hour)
})
