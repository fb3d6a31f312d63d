// The queues as a page (bull-board), for whoever has the token: which jobs wait, run and died, and why; to be tried again or cleared away. Payloads are
// numbers of rows; no text of a reader or an article is in them.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Queue } from '../queue.ts'
import { isSameSecret } from '../same-secret.ts'

/** Where the page is. */
export const boardPath = '/queues'

/** Nothing but its own scripts, pictures and calls; its styles are partly written by its scripts. */
const headers = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export type Board = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Serves the board to those who name the token (as the password of any user). What changes something has to come from the page itself. */
export async function createBoard({ boards }: Pick<Queue, 'boards'>, token: string): Promise<Board> {
  const [
    { createBullBoard },
    { BullMQAdapter },
    { HonoAdapter },
    { Hono },
    { getRequestListener },
    { serveStatic },
  ] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/hono'),
    import('hono'),
    import('@hono/node-server'),
    import('@hono/node-server/serve-static'),
  ])
  const adapter = new HonoAdapter(serveStatic).setBasePath(boardPath)
  createBullBoard({
    queues: boards.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Khabar', hideRedisDetails: true } },
  })
  const listen = getRequestListener(new Hono().route(boardPath, adapter.registerPlugin()).fetch)
  return async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!names(request, token)) {
      response.setHeader('www-authenticate', 'Basic realm="Khabar", charset="UTF-8"')
      return void response.writeHead(401).end('The queues are shown to those who name OPERATIONS_TOKEN.\n')
    }
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] !== 'same-origin')
      return void response.writeHead(403).end('Only from the page itself.\n')
    await listen(request, response)
  }
}

function names({ headers: { authorization = '' } }: IncomingMessage, token: string): boolean {
  const [, encoded = ''] = /^Basic ([\w+/=-]+)$/i.exec(authorization) ?? []
  const password = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '')
  return isSameSecret(password, token)
}
