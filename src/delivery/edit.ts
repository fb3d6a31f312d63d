// Turning a message that was sent before into what is known now, by a job: nobody waits, and it may have happened already.

import { TelegramError } from 'telegraf'
import type { Outgoing } from './outgoing.ts'
import type { Sender } from './sender.ts'

/** Where the message is deleted, or says the same already (a process died before it could write so down), there is nothing to be done about it. */
export async function editIfThere(
  sender: Sender,
  { chatId, messageId }: { chatId: number; messageId: number },
  { text, extra }: Outgoing,
): Promise<void> {
  try {
    await sender.editMessageText(chatId, messageId, undefined, text, extra)
  } catch (error) {
    if (!(error instanceof TelegramError && error.code === 400)) throw error
  }
}
