// Every job there is, and what happens when one fails. A job missing from the table does not compile.

import { setTimeout as sleep } from 'node:timers/promises'
import { type Job, UnrecoverableError, Worker } from 'bullmq'
import type { App } from '../src/app.ts'
import { OutsideError, reasonOf } from '../src/errors.ts'
import { type JobName, type Payload, payloads, queueName, storable } from '../src/queue.ts'
import { reload } from './reload.ts'
import { summarize } from './summarize.ts'
import { sweep } from './sweep.ts'

const jobs: { [Name in JobName]: (app: App, payload: Payload<Name>) => Promise<void> } = {
  reload,
  summarize,
  sweep,
}

export type Running = { close: () => Promise<void> }

/** How long a dead worker's job waits before another takes it over; BullMQ's default is a minute. */
const takeOverMs = 10_000
/** After a database error a worker on Postgres would wait 15 s before it asks for work again. */
const runRetryDelayMs = 1_000
/** What is in hand for longer when we close (a model may think for minutes) is taken over by whoever works next. */
const closeMaxMs = 5_000

/** Starts working. `concurrency` jobs at a time; closing waits for those in hand. */
export async function startWorker(app: App, concurrency: number): Promise<Running> {
  const worker = new Worker<unknown, void>(queueName, (job) => run(app, job), {
    connection: app.queue.connection,
    concurrency,
    lockDuration: takeOverMs,
    stalledInterval: takeOverMs,
    maxStalledCount: 3,
    runRetryDelay: runRetryDelayMs,
  })
  worker.on('error', (error) => app.log.warn({ error: error.message }, 'the worker has lost its queue'))
  worker.on('completed', (job) =>
    app.log.info(
      { job: job.name, id: job.id, ms: (job.finishedOn ?? 0) - (job.processedOn ?? 0) },
      'job done',
    ),
  )
  worker.on('failed', (job, error) =>
    app.log.error(
      { job: job?.name, id: job?.id, tries: job?.attemptsMade, reason: error.message, error: error.stack },
      'job failed',
    ),
  )
  await worker.waitUntilReady()
  return { close: () => Promise.race([worker.close(), sleep(closeMaxMs, undefined, { ref: false })]) }
}

/** A failure that will not pass ends the job; any other is tried again later (see `retries` in src/queue.ts). */
async function run(app: App, { name, data }: Job<unknown>): Promise<void> {
  if (!isJobName(name)) throw new UnrecoverableError(`No job is called "${storable(name)}"`)
  try {
    await perform(app, name, data)
  } catch (error) {
    throw storableError(error)
  }
}

/** What BullMQ keeps of an error is its message and stack: the causes go into the message. */
function storableError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(storable(String(error)))
  const reason = storable(reasonOf(error))
  const stack = storable(error.stack ?? '')
  if (error instanceof OutsideError && error.permanent)
    return Object.assign(new UnrecoverableError(reason), { stack })
  return Object.assign(new Error(reason, { cause: error }), { stack })
}

function perform<Name extends JobName>(app: App, name: Name, data: unknown): Promise<void> {
  return jobs[name](app, payloads[name].parse(data))
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name)
}
