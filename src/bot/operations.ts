// What an admin asks of the running program: how it is, articles summarised again.

import type { Context } from 'telegraf'
import { summarizePrompt } from '../../prompts/summarize.ts'
import { forgetModelled } from '../revisions/store.ts'
import { readHealth } from '../operations/health.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send, sendLine } from './chat.ts'

export async function health(ctx: Context, needs: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].health
  const lines = t.lines(await readHealth(needs), new Date()).map((it): Line => [`• ${it}`])
  await send(ctx, { lines: [[bold(t.title)], ...lines], buttons: [] }, language)
}

const daysDefault = 7
const daysMax = 365
/** One command costs no more than these; another takes the next ones. */
const againMax = 500

/** `/resummarize [DAYS]`: articles of the last days that have no summary by the model as it is asked now. */
export async function resummarize(
  ctx: Context,
  { db, llm, enqueue }: BotNeeds,
  { language }: Here,
  words: string,
): Promise<void> {
  const t = texts[language].resummarize
  const days = words === '' ? daysDefault : Number(words)
  const say = (line: string) => sendLine(ctx, line, language)
  if (!llm) return say(t.noModel)
  if (!Number.isInteger(days) || days < 1 || days > daysMax) return say(t.how(daysMax))
  const revisions = await forgetModelled(db, {
    days,
    promptVersion: summarizePrompt.version,
    limit: againMax,
  })
  for (const revisionId of revisions)
    await enqueue('summarize', { revisionId }, `${revisionId}-again-${ctx.update.update_id}`)
  await say(t.queued(revisions.length, days, revisions.length === againMax))
}
