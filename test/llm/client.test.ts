import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { extractObject, wireSchema } from '../../src/llm/form.ts'
import { type Step, refuses, says } from '../support/model-server.ts'
import { Ship, dove, serve } from './ships.ts'

const fewMasts = ({ masts }: Ship): string[] => (masts > 5 ? [`masts: ${masts} are too many`] : [])

describe('one structured call', () => {
  test('asks for the schema, strictly, and gives the object and what was paid', async () => {
    const { ask, body, requests } = await serve(says(dove, { promptTokens: 2_000, cachedTokens: 1_500 }))
    expect(await ask()).toEqual({
      value: dove,
      model: 'stand-in-1',
      usage: { calls: 1, inputTokens: 2_000, cachedTokens: 1_500, outputTokens: 20, reasoningTokens: 0 },
    })
    expect(body(0)?.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'ship', strict: true, schema: wireSchema(Ship) },
    })
    expect(body(0)).toMatchObject({ model: 'sail-1', max_completion_tokens: 100 })
    expect(requests[0]?.headers.authorization).toBe('Bearer k-1')
    expect(requests[0]?.headers).not.toHaveProperty('openai-organization')
  })

  test('the schema on the wire has no keyword that servers disagree on', () => {
    const schema = z.object({
      a: z.string().min(2).max(5).regex(/x/).nullable(),
      b: z.array(z.int().min(1)).max(3),
      type: z.enum(['q']),
    })
    const sent = JSON.stringify(wireSchema(schema))
    expect(sent).not.toMatch(
      /"(?:minimum|maximum|minItems|maxItems|minLength|maxLength|pattern|format|default|\$schema)"/,
    )
    expect(wireSchema(schema)).toMatchObject({ additionalProperties: false, required: ['a', 'b', 'type'] })
  })

  test('finds the object behind thoughts, in fences and in chatter', () => {
    expect(extractObject('<think>{"a":1}</think> {"b":2}')).toEqual({ b: 2 })
    expect(extractObject('Here:\n```json\n{"x":"}{\\""}\n``` done {"y":1}')).toEqual({ x: '}{"' })
    expect(() => extractObject('{"x":1')).toThrow(SyntaxError)
    expect(() => extractObject('sorry')).toThrow(SyntaxError)
  })
})

/** What each kind of server says to a request that it does not take, and what it is sent next. */
const servers: { server: string; script: Step[]; takes: Record<string, unknown>; without?: string[] }[] = [
  {
    server: 'OpenAI, a reasoning model: no temperature',
    script: [
      refuses(400, {
        error: {
          message: "Unsupported parameter: 'temperature' is not supported with this model.",
          param: 'temperature',
        },
      }),
    ],
    takes: { response_format: { type: 'json_schema' } },
    without: ['temperature'],
  },
  {
    server: 'OpenAI, an older model: effort none is unknown',
    script: [
      refuses(400, {
        error: {
          message: 'Unrecognized request argument supplied: reasoning_effort',
          type: 'invalid_request_error',
        },
      }),
    ],
    takes: { response_format: { type: 'json_schema' }, temperature: 0.2 },
    without: ['reasoning_effort'],
  },
  {
    server: 'Mistral: 422 for several fields at once',
    script: [
      refuses(422, {
        object: 'error',
        message: {
          detail: [
            { type: 'extra_forbidden', loc: ['body', 'max_completion_tokens'] },
            { type: 'extra_forbidden', loc: ['body', 'store'] },
          ],
        },
      }),
    ],
    takes: { max_tokens: 100, response_format: { type: 'json_schema' } },
    without: ['store', 'max_completion_tokens'],
  },
  {
    server: 'Gemini: errors in an array, one field at a time',
    script: ['store', 'reasoning_effort'].map((name) =>
      refuses(400, [
        {
          error: {
            code: 400,
            message: `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`,
          },
        },
      ]),
    ),
    takes: { response_format: { type: 'json_schema' } },
    without: ['store', 'reasoning_effort'],
  },
  {
    server: 'DeepSeek: no json_schema',
    script: [
      refuses(400, {
        error: { message: 'This response_format type is unavailable now', type: 'invalid_request_error' },
      }),
    ],
    takes: { response_format: { type: 'json_object' } },
  },
  {
    server: 'Groq: a model without json_schema',
    script: [
      refuses(400, {
        error: {
          message: 'This model does not support response format `json_schema`',
          param: 'response_format',
        },
      }),
    ],
    takes: { response_format: { type: 'json_object' } },
  },
  {
    server: 'llama.cpp: a grammar that does not compile',
    script: [
      refuses(400, {
        error: { code: 400, message: 'Failed to initialize samplers: failed to parse grammar' },
      }),
    ],
    takes: { response_format: { type: 'json_object' } },
  },
  {
    server: 'LM Studio: a schema or nothing',
    script: [
      refuses(400, { error: 'json_schema is not supported by this model' }),
      refuses(400, { error: "'response_format.type' must be 'json_schema' or 'text'" }),
    ],
    takes: {},
    without: ['response_format'],
  },
  {
    server: 'a server that compiles schemas badly: 500',
    script: [refuses(500, { error: { message: 'guided decoding backend failed: invalid schema' } })],
    takes: { response_format: { type: 'json_object' } },
  },
]

describe('servers that take less', () => {
  test.each(servers)('$server', async ({ script, takes, without = [] }) => {
    const { ask, body } = await serve(...script, says(dove), says(dove))
    expect((await ask()).value).toEqual(dove)
    const last = body(script.length)
    expect(last).toMatchObject(takes)
    for (const name of without) expect(last).not.toHaveProperty(name)

    // The lesson is kept: the next article pays for one request.
    await ask()
    const { messages: _, ...next } = body(script.length + 1) ?? { messages: [] }
    expect(next).toMatchObject(takes)
  })

  test('without a schema on the wire it stands in the words, with the word JSON', async () => {
    const { ask, body } = await serve(
      refuses(400, { error: { message: 'response_format is not supported' } }),
      says(dove),
    )
    await ask()
    expect(body(1)?.messages[0]?.content).toMatch(/You name ships\.[^]*JSON Schema[^]*"masts"/)
  })

  test('Ollama Cloud and others that take the schema and ignore it are found out after three answers', async () => {
    const { ask, fails, body } = await serve(says('no'), says('no'), says('no'), says(dove), says(dove))
    expect((await fails()).kind).toBe('invalid_output')
    await ask()
    await ask()
    expect(body(4)?.response_format).toEqual({ type: 'json_object' })
  })

  test('vLLM: the object among the thoughts', async () => {
    const { ask } = await serve(says('', { reasoning: `Well. ${JSON.stringify(dove)}` }))
    expect((await ask()).value).toEqual(dove)
  })

  test('DeepSeek: blanks instead of an answer get a second chance', async () => {
    const { ask } = await serve(says('     '), says(dove))
    expect((await ask()).usage.calls).toBe(2)
  })
})

describe('the second chance', () => {
  test('an answer of the wrong form goes back with its faults', async () => {
    const { ask, body } = await serve(says({ name: 'x'.repeat(50), masts: 'two' }), says(dove))
    expect((await ask()).value).toEqual(dove)
    expect(body(1)?.messages.at(-1)?.content).toMatch(
      /at most 20 characters[^]*masts|masts[^]*at most 20 characters/,
    )
    expect(body(1)?.messages.at(-2)?.role).toBe('assistant')
  })

  test('an answer that the check finds fault with goes back with the list', async () => {
    const { ask, body } = await serve(says({ ...dove, masts: 9 }), says(dove))
    expect((await ask({ check: fewMasts })).value).toEqual(dove)
    expect(body(1)?.messages.at(-1)?.content).toContain('- masts: 9 are too many')
  })

  test('wrong twice is an error for good, and what it cost is told', async () => {
    const { fails } = await serve(says(dove), says(dove))
    const error = await fails({ check: () => ['never right'] })
    expect(error).toMatchObject({ kind: 'unfaithful', permanent: true })
    expect(error.usage).toMatchObject({ calls: 2, inputTokens: 200, outputTokens: 40 })
    expect(error.message).toContain('never right')
  })

  test('a truncated answer gets more room, once', async () => {
    const { fails, body } = await serve(
      says('{"na', { finish: 'length' }),
      says('{"na', { finish: 'length' }),
    )
    expect(await fails()).toMatchObject({ kind: 'truncated', permanent: true })
    expect(body(1)).toMatchObject({ max_completion_tokens: 170 })
  })
})
