// Which network addresses may be asked: public ones only. A feed's address comes from strangers, and must not reach what
// stands behind our own firewall (databases, routers, the cloud's metadata service).

import ipaddr from 'ipaddr.js'

/** Public by number, private by use: the metadata service of Azure. */
const refused = new Set(['168.63.129.16'])

/** Whether an IP address (v4 or v6, as the system writes it) belongs to the public internet. What can't be read is not public. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(plain)) return false
  const parsed = ipaddr.process(plain) // an IPv4 address inside IPv6 (::ffff:127.0.0.1) becomes itself
  if (refused.has(parsed.toString())) return false
  if (parsed.kind() === 'ipv6' && parsed.range() === 'rfc6052')
    return isPublicAddress(embedded(parsed.toByteArray()))
  return parsed.range() === 'unicast'
}

/** The IPv4 address in the last four bytes of a NAT64 one. */
function embedded(bytes: number[]): string {
  return bytes.slice(-4).join('.')
}

/** Ports on which the web is served; others belong to mail, databases and the like. */
const ports = new Set(['', '80', '443', '8000', '8008', '8080', '8081', '8443', '8888'])

/** Why an address must not be asked, told by its letters alone, or undefined. Names are judged again when they are resolved. */
export function refusal(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `only http and https are fetched, not ${url.protocol}`
  if (url.username !== '' || url.password !== '')
    return 'addresses with a user name or password are not fetched'
  if (!ports.has(url.port)) return `port ${url.port} is not one of the web`
  // The URL parser has turned 2130706433, 0177.1 and 0x7f.1 into 127.0.0.1 by now.
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? undefined : inward(host)
  return /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)$/iu.test(host) ? inward(host) : undefined
}

/** The same words wherever an inner address is met. */
export function inward(host: string): string {
  return `${host} is an inner address, and only public ones are fetched`
}
