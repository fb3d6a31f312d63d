import { expect, test } from 'vitest'
import { localDate, nextDue } from '../../src/digests/due.ts'

const cairo = { zone: 'Africa/Cairo', minute: 7 * 60 }
const at = (iso: string) => new Date(iso)

test('before the hour it is today, at the hour and after it is tomorrow', () => {
  expect(nextDue(cairo, at('2026-11-23T04:59:59Z'))).toEqual(at('2026-11-23T05:00:00Z'))
  expect(nextDue(cairo, at('2026-11-23T05:00:00Z'))).toEqual(at('2026-11-24T05:00:00Z'))
})

test('a time that the clocks skip comes right after the gap, on its own date', () => {
  // Cairo skips 00:00 to 01:00 on 24 April 2026.
  const midnight = { zone: 'Africa/Cairo', minute: 0 }
  const due = nextDue(midnight, at('2026-04-23T12:00:00Z'))
  expect(due).toEqual(at('2026-04-23T22:00:00Z'))
  expect(localDate('Africa/Cairo', due)).toBe('2026-04-24')
})

test('a time that comes twice comes once', () => {
  // Paris has 02:30 twice on 25 October 2026.
  const first = nextDue({ zone: 'Europe/Paris', minute: 150 }, at('2026-10-24T12:00:00Z'))
  expect(first).toEqual(at('2026-10-25T00:30:00Z'))
  expect(nextDue({ zone: 'Europe/Paris', minute: 150 }, first)).toEqual(at('2026-10-26T01:30:00Z'))
})

test.each([
  'Africa/Cairo',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Riyadh',
  'Europe/London',
])('in %s every local date of three years has exactly one digest, at every hour', (zone) => {
  for (const minute of [0, 30, 150, 420, 1439]) {
    let moment = at('2025-01-01T00:00:00Z')
    const dates: string[] = []
    while (moment < at('2028-01-01T00:00:00Z')) {
      moment = nextDue({ zone, minute }, moment)
      dates.push(localDate(zone, moment))
    }
    const days = dates.map((date) => Date.parse(date) / 86_400_000)
    expect(days.slice(1).every((day, index) => day - (days[index] ?? 0) === 1)).toBe(true)
  }
})

test('a date that a zone never had has no digest', () => {
  const due = nextDue({ zone: 'Pacific/Apia', minute: 420 }, at('2011-12-29T18:00:00Z'))
  expect(localDate('Pacific/Apia', due)).toBe('2011-12-31')
})
