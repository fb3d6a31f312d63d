// Commands that look after the store: samples, reset.

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { isInUse } from '../database/embedded.ts'
import { removeSamples } from '../articles/store.ts'
import { UsageError } from '../errors.ts'
import { type Command, misuse, using } from './command.ts'
import { print } from './lines.ts'

export const samples: Command = {
  name: 'samples',
  usage: 'remove',
  options: {},
  run: async ({ positionals: [action, ...more] }, program) => {
    if (action !== 'remove' || more.length > 0) throw misuse(samples)
    return using(program.openStore(), async ({ db }) => {
      print(`${await removeSamples(db)} sample articles removed`)
      return true
    })
  },
}

export const reset: Command = {
  name: 'reset',
  usage: '--yes',
  options: { yes: { type: 'boolean' } },
  run: async ({ positionals, values }, { config }) => {
    if (positionals.length > 0) throw misuse(reset)
    if (config.databaseUrl !== undefined)
      throw new UsageError(
        'The articles are in the database that DATABASE_URL names; Khabar deletes nothing there. Drop that database yourself.',
      )
    if (values['yes'] !== true)
      throw new UsageError(
        `This deletes all that is stored in ${config.dataDir}. To do it: khabar reset --yes`,
      )
    const folder = path.join(config.dataDir, 'postgres')
    if (await isInUse(config.dataDir))
      throw new UsageError('Khabar is running: stop it first (Ctrl-C), then reset.')
    if (config.redisUrl !== undefined) await clearQueue(config.redisUrl)
    await rm(folder, { recursive: true, force: true })
    print(`${folder} is deleted`)
    return true
  },
}

/** A queue in Postgres goes with it. Jobs left on Redis would pass for jobs of the articles that get the same numbers next. */
async function clearQueue(url: string): Promise<void> {
  const { openQueue } = await import('../queue.ts')
  await using(
    openQueue({ kind: 'redis', url }, () => {}),
    (queue) => queue.clear(),
  )
}
