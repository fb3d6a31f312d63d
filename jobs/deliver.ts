// One digest to its chat, part by part. What has been sent is written down part by part: a process that dies is followed by one that
// sends the rest. Only a part that was on its way in that moment may arrive twice.

import type { App } from '../src/app.ts'
import type { Db } from '../src/database/database.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { isRefusal } from '../src/delivery/refusal.ts'
import { sendInto } from '../src/delivery/place.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { readGathered } from '../src/digests/gather.ts'
import { digestParts } from '../src/publishing/parts.ts'
import {
  findDigest,
  isOutdated,
  notePartSent,
  settleDigest,
  type StoredDigest,
} from '../src/digests/store.ts'
import { approvalScreen } from '../src/publishing/screen.ts'
import {
  findApproval,
  findPublishing,
  giveUpOlder,
  noteAsked,
  notePinned,
  type Publishing,
} from '../src/publishing/store.ts'
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
  const publishing = await findPublishing(db, digest)
  if (publishing) await giveUpOlder(db, digest, digestId)
  if (publishing && (await waitsForWord(db, sender, digest, publishing))) return
  try {
    await sendWhole(db, sender, digest, publishing)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // The sender has retired a chat that is gone; a message that Telegram refuses once is refused always.
    log.warn({ digestId, reason: error.description }, 'a digest was refused')
    await settleDigest(db, digestId, error.description)
    return
  }
  await settleDigest(db, digestId, null)
}

/** What of it has not been sent. */
async function sendWhole(
  db: Db,
  sender: Sender,
  digest: StoredDigest,
  publishing: Publishing | undefined,
): Promise<void> {
  const { parts, hash } = await digestParts(db, digest, publishing)
  const place = { ...digest, isSilent: publishing?.isSilent ?? false }
  for (const [index, part] of parts.entries()) {
    if (index < digest.partsSent) continue
    const messageId = await sendInto(sender, place, part)
    await notePartSent(db, digest.id, { partsSent: index + 1, messageId, hash })
    if (index === 0 && publishing?.isPinned) await pin(db, sender, digest, { messageId, publishing })
  }
}

/** Whoever has to approve it is shown it once; until there is a word nothing goes out. */
async function waitsForWord(
  db: Db,
  sender: Sender,
  digest: StoredDigest,
  { approverId, title }: Publishing,
): Promise<boolean> {
  const approval = await findApproval(db, digest.id)
  if (approverId === null || approval?.isApproved) return false
  if (approval?.isAsked) return true
  const gathered = await readGathered(db, digest)
  const named = { title: title ?? String(digest.chatId), language: digest.language }
  try {
    for (const { text, extra } of outgoing(approvalScreen(digest, gathered, named), digest.language))
      await sender.bulk.sendMessage(approverId, text, extra)
    await noteAsked(db, digest.id)
  } catch (error) {
    if (!isRefusal(error)) throw error
    await settleDigest(db, digest.id, 'its admin could not be asked')
  }
  return true
}

/** The last digest stays on top alone. What Telegram refuses here (no right to pin) is no reason to lose the digest. */
async function pin(
  db: Db,
  { bulk }: Sender,
  digest: StoredDigest,
  { messageId, publishing }: { messageId: number; publishing: Publishing },
): Promise<void> {
  try {
    await bulk.pinChatMessage(digest.chatId, messageId, { disable_notification: true })
    await notePinned(db, digest, messageId)
    if (publishing.pinnedMessageId !== null)
      await bulk.unpinChatMessage(digest.chatId, publishing.pinnedMessageId)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}
