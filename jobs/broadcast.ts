// Sends a message of the admins' to one chat after the other, behind answers, until all have it or an admin stops it. Whom it has reached is
// written down chat by chat: a process that dies is followed by one that goes on; only the chat that was being told stays unknown.

import { isRefusal } from '../src/delivery/refusal.ts'
import type { App } from '../src/app.ts'
import { progressScreen, wordingFor } from '../src/broadcasts/broadcast.ts'
import {
  claimReceiver,
  countReached,
  findBroadcast,
  settleBroadcast,
  settleReceiver,
} from '../src/broadcasts/store.ts'
import type { Db } from '../src/database/database.ts'
import { editIfThere } from '../src/delivery/edit.ts'
import { outgoing } from '../src/delivery/outgoing.ts'
import { type Place, sendInto } from '../src/delivery/place.ts'
import type { Sender } from '../src/delivery/sender.ts'
import type { Language } from '../src/language/script.ts'
import type { Payload } from '../src/queue.ts'

/** The admin's message is edited no more often: Telegram counts an edit as a message. */
const toldEveryMs = 3_000

export async function broadcast(
  { db, log }: Pick<App, 'db' | 'log'>,
  sender: Sender,
  { broadcastId }: Payload<'broadcast'>,
): Promise<void> {
  const made = await findBroadcast(db, broadcastId)
  if (!made || made.isSettled) return
  for (let toldMs = performance.now(); ;) {
    const receiver = await claimReceiver(db, broadcastId)
    if (!receiver) break
    const { reply, language } = wordingFor(made, receiver.language)
    const failure = await sendOne(sender, receiver, outgoing(reply, language))
    if (failure !== null) log.warn({ broadcastId, reason: failure }, 'a chat could not be told')
    await settleReceiver(db, broadcastId, receiver.chatId, failure)
    if (performance.now() - toldMs < toldEveryMs) continue
    await tell(db, sender, broadcastId)
    toldMs = performance.now()
  }
  await settleBroadcast(db, broadcastId)
  await tell(db, sender, broadcastId)
}

/** Why it was refused; null where it was sent. */
async function sendOne(
  sender: Sender,
  place: Place & { language: Language },
  parts: ReturnType<typeof outgoing>,
): Promise<string | null> {
  try {
    for (const part of parts) await sendInto(sender, place, part)
    return null
  } catch (error) {
    if (isRefusal(error)) return error.description
    throw error
  }
}

/** How far it has come, in the message that began it. */
async function tell(db: Db, sender: Sender, broadcastId: number): Promise<void> {
  const made = await findBroadcast(db, broadcastId)
  if (!made || made.messageId === null) return
  const { chatId, messageId, language } = made
  const [part] = outgoing(progressScreen(made, await countReached(db, broadcastId), language), language)
  if (part) await editIfThere(sender, { chatId, messageId }, part)
}
