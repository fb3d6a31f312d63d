// Who is told to wait makes everybody wait, and no longer than it takes.

import { describe, expect, test } from 'vitest'
import { LlmError, type LlmFailure, type Usage } from '../../src/llm/failure.ts'
import { Gate } from '../../src/llm/gate.ts'

const usage: Usage = { calls: 1, inputTokens: 1, cachedTokens: 0, outputTokens: 1, reasoningTokens: 0 }

/** A server that answers or fails as the list says, then answers; time is the test's. */
function scripted(
  script: (LlmFailure | { kind: LlmFailure; retryAfterMs: number } | 'ok')[],
  concurrency = 8,
) {
  const clock = { ms: 1_000_000 }
  const changes: boolean[] = []
  let calls = 0
  const gate = new Gate({ concurrency, now: () => clock.ms, onChange: ({ open }) => changes.push(open) })
  const request = async () => {
    const step = script[calls++] ?? 'ok'
    if (step === 'ok') return step
    const { kind, retryAfterMs } = typeof step === 'string' ? { kind: step, retryAfterMs: undefined } : step
    throw new LlmError(kind, kind, { usage, retryAfterMs })
  }
  const outcome = () =>
    gate.pass(request).catch((error: unknown) => (error instanceof LlmError ? error : String(error)))
  return { clock, changes, outcome, asked: () => calls }
}

describe('after a 429', () => {
  test('nobody is asked for as long as the server says, and each is told how long that is', async () => {
    const { clock, outcome, asked } = scripted([{ kind: 'rate_limited', retryAfterMs: 30_000 }])
    expect(await outcome()).toMatchObject({ kind: 'rate_limited' })
    clock.ms += 10_000
    expect(await outcome()).toMatchObject({ kind: 'rate_limited', retryAfterMs: 20_000 })
    expect(asked()).toBe(1)
    clock.ms += 20_001
    expect(await outcome()).toBe('ok')
    expect(asked()).toBe(2)
  })

  test('a server that does not say for how long is left alone for a while too', async () => {
    const { clock, outcome, asked } = scripted(['rate_limited'])
    await outcome()
    expect(await outcome()).toBeInstanceOf(LlmError)
    clock.ms += 60_000
    expect(await outcome()).toBe('ok')
    expect(asked()).toBe(2)
  })
})

describe.each(['auth', 'quota'] as const)('trouble with %s', (kind) => {
  test('shuts the gate for longer each time that a single call finds it still there, and is told once', async () => {
    const { clock, changes, outcome, asked } = scripted([kind, kind, 'ok'])
    await outcome()
    await outcome()
    expect([asked(), changes]).toEqual([1, [false]])
    clock.ms += 60_001
    expect(await outcome()).toMatchObject({ kind })
    clock.ms += 60_001
    expect(await outcome()).toMatchObject({ kind })
    expect([asked(), changes]).toEqual([2, [false]])
    clock.ms += 60_001
    expect(await outcome()).toBe('ok')
    expect(await outcome()).toBe('ok')
    expect([asked(), changes]).toEqual([4, [false, true]])
  })
})

test('an answer to a call that was under way when the key failed does not open the gate', async () => {
  const changes: boolean[] = []
  const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>()
  let calls = 0
  const gate = new Gate({ concurrency: 4, now: () => 0, onChange: ({ open }) => changes.push(open) })
  const request = async () => {
    if (++calls > 1) throw new LlmError('auth', 'no such key', { usage })
    await answered
  }
  const slow = gate.pass(request)
  await expect(gate.pass(request)).rejects.toThrow('no such key')
  answer(undefined)
  await slow
  await expect(gate.pass(request)).rejects.toThrow('left alone')
  expect(() => {
    gate.throwIfShut()
  }).toThrow('left alone')
  expect([calls, changes]).toEqual([2, [false]])
})

test('other failures shut nothing', async () => {
  const { outcome, asked } = scripted(['unavailable', 'refused', 'unfaithful', 'ok'])
  for (let i = 0; i < 4; i++) await outcome()
  expect(asked()).toBe(4)
})

test('no more are asked at once than allowed, and half as many after a 429', async () => {
  let [active, most] = [0, 0]
  let limited = false
  const clock = { ms: 0 }
  const gate = new Gate({ concurrency: 4, now: () => clock.ms })
  const request = async () => {
    most = Math.max(most, ++active)
    await new Promise((resolve) => setTimeout(resolve, 5))
    active--
    if (limited) throw new LlmError('rate_limited', 'wait', { usage, retryAfterMs: 1 })
  }
  const many = () => Promise.allSettled(Array.from({ length: 20 }, () => gate.pass(request)))
  const all = await many()
  expect([most, all.filter((it) => it.status === 'fulfilled').length]).toEqual([4, 20])
  limited = true
  await Promise.allSettled([gate.pass(request)])
  limited = false
  clock.ms += 1_000
  most = 0
  await Promise.all(Array.from({ length: 2 }, () => gate.pass(request)))
  expect(most).toBe(2)
  await many()
  expect(most).toBeLessThanOrEqual(4)
})
