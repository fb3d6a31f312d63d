// The next free moment for a message, as rows that all sending processes share. Each function is one statement and takes a turn whole or not at all.
// `now` is for tests; without one the database's clock counts, whatever the clocks of the processes say.

import { z } from 'zod'
import type { Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

/** The row of the limit over all chats. */
const everybody = ''

const Wait = z.object({ waitMs: z.number() })

/** Whose turns: a chat's, or (null) those of all together. */
export type Turns = { server: Server; chat: string | null; now: Date | null }

/** A message takes `refillMs`. Turns may run ahead of the clock by `burst` messages, and one that comes late makes up for up to `slackMs`. */
export type Limit = { refillMs: number; burst: number; slackMs: number }

/** Takes the next turn, however far ahead it is: a virtual schedule. Answers how long to wait for it. */
export async function takeTurn(
  db: Db,
  { server, chat, now }: Turns,
  { refillMs, burst, slackMs }: Limit,
): Promise<number> {
  const row = await db.first(Wait)`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    insert into paces as p (server, chat, ready_at)
    select ${server}, ${chat ?? everybody}, now + make_interval(secs => ${refillMs}::float8 / 1000) from clock
    on conflict (server, chat) do update set
      ready_at = greatest(p.ready_at, (select now from clock) - make_interval(secs => ${slackMs}::float8 / 1000))
        + make_interval(secs => ${refillMs}::float8 / 1000)
    returning extract(epoch from ready_at - (select now from clock))::float8 * 1000 - ${burst * refillMs}::float8 as "waitMs"`
  return Math.max(0, row?.waitMs ?? 0)
}

/** Takes a turn of all only if it is free now: 0; else nothing is taken, and the answer is when to ask again. */
export async function takeFreeTurn(
  db: Db,
  { server, now }: Omit<Turns, 'chat'>,
  { refillMs, slackMs }: Limit,
): Promise<number> {
  const taken = await db.first(Wait)`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    insert into paces as p (server, chat, ready_at)
    select ${server}, ${everybody}, now + make_interval(secs => ${refillMs}::float8 / 1000) from clock
    on conflict (server, chat) do update set
      ready_at = greatest(p.ready_at, (select now from clock) - make_interval(secs => ${slackMs}::float8 / 1000))
        + make_interval(secs => ${refillMs}::float8 / 1000)
      where p.ready_at <= (select now from clock)
    returning 0 as "waitMs"`
  if (taken) return 0
  const row = await db.first(Wait)`
    select extract(epoch from ready_at - coalesce(${now}::timestamptz, clock_timestamp()))::float8 * 1000 as "waitMs"
    from paces where server = ${server} and chat = ${everybody}`
  // It may have come free since the row was looked at: it is soon enough to ask again.
  return Math.max(1, row?.waitMs ?? 0)
}

/** Nothing leaves for a while: to a chat, or (null) to anybody. */
export function holdTurns(db: Db, { server, chat, now }: Turns, ms: number): Promise<number> {
  return db.write`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    insert into paces as p (server, chat, ready_at)
    select ${server}, ${chat ?? everybody}, now + make_interval(secs => ${ms}::float8 / 1000) from clock
    on conflict (server, chat) do update set ready_at = greatest(p.ready_at, excluded.ready_at)`
}

/** Rows that hold nobody back any more. */
export function forgetOldTurns(db: Db): Promise<number> {
  return db.write`delete from paces where chat <> ${everybody} and ready_at < now() - interval '10 minutes'`
}
