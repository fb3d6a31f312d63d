// For whoever runs Khabar: is it alive, can it work, and what does it do. Loopback unless told otherwise; it shows numbers and no texts.

import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { App } from '../app.ts'
import { isUp } from '../database/check.ts'
import { OutsideError } from '../errors.ts'
import { boardPath, createBoard } from './board.ts'
import type { Metrics } from './metrics.ts'
import { addStored } from './stored-metrics.ts'

type Needs = Pick<App, 'db' | 'queue' | 'log'> & { metrics: Metrics; zone: string }
export type OperationsPlace = {
  host: string
  port: number
  /** Opens the page of the queues. */
  token?: string | undefined
}

/** A probe that waits longer counts as failed with whoever asks. */
const readyTimeoutMs = 2_000

/** Serves `/healthz`, `/readyz` and `/metrics`, and `/queues` where there is a token. Throws a permanent OutsideError when the port can not be had. */
export async function startOperations(
  needs: Needs,
  { host, port, token }: OperationsPlace,
): Promise<{ port: number; close: () => Promise<void> }> {
  addStored(needs.metrics.registry, needs)
  const board = token === undefined ? undefined : await createBoard(needs.queue, token)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://operations')
    if (board && (pathname === boardPath || pathname.startsWith(`${boardPath}/`)))
      return void board(request, response).catch((error: unknown) => failed(pathname, error, response))
    const route = request.method === 'GET' ? routes[pathname] : undefined
    if (!route) return end(response, 404, 'There are /healthz, /readyz and /metrics.\n')
    route(needs, response).catch((error: unknown) => failed(pathname, error, response))
  })
  const failed = (path: string, error: unknown, response: ServerResponse) => {
    needs.log.warn({ path, error: String(error) }, 'an operator was not answered')
    if (response.headersSent) response.destroy()
    else end(response, 503, 'not now\n')
  }
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new OutsideError(
      `Metrics and health can not listen on ${host}:${port}: free it, or set OPERATIONS_PORT to another`,
      { permanent: true, cause },
    )
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const routes: Record<string, (needs: Needs, response: ServerResponse) => Promise<void>> = {
  /** This process runs: whoever restarts it for a database that is away makes things worse. */
  '/healthz': async (_needs, response) => end(response, 200, 'ok\n'),
  /** The database and the queue answer. */
  '/readyz': async ({ db, queue }, response) => {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error(`no answer within ${readyTimeoutMs} ms`)), readyTimeoutMs).unref()
    })
    await Promise.race([Promise.all([isUp(db), queue.counts()]), late])
    end(response, 200, 'ready\n')
  },
  '/metrics': async ({ metrics: { registry } }, response) => {
    const text = await registry.metrics()
    response.writeHead(200, { 'content-type': registry.contentType }).end(text)
  },
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
