// What the model may cost: never more than the day has, however many ask at once; what is left when a process dies counts as spent.

import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Budget, BudgetSpentError, mostOf, withinBudget } from '../src/budget/budget.ts'
import { listSpending, reserve, settle } from '../src/budget/store.ts'
import type { Llm } from '../src/llm/client.ts'
import { LlmError, type Usage } from '../src/llm/failure.ts'
import { useDatabase } from './support/database.ts'

const db = await useDatabase()
beforeEach(() => db.write`delete from spending`)

const usage: Usage = { calls: 1, inputTokens: 900, cachedTokens: 100, outputTokens: 100, reasoningTokens: 0 }
const nothingUsed: Usage = { ...usage, calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 }
const wish = { day: '2026-11-26', purpose: 'summary', model: 'sail-1', asker: null } as const
const question = { ...wish, purpose: 'question' } as const
const free: Budget = {
  perDay: { tokens: 0, money: 0 },
  tokensPerArticle: 0,
  tokensPerAsker: 0,
  shareForQuestions: 0,
  price: { input: 0, output: 0 },
  zone: 'UTC',
}
/** A day of so much for all. */
const day = (perDay: Budget['perDay']): Budget => ({ ...free, perDay })
const task = {
  name: 'x',
  schema: z.object({}),
  system: 's'.repeat(460),
  user: 'u'.repeat(460),
  maxOutputTokens: 100,
}

/** A model that costs always the same. */
const always: Llm = {
  model: 'sail-1',
  complete: ({ schema }) => Promise.resolve({ value: schema.parse({}), usage, model: 'sail-1' }),
}
const tokensOf = async () => (await listSpending(db, '2026-01-01')).reduce((sum, it) => sum + it.tokens, 0)

describe('a reservation', () => {
  test('is had by no more than there is room for, however many ask at once', async () => {
    const asked = Array.from({ length: 40 }, () =>
      reserve(db, { ...wish, most: { tokens: 300, money: 0 } }, day({ tokens: 2_000, money: 0 })),
    )
    const had = (await Promise.all(asked)).filter((id) => id !== undefined)
    expect(had.length).toBe(6)
    expect(await tokensOf()).toBe(1_800)
  })

  test('holds to money as it does to tokens, and to each day of its own', async () => {
    const limits = day({ tokens: 0, money: 0.5 })
    const cost = { tokens: 10, money: 0.3 }
    expect(await reserve(db, { ...wish, most: cost }, limits)).toBeDefined()
    expect(await reserve(db, { ...wish, most: cost }, limits)).toBeUndefined()
    expect(await reserve(db, { ...wish, day: '2026-11-27', most: cost }, limits)).toBeDefined()
  })

  test('gives back what was not used, once', async () => {
    const id = await reserve(
      db,
      { ...wish, most: { tokens: 5_000, money: 1 } },
      day({ tokens: 6_000, money: 0 }),
    )
    await settle(db, id ?? 0, usage, 0.01)
    await settle(db, id ?? 0, { ...usage, inputTokens: 90_000 }, 9)
    expect(await listSpending(db, '2026-11-26')).toEqual([
      {
        day: wish.day,
        purpose: wish.purpose,
        model: wish.model,
        calls: 1,
        tokens: 1_000,
        cachedTokens: 100,
        money: 0.01,
      },
    ])
  })

  test('that was never settled counts as spent', async () => {
    await reserve(db, { ...wish, most: { tokens: 1_500, money: 0 } }, day({ tokens: 2_000, money: 0 }))
    expect(
      await reserve(db, { ...wish, most: { tokens: 600, money: 0 } }, day({ tokens: 2_000, money: 0 })),
    ).toBeUndefined()
  })
})

describe('the share of questions', () => {
  const limits: Budget = { ...day({ tokens: 1_000, money: 0 }), shareForQuestions: 0.2 }
  const most = { tokens: 200, money: 0 }

  test('is left to them by articles, and theirs beyond it while there is room', async () => {
    for (const _ of [1, 2, 3, 4]) expect(await reserve(db, { ...wish, most }, limits)).toBeDefined()
    expect(await reserve(db, { ...wish, most }, limits)).toBeUndefined()
    expect(await reserve(db, { ...question, most }, limits)).toBeDefined()
    expect(await reserve(db, { ...question, most }, limits)).toBeUndefined()
  })

  test('is no one reader’s alone', async () => {
    const each = { ...limits, tokensPerAsker: 300 }
    const of = (asker: string) => reserve(db, { ...question, asker, most }, each)
    expect(await of('telegram:1')).toBeDefined()
    expect(await of('telegram:1')).toBeUndefined()
    expect(await of('telegram:2')).toBeDefined()
  })
})

describe('a model within a budget', () => {
  test('writes down what each call came to, in tokens and money', async () => {
    const llm = withinBudget(always, { db, budget: { ...free, price: { input: 2, output: 10 } } })
    await llm.complete(task)
    await llm.complete({ ...task, purpose: 'question' })
    expect(
      (await listSpending(db, '2026-01-01')).map(({ purpose, tokens, money }) => ({
        purpose,
        tokens,
        money,
      })),
    ).toEqual([
      { purpose: 'question', tokens: 1_000, money: 0.0028 },
      { purpose: 'summary', tokens: 1_000, money: 0.0028 },
    ])
  })

  test('is not asked when the day has no room for the most that a call can cost', async () => {
    const most = mostOf(task, free.price).tokens
    const llm = withinBudget(always, { db, budget: { ...free, perDay: { tokens: most + 500, money: 0 } } })
    await llm.complete(task)
    await expect(llm.complete(task)).rejects.toBeInstanceOf(BudgetSpentError)
    expect(await tokensOf()).toBe(1_000)
  })

  test('is asked again on another day', async () => {
    const days = [
      new Date('2026-11-26T23:30:00Z'),
      new Date('2026-11-26T23:40:00Z'),
      new Date('2026-11-27T00:10:00Z'),
    ]
    const budget = { ...free, perDay: { tokens: mostOf(task, free.price).tokens, money: 0 } }
    const llm = withinBudget(always, { db, budget, now: () => days.shift() ?? new Date() })
    await llm.complete(task)
    await expect(llm.complete(task)).rejects.toThrow(/midnight/)
    await llm.complete(task)
  })

  test('pays for failed calls too', async () => {
    const failing: Llm = {
      model: 'sail-1',
      complete: () => Promise.reject(new LlmError('refused', 'no', { usage })),
    }
    await expect(withinBudget(failing, { db, budget: free }).complete(task)).rejects.toThrow('no')
    expect(await tokensOf()).toBe(1_000)
  })

  test('counts all that a call can cost where nobody knows whether it was answered', async () => {
    const lost: Llm = {
      model: 'sail-1',
      complete: () =>
        Promise.reject(new LlmError('unavailable', 'reset', { usage: nothingUsed, isUsageKnown: false })),
    }
    await expect(withinBudget(lost, { db, budget: free }).complete(task)).rejects.toThrow('reset')
    expect(await tokensOf()).toBe(mostOf(task, free.price).tokens)
  })

  test('leaves an article that is too long to the offline summary, for good', async () => {
    const llm = withinBudget(always, { db, budget: { ...free, tokensPerArticle: 50 } })
    await expect(llm.complete(task)).rejects.toMatchObject({ permanent: true })
    expect(await tokensOf()).toBe(0)
  })
})

const lateEvening = () => new Date('2026-11-26T22:30:00Z')

test('a day ends at the midnight of the zone', async () => {
  await withinBudget(always, { db, budget: { ...free, zone: 'Asia/Riyadh' }, now: lateEvening }).complete(
    task,
  )
  await withinBudget(always, { db, budget: free, now: lateEvening }).complete(task)
  expect((await listSpending(db, '2026-01-01')).map((it) => it.day)).toEqual(['2026-11-27', '2026-11-26'])
})
