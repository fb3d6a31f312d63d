// A model that takes always the same time: whatever it is asked, a summary that passes every check comes back after the delay.

import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SummaryRecord } from '../../prompts/summarize.ts'

export type SlowModel = {
  baseURL: string
  /** When each answer was sent, in milliseconds of `performance.now()`; and when the first question came. */
  answered: readonly number[]
  firstAsked: () => number
  close: () => Promise<void>
}

export async function startSlowModel(delayMs: number): Promise<SlowModel> {
  const answered: number[] = []
  let first: number | undefined
  const server = http.createServer((request, response) => {
    first ??= performance.now()
    void reply(request, response)
  })
  async function reply(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    // The delay begins with the question, however long it takes to read.
    const [chars] = await Promise.all([countCharacters(request), sleep(delayMs)])
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(completion(chars)))
    answered.push(performance.now())
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The model listens on no port')
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    answered,
    firstAsked: () => first ?? performance.now(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function countCharacters(request: http.IncomingMessage): Promise<number> {
  let chars = 0
  for await (const chunk of request) chars += String(chunk).length
  return chars
}

/** No number, no name, no quotation: there is nothing in it that an article could fail to hold. */
const record: SummaryRecord = {
  evidence: [0],
  people: [],
  topics: [],
  sentences: [{ rests_on: [0], ar: 'تحدث مسؤولون عن الأمر.', en: 'Officials spoke about the matter.' }],
  sayings: [],
  headline: { ar: 'مسؤولون يتحدثون', en: 'Officials speak' },
}

const completion = (chars: number) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'always-the-same',
  choices: [
    {
      index: 0,
      finish_reason: 'stop',
      message: { role: 'assistant', content: JSON.stringify(record), refusal: null },
    },
  ],
  // A server that seems to have read less than it was sent is taken for one that cut the prompt.
  usage: { prompt_tokens: chars, completion_tokens: 60, total_tokens: chars + 60 },
})
