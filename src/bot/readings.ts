// Links and texts that readers send to be read in place.

import type { Context } from 'telegraf'
import { findElsewhere } from '../readings/elsewhere.ts'
import type { ToRead } from '../readings/recognise.ts'
import { composeReading, readArticle } from '../readings/screen.ts'
import { addReading, noteReadingShown } from '../readings/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, readerOf, send, sendForId } from './chat.ts'

/** A text is answered at once; a link when it is fetched, in the message that says that it is being read. */
export async function readInPlace(
  ctx: Context,
  needs: BotNeeds,
  { key, language }: Here,
  wanted: ToRead,
): Promise<void> {
  if ('text' in wanted) {
    const article = { ...wanted, url: null, source: null, agency: null, publishedAt: null }
    const read = readArticle(article, await findElsewhere(needs.db, article))
    return send(ctx, composeReading(read, readerOf(needs, language)), language)
  }
  const t = texts[language].readings
  const asked = { address: wanted.address, language, askedBy: ctx.from?.id }
  const readingId = await addReading(needs.db, key, asked)
  if (readingId === undefined) return send(ctx, { lines: [[t.enough]], buttons: [] }, language)
  const messageId = await sendForId(ctx, { lines: [[t.reading]], buttons: [] }, language)
  if (messageId === undefined) return
  await noteReadingShown(needs.db, readingId, messageId)
  await needs.enqueue('read', { readingId }, String(readingId))
}
