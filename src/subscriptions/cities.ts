// Which time zone a city's name means, and which city a zone is named after, in both languages.

import { readFileSync } from 'node:fs'
import { fold } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'

type City = { zone: string; en: readonly string[]; ar: readonly string[] }

const cities: readonly City[] = readFileSync(new URL('cities.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [zone = '', en = '', ar = ''] = line.split('\t')
    return { zone, en: en.split('|'), ar: ar.split('|') }
  })

const byName = new Map<string, string>()
for (const { zone, en, ar } of cities) for (const name of [...en, ...ar]) byName.set(key(name), zone)

/** All zones of this Node.js, by their own name and by the last part of it ("Reykjavik"). */
const zones = new Map<string, string>()
for (const zone of Intl.supportedValuesOf('timeZone')) {
  const last = zone.split('/').at(-1) ?? zone
  if (!zones.has(key(last))) zones.set(key(last), zone)
  zones.set(key(zone), zone)
}

/** The cities on the buttons, with their zones. */
export const offeredCities = cities.slice(0, 12)

/** «القاهرة», "cairo", "Africa/Cairo" → Africa/Cairo; undefined for a place that no table knows. */
export function zoneOf(place: string): string | undefined {
  return byName.get(key(place)) ?? zones.get(key(place))
}

/** «القاهرة» for Africa/Cairo; for a zone without a row the last part of its own name. */
export function cityName(zone: string, language: Language): string {
  const city = cities.find((it) => it.zone === zone)
  return city?.[language][0] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function key(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
