// What can go wrong between us and a model server, told by what the server says, because servers agree on little else.

import { APIError, APIUserAbortError } from 'openai'
import { OutsideError } from '../errors.ts'

/** Tokens as the server counted them, over all calls of one task, failed ones included: they are paid for. */
export type Usage = {
  calls: number
  inputTokens: number
  cachedTokens: number
  outputTokens: number
  reasoningTokens: number
}

export type LlmFailure =
  | 'refused'
  | 'truncated'
  | 'context_too_long'
  | 'prompt_cut'
  | 'invalid_output'
  | 'unfaithful'
  | 'rate_limited'
  | 'quota'
  | 'auth'
  | 'bad_request'
  | 'unavailable'
  | 'aborted'

/** These come back for the same article however often it is sent. The others pass, or are mended in the settings. */
const permanent: ReadonlySet<LlmFailure> = new Set([
  'refused',
  'truncated',
  'context_too_long',
  'prompt_cut',
  'invalid_output',
  'unfaithful',
])

/** A model server failed, or its answer could not be used. */
export class LlmError extends OutsideError {
  readonly kind: LlmFailure
  readonly usage: Usage
  /** How long the server asks us to wait; undefined where it does not say. */
  readonly retryAfterMs: number | undefined
  /** False where the last request may have been answered, and be paid for, without our having heard so. */
  readonly isUsageKnown: boolean

  constructor(
    kind: LlmFailure,
    message: string,
    { usage, retryAfterMs, cause, isUsageKnown = true }: LlmErrorDetails,
  ) {
    super(message, { permanent: permanent.has(kind), cause })
    this.name = 'LlmError'
    this.kind = kind
    this.usage = usage
    this.retryAfterMs = retryAfterMs
    this.isUsageKnown = isUsageKnown
  }
}

type LlmErrorDetails = {
  usage: Usage
  retryAfterMs?: number | undefined
  cause?: unknown
  isUsageKnown?: boolean
}

/** What a server said about a request that failed: its status (0 where there was no answer), and all of its words in one string. */
export type Refusal = { status: number; text: string; headers: Headers | undefined; error: unknown }

/** Server messages in errors and logs: enough to know the fault, too little for an article. */
const messageCharsMax = 300

/** What `chat.completions.create` threw, as a refusal. */
export function readRefusal(error: unknown): Refusal {
  if (!(error instanceof APIError)) return { status: 0, text: String(error), headers: undefined, error }
  const {
    status,
    message,
    headers,
    error: body,
  }: { status?: number; message: string; headers?: Headers; error?: unknown } = error
  const words = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return { status: status ?? 0, text: `${message} ${words}`, headers, error }
}

/** No server was found to take the request. */
const noServer: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const causesMax = 6

function neverArrived(error: unknown): boolean {
  let cause = error
  for (let depth = 0; depth < causesMax && cause instanceof Error; depth++) {
    if ('code' in cause && noServer.has(cause.code)) return true
    // A name with several addresses fails with all their errors in one.
    if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(neverArrived)
    cause = cause.cause
  }
  return false
}

/** The failure that a refusal stands for, once no other form of the request is left to try. */
export function failureOf(refusal: Refusal, usage: Usage): LlmError {
  const { error, text } = refusal
  const kind = kindOf(refusal)
  return new LlmError(kind, `The model server: ${text.trim().slice(0, messageCharsMax)}`, {
    usage,
    cause: error,
    isUsageKnown: refusal.status > 0 || neverArrived(error),
    retryAfterMs:
      kind === 'rate_limited' || kind === 'quota' || kind === 'unavailable' ? findWaitMs(refusal) : undefined,
  })
}

const contextWords =
  /context.{0,12}(?:length|window|size)|too many (?:input )?tokens|maximum context|prompt is too long|exceeds? the (?:available )?context/i
const quotaWords = /insufficient_quota|exceeded your current quota|credit balance|out of credits|billing/i
const filterWords = /content_filter|content_policy|content management policy|safety/i

/** The first row that fits decides. */
const kinds: readonly { kind: LlmFailure; fits: (refusal: Refusal) => boolean }[] = [
  { kind: 'aborted', fits: ({ error }) => error instanceof APIUserAbortError },
  { kind: 'auth', fits: ({ status }) => status === 401 || status === 403 },
  { kind: 'quota', fits: ({ status, text }) => status === 402 || (status === 429 && quotaWords.test(text)) },
  { kind: 'rate_limited', fits: ({ status }) => status === 429 },
  { kind: 'context_too_long', fits: ({ status, text }) => status >= 400 && contextWords.test(text) },
  { kind: 'refused', fits: ({ status, text }) => status === 400 && filterWords.test(text) },
  { kind: 'unavailable', fits: ({ status }) => [0, 408, 409].includes(status) || status >= 500 },
  { kind: 'bad_request', fits: ({ status }) => status >= 400 },
]

function kindOf(refusal: Refusal): LlmFailure {
  return kinds.find(({ fits }) => fits(refusal))?.kind ?? 'unavailable'
}

/** How long to wait: `retry-after-ms`, `Retry-After` in seconds or as a date, or in the words of the message (Groq, OpenAI, Gemini). */
export function findWaitMs({ headers, text }: Pick<Refusal, 'headers' | 'text'>): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? 0)
  if (milliseconds > 0) return milliseconds
  return inHeader(headers?.get('retry-after') ?? '') ?? inWords(text)
}

function inHeader(after: string): number | undefined {
  const wait = /^[\d.]+$/.test(after) ? Number(after) * 1_000 : Date.parse(after) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}

const waitWords = /(?:retry|try again) in (?:(?<minutes>\d+)m(?!s))?(?:(?<amount>[\d.]+)(?<unit>ms|s))?/i
const waitField = /"retryDelay":\s*"(?<amount>[\d.]+)(?<unit>s)"/

function inWords(text: string): number | undefined {
  const { minutes, amount, unit }: Record<string, string | undefined> =
    (waitWords.exec(text) ?? waitField.exec(text))?.groups ?? {}
  if (minutes === undefined && amount === undefined) return undefined
  return Number(minutes ?? 0) * 60_000 + Number(amount ?? 0) * (unit === 'ms' ? 1 : 1_000)
}
