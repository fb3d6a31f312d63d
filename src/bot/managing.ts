// Who may change what comes into a chat by itself: in a private chat its reader, in a group or channel its admins, asked of Telegram each
// time. A channel is managed from its admin's own chat: the screens are the same, and their buttons name the channel.

import { type Context, TelegramError } from 'telegraf'
import type { Reply } from '../answers/reply.ts'
import { type ChatKey, meetChat, setThread } from '../chats/store.ts'
import { readSubscriptions } from '../digests/subscriptions.ts'
import { outgoing } from '../delivery/outgoing.ts'
import { bold } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, managed, send, underManaged } from './chat.ts'
import { settings, subscribing } from './digests.ts'
import { subscriptionsScreen } from './digest-screens.ts'

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
async function inChat<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof TelegramError && (error.code === 400 || error.code === 403)) return undefined
    throw error
  }
}

/** In a group the command of an admin alone; what it asks for comes into the forum's topic that it was given in. */
export function byManagers(handler: Handler): Handler {
  return async (ctx, needs, here, words) => {
    if (!(await mayManage(ctx, here.key)))
      return send(ctx, { lines: [[texts[here.language].groups.adminsOnly]], buttons: [] }, here.language)
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

/** `/channel @name`, or `/channel` in reply to one of its posts; what follows the name is a subscription, or `settings` and a city. */
export async function manageChannel(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  const t = texts[here.language].groups
  const refuse = (line: string) => send(ctx, { lines: [[line]], buttons: [] }, here.language)
  const [name = '', command = '', ...rest] = words.split(/\s+/)
  const wanted = name === '' ? forwardedFrom(ctx) : channelName(name)
  if (wanted === undefined) return refuse(t.how)
  const chat = await inChat(() => ctx.telegram.getChat(wanted))
  if (!chat || chat.type === 'private') return refuse(t.unknown(name))
  if (!(await mayManage(ctx, { chatId: chat.id }))) return refuse(t.notYours)
  if (chat.type === 'channel' && !(await mayPost(ctx, chat.id))) return refuse(t.mayNotPost)
  const there = await goTo(ctx, needs, here, chat)
  if (command === 'settings') return settings(ctx, needs, there, rest.join(' '))
  if (command !== '') return subscribing(ctx, needs, there, [command, ...rest].join(' '))
  await send(
    ctx,
    subscriptionsScreen(await readSubscriptions(needs.db, there.key), there.language),
    there.language,
  )
}

const channelName = (word: string): string | undefined => {
  const name = /^(?:https?:\/\/)?(?:t\.me\/|@)(\w{4,32})$/.exec(word)?.[1]
  return name === undefined ? /^-\d{1,15}$/.exec(word)?.[0] : `@${name}`
}

function forwardedFrom({ message }: Context): number | undefined {
  const post = message && 'reply_to_message' in message ? message.reply_to_message : undefined
  const origin = post && 'forward_origin' in post ? post.forward_origin : undefined
  return origin?.type === 'channel' ? origin.chat.id : undefined
}

async function mayPost(ctx: Context, chatId: number): Promise<boolean> {
  const own = await inChat(() => ctx.telegram.getChatMember(chatId, ctx.botInfo.id))
  return own?.status === 'administrator' && own.can_post_messages === true
}

/** From here on the screens are about that chat, in its language. */
async function goTo(
  ctx: Context,
  { db, server }: BotNeeds,
  here: Here,
  { id, type, title = null }: { id: number; type: string; title?: string | null },
): Promise<Here> {
  const key = { server, chatId: id }
  const { language } = await meetChat(db, key, { kind: type, title })
  ctx.state[managed] = { chatId: id, title }
  return { key, language: language ?? here.language, isPrivate: false, isAdmin: false }
}

/** A button of a screen about another chat, tapped: undefined where the chat is not theirs any more. */
export async function thereOf(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  chatId: number,
): Promise<Here | undefined> {
  if (!here.isPrivate || !(await mayManage(ctx, { chatId }))) return undefined
  const chat = await inChat(() => ctx.telegram.getChat(chatId))
  return chat && chat.type !== 'private' ? goTo(ctx, needs, here, chat) : undefined
}

/** The bot has been made an admin of a channel: whoever did that is shown, in their own chat, how its digest begins. */
export async function greetChannel(ctx: Context, needs: BotNeeds, here: Here): Promise<void> {
  const { chat, from } = ctx
  if (chat?.type !== 'channel' || !from) return
  const t = texts[here.language].groups
  const { title } = chat
  const screen = subscriptionsScreen(await readSubscriptions(needs.db, here.key), here.language)
  const reply: Reply = { ...screen, lines: [[bold(t.added)], [t.how]] }
  await inChat(async () => {
    for (const { text, extra } of outgoing(
      underManaged(reply, { chatId: chat.id, title }, here.language),
      here.language,
    ))
      await ctx.telegram.sendMessage(from.id, text, extra)
  })
}
