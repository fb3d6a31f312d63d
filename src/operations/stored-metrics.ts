// What an operator's Prometheus reads of tables and queue, looked up each time that it asks: the same from whichever process.

import { Gauge, type Registry } from 'prom-client'
import { countAll } from '../articles/store.ts'
import { listSpending, type Spent } from '../budget/store.ts'
import type { Database } from '../database/database.ts'
import type { Queue } from '../queue.ts'
import { shownFrom } from '../statements/confidence.ts'
import { localDate } from '../subscriptions/due.ts'
import { measureTrust } from '../trust/store.ts'
import { countDigests, countSources } from './store.ts'

type Row = { labels: Record<string, string>; value: number }
type Looked = { name: string; help: string; labels: readonly string[]; look: () => Promise<Row[]> }

export function addStored(
  registry: Registry,
  { db, queue, zone }: { db: Database; queue: Queue; zone: string },
): void {
  const spending = (measure: (spent: Spent) => number) => async () =>
    (await listSpending(db, localDate(zone, new Date()))).map((spent) => ({
      labels: { purpose: spent.purpose, model: spent.model },
      value: measure(spent),
    }))
  const trusted = rarely(() => measureTrust(db, shownFrom))
  const all: Looked[] = [
    {
      name: 'khabar_stored',
      help: 'What is stored, by kind; unfinished: articles that nobody has analysed yet',
      labels: ['kind'],
      look: async () => {
        const { articles, statements, summaries, unfinished } = await countAll(db)
        return rowsOf('kind', { articles, statements, summaries, unfinished })
      },
    },
    {
      name: 'khabar_queue_jobs',
      help: 'Jobs of all queues by state; failed ones wait for an admin',
      labels: ['state'],
      look: async () => rowsOf('state', await queue.counts()),
    },
    {
      name: 'khabar_sources',
      help: 'Sources by how the last reading went',
      labels: ['state'],
      look: async () => counted('state', await countSources(db)),
    },
    {
      name: 'khabar_digests_last_day',
      help: 'Digests by what became of them',
      labels: ['outcome'],
      look: async () => counted('outcome', await countDigests(db)),
    },
    {
      name: 'khabar_verbatim_share',
      help: 'Of the statements of the newest articles, those that stand in them letter for letter: anything below 1 is a bug',
      labels: [],
      look: async () => {
        const { stored, verbatim } = await trusted()
        return [{ labels: {}, value: stored === 0 ? 1 : verbatim / stored }]
      },
    },
    {
      name: 'khabar_model_calls_today',
      help: 'Calls to the language model since midnight',
      labels: ['purpose', 'model'],
      look: spending((it) => it.calls),
    },
    {
      name: 'khabar_model_tokens_today',
      help: 'Tokens of the language model since midnight',
      labels: ['purpose', 'model'],
      look: spending((it) => it.tokens),
    },
    {
      name: 'khabar_model_money_today',
      help: 'What they cost by the configured prices',
      labels: ['purpose', 'model'],
      look: spending((it) => it.money),
    },
  ]
  for (const it of all) addGauge(registry, it)
}

function addGauge(registry: Registry, { name, help, labels, look }: Looked): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect: async () => {
      const rows = await look()
      // What is no more (yesterday's model, a source that works again) is not shown for ever.
      gauge.reset()
      for (const { labels: by, value } of rows) gauge.set(by, value)
    },
  })
}

const rowsOf = (label: string, counts: Record<string, number>): Row[] =>
  Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value }))

const counted = (label: string, rows: { name: string; count: number }[]): Row[] =>
  rows.map(({ name, count }) => ({ labels: { [label]: name }, value: count }))

/** A measurement of seconds of work is made no oftener than this, however often somebody asks. */
const rarelyMs = 10 * 60_000

function rarely<Value>(measure: () => Promise<Value>): () => Promise<Value> {
  let [last, until]: [Promise<Value> | undefined, number] = [undefined, 0]
  return () => {
    if (last && Date.now() < until) return last
    until = Date.now() + rarelyMs
    last = measure().catch((error: unknown) => {
      until = 0
      throw error
    })
    return last
  }
}
