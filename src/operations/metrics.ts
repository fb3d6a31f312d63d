// What an operator's Prometheus reads: counters that this process keeps, and what the tables and the queue say when it asks.
// Labels are of small closed sets: no chat, no text and no address is in any of them.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countAll } from '../articles/store.ts'
import { listSpending, type Spent } from '../budget/store.ts'
import type { Database } from '../database/database.ts'
import { localDate } from '../subscriptions/due.ts'
import type { Queue } from '../queue.ts'

export type Metrics = {
  registry: Registry
  /** An update has been handled, or has failed. */
  update: (kind: string, outcome: Outcome, seconds: number) => void
  /** A call to Telegram has come back. `outcome`: `ok`, `network`, or the error's code. */
  telegram: (method: string, outcome: string) => void
  job: (name: string, outcome: Outcome, seconds: number) => void
}
type Outcome = 'ok' | 'failed'

/** From an answer out of the cache to a model that thinks for a minute. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const updates = new Histogram({
    name: 'khabar_update_seconds',
    help: 'Handling of an update from Telegram, from the moment that its turn came',
    labelNames: ['kind', 'outcome'],
    buckets: seconds,
    registers,
  })
  const calls = new Counter({
    name: 'khabar_telegram_calls_total',
    help: 'Calls to Telegram by method and outcome (429: told to wait)',
    labelNames: ['method', 'outcome'],
    registers,
  })
  const jobs = new Histogram({
    name: 'khabar_job_seconds',
    help: 'Jobs of the queue, each try by itself',
    labelNames: ['job', 'outcome'],
    buckets: seconds,
    registers,
  })
  return {
    registry,
    update: (kind, outcome, took) => updates.observe({ kind, outcome }, took),
    telegram: (method, outcome) => calls.inc({ method, outcome }),
    job: (job, outcome, took) => jobs.observe({ job, outcome }, took),
  }
}

/** Adds what is looked up each time that somebody asks: the same from whichever process. */
export function addStored(
  { registry }: Metrics,
  { db, queue, zone }: { db: Database; queue: Queue; zone: string },
): void {
  const registers = [registry]
  const stored = new Gauge({
    name: 'khabar_stored',
    help: 'What is stored, by kind; unfinished: articles that nobody has analysed yet',
    labelNames: ['kind'],
    registers,
    collect: async () => {
      const { articles, statements, summaries, unfinished } = await countAll(db)
      for (const [kind, count] of Object.entries({ articles, statements, summaries, unfinished }))
        stored.set({ kind }, count)
    },
  })
  const waiting = new Gauge({
    name: 'khabar_queue_jobs',
    help: 'Jobs of all queues by state; failed ones wait for an admin',
    labelNames: ['state'],
    registers,
    collect: async () => {
      for (const [state, count] of Object.entries(await queue.counts())) waiting.set({ state }, count)
    },
  })
  gaugeOfModel('khabar_model_calls_today', 'Calls to the language model since midnight', (it) => it.calls)
  gaugeOfModel('khabar_model_tokens_today', 'Tokens of the language model since midnight', (it) => it.tokens)
  gaugeOfModel('khabar_model_money_today', 'What they cost by the configured prices', (it) => it.money)

  function gaugeOfModel(name: string, help: string, measure: (spent: Spent) => number): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: ['purpose', 'model'],
      registers,
      collect: async () => {
        const all = await listSpending(db, localDate(zone, new Date()))
        // Yesterday's are no more.
        gauge.reset()
        for (const spent of all) gauge.set({ purpose: spent.purpose, model: spent.model }, measure(spent))
      },
    })
  }
}
