// Commands that look after the store: sources, samples, reset, doctor.

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { checkServer } from '../database/check.ts'
import { isInUse } from '../database/embedded.ts'
import { removeSamples } from '../articles/store.ts'
import type { Config } from '../config.ts'
import { reasonOf, UsageError } from '../errors.ts'
import { openQueue } from '../queue.ts'
import { checkRedis } from '../redis.ts'
import { addSource, listSources, removeSource } from '../sources/store.ts'
import { type Command, misuse, type Program, using } from './command.ts'
import { print } from './lines.ts'

export const sources: Command = {
  name: 'sources',
  usage: 'list | add URL|FOLDER | remove URL|FOLDER   [--json]',
  summary: 'feeds, pages and folders that /reload reads again',
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
  summary: 'take the sample articles out of the store',
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
  summary: 'delete everything that is stored in DATA_DIR and start again',
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
  await using(
    openQueue({ kind: 'redis', url }, () => {}),
    (queue) => queue.clear(),
  )
}

type Check = { name: string; ok: boolean; detail: string }

export const doctor: Command = {
  name: 'doctor',
  usage: '[--json]',
  summary: 'checks configuration, database, queue, model and bot token, and says what is wrong',
  options: { json: { type: 'boolean' } },
  run: async ({ positionals, values }, program) => {
    if (positionals.length > 0) throw misuse(doctor)
    const checks = await examine(program)
    if (values['json'] === true) print({ checks })
    else for (const { name, ok, detail } of checks) print(`${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`)
    return checks.every((it) => it.ok)
  },
}

async function examine(program: Program): Promise<Check[]> {
  const { config } = program
  const runtime = await check('node', () =>
    Promise.resolve(`${process.version} on ${process.platform}-${process.arch}`),
  )
  const stored = await check('database', () => describeDatabase(program), config.secrets)
  const queued = await check('queue', () => describeQueue(program), config.secrets)
  return [runtime, stored, queued, await checkToken(config), await checkModel(config)]
}

function describeDatabase({ config, openStore }: Program): Promise<string> {
  return using(openStore(), async ({ db }) => {
    const { version, encoding } = await checkServer(db)
    await listSources(db)
    const where = config.databaseUrl === undefined ? `embedded in ${config.dataDir}` : 'of DATABASE_URL'
    return `Postgres ${version} ${where}, ${encoding}, knows Arabic letters`
  })
}

async function describeQueue({ config, openApp }: Program): Promise<string> {
  const redis = config.redisUrl === undefined ? undefined : await checkRedis(config.redisUrl)
  const where = redis
    ? `Redis ${redis.version} at ${redis.address}, maxmemory-policy ${redis.policy}`
    : 'in the same Postgres'
  return using(openApp(), async ({ queue }) => {
    const { waiting, failed } = await queue.counts()
    return `${where}; ${waiting} waiting, ${failed} dead`
  })
}

const Me = z.object({
  ok: z.boolean(),
  result: z.object({ username: z.string() }).optional(),
  description: z.string().optional(),
})
const probeTimeoutMs = 10_000

async function checkToken({ telegram, secrets }: Config): Promise<Check> {
  if (!telegram)
    return { name: 'bot token', ok: true, detail: 'none: the playground serves instead (TELEGRAM_BOT_TOKEN)' }
  return check(
    'bot token',
    async () => {
      const answer = await fetch(`${telegram.apiRoot.replace(/\/+$/, '')}/bot${telegram.token}/getMe`, {
        signal: AbortSignal.timeout(probeTimeoutMs),
      })
      const body = Me.parse(await answer.json())
      if (!body.ok)
        throw new Error(`Telegram refuses it: ${body.description ?? answer.status}; check TELEGRAM_BOT_TOKEN`)
      return `@${body.result?.username ?? '?'}`
    },
    secrets,
  )
}

async function checkModel({ model, secrets }: Config): Promise<Check> {
  if (!model)
    return {
      name: 'model',
      ok: true,
      detail: 'none: Khabar works offline (OPENAI_API_KEY or OPENAI_BASE_URL)',
    }
  return check(
    'model',
    async () => {
      const headers: Record<string, string> =
        model.apiKey === undefined ? {} : { authorization: `Bearer ${model.apiKey}` }
      const answer = await fetch(`${model.baseURL.replace(/\/$/, '')}/models`, {
        headers,
        signal: AbortSignal.timeout(probeTimeoutMs),
      })
      if (!answer.ok)
        throw new Error(`${model.baseURL} answers ${answer.status}; check OPENAI_API_KEY and OPENAI_BASE_URL`)
      return `${model.baseURL} answers; model ${model.name}`
    },
    secrets,
  )
}

/** A failed check is a line, not an exception; secrets in an error's text are blotted out. */
async function check(
  name: string,
  look: () => Promise<string>,
  secrets: readonly string[] = [],
): Promise<Check> {
  try {
    return { name, ok: true, detail: await look() }
  } catch (error) {
    const detail = error instanceof Error ? reasonOf(error) : String(error)
    return {
      name,
      ok: false,
      detail: secrets.reduce((it, secret) => it.replaceAll(secret, '[secret]'), detail),
    }
  }
}
