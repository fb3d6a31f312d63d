// Names become addresses where the connection is made, and inner ones never do: a second look-up could answer otherwise.

import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { inward, isPublicAddress } from './address.ts'

/** How names become addresses; the system's way, unless a test plays a hostile name server. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** An inner address behind a public name; its words reach the reader through `connectionFault`. */
export class InwardError extends Error {}

/** The look-up of the connection itself: what it lets through is what is connected to. */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '')
        return
      }
      // One inner address among several is enough: the name is not to be trusted.
      const inner = addresses.find(({ address }) => !isPublicAddress(address))
      const [first] = addresses
      if (inner || !first) callback(new InwardError(inward(host)), '')
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
