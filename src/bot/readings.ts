// Links, texts and documents that readers send to be read in place.

import type { Document } from 'telegraf/types'
import { type Context, TelegramError } from 'telegraf'
import { documentBytesMax, documentKind, readDocument } from '../readings/document.ts'
import { findElsewhere } from '../readings/elsewhere.ts'
import type { ToRead } from '../readings/recognise.ts'
import { composeReading, readArticle } from '../readings/screen.ts'
import { addReading, noteReadingShown, settleReading } from '../readings/store.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, readerOf, send, sendForId, sendLine } from './chat.ts'

/** A text is answered at once; a link when it is fetched, in the message that says that it is being read. */
export async function readInPlace(ctx: Context, needs: BotNeeds, here: Here, wanted: ToRead): Promise<void> {
  const { key, language } = here
  if ('text' in wanted) return showText(ctx, needs, here, wanted)
  const t = texts[language].readings
  const asked = { address: wanted.address, language, askedBy: ctx.from?.id }
  const readingId = await addReading(needs.db, key, asked)
  if (readingId === undefined) return sendLine(ctx, t.enough, language)
  const messageId = await sendForId(ctx, { lines: [[t.reading]], buttons: [] }, language)
  if (messageId === undefined) return
  await noteReadingShown(needs.db, readingId, messageId)
  await needs.enqueue('read', { readingId }, String(readingId))
}

async function showText(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { title, text, isCut = false }: { title: string; text: string; isCut?: boolean },
): Promise<void> {
  const { language } = here
  const article = { title, text, url: null, source: null, agency: null, publishedAt: null }
  const read = readArticle(article, await findElsewhere(needs.db, article))
  const reply = composeReading(read, readerOf(needs, here))
  const lines = isCut ? [...reply.lines, [texts[language].readings.cut]] : reply.lines
  await send(ctx, { ...reply, lines }, language)
}

/** A document is fetched from Telegram, read and forgotten; it counts as a link does. */
export async function readDocumentInPlace(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  document: Document,
): Promise<void> {
  const { key, language } = here
  const t = texts[language].readings
  const refuse = (line: string) => sendLine(ctx, line, language)
  const { file_id: id, file_name: name = '', mime_type: type = '', file_size: bytes = 0 } = document
  const kind = documentKind(name, type)
  if (!kind || bytes > documentBytesMax) return refuse(t.documentKinds)
  const asked = { address: `document:${kind}`, language, askedBy: ctx.from?.id }
  const readingId = await addReading(needs.db, key, asked)
  if (readingId === undefined) return refuse(t.enough)
  await settleReading(needs.db, readingId)
  const sent = await download(ctx, id)
  const read = sent && (await readDocument(sent, kind))
  if (!read) return refuse(t.documentUnread)
  await showText(ctx, needs, here, read)
}

const downloadTimeoutMs = 20_000

/** Undefined where Telegram does not give it, or it is larger than was said. The address holds the token: no error of it goes further. */
export async function download(ctx: Context, fileId: string): Promise<Uint8Array | undefined> {
  try {
    const { href } = await ctx.telegram.getFileLink(fileId)
    const answer = await fetch(href, { signal: AbortSignal.timeout(downloadTimeoutMs), redirect: 'error' })
    if (!answer.ok || !answer.body) return undefined
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of answer.body) {
      bytes += chunk.length
      if (bytes > documentBytesMax) return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof TelegramError && error.code !== 400) throw error
    return undefined
  }
}
