// One digest to its chat, part by part. What has been sent is written down part by part: a process that dies is followed by one that
// sends the rest. Only a part that was on its way in that moment may arrive twice.

import { TelegramError } from 'telegraf'
import type { App } from '../src/app.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { sendInto, withoutButtons } from '../src/delivery/place.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { composeDigest } from '../src/digests/compose.ts'
import { readGathered } from '../src/digests/gather.ts'
import { findDigest, isOutdated, notePartsSent, settleDigest } from '../src/digests/store.ts'
import type { Payload } from '../src/queue.ts'

export async function deliver(
  { db, log }: Pick<App, 'db' | 'log'>,
  sender: Sender,
  { digestId }: Payload<'deliver'>,
): Promise<void> {
  const digest = await findDigest(db, digestId)
  if (!digest || digest.settled) return // sent, or its chat is gone
  // Nobody could send for days (Telegram, or the playground's process): the newest digest arrives, not a pile of them.
  if (digest.partsSent === 0 && (await isOutdated(db, digest)))
    return void (await settleDigest(db, digestId, 'a later digest took its place'))
  const gathered = await readGathered(db, digest.content)
  const reply = withoutButtons(digest, composeDigest(digest, gathered, digest.language))
  const parts = outgoing(reply, digest.language)
  try {
    for (const [index, part] of parts.entries()) {
      if (index < digest.partsSent) continue
      await sendInto(sender, digest, part)
      await notePartsSent(db, digestId, index + 1)
    }
  } catch (error) {
    if (!(error instanceof TelegramError) || !isRefusal(error)) throw error
    // The sender has retired a chat that is gone; a message that Telegram refuses once is refused always.
    log.warn({ digestId, reason: error.description }, 'a digest was refused')
    await settleDigest(db, digestId, error.description)
    return
  }
  await settleDigest(db, digestId, null)
}

const isRefusal = ({ code }: TelegramError): boolean => code === 400 || code === 403
