// News at once: which chats that want it so have something in the articles that have just become ready, and when it may come to them.

import { quietMs } from '../chats/quiet.ts'
import type { Database, Db } from '../database/database.ts'
import { interestQuery, interestWords } from './interest.ts'
import {
  claimUnannounced,
  listMatching,
  listWaiting,
  listWordsAtOnce,
  noteAnnounced,
  setNextDigest,
  type Waiting,
} from './store.ts'

/** In one transaction. */
const announcedMax = 1_000

/** What comes in within so many minutes after a digest comes together. */
const gapMs = 5 * 60_000

/**
 * Sets the time of the next digest for those who want news at once and have subscribed to something that new articles are about: now, or after the gap to the
 * last one, or at the end of their quiet hours. An article is thought of once: a load of thousands keeps nobody's news waiting for its turn.
 */
export async function wake(db: Database, now: Date): Promise<void> {
  while ((await db.transaction((tx) => wakeSome(tx, now))) === announcedMax);
}

/** How many articles were thought of. */
async function wakeSome(db: Db, now: Date): Promise<number> {
  const articles = (await claimUnannounced(db, announcedMax)).map((it) => it.id)
  if (articles.length === 0) return 0
  const words = (await listWordsAtOnce(db)).flatMap(({ topic }) => {
    const query = interestQuery(interestWords(topic) ?? '')
    return query === undefined ? [] : [{ topic, query }]
  })
  const matching = (await listMatching(db, articles, words)).map((it) => it.topic)
  for (const chat of await listWaiting(db, matching)) await setNextDigest(db, chat, whenFor(chat, now))
  await noteAnnounced(db, articles)
  return articles.length
}

function whenFor({ zone, quietFrom, quietTo, previousTo }: Waiting, now: Date): Date {
  const soon = new Date(Math.max(now.getTime(), (previousTo?.getTime() ?? 0) + gapMs))
  return new Date(soon.getTime() + quietMs({ zone, from: quietFrom, to: quietTo }, soon))
}
