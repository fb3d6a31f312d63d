import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  everyDay,
  localDate,
  minuteDue,
  mondayToFriday,
  nextDue,
  sundayToThursday,
} from '../../src/subscriptions/due.ts'

const cairo = { zone: 'Africa/Cairo', minutes: [7 * 60], days: everyDay }
const at = (iso: string) => new Date(iso)

test('before the hour it is today, at the hour and after it is tomorrow', () => {
  expect(nextDue(cairo, at('2026-11-23T04:59:59Z'))).toEqual(at('2026-11-23T05:00:00Z'))
  expect(nextDue(cairo, at('2026-11-23T05:00:00Z'))).toEqual(at('2026-11-24T05:00:00Z'))
})

test('a time that the clocks skip comes right after the gap, on its own date', () => {
  // Cairo skips 00:00 to 01:00 on 24 April 2026.
  const midnight = { zone: 'Africa/Cairo', minutes: [0], days: everyDay }
  const due = nextDue(midnight, at('2026-04-23T12:00:00Z'))
  expect(due).toEqual(at('2026-04-23T22:00:00Z'))
  expect(localDate('Africa/Cairo', due)).toBe('2026-04-24')
})

test('a time that comes twice comes once', () => {
  // Paris has 02:30 twice on 25 October 2026.
  const first = nextDue({ zone: 'Europe/Paris', minutes: [150], days: everyDay }, at('2026-10-24T12:00:00Z'))
  expect(first).toEqual(at('2026-10-25T00:30:00Z'))
  expect(nextDue({ zone: 'Europe/Paris', minutes: [150], days: everyDay }, first)).toEqual(
    at('2026-10-26T01:30:00Z'),
  )
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
      moment = nextDue({ zone, minutes: [minute], days: everyDay }, moment)
      dates.push(localDate(zone, moment))
    }
    const days = dates.map((date) => Date.parse(date) / 86_400_000)
    expect(days.slice(1).every((day, index) => day - (days[index] ?? 0) === 1)).toBe(true)
  }
})

test('a date that a zone never had has no digest', () => {
  const due = nextDue({ zone: 'Pacific/Apia', minutes: [420], days: everyDay }, at('2011-12-29T18:00:00Z'))
  expect(localDate('Pacific/Apia', due)).toBe('2011-12-31')
})

test.each([
  [sundayToThursday, ['Sun', 'Mon', 'Tue', 'Wed', 'Thu']],
  [mondayToFriday, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']],
  [1 << 4, ['Fri']],
  [(1 << 0) | (1 << 6), ['Sun', 'Mon']],
])('on the days of %i alone, each of the reader’s own', (days, names) => {
  let moment = at('2026-11-01T12:00:00Z')
  const seen = new Set<string>()
  for (let count = 0; count < names.length * 4; count++) {
    moment = nextDue({ zone: 'Pacific/Kiritimati', minutes: [60], days }, moment)
    seen.add(moment.toLocaleDateString('en', { timeZone: 'Pacific/Kiritimati', weekday: 'short' }))
  }
  expect([...seen].toSorted()).toEqual(names.toSorted())
  expect(moment < at('2026-12-06T12:00:00Z')).toBe(true)
})

test.each(['Africa/Cairo', 'Africa/Casablanca', 'America/Nuuk', 'Asia/Riyadh'])(
  'in %s every date has each of several hours once; two that the clocks make one moment come as one',
  (zone) => {
    const minutes = [22 * 60, 7 * 60, 0, 60]
    const seen = new Map<string, number[]>()
    let moment = at('2025-12-31T12:00:00Z')
    while (moment < at('2027-01-01T00:00:00Z')) {
      moment = nextDue({ zone, minutes, days: everyDay }, moment)
      const date = localDate(zone, moment)
      seen.set(date, [...(seen.get(date) ?? []), minuteDue({ zone, minutes }, moment)])
    }
    const whole = [...seen].slice(1, -1)
    expect(whole.every(([, told]) => new Set(told).size === told.length)).toBe(true)
    const short = whole.filter(([, told]) => told.join() !== '0,60,420,1320')
    // Cairo skips the hour after midnight once a year.
    expect(short.map(([date, told]) => `${date} ${told.join()}`)).toEqual(
      zone === 'Africa/Cairo' ? ['2026-04-24 0,420,1320'] : [],
    )
  },
)

test('no day of the week is no time, and no time of day either', () => {
  expect(() => nextDue({ ...cairo, minutes: [] }, at('2026-11-23T05:00:00Z'))).toThrow('no time')
  expect(() => nextDue({ ...cairo, days: 0 }, at('2026-11-23T05:00:00Z'))).toThrow('no day')
})

const dayMs = 86_400_000

/** The dates of the digests from some days before a moment to some days after it. */
function datesAround(zone: string, moment: number, minute: number): string[] {
  const dates: string[] = []
  let due = new Date(moment - 3 * dayMs)
  while (due.getTime() < moment + 3 * dayMs) {
    due = nextDue({ zone, minutes: [minute], days: everyDay }, due)
    dates.push(localDate(zone, due))
  }
  return dates
}

/** When a zone's clocks are changed within ten years: between two changes every day is like the other. */
function changesOf(zone: string): number[] {
  const changes: number[] = []
  let moment = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (!next || next.year >= 2030) return changes
    changes.push(next.epochMilliseconds)
    moment = next
  }
}

/** The dates of which one was left out, or came twice. */
function gapsOf(zone: string, minute: number): string[] {
  return [Date.parse('2026-06-15T12:00:00Z'), ...changesOf(zone)].flatMap((moment) => {
    const dates = datesAround(zone, moment, minute)
    const isWhole = dates
      .slice(1)
      .every((date, index) => Date.parse(date) - Date.parse(dates[index] ?? '') === dayMs)
    return isWhole ? [] : [`${zone} ${minute}: ${dates.join(' ')}`]
  })
}

test('in every zone that Node knows, every local date of ten years has one digest, whatever the clocks do', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(300)
  expect(zones.flatMap(changesOf).length).toBeGreaterThan(2_000)
  expect(zones.flatMap((zone) => [0, 30, 150, 1439].flatMap((minute) => gapsOf(zone, minute)))).toEqual([])
})
