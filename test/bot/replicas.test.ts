// Several processes behind one webhook: each receives whatever comes to it, and a chat's updates keep their order among them all.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { Telegraf } from 'telegraf'
import type { Update } from 'telegraf/types'
import { z } from 'zod'
import { createInbox } from '../../src/bot/inbox.ts'
import { receiveUpdate } from '../../src/bot/store.ts'
import { Sender } from '../../src/delivery/sender.ts'
import { useApp, withoutWaiting } from '../support/khabar.ts'
import { leftUpdate, waitingUpdates } from '../support/updates.ts'

const app = await useApp()
const token = '7000000001:test-token-of-replicas'
const waitMs = { timeout: 20_000, interval: 20 }

type Handled = { by: string; chat: number; update: number }
let handled: Handled[] = []
let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing) await close()
  handled = []
  closing = []
  await app.db.script('truncate updates, lanes')
})

const message = (update_id: number, chat: number): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 0,
    text: 'x',
    chat: { id: chat, type: 'private', first_name: 'x' },
    from: { id: chat, is_bot: false, first_name: 'x' },
  },
})

/** A process's inbox, whose bot takes its time and writes down what it did. */
async function replica(by: string, handle: (update: Update) => Promise<void> = () => sleep(5)) {
  const bot = new Telegraf(token)
  const sender = new Sender(token, 'http://127.0.0.1:1', {
    pace: withoutWaiting(),
    log: app.log,
    onGone: async () => {},
  })
  bot.handleUpdate = async (update) => {
    await handle(update)
    handled.push({ by, chat: 'message' in update ? update.message.chat.id : 0, update: update.update_id })
  }
  const stopping = new AbortController()
  const inbox = createInbox({ bot, sender, db: app.db, server: 'telegram', log: app.log }, stopping.signal)
  await inbox.open()
  closing.push(async () => {
    stopping.abort()
    await inbox.drained()
  })
  return inbox
}

const Lanes = z.object({ lanes: z.number() })
const lanes = async () => (await app.db.first(Lanes)`select count(*)::int as lanes from lanes`)?.lanes

test('three processes handle each update once, a chat’s in their order, and keep no lane', async () => {
  const inboxes = await Promise.all(['a', 'b', 'c'].map((name) => replica(name)))
  const chats = 20
  const updates = 600
  // A proxy gives each next one to whom it likes; a chat's own come one after another.
  await Promise.all(
    Array.from({ length: chats }, async (_, chat) => {
      for (let number = chat; number < updates; number += chats)
        await inboxes[(number * 7 + chat) % inboxes.length]?.receive(message(number + 1, chat + 1))
    }),
  )
  await vi.waitFor(() => expect(handled).toHaveLength(updates), waitMs)
  expect(new Set(handled.map((it) => it.update)).size).toBe(updates)
  for (let chat = 1; chat <= chats; chat++) {
    const own = handled.filter((it) => it.chat === chat).map((it) => it.update)
    expect(own).toEqual(own.toSorted((a, b) => a - b))
  }
  expect(new Set(handled.map((it) => it.by))).toEqual(new Set(['a', 'b', 'c']))
  await vi.waitFor(async () => expect(await lanes()).toBe(0), waitMs)
})

test('what comes twice, to two processes, is handled once', async () => {
  const [first, second] = [await replica('a'), await replica('b')]
  await Promise.all([first.receive(message(1, 1)), second.receive(message(1, 1))])
  await second.receive(message(1, 1))
  await vi.waitFor(async () => expect(await lanes()).toBe(0), waitMs)
  expect(handled).toHaveLength(1)
})

test('a chat that another live process has in hand is left to it', async () => {
  const living = { server: 'telegram', holder: randomUUID() } as const
  await receiveUpdate(app.db, living, '1', message(1, 1))
  const inbox = await replica('a')
  await inbox.receive(message(2, 1))
  await inbox.receive(message(3, 2))
  await vi.waitFor(() => expect(handled.map((it) => it.update)).toEqual([3]), waitMs)
  await sleep(300)
  expect(handled).toHaveLength(1)
})

test('what a process dies over goes to another, with all that came for that chat since, in order', async () => {
  const inbox = await replica('a')
  await leftUpdate(app.db, message(1, 1))
  await inbox.receive(message(2, 1))
  await inbox.receive(message(3, 1))
  expect(handled).toEqual([])
  await vi.waitFor(() => expect(handled.map((it) => it.update)).toEqual([1, 2, 3]), waitMs)
})

test('an update that fails stops neither its chat nor the process, and is tried again at a start', async () => {
  let isBroken = true
  const handle = async (update: Update) => {
    if (isBroken && update.update_id === 1) throw new Error('of our own making')
  }
  const inbox = await replica('a', handle)
  for (const number of [1, 2, 3]) await inbox.receive(message(number, 1))
  await vi.waitFor(async () => expect(await lanes()).toBe(0), waitMs)
  expect(handled.map((it) => it.update)).toEqual([2, 3])
  expect(await waitingUpdates(app.db)).toEqual([{ updateId: 1 }])
  isBroken = false
  await replica('b', handle)
  await vi.waitFor(() => expect(handled.map((it) => it.update)).toEqual([2, 3, 1]), waitMs)
})

test('a process that goes on working at one update for long keeps its chat', async () => {
  const slow = await replica('slow', () => sleep(8_000))
  const other = await replica('other')
  await slow.receive(message(1, 1))
  await other.receive(message(2, 1))
  await vi.waitFor(() => expect(handled).toHaveLength(2), { timeout: 25_000, interval: 50 })
  expect(handled.map(({ by, update }) => `${by} ${update}`)).toEqual(['slow 1', 'slow 2'])
}, 30_000)

test('more chats than may wait at once are taken up at a start, each once', async () => {
  const chats = 5_200
  await app.db.write`
    insert into updates (server, update_id, lane, payload)
    select 'telegram', n, n::text, jsonb_build_object('update_id', n, 'message', jsonb_build_object('chat', jsonb_build_object('id', n)))
    from generate_series(1, ${chats}) n`
  await replica('a', async () => {})
  await vi.waitFor(() => expect(handled.length).toBeGreaterThanOrEqual(chats), {
    timeout: 60_000,
    interval: 100,
  })
  await vi.waitFor(async () => expect(await lanes()).toBe(0), waitMs)
  expect(handled).toHaveLength(chats)
}, 90_000)
