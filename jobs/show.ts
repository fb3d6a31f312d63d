// Edits what a reader's link leads to into the message that promised it.

import type { App } from '../src/app.ts'
import { editIfThere } from '../src/delivery/edit.ts'
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
  await editIfThere(sender, reading, reading.answer)
  await settleReading(db, readingId)
}
