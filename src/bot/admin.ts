// What admins run from the chat.

import type { Context } from 'telegraf'
import { countAll } from '../articles/store.ts'
import { countChats } from '../chats/store.ts'
import { listSources } from '../sources/store.ts'
import { bold } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

export async function stats(
  ctx: Context,
  { db, queue, config }: BotNeeds,
  { language }: Here,
): Promise<void> {
  const t = texts[language].stats
  const [totals, chats, jobs] = await Promise.all([countAll(db), countChats(db), queue.counts()])
  const lines = [
    [bold(t.title)],
    [t.articles(totals.articles, totals.arabic, totals.english)],
    [t.statements(totals.statements)],
    [t.summaries(totals.summaries, totals.unfinished)],
    [t.chats(chats.chats, chats.active, chats.questions)],
    [t.queue(jobs.waiting + jobs.delayed, jobs.active, jobs.failed)],
    [t.model(config.model?.name ?? null)],
  ]
  await send(ctx, { lines, buttons: [] }, language)
}

export async function reload(ctx: Context, { db, enqueue }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language]
  const sources = await listSources(db)
  // Within a minute a second /reload adds nothing: the first is still at it.
  const minute = Math.floor(Date.now() / 60_000)
  for (const { id } of sources) await enqueue('reload', { sourceId: id }, `${id}-${minute}`)
  await send(
    ctx,
    { lines: [[sources.length === 0 ? t.reloadNone : t.reloadQueued(sources.length)]], buttons: [] },
    language,
  )
}

/** Anybody may ask: it is how an admin learns the number that ADMIN_IDS wants. */
export async function whoami(ctx: Context, _needs: BotNeeds, { language, isAdmin }: Here): Promise<void> {
  const words = texts[language].whoami(ctx.from?.id ?? 0, isAdmin)
  await send(ctx, { lines: words.split('\n').map((it) => [it]), buttons: [] }, language)
}
