// The sources, run by an admin from the chat: listed, added, paused, taken up again, removed. Addresses of the web only: folders are the
// operator's, who has the command line.

import type { Context } from 'telegraf'
import type { Document } from 'telegraf/types'
import { OutsideError } from '../errors.ts'
import { refusal } from '../sources/address.ts'
import { decodeText } from '../sources/charset.ts'
import { addListed } from '../sources/listed.ts'
import { readOpml, writeOpml } from '../sources/opml.ts'
import { everyMinutesDefault } from '../sources/rhythm.ts'
import { addSource, listSources, pauseSource, removeSource, resumeSource } from '../sources/store.ts'
import type { Language } from '../language/script.ts'
import { momentInWeek } from '../texts/clock.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send, sendLine } from './chat.ts'
import { download } from './readings.ts'

/** `/sources`, or one of these words and an address behind it. */
export async function manageSources(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  if (words === '') return sourceList(ctx, needs, here)
  if (words.toLowerCase() === 'export') return exportSources(ctx, needs)
  const t = texts[here.language].sourceList
  const [, verb = '', address = ''] = /^(\S+)\s+(\S+)$/.exec(words) ?? []
  const act = actions.get(verb.toLowerCase())
  const line = act ? await act(needs, here.language, address) : t.usage
  await sendLine(ctx, line, here.language)
}

type Act = (needs: BotNeeds, language: Language, address: string) => Promise<string>

const actions: ReadonlyMap<string, Act> = new Map([
  ['add', add],
  [
    'remove',
    async ({ db }: BotNeeds, language: Language, address: string) =>
      told(language, address, (await removeSource(db, address)) ? 'removed' : 'unknown'),
  ],
  ['pause', pause],
  [
    'resume',
    async ({ db }: BotNeeds, language: Language, address: string) =>
      told(language, address, (await resumeSource(db, address)) ? 'resumed' : 'unknown'),
  ],
])

const told = (language: Language, address: string, what: 'removed' | 'resumed' | 'unknown'): string =>
  texts[language].sourceList[what](address)

/** It is due at once: the next minute's poll reads it. */
async function add({ db }: BotNeeds, language: Language, address: string): Promise<string> {
  const t = texts[language].sourceList
  if (!/^https?:\/\/./i.test(address) || !URL.canParse(address)) return t.noAddress(address)
  const reason = refusal(new URL(address))
  if (reason !== undefined) return t.refused(address, reason)
  const added = await addSource(db, { address, everyMinutes: everyMinutesDefault })
  return added ? t.added(address) : t.addedAlready(address)
}

async function pause({ db }: BotNeeds, language: Language, address: string): Promise<string> {
  const t = texts[language].sourceList
  const source = (await listSources(db)).find((it) => it.address === address)
  if (!source) return t.unknown(address)
  await pauseSource(db, source.id, 'by an admin', { isTold: true })
  return t.pausedNow(address)
}

/** The sources with how their last reading went. */
async function sourceList(ctx: Context, { db, config }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language]
  const all = await listSources(db)
  if (all.length === 0) return sendLine(ctx, t.reload.none, language)
  const lines: Line[] = [[bold(t.sourceList.title(all.length))]]
  for (const { name, address, readAt, failure, pausedAt } of all.slice(0, sourcesShownMax)) {
    const read = readAt === null ? null : momentInWeek(readAt, config.zone, language, true)
    lines.push([t.sourceList.row(name ?? address, read, pausedAt === null ? failure : t.sourceList.isPaused)])
  }
  if (all.length > sourcesShownMax) lines.push(['…'])
  await send(ctx, { lines: [...lines, [t.sourceList.usage]], buttons: [] }, language)
}

const sourcesShownMax = 60

export const isOpml = ({ file_name: name = '' }: Document): boolean => /\.opml$/i.test(name)

const listMax = 500

/** A list of sources that an admin sends as a document: what is in it and may be read is added. */
export async function addOpml(
  ctx: Context,
  { db }: BotNeeds,
  { language }: Here,
  document: Document,
): Promise<void> {
  const t = texts[language].sourceList
  const say = (line: string) => sendLine(ctx, line, language)
  const bytes = await download(ctx, document.file_id)
  const decoded = bytes && decodeText(bytes)
  const list = decoded && 'text' in decoded ? listIn(decoded.text) : undefined
  if (!list || list.sources.length + list.refused.length === 0) return say(t.opmlUnread)
  if (list.sources.length > listMax) return say(t.opmlTooMany(listMax))
  const { added, known, refused } = await addListed(db, list)
  await say(t.opml({ added, known, refused: refused.map((it) => it.address) }))
}

/** Undefined for what is no OPML at all. */
function listIn(text: string): ReturnType<typeof readOpml> | undefined {
  try {
    return readOpml(text)
  } catch (error) {
    if (error instanceof OutsideError) return undefined
    throw error
  }
}

async function exportSources(ctx: Context, { db }: BotNeeds): Promise<void> {
  const list = writeOpml(await listSources(db), new Date())
  await ctx.replyWithDocument({ source: Buffer.from(list), filename: 'khabar-sources.opml' })
}
