// Long polling, with a loop of our own: telegraf's gives up at the first 409 and waits for a whole batch before it asks again.
// An update is written down before Telegram is told that we have it, and handled once; a slow chat keeps nobody else waiting.

import type { Update } from 'telegraf/types'
import { createInbox, type InboxNeeds, stoppedBy } from './inbox.ts'
import { allowedUpdates, introduce, pause, waitAfter } from './introduction.ts'

/** What stops the receiving of updates, by polling or by webhook. */
export type Receiving = { close: () => Promise<void> }

const pollSeconds = 50
/** A poll that has not come back by then never will. */
const defaultPollTimeoutMs = 65_000

/** Introduces the bot and starts polling. Throws a permanent OutsideError when Telegram does not know the token. */
export async function startPolling(needs: InboxNeeds & { pollTimeoutMs?: number }): Promise<Receiving> {
  const { bot, sender, log, pollTimeoutMs = defaultPollTimeoutMs } = needs
  const stopping = stoppedBy(needs.signal)
  const inbox = createInbox(needs, stopping.signal)

  const me = await introduce(needs, (it) => it.deleteWebhook(), stopping.signal)
  if (!me) return { close: async () => {} }
  bot.botInfo = me
  await inbox.open()
  const done = poll()
  return {
    close: async () => {
      stopping.abort()
      await done
      await inbox.drained()
    },
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
      await inbox.receive(update)
      offset = update.update_id + 1
    }
    return offset
  }
}
