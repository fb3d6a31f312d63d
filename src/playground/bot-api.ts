// A Telegram server in one process, on loopback: as strict as the real one and in its words, so that what works here
// works there. The playground and the tests talk to the very same bot through it.

import { createCalls } from './calls.ts'
import { createFaults, type Fault } from './faults.ts'
import type { BotUser, Message } from './message.ts'
import { createGroups } from './groups.ts'
import { createMethods } from './methods.ts'
import { createProfile } from './profile.ts'
import { createQueries } from './queries.ts'
import { createReaders } from './readers.ts'
import { serveBotApi, type Listening } from './transport.ts'
import { createUpdates } from './updates.ts'
import { createWorld, type Change } from './world.ts'

export type BotApiOptions = {
  token: string
  bot?: Partial<BotUser>
  /** Milliseconds since 1970. */
  now?: () => number
  /** Ids go up from here. By default they start higher at every start of the process, as the real ones never go back. */
  firstUpdateId?: number
  firstMessageId?: number
  /** Answers 429 to more than 30 messages a second, one a second in a chat, 20 a minute in a group. */
  rateLimited?: boolean
  /** The first pause after a failed webhook delivery. */
  webhookRetryMs?: number
}

export type BotApi = ReturnType<typeof createBotApi>

/** Creates the server and the people on it; nothing listens before `listen()`. */
export function createBotApi(options: BotApiOptions) {
  const { token, now = Date.now, rateLimited = false, webhookRetryMs = 1000 } = options
  const { firstUpdateId = startingId(), firstMessageId = startingId() } = options
  const me = { ...defaultBot, ...options.bot }
  const world = createWorld({ me, now, firstMessageId })
  const updates = createUpdates(firstUpdateId)
  const queries = createQueries(world)
  const profile = createProfile(world)
  const calls = createCalls()
  const faults = createFaults()
  const methods = createMethods({ world, updates, queries, profile, calls, rateLimited, webhookRetryMs })

  const listen = async (port = 0): Promise<Listening> => {
    const { apiRoot, close } = await serveBotApi(
      { token, execute: methods.execute, faults, file: world.file },
      port,
    )
    return {
      apiRoot,
      close: async () => {
        methods.stop()
        await close()
      },
    }
  }

  return {
    token,
    me,
    listen,
    ...createReaders(world, updates, queries),
    ...createGroups(world, updates),
    /** Every finished call, oldest first. */
    calls: calls.all,
    waitFor: calls.waitFor,
    fail: (method: string, fault: Fault, times = 1) => faults.plan(method, fault, times),
    /** What stands in a chat now, oldest first. */
    messagesOf: (chatId: number): Message[] => [...(world.places.get(chatId)?.messages.values() ?? [])],
    /** Ids of the messages that are pinned in a chat. */
    pinnedIn: (chatId: number): number[] => [...(world.places.get(chatId)?.pinned ?? [])],
    /** Taps and inline queries that the bot has not answered. */
    unansweredQueries: queries.unanswered,
    /** Updates that the bot has not confirmed. */
    pendingUpdates: () => updates.pending().length,
    /** The command menu of a private chat, for a reader's language. */
    menu: profile.menu,
    /** What an empty chat says that the bot is for. */
    description: profile.description,
    /** The bot's name, for a reader's language. */
    name: profile.name,
    file: world.file,
    /** Returns the way to stop listening. */
    on: (_event: 'change', listener: (change: Change) => void) => world.listen(listener),
  }
}

const defaultBot: BotUser = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Khabar',
  username: 'khabar_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
}

/**
 * Tenths of a second since 2026: above every id of an earlier process that gave out fewer than ten a second, and a
 * 32-bit number until 2032.
 */
const startingId = (): number => Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 100)
