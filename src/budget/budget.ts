// A model that keeps to a budget: what a call may cost is set aside before it, and what it did cost is written down, failed calls
// included, because they are paid for.

import type { Database } from '../database/database.ts'
import { localDate } from '../subscriptions/due.ts'
import { OutsideError } from '../errors.ts'
import { estimateTokens, type Llm, type Task } from '../llm/client.ts'
import { LlmError, type Usage } from '../llm/failure.ts'
import { type Purpose, reserve, settle, type Sum } from './store.ts'

export type Budget = {
  /** Of one day; 0: no limit. */
  perDay: Sum
  /** Tokens of one article's call; 0: no limit. */
  tokensPerArticle: number
  /** Tokens that one reader's questions may cost in a day; 0: no limit. */
  tokensPerAsker: number
  /** The share of the day that articles leave to questions, from 0 to 1. */
  shareForQuestions: number
  /** Of a million tokens, in whatever money the limits are in; 0: free. */
  price: { input: number; output: number }
  /** Whose midnight a day ends at. */
  zone: string
}

/** The day has nothing left for a call. It passes by itself. */
export class BudgetSpentError extends OutsideError {
  constructor() {
    super("The day's budget for the model is spent; it begins anew at midnight (see /budget)")
    this.name = 'BudgetSpentError'
  }
}

/** An answer may be sent back once, with itself and its faults, and be given more room: the most that one task can come to. */
const inputFactor = 2.5
const outputFactor = 2.7

/** The most that a task can cost. */
export function mostOf(
  { system, user, maxOutputTokens }: Pick<Task<unknown>, 'system' | 'user' | 'maxOutputTokens'>,
  price: Budget['price'],
): Sum {
  const input = Math.ceil((estimateTokens(system) + estimateTokens(user)) * inputFactor)
  const output = Math.ceil(maxOutputTokens * outputFactor)
  return { tokens: input + output, money: moneyOf(input, output, price) }
}

const million = 1_000_000
const moneyOf = (input: number, output: number, price: Budget['price']): number =>
  (input * price.input + output * price.output) / million

/** The same model, within a budget. Throws a BudgetSpentError instead of calling where the day has no room for the most it can cost. */
export function withinBudget(
  llm: Llm,
  { db, budget, now = () => new Date() }: { db: Database; budget: Budget; now?: () => Date },
): Llm {
  const write = (id: number, usage: Usage) =>
    settle(db, id, usage, moneyOf(usage.inputTokens, usage.outputTokens, budget.price))
  return {
    model: llm.model,
    complete: async (task) => {
      const most = mostOf(task, budget.price)
      const purpose: Purpose = task.purpose ?? 'summary'
      if (
        purpose === 'summary' &&
        budget.tokensPerArticle > 0 &&
        estimateTokens(task.user) > budget.tokensPerArticle
      )
        throw new OutsideError(`The article is longer than MODEL_TOKENS_PER_ARTICLE allows`, {
          permanent: true,
        })
      const wish = {
        day: localDate(budget.zone, now()),
        purpose,
        model: llm.model,
        most,
        asker: task.asker ?? null,
      }
      const id = await reserve(db, wish, budget)
      if (id === undefined) throw new BudgetSpentError()
      try {
        const completed = await llm.complete(task)
        await write(id, completed.usage)
        return completed
      } catch (error) {
        // Of a call that may have been answered all that it can cost stays spent: nobody knows better.
        if (error instanceof LlmError && error.isUsageKnown) await write(id, error.usage)
        throw error
      }
    },
  }
}
