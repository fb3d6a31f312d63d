// Edits what a reader's link leads to into the message that promised it.

import { TelegramError } from 'telegraf'
import type { App } from '../src/app.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Payload } from '../src/queue.ts'
import { findReading, settleReading } from '../src/readings/store.ts'

export async function show(
  { db }: Pick<App, 'db'>,
  sender: Sender,
  { readingId }: Payload<'show'>,
): Promise<void> {
  const reading = await findReading(db, readingId)
  if (!reading?.answer) return
  const { chatId, messageId, answer } = reading
  try {
    await sender.editMessageText(chatId, messageId, undefined, answer.text, answer.extra)
  } catch (error) {
    // Deleted meanwhile, or said already by a process that died before it could write so down.
    if (!(error instanceof TelegramError && error.code === 400)) throw error
  }
  await settleReading(db, readingId)
}
