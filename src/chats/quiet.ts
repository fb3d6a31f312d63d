// Quiet hours: when nothing comes to a chat by itself. Pure.

import { Temporal } from 'temporal-polyfill'

/** Minutes after local midnight; null: no quiet hours. `from` may be later than `to`: over midnight. The same twice is none. */
export type Quiet = { zone: string; from: number | null; to: number | null }

/** How long they last from a moment on, 0 outside them. On the day of a change of clocks they end when the chat's clock says so. */
export function quietMs({ zone, from, to }: Quiet, at: Date): number {
  if (from === null || to === null || from === to) return 0
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const minute = now.hour * 60 + now.minute
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return 0
  const time = Temporal.PlainTime.from({ hour: Math.floor(to / 60), minute: to % 60 })
  const today = now.toPlainDate()
  const day = minute < to ? today : today.add({ days: 1 })
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: time })
  return Math.max(1, end.epochMilliseconds - at.getTime())
}
