// What Telegram refuses once it refuses always: a text that it can not take, a message that is gone, a chat that has blocked the bot. And what is no
// refusal: it can not be reached, or has had enough for now.

import { TelegramError } from 'telegraf'
import { OutsideError } from '../errors.ts'

/** Telegram was tried as often as an answer is worth, and could not be reached: whatever was to be done is to be done later. */
export class TelegramAwayError extends OutsideError {
  constructor(cause: unknown) {
    super('Telegram can not be reached', { cause })
    this.name = 'TelegramAwayError'
  }
}

/** Another try would bring the same; anything else (429, 5xx, a broken connection) may pass. */
export const isRefusal = (error: unknown): error is TelegramError =>
  error instanceof TelegramError && (error.code === 400 || error.code === 403)
