// A site on this machine, for a test: what it answers is set route by route, and is gone after each test.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, afterEach } from 'vitest'
import { createFetcher } from '../../src/sources/fetch.ts'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** The site, its address, and a fetcher with small limits that may ask it. */
export async function useSite() {
  const routes = new Map<string, Answer>()
  const server = createServer((request, response) => {
    const answer = routes.get(new URL(request.url ?? '/', 'http://x').pathname)
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  const fetcher = createFetcher({
    allowPrivate: true,
    limits: { timeoutMs: 1_500, maxBodyBytes: 100_000, hostDelayMs: 0 },
  })
  afterAll(async () => {
    await fetcher.close()
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  afterEach(() => {
    routes.clear()
  })
  return { routes, base: `http://127.0.0.1:${address.port}`, fetcher }
}
