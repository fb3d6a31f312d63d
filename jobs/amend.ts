// Edits the first lines into the message that shows an answer, unless its reader has turned the message to something else since.

import type { App } from '../src/app.ts'
import { answer } from '../src/answers/answer.ts'
import { findShown } from '../src/chats/store.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { editIfThere } from '../src/delivery/edit.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { localDate } from '../src/subscriptions/due.ts'
import type { Payload } from '../src/queue.ts'

export async function amend(
  { db, config }: Pick<App, 'db' | 'config'>,
  sender: Sender,
  { answerId }: Payload<'amend'>,
): Promise<void> {
  const shown = await findShown(db, answerId)
  if (!shown?.lead || shown.turned) return
  const { question, language, askedAt, lead } = shown
  const today = localDate(shown.zone ?? config.zone, askedAt)
  const { reply } = await answer(
    db,
    { text: question, today, weekStart: config.weekStart },
    { language, today, hasModel: true },
    { answerId, offset: 0, chosen: '0', lead },
  )
  const [part, ...rest] = outgoing(reply, language)
  // In two messages the passages would stand where nobody can edit them in.
  if (!part || rest.length > 0) return
  await editIfThere(sender, shown, part)
}
