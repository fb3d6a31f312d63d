// What is said of a Redis that would lose jobs, or is none. Real servers with real settings; an old one is played at the wire.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Redis } from 'ioredis'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openQueue } from '../src/queue.ts'
import { checkRedis } from '../src/redis.ts'
import { freePort } from './support/services.ts'

const redisUrl = inject('redisUrl')

describe.skipIf(redisUrl === undefined)('a Redis', () => {
  test('of today with its settings as they come is good', async () => {
    expect(await checkRedis(redisUrl ?? '')).toMatchObject({ policy: 'noeviction' })
  })

  test('that throws keys away is refused with the command that mends it, and good after it', async () => {
    const port = await startRedis('--maxmemory-policy', 'allkeys-lru')
    const url = `redis://127.0.0.1:${port}`
    const command = `redis-cli -h 127.0.0.1 -p ${port} config set maxmemory-policy noeviction`
    await expect(checkRedis(url)).rejects.toThrow(command)
    await expect(openQueue({ kind: 'redis', url }, () => {})).rejects.toThrow(/allkeys-lru/)
    const redis = new Redis(url)
    await redis.call('config', ...command.split(' ').slice(6))
    redis.disconnect()
    expect(await checkRedis(url)).toMatchObject({ address: `127.0.0.1:${port}` })
  })

  test('where CONFIG is forbidden is looked at all the same', async () => {
    const port = await startRedis('--maxmemory-policy', 'volatile-ttl', '--rename-command', 'CONFIG', '')
    await expect(checkRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow(/volatile-ttl/)
  })

  test('with a password wants it, and is good with it', async () => {
    const port = await startRedis('--requirepass', 'long-secret')
    for (const address of [`127.0.0.1:${port}`, `:short@127.0.0.1:${port}`]) {
      const refusal: unknown = await checkRedis(`redis://${address}`).catch((it: unknown) => it)
      expect(String(refusal)).toMatch(/wants another name or password/)
      expect(String(refusal)).not.toMatch(/short@/)
    }
    expect(await checkRedis(`redis://:long-secret@127.0.0.1:${port}`)).toMatchObject({ policy: 'noeviction' })
  })
})

test('one that is too old is refused by its version', async () => {
  for (const version of ['5.0.14', '6.0.16'])
    await expect(checkRedis(await pretend(version))).rejects.toThrow(`${version}; Khabar needs 6.2 or newer`)
  for (const version of ['6.2.0', '8.0.1'])
    expect(await checkRedis(await pretend(version))).toMatchObject({ version })
})

test('an address where nobody listens is told at once', async () => {
  const started = Date.now()
  const opening = openQueue({ kind: 'redis', url: `redis://127.0.0.1:${await freePort()}` }, () => {})
  await expect(opening).rejects.toThrow(/can not be used.*REDIS_URL/)
  expect(Date.now() - started).toBeLessThan(5_000)
})

test('a server that never answers, or is no Redis, is given up within seconds', async () => {
  const mute = await listen(createServer(() => {}))
  await expect(checkRedis(mute)).rejects.toThrow(/can not be used/)
  const web = await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
  await expect(checkRedis(web)).rejects.toThrow(/can not be used/)
})

/** A server with these settings, for one test; answers its port. */
async function startRedis(...settings: string[]): Promise<number> {
  const port = await freePort()
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    ...settings,
  ]
  const server = spawn('redis-server', args, { stdio: 'ignore' })
  onTestFinished(async () => {
    server.kill()
    await once(server, 'exit')
  })
  const redis = new Redis(port, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  await redis.ping().catch(() => {})
  redis.disconnect()
  return port
}

/** A server of that version, which knows INFO and, from 6 on, HELLO. */
function pretend(version: string): Promise<string> {
  const info = `# Server\r\nredis_version:${version}\r\nloading:0\r\nmaxmemory_policy:noeviction\r\n`
  const answers: Record<string, string> = {
    info: `$${Buffer.byteLength(info)}\r\n${info}\r\n`,
    hello: version.startsWith('5') ? `-ERR unknown command \`HELLO\`\r\n` : '*0\r\n',
  }
  const command = /\*\d+\r\n\$\d+\r\n(\w+)\r\n(?:\$\d+\r\n[^\r]*\r\n)*/g
  return listen(
    createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (data) => {
        for (const [, name = ''] of data.toString().matchAll(command))
          socket.write(answers[name.toLowerCase()] ?? '+OK\r\n')
      })
    }),
  )
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `redis://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
}
