// Whom a question means: the people in the store whom a name fits, in any script. Two whom it fits alike are both kept: the reader chooses.

import type { Db } from '../database/database.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic } from '../language/script.ts'
import { keysOf } from '../people/link.ts'
import { wholeSurname } from '../people/other-script.ts'
import { acceptScore, prepareNames, rankNames, sameScore } from '../people/match.ts'
import { findByKeys, type Known, listNames } from '../people/store.ts'
import { listSpeakers, type Speaker } from '../speakers/store.ts'

/** Somebody who has spoken: their attested names in both scripts, the role as last written, how much there is. */
export type Person = Speaker & { names: string[] }

const namesComparedMax = 2_000
/** So many spellings, best first, are looked at to see whom a name fits. */
const rankedMax = 50
/** Two people whose scores differ by less are told apart by the reader, not by us. */
const clearLead = 0.06

/** The people whom any of these spellings fits, best first; one clear winner stands alone. */
export async function findPeople(db: Db, guesses: readonly string[]): Promise<Person[]> {
  for (const guess of guesses.flatMap((it) => [...new Set([it, wholeSurname(it)])])) {
    const known = await findByKeys(db, { keys: keysOf(guess), folded: fold(guess) }, namesComparedMax)
    const people = await peopleById(db, equallyNamed(guess, known))
    if (people.length > 0) return people
  }
  return []
}

/** How well a person's names in each script fit what was asked. */
type Fit = { personId: number; arabic: number; other: number }

/**
 * Those whom a name fits best. Across scripts a name fits a little worse than within one, which says nothing about who is meant:
 * people are told apart by names in the same script, and somebody known in the other one only stays in, if the name fits him at all well.
 */
function equallyNamed(guess: string, known: readonly Known[]): number[] {
  const ranked = rankNames(guess, prepareNames([...new Set(known.map((it) => it.name))]), rankedMax)
  const fits = new Map<number, Fit>()
  for (const { name, score } of ranked.filter((it) => it.score >= acceptScore)) {
    const script = hasArabic(name) ? 'arabic' : 'other'
    for (const { personId } of known.filter((it) => it.name === name)) {
      const fit = fits.get(personId) ?? { personId, arabic: 0, other: 0 }
      fits.set(personId, { ...fit, [script]: Math.max(fit[script], score) })
    }
  }
  const [best, ...rest] = [...fits.values()].toSorted((a, b) => bestOf(b) - bestOf(a))
  if (!best) return []
  return [best, ...rest.filter((it) => ties(it, best))].map((it) => it.personId)
}

const bestOf = ({ arabic, other }: Fit): number => Math.max(arabic, other)

function ties(fit: Fit, best: Fit): boolean {
  if (bestOf(fit) >= bestOf(best) - clearLead) return true
  const shared = (['arabic', 'other'] as const).filter((script) => fit[script] > 0 && best[script] > 0)
  if (shared.length === 0) return bestOf(fit) >= sameScore
  return shared.some((script) => fit[script] >= best[script] - clearLead)
}

export async function peopleById(db: Db, personIds: readonly number[]): Promise<Person[]> {
  const [speakers, names] = [await listSpeakers(db, personIds), await listNames(db, personIds)]
  return speakers.map((it) => ({
    ...it,
    names: names.filter((row) => row.personId === it.personId).map((row) => row.name),
  }))
}
