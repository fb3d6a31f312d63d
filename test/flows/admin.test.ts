// What admins run from the chat: reading sources again with an account of it, the sources, the queue and its dead. Others learn nothing.

import { localDate } from '../../src/subscriptions/due.ts'
import { reserve, settle } from '../../src/budget/store.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startDelivery, startWorker } from '../../jobs/worker.ts'
import { addSource } from '../../src/sources/store.ts'
import { adminId, nextMessage, read, say, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp({ ADMIN_IDS: `${adminId},79` })
const { api, sender } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
/** Another admin: the edits of a reload go to whoever asked for it. */
const second = api.user({ id: 79, first_name: 'Second', language_code: 'en' })
const mudir = api.user({ id: 78, first_name: 'مدير', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

const folder = await mkdtemp(path.join(tmpdir(), 'khabar-admin-'))
afterAll(() => rm(folder, { recursive: true }))

const ferry = `Ferry line reopens

The harbour master of Wadi al-Samar, Huda al-Barqawi, said on Sunday that the ferry would sail again.`

test('without a source there is nothing to read, and the message says how to add one', async () => {
  expect(read(await say(api, admin, '/reload'))).toContain('No source is configured')
  expect(read(await say(api, admin, '/sources'))).toContain('No source is configured')
})

test('a reload tells how far it has come and closes with an account of every article', async () => {
  await writeFile(path.join(folder, 'ferry.txt'), ferry)
  await writeFile(path.join(folder, 'empty.txt'), '')
  await addSource(app.db, { address: folder })
  await addSource(app.db, { address: path.join(folder, 'missing') })
  const begun = await say(api, admin, '/reload')
  expect(read(begun)).toContain('Reading 2 sources again: 0 of 2 done')

  const worker = await startWorker(app, 2)
  const delivery = await startDelivery(app, 'telegram', sender)
  try {
    await expect
      .poll(() => lastText(begun.message_id), { timeout: 10_000 })
      .toMatch(/^2 sources read again in \d+ s/)
  } finally {
    await worker.close()
    await delivery.close()
  }
  const told = lastText(begun.message_id)
  expect(told).toContain('Articles: 1 new, 0 changed, 0 duplicate, 2 failed')
  expect(told).toContain('empty.txt')
  expect(told).toContain('missing')
})

test('one source is read by a part of its name, and an unknown one is named', async () => {
  expect(read(await say(api, second, '/reload missing'))).toContain('Reading 1 source again')
  expect(read(await say(api, second, '/reload nowhere'))).toContain('No source is called “nowhere”')
})

test('the sources are listed with how their last reading went', async () => {
  const list = read(await say(api, second, '/sources'))
  expect(list).toContain('2 sources read again by /reload')
  expect(list).toContain(folder)
})

test('the queue shows what died of what, and tries it again at a tap', async () => {
  await app.enqueue('summarize', { revisionId: 999_999 }, 'dies')
  await dieOf('the model is gone')
  const screen = await say(api, second, '/queue')
  expect(read(screen)).toMatch(/1 dead\n• summarize-dies, after 1 tries: the model is gone/)
  const after = await tap(api, second, screen, 'Try the dead job again')
  expect(read(after)).toContain('1 put back on the queue')
  expect(read(after)).toMatch(/0 dead/)
})

test('the budget tells what the model has cost by day, purpose and model', async () => {
  const day = localDate('UTC', new Date())
  const id = await reserve(
    app.db,
    { day, purpose: 'summary', model: 'sail-1', most: { tokens: 9_000, money: 1 }, asker: null },
    { perDay: { tokens: 0, money: 0 }, tokensPerAsker: 0, shareForQuestions: 0 },
  )
  const usage = { calls: 2, inputTokens: 1_200, cachedTokens: 0, outputTokens: 300 }
  await settle(app.db, id ?? 0, usage, 0.25)
  const told = read(await say(api, second, '/budget'))
  expect(told).toContain('Today: 1500 tokens, no limit (MODEL_TOKENS_PER_DAY)')
  expect(told).toContain(`• ${day}, summaries, sail-1: 2 calls, 1500 tokens, 0.25`)
})

test.each(['/sources', '/queue', '/reload', '/stats', '/budget'])(
  '%s is unknown to everybody else',
  async (command) => {
    expect(read(await say(api, lina, command))).toBe(read(await say(api, lina, '/nosuchcommand')))
    expect(read(await say(api, mudir, command))).toBe(read(await say(api, mudir, '/nosuchcommand')))
  },
)

test('a button of the queue does nothing for who is no admin any more', async () => {
  await say(api, lina, '/language')
  await sender.sendMessage(lina.id, 'The queue', {
    reply_markup: { inline_keyboard: [[{ text: 'Retry', callback_data: 'retry' }]] },
  })
  const screen = await nextMessage(api, lina.id)
  const before = api.calls.length
  api.tap(lina, screen, 'Retry')
  await say(api, lina, '/help')
  const methods = api.calls.slice(before).map((it) => it.method.toLowerCase())
  expect(methods).toContain('answercallbackquery')
  expect(methods).not.toContain('editmessagetext')
})

const lastText = (messageId: number): string =>
  api.calls
    .filter((it) => it.message?.message_id === messageId && it.message.chat.id === admin.id)
    .map((it) => (it.message ? read(it.message) : ''))
    .at(-1) ?? ''

/** Takes the waiting job as a worker would, and lets it die for good. */
async function dieOf(reason: string): Promise<void> {
  const { UnrecoverableError, Worker } = await import('bullmq')
  const { workQueueName } = await import('../../src/queue.ts')
  const worker = new Worker<unknown, void>(
    workQueueName,
    async (job) => {
      if (job.name === 'summarize') throw new UnrecoverableError(reason)
    },
    { connection: app.queue.connection },
  )
  try {
    await expect.poll(async () => (await app.queue.counts()).failed, { timeout: 10_000 }).toBe(1)
  } finally {
    await worker.close()
  }
}
