// When a chat's next digest is due: at its own hour, in its own zone, once on each of its own dates. Pure.

import { Temporal } from 'temporal-polyfill'

export type DigestTime = {
  /** An IANA name. */
  zone: string
  /** Minutes after local midnight. */
  minute: number
  /** On which days of the week: bit 0 is Monday, bit 6 Sunday. */
  days: number
}

export const everyDay = 0b111_1111
/** The working weeks of the west and of most of the Arab world. */
export const mondayToFriday = 0b001_1111
export const sundayToThursday = 0b100_1111

/**
 * The first moment after `after` at which it is the wanted time of day in the zone. On a day whose clocks skip that time it
 * is the first moment after the gap; on one that has it twice, the first of the two: every local date on one of the days has exactly one.
 */
export function nextDue({ zone, minute, days }: DigestTime, after: Date): Date {
  if ((days & everyDay) === 0) throw new RangeError('a digest comes on no day of the week')
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone)
  for (let date = now.toPlainDate(); ; date = date.add({ days: 1 })) {
    if ((days & (1 << (date.dayOfWeek - 1))) === 0) continue
    const due = atMinute(date, { zone, minute })
    // A zone may skip a whole date (Samoa, 30 December 2011): what stands for it belongs to the next one.
    if (due !== null && Temporal.ZonedDateTime.compare(due, now) > 0) return new Date(due.epochMilliseconds)
  }
}

/** Null for a date that the zone never had. */
function atMinute(
  date: Temporal.PlainDate,
  { zone, minute }: Pick<DigestTime, 'zone' | 'minute'>,
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
