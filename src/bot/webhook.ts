// Updates by webhook: Telegram calls us, behind a reverse proxy that speaks TLS. An update is answered 200 when it is written down, so that a
// crash before that makes Telegram send it again. Whoever does not know the secret learns nothing.

import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'telegraf/types'
import { z } from 'zod'
import { OutsideError } from '../errors.ts'
import { isSameSecret } from '../same-secret.ts'
import { createInbox, type InboxNeeds, stoppedBy } from './inbox.ts'
import { allowedUpdates, introduce } from './introduction.ts'
import type { Receiving } from './polling.ts'

export type WebhookSettings = {
  /** What Telegram calls. */
  url: string
  /** Where the reverse proxy finds us. */
  host: string
  port: number
}

/** Telegram's own updates have a few kilobytes. */
const bodyBytesMax = 1_000_000
/** Nobody who means well takes longer to send one. */
const requestTimeoutMs = 10_000
/** Calls that Telegram makes at once; what waits for a place here waits there. */
const connectionsMax = 40

/** Known to Telegram and to us, the same in every process: nothing more to configure, and not the token itself. */
export const webhookSecret = (token: string): string =>
  createHmac('sha256', token).update('khabar webhook').digest('base64url')

const inChat = z.looseObject({ chat: z.looseObject({ id: z.int() }) })
const bySomebody = z.looseObject({ from: z.looseObject({ id: z.int() }) })
/** As much of an update as tells whose turn it is; what else is in it its handler looks at. */
const Envelope = z.looseObject({
  update_id: z.int(),
  message: inChat.optional(),
  edited_message: inChat.optional(),
  my_chat_member: inChat.optional(),
  callback_query: bySomebody.extend({ message: inChat.optional() }).optional(),
  inline_query: bySomebody.optional(),
})
const Received = z.custom<Update>((it) => Envelope.safeParse(it).success)

/**
 * Listens, then tells Telegram where. Throws a permanent OutsideError when Telegram does not know the token, or the port can not be had.
 */
export async function startWebhook(
  needs: InboxNeeds & { token: string; webhook: WebhookSettings },
): Promise<Receiving & { port: number }> {
  const { bot, log, token, webhook } = needs
  const stopping = stoppedBy(needs.signal)
  const inbox = createInbox(needs, stopping.signal)
  const secret = webhookSecret(token)
  const path = new URL(webhook.url).pathname
  let isOpen = false

  const server = createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
    answer(request).then(
      (status) => end(response, status),
      (error: unknown) => {
        // Telegram sends it again.
        log.error({ error: String(error) }, 'an update could not be written down')
        end(response, 500)
      },
    )
  })
  server.listen(webhook.port, webhook.host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new OutsideError(
      `The webhook can not listen on ${webhook.host}:${webhook.port}: free it, or set WEBHOOK_PORT to another`,
      { permanent: true, cause },
    )
  }
  const close = async () => {
    stopping.abort()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await inbox.drained()
    server.closeAllConnections()
    await closed
  }
  try {
    const arrange = {
      secret_token: secret,
      allowed_updates: allowedUpdates,
      max_connections: connectionsMax,
    }
    const me = await introduce(needs, (it) => it.setWebhook(webhook.url, arrange), stopping.signal)
    if (me) {
      bot.botInfo = me
      await inbox.open()
      isOpen = true
    }
  } catch (error) {
    await close()
    throw error
  }
  const address = server.address()
  return { close, port: typeof address === 'object' && address ? address.port : webhook.port }

  async function answer(request: IncomingMessage): Promise<number> {
    const { pathname } = new URL(request.url ?? '/', 'http://webhook')
    if (pathname !== path) return 404
    if (request.method !== 'POST') return 405
    if (!isSameSecret(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 404
    // Telegram tries again: at the start before we know who we are, and while we stop.
    if (!isOpen || stopping.signal.aborted) return 503
    const body = await bodyOf(request)
    if (body === undefined) return 413
    const update = readUpdate(body)
    if (!update) return 400
    await inbox.receive(update)
    return 200
  }
}

function end(response: ServerResponse, status: number): void {
  // The rest of a body that is too large is not waited for.
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end()
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return undefined
    bytes += chunk.length
    if (bytes > bodyBytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readUpdate(body: string): Update | undefined {
  try {
    return Received.safeParse(JSON.parse(body)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
