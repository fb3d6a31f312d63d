// The next free moment for a message, as rows that all sending processes share. Each function is one statement and takes a turn whole or not at all.
// `now` is for tests; without one the database's clock counts, whatever the clocks of the processes say.

import { z } from 'zod'
import type { Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

/** The row of the limit over all chats. */
const everybody = ''

const Wait = z.object({ waitMs: z.number() })

/** Takes the next turn in a chat: a virtual schedule that may run ahead of the clock by a burst. Answers how long to wait for it. */
export async function takeChatTurn(
  db: Db,
  { server, chat, now }: { server: Server; chat: string; now: Date | null },
  { burst, refillMs }: { burst: number; refillMs: number },
): Promise<number> {
  const row = await db.first(Wait)`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    insert into paces as p (server, chat, ready_at)
    select ${server}, ${chat}, now + make_interval(secs => ${refillMs}::float8 / 1000) from clock
    on conflict (server, chat) do update set
      ready_at = greatest(p.ready_at, (select now from clock)) + make_interval(secs => ${refillMs}::float8 / 1000)
    returning extract(epoch from ready_at - (select now from clock))::float8 * 1000 - ${burst * refillMs}::float8 as "waitMs"`
  return Math.max(0, row?.waitMs ?? 0)
}

type Spacing = { spacingMs: number; slackMs: number }

/** Takes the next turn of all, however far ahead it is. Answers how long to wait for it. */
export async function takeTurn(
  db: Db,
  { server, now }: { server: Server; now: Date | null },
  { spacingMs, slackMs }: Spacing,
): Promise<number> {
  const row = await db.first(Wait)`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    insert into paces as p (server, chat, ready_at)
    select ${server}, ${everybody}, now + make_interval(secs => ${spacingMs}::float8 / 1000) from clock
    on conflict (server, chat) do update set
      ready_at = greatest(p.ready_at, (select now from clock) - make_interval(secs => ${slackMs}::float8 / 1000))
        + make_interval(secs => ${spacingMs}::float8 / 1000)
    returning extract(epoch from ready_at - (select now from clock))::float8 * 1000 - ${spacingMs}::float8 as "waitMs"`
  return Math.max(0, row?.waitMs ?? 0)
}

/** Takes a turn of all only if it is free now: 0; else nothing is taken, and the answer is when to ask again. */
export async function takeFreeTurn(
  db: Db,
  { server, now }: { server: Server; now: Date | null },
  { spacingMs, slackMs }: Spacing,
): Promise<number> {
  const row = await db.first(Wait.extend({ isTaken: z.boolean() }))`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now),
      known as (
        insert into paces (server, chat, ready_at) select ${server}, ${everybody}, now from clock on conflict do nothing returning ready_at
      ),
      taken as (
        update paces set ready_at = greatest(ready_at, (select now from clock) - make_interval(secs => ${slackMs}::float8 / 1000))
          + make_interval(secs => ${spacingMs}::float8 / 1000)
        where server = ${server} and chat = ${everybody} and ready_at <= (select now from clock)
        returning ready_at
      )
    select exists (select from taken) as "isTaken",
      coalesce(extract(epoch from (select ready_at from paces where server = ${server} and chat = ${everybody})
        - (select now from clock))::float8 * 1000, 0) as "waitMs"
    from clock left join known on true`
  // Somebody was faster since the row was looked at: it is soon enough to ask again.
  return row === undefined || row.isTaken ? 0 : Math.max(1, row.waitMs)
}

/** Nothing leaves for a while: to a chat, or (null) to anybody. */
export function holdTurns(
  db: Db,
  { server, chat, now }: { server: Server; chat: string | null; now: Date | null },
  ms: number,
): Promise<number> {
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
