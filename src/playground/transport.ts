// The Bot API's HTTP side: `/bot<token>/<method>`, parameters in the query, a form or JSON, answers as `{ok, result}`.

import { once } from 'node:events'
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Fault, Faults } from './faults.ts'
import { maxBodyBytes } from './limits.ts'
import type { Parameters } from './parameters.ts'
import { badRequest, Refusal } from './refusal.ts'

type Execute = (method: string, parameters: Parameters, signal: AbortSignal) => Promise<unknown>

type Settings = {
  token: string
  execute: Execute
  faults: Faults
  /** By its id. */
  file: (id: string) => { data: Buffer } | undefined
}

export type Listening = { apiRoot: string; close: () => Promise<void> }

/** Serves on 127.0.0.1 only. `port` 0 takes a free one; a taken one is an error. */
export async function serveBotApi(settings: Settings, port: number): Promise<Listening> {
  const server = http.createServer((request, response) => {
    void answer(settings, request, response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    apiRoot: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** The port that a listening server got. */
export function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port')
  return address.port
}

async function answer(
  { token, execute, faults, file }: Settings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  try {
    const fetched = fileAsked(request, token)
    if (fetched !== undefined) return serveFile(response, file(fetched))
    const { method, query } = addressed(request, token)
    const parameters = { ...query, ...(await readBody(request)) }
    const fault = faults.next(method)
    if (fault && (await suffer(fault, response))) return
    const result = await execute(method, parameters, gone.signal)
    if (fault && 'lost' in fault) response.destroy()
    else send(response, 200, { ok: true, result })
  } catch (error) {
    refuse(response, error)
  }
}

/** The id of the file that is fetched by someone who knows the token; undefined for a method. */
function fileAsked({ url = '/', method }: IncomingMessage, token: string): string | undefined {
  const [, sentToken, id] = /^\/file\/bot([^/]+)\/documents\/([\w-]+)$/.exec(url) ?? []
  if (method !== 'GET' || sentToken?.replace('%3A', ':') !== token) return undefined
  return id
}

function serveFile(response: ServerResponse, file: { data: Buffer } | undefined): void {
  if (!file) throw new Refusal(404, 'Not Found')
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.data)
}

/** Which method is asked for, by someone who knows the token. */
function addressed({ url = '/' }: IncomingMessage, token: string): { method: string; query: Parameters } {
  const parsed = URL.parse(url, 'http://localhost')
  const [, sentToken, method] = /^\/bot([^/]+)\/(\w+)$/.exec(parsed?.pathname ?? '') ?? []
  if (!parsed || sentToken === undefined || method === undefined) throw new Refusal(404, 'Not Found')
  if (sentToken.replace('%3A', ':') !== token) throw new Refusal(401, 'Unauthorized')
  return { method, query: Object.fromEntries(parsed.searchParams) }
}

/** Returns true when the fault was the answer. */
async function suffer(fault: Fault, response: ServerResponse): Promise<boolean> {
  if ('code' in fault) throw new Refusal(fault.code, fault.description, fault.parameters)
  if ('delayMs' in fault) await new Promise((resolve) => void setTimeout(resolve, fault.delayMs))
  if ('status' in fault) response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.body)
  if ('reset' in fault) response.destroy()
  return 'status' in fault || 'reset' in fault || 'hang' in fault
}

async function readBody(request: IncomingMessage): Promise<Parameters> {
  const type = request.headers['content-type'] ?? ''
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new Refusal(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (body.length === 0) return {}
  if (type.startsWith('application/json')) return parseJson(body.toString())
  if (type.startsWith('multipart/form-data')) return readForm(body, type)
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body.toString()))
  return {}
}

function parseJson(body: string): Parameters {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw badRequest('unable to parse JSON object')
}

async function readForm(body: Buffer, type: string): Promise<Parameters> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const parameters: Parameters = {}
  for (const [name, value] of form)
    parameters[name] =
      typeof value === 'string'
        ? value
        : { fileName: value.name, mimeType: value.type, data: Buffer.from(await value.arrayBuffer()) }
  return parameters
}

function refuse(response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`)
  const { code, message, parameters } = refusal
  send(response, code, {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
