// Makes a message for each chat that was shown words which their article has quietly changed since, or which were found to be read wrong: in an answer or in
// what it follows. Each correction is told to a chat once; the message is written down before it is sent, as all pushes are.

import type { App } from '../src/app.ts'
import { addPush, listCorrected, listUntold, lockPushes, markTold } from '../src/following/store.ts'

/** In one run; the next one, a minute later, takes the rest. */
const correctionsMax = 200

export async function correct({ db, enqueue }: Pick<App, 'db' | 'enqueue'>): Promise<void> {
  const pushes = await db.transaction(async (tx) => {
    if (!(await lockPushes(tx))) return []
    const untold = await listUntold(tx, correctionsMax)
    if (untold.length === 0) return []
    const made: { server: 'telegram' | 'playground'; pushId: number }[] = []
    for (const { server, chatId, correctionIds } of await listCorrected(tx, untold))
      made.push({ server, pushId: await addPush(tx, { server, chatId }, { correctionIds }) })
    await markTold(tx, untold)
    return made
  })
  for (const { server, pushId } of pushes) await enqueue('push', { server, pushId }, String(pushId))
}
