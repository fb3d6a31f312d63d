// Lets a process ask a model server as often as it can bear. Who is told to wait makes everybody wait: a gate that is shut refuses
// without a call, and says for how long. It shuts for as long as the server asks after a 429, and for minutes when the key or the quota is the
// trouble, since no waiting of seconds mends those; one call then tries whether it is over.

import type { Llm } from './client.ts'
import { LlmError, type LlmFailure, type Usage } from './failure.ts'

/** Of a server that says that it is too much, and not for how long. */
const restMs = 20_000
/** A key or a quota is mended by a person, or by another day. Doubled each time that the trouble is still there. */
const brokenFirstMs = 60_000
const brokenMostMs = 60 * 60_000
const lockouts: ReadonlySet<LlmFailure> = new Set(['auth', 'quota'])

const nothing: Usage = { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 }

export type GateOptions = {
  /** So many calls at once at most; fewer after each 429, one more after as many answers as there are calls at once. */
  concurrency: number
  /** Hears once when the gate shuts because of the key or the quota, and once when it opens again. */
  onChange?: (change: { open: boolean; reason: string }) => void
  now?: () => number
}

/** The same model, turned away at once where the gate is shut: an LlmError with `retryAfterMs`, before anything is reserved or written down. */
export function behindGate(llm: Llm, gate: Gate): Llm {
  return {
    model: llm.model,
    complete: async (task) => {
      gate.throwIfShut()
      return llm.complete(task)
    },
  }
}

/** One gate for a model server. Given to its client, which goes through it with each request. */
export class Gate {
  readonly #concurrency: number
  readonly #onChange: NonNullable<GateOptions['onChange']>
  readonly #now: () => number
  readonly #waiting: (() => void)[] = []
  #limit: number
  #active = 0
  #shutUntil = 0
  #last: LlmError | undefined
  /** How long it was shut for the last trouble with the key or the quota; 0 when there is none. */
  #brokenMs = 0
  /** The one call that looks whether such a trouble is over. */
  #isTrying = false

  constructor({ concurrency, onChange = () => {}, now = Date.now }: GateOptions) {
    this.#concurrency = concurrency
    this.#limit = concurrency
    this.#onChange = onChange
    this.#now = now
  }

  /**
   * One request, in its turn. The turn ends with the answer: what is made of that keeps nobody waiting. Throws an LlmError with
   * `retryAfterMs`, and asks nobody, where the gate is shut.
   */
  async pass<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    await this.#enter()
    try {
      const answer = await request()
      this.#answered()
      return answer
    } catch (error) {
      if (error instanceof LlmError) this.#refused(error)
      throw error
    } finally {
      this.#active--
      this.#isTrying = false
      this.#next()
    }
  }

  throwIfShut(): void {
    const restMsLeft = this.#shutUntil - this.#now()
    if (restMsLeft <= 0 && !this.#isTrying) return
    throw new LlmError(
      this.#last?.kind ?? 'rate_limited',
      `The model server is left alone: ${this.#last?.message}`,
      { usage: nothing, retryAfterMs: restMsLeft > 0 ? restMsLeft : brokenFirstMs },
    )
  }

  async #enter(): Promise<void> {
    while (this.#active >= Math.max(1, Math.floor(this.#limit)))
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    try {
      this.throwIfShut()
    } catch (error) {
      // The next in line sees for himself.
      this.#next()
      throw error
    }
    this.#active++
    this.#isTrying = this.#brokenMs > 0
  }

  #answered(): void {
    this.#limit = Math.min(this.#concurrency, this.#limit + 1 / this.#limit)
    // An answer to a call that was under way when the gate shut does not open it.
    if (this.#brokenMs === 0 || this.#shutUntil > this.#now()) return
    this.#brokenMs = 0
    this.#onChange({ open: true, reason: 'the model server answers again' })
  }

  #refused(error: LlmError): void {
    if (lockouts.has(error.kind)) this.#break(error)
    else if (error.kind === 'rate_limited') {
      this.#last = error
      this.#limit = Math.max(1, this.#limit / 2)
      this.#shutUntil = Math.max(this.#shutUntil, this.#now() + (error.retryAfterMs ?? restMs))
    }
  }

  #break(error: LlmError): void {
    // Calls that were under way when it shut tell nothing new.
    if (this.#shutUntil > this.#now() && this.#brokenMs > 0) return
    if (this.#brokenMs === 0) this.#onChange({ open: false, reason: error.message })
    this.#last = error
    this.#brokenMs = Math.min(
      brokenMostMs,
      Math.max(brokenFirstMs, this.#brokenMs * 2, error.retryAfterMs ?? 0),
    )
    this.#shutUntil = this.#now() + this.#brokenMs
  }

  #next(): void {
    this.#waiting.shift()?.()
  }
}
