// What an admin asks of the running program: how it is, articles summarised again, two rows that are one person.

import type { Context } from 'telegraf'
import { summarizePrompt } from '../../prompts/summarize.ts'
import { findPeople, peopleById } from '../answers/people.ts'
import { displayName, displayRole } from '../answers/statement-lines.ts'
import { forgetModelled } from '../revisions/store.ts'
import { readHealth } from '../operations/health.ts'
import { lockPeople, mergePeople } from '../people/store.ts'
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

/** `/people NAME` says who is known by it; `/people merge ID ID` makes the first one of the second. */
export async function people(
  ctx: Context,
  { db }: BotNeeds,
  { language }: Here,
  words: string,
): Promise<void> {
  const t = texts[language].peopleKnown
  const say = (...lines: Line[]) => send(ctx, { lines, buttons: [] }, language)
  const [, from, into] = /^merge\s+(\d{1,15})\s+(\d{1,15})$/i.exec(words) ?? []
  if (from !== undefined && into !== undefined) {
    if (!(await merge({ db }, Number(from), Number(into)))) return say([t.noSuch])
    return say([t.merged(Number(from), Number(into))])
  }
  if (words === '') return say([t.how])
  const found = await findPeople(db, [words])
  if (found.length === 0) return say([t.nobody(words)])
  await say(
    [bold(t.title)],
    ...found.map((it): Line => {
      const role = displayRole(it.role, language)
      const shown = displayName(it.names, language)
      return [
        t.row({
          id: it.personId,
          name: role === null ? shown : `${shown}${texts[language].comma}${role}`,
          spellings: it.names,
        }),
      ]
    }),
    [t.how],
  )
}

/** False where one of them is not there, or has never spoken. */
function merge({ db }: Pick<BotNeeds, 'db'>, from: number, into: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockPeople(tx)
    if (from === into || (await peopleById(tx, [from, into])).length < 2) return false
    await mergePeople(tx, from, into)
    return true
  })
}
