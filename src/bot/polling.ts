// Long polling, with a loop of our own: telegraf's gives up at the first 409 and waits for a whole batch before it asks again.
// An update is written down before Telegram is told that we have it, and handled once; a slow chat keeps nobody else waiting.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Telegraf } from 'telegraf'
import { TelegramError } from 'telegraf'
import type { Update } from 'telegraf/types'
import { listWaitingUpdates, markHandled, receiveUpdate, type Server } from '../chats/store.ts'
import type { Database } from '../database/database.ts'
import type { Sender } from '../delivery/sender.ts'
import { OutsideError } from '../errors.ts'
import type { Log } from '../log.ts'
import { texts } from '../texts/texts.ts'

export type Polling = { close: () => Promise<void> }

type Needs = {
  bot: Telegraf
  sender: Sender
  db: Database
  server: Server
  log: Log
  /** Aborted, it ends the polling, and the waiting for a Telegram that does not answer. */
  signal?: AbortSignal
  pollTimeoutMs?: number
}

const pollSeconds = 50
/** A poll that has not come back by then never will. */
const defaultPollTimeoutMs = 65_000
const retryMs = { first: 500, most: 15_000 }
/** Another instance polls with our token: it may be our own predecessor on its way out. */
const conflictRetryMs = 3_000
/** Updates handled at once, each of another chat. */
const inHandMax = 64
/** Updates that wait for those; more stay with Telegram. */
const waitingMax = 5_000
/** Closing waits this long for what is in hand: what is not done by then is done at the next start. */
const drainMaxMs = 5_000
/** Without this list Telegram sends kinds that we have no use for. */
const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/** Introduces the bot and starts polling. Throws a permanent OutsideError when Telegram does not know the token. */
export async function startPolling(needs: Needs): Promise<Polling> {
  const { bot, sender, db, server, log, pollTimeoutMs = defaultPollTimeoutMs } = needs
  const stopping = new AbortController()
  needs.signal?.addEventListener('abort', () => stopping.abort())
  if (needs.signal?.aborted) stopping.abort()
  const lanes = createLanes()

  const me = await introduce(needs, stopping.signal)
  if (!me) return { close: async () => {} }
  bot.botInfo = me
  for (const { updateId, payload } of await listWaitingUpdates(db, server)) await take(updateId, payload)
  const done = poll()
  return {
    close: async () => {
      stopping.abort()
      await done
      await Promise.race([lanes.drained(), sleep(drainMaxMs, undefined, { ref: false })])
    },
  }

  function take(updateId: number, update: Update): Promise<void> {
    const handle = async () => {
      if (isStopping()) return // it stays in the inbox
      await bot.handleUpdate(update)
      await markHandled(db, server, updateId)
    }
    return lanes.run(laneOf(update), handle, (error) =>
      log.error(
        { updateId, error: String(error) },
        'an update was not handled; it will be at the next start',
      ),
    )
  }

  async function poll(): Promise<void> {
    let offset = 0
    let failures = 0
    while (!isStopping()) {
      try {
        offset = await receive(await getUpdates(offset), offset)
        failures = 0
      } catch (error) {
        if (isStopping()) return
        log.warn({ error: String(error), failures }, 'polling failed; trying again')
        await pause(waitAfter(error, failures++), stopping.signal)
      }
    }
  }

  function isStopping(): boolean {
    return stopping.signal.aborted
  }

  function getUpdates(offset: number): Promise<Update[]> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(pollTimeoutMs)])
    return sender.callApi(
      'getUpdates',
      { offset, timeout: pollSeconds, allowed_updates: allowedUpdates },
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- telegraf's type is of a signal older than Node's
      { signal: signal as never },
    )
  }

  /** The number to ask for next: what is below it is written down here, and Telegram may forget it. */
  async function receive(updates: readonly Update[], from: number): Promise<number> {
    let offset = from
    for (const update of updates) {
      if (await receiveUpdate(db, server, update)) await take(update.update_id, update)
      offset = update.update_id + 1
    }
    return offset
  }
}

function waitAfter(error: unknown, failures: number): number {
  if (error instanceof TelegramError) {
    if (error.code === 409) return conflictRetryMs
    if (error.code === 429) return (error.parameters?.retry_after ?? 1) * 1000
  }
  return Math.min(retryMs.most, retryMs.first * 2 ** failures)
}

/**
 * getMe with patience, then what Telegram shows of the bot. Only a token that Telegram refuses is worth giving up for.
 * Undefined when stopped before Telegram has answered.
 */
async function introduce(needs: Needs, signal: AbortSignal) {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await Promise.race([present(needs), untilAborted(signal)])
    } catch (error) {
      if (error instanceof TelegramError && (error.code === 401 || error.code === 404))
        throw new OutsideError(
          'Telegram does not know this bot token: check TELEGRAM_BOT_TOKEN (get one from @BotFather)',
          {
            permanent: true,
            cause: error,
          },
        )
      needs.log.warn({ error: String(error) }, 'Telegram can not be reached; trying again')
      await pause(waitAfter(error, failures), signal)
    }
  }
  return undefined
}

async function present({ sender, log }: Needs) {
  const me = await sender.getMe()
  await sender.deleteWebhook()
  try {
    await setMenu(sender)
  } catch (error) {
    // A menu that is refused is a pity; a bot that does not start for it is worse.
    if (!(error instanceof TelegramError) || error.code !== 400) throw error
    log.warn({ error: error.description }, 'the menu of commands was refused')
  }
  return me
}

/** English for everybody, Arabic for those whose Telegram is in Arabic. */
async function setMenu(sender: Sender): Promise<void> {
  for (const language of ['en', 'ar'] as const) {
    const menu = Object.entries(texts[language].commands).map(([command, description]) => ({
      command,
      description,
    }))
    await sender.setMyCommands(menu, language === 'en' ? {} : { language_code: language })
  }
}

/** One chat's updates one after another; different chats at once. */
function laneOf(update: Update): string {
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
function createLanes() {
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

function untilAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, ms)
    signal.addEventListener('abort', finish)
    if (signal.aborted) finish()
  })
}
