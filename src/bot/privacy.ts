// What is kept of a reader, shown and deleted on a word. In private chats: what a group has asked is not one person's to take away.

import type { Context } from 'telegraf'
import { pack } from '../answers/action.ts'
import { answersKeptDays, forgetChat, readChat } from '../chats/store.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, send } from './chat.ts'

export async function privacy(ctx: Context, _needs: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].privacy
  const kept = t.kept(answersKeptDays).map((line): Line => [`• ${line}`])
  const notKept = t.notKept.map((line): Line => [`• ${line}`])
  const lines: Line[] = [[bold(t.title)], ...kept, blank, [bold(t.notTitle)], ...notKept, blank, [t.commands]]
  await send(ctx, { lines, buttons: [] }, language)
}

/** All of it, as a JSON document in text. */
export async function myData(ctx: Context, { db }: BotNeeds, { key, language }: Here): Promise<void> {
  const text = JSON.stringify(await readChat(db, key), null, 1)
  const lines = text.split('\n').map((line): Line => ({ pieces: [line], language: 'en' }))
  await send(ctx, { lines: [[bold(texts[language].privacy.yours)], blank, ...lines], buttons: [] }, language)
}

/** Asks first: it can't be undone. */
export async function forget(ctx: Context, _needs: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].privacy
  const button = { text: t.forgetButton, data: pack('forget') }
  await send(ctx, { lines: [[bold(t.forgetAsk)], [t.forgetWhat]], buttons: [[button]] }, language)
}

export async function forgetNow(
  ctx: Context,
  { db }: BotNeeds,
  { key, language, isPrivate }: Here,
): Promise<void> {
  if (!isPrivate) return
  await forgetChat(db, key)
  await edit(ctx, { lines: [[texts[language].privacy.forgotten]], buttons: [] }, language)
}
