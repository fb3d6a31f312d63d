// A model at the wire whose answers somebody else thinks of: after a delay comes whatever `write` makes of the prompt.

import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

export type Model = {
  baseURL: string
  /** When each answer was sent, in milliseconds of `performance.now()`; and when the first question came. */
  answered: readonly number[]
  firstAsked: () => number
  close: () => Promise<void>
}

/** `write`: the object to answer with, from the user part of the prompt. */
export async function startModel(write: (user: string) => unknown, delayMs = 0): Promise<Model> {
  const answered: number[] = []
  let first: number | undefined
  const server = http.createServer((request, response) => {
    first ??= performance.now()
    void reply(request, response)
  })
  async function reply(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    // The delay begins with the question, however long it takes to read.
    const [text] = await Promise.all([bodyOf(request), sleep(delayMs)])
    // The first of them: a second try brings the answer that was found fault with, and the faults.
    const user = Body.parse(JSON.parse(text)).messages.find(({ role }) => role === 'user')?.content ?? ''
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(completion(JSON.stringify(write(user)), text.length)))
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

const Body = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) })

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const completion = (content: string, chars: number) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }],
  // A server that seems to have read less than it was sent is taken for one that cut the prompt.
  usage: { prompt_tokens: chars, completion_tokens: 60, total_tokens: chars + 60 },
})
