// Then and now: what somebody said on the same matter before. Pure, and careful: two statements that have little in common are not put side by side
// as if one answered the other.

import type { Said } from '../statements/store.ts'
import { isSameMatter } from '../statements/utterance.ts'

/** What was said within so many days is the same turn of an affair, and stands in the list anyway. */
const daysApartMin = 7
const dayMs = 24 * 60 * 60 * 1000

/**
 * The statement of the same people, a week or more before `now`, that has most of its matter in common; of several the earliest. Undefined
 * where there is none, or where one of the two is not dated. `shown` stand in the answer and are not repeated.
 */
export function earlierOn(now: Said, all: readonly Said[], shown: readonly Said[]): Said | undefined {
  const day = dayOf(now)
  if (day === undefined) return undefined
  return all
    .filter((it) => {
      const then = dayOf(it)
      return (
        then !== undefined &&
        day - then >= daysApartMin * dayMs &&
        it.personIds.join() === now.personIds.join() &&
        !shown.some(({ utteranceId }) => utteranceId === it.utteranceId) &&
        it.utteranceId !== now.utteranceId &&
        sharesMatter(now, it)
      )
    })
    .toSorted((a, b) => (dayOf(a) ?? 0) - (dayOf(b) ?? 0))[0]
}

/** Nothing is read out of texts in other languages. */
function sharesMatter(a: Said, b: Said): boolean {
  if (a.language === 'other' || b.language === 'other') return false
  return isSameMatter({ words: a.words, language: a.language }, { words: b.words, language: b.language })
}

const dayOf = ({ publishedAt }: Said): number | undefined =>
  publishedAt === null ? undefined : Date.parse(publishedAt.slice(0, 10))
