// A model server at the wire: speaks as much of the OpenAI protocol as the tests need, on loopback, and answers from a script.

import http from 'node:http'
import { z } from 'zod'

/** One answer. `hang` never answers; `stall` begins a body and stops; `destroy` drops the connection. */
export type Step = {
  status?: number
  headers?: Record<string, string>
  body?: unknown
  raw?: string
  delayMs?: number
  trouble?: 'hang' | 'stall' | 'destroy'
}
export type Request = { url: string; headers: http.IncomingHttpHeaders; body: RequestBody }
/** What the tests look at; parameters of all kinds stand beside it. */
const RequestBody = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.unknown().optional(),
})
type RequestBody = z.infer<typeof RequestBody>

export type ModelServer = { baseURL: string; requests: Request[]; close: () => Promise<void> }

/** Answers request by request from `script`; after its end, and with a function, from what `otherwise` makes of the request. */
export async function startModelServer(
  script: readonly Step[],
  otherwise: (request: Request) => Step = () => ({
    status: 500,
    body: { error: { message: 'the script is at its end' } },
  }),
): Promise<ModelServer> {
  const requests: Request[] = []
  const serve = async (incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const request = { url: incoming.url ?? '', headers: incoming.headers, body: await read(incoming) }
    requests.push(request)
    await answer(script[requests.length - 1] ?? otherwise(request), response)
  }
  const server = http.createServer((incoming, response) => {
    void serve(incoming, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The model server listens on no port')
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: http.IncomingMessage): Promise<RequestBody> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  return RequestBody.parse(JSON.parse(text))
}

async function answer(step: Step, response: http.ServerResponse): Promise<void> {
  if (step.delayMs !== undefined) {
    await new Promise((resolve) => {
      setTimeout(resolve, step.delayMs)
    })
  }
  if (step.trouble === 'hang') return
  if (step.trouble === 'destroy') {
    response.destroy()
    return
  }
  response.writeHead(step.status ?? 200, { 'content-type': 'application/json', ...step.headers })
  if (step.trouble === 'stall') {
    response.write('{"choices": [')
    return
  }
  response.end(step.raw ?? JSON.stringify(step.body))
}

type Said = {
  finish?: string
  refusal?: string
  reasoning?: string
  promptTokens?: number
  cachedTokens?: number
}

/** A successful answer with this content. */
export function says(
  content: unknown,
  { finish = 'stop', refusal, reasoning, promptTokens = 100, cachedTokens = 0 }: Said = {},
): Step {
  const text = typeof content === 'string' || content === null ? content : JSON.stringify(content)
  const message = {
    role: 'assistant',
    content: text,
    refusal: refusal ?? null,
    ...(reasoning === undefined ? {} : { reasoning }),
  }
  return {
    body: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'stand-in-1',
      choices: [{ index: 0, finish_reason: finish, message }],
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: 20,
        total_tokens: promptTokens + 20,
        prompt_tokens_details: { cached_tokens: cachedTokens },
      },
    },
  }
}

/** A refused request. */
export function refuses(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return { status, body, headers }
}
