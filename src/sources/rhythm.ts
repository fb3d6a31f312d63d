// When a source is read again: in its own rhythm, later where its server asks for it, ever later while it fails. Pure.

/** Minutes between two readings, where nobody has said otherwise. */
export const everyMinutesDefault = 30
/** However often it fails, it is tried once a day. */
const waitMostMs = 24 * 60 * 60_000
/** Some five days of failures, with the waits growing: it is left alone then, and admins are told. */
const failuresMax = 12
/** A server that calls its answer fresh for longer is not believed: news is not. */
const freshMostMs = 6 * 60 * 60_000
const minuteMs = 60_000
/** Sources that were added together are not read together for ever. */
const jitter = 0.1

export type Reading = {
  everyMinutes: number
  /** In a row, this reading included; 0: it worked. */
  failures: number
  /** How long the server calls its answer fresh, and how long it asked to be left alone. */
  freshForMs?: number | undefined
  retryAfterMs?: number | undefined
  /** The server says that there will never be anything again (410). */
  gone?: boolean
}

export type Next = { waitMs: number; pause: boolean }

/** How long to wait after a reading, and whether to leave the source alone for good. `random`: from 0 to 1. */
export function nextReading(
  { everyMinutes, failures, freshForMs = 0, retryAfterMs = 0, gone = false }: Reading,
  random: number,
): Next {
  const own = everyMinutes * minuteMs
  const later = failures === 0 ? Math.min(freshForMs, freshMostMs) : own * 2 ** Math.min(failures, 20)
  const wait = Math.max(own, later)
  // What a server asks for outright is kept to, also beyond a day.
  const kept = Math.max(Math.min(wait, Math.max(own, waitMostMs)), retryAfterMs)
  return { waitMs: Math.round(kept * (1 + random * jitter)), pause: gone || failures >= failuresMax }
}
