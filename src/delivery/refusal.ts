// What Telegram refuses once it refuses always: a text that it can not take, a message that is gone, a chat that has blocked the bot.

import { TelegramError } from 'telegraf'

/** Another try would bring the same; anything else (429, 5xx, a broken connection) may pass. */
export const isRefusal = (error: unknown): error is TelegramError =>
  error instanceof TelegramError && (error.code === 400 || error.code === 403)
