// One structured call that works on OpenAI and on whatever speaks chat/completions. It waits for nobody and repeats nothing that
// failed outside: that is the queue's business. What was paid is counted, whatever came of it.

import OpenAI from 'openai'
import { z } from 'zod'
import { LlmError, type LlmFailure, type Usage, failureOf, findWaitMs, readRefusal } from './failure.ts'
import { extractObject, wireSchema } from './form.ts'
import { type Abilities, type Ask, newAbilities, noteForm, requestBody, stepDown } from './ladder.ts'
import { traced } from '../tracing.ts'

export type Llm = {
  model: string
  /**
   * Asks for one object of a form. An answer of the wrong form, or one that `check` finds fault with, is sent back once with
   * the faults listed; a truncated one is asked for again with more room. Throws an LlmError, its usage included.
   */
  complete: <T>(task: Task<T>) => Promise<Completed<T>>
}

export type Task<T> = {
  /** Short name of the form, letters and digits. */
  name: string
  schema: z.ZodType<T>
  system: string
  user: string
  maxOutputTokens: number
  /** What it is for, in the ledger: an article's summary unless it says otherwise. */
  purpose?: 'summary' | 'question'
  /** Whose question it is, for the budget of one reader. */
  asker?: string
  /** Faults of an answer in words that the model can act on; none: it is accepted. */
  check?: (value: T) => readonly string[]
  /** What can still be used of a second answer that `check` found fault with; null: nothing. */
  salvage?: (value: T) => T | null
  signal?: AbortSignal
}

export type Completed<T> = { value: T; usage: Usage; model: string }

export type LlmSettings = {
  apiKey?: string | undefined
  baseURL: string
  name: string
  timeoutMs?: number
  /** Every request goes through it: see Gate. Throws an LlmError where nobody is to be asked. */
  turn?: Turn
}
type Turn = <Result>(request: () => Promise<Result>) => Promise<Result>

/** A local model writes a summary in a minute or so; what takes longer is stuck. */
const defaultTimeoutMs = 120_000
/** Requests for one task: two answers, and one for each thing that a server may have to refuse first. */
const requestsMax = 10
/** How much more room a truncated answer gets. */
const roomFactor = 1.7
/** A prompt of which the server read less than this share of our low estimate was cut by it (Ollama does so in silence). */
const readShareMin = 0.6
/** Estimates of short prompts are too coarse to tell. */
const estimateMin = 800
/** Of a faulty answer, sent back with its faults. */
const answerCharsMax = 8_000

/** A client for one model on one server. What the server can do is learnt on the way and kept as long as the client. */
export function createLlm(settings: LlmSettings): Llm {
  const { apiKey, baseURL, name, timeoutMs = defaultTimeoutMs, turn = (request) => request() } = settings
  const server = new OpenAI({
    // Local servers need no key, but the package insists on one.
    apiKey: apiKey ?? 'none',
    baseURL,
    timeout: timeoutMs,
    maxRetries: 0,
    // These would be read from the environment and sent to any server.
    organization: null,
    project: null,
    logLevel: 'off',
  })
  const abilities = newAbilities()
  return {
    model: name,
    complete: (task) =>
      traced(`model ${task.name}`, { 'gen_ai.request.model': name }, () =>
        complete({ server, abilities, model: name, turn }, task),
      ),
  }
}

type Connection = { server: OpenAI; abilities: Abilities; model: string; turn: Turn }

async function complete<T>(connection: Connection, task: Task<T>): Promise<Completed<T>> {
  const { abilities, model, turn } = connection
  const usage: Usage = { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 }
  const form = { name: task.name, schema: wireSchema(task.schema) }
  let ask: Ask = { ...task, model, form, followUp: [] }
  let secondChance = false
  for (let request = 0; request < requestsMax; request++) {
    const answered = await turn(() => send(connection, { ask, usage, signal: task.signal }))
    if (answered === 'step down') continue
    const { text, cut } = answered
    const judged: Judged<T> = cut
      ? { failure: 'truncated', faults: `It was cut at ${ask.maxOutputTokens} tokens.` }
      : judge(text, task)
    if (!cut) noteForm(abilities, !('failure' in judged) || judged.failure === 'unfaithful')
    const completed = { usage, model: answered.model || model }
    if (!('failure' in judged)) return { ...completed, value: judged.value }
    if (secondChance) return { ...completed, value: salvaged(judged, task, usage) }
    secondChance = true
    ask = cut
      ? { ...ask, maxOutputTokens: Math.ceil(ask.maxOutputTokens * roomFactor) }
      : { ...ask, followUp: correction(text, judged.faults) }
  }
  throw new LlmError('bad_request', 'The model server takes no form of the request', { usage })
}

/** What is left of a second faulty answer. Throws where that is nothing. */
function salvaged<T>({ failure, faults, faulty }: Faulty<T>, { salvage }: Task<T>, usage: Usage): T {
  const rest = faulty === undefined ? null : (salvage?.(faulty) ?? null)
  if (rest === null) throw new LlmError(failure, `The answer was twice unusable. ${faults}`, { usage })
  return rest
}

type Sending = { ask: Ask; usage: Usage; signal: AbortSignal | undefined }
type Answered = { text: string; cut: boolean; model: string }

/** One request and its answer's text; `step down` where the server refused its form and another is left to try. */
async function send(
  { server, abilities }: Connection,
  { ask, usage, signal }: Sending,
): Promise<Answered | 'step down'> {
  let answer: OpenAI.ChatCompletion
  try {
    answer = await server.chat.completions.create(
      { ...requestBody(ask, abilities), stream: false },
      signal ? { signal } : {},
    )
  } catch (error) {
    const refusal = readRefusal(error)
    if (stepDown(abilities, refusal)) return 'step down'
    throw failureOf(refusal, usage)
  }
  return { ...readAnswer(answer, ask, usage), model: answer.model }
}

/** Only what is read here; servers leave out or add what they like. */
const Answer = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          reasoning_content: z.string().nullish(),
          reasoning: z.string().nullish(),
        }),
      }),
    )
    .min(1),
})
const AnswerUsage = z.object({
  prompt_tokens: z.number().catch(0),
  completion_tokens: z.number().catch(0),
  prompt_tokens_details: z
    .object({ cached_tokens: z.number().catch(0) })
    .nullish()
    .catch(null),
  prompt_cache_hit_tokens: z.number().nullish().catch(null),
  completion_tokens_details: z
    .object({ reasoning_tokens: z.number().catch(0) })
    .nullish()
    .catch(null),
})
const ErrorInside = z.object({ error: z.object({ message: z.string().catch(''), code: z.unknown() }) })

/** The text of an answer, its tokens added to `usage`. Throws what only looks like an answer. */
function readAnswer(answer: unknown, ask: Ask, usage: Usage): { text: string; cut: boolean } {
  usage.calls++
  const readTokens = count(answer, usage)
  const [choice] = Answer.safeParse(answer).data?.choices ?? []
  if (!choice) throw errorInside(answer, usage)
  const { message, finish_reason: reason } = choice
  if (message.refusal)
    throw new LlmError('refused', `The model refused: ${message.refusal.slice(0, 200)}`, { usage })
  if (reason === 'content_filter')
    throw new LlmError('refused', "The server's content filter stopped the answer", { usage })
  throwIfCut(readTokens, ask, usage)
  const { content, reasoning_content: thoughts, reasoning } = message
  // vLLM puts the object among the thoughts at times.
  const text = content?.trim() ? content : (thoughts ?? reasoning ?? '')
  return { text, cut: reason === 'length' }
}

function throwIfCut(readTokens: number, { system, user }: Ask, usage: Usage): void {
  const expected = Math.round(estimateTokens(system) + estimateTokens(user))
  if (readTokens === 0 || expected < estimateMin || readTokens >= expected * readShareMin) return
  const remedy = 'give it a larger context (Ollama: OLLAMA_CONTEXT_LENGTH)'
  throw new LlmError('prompt_cut', `The server read ${readTokens} of about ${expected} tokens: ${remedy}`, {
    usage,
  })
}

/** Some routers wrap the failure of the server behind them in a success. */
function errorInside(answer: unknown, usage: Usage): LlmError {
  const inside = ErrorInside.safeParse(answer).data?.error
  const text = inside ? `${inside.message} ${String(inside.code)}` : ''
  const kind = /429|rate.?limit/i.test(text) ? 'rate_limited' : 'unavailable'
  const retryAfterMs = findWaitMs({ headers: undefined, text })
  return new LlmError(kind, inside?.message || 'The server answered without an answer', {
    usage,
    retryAfterMs,
  })
}

function count(answer: unknown, usage: Usage): number {
  const used = z.object({ usage: AnswerUsage }).safeParse(answer).data?.usage
  if (!used) return 0
  usage.inputTokens += used.prompt_tokens
  usage.outputTokens += used.completion_tokens
  usage.cachedTokens += used.prompt_tokens_details?.cached_tokens ?? used.prompt_cache_hit_tokens ?? 0
  usage.reasoningTokens += used.completion_tokens_details?.reasoning_tokens ?? 0
  return used.prompt_tokens
}

/** Measured on o200k: 3.1 Arabic letters or 4.6 other characters make a token, at most 29 % too high, never too low. */
export function estimateTokens(text: string): number {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  return arabic / 3.1 + (text.length - arabic) / 4.6
}

/** `faulty`: an answer of the right form that a check found fault with. */
type Faulty<T> = { failure: LlmFailure; faults: string; faulty?: T }
type Judged<T> = { value: T } | Faulty<T>

function judge<T>(text: string, { schema, check }: Task<T>): Judged<T> {
  let object: unknown
  try {
    object = extractObject(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { failure: 'invalid_output', faults: `It is not one valid JSON object: ${error.message}.` }
  }
  const parsed = schema.safeParse(object)
  if (!parsed.success)
    return {
      failure: 'invalid_output',
      faults: `It does not have the agreed form:\n${z.prettifyError(parsed.error)}`,
    }
  const faults = check?.(parsed.data) ?? []
  if (faults.length === 0) return { value: parsed.data }
  return {
    failure: 'unfaithful',
    faulty: parsed.data,
    faults: `A check against the source found:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  }
}

function correction(answer: string, faults: string): Ask['followUp'] {
  return [
    { role: 'assistant', content: answer.slice(0, answerCharsMax) || '{}' },
    {
      role: 'user',
      content: `Your answer can't be used. ${faults}\nReturn the whole corrected JSON object and nothing else.`,
    },
  ]
}
