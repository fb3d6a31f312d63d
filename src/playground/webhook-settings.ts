// What a bot may set as its webhook.

import { defaultWebhookConnections, maxWebhookConnections } from './limits.ts'
import { integerOf, textOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'

export type WebhookSettings = { url: string; secret: string; connections: number }

export const noWebhook: WebhookSettings = { url: '', secret: '', connections: defaultWebhookConnections }

/** As strict as the real server, except that plain http is taken for a loopback address, since this server is on one. */
export function readWebhookSettings(parameters: Parameters): WebhookSettings {
  const url = textOf(parameters, 'url')
  if (url === '') return noWebhook
  checkAddress(url)
  const secret = textOf(parameters, 'secret_token')
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  const connections = integerOf(parameters, 'max_connections') || defaultWebhookConnections
  return { url, secret, connections: Math.min(maxWebhookConnections, Math.max(1, connections)) }
}

function checkAddress(url: string): void {
  const parsed = URL.parse(url)
  const loopback = parsed?.hostname === '127.0.0.1' || parsed?.hostname === '[::1]'
  if (loopback && parsed.protocol === 'http:') return
  if (parsed?.protocol !== 'https:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!['', '80', '88', '8443'].includes(parsed.port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
}
