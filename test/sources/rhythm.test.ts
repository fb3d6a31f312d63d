import { expect, test } from 'vitest'
import { nextReading } from '../../src/sources/rhythm.ts'

const minute = 60_000
const day = 24 * 60 * minute
const next = (reading: Partial<Parameters<typeof nextReading>[0]>, random = 0) =>
  nextReading({ everyMinutes: 30, failures: 0, ...reading }, random)

test('a source is read in its own rhythm, later where its server calls the answer fresh, but not for half a day', () => {
  expect(next({})).toEqual({ waitMs: 30 * minute, pause: false })
  expect(next({ freshForMs: 5 * minute }).waitMs).toBe(30 * minute)
  expect(next({ freshForMs: 120 * minute }).waitMs).toBe(120 * minute)
  expect(next({ freshForMs: 12 * 60 * minute }).waitMs).toBe(6 * 60 * minute)
})

test('each failure doubles the wait, up to a day', () => {
  const waits = [1, 2, 3, 6, 11].map((failures) => next({ failures }).waitMs)
  expect(waits).toEqual([60 * minute, 120 * minute, 240 * minute, day, day])
})

test('what a server asks for is kept to, beyond a day too', () => {
  expect(next({ failures: 1, retryAfterMs: 3 * day }).waitMs).toBe(3 * day)
})

test('after a dozen failures, or when it is gone for good, it is left alone', () => {
  expect(next({ failures: 11 }).pause).toBe(false)
  expect(next({ failures: 12 }).pause).toBe(true)
  expect(next({ failures: 1, gone: true }).pause).toBe(true)
})

test('sources that were added together drift apart', () => {
  expect(next({}, 1).waitMs).toBe(33 * minute)
})
