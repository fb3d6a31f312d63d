// Which addresses the server lets a link or a button point to.

import { badRequest } from './refusal.ts'

/**
 * The address as the server keeps it.
 * @param what how the refusal names it: "entity URL", "inline keyboard button URL"
 * @throws {Refusal} for what is no http, https, tg or ton address with a real host
 */
export function checkedUrl(url: string, what: string): string {
  const withScheme = /^[a-z][\w+.-]*:/i.test(url) ? url : `http://${url}`
  const parsed = URL.parse(withScheme)
  if (!parsed) throw badRequest(`${what} '${url}' is invalid: Wrong HTTP URL`)
  if (parsed.protocol === 'tg:' || parsed.protocol === 'ton:') return url
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw badRequest(`${what} '${url}' is invalid: Unsupported URL protocol`)
  if (!parsed.hostname.includes('.') && !parsed.hostname.startsWith('['))
    throw badRequest(`${what} '${url}' is invalid: Wrong HTTP URL`)
  return parsed.href
}
