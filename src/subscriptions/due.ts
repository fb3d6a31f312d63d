// When a chat's next digest is due: at its own hours, in its own zone, once an hour on each of its own dates. Pure.

import { Temporal } from 'temporal-polyfill'

export type DigestTime = {
  /** An IANA name. */
  zone: string
  /** Minutes after local midnight, one or more. */
  minutes: readonly number[]
  /** On which days of the week: bit 0 is Monday, bit 6 Sunday. */
  days: number
}

export const everyDay = 0b111_1111
/** The working weeks of the west and of most of the Arab world. */
export const mondayToFriday = 0b001_1111
export const sundayToThursday = 0b100_1111

/**
 * The first moment after `after` at which it is one of the wanted times of day in the zone. On a day whose clocks skip that time it
 * is the first moment after the gap; on one that has it twice, the first of the two: every local date on one of the days has exactly one for each time.
 */
export function nextDue({ zone, minutes, days }: DigestTime, after: Date): Date {
  if ((days & everyDay) === 0) throw new RangeError('a digest comes on no day of the week')
  if (minutes.length === 0) throw new RangeError('a digest comes at no time of day')
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone)
  for (let date = now.toPlainDate(); ; date = date.add({ days: 1 })) {
    if ((days & (1 << (date.dayOfWeek - 1))) === 0) continue
    // A zone may skip a whole date (Samoa, 30 December 2011): what stands for it belongs to the next one.
    const [first] = minutes
      .map((minute) => atMinute(date, { zone, minute })?.epochMilliseconds ?? 0)
      .filter((due) => due > after.getTime())
      .toSorted((a, b) => a - b)
    if (first !== undefined) return new Date(first)
  }
}

/** Which of the times of day a digest that was due at that moment stands for; the first one where the times have changed since. */
export function minuteDue({ zone, minutes }: Pick<DigestTime, 'zone' | 'minutes'>, dueAt: Date): number {
  const date = Temporal.Instant.fromEpochMilliseconds(dueAt.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const sorted = minutes.toSorted((a, b) => a - b)
  const due = sorted.find((minute) => atMinute(date, { zone, minute })?.epochMilliseconds === dueAt.getTime())
  return due ?? sorted[0] ?? 0
}

/** Null for a date that the zone never had. */
function atMinute(
  date: Temporal.PlainDate,
  { zone, minute }: { zone: string; minute: number },
): Temporal.ZonedDateTime | null {
  const time = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const due = time.toZonedDateTime(zone)
  if (due.toPlainDate().equals(date)) return due
  // Greenland's clocks skip the last hour of a day: what is due within it would come on the next date, which has its own.
  const before = time.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return before.toPlainDate().equals(date) ? before : null
}

/** The reader's own date at a moment, `YYYY-MM-DD`. */
export function localDate(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/** After an outage one digest catches up; none where the next one is near: that one will tell it all. */
export function isWorthCatchingUp(dueAt: Date, nextAt: Date, now: Date): boolean {
  const isLate = now.getTime() - dueAt.getTime() > hourMs
  return !isLate || nextAt.getTime() - now.getTime() > catchUpHoursMin * hourMs
}

const hourMs = 60 * 60 * 1000
const catchUpHoursMin = 3
