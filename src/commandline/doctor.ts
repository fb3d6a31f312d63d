// `khabar doctor`: each thing that Khabar needs, tried, with what is wrong in a line.

import { z } from 'zod'
import type { Config } from '../config.ts'
import { checkServer } from '../database/check.ts'
import { reasonOf } from '../errors.ts'
import { checkRedis } from '../redis.ts'
import { listSources } from '../sources/store.ts'
import { type Command, misuse, type Program, using } from './command.ts'
import { print } from './lines.ts'

type Check = { name: string; ok: boolean; detail: string }

export const doctor: Command = {
  name: 'doctor',
  usage: '[--json]',
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
