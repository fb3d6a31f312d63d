// What follows from a change of a chat's topics, city or hour: when its next digest is due.

import type { ChatKey } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { nextDue } from './due.ts'
import { findDigestTime, listSubscriptions, setNextDigest } from './store.ts'

export type Subscribed = {
  topics: string[]
  zone: string | null
  minute: number
  nextAt: Date | null
}

/** A chat's subscriptions as they stand. */
export async function readSubscriptions(db: Db, key: ChatKey): Promise<Subscribed> {
  const topics = await listSubscriptions(db, key)
  const time = await findDigestTime(db, key)
  return { topics, zone: null, minute: 0, nextAt: null, ...time }
}

/** Sets the next digest: at the chat's hour, if it has topics and a city; none otherwise. */
export async function reschedule(db: Db, key: ChatKey, now: Date): Promise<Subscribed> {
  const subscribed = await readSubscriptions(db, key)
  const { topics, zone, minute } = subscribed
  const nextAt = topics.length > 0 && zone !== null ? nextDue({ zone, minute }, now) : null
  await setNextDigest(db, key, nextAt)
  return { ...subscribed, nextAt }
}
