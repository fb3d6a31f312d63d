// What admins do is written down, and told to the others.

import type { Context } from 'telegraf'
import { listDone, noteDone } from '../audit/store.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

/** Whoever sends the update is one. */
export function noteAdmin(
  { from }: Context,
  { db, server }: BotNeeds,
  done: { action: string; detail: string },
): Promise<number> {
  return noteDone(db, { server, adminId: from?.id ?? 0 }, done)
}

const doneShownMax = 20

/** What admins have done here, the newest first. */
export async function audit(
  ctx: Context,
  { db, server, config }: BotNeeds,
  { language }: Here,
): Promise<void> {
  const t = texts[language].audit
  const done = await listDone(db, server, doneShownMax)
  const lines = done.map((it): Line => [t.row({ ...it, zone: config.zone })])
  await send(ctx, { lines: [[bold(t.title)], ...lines], buttons: [] }, language)
}
