// Updates in their order: those of one chat one after another, different chats at once, within limits.

import type { Update } from 'telegraf/types'

/** Updates handled at once, each of another chat. */
const inHandMax = 64
/** Updates that wait for those; more stay with Telegram. */
const waitingMax = 5_000

/** One chat's updates one after another; different chats at once. */
export function laneOf(update: Update): string {
  if ('message' in update) return String(update.message.chat.id)
  if ('edited_message' in update) return String(update.edited_message.chat.id)
  if ('callback_query' in update)
    return String(update.callback_query.message?.chat.id ?? update.callback_query.from.id)
  if ('inline_query' in update) return `inline ${update.inline_query.from.id}`
  return 'other'
}

/**
 * Keyed chains of work with a limit over all of them: a chat that has sent a hundred messages takes one place, not a hundred.
 * `run` comes back when the work is lined up, not when it is done.
 */
export function createLanes() {
  const lanes = new Map<string, Promise<void>>()
  const places = createPlaces(inHandMax)
  const line = createPlaces(waitingMax)
  return {
    run: async (
      lane: string,
      work: () => Promise<void>,
      onError: (error: unknown) => void,
    ): Promise<void> => {
      await line.take()
      const next = (lanes.get(lane) ?? Promise.resolve())
        .then(places.take)
        .then(work)
        .catch(onError)
        .finally(() => {
          places.free()
          line.free()
          if (lanes.get(lane) === next) lanes.delete(lane)
        })
      lanes.set(lane, next)
    },
    drained: async (): Promise<void> => {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}

function createPlaces(limit: number) {
  let taken = 0
  const waiting: (() => void)[] = []
  return {
    take: async (): Promise<void> => {
      if (taken < limit) taken++
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    // A place that becomes free goes straight to who has waited longest.
    free: (): void => {
      const next = waiting.shift()
      if (next) next()
      else taken--
    },
  }
}
