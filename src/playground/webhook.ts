// Delivery by webhook: one update of a chat at a time, chats side by side, repeated with growing pauses until it is taken.

import { maxRetryAfterSeconds, maxWebhookRetryMs, webhookTimeoutMs } from './limits.ts'
import { flagOf, isRecord, type Parameters } from './parameters.ts'
import type { PendingUpdate, Update, Updates } from './updates.ts'
import { noWebhook, readWebhookSettings, type WebhookSettings } from './webhook-settings.ts'

/** Runs the method that a webhook's answer asks for; its result goes nowhere. */
type Execute = (method: string, parameters: Parameters) => Promise<void>

/** @param firstRetryMs the first pause after a failure; it doubles from there (the real server starts at a second) */
export function createWebhook(updates: Updates, execute: Execute, firstRetryMs: number) {
  let settings = noWebhook
  let lastError: { last_error_date: number; last_error_message: string } | undefined
  let ended = new AbortController()
  const busyLanes = new Set<number>()

  const pump = (): void => {
    if (settings.url === '') return
    for (const one of updates.pending()) {
      if (busyLanes.size >= settings.connections) return
      if (busyLanes.has(one.lane)) continue
      busyLanes.add(one.lane)
      void deliver(one, ended.signal)
    }
  }

  /** Keeps its lane until the update is taken, however long that takes. */
  const deliver = async ({ update, lane }: PendingUpdate, signal: AbortSignal): Promise<void> => {
    for (let pauseMs = firstRetryMs; ; pauseMs = Math.min(maxWebhookRetryMs, pauseMs * 2)) {
      const outcome = await post(settings, update, signal)
      if (signal.aborted) return
      if ('body' in outcome) {
        updates.take(update.update_id)
        await executeAnswer(outcome.body, execute)
        break
      }
      lastError = { last_error_date: Math.floor(Date.now() / 1000), last_error_message: outcome.failed }
      await pause(outcome.retryAfterMs || pauseMs, signal)
    }
    busyLanes.delete(lane)
    pump()
  }

  const stop = (): void => {
    ended.abort()
    ended = new AbortController()
    busyLanes.clear()
    settings = noWebhook
  }

  const change = (wanted: WebhookSettings, parameters: Parameters): true => {
    stop()
    settings = wanted
    if (flagOf(parameters, 'drop_pending_updates')) updates.drop()
    updates.wake()
    pump()
    return true
  }

  updates.onPush(pump)
  return {
    active: () => settings.url !== '',
    stop,
    set: (parameters: Parameters): true => {
      const wanted = readWebhookSettings(parameters)
      updates.allow(parameters)
      return change(wanted, parameters)
    },
    remove: (parameters: Parameters): true => change(noWebhook, parameters),
    info: () => ({
      url: settings.url,
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(settings.url && { max_connections: settings.connections }),
      ...lastError,
    }),
  }
}

/** Ends early, and quietly, when delivery stops. */
function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

type Outcome = { body: string } | { failed: string; retryAfterMs: number }

async function post(settings: WebhookSettings, update: Update, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(settings.secret && { 'x-telegram-bot-api-secret-token': settings.secret }),
      },
      body: JSON.stringify(update),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(webhookTimeoutMs)]),
    })
    const body = await response.text()
    if (response.ok) return { body }
    const asked = Number(response.headers.get('retry-after')) || 0
    return {
      failed: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
      retryAfterMs: Math.min(asked, maxRetryAfterSeconds) * 1000,
    }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error), retryAfterMs: 0 }
  }
}

async function executeAnswer(body: string, execute: Execute): Promise<void> {
  const { method, ...parameters } = parsedObject(body)
  if (typeof method === 'string' && !/^(get|setwebhook$|deletewebhook$|close$|logout$)/i.test(method))
    await execute(method, parameters)
}

/** The JSON object in an answer; an answer may be anything, and is then as good as empty. */
function parsedObject(body: string): Parameters {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
