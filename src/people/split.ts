// One row that turns out to be two people is taken apart, by a spelling.

import type { Database } from '../database/database.ts'
import { fold } from '../language/normalise.ts'
import { genderOf } from './other-script.ts'
import {
  addPerson,
  listNames,
  listWrittenNames,
  lockPeople,
  recountRoles,
  renamePerson,
  splitPerson,
} from './store.ts'

/**
 * Makes a person of their own of one spelling, with the statements that articles have under it. Undefined where the person is not known by the
 * spelling, or by nothing else. Whoever follows the first one goes on doing so.
 */
export function splitOff(
  db: Database,
  personId: number,
  spelling: string,
): Promise<{ personId: number; statements: number } | undefined> {
  const folded = fold(spelling)
  return db.transaction(async (tx) => {
    await lockPeople(tx)
    const names = await listNames(tx, [personId])
    const moving = names.find((it) => fold(it.name) === folded)
    const fullest = names.find((it) => it !== moving)
    if (!moving || !fullest) return undefined
    const into = await addPerson(tx, moving.name, genderOf(moving.name) ?? null)
    const written = (await listWrittenNames(tx, personId)).map((it) => it.person)
    const statements = await splitPerson(tx, {
      from: personId,
      into,
      folded,
      written: written.filter((it) => fold(it) === folded),
    })
    if (fold(moving.fullest) === folded) await renamePerson(tx, personId, fullest.name)
    await recountRoles(tx, [personId, into])
    return { personId: into, statements }
  })
}
