// What a digest is: a window of time, the topics that a chat wants of it, and what was found.

import { z } from 'zod'

/** A digest shows this many articles; the rest of those on its topics is a tap away. */
export const shownMax = 5

export const Content = z.object({
  /** Articles on the topics, best first. The first few are shown, the others are a tap away. */
  articles: z.array(z.number()),
  /** Others on the same event as one of them, by its id: a digest tells each event once. */
  also: z.record(z.string(), z.array(z.number())).default({}),
  /** All articles of the window, and how many sources they came from. */
  read: z.number(),
  sources: z.number(),
  /** Of those, how many are on other topics. */
  others: z.number(),
  /** Of those, how many tell a story that the chat has had, and nothing new that somebody said. */
  before: z.number().default(0),
  /** People whom the chat follows and who speak in the articles, with how much they say in each. */
  followed: z
    .array(z.object({ personId: z.number(), articles: z.record(z.string(), z.number()) }))
    .default([]),
  /** Sources whose last reading failed. */
  failed: z.array(z.string()),
})
export type Content = z.infer<typeof Content>

/**
 * Which articles a digest reads. One that comes by itself takes what became ready since the one before (and was not published long before);
 * one on demand takes what was published in these days, whenever it came in.
 * `topics`: what is wanted, IPTC ids and others (subscriptions/interest.ts); nothing: everything.
 */
export type Window = { from: Date; to: Date; topics: readonly string[]; by: 'ready' | 'published' }

export type Digest = {
  language: 'ar' | 'en'
  zone: string
  /** IPTC ids and others (subscriptions/interest.ts); none: all topics. */
  topics: readonly string[]
  from: Date
  to: Date
  /** When the next one is due; null where none is. */
  nextAt: Date | null
  /** Made as soon as there was news, not at an hour of the day. */
  atOnce: boolean
  /** Of its articles, those that have changed since it was sent. */
  changed: readonly number[]
  content: Content
}

const dayMs = 24 * 60 * 60 * 1000

/** A first digest looks back over a day; one after a pause no further than a week, so that a return is no flood. */
export function windowFrom(previousTo: Date | null, to: Date): Date {
  if (previousTo === null) return new Date(to.getTime() - dayMs)
  return new Date(Math.max(previousTo.getTime(), to.getTime() - 7 * dayMs))
}

/** On demand there is no window before: the last seven days. */
export const weekBefore = (to: Date): Date => new Date(to.getTime() - 7 * dayMs)
