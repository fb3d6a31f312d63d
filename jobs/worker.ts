// Every job there is, and what happens when one fails. A job missing from the table does not compile.

import { setTimeout as sleep } from 'node:timers/promises'
import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq'
import type { App } from '../src/app.ts'
import type { Server } from '../src/chats/store.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { storable } from '../src/database/storable.ts'
import { OutsideError, reasonOf, TooEarlyError } from '../src/errors.ts'
import { LlmError } from '../src/llm/failure.ts'
import {
  type JobName,
  type Payload,
  payloads,
  workQueueName,
  deliveryQueueName,
  madeReady,
} from '../src/queue.ts'
import { traced } from '../src/tracing.ts'
import { alert } from './alert.ts'
import { amend } from './amend.ts'
import { broadcast } from './broadcast.ts'
import { correct } from './correct.ts'
import { deliver } from './deliver.ts'
import { digest } from './digest.ts'
import { follow } from './follow.ts'
import { lead } from './lead.ts'
import { poll } from './poll.ts'
import { push } from './push.ts'
import { read } from './read.ts'
import { reload } from './reload.ts'
import { renew } from './renew.ts'
import { report } from './report.ts'
import { show } from './show.ts'
import { stories } from './stories.ts'
import { summarize } from './summarize.ts'
import { sweep } from './sweep.ts'

type DeliveryName = 'deliver' | 'renew' | 'report' | 'amend' | 'alert' | 'push' | 'show' | 'broadcast'
type WorkName = Exclude<JobName, DeliveryName>

/** What any worker does. */
const work: { [Name in WorkName]: (app: App, payload: Payload<Name>) => Promise<void> } = {
  reload,
  summarize,
  lead,
  read,
  poll: (app) => poll(app),
  stories: async (app) => void (await stories(app)),
  follow: (app) => follow(app),
  correct: (app) => correct(app),
  digest: (app, { playgroundAt }) =>
    playgroundAt === undefined ? digest(app) : digest(app, new Date(playgroundAt), 'playground'),
  sweep,
}

/** What only a process with a server's sender does. */
const deliveries: {
  [Name in DeliveryName]: (app: App, sender: Sender, payload: Payload<Name>) => Promise<void>
} = { deliver, renew, report, amend, alert, push, show, broadcast }

export type Running = { close: () => Promise<void> }

/** How long a dead worker's job waits before another takes it over; BullMQ's default is a minute. */
const takeOverMs = 10_000
/** After a database error a worker on Postgres would wait 15 s before it asks for work again. */
const runRetryDelayMs = 1_000
/** What is in hand for longer when we close (a model may think for minutes) is taken over by whoever works next. */
const closeMaxMs = 5_000

/** Starts working. `concurrency` jobs at a time; closing waits for those in hand. */
export function startWorker(app: App, concurrency: number): Promise<Running> {
  return run(app, workQueueName, concurrency, ({ name, data }) => {
    if (!isWork(name)) throw new UnrecoverableError(`No job is called "${storable(name)}"`)
    return performWork(app, name, data)
  })
}

/** Starts sending what waits for a server, through its one sender. */
export function startDelivery(app: App, server: Server, sender: Sender): Promise<Running> {
  return run(app, deliveryQueueName(server), deliveryConcurrency, ({ name, data }) => {
    if (!isDelivery(name)) throw new UnrecoverableError(`No delivery is called "${storable(name)}"`)
    return performDelivery(app, sender, name, data)
  })
}

/** The sender paces itself; this many may wait for their turn in it. */
const deliveryConcurrency = 8

async function run(
  app: App,
  queueName: string,
  concurrency: number,
  perform: (job: Job<unknown>) => Promise<void>,
): Promise<Running> {
  const worker = await madeReady(() => {
    const made = new Worker<unknown, void>(
      queueName,
      (job, token) =>
        traced(`job ${job.name}`, { 'khabar.job': job.id ?? '', 'khabar.tries': job.attemptsMade }, () =>
          patiently(job, token, () => perform(job)),
        ),
      {
        connection: app.queue.connection,
        concurrency,
        lockDuration: takeOverMs,
        stalledInterval: takeOverMs,
        maxStalledCount: 3,
        runRetryDelay: runRetryDelayMs,
        autorun: false,
      },
    )
    listen(app, made)
    return made
  })
  // As BullMQ runs it by itself: a failure of the whole is an error of the worker's, and no rejection that ends the process.
  worker.run().catch((error: Error) => worker.emit('error', error))
  return { close: () => Promise.race([worker.close(), sleep(closeMaxMs, undefined, { ref: false })]) }
}

function listen(app: App, worker: Worker<unknown, void>): void {
  worker.on('error', (error) => {
    // BullMQ is closed before its last connections are: the database may go first, and that is no news.
    if (!worker.closing) app.log.warn({ error: error.message }, 'the worker has lost its queue')
  })
  worker.on('completed', (job) => {
    const ms = msOf(job)
    app.metrics?.job(job.name, 'ok', ms / 1000)
    app.log.info({ job: job.name, id: job.id, ms }, 'job done')
  })
  worker.on('failed', (job, error) => {
    if (job) app.metrics?.job(job.name, 'failed', msOf(job) / 1000)
    app.log.error(
      { job: job?.name, id: job?.id, tries: job?.attemptsMade, reason: error.message, error: error.stack },
      'job failed',
    )
  })
}

const msOf = ({ processedOn, finishedOn }: Job<unknown>): number =>
  processedOn === undefined ? 0 : (finishedOn ?? Date.now()) - processedOn

/** Who is told to wait, waits: the job is put off for as long as the model server or the job itself asks, and none of its tries is used up. */
async function patiently(
  job: Job<unknown>,
  token: string | undefined,
  perform: () => Promise<void>,
): Promise<void> {
  try {
    await storably(perform)
  } catch (error) {
    const waitMs = error instanceof Error ? putOffMs(error.cause) : undefined
    if (waitMs === undefined) throw error
    await job.moveToDelayed(Date.now() + waitMs, token)
    throw new DelayedError()
  }
}

/** Undefined for failures that are tried again as all others are, and that a job may die of. */
function putOffMs(cause: unknown): number | undefined {
  if (cause instanceof TooEarlyError) return cause.waitMs
  if (!(cause instanceof LlmError)) return undefined
  const { kind, retryAfterMs } = cause
  if (kind !== 'rate_limited' && kind !== 'quota' && kind !== 'auth') return undefined
  // Not all at the same moment.
  return Math.min(putOffMostMs, Math.max(putOffLeastMs, retryAfterMs ?? 0)) * (1 + Math.random() / 4)
}

const putOffLeastMs = 5_000
const putOffMostMs = 60 * 60_000

/** A failure that will not pass ends the job; any other is tried again later (see `retries` in src/queue.ts). */
async function storably(perform: () => Promise<void>): Promise<void> {
  try {
    await perform()
  } catch (error) {
    throw storableError(error)
  }
}

/** What BullMQ keeps of an error is its message and stack: the causes go into the message. What Postgres refuses would have the job run again to its last attempt. */
function storableError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(storable(String(error)))
  const reason = storable(reasonOf(error))
  const stack = storable(error.stack ?? '')
  if (error instanceof OutsideError && error.permanent)
    return Object.assign(new UnrecoverableError(reason), { stack })
  return Object.assign(new Error(reason, { cause: error }), { stack })
}

function performWork<Name extends WorkName>(app: App, name: Name, data: unknown): Promise<void> {
  return work[name](app, payloads[name].parse(data))
}

function performDelivery<Name extends DeliveryName>(
  app: App,
  sender: Sender,
  name: Name,
  data: unknown,
): Promise<void> {
  return deliveries[name](app, sender, payloads[name].parse(data))
}

const isWork = (name: string): name is WorkName => Object.hasOwn(work, name)
const isDelivery = (name: string): name is DeliveryName => Object.hasOwn(deliveries, name)
