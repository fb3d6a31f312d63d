// The record of what the bot asked for, and waiting for it.

import { maxRecordedCalls } from './limits.ts'
import type { Message } from './message.ts'
import { isRecord, type Parameters } from './parameters.ts'
import type { Refusal } from './refusal.ts'

/** A finished call: `result` or `error` is there. `via` tells a webhook's answer from a request. */
export type Call = {
  method: string
  params: Parameters
  via: 'http' | 'webhook'
  /** Milliseconds, by the server's clock. */
  at: number
  result?: unknown
  /** The message that the call sent or changed. */
  message?: Message
  error?: Refusal
}

/** The call with what came of it. */
export function finished(call: Call, result: unknown): Call {
  return { ...call, result, ...(isMessage(result) && { message: result }) }
}

export type Calls = ReturnType<typeof createCalls>

export function createCalls() {
  const all: Call[] = []
  const unseen = new Set<Call>()
  const listeners = new Set<() => void>()

  const record = (call: Call): void => {
    all.push(call)
    unseen.add(call)
    if (all.length > maxRecordedCalls) {
      const oldest = all.shift()
      if (oldest) unseen.delete(oldest)
    }
    for (const listener of listeners) listener()
  }

  /**
   * The first call that fits and that no earlier wait was given: past ones count, so nothing is missed.
   * @throws {Error} after `timeoutMs`, naming the methods that were called instead
   */
  const waitFor = async (fits: (call: Call) => boolean, timeoutMs = 3000): Promise<Call> => {
    const { promise, resolve, reject } = Promise.withResolvers<Call>()
    const look = () => {
      const call = [...unseen].find(fits)
      if (!call) return
      unseen.delete(call)
      resolve(call)
    }
    const timer = setTimeout(() => {
      const waiting = [...unseen].map(({ method }) => method).join(', ')
      reject(new Error(`No such call within ${timeoutMs} ms; calls not waited for: ${waiting || 'none'}`))
    }, timeoutMs)
    listeners.add(look)
    look()
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      listeners.delete(look)
    }
  }

  return { all, record, waitFor }
}

function isMessage(value: unknown): value is Message {
  return isRecord(value) && typeof value['message_id'] === 'number' && isRecord(value['chat'])
}
