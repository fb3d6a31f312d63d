// Who is who, put right by an admin: two rows that are one person, one that is two.

import type { Context } from 'telegraf'
import { findPeople, peopleById } from '../answers/people.ts'
import { displayName, roleOf } from '../answers/statement-lines.ts'
import { splitOff } from '../people/split.ts'
import { lockPeople, mergePeople } from '../people/store.ts'
import { bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, send } from './chat.ts'

/**
 * `/people NAME` says who is known by it; `/people merge ID ID` makes the first one of the second; `/people split ID SPELLING` makes a
 * spelling a person of their own.
 */
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
  const [, whole, spelling] = /^split\s+(\d{1,15})\s+(\S.*)$/i.exec(words) ?? []
  if (whole !== undefined && spelling !== undefined) {
    const split = await splitOff(db, Number(whole), spelling)
    if (!split) return say([t.noSuchSpelling(Number(whole), spelling)])
    return say([t.split({ ...split, spelling, from: Number(whole) })])
  }
  if (words === '') return say([t.how])
  const found = await findPeople(db, [words])
  if (found.length === 0) return say([t.nobody(words)])
  await say(
    [bold(t.title)],
    ...found.map((it): Line => {
      const role = roleOf(it, language)
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
