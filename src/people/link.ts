// Which person a name in an article belongs to. Two people are never made one on a surname alone where first names or roles differ;
// and one is not made two because an article wrote only a surname: as soon as exactly one full name has it, the two are joined.

import type { Db } from '../database/database.ts'
import { fold, foldedWords } from '../language/normalise.ts'
import { isSameName, isSameSurname } from './match.ts'
import { genderOf } from './other-script.ts'
import { isPersonName } from './person-name.ts'
import { rolesConflict } from './role-conflict.ts'
import { nameKeys } from './sound.ts'
import {
  addName,
  addPerson,
  findByKeysOfAll,
  type Known,
  listApart,
  listNames,
  listRoles,
  mergePeople,
  renamePerson,
} from './store.ts'
import { joinedForward, particles } from './titles.data.ts'
import { parseName } from './tokens.ts'

/** Spellings compared for one name; a key that more people share tells nothing. */
const comparedMax = 500
/** So many of the roles that somebody was given are looked at. */
const rolesMax = 20

/** Blocking keys of all words of a name, and of those that others write as one with the next: Le Pen, لوبان. */
export const keysOf = (name: string): string[] => {
  const words = foldedWords(name)
  const joined = words.flatMap((word, at) => {
    const next = words[at + 1]
    return next !== undefined && (particles.has(word) || joinedForward.has(word)) ? [word + next] : []
  })
  return [...new Set([...words, ...joined].flatMap((word) => nameKeys(word)))]
}

/** A name with what its article calls the person. */
export type Named = { name: string; role: string | null }

/** The people of one article by name; whatever is no person's name is left out. Call with the people locked (see lockPeople). */
export async function linkPeople(db: Db, named: readonly Named[]): Promise<Map<string, number>> {
  const people = new Map<string, number>()
  // Full names first: the article says itself whose its surnames are.
  const waiting = named
    .filter(({ name }) => isPersonName(name))
    .toSorted((a, b) => Number(isFull(b.name)) - Number(isFull(a.name)))
  let met = await meetAll(db, waiting)
  for (const [index, it] of waiting.entries()) {
    const linked = await link(db, it, met.get(it.name) ?? nobodyMet)
    for (const [other, id] of people) if (linked.gone.includes(id)) people.set(other, linked.personId)
    people.set(it.name, linked.personId)
    // Most names are met as they are known; after one that is new, the others may be his.
    if (linked.isNews) met = await meetAll(db, waiting.slice(index + 1))
  }
  return people
}

/** The person of this name, found or made; undefined for what is no person's name. */
export async function linkPerson(
  db: Db,
  name: string,
  role: string | null = null,
): Promise<number | undefined> {
  return (await linkPeople(db, [{ name, role }])).get(name)
}

/** `isNews`: something was written about the people known so far. */
type Linked = { personId: number; gone: number[]; isNews: boolean }

async function link(db: Db, { name, role }: Named, { near, known }: Met): Promise<Linked> {
  const folded = fold(name)
  const { personId: found, surnameOnly } = decidePerson(name, role, known)
  const own = found ?? (await addPerson(db, name, genderOf(name) ?? null))
  const isKnown = near.some((it) => it.personId === own && fold(it.name) === folded)
  if (!isKnown) await addName(db, { personId: own, name, folded, keys: keysOf(name) })
  // The oldest keeps its number, which a button may hold.
  const [personId = own, ...gone] = [own, ...surnameOnly].toSorted((a, b) => a - b)
  for (const id of gone) await mergePeople(db, id, personId)
  const fullest = known.find((it) => it.personId === found)?.fullest
  const isRenamed =
    (fullest !== undefined || gone.length > 0) &&
    (await renameFuller(db, { personId, name, fullest: fullest ?? name, hasMerged: gone.length > 0 }))
  return { personId, gone, isNews: !isKnown || gone.length > 0 || isRenamed }
}

type Renaming = { personId: number; name: string; fullest: string; hasMerged: boolean }

/** Written only where it changes something: most names are met as they are known. */
async function renameFuller(db: Db, { personId, name, fullest, hasMerged }: Renaming): Promise<boolean> {
  const shown = isFuller(name, fullest) ? name : fullest
  if (!hasMerged && shown === fullest) return false
  await renamePerson(db, personId, shown)
  return true
}

/** A person of the store as far as a new name may be his. */
type Candidate = {
  personId: number
  fullest: string
  names: readonly string[]
  roles: readonly string[]
  /** Those who are known to be others. */
  apart: readonly number[]
}

/** What the store knows that may be about a name. */
type Met = { near: readonly Known[]; known: readonly Candidate[] }
const nobodyMet: Met = { near: [], known: [] }

/** The same few queries for all names of an article at once. */
async function meetAll(db: Db, named: readonly Named[]): Promise<Map<string, Met>> {
  if (named.length === 0) return new Map()
  const wanted = named.map(({ name }) => ({ keys: keysOf(name), folded: fold(name) }))
  const rows = Map.groupBy(await findByKeysOfAll(db, wanted, comparedMax), (it) => it.at)
  const alike = named.map(({ name }, at) => {
    const near = rows.get(at) ?? []
    return {
      name,
      near,
      ids: idsOf(near.filter((it) => isSameName(name, it.name) || isSameSurname(name, it.name))),
    }
  })
  const ids = [...new Set(alike.flatMap((it) => it.ids))]
  const names = Map.groupBy(ids.length === 0 ? [] : await listNames(db, ids), (it) => it.personId)
  const roles = Map.groupBy(ids.length === 0 ? [] : await listRoles(db, ids, rolesMax), (it) => it.personId)
  const apart = ids.length < 2 ? [] : await listApart(db, ids)
  const candidate = (personId: number, name: string): Candidate => {
    const mine = names.get(personId) ?? []
    return {
      personId,
      fullest: mine[0]?.fullest ?? name,
      names: mine.map((it) => it.name),
      roles: (roles.get(personId) ?? []).map((it) => it.role),
      apart: apart.filter((it) => it.personId === personId).map((it) => it.otherId),
    }
  }
  return new Map(
    alike.map(({ name, near, ids: own }) => [name, { near, known: own.map((id) => candidate(id, name)) }]),
  )
}

/** Whose name it is (undefined for nobody yet), and which people known by the surname only are he. */
type Decision = { personId: number | undefined; surnameOnly: number[] }

/** Pure. */
function decidePerson(name: string, role: string | null, known: readonly Candidate[]): Decision {
  return isFull(name) ? decideFull(name, role, known) : decideSurname(name, role, known)
}

function decideFull(name: string, role: string | null, known: readonly Candidate[]): Decision {
  const same = sameAs(name, known)
  const [only, second] = same
  const personId = second ? undefined : only?.personId
  const alone = known.filter((it) => !it.names.some(isFull))
  const others = known.filter((it) => it.names.some(isFull) && it.personId !== personId)
  // Somebody else has the surname too: whose the bare surname was, nobody can tell.
  if (others.length > 0 || second) return { personId, surnameOnly: [] }
  const roles = [...(role === null ? [] : [role]), ...(only?.roles ?? [])]
  const his = alone.filter((it) => fits(it, roles) && !isApart(it, only))
  return { personId, surnameOnly: his.map((it) => it.personId) }
}

/** As it is written, if anybody's is; else as it sounds. */
function sameAs(name: string, known: readonly Candidate[]): Candidate[] {
  const exact = known.filter((it) => it.names.some((one) => fold(one) === fold(name)))
  return exact.length === 1 ? exact : known.filter((it) => it.names.some((one) => isSameName(name, one)))
}

function decideSurname(name: string, role: string | null, known: readonly Candidate[]): Decision {
  const roles = role === null ? [] : [role]
  const full = known.filter((it) => it.names.some(isFull))
  const alone = known.filter((it) => !it.names.some(isFull) && fits(it, roles))
  const fitting = full.filter((it) => fits(it, roles))
  const [only, second] = fitting
  const apart = only ? alone.filter((it) => !fits(it, only.roles)) : []
  const isToldApart = alone.some((it) => isApart(it, only))
  // Where another is known by the surname only, a surname without a role may be his as well.
  if (only && !second && !isToldApart && (roles.length > 0 || apart.length === 0)) {
    const theirs = full.length === 1 ? alone.filter((it) => !apart.includes(it)) : []
    return { personId: only.personId, surnameOnly: theirs.map((it) => it.personId) }
  }
  const exact = alone.filter((it) => it.names.some((one) => fold(one) === fold(name)))
  const [first] = exact.length > 0 ? exact : alone
  return { personId: first?.personId, surnameOnly: [] }
}

const fits = (candidate: Candidate, roles: readonly string[]): boolean =>
  !rolesConflict(candidate.roles, roles)

const isApart = (one: Candidate, other: Candidate | undefined): boolean =>
  other !== undefined && one.apart.includes(other.personId)

/** A given name alone (محمد) is half of too many names to be anybody's surname: it counts as a name of its own. */
const isFull = (name: string): boolean => parseName(name).tokens.length > 1

const idsOf = (known: readonly Known[]): number[] => [...new Set(known.map((it) => it.personId))]

const isFuller = (name: string, fullest: string): boolean =>
  foldedWords(name).length > foldedWords(fullest).length && (sameScript(name, fullest) || !isFull(fullest))

const sameScript = (a: string, b: string): boolean =>
  /\p{Script=Arabic}/u.test(a) === /\p{Script=Arabic}/u.test(b)
