// A message of the admins' to every chat: seen before it goes, sent once to each, told of while it runs, stopped by a tap.

import { expect, onTestFinished, test } from 'vitest'
import { broadcast } from '../../jobs/broadcast.ts'
import { sweep } from '../../jobs/sweep.ts'
import { startDelivery } from '../../jobs/worker.ts'
import { retireChat } from '../../src/chats/store.ts'
import { claimReceiver, countReached, findBroadcast } from '../../src/broadcasts/store.ts'
import type { Message } from '../../src/playground/message.ts'
import { adminId, labels, nextMessage, read, say, tap, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api, sender } = await useBot(app)
const admin = api.user({ id: adminId, first_name: 'Ada', language_code: 'en' })
const lina = api.user({ id: 41, first_name: 'Lina', language_code: 'en' })
const omar = api.user({ id: 42, first_name: 'عمر', language_code: 'ar' })
const sami = api.user({ id: 43, first_name: 'Sami', language_code: 'en' })
for (const user of [lina, omar, sami]) await say(api, user, '/help')
await tap(api, omar, await say(api, omar, '/language'), 'العربية')

const both = '/broadcast يتوقف «خبر» ساعة مساء الأحد.\n---\nKhabar stops for an hour on Sunday evening.'
const idOf = (message: Message): number =>
  Number(/^sendall:(\d+)/.exec(message.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '')?.[1])
const sendButton = (preview: Message): string => labels(preview)[0]?.[0] ?? ''
/** What the admin reads next that begins so: the admin is told as every reader is, in between. */
async function toAdmin(beginning: string): Promise<Message> {
  const { message } = await api.waitFor(
    (call) => call.message?.chat.id === admin.id && (call.message.text ?? '').startsWith(beginning),
    10_000,
  )
  if (!message) throw new Error('a message was awaited')
  return message
}
async function write(text: string): Promise<Message> {
  api.say(admin, text)
  return toAdmin('Preview')
}
async function sendIt(preview: Message): Promise<Message> {
  api.tap(admin, preview, sendButton(preview))
  return toAdmin('Broadcast: on its way')
}
const saidTo = (chatId: number) => api.messagesOf(chatId).map(read)
/** How many chats have been told so. */
const heard = (text: string): number =>
  [41, 42, 43, 44, adminId].filter((chatId) => saidTo(chatId).includes(text)).length

test('it is shown first, and goes to each chat in its own language once it is sent', async () => {
  const preview = await write(both)
  expect(read(preview)).toContain('Preview: nothing is sent yet')
  expect(read(preview)).toContain('Chats: 1 in Arabic, 3 in English')
  expect(labels(preview)).toEqual([['Send to 4'], ['Discard']])
  const running = await sendIt(preview)
  expect(read(running)).toMatch(/^Broadcast: on its way\nSent to 0 of 4/)
  await retireChat(app.db, { server: 'telegram', chatId: sami.id }, 'blocked')
  const delivery = await startDelivery(app, 'telegram', sender)
  onTestFinished(delivery.close)
  expect(read(await nextMessage(api, omar.id))).toBe('يتوقف «خبر» ساعة مساء الأحد.')
  expect(read(await nextMessage(api, lina.id))).toBe('Khabar stops for an hour on Sunday evening.')
  await toAdmin('Broadcast: sent')
  const told = saidTo(lina.id).filter((it) => it.includes('stops for an hour'))
  expect(told).toHaveLength(1)
  expect(await countReached(app.db, idOf(preview))).toMatchObject({
    failed: 0,
    unknown: 0,
    left: 0,
    reached: 3,
  })
})

test('one who has blocked the bot between the look and the word is counted as not told', async () => {
  await say(api, api.user({ id: 44, first_name: 'Noor', language_code: 'en' }), '/help')
  const preview = await write('/broadcast One text for all.')
  expect(read(preview)).toContain('Readers of the other language get this text too.')
  api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' })
  await sendIt(preview)
  await broadcast(app, sender, { server: 'telegram', broadcastId: idOf(preview) })
  expect(read(await toAdmin('Broadcast: sent'))).toContain('Could not be told (blocked, or gone): 1')
  expect(await countReached(app.db, idOf(preview))).toMatchObject({ failed: 1, reached: 3 })
})

test('what a dead process had in hand is told to nobody twice, and the sweep has the rest sent', async () => {
  const preview = await write('/broadcast After a crash.')
  await sendIt(preview)
  const id = idOf(preview)
  const first = await claimReceiver(app.db, id)
  const queued: unknown[] = []
  await sweep({ ...app, enqueue: async (...job) => void queued.push(job) })
  expect(queued).toContainEqual(['broadcast', { server: 'telegram', broadcastId: id }, String(id)])
  await broadcast(app, sender, { server: 'telegram', broadcastId: id })
  expect(saidTo(first?.chatId ?? 0)).not.toContain('After a crash.')
  expect(await countReached(app.db, id)).toMatchObject({ unknown: 1, reached: 2, left: 0 })
  await broadcast(app, sender, { server: 'telegram', broadcastId: id })
  expect(heard('After a crash.')).toBe(2)
})

test('stopped, it reaches nobody more; discarded, nobody at all', async () => {
  const preview = await write('/broadcast Not for long.')
  await sendIt(preview)
  await claimReceiver(app.db, idOf(preview))
  api.tap(admin, preview, 'Stop')
  await toAdmin('Broadcast: stopped')
  await broadcast(app, sender, { server: 'telegram', broadcastId: idOf(preview) })
  expect(heard('Not for long.')).toBe(0)
  const other = await write('/broadcast Never mind.')
  api.tap(admin, other, 'Discard')
  await toAdmin('Discarded: nothing was sent.')
  expect(heard('Never mind.')).toBe(0)
})

test.each([
  ['/broadcast', 'Send /broadcast and a text'],
  ['/broadcast one\n---\ntwo', 'Send /broadcast and a text'],
  [`/broadcast ${'x'.repeat(3_600)}`, 'At most 3500 characters'],
])('what is %j is told how it is written', async (text, answer) => {
  api.say(admin, text)
  expect(read(await toAdmin('Send /broadcast'))).toContain(answer)
})

test('others learn nothing of it, and a forged button does nothing', async () => {
  expect(read(await say(api, lina, '/broadcast Hello'))).not.toContain('Preview')
  const preview = await write('/broadcast Mine alone.')
  const id = idOf(preview)
  api.tap(lina, preview, `sendall:${id}`)
  await say(api, lina, '/help')
  expect(await findBroadcast(app.db, id)).toMatchObject({ hasBegun: false })
})

test('what admins have done is written down', async () => {
  api.say(admin, '/audit')
  const told = read(await toAdmin('What admins have done'))
  expect(told).toMatch(/77 · broadcast$/m)
  expect(told).toMatch(/77 · broadcast send \d+$/m)
  expect(told).not.toContain('Mine alone')
})
