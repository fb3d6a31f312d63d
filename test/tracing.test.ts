// Spans as an OpenTelemetry SDK gets them: what was done, and no word of what was said.

import { type Attributes, type Span, trace, type Tracer } from '@opentelemetry/api'
import { afterAll, expect, test } from 'vitest'
import { traced } from '../src/tracing.ts'
import { harbour } from './support/articles.ts'
import { say, store, useApp, useBot } from './support/khabar.ts'

type Kept = { name: string; attributes: Attributes; ended: boolean; failed: boolean }
const spans: Kept[] = []

/** As much of an SDK as keeps what it is given. */
const tracer: Tracer = {
  startSpan: () => trace.wrapSpanContext({ traceId: '', spanId: '', traceFlags: 0 }),
  startActiveSpan: (name: string, ...rest: unknown[]) => {
    const work = rest.at(-1)
    const options = rest.length > 1 ? rest[0] : {}
    const given =
      typeof options === 'object' && options !== null && 'attributes' in options ? options.attributes : {}
    const kept: Kept = {
      name,
      attributes: { ...(typeof given === 'object' ? given : {}) },
      ended: false,
      failed: false,
    }
    spans.push(kept)
    const span = {
      ...trace.wrapSpanContext({ traceId: '', spanId: '', traceFlags: 0 }),
      setStatus: () => void (kept.failed = true),
      setAttribute: (attribute: string, value: string) => void (kept.attributes[attribute] = value),
      end: () => void (kept.ended = true),
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the overloads of the API say less than we know here
    return (work as (it: Span) => never)(span as unknown as Span)
  },
}
trace.setGlobalTracerProvider({ getTracer: () => tracer })
afterAll(() => trace.disable())

test('a question is a span, the call that answers it another, and neither holds a word of it', async () => {
  const app = await useApp()
  const { api } = await useBot(app)
  const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
  await store(app, harbour)
  await say(api, lina, 'what did al-Zumurrudi say')
  await expect.poll(() => spans.filter((it) => it.ended).map((it) => it.name)).toContain('update message')
  expect(spans.map((it) => it.name)).toContain('telegram sendMessage')
  expect(JSON.stringify(spans)).not.toMatch(/Zumurrudi|Lina|الزمردي/)
})

test('what fails is said to have failed, and not with its words', async () => {
  const failing = traced('job none', { 'khabar.tries': 1 }, () =>
    Promise.reject(new TypeError('of somebody')),
  )
  await expect(failing).rejects.toThrow('of somebody')
  expect(spans.at(-1)).toMatchObject({
    name: 'job none',
    ended: true,
    failed: true,
    attributes: { 'khabar.tries': 1, 'error.type': 'TypeError' },
  })
  expect(JSON.stringify(spans)).not.toContain('of somebody')
})
