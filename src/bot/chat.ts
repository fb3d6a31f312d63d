// The chat that an update came from, as handlers see it: its language, whether an admin speaks, and how to answer.

import type { Context } from 'telegraf'
import { type ChatKey, meetChat, type Server } from '../chats/store.ts'
import type { App } from '../app.ts'
import type { Button, Reply } from '../answers/reply.ts'
import type { Reader } from '../answers/statement-lines.ts'
import { splitMessage } from '../delivery/split.ts'
import type { Language } from '../language/script.ts'
import { compose } from '../texts/message.ts'

export type BotNeeds = Pick<App, 'db' | 'queue' | 'enqueue' | 'llm' | 'log' | 'config'> & {
  server: Server
  adminIds: readonly number[]
}

export type Here = {
  key: ChatKey
  language: Language
  isPrivate: boolean
  isAdmin: boolean
}

/** Undefined for an update without a chat (inline queries and the like), or by a bot. */
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
  today: new Intl.DateTimeFormat('en-CA', { timeZone: config.zone }).format(new Date()),
  hasModel: llm !== undefined,
})

const plain = { link_preview_options: { is_disabled: true } } as const

/** Sends a reply: in as many messages as it needs, the buttons under the last; an answer to `replyTo` in groups. */
export async function send(
  ctx: Context,
  { lines, buttons }: Reply,
  language: Language,
  replyTo?: number,
): Promise<void> {
  const parts = splitMessage(compose(lines, language))
  for (const [index, { text, entities }] of parts.entries()) {
    const isLast = index === parts.length - 1
    await ctx.reply(text, {
      ...plain,
      entities,
      ...(isLast && buttons.length > 0 ? { reply_markup: keyboard(buttons, language) } : {}),
      ...(index === 0 && replyTo !== undefined
        ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
        : {}),
    })
  }
}

/** Turns the message that holds the tapped button into this reply; what is too long for one message is sent anew. */
export async function edit(ctx: Context, reply: Reply, language: Language): Promise<void> {
  const [first, ...rest] = splitMessage(compose(reply.lines, language))
  if (!first || rest.length > 0) return send(ctx, reply, language)
  await ctx.editMessageText(first.text, {
    ...plain,
    entities: first.entities,
    reply_markup: keyboard(reply.buttons, language),
  })
}

/** Buttons are laid out left to right on every screen: in Arabic the first one, the main action, has to come last. */
function keyboard(rows: readonly Button[][], language: Language) {
  const inline = rows.map((row) =>
    (language === 'ar' ? row.toReversed() : row).map((button) =>
      'url' in button
        ? { text: button.text, url: button.url }
        : { text: button.text, callback_data: button.data },
    ),
  )
  return { inline_keyboard: inline }
}
