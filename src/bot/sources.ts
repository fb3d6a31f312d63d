// The sources, run by an admin from the chat: listed, added, paused, taken up again, removed. Addresses of the web only: folders are the
// operator's, who has the command line.

import type { Context } from 'telegraf'
import { refusal } from '../sources/address.ts'
import { everyMinutesDefault } from '../sources/rhythm.ts'
import { addSource, listSources, pauseSource, removeSource, resumeSource } from '../sources/store.ts'
import type { Language } from '../language/script.ts'
import { momentInWeek } from '../texts/clock.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

/** `/sources`, or one of these words and an address behind it. */
export async function manageSources(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  if (words === '') return sourceList(ctx, needs, here)
  const t = texts[here.language].sourceList
  const [, verb = '', address = ''] = /^(\S+)\s+(\S+)$/.exec(words) ?? []
  const act = actions.get(verb.toLowerCase())
  const line = act ? await act(needs, here.language, address) : t.usage
  await send(ctx, { lines: [[line]], buttons: [] }, here.language)
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
  await pauseSource(db, source.id, 'by an admin')
  return t.pausedNow(address)
}

/** The sources with how their last reading went. */
async function sourceList(ctx: Context, { db, config }: BotNeeds, { language }: Here): Promise<void> {
  const t = texts[language]
  const all = await listSources(db)
  if (all.length === 0) return send(ctx, { lines: [[t.reload.none]], buttons: [] }, language)
  const lines: Line[] = [[bold(t.sourceList.title(all.length))]]
  for (const { name, address, readAt, failure, pausedAt } of all.slice(0, sourcesShownMax)) {
    const read = readAt === null ? null : momentInWeek(readAt, config.zone, language, true)
    lines.push([t.sourceList.row(name ?? address, read, pausedAt === null ? failure : t.sourceList.isPaused)])
  }
  if (all.length > sourcesShownMax) lines.push(['…'])
  await send(ctx, { lines: [...lines, [t.sourceList.usage]], buttons: [] }, language)
}

const sourcesShownMax = 60
