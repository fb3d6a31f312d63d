// The chat that an update came from, as handlers see it: its language, whether an admin speaks, and how to answer.

import { localDate } from '../subscriptions/due.ts'
import { isAppointed } from '../access/store.ts'
import { type Context, TelegramError } from 'telegraf'
import { z } from 'zod'
import { packFor } from '../answers/action.ts'
import { type ChatKey, meetChat, type Server } from '../chats/store.ts'
import type { App } from '../app.ts'
import type { Reply } from '../answers/reply.ts'
import type { Reader } from '../answers/statement-lines.ts'
import { keyboard, outgoing } from '../delivery/outgoing.ts'
import type { Language } from '../language/script.ts'
import { blank } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'

export type BotNeeds = Pick<App, 'db' | 'queue' | 'enqueue' | 'llm' | 'log' | 'config' | 'metrics'> & {
  server: Server
  adminIds: readonly number[]
}

export type Here = {
  key: ChatKey
  language: Language
  /** Of the reader, else of whoever runs the bot: whose midnight a day ends at. */
  zone: string
  isPrivate: boolean
  isAdmin: boolean
}

/** Undefined for an update without a chat (inline queries and the like), or by a bot. Whether they may use it is asked before (bot/access). */
export async function meet(
  ctx: Context,
  { db, server, adminIds, config }: BotNeeds,
): Promise<Here | undefined> {
  const { chat, from } = ctx
  // A group's admin may speak in the group's own name: Telegram puts a bot of its own in front.
  if (!chat || !from || (from.is_bot && ctx.senderChat?.id !== chat.id)) return undefined
  const key = { server, chatId: chat.id }
  const title = chat.type === 'private' ? null : chat.title
  const known = await meetChat(db, key, { kind: chat.type, title })
  return {
    key,
    language: known.language ?? (from.language_code?.toLowerCase().startsWith('ar') ? 'ar' : 'en'),
    zone: known.zone ?? config.zone,
    isPrivate: chat.type === 'private',
    isAdmin: adminIds.includes(from.id) || (await isAppointed(db, server, from.id)),
  }
}

export const readerOf = (
  { llm }: Pick<BotNeeds, 'llm'>,
  { language, zone }: Pick<Here, 'language' | 'zone'>,
): Reader => ({
  language,
  today: localDate(zone, new Date()),
  hasModel: llm !== undefined,
})

/** Where `ctx.state` keeps which other chat a screen is about. */
export const managed = 'managed'
export type Managed = { chatId: number; title: string | null }
const ManagedState = z.object({ [managed]: z.object({ chatId: z.number(), title: z.string().nullable() }) })

/** The same screen about another chat: it says which, and so do its buttons. */
export function underManaged(
  { lines, buttons }: Reply,
  { chatId, title }: Managed,
  language: Language,
): Reply {
  return {
    lines: [[texts[language].groups.about(title ?? String(chatId))], blank, ...lines],
    buttons: buttons.map((row) =>
      row.map((it) => ('data' in it ? { ...it, data: packFor(chatId, it.data) } : it)),
    ),
  }
}

function asManaged(ctx: Context, reply: Reply, language: Language): Reply {
  const state = ManagedState.safeParse(ctx.state)
  return state.success ? underManaged(reply, state.data[managed], language) : reply
}

/** Sends a reply: in as many messages as it needs; an answer to `replyTo` in groups. */
export async function send(ctx: Context, reply: Reply, language: Language, replyTo?: number): Promise<void> {
  await sendForId(ctx, reply, language, replyTo)
}

/** A reply of one line. */
export const sendLine = (ctx: Context, line: string, language: Language): Promise<void> =>
  send(ctx, { lines: [[line]], buttons: [] }, language)

/** As `send`, for a message that will be edited: answers the id of the last part. */
export async function sendForId(
  ctx: Context,
  reply: Reply,
  language: Language,
  replyTo?: number,
): Promise<number | undefined> {
  let sent: number | undefined
  for (const [index, { text, extra }] of outgoing(asManaged(ctx, reply, language), language).entries())
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
  const [first, ...rest] = outgoing(asManaged(ctx, reply, language), language)
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
