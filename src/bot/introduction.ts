// The bot's first words with Telegram: who it is, how updates come, and what Telegram shows of it.

import { TelegramError } from 'telegraf'
import type { Sender } from '../delivery/sender.ts'
import { OutsideError } from '../errors.ts'
import type { Log } from '../log.ts'
import { texts } from '../texts/texts.ts'

type Needs = { sender: Sender; log: Log }
/** How updates are to come: a webhook set, or none. */
type Arrange = (sender: Sender) => Promise<unknown>

const retryMs = { first: 500, most: 15_000 }
/** Another instance polls with our token: it may be our own predecessor on its way out. */
const conflictRetryMs = 3_000
/** Without this list Telegram sends kinds that we have no use for. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/** How long to wait after a call that failed, and had failed so often before. */
export function waitAfter(error: unknown, failures: number): number {
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
export async function introduce(needs: Needs, arrange: Arrange, signal: AbortSignal) {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await Promise.race([present(needs, arrange), untilAborted(signal)])
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

async function present({ sender, log }: Needs, arrange: Arrange) {
  const me = await sender.getMe()
  await arrange(sender)
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

function untilAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
}

/** Ends early, and without an error, when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
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
