import { describe, expect, onTestFinished, test } from 'vitest'
import { createLlm } from '../../src/llm/client.ts'
import type { LlmError } from '../../src/llm/failure.ts'
import { type Step, refuses, says, startModelServer } from '../support/model-server.ts'
import { Ship, dove, serve } from './ships.ts'

describe('failures', () => {
  const cases: [string, Step, Partial<LlmError>][] = [
    ['a refusal', says(null, { refusal: 'I can not.' }), { kind: 'refused', permanent: true }],
    ['a content filter', says('', { finish: 'content_filter' }), { kind: 'refused', permanent: true }],
    [
      'a filter that answers 400',
      refuses(400, { error: { code: 'content_filter', message: 'blocked' } }),
      { kind: 'refused' },
    ],
    ['a wrong key', refuses(401, { error: { message: 'bad key' } }), { kind: 'auth', permanent: false }],
    [
      'an unknown model',
      refuses(404, { error: { message: 'no such model' } }),
      { kind: 'bad_request', permanent: false },
    ],
    [
      'a context that is too small',
      refuses(400, { error: { message: "This model's maximum context length is 8192 tokens" } }),
      { kind: 'context_too_long', permanent: true },
    ],
    [
      'Retry-After in seconds',
      refuses(429, { error: { message: 'slow' } }, { 'retry-after': '120' }),
      { kind: 'rate_limited', permanent: false, retryAfterMs: 120_000 },
    ],
    [
      'a wait in the words (Groq)',
      refuses(429, { error: { message: 'Rate limit reached. Please try again in 1m12.5s.' } }),
      { retryAfterMs: 72_500 },
    ],
    [
      'a wait in milliseconds (OpenAI)',
      refuses(429, { error: { message: 'Please try again in 320ms.' } }),
      { retryAfterMs: 320 },
    ],
    [
      'a wait in the body (Gemini)',
      refuses(429, [{ error: { code: 429, details: [{ retryDelay: '33s' }] } }]),
      { retryAfterMs: 33_000 },
    ],
    [
      'spent money',
      refuses(429, { error: { message: 'x', code: 'insufficient_quota' } }),
      { kind: 'quota', permanent: false },
    ],
    ['spent credits', refuses(402, { error: { message: 'Payment required' } }), { kind: 'quota' }],
    [
      'a failure inside a success (OpenRouter)',
      { body: { error: { code: 502, message: 'upstream' } } },
      { kind: 'unavailable', message: 'upstream' },
    ],
    [
      'a rate limit inside a success',
      { body: { error: { code: 429, message: 'busy' } } },
      { kind: 'rate_limited' },
    ],
    [
      'a page instead of an answer',
      { raw: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } },
      { kind: 'unavailable' },
    ],
    ['broken JSON', { raw: '{"choices": [' }, { kind: 'unavailable' }],
    [
      'a server in trouble',
      refuses(503, { error: { message: 'overloaded' } }, { 'retry-after': '7' }),
      { kind: 'unavailable', permanent: false, retryAfterMs: 7_000, isUsageKnown: true },
    ],
    // What it answered, and what that cost, nobody here knows.
    ['silence', { trouble: 'hang' }, { kind: 'unavailable', isUsageKnown: false }],
    ['a body that stalls', { trouble: 'stall' }, { kind: 'unavailable', isUsageKnown: false }],
    ['a dropped connection', { trouble: 'destroy' }, { kind: 'unavailable', isUsageKnown: false }],
  ]
  test.each(cases)('%s', async (_, step, expected) => {
    const { fails, requests } = await serve(step)
    expect(await fails()).toMatchObject(expected)
    expect(requests).toHaveLength(1)
  })

  test('nobody at the address', async () => {
    const { baseURL, close } = await startModelServer([])
    await close()
    const llm = createLlm({ baseURL, name: 'sail-1' })
    const error = llm.complete({ name: 'x', schema: Ship, system: '', user: '', maxOutputTokens: 10 })
    await expect(error).rejects.toMatchObject({ kind: 'unavailable', isUsageKnown: true })
  })

  test('Retry-After as a date', async () => {
    const { fails } = await serve(
      refuses(429, {}, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }),
    )
    expect((await fails()).retryAfterMs).toBeGreaterThan(80_000)
  })

  test('a prompt that the server cut in silence', async () => {
    const { fails } = await serve(says(dove, { promptTokens: 400 }))
    const error = await fails({ user: 'word '.repeat(2_000) })
    expect(error.kind).toBe('prompt_cut')
    expect(error.message).toContain('OLLAMA_CONTEXT_LENGTH')
  })

  test('the caller can give up', async () => {
    const { fails } = await serve({ trouble: 'hang' })
    expect((await fails({ signal: AbortSignal.timeout(50) })).kind).toBe('aborted')
  })

  test('a server that refuses every form is not asked for ever', async () => {
    const script = Array.from({ length: 20 }, () =>
      refuses(400, {
        error: { message: 'temperature reasoning_effort store max_tokens response_format schema' },
      }),
    )
    const { fails, requests } = await serve(...script)
    expect((await fails()).kind).toBe('bad_request')
    expect(requests.length).toBeLessThanOrEqual(10)
  })

  test('a local server needs no key', async () => {
    const server = await startModelServer([says(dove)])
    onTestFinished(server.close)
    const llm = createLlm({ baseURL: server.baseURL, name: 'local' })
    const { value } = await llm.complete({
      name: 'ship',
      schema: Ship,
      system: 's',
      user: 'u',
      maxOutputTokens: 9,
    })
    expect(value).toEqual(dove)
  })
})
