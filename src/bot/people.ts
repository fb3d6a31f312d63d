// Who uses the bot, and who may not.

import type { Context } from 'telegraf'
import { ban, countPeople, unban } from '../chats/store.ts'
import type { Language } from '../language/script.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

export async function users(ctx: Context, { db, server }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].users
  const lines = t.lines(await countPeople(db, server)).map((it): Line => [`• ${it}`])
  await send(ctx, { lines: [[bold(t.title)], ...lines, [t.how]], buttons: [] }, language)
}

export function banSomebody(ctx: Context, needs: BotNeeds, { language }: Here, words: string): Promise<void> {
  return onNumber(ctx, language, words, async (chatId) => {
    const t = texts[language].users
    // Whoever shuts out an admin would be shut out next.
    if (needs.adminIds.includes(chatId)) return t.isAdmin
    const key = { server: needs.server, chatId }
    return (await ban(needs.db, key, ctx.from?.id ?? 0)) ? t.banned(chatId) : t.bannedAlready(chatId)
  })
}

export function unbanSomebody(
  ctx: Context,
  needs: BotNeeds,
  { language }: Here,
  words: string,
): Promise<void> {
  return onNumber(ctx, language, words, async (chatId) => {
    const t = texts[language].users
    return (await unban(needs.db, { server: needs.server, chatId }))
      ? t.unbanned(chatId)
      : t.notBanned(chatId)
  })
}

/** Users have positive numbers, groups and channels negative ones; Telegram's have 52 bits at most. */
async function onNumber(
  ctx: Context,
  language: Language,
  words: string,
  act: (id: number) => Promise<string>,
): Promise<void> {
  const isNumber = /^-?\d{1,15}$/.test(words) && Number(words) !== 0
  const line = isNumber ? await act(Number(words)) : texts[language].users.needsNumber
  await send(ctx, { lines: [[line]], buttons: [] }, language)
}
