// A Bot API server for a test, and plain calls to it.

import { z } from 'zod'
import { createBotApi, type BotApiOptions } from '../../src/playground/bot-api.ts'
import type { Message } from '../../src/playground/message.ts'

export const token = '7000000001:test-token'

const Answer = z.looseObject({
  ok: z.boolean(),
  result: z.custom<Message>().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
})

export async function startServer(options: Partial<BotApiOptions> = {}) {
  const api = createBotApi({ token, ...options })
  const { apiRoot, close } = await api.listen()
  const post = async (method: string, parameters: Record<string, unknown> = {}): Promise<unknown> => {
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    })
    return response.json()
  }
  const call = async (method: string, parameters?: Record<string, unknown>) =>
    Answer.parse(await post(method, parameters))
  return { api, apiRoot, close, post, call }
}

export const button = (data: string) => ({ inline_keyboard: [[{ text: 'b', callback_data: data }]] })

export const refusal = (reason: string) => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${reason}`,
})
