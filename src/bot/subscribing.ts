// What a chat subscribes to: a topic, words of its own, an outlet, a source, a person, a story.

import type { Context } from 'telegraf'
import { pack } from '../answers/action.ts'
import { findPeople } from '../answers/people.ts'
import { listOutlets } from '../articles/store.ts'
import { setLanguage } from '../chats/store.ts'
import { whomScreen } from '../following/screens.ts'
import { otherLanguage } from '../language/script.ts'
import {
  interestCharsMax,
  interestId,
  interestQuery,
  matchOutlets,
  outletId,
  readOutlet,
  readPerson,
  type Thing,
  thingId,
} from '../subscriptions/interest.ts'
import { readSubscriptions, reschedule } from '../subscriptions/schedule.ts'
import { subscribe } from '../subscriptions/store.ts'
import { readThingNames } from '../subscriptions/thing-names.ts'
import type { Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { findTopic } from '../topics/topics.ts'
import { type BotNeeds, type edit, type Here, send, sendLine } from './chat.ts'
import { cityScreen, subscriptionsScreen, topicsScreen } from './digest-screens.ts'
import { readAddress, subscribeToSource } from './wishes.ts'

/** `/subscribe economy` adds the topic, other words a subscription to articles with those words; without words the list of topics is shown. */
export async function subscribing(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  const { db } = needs
  const t = texts[here.language].subscriptions
  const listed = async (before: Line[]) => {
    const { subscriptions: all } = await readSubscriptions(db, here.key)
    const screen = topicsScreen(all, here.language)
    return send(ctx, { ...screen, lines: [...before, ...screen.lines] }, here.language)
  }
  if (words === '') return listed([])
  const address = readAddress(words)
  if (address !== undefined) {
    const { lines, isSubscribed } = await subscribeToSource(needs, here, address)
    if (!isSubscribed) return listed(lines)
    const told: typeof send = (to, screen, language) =>
      send(to, { ...screen, lines: [...lines, ...screen.lines] }, language)
    return settle(ctx, needs, here, told)
  }
  const outlet = readOutlet(words)
  if (outlet !== undefined) return subscribeToOutlet(ctx, needs, here, { outlet, listed })
  const person = readPerson(words)
  if (person !== undefined) return subscribeToPerson(ctx, needs, here, { name: person, listed })
  const topic = findTopic(words, here.language) ?? findTopic(words, otherLanguage(here.language))
  if (topic === undefined && (words.length > interestCharsMax || interestQuery(words) === undefined))
    return listed([[t.unknownTopic(words.slice(0, interestCharsMax))]])
  if (!(await subscribe(db, here.key, topic ?? interestId(words)))) return listed([[t.tooMany]])
  await settle(ctx, needs, here, send)
}

/** So many outlets are looked through for a name. */
const outletsMax = 1_000

async function subscribeToOutlet(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { outlet, listed }: { outlet: string; listed: (before: Line[]) => Promise<void> },
): Promise<void> {
  const t = texts[here.language].subscriptions
  const stored = (await listOutlets(needs.db, outletsMax)).flatMap(({ source }) => source ?? [])
  const [meant, ...others] = matchOutlets(outlet, stored)
  if (meant === undefined) return listed([[t.unknownOutlet(outlet)]])
  if (others.length > 0) return listed([[t.severalOutlets([meant, ...others].slice(0, outletsNamedMax))]])
  if (!(await subscribe(needs.db, here.key, outletId(meant)))) return listed([[t.tooMany]])
  await settle(ctx, needs, here, send)
}

const outletsNamedMax = 8

async function subscribeToPerson(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  { name, listed }: { name: string; listed: (before: Line[]) => Promise<void> },
): Promise<void> {
  const people = await findPeople(needs.db, [name])
  const [person, another] = people
  if (!person) return listed([[texts[here.language].following.unknown(name)]])
  if (another) {
    const screen = whomScreen(people, here.language, ({ personId }, text) => ({
      text,
      data: pack('sub', 'person', personId),
    }))
    return send(ctx, screen, here.language)
  }
  return subscribeToThing(ctx, needs, here, ['person', person.personId])
}

/** A button or a name asks for news of this person or story. */
export async function subscribeToThing(
  ctx: Context,
  needs: BotNeeds,
  here: Here,
  [thing, id]: [Thing, number],
): Promise<void> {
  const t = texts[here.language]
  const key = thingId(thing, id)
  if (!(await readThingNames(needs.db, [key])).has(key)) return sendLine(ctx, t.tooOld, here.language)
  if (!(await subscribe(needs.db, here.key, key)))
    return sendLine(ctx, t.subscriptions.tooMany, here.language)
  await settle(ctx, needs, here, send)
}

/** Shows where things stand; what a digest still lacks is asked for first: never UTC in silence. */
export async function settle(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  show: typeof send | typeof edit,
): Promise<void> {
  // The digest speaks as the chat does now, whatever the reader's Telegram is set to later.
  await setLanguage(db, key, language)
  const subscribed = await reschedule(db, key, new Date())
  const lacksCity = subscribed.subscriptions.length > 0 && subscribed.zone === null
  await show(ctx, lacksCity ? cityScreen(language) : subscriptionsScreen(subscribed, language), language)
}
