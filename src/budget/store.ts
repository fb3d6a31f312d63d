// The ledger of what the model costs. A sum is reserved before a call and settled after it, so that no number of workers spends more
// than the day has.

import { z } from 'zod'
import type { Database, Db } from '../database/database.ts'

export type Purpose = 'summary' | 'question'
/** Tokens and money; 0 stands for no limit where it is one. */
export type Sum = { tokens: number; money: number }
export type Counted = { calls: number; inputTokens: number; cachedTokens: number; outputTokens: number }

const Id = z.object({ id: z.number() })

type Wish = { day: string; purpose: Purpose; model: string; most: Sum; asker: string | null }
type Limits = { perDay: Sum; tokensPerAsker: number; shareForQuestions: number }

/**
 * Sets a sum aside if the day's limits leave room for it; answers the row to settle, undefined where there is no room. Articles
 * together leave a share of the day to questions; one reader's questions have a limit of their own.
 */
export function reserve(
  db: Database,
  { day, purpose, model, most, asker }: Wish,
  { perDay, tokensPerAsker, shareForQuestions }: Limits,
): Promise<number | undefined> {
  const part = purpose === 'summary' ? 1 - shareForQuestions : 1
  return db.transaction(async (tx) => {
    // One after the other: two that read the same rest would both take it.
    await tx.write`select pg_advisory_xact_lock(hashtext('khabar:spending'))`
    const row = await tx.first(Id)`
      insert into spending (day, purpose, model, tokens, money, asker)
      select ${day}::date, ${purpose}, ${model}, ${most.tokens}, ${most.money}, ${asker}
      from (
        select coalesce(sum(tokens), 0) as tokens, coalesce(sum(money), 0) as money,
          coalesce(sum(tokens) filter (where purpose = ${purpose}), 0) as own_tokens,
          coalesce(sum(money) filter (where purpose = ${purpose}), 0) as own_money,
          coalesce(sum(tokens) filter (where asker = ${asker}), 0) as asker_tokens
        from spending where day = ${day}::date
      ) as spent
      where (${perDay.tokens}::bigint = 0 or (spent.tokens + ${most.tokens}::bigint <= ${perDay.tokens}::bigint
          and spent.own_tokens + ${most.tokens}::bigint <= ${perDay.tokens}::bigint * ${part}::numeric))
        and (${perDay.money}::numeric = 0 or (spent.money + ${most.money}::numeric <= ${perDay.money}::numeric
          and spent.own_money + ${most.money}::numeric <= ${perDay.money}::numeric * ${part}::numeric))
        and (${asker}::text is null or ${tokensPerAsker}::bigint = 0
          or spent.asker_tokens + ${most.tokens}::bigint <= ${tokensPerAsker}::bigint)
      returning id`
    return row?.id
  })
}

/** What a call came to. Settled once; what is reported again changes nothing. */
export function settle(
  db: Db,
  id: number,
  { calls, inputTokens, cachedTokens, outputTokens }: Counted,
  money: number,
) {
  return db.write`
    update spending set calls = ${calls}, input_tokens = ${inputTokens}, cached_tokens = ${cachedTokens}, output_tokens = ${outputTokens},
      tokens = ${inputTokens + outputTokens}, money = ${money}, settled_at = now()
    where id = ${id} and settled_at is null`
}

const Spent = z.object({
  day: z.iso.date(),
  purpose: z.enum(['summary', 'question']),
  model: z.string(),
  calls: z.number(),
  tokens: z.number(),
  cachedTokens: z.number(),
  money: z.coerce.number(),
})
export type Spent = z.infer<typeof Spent>

/** What was spent since a day, by day, purpose and model, the newest first. */
export function listSpending(db: Db, since: string) {
  return db.many(Spent)`
    select day::text as day, purpose, model, sum(calls)::int as calls, sum(tokens)::bigint as tokens,
      sum(cached_tokens)::bigint as "cachedTokens", sum(money)::text as money
    from spending where day >= ${since}::date
    group by day, purpose, model
    order by day desc, purpose, model`
}
