// `khabar sources`: the feeds, pages and folders that are read again; one by one, or as the OPML lists that feed readers exchange.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { OutsideError, UsageError } from '../errors.ts'
import type { Db } from '../database/database.ts'
import { refusal } from '../sources/address.ts'
import type { Fetcher } from '../sources/fetch.ts'
import { isAddress } from '../sources/read.ts'
import { everyMinutesDefault } from '../sources/rhythm.ts'
import {
  addSource,
  listSources,
  type NewSource,
  pauseSource,
  removeSource,
  resumeSource,
  type Source,
} from '../sources/store.ts'
import { filterQuery } from '../subscriptions/interest.ts'
import { type Command, countOption, misuse, textOption, using, type Words } from './command.ts'
import { print } from './lines.ts'

type Act = (db: Db, argument: string, words: Words) => Promise<boolean>

const actions: Readonly<Record<string, { needs: 'address' | 'file' | 'nothing'; act: Act }>> = {
  list: { needs: 'nothing', act: (db, _, words) => list(db, words) },
  add: { needs: 'address', act: add },
  remove: { needs: 'address', act: remove },
  pause: { needs: 'address', act: pause },
  resume: { needs: 'address', act: resume },
  import: { needs: 'file', act: importList },
  export: { needs: 'nothing', act: exportList },
}

export const sources: Command = {
  name: 'sources',
  usage:
    'list | add URL|FOLDER [--every MINUTES] [--name NAME] [--topic TOPIC] [--full-text] [--language ar|en] [--filter WORDS] | remove|pause|resume URL|FOLDER | import FILE.opml | export   [--json]',
  options: {
    json: { type: 'boolean' },
    every: { type: 'string' },
    name: { type: 'string' },
    topic: { type: 'string' },
    'full-text': { type: 'boolean' },
    language: { type: 'string' },
    filter: { type: 'string' },
  },
  run: async (words, program) => {
    const [name = 'list', argument, ...more] = words.positionals
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (!action || more.length > 0 || (argument === undefined) !== (action.needs === 'nothing'))
      throw misuse(sources)
    const given = action.needs === 'address' ? addressOf(argument ?? '') : (argument ?? '')
    return using(program.openStore(), ({ db }) => action.act(db, given, words))
  },
}

/** Folders by their full name: /reload runs elsewhere. */
function addressOf(words: string): string {
  if (/^https?:\/\/./i.test(words)) {
    const reason = URL.canParse(words) ? refusal(new URL(words)) : 'it is no web address'
    if (reason === undefined) return words
    throw new UsageError(`${words} can't be a source: ${reason}`)
  }
  if (words.trim() === '' || isAddress(words))
    throw new UsageError(`A source is an address (https://…) or a folder, not "${words}"`)
  return path.resolve(words)
}

const isJson = (words: Words): boolean => words.values['json'] === true

async function list(db: Db, words: Words): Promise<boolean> {
  const all = await listSources(db)
  if (isJson(words)) print({ sources: all })
  else for (const it of all) print([it.address, stateOf(it), rhythmOf(it)].join('\t'))
  return true
}

function stateOf({ pausedAt, pausedBecause, failure, readAt }: Source): string {
  if (pausedAt) return `paused: ${pausedBecause}`
  return failure ?? (readAt ? `read ${readAt.toISOString()}` : 'not read yet')
}

const rhythmOf = ({ everyMinutes, fullText, topic, articlesLanguage, filter }: Source): string =>
  [
    everyMinutes === null ? 'when asked' : `every ${everyMinutes} min`,
    ...(fullText ? ['full text'] : []),
    ...(topic === null ? [] : [topic]),
    ...(articlesLanguage === null ? [] : [articlesLanguage]),
    ...(filter === null ? [] : [`only: ${filter}`]),
  ].join(', ')

async function add(db: Db, given: string, words: Words): Promise<boolean> {
  const [articlesLanguage, filter] = [languageIn(words), filterIn(words)]
  const isWeb = isAddress(given)
  const { address, note, name } = isWeb
    ? await discovered(given)
    : { address: given, note: undefined, name: null }
  const wanted: NewSource = {
    address,
    name: textOption(words, 'name') ?? name,
    topic: textOption(words, 'topic') ?? null,
    fullText: words.values['full-text'] === true,
    articlesLanguage,
    filter,
    everyMinutes: isWeb ? countOption(words, 'every', everyMinutesDefault) : null,
  }
  const added = (await addSource(db, wanted)) !== undefined
  if (note !== undefined) process.stderr.write(`${note}\n`)
  print(isJson(words) ? { address, added } : added ? `Added ${address}` : `${address} is there already`)
  return true
}

function languageIn(words: Words): 'ar' | 'en' | null {
  const given = textOption(words, 'language') ?? null
  if (given === null || given === 'ar' || given === 'en') return given
  throw new UsageError(`--language is ar or en, not "${given}"`)
}

function filterIn(words: Words): string | null {
  const given = textOption(words, 'filter') ?? null
  if (given === null || filterQuery(given) !== undefined) return given
  throw new UsageError(
    `--filter is words to find articles by ("oil or gas -sport", «النفط أو الغاز -الرياضة»), not "${given}"`,
  )
}

/** A page that names a feed gives way to it. What can't be reached now is added all the same, and tried again later. */
async function discovered(address: string): Promise<{ address: string; note?: string; name: string | null }> {
  const [{ createFetcher }, { looksLikeFeed }, { feedsOfPage }] = await Promise.all([
    import('../sources/fetch.ts'),
    import('../sources/feed.ts'),
    import('../sources/discover.ts'),
  ])
  const fetcher: Fetcher = createFetcher({})
  try {
    const fetched = await fetcher.fetch(address)
    if (fetched.status !== 'fetched' || looksLikeFeed(fetched.text)) return { address, name: null }
    const [feed, ...others] = feedsOfPage(fetched.text, fetched.url)
    if (!feed)
      return { address, name: null, note: 'The page names no feed: the page itself will be read again.' }
    const rest = others.length > 0 ? ` Its others: ${others.map((it) => it.address).join(' ')}` : ''
    return {
      address: feed.address,
      name: feed.title,
      note: `The page names a feed, which is read instead.${rest}`,
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return {
      address,
      name: null,
      note: `It could not be read now and will be tried again: ${error.message}`,
    }
  } finally {
    await fetcher.close()
  }
}

async function remove(db: Db, address: string, words: Words): Promise<boolean> {
  if (!(await removeSource(db, address))) throw unknown(address)
  print(isJson(words) ? { address, removed: true } : `Removed ${address}; its articles stay`)
  return true
}

async function pause(db: Db, address: string, words: Words): Promise<boolean> {
  const source = (await listSources(db)).find((it) => it.address === address)
  if (!source) throw unknown(address)
  await pauseSource(db, source.id, 'paused by hand', { isTold: true })
  print(isJson(words) ? { address, paused: true } : `Paused ${address}`)
  return true
}

async function resume(db: Db, address: string, words: Words): Promise<boolean> {
  if (!(await resumeSource(db, address))) throw unknown(address)
  print(isJson(words) ? { address, paused: false } : `${address} is read again`)
  return true
}

const unknown = (address: string): UsageError =>
  new UsageError(`There is no source ${address}; see: khabar sources list`)

async function importList(db: Db, file: string, words: Words): Promise<boolean> {
  const [{ readOpml }, { addListed }] = await Promise.all([
    import('../sources/opml.ts'),
    import('../sources/listed.ts'),
  ])
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${file} can't be read`, { cause })
  })
  const report = await addListed(db, readOpml(text))
  if (isJson(words)) print(report)
  else {
    print(`${report.added} added, ${report.known} there already, ${report.refused.length} refused`)
    for (const { address, reason } of report.refused) print(`  ${address}: ${reason}`)
  }
  return report.refused.length === 0
}

async function exportList(db: Db): Promise<boolean> {
  const { writeOpml } = await import('../sources/opml.ts')
  print(writeOpml(await listSources(db), new Date()))
  return true
}
