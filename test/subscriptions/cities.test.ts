import { expect, test } from 'vitest'
import { cityName, offeredCities, zoneOf } from '../../src/subscriptions/cities.ts'

test.each([
  ['القاهرة', 'Africa/Cairo'],
  ['القاهره', 'Africa/Cairo'],
  ['cairo', 'Africa/Cairo'],
  ['Africa/Cairo', 'Africa/Cairo'],
  ['أبو ظبي', 'Asia/Dubai'],
  ['عمان', 'Asia/Amman'],
  ['new york', 'America/New_York'],
  ['Reykjavik', 'Atlantic/Reykjavik'],
])('«%s» is %s', (place, zone) => {
  expect(zoneOf(place)).toBe(zone)
})

test('a place that nobody knows has no zone', () => {
  expect(zoneOf('تل نسيم')).toBeUndefined()
  expect(zoneOf('')).toBeUndefined()
})

test('every offered city has a zone that Intl knows, and a name in both languages', () => {
  for (const { zone } of offeredCities) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
    expect(cityName(zone, 'ar')).toMatch(/\p{Script=Arabic}/u)
    expect(cityName(zone, 'en')).toMatch(/^[A-Z]/)
  }
  expect(cityName('Atlantic/Reykjavik', 'en')).toBe('Reykjavik')
})
