// The queue and its worker, on both of its backends: what is put off is done, once, or its death is seen.

import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { startWorker } from '../jobs/worker.ts'
import type { App } from '../src/app.ts'
import { OutsideError } from '../src/errors.ts'
import { portOf } from '../src/playground/transport.ts'
import { openQueue, type Queue, type QueueStore } from '../src/queue.ts'
import { createFetcher } from '../src/sources/fetch.ts'
import { addSource } from '../src/sources/store.ts'
import { createDatabase } from './support/database.ts'
import { useApp } from './support/khabar.ts'
import { openPassage, type Passage } from '../src/evaluation/passage.ts'

const base = await useApp()
const redisUrl = inject('redisUrl')

type Backend = {
  kind: QueueStore['kind']
  /** A queue's place with nothing in it. */
  create: () => Promise<QueueStore>
  /** The same place behind a passage that can be taken down. */
  behind: (store: QueueStore) => Promise<{ store: QueueStore; passage: Passage }>
}

const backends: readonly Backend[] = [
  {
    kind: 'postgres',
    create: async () => ({ kind: 'postgres', config: await createDatabase('template template0') }),
    behind: async (store) => {
      if (store.kind !== 'postgres') throw new Error('This is no Postgres')
      const { host = '127.0.0.1', port = 5432 } = store.config
      const passage = await openPassage(
        host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
      )
      const config = { ...store.config, host: '127.0.0.1', port: passage.port }
      return { store: { kind: 'postgres', config }, passage }
    },
  },
  {
    kind: 'redis',
    create: async () => {
      const redis = new Redis(redisUrl ?? '')
      await redis.flushdb()
      redis.disconnect()
      return { kind: 'redis', url: redisUrl ?? '' }
    },
    behind: async () => {
      const { hostname, port } = new URL(redisUrl ?? '')
      const passage = await openPassage({ host: hostname, port: Number(port) })
      return { store: { kind: 'redis', url: `redis://127.0.0.1:${passage.port}` }, passage }
    },
  },
]

/** Opened for one test; errors of the connection are the outages that the test makes. */
async function open(store: QueueStore): Promise<Queue> {
  const queue = await openQueue(store, () => {})
  onTestFinished(() => queue.close())
  return queue
}

/** Works on the queue until the test is over; answers what was done, in order. */
async function work(queue: Queue, changes: Partial<App> = {}, concurrency = 1): Promise<string[]> {
  const done: string[] = []
  const info = (fields: object, event: string) => {
    if (event === 'job done' && 'id' in fields) done.push(String(fields.id))
  }
  const app = { ...base, queue, enqueue: queue.enqueue, log: { ...base.log, info }, ...changes }
  const worker = await startWorker(app, concurrency)
  onTestFinished(() => worker.close())
  return done
}

/** A sweep clears the queue at its end: one whose clearing fails is a job that fails with this very error. */
const failing = (queue: Queue, clean: () => Promise<void>): Partial<App> => ({ queue: { ...queue, clean } })

const waitMs = { timeout: 15_000, interval: 20 }
const expectCounts = (queue: Queue, counts: Partial<Awaited<ReturnType<Queue['counts']>>>) =>
  vi.waitFor(async () => expect(await queue.counts()).toMatchObject(counts), waitMs)

/** A worker hears of a job's end a moment after the queue has written it down. */
const expectDone = (done: () => unknown[], expected: unknown[]) =>
  vi.waitFor(() => expect(done()).toEqual(expected), waitMs)

for (const backend of backends) {
  describe.skipIf(backend.kind === 'redis' && redisUrl === undefined)(`the queue on ${backend.kind}`, () => {
    what(backend)
  })
}

function what({ kind, create, behind }: Backend): void {
  test('takes what has one name once, and does it once', async () => {
    const queue = await open(await create())
    for (let times = 0; times < 3; times++) await queue.enqueue('summarize', { revisionId: 9 }, '9-offline')
    await Promise.all([1, 2, 3].map(() => queue.enqueue('summarize', { revisionId: 9 }, '9-model')))
    expect(await queue.counts()).toMatchObject({ waiting: 2 })
    const done = await work(queue)
    await expectCounts(queue, { waiting: 0, completed: 2 })
    await queue.enqueue('summarize', { revisionId: 9 }, '9-offline')
    await expectCounts(queue, { waiting: 0, active: 0, completed: 2 })
    await expectDone(() => done.toSorted(), ['summarize-9-model', 'summarize-9-offline'])
  })

  test('takes nothing that the job would not understand', async () => {
    const queue = await open(await create())
    for (const revisionId of [0, -1, 1.5, Number.NaN])
      await expect(queue.enqueue('summarize', { revisionId }, 'wrong')).rejects.toThrow(z.ZodError)
    // What nobody asked for stays outside, whatever the backend could not store of it.
    const more = { revisionId: 9, words: 'cut \0 in the middle of \ud83d' }
    await queue.enqueue('summarize', more, 'more')
    expect(await queue.counts()).toMatchObject({ waiting: 1 })
    await work(queue)
    await expectCounts(queue, { completed: 1 })
  })

  test('tries a failed job again after a pause', async () => {
    const queue = await open(await create())
    const times: number[] = []
    const clean = async () => {
      if (times.push(Date.now()) === 1) throw new Error('the first time')
    }
    await queue.enqueue('sweep', {}, 'again')
    await work(queue, failing(queue, clean))
    await expectCounts(queue, { delayed: 1 })
    await expectCounts(queue, { completed: 1 })
    const [first = 0, second = 0] = times
    expect(times).toHaveLength(2)
    expect(second - first).toBeGreaterThan(1_500)
  })

  test('lets a job die at once when its failure will not pass, shows why, and brings it back when told to', async () => {
    const queue = await open(await create())
    let isMended = false
    const clean = async () => {
      if (isMended) return
      throw new OutsideError('The page is gone', { permanent: true, cause: new Error('410') })
    }
    await queue.enqueue('sweep', {}, 'dead')
    const done = await work(queue, failing(queue, clean))
    await expectCounts(queue, { failed: 1, delayed: 0, active: 0 })
    expect(await queue.failed(10)).toEqual([
      { id: 'sweep-dead', name: 'sweep', data: {}, reason: 'The page is gone: 410', attempts: 1 },
    ])

    await queue.enqueue('sweep', {}, 'dead')
    expect(await queue.counts()).toMatchObject({ waiting: 0, failed: 1 })
    isMended = true
    expect(await queue.retryFailed()).toBe(1)
    await expectCounts(queue, { failed: 0, completed: 1 })
    await expectDone(() => done, ['sweep-dead'])
    expect(await queue.retryFailed()).toBe(0)
  })

  test('shows the newest dead first, and gives each all its tries again', async () => {
    const queue = await open(await create())
    let deaths = 0
    const clean = async () => {
      throw new OutsideError(`death ${++deaths}`, { permanent: true })
    }
    await work(queue, failing(queue, clean))
    for (const dead of [1, 2, 3]) {
      await queue.enqueue('sweep', {}, String(dead))
      await expectCounts(queue, { failed: dead })
    }
    expect((await queue.failed(2)).map((it) => it.reason)).toEqual(['death 3', 'death 2'])
    expect(await queue.retryFailed()).toBe(3)
    await vi.waitFor(() => expect(deaths).toBe(6), waitMs)
    await expectCounts(queue, { failed: 3 })
    expect((await queue.failed(3)).map((it) => it.attempts)).toEqual([1, 1, 1])
  })

  test('survives an error whose words hold what Postgres can not store', async () => {
    const queue = await open(await create())
    const errors = [
      new Error('a byte \0 and half a smile \ud83d'),
      new OutsideError('for good \0\ud83d', { permanent: true, cause: new Error('because \0') }),
      'not even an error \0',
    ]
    const clean = async () => {
      // oxlint-disable-next-line typescript/only-throw-error -- libraries do
      throw errors.shift()
    }
    await work(queue, failing(queue, clean))
    for (const once of ['passing', 'permanent', 'text']) await queue.enqueue('sweep', {}, once)
    await expectCounts(queue, { waiting: 0, active: 0, delayed: 2, failed: 1 })
    expect((await queue.failed(1))[0]?.reason).toBe('for good \ufffd: because ')
  })

  test('forgets finished jobs after an hour and dead ones after two weeks', async () => {
    const queue = await open(await create())
    let isFirst = true
    const clean = async () => {
      if (!isFirst) return
      isFirst = false
      throw new OutsideError('dead', { permanent: true })
    }
    await work(queue, failing(queue, clean))
    for (const once of ['dead', 'done']) await queue.enqueue('sweep', {}, once)
    const after = async (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
      await queue.clean()
      vi.useRealTimers()
      const { completed, failed } = await queue.counts()
      return { completed, failed }
    }
    onTestFinished(() => void vi.useRealTimers())
    await expectCounts(queue, { completed: 1, failed: 1 })
    expect(await after(50)).toEqual({ completed: 1, failed: 1 })
    expect(await after(70)).toEqual({ completed: 0, failed: 1 })
    expect(await after(14 * 24 * 60 + 10)).toEqual({ completed: 0, failed: 0 })
  })

  test('is shared by two workers, each job done by one of them', async () => {
    const queue = await open(await create())
    const meeting = await startMeeting(2)
    const ids = await Promise.all(
      ['/one', '/other'].map((path) => addSource(base.db, { address: `${meeting.url}${kind}${path}` })),
    )
    const workers = [await work(queue, privately()), await work(queue, privately())]
    for (const source of ids) await queue.enqueue('reload', { sourceId: source?.id ?? 0 }, `${source?.id}`)
    // Neither reading ends before the other has begun: one worker alone would wait for ever.
    await expectCounts(queue, { completed: 2 })
    await expectDone(() => workers.map((done) => done.length), [1, 1])

    await Promise.all(
      Array.from({ length: 60 }, (_, it) => queue.enqueue('summarize', { revisionId: it + 1 }, `${it}`)),
    )
    await expectCounts(queue, { completed: 62, waiting: 0, active: 0 })
    await expectDone(() => [workers.flat().length, new Set(workers.flat()).size], [62, 62])
    expect(await queue.failed(1)).toEqual([])
  })

  test('is opened by many at the same moment', async () => {
    const store = await create()
    const queues = await Promise.all(Array.from({ length: 6 }, () => open(store)))
    await Promise.all(queues.map((queue) => queue.enqueue('sweep', {}, 'now')))
    expect(await queues[0]?.counts()).toMatchObject({ waiting: 1 })
  })

  test('waits through an outage, and then holds what it was given', async () => {
    const { store, passage } = await behind(await create())
    const queue = await open(store)
    await queue.enqueue('sweep', {}, 'before')
    await passage.down()
    const start = performance.now()
    let isAdded = false
    const adding = queue.enqueue('sweep', {}, 'during').then(() => (isAdded = true))
    // Longer than the first tries take.
    await vi.waitFor(() => expect(performance.now() - start).toBeGreaterThan(600), waitMs)
    expect(isAdded).toBe(false)
    await passage.up()
    await adding
    expect(await queue.counts()).toMatchObject({ waiting: 2 })
  })

  test('is worked at by who starts in an outage, once it is over', async () => {
    const { store, passage } = await behind(await create())
    const queue = await open(store)
    await queue.enqueue('summarize', { revisionId: 9 }, 'before')
    await passage.down()
    const working = work(queue)
    await sleep(1_500)
    await passage.up()
    await expectCounts(queue, { completed: 1 })
    const done = await working
    await vi.waitFor(() => expect(done).toEqual(['summarize-before']), waitMs)
  })

  // A Redis that is not there is a mistake in the settings, and refused (see redis.test.ts).
  test.runIf(kind === 'postgres')('is opened by who comes in an outage, once it is over', async () => {
    const { store, passage } = await behind(await create())
    await passage.down()
    const opening = open(store)
    await sleep(1_500)
    await passage.up()
    expect(await (await opening).counts()).toMatchObject({ waiting: 0 })
  })
}

const privately = () => ({ fetcher: createFetcher({ allowPrivate: true }) })

/** A server that answers nobody before `guests` have come. */
async function startMeeting(guests: number): Promise<{ url: string }> {
  const waiting: http.ServerResponse[] = []
  const server = http.createServer((_request, response) => {
    waiting.push(response)
    if (waiting.length >= guests) for (const it of waiting.splice(0)) it.writeHead(404).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${portOf(server)}/` }
}
