// From a mention to a person: full names for surnames, holders for offices, the right one for "he" and "she".
// Nobody is guessed: where two fit and neither was spoken of last, the mention stays without a person.

import { cut } from '../../language/span.ts'
import { isBody, isRoleNoun } from './lexicon.ts'
import type { Gender, Mention } from './mentions.ts'
import { enterPerson, fits, type Known, nameWordsMax, type People, surnameOf } from './people.ts'
import { bodies, knownBySurname, organisationWords } from './words.data.ts'

/** How many speakers and subjects a pronoun looks back over. */
const focusMax = 12

/** The person of a mention; null for a body, a group, or somebody whom the article does not name. */
export function resolvePerson(people: People, mention: Mention, text: string): Known | null {
  if (mention.kind === 'body' || (mention.plural && mention.kind !== 'name')) return null
  if (mention.kind === 'pronoun') return byPronoun(people, mention.gender)
  if (mention.kind === 'role') return byRole(people, mention.roleWords)
  const role = mention.roleSpan ? cut(text, mention.roleSpan) : null
  const found = findNamed(people, mention.name, mention.gender)
  if (!found) return enterNew(people, mention, role)
  return enterPerson(
    people,
    mention.name,
    { gender: mention.gender, role, roleWords: mention.roleWords },
    found,
  )
}

/** Somebody whom nothing but this mention introduces. A surname that fits several known people is not a new one. */
function enterNew(people: People, mention: Mention, role: string | null): Known | null {
  const namesakes = people.bySurname.get(surnameOf(mention.name)) ?? []
  if (namesakes.some((one) => fits(one.words, mention.name)) || !looksPersonal(mention)) return null
  return enterPerson(people, mention.name, { gender: mention.gender, role, roleWords: mention.roleWords })
}

/**
 * The known person whom these words name: all of them must fit one full name. Of namesakes, a title's gender may leave
 * one; else the only one who holds an office; else nobody, for who spoke last says nothing about whom a paper calls "Brand".
 */
export function findNamed(people: People, words: readonly string[], gender: Gender | null): Known | null {
  const [first = ''] = words
  const bySurname = people.bySurname.get(surnameOf(words)) ?? []
  const all =
    bySurname.length > 0 || words.length > 1 ? bySurname : (people.byGivenName.get(first.toLowerCase()) ?? [])
  const candidates = all.filter((one) => fits(one.words, words) && mayBe(one, gender))
  if (candidates.length <= 1) return candidates[0] ?? null
  const holders = candidates.filter((one) => one.roleWords.size > 0)
  return holders.length === 1 ? (holders[0] ?? null) : null
}

const mayBe = (one: Known, gender: Gender | null): boolean =>
  gender === null || one.gender === null || one.gender === gender

/** Remembers who was spoken of last: a person, or a group that "they" may mean. */
export function putInFocus(people: People, one: Known | 'group'): void {
  people.focus = [...people.focus.filter((it) => it !== one), one].slice(-focusMax)
}

function byPronoun(people: People, gender: Gender | null): Known | null {
  if (gender === null) return null
  const found = lastOf(people, (one) => one.gender === null || one.gender === gender)
  if (found) found.gender ??= gender
  return found
}

/** "the minister": whoever in focus holds an office of all these words, or the only one in the article who does. */
function byRole(people: People, roleWords: readonly string[]): Known | null {
  const head = roleWords.findLast((word) => isRoleNoun({ kind: 'word', lower: word }))
  if (head === undefined) return null
  const holds = (one: Known) => roleWords.every((word) => one.roleWords.has(word))
  const found = lastOf(people, holds)
  if (found) return found
  const holders = (people.byRoleWord.get(head) ?? []).filter((one) => holds(one))
  return holders.length === 1 ? (holders[0] ?? null) : null
}

function lastOf(people: People, fitsHere: (one: Known) => boolean): Known | null {
  const found = people.focus.findLast((one) => one !== 'group' && fitsHere(one))
  return found === undefined || found === 'group' ? null : found
}

/** Whether a name that the article never introduces is still a person's. */
function looksPersonal(mention: Mention): boolean {
  const lower = mention.name.map((word) => word.toLowerCase())
  const [first = ''] = lower
  if (mention.name.length === 1) return !bodies.has(first) && (mention.titled || knownBySurname.has(first))
  const body = lower.some(
    (word, i) =>
      organisationWords.has(word) || isBody({ kind: 'word', lower: word, text: mention.name[i] ?? '' }),
  )
  return mention.name.length <= nameWordsMax && (!body || (mention.titled && !bodies.has(first)))
}
