// What a window of time holds for a digest: the articles on its topics, and the account of all the others.

import path from 'node:path'
import { peopleById, type Person } from '../answers/people.ts'
import { type Article, listAppearances, listArticles } from '../articles/store.ts'
import type { ChatKey } from '../chats/store.ts'
import type { Db } from '../database/database.ts'
import type { Language } from '../language/script.ts'
import { listSources } from '../sources/store.ts'
import { listSummaries, type StoredSummary } from '../summaries/store.ts'
import { type Content, type Digest, shownMax, type Window } from './digest.ts'
import { readWanted, type ThingNames } from '../subscriptions/interest.ts'
import { countInWindow, listFollowedIn, listHad, listInWindow } from './store.ts'
import { readThingNames } from '../subscriptions/thing-names.ts'

/** An article on the topics beyond these is counted with the others left out, and not listed. */
const listedMax = 150

/** What was told within so many days is not told again. */
const toldDays = 7

/** No article takes longer from the moment that it is ready to the end of its transaction (jobs/stories). */
const overlapMs = 60_000

/** What a window holds for all who want the same of it in the same language. */
type Looked = {
  counts: Awaited<ReturnType<typeof countInWindow>>
  inWindow: Awaited<ReturnType<typeof listInWindow>>
  failed: string[]
}
/** Of one run: of the many whose digest is due at seven, most share a window and its topics. */
export type SharedWindows = Map<string, Looked>

/**
 * The articles of a window, those in the reader's language first, then by date; undated ones are in no window. For a chat (`key`): without the stories
 * that it has had, unless somebody says something new in them, and with the people whom it follows. `shared`: what others have looked up before.
 */
export async function gather(
  db: Db,
  window: Window,
  language: Language,
  { key = null, shared = new Map() }: { key?: ChatKey | null; shared?: SharedWindows } = {},
): Promise<Content> {
  // What became ready while the last digest was made may not have been seen by it, though it lies in its window.
  const overlapping = key ? { ...window, from: new Date(window.from.getTime() - overlapMs) } : window
  const { counts, inWindow, failed } = await look(db, { window, overlapping, language }, shared)
  const had = key ? await listHad(db, key, { days: toldDays, shown: shownMax }) : []
  const hadArticles = new Set(had.map((it) => it.articleId))
  const hadStories = new Set(had.flatMap(({ isShown, storyId }) => (isShown ? [storyId] : [])))
  const found = inWindow.filter((it) => !hadArticles.has(it.id))
  const listed = found.filter((it) => it.saysNews || !hadStories.has(it.storyId))
  const byStory = [...Map.groupBy(listed, (it) => it.storyId).values()].map((some) =>
    some.map(({ id }) => id),
  )
  const articles = byStory.flatMap(([first]) => first ?? [])
  return {
    articles,
    also: Object.fromEntries(
      byStory.flatMap(([first, ...others]) =>
        first === undefined || others.length === 0 ? [] : [[String(first), others]],
      ),
    ),
    ...counts,
    before: found.length - listed.length,
    followed: key ? followedOf(await listFollowedIn(db, key, articles.slice(0, shownMax))) : [],
    failed,
  }
}

async function look(
  db: Db,
  { window, overlapping, language }: { window: Window; overlapping: Window; language: Language },
  shared: SharedWindows,
): Promise<Looked> {
  const same = JSON.stringify([overlapping, language])
  const known = shared.get(same)
  if (known) return known
  const wanted = readWanted(window.topics)
  // One after the other: in a transaction they share a connection.
  const looked = {
    counts: await countInWindow(db, window, wanted),
    inWindow: await listInWindow(db, overlapping, wanted, { language, limit: listedMax }),
    failed: (await listSources(db)).filter((it) => it.failure !== null).map(nameOf),
  }
  shared.set(same, looked)
  return looked
}

function followedOf(rows: Awaited<ReturnType<typeof listFollowedIn>>): Content['followed'] {
  return Array.from(
    Map.groupBy(rows, (it) => it.personId),
    ([personId, some]) => ({
      personId,
      articles: Object.fromEntries(some.map(({ articleId, utterances }) => [String(articleId), utterances])),
    }),
  )
}

/** What a reader may know of a source: its name, or its site; of a folder of ours no more than its last part. */
function nameOf({ name, address }: { name: string | null; address: string }): string {
  if (name !== null) return name
  return /^https?:/i.test(address) ? new URL(address).hostname.replace(/^www\./, '') : path.basename(address)
}

export type Gathered = {
  /** What people and stories among the subscriptions are called. */
  names: ThingNames
  /** Of the people who are followed, with all their names. */
  people: Person[]
  articles: Article[]
  summaries: StoredSummary[]
  /** Others on the same event, by the id of the one that is listed. */
  also: ReadonlyMap<number, readonly Article[]>
  /** Outlets that carried the very words of the listed one, by its id. */
  carriedBy: ReadonlyMap<number, readonly string[]>
}

/** What is shown of some articles, in their order; one that is gone meanwhile is left out. */
export async function readGathered(
  db: Db,
  { topics, content: { articles: ids, also, followed } }: Pick<Digest, 'topics' | 'content'>,
): Promise<Gathered> {
  const [names, people, found, summaries, appearances] = await Promise.all([
    readThingNames(db, topics),
    peopleById(
      db,
      followed.map((it) => it.personId),
    ),
    listArticles(db, [...ids, ...Object.values(also).flat()]),
    listSummaries(db, ids),
    listAppearances(db, ids),
  ])
  const byId = new Map(found.map((it) => [it.id, it]))
  const listed = (some: readonly number[]) => some.flatMap((id) => byId.get(id) ?? [])
  return {
    names,
    people,
    articles: listed(ids),
    summaries,
    also: new Map(ids.map((id) => [id, listed(also[String(id)] ?? [])])),
    carriedBy: new Map(
      ids.map((id) => [id, appearances.filter((it) => it.articleId === id).map((it) => it.source)]),
    ),
  }
}
