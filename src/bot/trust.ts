// How far Khabar is to be trusted, measured, and what only one language's media report.

import type { Context } from 'telegraf'
import { articleEntry } from '../answers/latest.ts'
import { listArticles } from '../articles/store.ts'
import { outletName } from '../sources/outlet-names.ts'
import { shownFrom } from '../statements/confidence.ts'
import { countLanguages, listOneSided } from '../stories/store.ts'
import { listSummaries } from '../summaries/store.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { measuredMax, measureTrust } from '../trust/store.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

export async function trust(ctx: Context, { db }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].trust
  const measured = await measureTrust(db, shownFrom)
  const lines: Line[] = [
    [bold(t.title)],
    ...t.lines(measured).map((it): Line => [`• ${it}`]),
    blank,
    [t.how(measuredMax)],
  ]
  await send(ctx, { lines, buttons: [] }, language)
}

/** A day, and the night before it for what was published late. */
const hoursBack = 36
/** One outlet alone may have news of its own; two that report it make it an event. */
const outletsMin = 2
const storiesMax = 3

export async function blindspot(ctx: Context, { db }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language].blindspot
  const since = new Date(Date.now() - hoursBack * 60 * 60_000)
  const read = await countLanguages(db, since)
  const only = await listOneSided(db, since, { outletsMin, limit: storiesMax })
  const ids = only.map((it) => it.articleId)
  const [articles, summaries] = [await listArticles(db, ids), await listSummaries(db, ids)]
  const lines: Line[] = [[bold(t.title)]]
  let number = 0
  for (const side of ['ar', 'en'] as const) {
    const mine = only.filter((it) => it.language === side)
    if (read[side === 'ar' ? 'en' : 'ar'] === 0 || mine.length === 0) continue
    lines.push(blank, [bold(t.only(side))])
    for (const { articleId, outlets } of mine) {
      const article = articles.find((it) => it.id === articleId)
      if (!article) continue
      lines.push(...articleEntry(article, summaries, ++number, language))
      lines.push([t.reportedBy(outlets.map((it) => outletName(it, language)))])
    }
  }
  if (number === 0) lines.push([read.ar === 0 || read.en === 0 ? t.oneLanguage : t.none])
  await send(
    ctx,
    { lines: [...lines, blank, [t.account(read.ar, read.en, hoursBack)]], buttons: [] },
    language,
  )
}
