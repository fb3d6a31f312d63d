// Serves the chat page and its requests on loopback. Everything passes the gate first.

import { once } from 'node:events'
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Asset } from './assets.ts'
import type { BotApi } from './bot-api.ts'
import type { Feed } from './feed.ts'
import { securityHeaders, turnedAway } from './gate.ts'
import { ActionRefused, type PageAction } from './page-actions.ts'
import { portOf } from './transport.ts'

const maxRequestBytes = 64 * 1024
/** A document of 3 MB as JSON carries it; more than the bot reads, so that one can see it refuse. */
const maxDocumentBytes = 4 * 1024 * 1024

type Page = {
  assets: Map<string, Asset>
  actions: Map<string, PageAction>
  feed: Feed
  file: BotApi['file']
}

/** Serves on 127.0.0.1; when the port is taken, on a free one. */
export async function servePage(
  page: Page,
  wantedPort: number,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    void answer(page, request, response)
  })
  await listenNear(server, wantedPort)
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function listenNear(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    // In use, or below 1024 and not for this user.
    const taken =
      error instanceof Error && 'code' in error && /^(?:EADDRINUSE|EACCES)$/.test(String(error.code))
    if (!taken) throw error
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
}

async function answer(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const { method = 'GET', headers, socket } = request
  const refused = turnedAway({ method, headers }, socket.localPort ?? 0)
  if (refused) return say(response, refused.status, { error: refused.reason })
  const pathname = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? ''
  if (method === 'POST') return act(page, pathname, request, response)
  return show(page, pathname, response)
}

async function act(
  page: Page,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = /^\/playground\/([a-z]+)$/.exec(pathname)?.[1] ?? ''
  const action = page.actions.get(name)
  if (!action) return say(response, 404, { error: 'Not found' })
  try {
    say(
      response,
      200,
      await action(await readJson(request, name === 'file' ? maxDocumentBytes : maxRequestBytes)),
    )
  } catch (error) {
    if (error instanceof ActionRefused) return say(response, 400, { error: error.message })
    const malformed = error instanceof z.ZodError || error instanceof SyntaxError
    say(response, malformed ? 400 : 500, { error: malformed ? 'Bad request' : 'The playground failed' })
  }
}

function show(page: Page, pathname: string, response: ServerResponse): void {
  if (pathname === '/playground/events') return page.feed.open(response)
  const asset = page.assets.get(pathname)
  if (asset) return void response.writeHead(200, { 'content-type': asset.type }).end(asset.body)
  const file = page.file(/^\/playground\/files\/([\w-]+)$/.exec(pathname)?.[1] ?? '')
  if (!file) return say(response, 404, { error: 'Not found' })
  // Only a raster image is shown in place: anything else could be a page of its own under our origin.
  const shown = /^image\/(png|jpeg|gif|webp)$/.test(file.mime_type ?? '')
  response
    .writeHead(200, {
      'content-type': shown ? file.mime_type : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name ?? 'file')}`,
    })
    .end(file.data)
}

async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new ActionRefused('This is too much at once')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString())
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
