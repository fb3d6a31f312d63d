// Who may change what comes into a chat by itself: in a private chat its reader, in a group or channel its admins, asked of Telegram each
// time.

import type { Context } from 'telegraf'
import { isRefusal } from '../delivery/refusal.ts'
import { type ChatKey, meetChat, setThread } from '../chats/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, managed, sendLine } from './chat.ts'

export type Handler = (ctx: Context, needs: BotNeeds, here: Here, words: string) => Promise<void>

/** A group's admin may speak in the group's own name. */
const isAnonymousAdmin = ({ chat, senderChat }: Context): boolean =>
  chat !== undefined && senderChat?.id === chat.id

export async function mayManage(ctx: Context, { chatId }: Pick<ChatKey, 'chatId'>): Promise<boolean> {
  const { from, chat } = ctx
  if (!from) return false
  if (chat?.id === chatId && (chat.type === 'private' || isAnonymousAdmin(ctx))) return true
  const member = await inChat(() => ctx.telegram.getChatMember(chatId, from.id))
  return member?.status === 'creator' || member?.status === 'administrator'
}

/** What Telegram says of a chat; undefined where it does not let us in. */
export async function inChat<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** In a group the command of an admin alone; what it asks for comes into the forum's topic that it was given in. */
export function byManagers(handler: Handler): Handler {
  return async (ctx, needs, here, words) => {
    if (!(await mayManage(ctx, here.key)))
      return sendLine(ctx, texts[here.language].groups.adminsOnly, here.language)
    await noteThread(ctx, needs, here)
    await handler(ctx, needs, here, words)
  }
}

export async function noteThread(
  { message, callbackQuery }: Context,
  { db }: BotNeeds,
  here: Here,
): Promise<void> {
  if (here.isPrivate) return
  const sent = message ?? callbackQuery?.message
  const isTopic = sent !== undefined && 'is_topic_message' in sent && sent.is_topic_message
  await setThread(
    db,
    here.key,
    isTopic && 'message_thread_id' in sent ? (sent.message_thread_id ?? null) : null,
  )
}

/** Another chat than the one that is spoken in: from here on the screens are about it, in its language. */
export async function enterChat(
  ctx: Context,
  { db, server }: BotNeeds,
  here: Here,
  { id, type, title = null }: { id: number; type: string; title?: string | null },
): Promise<Here> {
  const key = { server, chatId: id }
  const { language, zone } = await meetChat(db, key, { kind: type, title })
  ctx.state[managed] = { chatId: id, title }
  return {
    key,
    language: language ?? here.language,
    zone: zone ?? here.zone,
    isPrivate: false,
    isAdmin: false,
  }
}

/** A button of a screen about another chat, tapped: undefined where the chat is not theirs any more. */
export async function enterTapped(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  chatId: number,
): Promise<Here | undefined> {
  if (!here.isPrivate || !(await mayManage(ctx, { chatId }))) return undefined
  const chat = await inChat(() => ctx.telegram.getChat(chatId))
  return chat && chat.type !== 'private' ? enterChat(ctx, needs, here, chat) : undefined
}
