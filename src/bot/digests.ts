// Digests in the chat: choosing topics, city and hour, seeing one now, stopping them all. Each screen is one message whose buttons turn
// it into the next.

import type { Context } from 'telegraf'
import type { DigestAction } from '../answers/action.ts'
import { composeDigest, composeLeftOut } from '../digests/compose.ts'
import { offeredCities, zoneOf } from '../subscriptions/cities.ts'
import { weekBefore } from '../digests/digest.ts'
import { gather, readGathered } from '../digests/gather.ts'
import { findOwnDigest } from '../digests/store.ts'
import {
  setDigestMinute,
  setDigestTime,
  setInBoth,
  setPaused,
  setQuiet,
  setTellsNothing,
  subscribe,
  unsubscribe,
  unsubscribeFrom,
} from '../subscriptions/store.ts'
import { readSubscriptions, reschedule } from '../subscriptions/schedule.ts'
import type { Language } from '../language/script.ts'
import { texts } from '../texts/texts.ts'
import { topics } from '../topics/topics.ts'
import { settle, subscribeToThing } from './subscribing.ts'
import { type BotNeeds, edit, type Here, send, sendLine } from './chat.ts'
import {
  cityScreen,
  daysScreen,
  hourScreen,
  hoursScreen,
  quietScreen,
  settingsScreen,
  subscriptionsScreen,
  topicsScreen,
} from './digest-screens.ts'

export async function subscriptions(ctx: Context, { db }: BotNeeds, here: Here): Promise<void> {
  await send(ctx, subscriptionsScreen(await readSubscriptions(db, here.key), here.language), here.language)
}

/** `/settings Cairo` sets the city; without words the settings are shown. */
export async function settings(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  const { language, key } = here
  const zone = words === '' ? undefined : zoneOf(words)
  if (words !== '' && zone === undefined)
    return sendLine(ctx, texts[language].subscriptions.unknownCity(words), language)
  if (zone !== undefined) {
    await setDigestTime(needs.db, key, { zone })
    await reschedule(needs.db, key, new Date())
  }
  await send(ctx, settingsScreen(await readSubscriptions(needs.db, key), language), language)
}

/** The digest of the chat's topics, or of all of them, over the last week. */
export async function digestNow(ctx: Context, { db, config }: BotNeeds, here: Here): Promise<void> {
  const { subscriptions: all, zone, nextAt } = await readSubscriptions(db, here.key)
  const chosen = all.map((it) => it.topic)
  const to = new Date()
  const window = { from: weekBefore(to), to, topics: chosen, by: 'published' } as const
  const content = await gather(db, window, here.language)
  const asked = {
    id: null,
    atOnce: false,
    changed: [],
    language: here.language,
    zone: zone ?? config.zone,
    nextAt,
  }
  const digest = { ...window, ...asked, content }
  const reply = composeDigest(digest, await readGathered(db, digest), here.language)
  await send(ctx, reply, here.language)
}

export async function stopDigests(ctx: Context, { db }: BotNeeds, here: Here): Promise<void> {
  await unsubscribe(db, here.key, null)
  await reschedule(db, here.key, new Date())
  const t = texts[here.language].subscriptions
  await send(
    ctx,
    { lines: [[t.stopped]], buttons: [[{ text: t.buttons.subscribe, data: 'topics' }]] },
    here.language,
  )
}

/** What a button of a digest or of one of these screens asks for. */
// oxlint-disable-next-line complexity -- a table: a line a button
export async function actOnDigest(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  action: DigestAction,
): Promise<void> {
  const { db } = needs
  const { key, language } = here
  switch (action.name) {
    case 'd':
      return showDigest(ctx, needs, here, action.values)
    case 't':
      return choose(ctx, needs, here, action.values)
    case 'topics': {
      const { subscriptions: all } = await readSubscriptions(db, key)
      return edit(ctx, topicsScreen(all, language), language)
    }
    case 'city':
      return edit(ctx, cityScreen(language), language)
    case 'hour':
      return send(ctx, hourScreen(language), language)
    case 'z':
      await setDigestTime(db, key, { zone: offeredCities[action.values[0]]?.zone ?? null })
      return settle(ctx, needs, here, edit)
    case 'h':
      await setDigestTime(db, key, { minutes: [action.values[0] * 60] })
      return settle(ctx, needs, here, edit)
    case 'hours':
      return edit(ctx, hoursScreen((await readSubscriptions(db, key)).minutes, language), language)
    case 'athour': {
      const [hour, wanted] = action.values
      await setDigestMinute(db, key, { minute: hour * 60, isWanted: wanted === 1 })
      return edit(ctx, hoursScreen((await reschedule(db, key, new Date())).minutes, language), language)
    }
    case 'x':
      await unsubscribeFrom(db, key, action.values[0])
      return settle(ctx, needs, here, edit)
    case 'days':
      return edit(ctx, daysScreen(language), language)
    case 'w':
      await setDigestTime(db, key, { days: action.values[0], atOnce: false })
      return settle(ctx, needs, here, edit)
    case 'atonce':
      await setDigestTime(db, key, { atOnce: true })
      return settle(ctx, needs, here, edit)
    case 'sub':
      return subscribeToThing(ctx, needs, here, action.values)
    case 'pause':
      await setPaused(db, key, action.values[0] === 1)
      return settle(ctx, needs, here, edit)
    case 'tell':
      await setTellsNothing(db, key, action.values[0] === 1)
      return settle(ctx, needs, here, edit)
    case 'both':
      await setInBoth(db, key, action.values[0] === 1)
      return edit(ctx, settingsScreen(await readSubscriptions(db, key), language), language)
    case 'quiet':
      return edit(ctx, quietScreen(language), language)
    case 'qh':
      return setQuietHours(ctx, needs, here, action.values)
    case 'subs':
      return settle(ctx, needs, here, edit)
    case 'now':
      return digestNow(ctx, needs, here)
    case 'stop':
      return stopDigests(ctx, needs, here)
  }
}

async function setQuietHours(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  [from, to]: [number, number],
): Promise<void> {
  await setQuiet(db, key, { from: from * 60, to: to * 60 })
  await edit(ctx, settingsScreen(await readSubscriptions(db, key), language), language)
}

async function choose(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  [place, wanted]: [number, number],
): Promise<void> {
  const topic = topics[place]?.id
  if (topic === undefined) return
  if (wanted === 1) await subscribe(db, key, topic)
  else await unsubscribe(db, key, topic)
  const { subscriptions: all } = await reschedule(db, key, new Date())
  await edit(ctx, topicsScreen(all, language), language)
}

async function showDigest(
  ctx: Context,
  { db }: BotNeeds,
  here: Here,
  [id, language, offset]: [number, Language, number],
): Promise<void> {
  const digest = await findOwnDigest(db, here.key, id)
  if (!digest) return sendLine(ctx, texts[here.language].tooOld, here.language)
  const gathered = await readGathered(db, digest)
  if (offset === 0) return edit(ctx, composeDigest(digest, gathered, language), language)
  await send(ctx, composeLeftOut(digest, gathered, offset, language), language)
}
