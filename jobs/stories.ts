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
  markReady,
  setStory,
  type Told,
} from '../src/stories/store.ts'
import { listOfStory, setUtterance, type ToldStatement } from '../src/statements/store.ts'
import { isSameUtterance } from '../src/statements/utterance.ts'
import { Weights } from '../src/stories/weights.ts'

/** In one run; the next one, a minute later, takes the rest. */
const placedMax = 500
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
    const done = unplaced.length === 0 ? [] : await placeAll(tx, unplaced)
    await markReady(tx)
    return done
  })
  const joined = placed.filter((it) => it).length
  if (placed.length > 0) log.info({ articles: placed.length, joined }, 'articles put into stories')
  return placed.length
}

async function placeAll(db: Db, articles: readonly Told[]): Promise<boolean[]> {
  const known = { weights: await learnWeights(db), shapes: new Map<number, Shape>() }
  const done: boolean[] = []
  for (const article of articles) done.push(await place(db, article, known))
  return done
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
  const storyId = joins ? (best.other.storyId ?? best.other.id) : article.id
  await setStory(db, article.id, storyId)
  await linkUtterances(db, article.id, storyId)
  return joins
}

/** A story has tens of statements; an affair that has run away is not worth more. */
const statementsMax = 300

/** The article's statements are joined to what the same people have said in the same story, its headline to its text. */
async function linkUtterances(db: Db, articleId: number, storyId: number): Promise<void> {
  const all = await listOfStory(db, storyId, statementsMax)
  for (const [index, own] of all.entries()) {
    if (own.articleId !== articleId) continue
    const first =
      all.slice(0, index).find((it) => isOneOf(own, it)) ??
      all.slice(index + 1).find((it) => it.articleId !== articleId && isOneOf(own, it))
    if (first) await setUtterance(db, own.id, first.utteranceId)
  }
}

/** One article says the same twice only above its text and in it. */
const isOneOf = (a: ToldStatement, b: ToldStatement): boolean =>
  (a.articleId !== b.articleId || a.in !== b.in) &&
  a.personIds.some((it) => b.personIds.includes(it)) &&
  isSameUtterance(a, b)
