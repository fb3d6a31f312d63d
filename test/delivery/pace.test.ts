import { expect, test } from 'vitest'
import { createPace } from '../../src/delivery/pace.ts'

/** A clock that moves only when somebody sleeps; it wakes sleepers in order. */
function fakeClock() {
  let now = 0
  const sleepers: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: now + ms, wake })),
    async run() {
      for (;;) {
        await new Promise(setImmediate)
        sleepers.sort((a, b) => a.at - b.at)
        const next = sleepers.shift()
        if (!next) return
        now = Math.max(now, next.at)
        next.wake()
      }
    },
  }
}

async function sendTimes(chats: number[]): Promise<number[]> {
  const clock = fakeClock()
  const pace = createPace(clock)
  const times: number[] = []
  const all = chats.map((chat) => pace.turn(chat).then(() => times.push(clock.now())))
  await clock.run()
  await Promise.all(all)
  return times
}

const mostWithin = (times: number[], windowMs: number) =>
  Math.max(...times.map((start) => times.filter((it) => it >= start && it < start + windowMs).length))

test('150 messages to different chats never leave faster than 30 a second', async () => {
  const times = await sendTimes(Array.from({ length: 150 }, (_, chat) => chat + 1))
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(30)
  expect(Math.max(...times)).toBeLessThan(6_000)
})

test('one chat gets a short burst and then a message a second', async () => {
  const times = await sendTimes(Array.from({ length: 10 }, () => 5))
  expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(4)
  expect(Math.max(...times)).toBeGreaterThanOrEqual(7_000)
})

test('a group never gets more than 20 messages a minute, its burst included', async () => {
  const times = await sendTimes(Array.from({ length: 60 }, () => -100))
  expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20)
})

test('when Telegram asks to wait, nothing leaves before', async () => {
  const clock = fakeClock()
  const pace = createPace(clock)
  pace.hold(7_000)
  const done = pace.turn(1).then(() => clock.now())
  await clock.run()
  expect(await done).toBeGreaterThanOrEqual(7_000)
})
