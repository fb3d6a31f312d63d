// The one way out to Telegram. Paced, patient with 429 and broken connections, and it retires chats that can't be reached.
// A subclass, not a patch: telegraf makes a new client for each update, and only `bot.telegram` and `bot.context.telegram` reach them all.

import { Telegram, TelegramError } from 'telegraf'
import { traced } from '../tracing.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { Lane, Pace } from './pace.ts'
import { TelegramAwayError } from './refusal.ts'

type Call = Telegram['callApi']

export type SenderNeeds = {
  pace: Pace
  log: Log
  /** Nothing can be sent to this chat any more. */
  onGone: (chatId: number, because: string) => Promise<void>
  /** A group goes by another number from now on. */
  onMoved?: (chatId: number, toId: number) => Promise<void>
  timeoutMs?: number
  metrics?: Pick<Metrics, 'telegram'> | undefined
}

/** An answer is worth this many tries; a digest that fails is its job's to repeat. */
const attemptsMax = 5
/** A wait longer than this is not held in memory: the call fails, and whoever queued it tries later. */
const waitMaxMs = 5 * 60_000
const networkRetryMs = 1_000
/** telegraf would wait 500 s for an answer, and the chat with it. */
const defaultTimeoutMs = 30_000

export class Sender extends Telegram {
  readonly #needs: SenderNeeds
  readonly #lane: Lane
  /** The same way out for what nobody waits for: digests and news of those who are followed. Answers go first. */
  readonly bulk: Sender

  constructor(token: string, apiRoot: string, needs: SenderNeeds, lane: Lane = 'answer') {
    // telegraf drops a path that does not end in a slash.
    // No answer by webhook reply: its errors would be invisible.
    super(token, { apiRoot: `${apiRoot.replace(/\/+$/, '')}/`, webhookReply: false })
    this.#needs = needs
    this.#lane = lane
    this.bulk = lane === 'bulk' ? this : new Sender(token, apiRoot, needs, 'bulk')
  }

  override callApi: Call = async (method, payload, options) => {
    const chatId = chatOf(payload)
    const isPaced = chatId !== undefined && /^(?:send(?!ChatAction)|edit|copy|forward)/.test(method)
    for (let attempt = 1; ; attempt++) {
      if (isPaced) await this.#needs.pace.turn(chatId, this.#lane)
      try {
        return await this.#once(method, payload, options)
      } catch (error) {
        const waitMs = await this.#afterFailure(error, method, chatId)
        if (waitMs === undefined || options?.signal?.aborted) throw error
        if (attempt === attemptsMax) throw new TelegramAwayError(error)
        await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
  }

  /** A call to a group that goes by another number now is made once more, to that one. */
  #once: Call = async (method, payload, options) => {
    const call = (sent: typeof payload) =>
      traced(`telegram ${method}`, {}, () =>
        this.#counted(method, super.callApi(method, sent, options ?? this.#timeout())),
      )
    try {
      return await call(payload)
    } catch (error) {
      const toId = error instanceof TelegramError ? error.parameters?.migrate_to_chat_id : undefined
      if (toId === undefined) throw error
      await this.#needs.onMoved?.(Number(chatOf(payload)), toId)
      return call({ ...payload, chat_id: toId })
    }
  }

  async #counted<T>(method: string, call: Promise<T>): Promise<T> {
    const count = (outcome: string) => this.#needs.metrics?.telegram(method, outcome)
    try {
      const result = await call
      count('ok')
      return result
    } catch (error) {
      count(error instanceof TelegramError ? String(error.code) : 'network')
      throw error
    }
  }

  /** Whoever brings options has a limit of his own. */
  #timeout(): Parameters<Call>[2] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- telegraf's type is of a signal older than Node's
    return { signal: AbortSignal.timeout(this.#needs.timeoutMs ?? defaultTimeoutMs) as never }
  }

  /** How long to wait before the call is repeated; undefined when it is not to be. */
  async #afterFailure(
    error: unknown,
    method: string,
    chatId: number | string | undefined,
  ): Promise<number | undefined> {
    if (method === 'getUpdates') return undefined // the polling loop has its own patience
    if (!(error instanceof TelegramError)) return networkRetryMs
    const waitMs = (error.parameters?.retry_after ?? 0) * 1000
    if (error.code === 429 && waitMs <= waitMaxMs) {
      await this.#needs.pace.hold(chatId, waitMs)
      this.#needs.log.warn({ method, waitMs }, 'Telegram asks us to slow down')
      return waitMs
    }
    // It may have been delivered all the same: an answer shown twice is better than none.
    if (error.code >= 500) return networkRetryMs
    // A channel by its name was only asked after.
    if (typeof chatId === 'number' && isGone(error)) await this.#needs.onGone(chatId, error.description)
    return undefined
  }
}

/** The server's own words for a chat that is lost to us. */
const isGone = ({ code, description }: TelegramError): boolean =>
  (code === 403 &&
    /bot was blocked|user is deactivated|bot was kicked|not a member|group chat was deleted|can't initiate/.test(
      description,
    )) ||
  (code === 400 && /chat not found/.test(description))

function chatOf(payload: unknown): number | string | undefined {
  if (typeof payload !== 'object' || payload === null || !('chat_id' in payload)) return undefined
  const { chat_id: chatId } = payload
  return typeof chatId === 'number' || typeof chatId === 'string' ? chatId : undefined
}
