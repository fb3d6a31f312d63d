// The sources that chats ask for: each waits until an admin allows it, and goes when no chat wants it any more.

import { z } from 'zod'
import type { ChatKey } from '../chats/store.ts'
import type { Db } from '../database/database.ts'

const Id = z.object({ id: z.number() })

export const wishedBecause = 'asked for by a chat, it waits for an admin'

/** A chat's wish: paused until an admin takes it up. Undefined when there is such a source already. */
export function wishSource(db: Db, address: string, everyMinutes: number) {
  return db.first(Id)`
    insert into sources (address, every_minutes, is_wished, paused_at, paused_because)
    values (${address}, ${everyMinutes}, true, now(), ${wishedBecause})
    on conflict do nothing
    returning id`
}

/** Of the sources that a chat has asked for, how many still wait for an admin. */
export async function countWaitingWishes(db: Db, { server, chatId }: ChatKey): Promise<number> {
  const row = await db.first(z.object({ count: z.number() }))`
    select count(*) from sources s join subscriptions t on t.topic = 'feed:' || s.id
    where t.server = ${server} and t.chat_id = ${chatId} and s.paused_because = ${wishedBecause}`
  return row?.count ?? 0
}

/** Wishes that no chat has any more. */
export function forgetUnwished(db: Db): Promise<number> {
  return db.write`
    delete from sources s
    where s.is_wished and s.added_at < now() - interval '1 day' and not exists (select from subscriptions where topic = 'feed:' || s.id)`
}
