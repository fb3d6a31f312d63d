// How Khabar is, for an admin who asks in the chat: what was tried just now, and what is stored. Numbers alone.

import { statfs } from 'node:fs/promises'
import type { App } from '../app.ts'
import { listSources } from '../sources/store.ts'
import { readStored } from './store.ts'

export type Health = {
  database: { ms: number; bytes: number }
  queue: { waiting: number; failed: number }
  articles: { newestAt: Date | null; unfinished: number }
  sources: { all: number; failing: number; paused: number }
  /** Null: none is configured. */
  model: string | null
  /** Where the embedded database lies; null where the database is elsewhere. */
  freeBytes: number | null
  process: { upSeconds: number; bytes: number }
}

export async function readHealth({
  db,
  queue,
  config,
  llm,
}: Pick<App, 'db' | 'queue' | 'config' | 'llm'>): Promise<Health> {
  const began = performance.now()
  const { bytes, newestAt, unfinished } = await readStored(db)
  const ms = performance.now() - began
  const { waiting, delayed, failed } = await queue.counts()
  const sources = await listSources(db)
  return {
    database: { ms, bytes },
    queue: { waiting: waiting + delayed, failed },
    articles: { newestAt, unfinished },
    sources: {
      all: sources.length,
      failing: sources.filter((it) => it.failure !== null && it.pausedAt === null).length,
      paused: sources.filter((it) => it.pausedAt !== null).length,
    },
    model: llm ? (config.model?.name ?? null) : null,
    freeBytes: config.databaseUrl === undefined ? await freeIn(config.dataDir) : null,
    process: { upSeconds: process.uptime(), bytes: process.memoryUsage.rss() },
  }
}

/** Null where nothing is stored there yet, or the system does not say. */
const freeIn = (folder: string): Promise<number | null> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )
