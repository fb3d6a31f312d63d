// Following people: by a name, by a button under an answer, and an end to it.

import type { Context } from 'telegraf'
import { pack } from '../answers/action.ts'
import { findPeople, peopleById } from '../answers/people.ts'
import { displayName } from '../answers/statement-lines.ts'
import { setLanguage } from '../chats/store.ts'
import { follow, listFollowed, unfollow } from '../following/store.ts'
import { followedScreen, whomScreen } from '../following/screens.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send, sendLine } from './chat.ts'

/** `/follow Peskov`; without a name, whom the chat follows. */
export async function following(ctx: Context, needs: BotNeeds, here: Here, words: string): Promise<void> {
  if (words === '') return showFollowed(ctx, needs, here)
  const people = await findPeople(needs.db, [words])
  const [only, another] = people
  if (!only) return sendLine(ctx, texts[here.language].following.unknown(words), here.language)
  if (another) {
    const screen = whomScreen(people, here.language, ({ personId }, name) => ({
      text: texts[here.language].following.follow(name),
      data: pack('f', personId, 1),
    }))
    return send(ctx, screen, here.language)
  }
  return setFollowed(ctx, needs, here, [only.personId, 1])
}

export async function showFollowed(ctx: Context, { db }: BotNeeds, { key, language }: Here): Promise<void> {
  const people = await peopleById(db, await listFollowed(db, key))
  await send(ctx, followedScreen(people, language), language)
}

/** What a button asks for: it says which way, so that a tap handled twice does the same as once. */
export async function setFollowed(
  ctx: Context,
  { db }: BotNeeds,
  { key, language }: Here,
  [personId, on]: [number, number],
): Promise<void> {
  const t = texts[language]
  const [person] = await peopleById(db, [personId])
  const name = person ? displayName(person.names, language) : ''
  if (!person && on === 1) return sendLine(ctx, t.tooOld, language)
  // What comes by itself, days later, is in the language of this conversation.
  if (on === 1) await setLanguage(db, key, language)
  if (on === 1) await follow(db, key, personId)
  else await unfollow(db, key, personId)
  await sendLine(ctx, on === 1 ? t.following.begun(name) : t.following.ended(name), language)
}
