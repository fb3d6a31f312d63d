// The sweep: what the tables show unfinished comes back onto the queue, whoever died with it in hand.

import { beforeEach, expect, test } from 'vitest'
import { summarize } from '../../jobs/summarize.ts'
import { sweep } from '../../jobs/sweep.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { createLlm } from '../../src/llm/client.ts'
import type { Enqueue } from '../../src/queue.ts'
import { addSource, noteTold, pauseSource } from '../../src/sources/store.ts'
import { courier, harbour, teachers, undated } from '../support/articles.ts'
import { useApp } from '../support/khabar.ts'
import { leftUpdate } from '../support/updates.ts'

const app = await useApp()
/** Nothing listens there: the sweep only asks whether there is a model. */
const llm = createLlm({ baseURL: 'http://127.0.0.1:9/v1', name: 'sail-1' })

beforeEach(() => app.db.script('truncate articles, people, updates cascade'))

/** A sweep, and the jobs it asked for. */
async function swept(changes: Partial<typeof app> = {}) {
  const jobs: string[] = []
  const enqueue: Enqueue = async (name, payload, once) =>
    void jobs.push(`${name} ${JSON.stringify(payload)} ${once}`)
  await sweep({ ...app, ...changes, enqueue })
  return jobs
}

const job = (revisionId: number, kind: string) =>
  `summarize {"revisionId":${revisionId}} ${revisionId}-${kind}`

test('articles whose job was lost are queued again, those that are done are not', async () => {
  const lost = await loadDraft(app.db, harbour)
  const done = await loadDraft(app.db, courier)
  await summarize(app, done)
  expect(await swept()).toEqual([job(lost.revisionId, 'offline')])
})

test('with a model, what was only read offline is queued for it', async () => {
  const done = await loadDraft(app.db, courier)
  await summarize(app, done)
  expect(await swept({ llm })).toEqual([job(done.revisionId, 'model')])
})

test('an old revision is nobody’s work', async () => {
  await loadDraft(app.db, teachers)
  const { status, revisionId } = await loadDraft(app.db, {
    ...teachers,
    text: `${teachers.text} وانتهى الخبر.`,
  })
  expect(status).toBe('changed')
  expect(await swept()).toEqual([job(revisionId, 'offline')])
})

test('two sweeps in a row are one job, and it finishes the work', async () => {
  const { revisionId } = await loadDraft(app.db, undated)
  await sweep(app)
  await sweep(app)
  expect(await app.queue.counts()).toMatchObject({ waiting: 1 })
  await summarize(app, { revisionId })
  expect(await swept()).toEqual([])
})

const emptyPoll = {
  id: '1',
  question: '?',
  options: [],
  total_voter_count: 0,
  is_closed: false,
  is_anonymous: true,
  type: 'regular' as const,
  allows_multiple_answers: false,
}

test('a source that admins were not told of, its job being lost, is told of all the same', async () => {
  const source = await addSource(app.db, { address: 'https://marfa.example/untold' })
  await pauseSource(app.db, source?.id ?? 0, 'gone', { isTold: false })
  expect(await swept()).toEqual([])
  await app.db.write`update sources set paused_at = now() - interval '11 minutes'`
  expect(await swept()).toEqual([
    expect.stringContaining(`alert {"server":"playground","sourceId":${source?.id}}`),
  ])
  await noteTold(app.db, [source?.id ?? 0])
  expect(await swept()).toEqual([])
})

test('updates of long ago are forgotten, unhandled ones never', async () => {
  for (const update_id of [1, 2, 3]) await leftUpdate(app.db, { update_id, poll: emptyPoll })
  await app.db.script(`
    update updates set handled_at = now() - interval '8 days' where update_id = 1;
    update updates set handled_at = now() - interval '6 days' where update_id = 2;
    update updates set received_at = now() - interval '30 days' where update_id = 3`)
  await sweep(app)
  expect(await app.db.write`update updates set payload = null where update_id in (2, 3)`).toBe(2)
  expect(await app.db.write`update updates set payload = null`).toBe(2)
})
