// The work this program can put off: each job's name, and what it must be told. What a job does is in jobs/<name>.ts.
// One queue, on Postgres or on Redis; the traps of either are handled here, once.

import { setTimeout as sleep } from 'node:timers/promises'
import {
  createPostgresBackend,
  type ConnectionOptions,
  type Job,
  type JobsOptions,
  Queue as Bull,
  runMigrations,
  setDefaultBackendFactory,
} from 'bullmq'
import { type ClientConfig, Client } from 'pg'
import { z } from 'zod'
import { Server } from './chats/store.ts'
import { OutsideError } from './errors.ts'
import { checkRedis } from './redis.ts'

const id = z.number().int().positive()

const schemas = {
  /** Reads one source again, or all that are due. */
  reload: z.object({ sourceId: id, reloadId: id.optional() }),
  /** Reads a revision's statements and writes its summaries. */
  summarize: z.object({ revisionId: id }),
  /** Asks the model for the first lines of an answer that is shown already. */
  lead: z.object({ answerId: id }),
  /** Edits them into the message that shows it. */
  amend: z.object({ server: Server, answerId: id }),
  /** Puts articles that came in with those on the same event. */
  stories: z.object({}),
  /** Makes the digests that are due: now, or in the playground alone at a moment to come (milliseconds). */
  digest: z.object({ playgroundAt: z.number().optional() }),
  /** Sends a digest to its chat: the work of whoever speaks with that server. */
  deliver: z.object({ server: Server, digestId: id }),
  /** Edits a digest that was sent, since an article in it has changed. */
  renew: z.object({ server: Server, digestId: id }),
  /** Queues the sources that are due. */
  poll: z.object({}),
  /** Finds what is new of people who are followed. */
  follow: z.object({}),
  /** Finds who was shown words that their article has changed. */
  correct: z.object({}),
  /** Sends a message of the admins' to every chat. */
  broadcast: z.object({ server: Server, broadcastId: id }),
  /** Tells a follower. */
  push: z.object({ server: Server, pushId: id }),
  /** Tells admins that a source, or the model's server, is left alone; that the model answers again; that a reader reports a mistake. */
  alert: z.union([
    z.object({ server: Server, sourceId: id }),
    z.object({ server: Server, mistakeId: id }),
    z.object({ server: Server, model: z.object({ isAsked: z.boolean(), reason: z.string() }) }),
  ]),
  /** Reads a link that a reader has sent. */
  read: z.object({ readingId: id }),
  /** Edits what it leads to into the message that promised it. */
  show: z.object({ server: Server, readingId: id }),
  /** Tells an admin how far a reload has come. */
  report: z.object({ server: Server, reloadId: id }),
  /** Finds work that the tables show unfinished and no job is left for; clears finished jobs away. */
  sweep: z.object({}),
}

type Payloads = { [Name in keyof typeof schemas]: z.infer<(typeof schemas)[Name]> }
export type JobName = keyof Payloads
export type Payload<Name extends JobName> = Payloads[Name]
export const payloads: { [Name in JobName]: z.ZodType<Payloads[Name]> } = schemas

/**
 * Puts a job on the queue. Two jobs with the same name and the same `once` are one job for as long as it is kept, finished
 * or dead: what has died stays dead until an admin retries it, however often the sweep asks.
 */
export type Enqueue = <Name extends JobName>(
  name: Name,
  payload: Payload<Name>,
  once: string,
) => Promise<void>

/** The work that any worker does. */
export const workQueueName = 'khabar'
/** What is sent through a server waits for a process that speaks with it, and for its one paced sender. */
export const deliveryQueueName = (server: Server): string => `khabar-${server}`

function queueNameOf(payload: object): string {
  return 'server' in payload ? deliveryQueueName(Server.parse(payload.server)) : workQueueName
}

const retries: JobsOptions = {
  // About a quarter of an hour: a model server that restarts, or that has had enough of us for some minutes, kills no job.
  attempts: 10,
  backoff: { type: 'exponential', delay: 2_000, jitter: 0.2 },
  // Kept, and cleared by the sweep: BullMQ's own retention deadlocks on Postgres and then runs finished jobs again
  // (measured: 12 in 20,000), and costs four fifths of the throughput.
  removeOnComplete: false,
  removeOnFail: false,
}

/** Finished jobs stay visible this long, dead ones (all attempts used up) longer, for `/queue` and the operator. */
const keepFinishedMs = 60 * 60 * 1000
const keepFailedMs = 14 * 24 * 60 * 60 * 1000
const cleanedAtOnceMax = 5_000
/** An add is tried again over a database restart; BullMQ on Postgres, unlike on Redis, fails at once. */
const addAttemptsMax = 20
const addRetryMs = 250

export type QueueStore = { kind: 'postgres'; config: ClientConfig } | { kind: 'redis'; url: string }

type DeadJob = { id: string; name: string; data: unknown; reason: string; attempts: number }

export type Queue = {
  enqueue: Enqueue
  counts: () => Promise<Record<'waiting' | 'active' | 'delayed' | 'failed' | 'completed', number>>
  /** Dead jobs, newest first: what they were and why they died. */
  failed: (limit: number) => Promise<DeadJob[]>
  /** Puts dead jobs back on the queue with all their tries; answers how many. */
  retryFailed: () => Promise<number>
  /** Clears finished jobs away. Called from one place only, the sweep. */
  clean: () => Promise<void>
  /** Forgets every job but those in hand: they were about rows that are no more, and would pass for jobs of rows to come. */
  clear: () => Promise<void>
  connection: ConnectionOptions
  /** BullMQ's own, for the page that shows them. */
  boards: readonly Bull<unknown, void>[]
  close: () => Promise<void>
}

/** Of each queue and each worker, besides the one that listens. */
const connectionsMax = 3
/** Who comes while the queue's server is being started again waits for it so long; then whoever watches over this process starts it anew. */
const readyMaxMs = 30_000
const readyRetryMs = 500

/** Connections are made from these options by BullMQ itself, a few for each queue and worker. */
function connectionOf(store: QueueStore): ConnectionOptions {
  // A shared pool would hang for ever once every slot is held by a LISTEN; small pools of BullMQ's own do not.
  if (store.kind === 'postgres') return { ...store.config, max: connectionsMax }
  return { url: store.url, maxRetriesPerRequest: null }
}

/** Makes the queue's tables where it lives in Postgres, and opens it. */
export async function openQueue(store: QueueStore, onError: (error: Error) => void): Promise<Queue> {
  // The generic types of Queue and Worker are Redis-only by default; the factory is the documented way round.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing narrower than `never` fits both
  setDefaultBackendFactory(store.kind === 'postgres' ? (createPostgresBackend as never) : undefined)
  if (store.kind === 'postgres') await persistently(() => makeTables(store.config))
  else await checkRedis(store.url)

  const connection = connectionOf(store)
  const make = (name: string) => () => {
    const queue = new Bull<unknown, void>(name, { connection })
    queue.on('error', (error) => {
      // BullMQ is closed before its last connections are: the database may go first, and that is no news.
      if (!queue.closing) onError(error)
    })
    return queue
  }
  const names = [workQueueName, ...Server.options.map(deliveryQueueName)]
  const all = await Promise.all(names.map((name) => madeReady(make(name))))
  const queues = new Map(all.map((queue) => [queue.name, queue]))

  return {
    connection,
    boards: all,
    enqueue: async (name, payload, once) => {
      const data = payloads[name].parse(payload)
      const queue = queues.get(queueNameOf(data))
      if (!queue) throw new Error(`No queue is for ${name}`)
      await persistently(() => queue.add(name, data, { ...retries, jobId: `${name}-${once}` }))
    },
    counts: async () => {
      const each = await Promise.all(
        all.map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed')),
      )
      const sum = (state: string) => each.reduce((total, counts) => total + (counts[state] ?? 0), 0)
      return {
        waiting: sum('waiting'),
        active: sum('active'),
        delayed: sum('delayed'),
        failed: sum('failed'),
        completed: sum('completed'),
      }
    },
    failed: async (limit) => {
      const dead = await Promise.all(all.map((queue) => queue.getJobs(['failed'], 0, limit - 1)))
      return dead
        .flat()
        .toSorted((a, b) => (b.finishedOn ?? 0) - (a.finishedOn ?? 0))
        .slice(0, limit)
        .map(deadJob)
    },
    retryFailed: async () => {
      const dead = (await Promise.all(all.map((queue) => queue.getJobs(['failed'])))).flat()
      for (const job of dead) await job.retry('failed', { resetAttemptsMade: true })
      return dead.length
    },
    clean: async () => {
      for (const queue of all) {
        await queue.clean(keepFinishedMs, cleanedAtOnceMax, 'completed')
        await queue.clean(keepFailedMs, cleanedAtOnceMax, 'failed')
      }
    },
    clear: async () => {
      for (const queue of all) {
        await queue.drain(true)
        for (const state of ['completed', 'failed'] as const)
          await queue.clean(0, Number.MAX_SAFE_INTEGER, state)
      }
    },
    close: async () => void (await Promise.all(all.map((queue) => queue.close()))),
  }
}

/**
 * A queue or a worker of BullMQ's with its connection. On Postgres it keeps the failure of its first call for ever, and a worker then asks again in a
 * loop that leaves its process no time for anything else: one that does not come up is thrown away and made anew.
 */
export async function madeReady<
  Part extends { waitUntilReady: () => Promise<unknown>; close: () => Promise<void> },
>(make: () => Part): Promise<Part> {
  const until = Date.now() + readyMaxMs
  for (;;) {
    const part = make()
    try {
      const late = sleep(Math.max(0, until - Date.now()), 'late', { ref: false })
      if ((await Promise.race([part.waitUntilReady(), late])) !== 'late') return part
      throw new Error(`not ready within ${readyMaxMs / 1000} s`)
    } catch (cause) {
      await Promise.race([part.close(), sleep(readyRetryMs, undefined, { ref: false })])
      if (Date.now() >= until) throw new OutsideError('The queue can not be reached', { cause })
      await sleep(readyRetryMs)
    }
  }
}

const deadJob = ({ id: jobId, name, data, failedReason, attemptsMade }: Job<unknown>): DeadJob => ({
  id: jobId ?? '',
  name,
  data,
  reason: failedReason,
  attempts: attemptsMade,
})

async function makeTables(config: ClientConfig): Promise<void> {
  const client = new Client(config)
  await client.connect()
  try {
    // Two processes that start at once would run into each other's `create table`.
    await client.query(`select pg_advisory_lock(hashtext('khabar:queue'))`)
    await runMigrations(client)
  } finally {
    await client.end()
  }
}

async function persistently(add: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await add())
    } catch (cause) {
      if (attempt === addAttemptsMax) throw new OutsideError('The queue can not be reached', { cause })
      await new Promise((resolve) => setTimeout(resolve, addRetryMs))
    }
  }
}

/** One job for a revision's own analysis and another once there is a model: an article read offline is summarised by it later. */
export const summarizeOnce = (revisionId: number, withModel: boolean): string =>
  `${revisionId}-${withModel ? 'model' : 'offline'}`
