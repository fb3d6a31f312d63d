// How fast messages leave, from one process and from several that share a database.

import { beforeEach, expect, test } from 'vitest'
import { createPace, type Lane } from '../../src/delivery/pace.ts'
import type { Db } from '../../src/database/database.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()
beforeEach(() => db.write`delete from paces`)

const begin = Date.parse('2026-11-26T08:00:00Z')

/** A clock that moves only when the database has nothing to do: then the first sleeper wakes. */
function fakeClock() {
  const state = { now: begin, asked: 0, isDone: false }
  const sleepers: { at: number; wake: () => void }[] = []
  const counted = <Result>(work: Promise<Result>): Promise<Result> => {
    state.asked++
    return work.finally(() => state.asked--)
  }
  const counting: Db = {
    ...db,
    first:
      (row) =>
      (text, ...values) =>
        counted(db.first(row)(text, ...values)),
    write: (text, ...values) => counted(db.write(text, ...values)),
  }
  const clock = {
    now: () => new Date(state.now),
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: state.now + ms, wake })),
  }
  return {
    pace: () => createPace(counting, 'telegram', clock),
    ms: (): number => state.now - begin,
    /** Runs works side by side to their end. */
    run: async (works: (() => Promise<void>)[]): Promise<void> => {
      const all = Promise.all(works.map((it) => it())).finally(() => (state.isDone = true))
      while (!state.isDone) {
        await new Promise((resolve) => setImmediate(resolve))
        await new Promise((resolve) => setImmediate(resolve))
        if (state.asked > 0) continue
        sleepers.sort((one, other) => one.at - other.at)
        const next = sleepers.shift()
        if (!next) continue
        state.now = Math.max(state.now, next.at)
        next.wake()
      }
      await all
    },
  }
}

type Wish = { chat: number; lane?: Lane; process?: number }

/** When each message leaves, in milliseconds from the start, in the order of the wishes. */
async function sendTimes(wishes: Wish[]): Promise<number[]> {
  const { pace, ms, run } = fakeClock()
  const paces = [0, 1, 2].map(() => pace())
  const times: number[] = []
  await run(
    wishes.map(({ chat, lane = 'answer', process = 0 }, index) => async () => {
      await paces[process]?.turn(chat, lane)
      times[index] = ms()
    }),
  )
  return times
}

const many = (count: number, wish: (index: number) => Wish): Wish[] =>
  Array.from({ length: count }, (_, index) => wish(index))

const mostWithin = (times: number[], windowMs: number) =>
  Math.max(...times.map((start) => times.filter((it) => it >= start && it < start + windowMs).length))

test.each([
  ['answers of one process', (index: number): Wish => ({ chat: index + 1 })],
  ['answers of three processes', (index: number): Wish => ({ chat: index + 1, process: index % 3 })],
  [
    'digests of three processes',
    (index: number): Wish => ({ chat: index + 1, process: index % 3, lane: 'bulk' }),
  ],
])('150 %s never leave faster than 30 a second, nor much slower', async (_, wish) => {
  const times = await sendTimes(many(150, wish))
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(30)
  expect(Math.max(...times)).toBeLessThan(6_000)
})

test('an answer goes before the digests that were there first', async () => {
  const times = await sendTimes([
    ...many(60, (index) => ({ chat: index + 1, lane: 'bulk', process: index % 3 })),
    { chat: 900 },
    { chat: 901 },
  ])
  expect(Math.max(...times.slice(60))).toBeLessThan(300)
  expect(Math.max(...times.slice(0, 60))).toBeGreaterThan(1_500)
})

test('one chat gets a short burst and then a message a second, whoever sends', async () => {
  const times = await sendTimes(many(10, (index) => ({ chat: 5, process: index % 3 })))
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(4)
  expect(Math.max(...times)).toBeGreaterThanOrEqual(7_000)
})

test('a group never gets more than 20 messages a minute, its burst included', async () => {
  const times = await sendTimes(many(60, (index) => ({ chat: -100, process: index % 3 })))
  expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20)
})

test('messages to one chat that wait keep nobody else waiting', async () => {
  const times = await sendTimes([...many(20, () => ({ chat: -100 })), { chat: 7 }])
  expect(times.at(-1)).toBeLessThan(1_000)
})

test.each([
  ['a private chat', 1, 2],
  ['no chat', undefined, 1],
  ['a group', -100, -100],
])('when Telegram asks to wait over %s, nothing leaves before, from no process', async (_, held, chat) => {
  const { pace, ms, run } = fakeClock()
  await pace().hold(held, 7_000)
  await run([() => pace().turn(chat, 'answer')])
  expect(ms()).toBeGreaterThanOrEqual(7_000)
})

test('a group that has had too much keeps nobody else waiting', async () => {
  const { pace, ms, run } = fakeClock()
  await pace().hold(-100, 60_000)
  await run([() => pace().turn(5, 'answer')])
  expect(ms()).toBeLessThan(1_000)
})

test('a clock of another day in one process moves nobody’s turns', async () => {
  await createPace(db, 'telegram').turn(1, 'answer')
  await createPace(db, 'playground').turn(1, 'answer')
  const rows = await db.write`select from paces where ready_at < now() + interval '1 minute'`
  expect(rows).toBe(4)
})
