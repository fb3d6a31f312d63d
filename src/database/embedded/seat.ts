// A process's place among the users of the server, whatever keeps it on this platform.

import { setTimeout as sleep } from 'node:timers/promises'

export type Seat = {
  /** Whether a keeper lives that will stop the server after the last user. */
  kept: () => Promise<boolean>
  /** Gives the seat up; comes back when the server has stopped, if this was the last user. */
  leave: (stopped: () => boolean) => Promise<void>
}

/** How often, and how many times, a leaving user looks whether it was the last. */
const lastLookMs = 20
const lastLooksMax = 4
/** A fast shutdown takes 10 to 30 ms; with much to write, longer. */
const stopTimeoutMs = 10_000

/** After leaving: comes back when the server has stopped, or soon when somebody else still keeps it (`isKept`). */
export async function untilLastHasLeft(
  isKept: () => Promise<boolean>,
  stopped: () => boolean,
): Promise<void> {
  let looks = 0
  do {
    if (looks === lastLooksMax) return
    looks += 1
    await sleep(lastLookMs)
  } while (await isKept())
  const deadline = Date.now() + stopTimeoutMs
  while (!stopped() && Date.now() < deadline) await sleep(lastLookMs)
}
