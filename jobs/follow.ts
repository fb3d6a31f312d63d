// Makes a message of what is new of the people whom a chat follows, and hands it to whoever sends. A statement is written into one message only.

import type { App } from '../src/app.ts'
import { quietMs } from '../src/chats/quiet.ts'
import { addPush, listNews, lockPushes } from '../src/following/store.ts'

/** What came in later than this is no news, and is not told as such. */
const newsDays = 2
const chatsMax = 1_000

export async function follow({ db, enqueue, config }: Pick<App, 'db' | 'enqueue' | 'config'>): Promise<void> {
  const pushes = await db.transaction(async (tx) => {
    if (!(await lockPushes(tx))) return []
    const made: { server: 'telegram' | 'playground'; pushId: number }[] = []
    const news = await listNews(tx, { days: newsDays, limit: chatsMax })
    // What comes in quiet hours is told together when they are over.
    const now = new Date()
    const awake = news.filter(
      ({ zone, quietFrom, quietTo }) =>
        quietMs({ zone: zone ?? config.zone, from: quietFrom, to: quietTo }, now) === 0,
    )
    for (const { server, chatId, statementIds } of awake)
      made.push({ server, pushId: await addPush(tx, { server, chatId }, { statementIds }) })
    return made
  })
  for (const { server, pushId } of pushes) await enqueue('push', { server, pushId }, String(pushId))
}
