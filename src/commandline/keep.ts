// Commands that look after the store: sources, samples, reset.

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { isInUse } from '../database/embedded.ts'
import { removeSamples } from '../articles/store.ts'
import { UsageError } from '../errors.ts'
import { addSource, listSources, removeSource } from '../sources/store.ts'
import { type Command, misuse, using } from './command.ts'
import { print } from './lines.ts'

export const sources: Command = {
  name: 'sources',
  usage: 'list | add URL|FOLDER | remove URL|FOLDER   [--json]',
  options: { json: { type: 'boolean' } },
  run: async ({ positionals: [action = 'list', address, ...more], values }, program) => {
    const isList = action === 'list' && address === undefined
    if (more.length > 0 || !(isList || ((action === 'add' || action === 'remove') && address !== undefined)))
      throw misuse(sources)
    const known = addressOf(address ?? '.')
    const asJson = values['json'] === true
    return using(program.openStore(), async ({ db }) => {
      if (isList) {
        const all = await listSources(db)
        if (asJson) print({ sources: all })
        else
          for (const { address: it, readAt, failure } of all)
            print(`${it}\t${failure ?? (readAt ? `read ${readAt.toISOString()}` : 'not read yet')}`)
        return true
      }
      if (action === 'add') {
        const added = (await addSource(db, known)) !== undefined
        print(asJson ? { address: known, added } : added ? `Added ${known}` : `${known} is there already`)
      } else if (await removeSource(db, known))
        print(asJson ? { address: known, removed: true } : `Removed ${known}; its articles stay`)
      else throw new UsageError(`There is no source ${known}; see: khabar sources list`)
      return true
    })
  },
}

/** Folders by their full name: /reload runs elsewhere. */
function addressOf(words: string): string {
  if (/^https?:\/\/./i.test(words)) return words
  if (words.trim() === '' || /^[a-z][a-z\d+.-]+:\/\//i.test(words))
    throw new UsageError(`A source is an address (https://…) or a folder, not "${words}"`)
  return path.resolve(words)
}

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
