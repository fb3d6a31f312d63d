// When a chat's next digest is due: at its own hour, in its own zone, once on each of its own dates. Pure.

import { Temporal } from 'temporal-polyfill'

export type DigestTime = {
  /** An IANA name. */
  zone: string
  /** Minutes after local midnight. */
  minute: number
}

/**
 * The first moment after `after` at which it is the wanted time of day in the zone. On a day whose clocks skip that time it
 * is the first moment after the gap; on one that has it twice, the first of the two: every local date has exactly one.
 */
export function nextDue({ zone, minute }: DigestTime, after: Date): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone)
  for (let date = now.toPlainDate(); ; date = date.add({ days: 1 })) {
    const due = atMinute(date, { zone, minute })
    // A zone may skip a whole date (Samoa, 30 December 2011): what stands for it belongs to the next one.
    if (Temporal.ZonedDateTime.compare(due, now) > 0 && due.toPlainDate().equals(date))
      return new Date(due.epochMilliseconds)
  }
}

function atMinute(date: Temporal.PlainDate, { zone, minute }: DigestTime): Temporal.ZonedDateTime {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return date.toZonedDateTime({ timeZone: zone, plainTime: time })
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
