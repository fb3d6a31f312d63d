// Then and now: what somebody said on the same matter before. Pure, and careful: two statements that have little in common are not put side by side
// as if one answered the other.

import type { Said } from '../statements/store.ts'
import { onMatterOf, type Uttered } from '../statements/utterance.ts'

/** What was said within so many days is the same turn of an affair, and stands in the list anyway. */
const daysApartMin = 7
const dayMs = 24 * 60 * 60 * 1000

/**
 * The statement of the same people, a week or more before `now`, that has most of its matter in common; of several the earliest. Undefined
 * where there is none, or where one of the two is not dated. `shown` stand in the answer and are not repeated.
 */
export function earlierOn(now: Said, all: readonly Said[], shown: readonly Said[]): Said | undefined {
  const day = dayOf(now)
  const matter = uttered(now)
  if (day === undefined || !matter) return undefined
  const isSameMatter = onMatterOf(matter)
  return all
    .flatMap((said) => {
      const [earlierDay, other] = [dayOf(said), uttered(said)]
      return earlierDay !== undefined && day - earlierDay >= daysApartMin * dayMs && other
        ? [{ said, earlierDay, other }]
        : []
    })
    .toSorted((a, b) => a.earlierDay - b.earlierDay)
    .find(
      ({ said, other }) =>
        said.personIds.join() === now.personIds.join() &&
        said.utteranceId !== now.utteranceId &&
        !shown.some(({ utteranceId }) => utteranceId === said.utteranceId) &&
        isSameMatter(other),
    )?.said
}

/** Nothing is read out of texts in other languages. */
const uttered = ({ words, language }: Said): Uttered | undefined =>
  language === 'other' ? undefined : { words, language }

const dayOf = ({ publishedAt }: Said): number | undefined =>
  publishedAt === null ? undefined : Date.parse(publishedAt.slice(0, 10))
