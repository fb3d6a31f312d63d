// Reads the date out of a date line, a feed or a page, in either language.
// What it cannot be sure of it does not say: an impossible date is no date, a time without a zone is only a day.

import type { PublishedAt } from '../articles/article.ts'
import { dateLabels, hijriMonthNames, monthNames, weekdayNames, zoneMinutes } from './calendar.data.ts'
import { fold } from './normalise.ts'

/** Folded name of a month → 1…12, both languages, abbreviations included. «ماي» is May in the Maghreb and a surname elsewhere. */
export const months: ReadonlyMap<string, number> = numbered(monthNames)
/** Folded name of a weekday → 1 (Monday) … 7 (Sunday), as in ISO 8601. */
export const weekdays: ReadonlyMap<string, number> = numbered(weekdayNames)

/** Years outside are typing errors, sentinels (9999) or the Islamic calendar. */
const years = { first: 1800, last: 2100 }

type Day = { year: number; month: number; day: number }
/** `zone` in minutes from UTC; undefined where the text names none. */
type Clock = { hour: number; minute: number; second: number; zone: number | undefined }

/**
 * The date that a text tells: `YYYY-MM-DD` where only the day is known (or the time stands without a zone), else ISO 8601
 * with its offset. Undefined for no date, an impossible one (31 February, 25:00) or one in the Islamic calendar alone.
 * A day and month without a year need `reference` (ISO): the latest such day that is not after it.
 * `3/4/2024` is 3 April, unless AM or PM stands beside it (American pages).
 */
export function readDate(text: string, { reference }: { reference?: string } = {}): PublishedAt | undefined {
  if (text.length > 400) return undefined
  const line = prepared(text)
  const exact = exactDate(line)
  if (exact) return exact.date
  const day = findDay(line) ?? (reference === undefined ? undefined : dayBefore(line, reference))
  if (!day) return undefined
  const clock = findClock(line)
  if (clock === 'impossible') return undefined
  return written(day, clock)
}

/**
 * The date of a feed's field, which holds nothing else: also a year or a month alone (W3C-DTF; its first day), and the short forms of
 * ISO 8601 that old feeds have (`031231`, `-03-12`).
 */
export function readFeedDate(text: string): PublishedAt | undefined {
  const line = prepared(text)
  const parts = shortForms.map((form) => form.exec(line)?.groups).find((it) => it !== undefined)
  if (!parts) return readDate(text)
  const date = dayOf(fullYear(parts['year']), Number(parts['month'] ?? 1), parts['day'] ?? 1)
  return exists(date) ? written(date, undefined) : undefined
}

const shortForms: readonly RegExp[] = [
  /^(?<year>(?:19|20)\d{2})(?:-(?<month>\d{2}))?$/,
  /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  /^-(?<year>\d{2})-?(?<month>\d{2})(?:-?(?<day>\d{2}))?$/,
]

/** Whether a line holds a date and nothing else: labels, weekday, time and zone may stand beside it, other words may not. */
export function isDateLine(text: string): boolean {
  if (text.length > 160 || !/\p{Nd}/u.test(text)) return false
  if (readDate(text) === undefined) return false
  const rest = prepared(text)
    .replaceAll(calendarWords, ' ')
    .replaceAll(/\d+(?:st|nd|rd|th)\b/g, ' ')
    .replaceAll(/[\d\s\p{P}\p{S}]+/gu, ' ')
    .replaceAll(/(?<!\p{L})[tzهم](?!\p{L})/gu, ' ')
  return rest.trim() === ''
}

/** The weekday of a day, 1 (Monday) … 7 (Sunday). */
export function weekdayOf(date: PublishedAt): number {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return day === 0 ? 7 : day
}

function prepared(text: string): string {
  return fold(text).replaceAll(/\s+/g, ' ').trim()
}

function numbered(names: readonly (readonly string[])[]): Map<string, number> {
  return new Map(names.flatMap((group, index) => group.map((name) => [fold(name), index + 1] as const)))
}

/** One pattern for many names, longest first, whole words only. */
function anyOf(names: Iterable<string>): string {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length)
  return `(?<![\\p{L}])(?:${longestFirst.map((name) => name.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')).join('|')})(?![\\p{L}])`
}

const month = anyOf(months.keys())
const zones = new Map(Object.entries(zoneMinutes).map(([name, minutes]) => [fold(name), minutes]))
const calendarWords = new RegExp(
  anyOf([
    ...months.keys(),
    ...weekdays.keys(),
    ...zones.keys(),
    ...hijriMonthNames.map(fold),
    ...dateLabels.map(fold),
  ]),
  'gu',
)

// — dates that machines write —

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:t| )\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(z|[+-]\d{2}:?\d{2})?)?$/

/** ISO 8601 in its usual forms; its date is undefined where it is impossible. Undefined: the text is in another form. */
function exactDate(line: string): { date: PublishedAt | undefined } | undefined {
  const match = iso.exec(line) ?? compact.exec(line)
  if (!match) return /^\d{4}-\d{2}(-|$)/.test(line) ? { date: undefined } : undefined
  const [, year, month_, day, hour, minute, second, zone] = match
  const date = dayOf(year, Number(month_), day)
  if (!exists(date)) return { date: undefined }
  if (hour === undefined) return { date: written(date, undefined) }
  const minutes = zone === undefined ? undefined : offsetMinutes(zone)
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
  if (minutes === 'impossible' || !ticks(clock)) return { date: undefined }
  return { date: written(date, { ...clock, zone: minutes }) }
}

// — the day —

const ordinal = '(?:st|nd|rd|th)?'
/** A second name for the same month, with or without marks between: «تموز/ يوليو», «مارس (آذار)», «مارس آذار». */
const twin = `(?:\\s*[/(\\-,]?\\s*${month}\\s*\\)?)?`
const dayMonthYear = new RegExp(
  `(?<!\\d)(\\d{1,2})${ordinal}[\\s,،.\\-/]*(?:of |من |من شهر |شهر )?(${month})${twin}[\\s,،.\\-/]*(?:عام |سنه |لعام )?(\\d{4}|\\d{2}(?![\\d:]))(?!\\d)`,
  'gu',
)
const monthDayYear = new RegExp(
  `(${month})${twin}[\\s,.]*(\\d{1,2})${ordinal}(?![\\d:])[\\s,،]+(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:[a-z]{2,5}|[+-]\\d{2}:?\\d{2})?\\s+)?(\\d{4})(?!\\d)`,
  'gu',
)
const yearMonthDay = new RegExp(
  `(?<!\\d)(\\d{4})[\\s,،.\\-/]+(${month})${twin}[\\s,،.\\-/]+(\\d{1,2})(?![\\d:])`,
  'gu',
)
const numericYearFirst = /(?<![\d.])(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})(?!\d)/g
const numericYearLast = /(?<![\d.])(\d{1,2})\s?[/\-.]\s?(\d{1,2})\s?[/\-.]\s?(\d{4})(?!\d)/g
const dayAndMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})${ordinal}[\\s,،.\\-/]*(?:of |من )?(${month})|(${month})\\s+(\\d{1,2})${ordinal}(?![\\d:])`,
  'u',
)

function findDay(line: string): Day | undefined {
  const candidates = [
    ...[...line.matchAll(dayMonthYear)].map(([, d, m, y]) => dayOf(fullYear(y), monthNumber(m), d)),
    ...[...line.matchAll(monthDayYear)].map(([, m, d, y]) => dayOf(y, monthNumber(m), d)),
    ...[...line.matchAll(yearMonthDay)].map(([, y, m, d]) => dayOf(y, monthNumber(m), d)),
    ...[...line.matchAll(numericYearFirst)].map(([, y, m, d]) => dayOf(y, Number(m), d)),
    ...[...line.matchAll(numericYearLast)].map(([, a, b, y]) => ordered(line, [Number(a), Number(b)], y)),
  ]
  // The Islamic date of a pair is out of range as a Gregorian one; a line whose only date does not exist has none.
  return candidates.find(exists)
}

function dayOf(year: string | number | undefined, month_: number, day: string | number | undefined): Day {
  return { year: Number(year), month: month_, day: Number(day) }
}

function monthNumber(name: string | undefined): number {
  return months.get(name ?? '') ?? 0
}

/** Two digits as RFC 822 wrote them: 70–99 are the last century. */
function fullYear(digits: string | undefined): number {
  const year = Number(digits)
  if (digits?.length !== 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function ordered(line: string, [a, b]: [number, number], year: string | undefined): Day {
  const american = b > 12 || (a <= 12 && /\d\s*[ap]\.?m\b/.test(line))
  return american ? dayOf(year, a, b) : dayOf(year, b, a)
}

function dayBefore(line: string, reference: string): Day | undefined {
  const match = dayAndMonth.exec(line)
  if (!match) return undefined
  const year = Number(reference.slice(0, 4))
  const [, day, name, otherName, otherDay] = match
  const [month_, number] = [monthNumber(name ?? otherName), Number(day ?? otherDay)]
  return [year, year - 1]
    .map((it) => ({ year: it, month: month_, day: number }))
    .find((it) => exists(it) && dayText(it) <= reference.slice(0, 10))
}

function exists({ year, month: month_, day }: Day): boolean {
  if (!(year >= years.first && year <= years.last && month_ >= 1 && month_ <= 12 && day >= 1)) return false
  return day <= new Date(Date.UTC(year, month_, 0)).getUTCDate()
}

// — the time —

// Not the digits of an offset (GMT-01:01).
const time =
  /(?<![\d:+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?((?::\d)?)(?:[.,]\d+)?\s*([ap]\.?m\b|صباحا|مساء|ظهرا|[صم](?!\p{L}))?/gu
const zoneName = anyOf(zones.keys())
const namedZone = new RegExp(`${zoneName}(?:\\s*\\(?\\s*([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?!\\d))?`, 'u')
const plainOffset = /(?<=^|[\s\d])([+-]\d{2}:?\d{2})(?!\d)/

/** The first time of day in a line that names a zone beside it, else the first one. */
function findClock(line: string): Clock | 'impossible' | undefined {
  const found: Clock[] = []
  const matches = [...line.matchAll(time)]
  for (const [index, match] of matches.entries()) {
    const [whole, hour, minute, second, more, half] = match
    const behind = line.slice(match.index + whole.length, matches[index + 1]?.index ?? line.length)
    const zone = zoneOf(behind)
    const clock = {
      hour: hour24(Number(hour), half),
      minute: Number(minute),
      second: Number(second ?? 0),
      zone,
    }
    if (more !== '' || !ticks(clock) || zone === 'impossible') return 'impossible'
    found.push({ ...clock, zone })
  }
  return found.find((clock) => clock.zone !== undefined) ?? found[0]
}

function hour24(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const afternoon = /^(p|م|ظ)/.test(half)
  return (hour % 12) + (afternoon ? 12 : 0)
}

function zoneOf(behind: string): number | 'impossible' | undefined {
  const named = namedZone.exec(behind)
  if (named) {
    const [whole, sign, hours, minutes] = named
    const name = /^[^(+\-\d]+/.exec(whole)?.[0].trim() ?? ''
    if (sign === undefined) return zones.get(name)
    return offsetMinutes(`${sign}${hours?.padStart(2, '0')}:${minutes ?? '00'}`)
  }
  const offset = plainOffset.exec(behind)?.[1]
  if (offset !== undefined) return offsetMinutes(offset)
  // "+zz:00" where an offset belongs is no offset, and the time then can't be trusted.
  return /[+-][a-z]{2}:\d{2}/.test(behind) ? 'impossible' : undefined
}

function offsetMinutes(zone: string): number | 'impossible' {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!match) return 0
  const [, sign, hours, minutes] = match
  const total = Number(hours) * 60 + Number(minutes ?? 0)
  if (total > 14 * 60 || Number(minutes ?? 0) > 59) return 'impossible'
  return sign === '-' ? -total : total
}

function ticks({ hour, minute, second }: { hour: number; minute: number; second: number }): boolean {
  return hour <= 23 && minute <= 59 && second <= 59
}

// — writing it down —

function dayText({ year, month: month_, day }: Day): string {
  return `${year}-${two(month_)}-${two(day)}`
}

function written(day: Day, clock: Clock | undefined): PublishedAt {
  if (clock?.zone === undefined) return dayText(day)
  const sign = clock.zone < 0 ? '-' : '+'
  const zone = `${sign}${two(Math.floor(Math.abs(clock.zone) / 60))}:${two(Math.abs(clock.zone) % 60)}`
  return `${dayText(day)}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${zone}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
