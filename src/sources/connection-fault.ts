// What can go wrong on the way to a stranger's server, in the words of a person.

import { OutsideError } from '../errors.ts'
import { InwardError } from './public-lookup.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'the name could not be looked up; is there a network?',
  ECONNREFUSED: 'its server refuses connections',
  ECONNRESET: 'the connection broke',
  EHOSTUNREACH: 'its server cannot be reached',
  ENETUNREACH: 'there is no network',
  EPIPE: 'the connection broke',
  ETIMEDOUT: 'its server does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'its server does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'its server does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'its answer stopped half-way',
  UND_ERR_SOCKET: 'the connection broke',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another name',
  Z_DATA_ERROR: 'its answer is packed wrongly',
  Z_BUF_ERROR: 'its answer was cut off',
}

/** The reason in the words of a person, out of the chain of causes. What no one of them explains is still the network's fault. */
export function connectionFault(error: unknown, url: URL, timeoutMs: number): OutsideError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof InwardError) {
      return new OutsideError(`${url.href} was not fetched: ${cause.message}.`, {
        permanent: true,
        cause: error,
      })
    }
    if (cause.name === 'TimeoutError') {
      const seconds = timeoutMs / 1_000
      return new OutsideError(`${url.href} was not fetched: it took longer than ${seconds} s.`, {
        cause: error,
      })
    }
    const code = 'code' in cause && typeof cause.code === 'string' ? reasons[cause.code] : undefined
    if (code !== undefined) return new OutsideError(`${url.href} was not fetched: ${code}.`, { cause: error })
  }
  const words =
    error instanceof Error ? ` (${error.cause instanceof Error ? error.cause.message : error.message})` : ''
  return new OutsideError(`${url.href} was not fetched: the connection failed${words}.`, { cause: error })
}
