// Puts back on the queue whatever the tables show unfinished: a process may die between a row and its job.

import { forgetOldInvites } from '../src/access/store.ts'
import { forgetOldAudit } from '../src/audit/store.ts'
import { listUnsettledBroadcasts } from '../src/broadcasts/store.ts'
import { forgetOldUpdates } from '../src/bot/store.ts'
import { forgetOldAnswers } from '../src/chats/store.ts'
import { listUnfinished } from '../src/revisions/store.ts'
import type { App } from '../src/app.ts'
import { forgetOldTurns } from '../src/delivery/store.ts'
import { listStale, listUnsettled } from '../src/digests/store.ts'
import { forgetOldPushes, listUnsettledPushes } from '../src/following/store.ts'
import { summarizeOnce } from '../src/queue.ts'
import { forgetOldReadings, listUnsettledReadings } from '../src/readings/store.ts'
import { listUntold } from '../src/sources/store.ts'
import { forgetUnwished } from '../src/wishes/store.ts'

/** Longer than anything is news, so that nothing is told twice. */
const pushesKeptDays = 7

/** By then its own job has told it, unless it is lost; one that has died over it is followed by another. */
const untoldMs = 10 * 60_000
const untoldEveryMs = 60 * 60_000

/** Found at one go; the next sweep finds the rest. */
const foundMax = 1_000

export async function sweep({
  db,
  llm,
  enqueue,
  queue,
  config,
}: Pick<App, 'db' | 'llm' | 'enqueue' | 'queue' | 'config'>): Promise<void> {
  for (const revisionId of await listUnfinished(db, llm !== undefined, foundMax))
    await enqueue('summarize', { revisionId }, summarizeOnce(revisionId, llm !== undefined))
  for (const { id, server } of await listUnsettled(db, foundMax))
    await enqueue('deliver', { server, digestId: id }, `digest-${id}`)
  for (const { id, server, staleAt } of await listStale(db, foundMax))
    await enqueue('renew', { server, digestId: id }, `${id}-${staleAt.getTime()}`)
  for (const { id, server } of await listUnsettledPushes(db, foundMax))
    await enqueue('push', { server, pushId: id }, String(id))
  for (const { id, server } of await listUnsettledBroadcasts(db, foundMax))
    await enqueue('broadcast', { server, broadcastId: id }, String(id))
  for (const { id } of await listUnsettledReadings(db, foundMax))
    await enqueue('read', { readingId: id }, String(id))
  // The first one's job tells of all: without it nothing would be told any more.
  const [untold] = await listUntold(db)
  if (untold && Date.now() - untold.pausedAt.getTime() > untoldMs) {
    const server = config.telegram ? 'telegram' : 'playground'
    await enqueue(
      'alert',
      { server, sourceId: untold.id },
      `${untold.id}-${Math.floor(Date.now() / untoldEveryMs)}`,
    )
  }
  await forgetUnwished(db)
  await forgetOldReadings(db)
  await forgetOldInvites(db)
  await forgetOldPushes(db, pushesKeptDays)
  await forgetOldAudit(db)
  await forgetOldUpdates(db)
  await forgetOldTurns(db)
  await forgetOldAnswers(db)
  await queue.clean()
}
