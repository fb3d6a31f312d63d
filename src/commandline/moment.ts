// `--now` and `--zone`: the moment that a command is to take for the present, so that its answers can be repeated.

import { Temporal } from 'temporal-polyfill'
import { isZone } from '../config.ts'
import { UsageError } from '../errors.ts'

/** A bare day or a time without an offset is taken as it stands in the zone; without `now` it is the present. */
export function readMoment(now: string | undefined, zone: string): Temporal.ZonedDateTime {
  if (!isZone(zone)) throw new UsageError(`--zone must be an IANA time zone (Africa/Cairo), not "${zone}"`)
  try {
    if (now === undefined) return Temporal.Now.zonedDateTimeISO(zone)
    if (/T.*(?:Z|[+-]\d\d:?\d\d)(?:\[.*\])?$/i.test(now))
      return Temporal.Instant.from(now).toZonedDateTimeISO(zone)
    return Temporal.PlainDateTime.from(now).toZonedDateTime(zone)
  } catch (cause) {
    throw new UsageError(
      `--now must be an ISO date or time (2024-04-12 or 2024-04-12T09:00:00+02:00), not "${now ?? ''}"`,
      { cause },
    )
  }
}
