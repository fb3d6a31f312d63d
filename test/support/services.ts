// What every test run needs once: a real Postgres (ours, or TEST_DATABASE_URL) with a migrated template to copy, and a real
// Redis if there is one. Nothing of it survives the run.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Client, type ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/database/database.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of the run. */
    databaseConfig: ClientConfig
    /** A migrated, empty database on it, to make others from. */
    databaseTemplate: string
    /** Undefined where no redis-server is installed. */
    redisUrl: string | undefined
    /** Where the app of a test keeps its jobs: see vitest.config.ts. */
    queueOn: 'postgres' | 'redis'
  }
}

const redisStartTimeoutMs = 10_000
const notRun =
  'no redis-server on the PATH, so not run: test/redis.test.ts, half of test/queue.test.ts, and test/jobs, test/flows/admin and test/flows/digests over Redis'

export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const template = `khabar_template_${process.pid}`
  await makeTemplate(postgres.config, template)
  const redis = await startRedis()
  project.provide('databaseConfig', postgres.config)
  project.provide('databaseTemplate', template)
  project.provide('redisUrl', redis?.url)
  return async () => {
    redis?.stop()
    await admin(postgres.config, `drop database if exists ${template}`)
    await postgres.stop()
  }
}

async function startPostgres(): Promise<{ config: ClientConfig; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { config: connectionOf(given), stop: async () => {} }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'khabar-test-'))
  const embedded = await startEmbedded({ dataDir, log: { info: () => {}, warn: say } })
  return {
    config: embedded.config,
    stop: async () => {
      await embedded.release()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The parts of an address, so that tests can put another database's name into them. */
function connectionOf(url: string): ClientConfig {
  const { host, port, user, password, database } = new Client(url)
  return { host, port, ...(user && { user }), ...(password && { password }), ...(database && { database }) }
}

async function makeTemplate(config: ClientConfig, name: string): Promise<void> {
  await admin(config, `create database ${name} template template0 encoding 'UTF8'`)
  const db = openDatabase({ config: { ...config, database: name }, max: 2 })
  await migrate(db)
  await db.close()
}

async function admin(config: ClientConfig, statement: string): Promise<void> {
  const client = new Client(config)
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function startRedis(): Promise<{ url: string; stop: () => void } | undefined> {
  const port = await freePort()
  // The shell stops Redis when its own input ends: also when this process is killed.
  const keeper = `redis-server --port ${port} --bind 127.0.0.1 --save '' --appendonly no --loglevel warning >/dev/null &
    server=$!; read -r _; kill $server`
  const found = spawn('/bin/sh', ['-c', `command -v redis-server || exit 1; ${keeper}`], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const missing = new Promise<'missing'>((resolve) => void found.once('exit', () => resolve('missing')))
  const url = `redis://127.0.0.1:${port}`
  if ((await Promise.race([missing, untilRedisAnswers(url)])) === 'missing') {
    if (process.env['CI'])
      throw new Error('redis-server is not installed: the tests of the queue on Redis need it')
    say({}, notRun)
    return undefined
  }
  return { url, stop: () => void found.stdin.end() }
}

async function untilRedisAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  redis.on('error', () => {})
  try {
    await Promise.race([redis.ping(), sleep(redisStartTimeoutMs, undefined, { ref: false })])
  } finally {
    redis.disconnect()
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function say(_fields: object, message: string): void {
  process.stderr.write(`${message}\n`)
}
