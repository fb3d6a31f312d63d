// Refuses a Redis that would lose jobs: too old for the queue, or told to throw keys away when its memory is full.

import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { OutsideError } from './errors.ts'

/** What BullMQ needs to work without a warning. */
const oldest = { major: 6, minor: 2 }
/** All in all, also where a Redis reads a large file at its start and lets us wait. */
const answerTimeoutMs = 8_000
const connectTimeoutMs = 3_000

export type RedisServer = { address: string; version: string; policy: string }

/** What the server is. Throws an OutsideError with what is wrong, where, and what to do. */
export async function checkRedis(url: string): Promise<RedisServer> {
  const { hostname, port } = new URL(url)
  const address = `${hostname}:${port || defaultPort}`
  const info = await readInfo(url, address)
  // An old name of the field goes on being told by every server that speaks the protocol (Valkey, KeyDB, Dragonfly).
  const version = fieldOf(info, 'redis_version') ?? 'unknown'
  // CONFIG GET says the same, and is forbidden by many providers.
  const policy = fieldOf(info, 'maxmemory_policy') ?? 'unknown'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    throw refusal(
      address,
      `has the version ${version}; Khabar needs ${oldest.major}.${oldest.minor} or newer. ${otherwise}`,
    )
  }
  if (policy !== 'noeviction' && policy !== 'unknown') {
    throw refusal(
      address,
      `throws keys away when its memory is full (${policy}), and jobs with them. ` +
        `Run: redis-cli -h ${hostname} -p ${port || defaultPort} config set maxmemory-policy noeviction ` +
        '(and set it in redis.conf, or at your provider, so that it stays)',
    )
  }
  return { address, version, policy }
}

const defaultPort = 6379
const otherwise = 'Point REDIS_URL at one, or unset it: the queue then lives in Postgres'

async function readInfo(url: string, address: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: connectTimeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  // What connecting rejects with is "Connection is closed"; the reason comes by itself, before.
  let reason: Error | undefined
  redis.on('error', (error: Error) => (reason ??= error))
  try {
    const read = async () => {
      await redis.connect()
      return redis.info()
    }
    const late = sleep(answerTimeoutMs, undefined, { ref: false })
    const info = await Promise.race([read(), late])
    if (info === undefined) throw new Error(`no answer within ${answerTimeoutMs / 1000} s`)
    return info
  } catch (error) {
    const cause = reason ?? error
    if (cause instanceof Error && /NOAUTH|WRONGPASS|invalid.*password/i.test(cause.message))
      throw refusal(address, 'wants another name or password (redis://USER:PASSWORD@HOST:PORT)', cause)
    throw refusal(
      address,
      'can not be used. Start it, correct REDIS_URL, or unset it (the queue then lives in Postgres)',
      cause,
    )
  } finally {
    redis.disconnect()
  }
}

function fieldOf(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
}

function refusal(address: string, reason: string, cause?: unknown): OutsideError {
  return new OutsideError(`The Redis at ${address} ${reason}`, { permanent: true, cause })
}
