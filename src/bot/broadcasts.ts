// A message to every chat: written by an admin, seen before it goes, sent by a job, stopped by a tap.

import type { Context } from 'telegraf'
import { previewScreen, progressScreen, readWordings, wordingCharsMax } from '../broadcasts/broadcast.ts'
import {
  addBroadcast,
  beginBroadcast,
  countReached,
  countReceivers,
  findBroadcast,
  settleBroadcast,
} from '../broadcasts/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, send, sendLine } from './chat.ts'

/** `/broadcast` and a text, or two with a line of hyphens between them: nothing is sent before a tap. */
export async function writeBroadcast(
  ctx: Context,
  { db, server }: BotNeeds,
  { key, language }: Here,
  words: string,
): Promise<void> {
  const wordings = words === '' ? undefined : readWordings(words)
  if (!wordings) return sendLine(ctx, texts[language].broadcast.how(wordingCharsMax), language)
  const id = await addBroadcast(db, key, { language, ...wordings })
  await send(ctx, previewScreen({ id, ...wordings }, await countReceivers(db, server), language), language)
}

/** Sends it, or throws it away or stops it. A tap handled twice does the same as once. */
export async function actOnBroadcast(
  ctx: Context,
  { db, server, enqueue }: BotNeeds,
  { isAdmin, language }: Here,
  { name, id }: { name: 'sendall' | 'stopall'; id: number },
): Promise<void> {
  const made = await findBroadcast(db, id)
  if (!isAdmin || made?.server !== server) return
  if (name === 'sendall') {
    await beginBroadcast(db, id, ctx.callbackQuery?.message?.message_id ?? null)
    await enqueue('broadcast', { server, broadcastId: id }, String(id))
  } else await settleBroadcast(db, id)
  const now = await findBroadcast(db, id)
  if (!now?.hasBegun)
    return edit(ctx, { lines: [[texts[language].broadcast.discarded]], buttons: [] }, language)
  await edit(ctx, progressScreen(now, await countReached(db, id), language), language)
}
