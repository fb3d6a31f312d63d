// Who may talk to the playground's page server: pages that it served itself, under a loopback name, and nobody else. This
// is what keeps a web site that one visits meanwhile from reading or writing here (DNS rebinding, cross-site requests).

import type { IncomingHttpHeaders } from 'node:http'

/** Sent with every answer. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

type TurnedAway = { status: number; reason: string }

/** Why a request is turned away, as an HTTP status; undefined for one that may pass. */
export function turnedAway(
  request: { method: string; headers: IncomingHttpHeaders },
  port: number,
): TurnedAway | undefined {
  const { host = '', origin } = request.headers
  if (!isOwnHost(host, port)) return { status: 421, reason: 'This server answers to a loopback name only' }
  if (origin !== undefined && origin !== `http://${host}`) return ofAnotherSite
  if (request.method === 'GET' || request.method === 'HEAD') return readingTurnedAway(request.headers)
  if (request.method === 'POST') return writingTurnedAway(request.headers)
  return { status: 405, reason: 'GET and POST only' }
}

const ofAnotherSite = { status: 403, reason: 'This server talks to its own page only' }

/** A link from anywhere may open the page; nothing of another site may load parts of it. */
function readingTurnedAway(headers: IncomingHttpHeaders): TurnedAway | undefined {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined
  return mode === 'navigate' && destination === 'document' ? undefined : ofAnotherSite
}

function writingTurnedAway(headers: IncomingHttpHeaders): TurnedAway | undefined {
  const { origin, 'sec-fetch-site': site, 'content-type': type = '' } = headers
  if (site !== undefined && site !== 'same-origin') return ofAnotherSite
  if (origin === undefined && site === undefined)
    return { status: 403, reason: 'A request that changes something must say where it comes from' }
  if (!/^application\/json\b/.test(type)) return { status: 415, reason: 'JSON only' }
  return undefined
}

function isOwnHost(host: string, port: number): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host.toLowerCase() === `${name}:${port}`)
}
