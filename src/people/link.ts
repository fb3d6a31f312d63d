// Which person a name in an article belongs to. Two people are never made one on a surname alone:
// a bare surname goes to the only person who has it, and stays by itself where two do.

import type { Db } from '../database/database.ts'
import { fold, foldedWords } from '../language/normalise.ts'
import { genderOf } from './other-script.ts'
import { isSameName } from './match.ts'
import { nameKeys } from './sound.ts'
import { addName, addPerson, findByKeys, type Known, renamePerson } from './store.ts'

/** Spellings compared for one name; a key that more people share tells nothing. */
const comparedMax = 500

export const keysOf = (name: string): string[] => [
  ...new Set(foldedWords(name).flatMap((word) => nameKeys(word))),
]

/** The person of this name, found or made. Call with the people locked (see lockPeople). */
export async function linkPerson(db: Db, name: string): Promise<number> {
  const keys = keysOf(name)
  const known = await findByKeys(db, keys, comparedMax)
  const personId = decidePerson(name, known)
  if (personId === undefined) {
    const id = await addPerson(db, name, genderOf(name) ?? null)
    await addName(db, { personId: id, name, folded: fold(name), keys })
    return id
  }
  await addName(db, { personId, name, folded: fold(name), keys })
  const fullest = known.find((it) => it.personId === personId)?.fullest ?? name
  if (foldedWords(name).length > foldedWords(fullest).length && sameScript(name, fullest))
    await renamePerson(db, personId, name)
  return personId
}

/** Pure: the one person whom a new name belongs to, or undefined for nobody yet, or for nobody that can be told. */
function decidePerson(name: string, known: readonly Known[]): number | undefined {
  const exact = idsOf(known.filter((it) => fold(it.name) === fold(name)))
  if (exact.length === 1) return exact[0]
  const same = idsOf(known.filter((it) => isSameName(name, it.name)))
  return same.length === 1 ? same[0] : undefined
}

const idsOf = (known: readonly Known[]): number[] => [...new Set(known.map((it) => it.personId))]

const sameScript = (a: string, b: string): boolean =>
  /\p{Script=Arabic}/u.test(a) === /\p{Script=Arabic}/u.test(b)
