// One process a duty, all on one database: a sender alone sends, a scheduler alone keeps what recurs going, and neither does the other's work.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import { addBroadcast, beginBroadcast } from '../../src/broadcasts/store.ts'
import { meetChat } from '../../src/chats/store.ts'
import { readConfig } from '../../src/config.ts'
import { createBotApi } from '../../src/playground/bot-api.ts'
import { khabar } from '../support/process.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'khabar-roles-'))
chmodSync(dataDir, 0o755)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const token = '7000000001:test-token'
const api = createBotApi({ token })
const { apiRoot, close } = await api.listen()
afterAll(close)
const settings = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }
const lina = api.user({ id: 61, first_name: 'Lina' })
const key = { server: 'telegram', chatId: lina.id } as const

test('a sender alone sends what waits, and asks for no updates', async () => {
  const app = await openApp(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings }, dataDir))
  await meetChat(app.db, key, { kind: 'private', title: null })
  const id = await addBroadcast(app.db, key, { language: 'en', arabic: null, english: 'From a sender.' })
  await beginBroadcast(app.db, id, null)
  await app.enqueue('broadcast', { server: 'telegram', broadcastId: id }, String(id))
  const senders = [
    khabar(dataDir, ['start', 'deliver'], settings),
    khabar(dataDir, ['start', 'deliver'], settings),
  ]
  const { message } = await api.waitFor(({ method }) => method === 'sendMessage', 60_000)
  expect(message?.text).toBe('From a sender.')
  for (const sender of senders) sender.signal('SIGTERM')
  expect(await Promise.all(senders.map((it) => it.ended))).toEqual([0, 0])
  expect(api.messagesOf(lina.id)).toHaveLength(1)
  await expect(api.waitFor(({ method }) => method === 'getUpdates', 1)).rejects.toThrow('No such call')
  await app.close()
})

test('a scheduler alone queues what recurs and does none of it', async () => {
  const scheduler = khabar(dataDir, ['start', 'scheduler'])
  await scheduler.until(/Ctrl-C stops/)
  const app = await openApp(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, dataDir))
  const { waiting, active, completed } = await app.queue.counts()
  expect(waiting).toBeGreaterThanOrEqual(6)
  expect({ active, completed }).toEqual({ active: 0, completed: 1 })
  scheduler.signal('SIGTERM')
  expect(await scheduler.ended).toBe(0)
  await app.close()
})

test.each([
  [['start', 'deliver'], 'set TELEGRAM_BOT_TOKEN'],
  [['start', 'typist'], 'Usage: khabar start [bot|worker|deliver|scheduler]'],
  [['start', 'bot', 'worker'], 'Usage: khabar start'],
])('%j is refused with a line', async (words, line) => {
  const refused = khabar(dataDir, words)
  expect(await refused.ended).toBe(2)
  expect(refused.stderr()).toContain(line)
})
