// Trouble on demand: what a network or a busy server does to a bot, for tests of how the bot takes it.

import type { RefusalParameters } from './refusal.ts'

export type Fault =
  | { code: number; description: string; parameters?: RefusalParameters }
  /** An answer that is not the Bot API's: a gateway's page. */
  | { status: number; body: string }
  /** The connection breaks before an answer; the method did not run. */
  | { reset: true }
  /** The method runs, and the connection breaks before the answer. */
  | { lost: true }
  | { delayMs: number }
  /** No answer at all, until the client gives up. */
  | { hang: true }

export type Faults = ReturnType<typeof createFaults>

export function createFaults() {
  const planned: { method: string; fault: Fault; times: number }[] = []
  return {
    /** The next `times` calls of the method ('*': of any) fail that way. */
    plan: (method: string, fault: Fault, times = 1): void => {
      planned.push({ method: method.toLowerCase(), fault, times })
    },
    next: (method: string): Fault | undefined => {
      const index = planned.findIndex((one) => one.method === '*' || one.method === method.toLowerCase())
      const found = planned[index]
      if (!found) return undefined
      found.times--
      if (found.times <= 0) planned.splice(index, 1)
      return found.fault
    },
  }
}
