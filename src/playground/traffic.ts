// What has passed between the bot and the server about one chat, as it was on the wire.

import type { BotApi } from './bot-api.ts'
import type { Call } from './calls.ts'

export type Passed = {
  method: string
  /** Milliseconds. */
  at: number
  params: object
  /** What the server answered; `error` where it refused. */
  result?: unknown
  error?: { code: number; description: string }
}

const callsMax = 100

/** The last calls that are about the chat, the oldest first; of the updates that the bot was given, those of the chat. Polls that brought nothing are left out. */
export function trafficOf(api: Pick<BotApi, 'calls'>, chatId: number): Passed[] {
  return api.calls.flatMap((call) => passed(call, chatId)).slice(-callsMax)
}

function passed({ method, at, params, result, error, message }: Call, chatId: number): Passed[] {
  if (error)
    return isAbout(params, chatId)
      ? [{ method, at, params, error: { code: error.code, description: error.message } }]
      : []
  if (method === 'getUpdates') {
    const updates = Array.isArray(result) ? result.filter((it: unknown) => isAbout(it, chatId)) : []
    return updates.length === 0 ? [] : [{ method, at, params, result: updates }]
  }
  return message?.chat.id === chatId || isAbout(params, chatId) ? [{ method, at, params, result }] : []
}

/** It names the chat anywhere: an update in its sender or chat, a call in its `chat_id`. */
function isAbout(value: unknown, chatId: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([name, inner]) =>
      ((name === 'chat_id' || name === 'id') && Number(inner) === chatId) || isAbout(inner, chatId),
  )
}
