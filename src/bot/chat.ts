// The chat that an update came from, as handlers see it: its language, whether an admin speaks, and how to answer.

import { localDate } from '../digests/due.ts'
import { type Context, TelegramError } from 'telegraf'
import { type ChatKey, meetChat, type Server } from '../chats/store.ts'
import type { App } from '../app.ts'
import type { Reply } from '../answers/reply.ts'
import type { Reader } from '../answers/statement-lines.ts'
import { keyboard, outgoing } from '../delivery/outgoing.ts'
import type { Language } from '../language/script.ts'

export type BotNeeds = Pick<App, 'db' | 'queue' | 'enqueue' | 'llm' | 'log' | 'config' | 'metrics'> & {
  server: Server
  adminIds: readonly number[]
}

export type Here = {
  key: ChatKey
  language: Language
  isPrivate: boolean
  isAdmin: boolean
}

/** Undefined for an update without a chat (inline queries and the like), or by a bot. Whether they may use it is asked before (bot/access). */
export async function meet(ctx: Context, { db, server, adminIds }: BotNeeds): Promise<Here | undefined> {
  const { chat, from } = ctx
  if (!chat || !from || from.is_bot) return undefined
  const key = { server, chatId: chat.id }
  const known = await meetChat(db, key, chat.type)
  return {
    key,
    language: known.language ?? (from.language_code?.toLowerCase().startsWith('ar') ? 'ar' : 'en'),
    isPrivate: chat.type === 'private',
    isAdmin: adminIds.includes(from.id),
  }
}

export const readerOf = ({ config, llm }: BotNeeds, language: Language): Reader => ({
  language,
  today: localDate(config.zone, new Date()),
  hasModel: llm !== undefined,
})

/** Sends a reply: in as many messages as it needs; an answer to `replyTo` in groups. */
export async function send(ctx: Context, reply: Reply, language: Language, replyTo?: number): Promise<void> {
  await sendForId(ctx, reply, language, replyTo)
}

/** The same, for a message that will be edited: answers the id of the last part. */
export async function sendForId(
  ctx: Context,
  reply: Reply,
  language: Language,
  replyTo?: number,
): Promise<number | undefined> {
  let sent: number | undefined
  for (const [index, { text, extra }] of outgoing(reply, language).entries())
    sent = (
      await ctx.reply(text, {
        ...extra,
        ...(index === 0 && replyTo !== undefined
          ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
          : {}),
      })
    ).message_id
  return sent
}

/** Turns one of our messages into this reply; what is too long for one, or can not be edited any more, is sent anew. Answers where it is shown. */
export async function editMessage(
  ctx: Context,
  messageId: number,
  reply: Reply,
  language: Language,
): Promise<number | undefined> {
  const [first, ...rest] = outgoing(reply, language)
  if (!first || rest.length > 0) return sendForId(ctx, reply, language)
  const extra = { reply_markup: keyboard([], language), ...first.extra }
  try {
    await ctx.telegram.editMessageText(ctx.chat?.id, messageId, undefined, first.text, extra)
    return messageId
  } catch (error) {
    if (!(error instanceof TelegramError) || error.code !== 400) throw error
    // It says so already: a tap handled twice, another question with the same answer.
    if (error.description.includes('message is not modified')) return messageId
    // Deleted meanwhile, or too old to be edited: it is said anew.
    return sendForId(ctx, reply, language)
  }
}

/** Turns the message that holds the tapped button into this reply. */
export async function edit(ctx: Context, reply: Reply, language: Language): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id
  if (messageId === undefined) return send(ctx, reply, language)
  await editMessage(ctx, messageId, reply, language)
}
