// Counts what the bot sends, as the real server does, and says how long to wait when it is too much.

import { messageRate } from './limits.ts'
import type { Chat } from './message.ts'

/** Only a message that may go is counted, so a bot that waits as told gets through. */
export function createRateMeter(now: () => number) {
  const all: number[] = []
  const byChat = new Map<number, number[]>()

  /** Seconds to wait; 0 when the message may go. */
  return (chat: Chat): number => {
    const times = byChat.get(chat.id) ?? []
    byChat.set(chat.id, times)
    const present = now()
    const waitMs = Math.max(
      untilFree(all, messageRate.perSecond, 1000, present),
      untilFree(times, messageRate.perChatPerSecond, 1000, present),
      chat.type === 'private' ? 0 : untilFree(times, messageRate.perGroupPerMinute, 60_000, present),
    )
    if (waitMs > 0) return Math.ceil(waitMs / 1000)
    for (const list of [all, times]) {
      list.push(present)
      if (list.length > messageRate.perSecond) list.shift()
    }
    return 0
  }
}

/** How long until fewer than `count` of the times lie within the window that ends now. */
function untilFree(times: number[], count: number, windowMs: number, present: number): number {
  const decisive = times.at(-count)
  return decisive === undefined ? 0 : Math.max(0, decisive + windowMs - present)
}

/** The methods that count as messages: answers to taps and "typing" do not. */
export const isMetered = (method: string): boolean => /^(send(?!chataction)|edit|forward|copy)/i.test(method)
