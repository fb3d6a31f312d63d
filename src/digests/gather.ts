// What a window of time holds for a digest: the articles on its topics, and the account of all the others.

import path from 'node:path'
import { type Article, listAppearances, listArticles } from '../articles/store.ts'
import type { Db } from '../database/database.ts'
import type { Language } from '../language/script.ts'
import { listSources } from '../sources/store.ts'
import { listSummaries, type StoredSummary } from '../summaries/store.ts'
import type { Content, Window } from './digest.ts'
import { readWanted } from './interest.ts'
import { countInWindow, listInWindow } from './store.ts'

/** An article on the topics beyond these is counted with the others left out, and not listed. */
const listedMax = 150

/** The articles of a window, those in the reader's language first, then by date; undated ones are in no window. */
export async function gather(db: Db, window: Window, language: Language): Promise<Content> {
  // One after the other: in a transaction they share a connection.
  const wanted = readWanted(window.topics)
  const counts = await countInWindow(db, window, wanted)
  const listed = await listInWindow(db, window, wanted, { language, limit: listedMax })
  const sources = await listSources(db)
  const byStory = [...Map.groupBy(listed, (it) => it.storyId).values()].map((some) =>
    some.map(({ id }) => id),
  )
  return {
    articles: byStory.flatMap(([first]) => first ?? []),
    also: Object.fromEntries(
      byStory.flatMap(([first, ...others]) =>
        first === undefined || others.length === 0 ? [] : [[String(first), others]],
      ),
    ),
    ...counts,
    failed: sources.filter((it) => it.failure !== null).map(nameOf),
  }
}

/** What a reader may know of a source: its name, or its site; of a folder of ours no more than its last part. */
function nameOf({ name, address }: { name: string | null; address: string }): string {
  if (name !== null) return name
  return /^https?:/i.test(address) ? new URL(address).hostname.replace(/^www\./, '') : path.basename(address)
}

export type Gathered = {
  articles: Article[]
  summaries: StoredSummary[]
  /** Others on the same event, by the id of the one that is listed. */
  also: ReadonlyMap<number, readonly Article[]>
  /** Outlets that carried the very words of the listed one, by its id. */
  carriedBy: ReadonlyMap<number, readonly string[]>
}

/** What is shown of some articles, in their order; one that is gone meanwhile is left out. */
export async function readGathered(db: Db, { articles: ids, also }: Content): Promise<Gathered> {
  const [found, summaries, appearances] = await Promise.all([
    listArticles(db, [...ids, ...Object.values(also).flat()]),
    listSummaries(db, ids),
    listAppearances(db, ids),
  ])
  const byId = new Map(found.map((it) => [it.id, it]))
  const listed = (some: readonly number[]) => some.flatMap((id) => byId.get(id) ?? [])
  return {
    articles: listed(ids),
    summaries,
    also: new Map(ids.map((id) => [id, listed(also[String(id)] ?? [])])),
    carriedBy: new Map(
      ids.map((id) => [id, appearances.filter((it) => it.articleId === id).map((it) => it.source)]),
    ),
  }
}
