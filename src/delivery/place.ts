// Where a message goes that nobody has asked for just now: the chat, and in a forum its topic. A topic that is gone is no reason to lose the message.

import { TelegramError } from 'telegraf'
import type { Outgoing } from './outgoing.ts'
import type { Sender } from './sender.ts'

/** `kind` as Telegram calls it: private, group, supergroup or channel. */
export type Place = { chatId: number; threadId: number | null; kind: string }

/** Sends it behind answers; answers the message's id. */
export async function sendInto(
  { bulk }: Sender,
  { chatId, threadId, isSilent = false }: Place & { isSilent?: boolean },
  { text, extra: given }: Outgoing,
): Promise<number> {
  const extra = { ...given, ...(isSilent && { disable_notification: true }) }
  if (threadId === null) return (await bulk.sendMessage(chatId, text, extra)).message_id
  try {
    return (await bulk.sendMessage(chatId, text, { ...extra, message_thread_id: threadId })).message_id
  } catch (error) {
    if (
      !(error instanceof TelegramError) ||
      !/thread not found|TOPIC_(?:DELETED|CLOSED)/.test(error.description)
    )
      throw error
    return (await bulk.sendMessage(chatId, text, extra)).message_id
  }
}

/** A channel's readers can not be told apart from its admins by a button: what any of them taps would change the post for all. */
export const withoutButtons = <Shown extends { buttons: unknown[] }>({ kind }: Place, reply: Shown): Shown =>
  kind === 'channel' ? { ...reply, buttons: [] } : reply
