// A channel is managed from its admin's own chat: the screens are those of every chat, and their buttons name the channel.

import type { Context } from 'telegraf'
import type { Reply } from '../answers/reply.ts'
import { outgoing } from '../delivery/outgoing.ts'
import { readSubscriptions } from '../subscriptions/schedule.ts'
import { bold } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send, underManaged, sendLine } from './chat.ts'
import { settings } from './digests.ts'
import { subscribing } from './subscribing.ts'
import { subscriptionsScreen } from './digest-screens.ts'
import { enterChat, type Handler, inChat, mayManage } from './managing.ts'
import { setFooter } from './publishing.ts'

/** `/channel @name`, or `/channel` in reply to one of its posts; what follows the name is a subscription, `settings` and a city, or `footer` and words. */
export async function manageChannel(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  const [name = '', command = '', ...rest] = words.split(/\s+/)
  const there = await openChannel(ctx, needs, here, name)
  if (typeof there === 'string') return sendLine(ctx, there, here.language)
  const handler = commands.get(command)
  if (handler) return handler(ctx, needs, there, rest.join(' '))
  if (command !== '') return subscribing(ctx, needs, there, [command, ...rest].join(' '))
  const screen = subscriptionsScreen(await readSubscriptions(needs.db, there.key), there.language)
  await send(ctx, screen, there.language)
}

const commands: ReadonlyMap<string, Handler> = new Map([
  ['settings', settings],
  ['footer', setFooter],
])

/** The chat of that name, or of the post that is replied to; what is missing for it to be managed, in a line. */
async function openChannel(ctx: Context, needs: BotNeeds, here: Here, name: string): Promise<Here | string> {
  const t = texts[here.language].groups
  const wanted = name === '' ? forwardedFrom(ctx) : channelName(name)
  if (wanted === undefined) return t.how
  const chat = await inChat(() => ctx.telegram.getChat(wanted))
  if (!chat || chat.type === 'private') return t.unknown(name)
  if (!(await mayManage(ctx, { chatId: chat.id }))) return t.notYours
  if (chat.type === 'channel' && !(await mayPost(ctx, chat.id))) return t.mayNotPost
  return enterChat(ctx, needs, here, chat)
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
