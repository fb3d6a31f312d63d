// The ledger of updates, and whose turn it is: a lane holds one chat's updates and belongs to one process at a time, so that any number of them
// may receive and a chat's updates still keep their order. Processes are told apart by a number that each draws at its start.

import type { Update } from 'telegraf/types'
import { z } from 'zod'
import type { Server } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { storable } from '../database/storable.ts'

/** One process at one server's updates. */
export type Holding = { server: Server; /** A UUID. */ holder: string }

/** A process that has not said for so long that it lives has lost its lanes to the others. */
const heldSeconds = 6
/** So often it says so. */
export const heartbeatMs = 2_000

/** As Telegram sent it, and as it was written down. */
const Payload = z.custom<Update>((it) => typeof it === 'object' && it !== null && 'update_id' in it)

/**
 * An update without what Postgres keeps in no text, NUL and half a surrogate pair: one that holds them could not be written down and would stop
 * all that come after it, and whatever is made of its words, a question or a subscription, could not be stored either.
 */
export function storableUpdate(update: Update): Update {
  const text = JSON.stringify(update, (_key, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  )
  return Payload.parse(JSON.parse(text))
}

/**
 * Writes an update down and takes its lane if nobody has it. True: taken, and nothing else waits in it. False: it has come before, or whoever
 * has the lane will see it.
 */
export async function receiveUpdate(
  db: Db,
  { server, holder }: Holding,
  lane: string,
  update: Update,
): Promise<boolean> {
  const row = await db.first(z.object({ isTaken: z.boolean() }))`
    with added as (
      insert into updates (server, update_id, lane, payload)
      values (${server}, ${update.update_id}, ${lane}, ${JSON.stringify(update)}::jsonb)
      on conflict do nothing
      returning lane
    )
    insert into lanes as known (server, lane, holder, held_until)
    select ${server}, lane, ${holder}::uuid, now() + make_interval(secs => ${heldSeconds}) from added
    on conflict (server, lane) do update set arrivals = known.arrivals + 1
    returning arrivals = 1 as "isTaken"`
  return row?.isTaken ?? false
}

const Turn = z.object({
  update: Payload.nullable(),
  /** How many had come by then, if this was the last of them: who gives the lane back has seen as many. */
  lastOf: z.number().nullable(),
})
/** What is next in a lane, null for nothing. */
export type Turn = z.infer<typeof Turn>

/** What is next in a lane of ours but for those that failed; undefined where the lane is another's by now. */
export function findTurn(
  db: Db,
  { server, holder }: Holding,
  lane: string,
  failed: readonly number[],
): Promise<Turn | undefined> {
  return db.first(Turn)`
    select waiting.payloads -> 0 as update,
      case when coalesce(jsonb_array_length(waiting.payloads), 0) < 2 then lanes.arrivals end as "lastOf"
    from lanes
    left join lateral (
      select jsonb_agg(payload order by update_id) as payloads
      from (
        select update_id, payload from updates
        where server = ${server} and lane = ${lane} and handled_at is null and payload is not null
          and update_id <> all(${failed}::bigint[])
        order by update_id
        limit 2
      ) as two
    ) as waiting on true
    where lanes.server = ${server} and lanes.lane = ${lane} and lanes.holder = ${holder}::uuid`
}

/**
 * Ends a turn: what was handled is so marked, its content forgotten and its number not; and after the last one the lane is given back, unless more
 * has come than was seen. True when it was.
 */
export async function endTurn(
  db: Db,
  { server, holder }: Holding,
  lane: string,
  { lastOf, handled }: Pick<Turn, 'lastOf'> & { handled: number | null },
): Promise<boolean> {
  const returned = await db.write`
    with done as (
      update updates set handled_at = now(), payload = null, lane = null
      where server = ${server} and update_id = ${handled}::bigint
    )
    delete from lanes
    where server = ${server} and lane = ${lane} and holder = ${holder}::uuid and arrivals = ${lastOf}::bigint`
  return returned === 1
}

/** Says that a process still lives and works at these lanes. */
export function keepLanes(db: Db, { server, holder }: Holding, lanes: readonly string[]): Promise<number> {
  return db.write`
    update lanes set held_until = now() + make_interval(secs => ${heldSeconds})
    where server = ${server} and holder = ${holder}::uuid and lane = any(${lanes}::text[])`
}

/** Leaves what a process has in hand to whoever comes. */
export function leaveLanes(db: Db, { server, holder }: Holding): Promise<number> {
  return db.write`update lanes set held_until = now() where server = ${server} and holder = ${holder}::uuid`
}

const Lane = z.object({ lane: z.string() })

/** Takes the lanes of processes that live no more; answers which. */
export function takeLeftLanes(db: Db, { server, holder }: Holding) {
  return db.many(Lane)`
    update lanes set holder = ${holder}::uuid, held_until = now() + make_interval(secs => ${heldSeconds})
    where server = ${server} and lane in (
      select lane from lanes where server = ${server} and held_until <= now() for update skip locked)
    returning lane`
}

/** Takes the lanes of updates that wait and nobody is at: those that failed before. Answers which. */
export function takeWaitingLanes(db: Db, { server, holder }: Holding) {
  return db.many(Lane)`
    insert into lanes (server, lane, holder, held_until)
    select distinct ${server}, lane, ${holder}::uuid, now() + make_interval(secs => ${heldSeconds})
    from updates
    where server = ${server} and handled_at is null and payload is not null and lane is not null
    on conflict do nothing
    returning lane`
}

/** Telegram keeps an update for a day at most; a week is safe. */
export function forgetOldUpdates(db: Db): Promise<number> {
  return db.write`delete from updates where handled_at < now() - interval '7 days'`
}
