// Times of day and days of the week, as a reader says them. All in the reader's own zone.

import type { Language } from '../language/script.ts'
import { list } from './words.ts'

type Parts = { weekday: string; hour: number; minute: number }

/** «السابعة صباحاً», "7:00 a.m."; with minutes «7:30 صباحاً», "7:30 a.m." */
export function timeOfDay(minutes: number, language: Language): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  if (language === 'en') return `${twelve(hour)}:${two(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`
  const part = { ليل: 'ليلاً', صباح: 'صباحاً', ظهر: 'ظهراً', عصر: 'عصراً', مساء: 'مساءً' }[dayPart(hour)]
  return `${minute === 0 ? arabicHours[twelve(hour)] : `${twelve(hour)}:${two(minute)}`} ${part}`
}

/** Several of them: «السابعة صباحاً والسادسة مساءً», "7:00 a.m. and 6:00 p.m." */
export const timesOfDay = (minutes: readonly number[], language: Language): string =>
  list(
    minutes.map((it) => timeOfDay(it, language)),
    language,
  )

const arabicHours: Record<number, string> = {
  1: 'الواحدة',
  2: 'الثانية',
  3: 'الثالثة',
  4: 'الرابعة',
  5: 'الخامسة',
  6: 'السادسة',
  7: 'السابعة',
  8: 'الثامنة',
  9: 'التاسعة',
  10: 'العاشرة',
  11: 'الحادية عشرة',
  12: 'الثانية عشرة',
}

/** «7 صباح الأحد», "Sunday 7 a.m."; with the day of the month where a week's names would not tell. */
export function momentInWeek(at: Date, zone: string, language: Language, withDay = false): string {
  const { weekday, hour, minute } = partsOf(at, zone, language)
  const minutes = minute === 0 ? '' : `:${two(minute)}`
  const day = withDay ? dayOfMonth(at, zone, language) : weekday
  if (language === 'en') return `${day} ${twelve(hour)}${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`
  return `${twelve(hour)}${minutes} ${dayPart(hour)} ${day}`
}

/** «الاثنين 23 نوفمبر 2026», "Monday 23 November 2026". */
export function dayOfWeek(at: Date, zone: string, language: Language): string {
  return format(at, zone, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** «الثلاثاء 24 نوفمبر», "Tuesday 24 November". */
export const dayInYear = (at: Date, zone: string, language: Language): string =>
  format(at, zone, language, { weekday: 'long', day: 'numeric', month: 'long' })

/** The names of days of the week, a bit each, Monday first. */
export function weekdaysIn(days: number, language: Language): string {
  // 2024 began with a Monday.
  const names = [1, 2, 3, 4, 5, 6, 7]
    .filter((day) => (days & (1 << (day - 1))) !== 0)
    .map((day) => format(new Date(Date.UTC(2024, 0, day, 12)), 'UTC', language, { weekday: 'long' }))
  return list(names, language)
}

const dayOfMonth = (at: Date, zone: string, language: Language): string =>
  format(at, zone, language, { day: 'numeric', month: 'long' })

/** Minutes after midnight of a moment in a zone. */
export function minuteOfDay(at: Date, zone: string): number {
  const { hour, minute } = partsOf(at, zone, 'en')
  return hour * 60 + minute
}

/** The stretch of the day that an hour belongs to. */
export function dayPart(hour: number): 'ليل' | 'صباح' | 'ظهر' | 'عصر' | 'مساء' {
  if (hour < 3) return 'ليل'
  if (hour < 12) return 'صباح'
  if (hour < 15) return 'ظهر'
  return hour < 18 ? 'عصر' : 'مساء'
}

function partsOf(at: Date, zone: string, language: Language): Parts {
  const found = new Map(
    new Intl.DateTimeFormat(locale[language], {
      timeZone: zone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((it) => [it.type, it.value]),
  )
  return {
    weekday: found.get('weekday') ?? '',
    hour: Number(found.get('hour')),
    minute: Number(found.get('minute')),
  }
}

// Said outright: which digits plain `ar` means differs between ICU versions.
const locale = { ar: 'ar-EG-u-nu-latn-ca-gregory', en: 'en-GB' }

function format(at: Date, zone: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale[language], { ...options, timeZone: zone })
    .format(at)
    .replace(/[\u200e\u200f]/g, '')
    .replaceAll('،', '')
    .replaceAll(',', '')
}

const twelve = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12)
const two = (value: number): string => String(value).padStart(2, '0')
