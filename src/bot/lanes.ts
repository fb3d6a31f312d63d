// Updates in their order: those of one chat one after another, different chats at once.

import type { Update } from 'telegraf/types'

/** Whose updates keep their order among themselves: a chat's, or what one user types inline. */
export function laneOf(update: Update): string {
  if ('message' in update) return String(update.message.chat.id)
  if ('edited_message' in update) return String(update.edited_message.chat.id)
  if ('callback_query' in update)
    return String(update.callback_query.message?.chat.id ?? update.callback_query.from.id)
  if ('inline_query' in update) return `inline ${update.inline_query.from.id}`
  return 'other'
}

/** So many at once; who comes later waits, and goes in the order of coming. */
export function createPlaces(limit: number) {
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
