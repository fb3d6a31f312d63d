// `npm run chaos [-- SECONDS|month [SEED [postgres|redis]]]`: every process of Khabar, its Postgres and its Redis are killed with -9 at random moments and started again, and the ways to Telegram and to the model are cut for seconds, under a load of
// articles, questions and digests, with the queue on Postgres and then on Redis. Then the accounts are closed: nothing lost, nothing done twice but for
// what was on its way in the moment of a kill, the ledger against the model server's own count. `month` is a month of daily digests. Ends with 1 where they do not close.

import { UsageError } from '../errors.ts'
import { commandExists } from './chaos-processes.ts'
import { runMonth } from './chaos-month.ts'
import { runEntry } from './entry.ts'
import { runChaos } from './chaos-run.ts'
import type { Account } from './chaos-stage.ts'

const secondsByDefault = 60
const backends = ['postgres', 'redis'] as const

async function main(words: string[]): Promise<void> {
  const [seconds = String(secondsByDefault), seed = String(Date.now() % 1_000_000), only] = words
  const wanted = backends.filter((it) => only === undefined || it === only)
  if (!/^(?:\d{1,4}|month)$/.test(seconds) || !/^\d{1,9}$/.test(seed) || wanted.length === 0)
    throw new UsageError(`Usage: npm run chaos [-- SECONDS|month [SEED [${backends.join('|')}]]]`)
  for (const backend of wanted) {
    if (backend === 'redis' && !(await commandExists('redis-server'))) {
      process.stdout.write('chaos  queue on redis: no redis-server on the PATH, so not run\n')
      if (process.env['CI'] === 'true') process.exitCode = 1
      continue
    }
    const chaos = { backend, seconds: Number(seconds), seed: Number(seed) }
    const account = seconds === 'month' ? await runMonth(chaos) : await runChaos(chaos)
    print(backend, `seed ${seed}`, account)
    if (account.faults.length > 0) process.exitCode = 1
  }
}

function print(backend: string, seed: string, { kills, lines, faults }: Account): void {
  const killed = Object.entries(kills).map(([name, count]) => `${count} of ${name}`)
  process.stdout.write(`chaos  queue on ${backend}, ${seed}: killed ${killed.join(', ')}\n`)
  for (const line of lines) process.stdout.write(`       ${line}\n`)
  process.stdout.write(
    faults.length === 0
      ? '       The accounts close.\n'
      : faults.map((it) => `       FAULT: ${it}\n`).join(''),
  )
}

await runEntry(main)
