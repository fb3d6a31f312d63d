// Tells an admin how far a reload has come, by editing one message: now and then while it runs, and surely at its end.

import type { App } from '../src/app.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { editIfThere } from '../src/delivery/edit.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Payload } from '../src/queue.ts'
import { composeReload } from '../src/sources/reload-report.ts'
import { claimReport, findReload, listReloadResults } from '../src/sources/store.ts'

/** Telegram counts an edit as a message. */
const apartMs = 2_000

export async function report(
  { db }: Pick<App, 'db'>,
  sender: Sender,
  { reloadId }: Payload<'report'>,
): Promise<void> {
  const reload = await findReload(db, reloadId)
  if (!reload || reload.messageId === null || !(await claimReport(db, reload, apartMs))) return
  const { language, chatId, messageId } = reload
  const [part] = outgoing(composeReload(reload, await listReloadResults(db, reloadId)), language)
  if (!part) return
  await editIfThere(sender, { chatId, messageId }, part)
}
