// Who may use the bot: everybody, those with an invitation, or those whom an admin has let in. Asked of every update, before anything is done.

import type { Context } from 'telegraf'
import {
  appoint,
  ban,
  dismiss,
  inviteDays,
  isAppointed,
  isBanned,
  isGuest,
  letIn,
  listAppointed,
  makeInvite,
  unban,
  useInvite,
} from '../access/store.ts'
import { countPeople } from '../chats/store.ts'
import type { Language } from '../language/script.ts'
import { bold, type Line, link } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send, sendLine } from './chat.ts'

/** Who is not let in is told so in a private chat, and learns nothing else. */
export async function mayUse(ctx: Context, needs: BotNeeds): Promise<boolean> {
  const { from, chat } = ctx
  if (!from) return false
  if (await isBanned(needs.db, needs.server, chat ? [from.id, chat.id] : [from.id])) return false
  if (await isLetIn(ctx, needs, from.id)) return true
  if (chat?.type === 'private' && ctx.message) {
    const language = from.language_code?.toLowerCase().startsWith('ar') ? 'ar' : 'en'
    await sendLine(ctx, texts[language].access.closed(from.id), language)
  }
  return false
}

async function isLetIn(ctx: Context, needs: BotNeeds, userId: number): Promise<boolean> {
  const { db, server, config, adminIds } = needs
  if (config.access === 'open' || adminIds.includes(userId)) return true
  if ((await isGuest(db, server, userId)) || (await isAppointed(db, server, userId))) return true
  const code = config.access === 'invite' ? codeIn(ctx) : undefined
  return code !== undefined && (await useInvite(db, { server, chatId: userId }, code))
}

/** Behind "t.me/bot?start=": "i" and the code. */
const codeIn = ({ message }: Context): string | undefined =>
  message && 'text' in message ? /^\/start i([\w-]{22})$/.exec(message.text)?.[1] : undefined

export async function invite(
  ctx: Context,
  { db, server, config }: BotNeeds,
  { language }: Here,
): Promise<void> {
  const t = texts[language].access
  if (config.access !== 'invite') return sendLine(ctx, t.noInvites(config.access), language)
  const code = await makeInvite(db, server, ctx.from?.id ?? 0)
  const address = `https://t.me/${ctx.botInfo.username}?start=i${code}`
  await send(ctx, { lines: [[t.invite(inviteDays)], [link(address, address)]], buttons: [] }, language)
}

export async function users(ctx: Context, { db, server }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].users
  const lines = t.lines(await countPeople(db, server)).map((it): Line => [`• ${it}`])
  await send(ctx, { lines: [[bold(t.title)], ...lines, [t.how]], buttons: [] }, language)
}

export function banSomebody(ctx: Context, needs: BotNeeds, { language }: Here, words: string): Promise<void> {
  return onNumber(ctx, language, words, async (chatId) => {
    const t = texts[language].users
    // Whoever shuts out an admin would be shut out next.
    const key = { server: needs.server, chatId }
    if (needs.adminIds.includes(chatId) || (await isAppointed(needs.db, needs.server, chatId)))
      return t.isAdmin
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

export function allow(ctx: Context, needs: BotNeeds, { language }: Here, words: string): Promise<void> {
  return onNumber(ctx, language, words, async (chatId) => {
    const t = texts[language].access
    const key = { server: needs.server, chatId }
    return (await letIn(needs.db, key, ctx.from?.id ?? 0)) ? t.allowed(chatId) : t.allowedAlready(chatId)
  })
}

/** `/appoint` says who is an admin besides those of ADMIN_IDS, who alone may name more. */
export async function appointAdmin(
  ctx: Context,
  needs: BotNeeds,
  { language }: Here,
  words: string,
): Promise<void> {
  const { db, server, adminIds } = needs
  const t = texts[language].admins
  if (words === '') return sendLine(ctx, t.list(adminIds, await listAppointed(db, server)), language)
  if (!isFirst(ctx, needs)) return sendLine(ctx, t.firstOnly, language)
  return onNumber(ctx, language, words, async (chatId) => {
    if (chatId < 0) return texts[language].users.needsNumber
    if (adminIds.includes(chatId)) return t.already(chatId)
    const appointed = await appoint(db, { server, chatId }, ctx.from?.id ?? 0)
    return appointed ? t.appointed(chatId) : t.already(chatId)
  })
}

export function dismissAdmin(
  ctx: Context,
  needs: BotNeeds,
  { language }: Here,
  words: string,
): Promise<void> {
  const t = texts[language].admins
  if (!isFirst(ctx, needs)) return sendLine(ctx, t.firstOnly, language)
  return onNumber(ctx, language, words, async (chatId) => {
    if (needs.adminIds.includes(chatId)) return t.ofSettings(chatId)
    return (await dismiss(needs.db, { server: needs.server, chatId })) ? t.dismissed(chatId) : t.none(chatId)
  })
}

/** An appointed admin names nobody: who was given the bot can't be put out of it. */
const isFirst = ({ from }: Context, { adminIds }: BotNeeds): boolean => adminIds.includes(from?.id ?? 0)

/** Users have positive numbers, groups and channels negative ones; Telegram's have 52 bits at most. */
async function onNumber(
  ctx: Context,
  language: Language,
  words: string,
  act: (id: number) => Promise<string>,
): Promise<void> {
  const isNumber = /^-?\d{1,15}$/.test(words) && Number(words) !== 0
  const line = isNumber ? await act(Number(words)) : texts[language].users.needsNumber
  await sendLine(ctx, line, language)
}
