// Queues the sources that are due. Each is claimed by one process; its next time is set before it is read.

import type { App } from '../src/app.ts'
import { claimDueSources } from '../src/sources/store.ts'

/** In one run; the next one, a minute later, takes the rest. */
const claimedMax = 500

export async function poll({ db, enqueue }: Pick<App, 'db' | 'enqueue'>): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000)
  for (const { id } of await claimDueSources(db, claimedMax))
    await enqueue('reload', { sourceId: id }, `${id}-due-${minute}`)
}
