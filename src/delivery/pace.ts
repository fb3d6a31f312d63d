// How fast messages may leave, as Telegram's FAQ has it: about 30 a second over all, one a second to a chat (short bursts
// are let through), 20 a minute to a group. Evenly spaced: a reservoir of 30 lets 60 out within a second (measured).

/** Below 30, so that our clock and Telegram's need not agree. */
const spacingMs = 1000 / 28

type Allowance = { burst: number; refillMs: number }
const privateChat: Allowance = { burst: 3, refillMs: 1_000 }
const group: Allowance = { burst: 5, refillMs: 4_000 }

export type Pace = {
  /** Answers when a message to this chat may leave. */
  turn: (chatId: number | string) => Promise<void>
  /** Telegram asked us to wait: nothing leaves until then. */
  hold: (ms: number) => void
}

/** Chats that have not been sent to for a while are forgotten at this many. */
const rememberedMax = 10_000

export function createPace(
  clock: { now: () => number; sleep: (ms: number) => Promise<void> } = realClock,
): Pace {
  let nextAt = 0
  /** When a chat's next message could leave if it had no burst left. */
  const chats = new Map<number | string, number>()

  return {
    turn: async (chatId) => {
      const now = clock.now()
      const { burst, refillMs } = isGroup(chatId) ? group : privateChat
      // A virtual schedule: each message takes one refill; a chat may run ahead of the clock by its burst.
      const ready = Math.max(chats.get(chatId) ?? 0, now)
      remember(chatId, ready + refillMs, now)
      const chatAt = ready - (burst - 1) * refillMs
      const at = Math.max(now, nextAt, chatAt)
      if (at === Math.max(now, nextAt)) nextAt = at + spacingMs
      if (at > now) await clock.sleep(at - now)
    },
    hold: (ms) => {
      nextAt = Math.max(nextAt, clock.now() + ms)
    },
  }

  function remember(chatId: number | string, until: number, now: number): void {
    if (chats.size >= rememberedMax) for (const [id, at] of chats) if (at <= now) chats.delete(id)
    chats.set(chatId, until)
  }
}

const isGroup = (chatId: number | string): boolean => Number(chatId) < 0 || Number.isNaN(Number(chatId))

const realClock = {
  now: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}
