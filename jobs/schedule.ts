// All recurring work, in one table.

import { randomUUID } from 'node:crypto'
import type { App } from '../src/app.ts'
import type { JobName, Payload } from '../src/queue.ts'

type Row = { [Name in JobName]: { job: Name; payload: Payload<Name>; everyMs: number } }[JobName]

const schedule: readonly Row[] = [
  // What a dying process left behind waits no longer than this.
  { job: 'sweep', payload: {}, everyMs: 60_000 },
  // Sources are due to the minute too.
  { job: 'poll', payload: {}, everyMs: 60_000 },
  { job: 'stories', payload: {}, everyMs: 60_000 },
  { job: 'follow', payload: {}, everyMs: 60_000 },
  { job: 'correct', payload: {}, everyMs: 60_000 },
  // A digest is due to the minute.
  { job: 'digest', payload: {}, everyMs: 60_000 },
]

export type Scheduled = { stop: () => void }

/**
 * Puts each job on the queue at the start and then in its rhythm. Every process may do so: one start adds one, and in one period
 * of the rhythm a job is one job, whoever queued it (BullMQ's own scheduler collides with itself on Postgres when two processes set it up at once).
 */
export async function startSchedule({ enqueue, log }: Pick<App, 'enqueue' | 'log'>): Promise<Scheduled> {
  const timers: NodeJS.Timeout[] = []
  for (const { job, payload, everyMs } of schedule) {
    const queueOne = () => enqueue(job, payload, `at-${Math.floor(Date.now() / everyMs)}`)
    // A start may follow a crash: what that left behind does not wait for the next period.
    await enqueue(job, payload, `start-${randomUUID()}`)
    timers.push(
      setInterval(() => {
        queueOne().catch((error: unknown) =>
          log.warn({ job, error: String(error) }, 'recurring work could not be queued'),
        )
      }, everyMs),
    )
  }
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) }
}
