// Puts articles that came in with those that report the same event, whatever their outlet and language. One process at a time; an article is
// compared once, with those that have a story already.

import type { App } from '../src/app.ts'
import { anyOf, keyTerm } from '../src/articles/terms.ts'
import type { Db } from '../src/database/database.ts'
import { likenessInTime, type Shape, shapeOf, tellingTerms, termsOf } from '../src/stories/likeness.ts'
import {
  listNear,
  listNewestTold,
  listUnplaced,
  lockStories,
  setStory,
  type Told,
} from '../src/stories/store.ts'
import { Weights } from '../src/stories/weights.ts'

/** In one run; the next one, a minute later, takes the rest. */
const placedMax = 200
/** Enough to know which words are rare. */
const learntFromMax = 400
/** What is further apart is another event of the same kind, or the next turn of an affair. */
const hoursMax = 36
const comparedMax = 30
const msPerHour = 3_600_000

/** How many were placed; none where nothing waits, or another process is at it. */
export async function stories({ db, log }: Pick<App, 'db' | 'log'>): Promise<number> {
  const placed = await db.transaction(async (tx) => {
    if (!(await lockStories(tx))) return []
    const unplaced = await listUnplaced(tx, placedMax)
    if (unplaced.length === 0) return []
    const weights = await learnWeights(tx)
    const shapes = new Map<number, Shape>()
    const done: boolean[] = []
    for (const article of unplaced) done.push(await place(tx, article, { weights, shapes }))
    return done
  })
  const joined = placed.filter((it) => it).length
  if (placed.length > 0) log.info({ articles: placed.length, joined }, 'articles put into stories')
  return placed.length
}

async function learnWeights(db: Db): Promise<Weights> {
  const weights = new Weights()
  for (const article of await listNewestTold(db, learntFromMax)) weights.add(termsOf(article))
  return weights
}

type Known = { weights: Weights; shapes: Map<number, Shape> }

/** True where it joined a story that was there. */
async function place(db: Db, article: Told, { weights, shapes }: Known): Promise<boolean> {
  const shape = (it: Told): Shape => {
    const known = shapes.get(it.id) ?? shapeOf(it, weights)
    shapes.set(it.id, known)
    return known
  }
  const { stems, keys } = tellingTerms(article, weights)
  const terms = anyOf([...stems, ...keys.map(keyTerm)])
  const near =
    terms === undefined ? [] : await listNear(db, article, terms, { hours: hoursMax, limit: comparedMax })
  const [best] = near
    .map((other) => ({
      other,
      likeness: likenessInTime(
        shape(article),
        shape(other),
        (article.at.getTime() - other.at.getTime()) / msPerHour,
      ),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)
  const joins = best !== undefined && best.likeness > 0
  await setStory(db, article.id, joins ? (best.other.storyId ?? best.other.id) : article.id)
  return joins
}
