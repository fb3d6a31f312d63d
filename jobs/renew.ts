// Edits a digest where it was sent, after an article in it has changed: what a chat reads is what the outlet says now, and that it has changed. A change that
// does not show in the digest edits nothing. Safe to run twice: an edit that says the same is none.

import type { App } from '../src/app.ts'
import { editIfThere } from '../src/delivery/edit.ts'
import type { Outgoing } from '../src/delivery/outgoing.ts'
import { isRefusal } from '../src/delivery/refusal.ts'
import { sendInto } from '../src/delivery/place.ts'
import type { Sender } from '../src/delivery/sender.ts'
import { findDigest, noteRenewed, type StoredDigest } from '../src/digests/store.ts'
import { digestParts } from '../src/publishing/parts.ts'
import { findPublishing } from '../src/publishing/store.ts'
import type { Payload } from '../src/queue.ts'

export async function renew(
  { db }: Pick<App, 'db'>,
  sender: Sender,
  { digestId }: Payload<'renew'>,
): Promise<void> {
  const digest = await findDigest(db, digestId)
  if (!digest || digest.staleAt === null) return // done, or its chat is gone
  const publishing = await findPublishing(db, digest)
  const { hash } = await digestParts(db, { ...digest, changed: [] }, publishing)
  const messageIds =
    hash === digest.sentHash
      ? digest.messageIds
      : await editParts(sender, digest, (await digestParts(db, digest, publishing)).parts)
  await noteRenewed(db, digest, { hash, messageIds })
}

/** The parts that there are now in the messages that there were: one too many goes, one more comes after them. Answers the messages that there are now. */
async function editParts(
  sender: Sender,
  digest: StoredDigest,
  parts: readonly Outgoing[],
): Promise<number[]> {
  const { chatId, messageIds } = digest
  const kept: number[] = []
  try {
    for (const [index, part] of parts.entries()) {
      const messageId = messageIds[index]
      if (messageId !== undefined) await editIfThere(sender.bulk, { chatId, messageId }, part)
      kept.push(messageId ?? (await sendInto(sender, digest, part)))
    }
    for (const messageId of messageIds.slice(parts.length)) await sender.bulk.deleteMessage(chatId, messageId)
  } catch (error) {
    // The reader has blocked the bot, or deleted what was to go: there is nothing left to be done about it.
    if (!isRefusal(error)) throw error
  }
  return kept
}
