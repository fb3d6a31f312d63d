// What an operator's Prometheus reads of this process: counters that it keeps itself (stored-metrics.ts has what the tables say).
// Labels are of small closed sets: no chat, no text and no address is in any of them.

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = {
  registry: Registry
  /** An update has been handled, or has failed. */
  update: (kind: string, outcome: Outcome, seconds: number) => void
  /** A call to Telegram has come back. `outcome`: `ok`, `network`, or the error's code. */
  telegram: (method: string, outcome: string) => void
  job: (name: string, outcome: Outcome, seconds: number) => void
  /** A question has its answer, with somebody's words or without. */
  answer: (outcome: 'words' | 'none', seconds: number) => void
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
  const answers = new Histogram({
    name: 'khabar_answer_seconds',
    help: 'From a question to the answer in the chat; words: it shows what somebody said',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  })
  return {
    registry,
    answer: (outcome, took) => answers.observe({ outcome }, took),
    update: (kind, outcome, took) => updates.observe({ kind, outcome }, took),
    telegram: (method, outcome) => calls.inc({ method, outcome }),
    job: (job, outcome, took) => jobs.observe({ job, outcome }, took),
  }
}
