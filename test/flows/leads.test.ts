// A reader asks; the passages are there at once, and what a model makes of them is edited in: over a real Bot API, database and queue.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startDelivery, startWorker } from '../../jobs/worker.ts'
import { createLlm } from '../../src/llm/client.ts'
import { withinBudget } from '../../src/budget/budget.ts'
import { listSpending } from '../../src/budget/store.ts'
import { courier, harbour } from '../support/articles.ts'
import { nextMessage, read, say, store, tap, useApp, useBot } from '../support/khabar.ts'
import { says, startModelServer } from '../support/model-server.ts'

const offline = await useApp()
const answers: unknown[] = []
const server = await startModelServer([], () =>
  says(answers.shift() ?? { sentences: [], disagreements: [] }, { promptTokens: 5_000 }),
)
afterAll(() => server.close())
const llm = withinBudget(createLlm({ baseURL: server.baseURL, name: 'sail-1' }), {
  db: offline.db,
  budget: offline.config.budget,
})
const app = { ...offline, llm }
const { api, sender } = await useBot(app)
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

beforeAll(async () => {
  await store(app, harbour, courier)
  const [worker, delivery] = await Promise.all([startWorker(app, 2), startDelivery(app, 'telegram', sender)])
  return async () => {
    await Promise.all([worker.close(), delivery.close()])
  }
})

/** The numbers of the passages as they stand in the answer. */
const lead = (ids: number[], text: string) => ({ sentences: [{ rests_on: ids, text }], disagreements: [] })
const truth = 'Salim al-Qandalawi said that eleven ships were still waiting.'

test('the answer comes at once; the lines are edited in above numbered passages and say what they are', async () => {
  answers.push(lead([1], truth))
  const answer = await say(api, lina, 'what did Salim al-Qandalawi say')
  expect(read(answer)).toMatch(/^Salim al-Qandalawi/)
  const edited = await nextMessage(api, lina.id)
  expect(edited.message_id).toBe(answer.message_id)
  expect(read(edited)).toMatch(
    /^Salim al-Qandalawi said that eleven ships were still waiting\. \[1\]\nWritten by a language model from the numbered passages below, not a quotation\n\nSalim al-Qandalawi[^\n]*\n1\. said/,
  )
  // The words themselves are untouched.
  expect(read(edited)).toContain(
    read(answer)
      .split('\n')
      .find((it) => it.includes('eleven ships')) ?? 'missing',
  )
  expect(await listSpending(app.db, '2020-01-01')).toMatchObject([{ purpose: 'question', calls: 1 }])
})

test('the lines stay when the message is turned to the other language and back', async () => {
  answers.push(lead([1], truth))
  await say(api, lina, 'what did Salim al-Qandalawi say')
  const edited = await nextMessage(api, lina.id)
  const arabic = await tap(api, lina, edited, 'بالعربية')
  expect(read(arabic)).not.toContain(truth)
  expect(read(await tap(api, lina, arabic, 'In English'))).toBe(read(edited))
})

test('a lie is not edited in: the answer stays as it came', async () => {
  const lie = lead([1], 'Salim al-Qandalawi said that ninety ships were still waiting.')
  const before = server.requests.length
  answers.push(lie, lie)
  const answer = await say(api, lina, 'what did Salim al-Qandalawi say')
  await vi.waitFor(() => expect(server.requests.length).toBe(before + 2), 10_000)
  await vi.waitFor(async () => expect((await app.queue.counts()).active).toBe(0), 10_000)
  const edits = api.calls.filter(
    (it) => /^editMessageText$/i.test(it.method) && it.message?.message_id === answer.message_id,
  )
  expect(edits).toEqual([])
})

test('nobody is asked where nothing is found', async () => {
  const before = server.requests.length
  await say(api, lina, 'what did Ulfat Bint Nowhere say')
  await say(api, lina, 'what did Hazim al-Zumurrudi say')
  expect((await app.queue.counts()).waiting).toBe(0)
  expect(server.requests.length).toBe(before)
})
