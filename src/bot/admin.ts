// What admins run from the chat.

import type { Context } from 'telegraf'
import { pack } from '../answers/action.ts'
import { type Reply, rowsOf } from '../answers/reply.ts'
import { listSpending } from '../budget/store.ts'
import { countAll } from '../articles/store.ts'
import { countChats } from '../chats/store.ts'
import { localDate } from '../subscriptions/due.ts'
import type { Language } from '../language/script.ts'
import { composeReload } from '../sources/reload-report.ts'
import { addReload, listSources, setReloadMessage } from '../sources/store.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, edit, type Here, send, sendForId, sendLine } from './chat.ts'

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

/** Reads all sources again, or those whose name or address holds the words; the message tells how far it has come. */
export async function reload(
  ctx: Context,
  { db, enqueue }: BotNeeds,
  here: Here,
  words: string,
): Promise<void> {
  const { key, language } = here
  const t = texts[language].reload
  const all = await listSources(db)
  const wanted = all.filter((it) =>
    `${it.name ?? ''} ${it.address}`.toLowerCase().includes(words.toLowerCase()),
  )
  if (wanted.length === 0) return sendLine(ctx, all.length === 0 ? t.none : t.unknown(words), language)
  const ids = wanted.map((it) => it.id)
  const reloadId = await addReload(db, key, language, ids)
  const begun = composeReload({ language, sources: ids.length, done: 0, seconds: 0 }, [])
  const messageId = await sendForId(ctx, begun, language)
  if (messageId !== undefined) await setReloadMessage(db, reloadId, messageId)
  for (const sourceId of ids) await enqueue('reload', { sourceId, reloadId }, `${sourceId}-asked-${reloadId}`)
}

export async function queueNow(ctx: Context, needs: BotNeeds, { language }: Here): Promise<void> {
  await send(ctx, await queueScreen(needs, language), language)
}

/** What a button under the queue asks for. Who is no admin (any more) gets nothing from it. */
export async function actOnQueue(
  ctx: Context,
  needs: BotNeeds,
  { isAdmin, language }: Here,
  name: 'queue' | 'retry',
): Promise<void> {
  if (!isAdmin) return
  const retried = name === 'retry' ? await needs.queue.retryFailed() : null
  const screen = await queueScreen(needs, language)
  const done: Line[] = retried === null ? [] : [[texts[language].queue.retried(retried)]]
  await edit(ctx, { ...screen, lines: [...screen.lines, ...done] }, language)
}

const deadShownMax = 10
const reasonCharsMax = 160

async function queueScreen({ queue }: BotNeeds, language: Language): Promise<Reply> {
  const t = texts[language].queue
  const counts = await queue.counts()
  const lines: Line[] = [[bold(t.title)], [t.counts(counts)]]
  for (const { id, attempts, reason } of await queue.failed(deadShownMax)) {
    const [first = ''] = reason.split('\n')
    lines.push([t.dead(id, attempts, first.slice(0, reasonCharsMax).toWellFormed())])
  }
  if (counts.failed > deadShownMax) lines.push([t.moreDead(counts.failed - deadShownMax)])
  const retry = counts.failed > 0 ? { text: t.retry(counts.failed), data: pack('retry') } : null
  return { lines, buttons: rowsOf([retry, { text: t.refresh, data: pack('queue') }]) }
}

/** What the model has cost, and what today has left. */
export async function budgetNow(ctx: Context, { db, config }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].budget
  const { perDay, zone } = config.budget
  const today = localDate(zone, new Date())
  const rows = await listSpending(db, localDate(zone, new Date(Date.now() - (daysShown - 1) * dayMs)))
  const spent = { tokens: 0, money: 0 }
  for (const { day, tokens, money } of rows)
    if (day === today) {
      spent.tokens += tokens
      spent.money += money
    }
  const lines: Line[] = [
    [bold(t.title)],
    [t.tokens(spent.tokens, perDay.tokens)],
    [t.money(spent.money, perDay.money)],
    [t.resets(zone)],
  ]
  if (config.model === undefined) lines.push([texts[language].stats.model(null)])
  for (const row of rows) lines.push([t.row(row)])
  await send(ctx, { lines, buttons: [] }, language)
}

const daysShown = 7
const dayMs = 24 * 60 * 60 * 1000

/** Anybody may ask: it is how an admin learns the number that ADMIN_IDS wants. */
export async function whoami(ctx: Context, _needs: BotNeeds, { language, isAdmin }: Here): Promise<void> {
  const words = texts[language].whoami(ctx.from?.id ?? 0, isAdmin)
  await send(ctx, { lines: words.split('\n').map((it) => [it]), buttons: [] }, language)
}
