// What follows from a change of a chat's topics, city or hour: when its next digest is due.

import type { ChatKey } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import { findPublishing, type Publishing } from '../publishing/store.ts'
import { everyDay, nextDue } from './due.ts'
import type { ThingNames } from './interest.ts'
import { findDigestTime, listSubscriptions, setNextDigest, type Subscription } from './store.ts'
import { readThingNames } from './thing-names.ts'

export type Subscribed = {
  /** Each a topic's id, or what subscriptions/interest.ts makes. */
  subscriptions: Subscription[]
  /** What people and stories among them are called. */
  names: ThingNames
  zone: string | null
  /** Times of day, in minutes after midnight, in order. */
  minutes: number[]
  days: number
  isPaused: boolean
  /** Whether a day without news is told. */
  tellsNothing: boolean
  /** The digest comes in both languages. */
  inBoth: boolean
  /** News comes as soon as there is any, not at hours of the day. */
  atOnce: boolean
  /** Quiet hours, in minutes after midnight; null: none. */
  quietFrom: number | null
  quietTo: number | null
  nextAt: Date | null
  /** How digests go out into a group or channel; undefined for a private chat. */
  publishing: Publishing | undefined
}

/** A chat's subscriptions as they stand. */
export async function readSubscriptions(db: Db, key: ChatKey): Promise<Subscribed> {
  const subscriptions = await listSubscriptions(db, key)
  const time = await findDigestTime(db, key)
  return {
    subscriptions,
    names: await readThingNames(
      db,
      subscriptions.map((it) => it.topic),
    ),
    zone: null,
    minutes: [],
    days: everyDay,
    isPaused: false,
    tellsNothing: true,
    inBoth: false,
    atOnce: false,
    quietFrom: null,
    quietTo: null,
    nextAt: null,
    publishing: await findPublishing(db, key),
    ...time,
  }
}

/**
 * Sets the next digest: at the chat's hours, if it has subscriptions and a city and has not paused them; none otherwise. Who wants news at once gets now what
 * there is, and nothing where there is none (jobs/digest).
 */
export async function reschedule(db: Db, key: ChatKey, now: Date): Promise<Subscribed> {
  const subscribed = await readSubscriptions(db, key)
  const { subscriptions, zone, minutes, days, isPaused, atOnce } = subscribed
  const isDue = subscriptions.length > 0 && zone !== null && !isPaused
  const nextAt = !isDue ? null : atOnce ? now : nextDue({ zone, minutes, days }, now)
  await setNextDigest(db, key, nextAt)
  return { ...subscribed, nextAt }
}
