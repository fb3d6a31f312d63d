// What may differ from one machine to the next: read once from the environment (and from .env), checked as a whole.
// Every variable stands in .env.example too; a test compares the two.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { UsageError } from './errors.ts'

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], '1 or 0')
  .transform((word) => ['1', 'true', 'yes'].includes(word))

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `example: ${example}` })

/** 0 or more; 0 is no limit, or no price. */
const amount = (example: string) =>
  z.coerce.number(`a number, example: ${example}`).min(0, `0 or more, example: ${example}`).default(0)

/** One row a variable: what it must look like. The message of each says an example. */
export const variables = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d{3,}:[\w-]{10,}$/,
      'the token that @BotFather gave you, example: 123456789:AAE-exampleexampleexample',
    )
    .optional(),
  TELEGRAM_API_ROOT: url(/^https?$/, 'https://api.telegram.org').default('https://api.telegram.org'),
  WEBHOOK_URL: url(/^https$/, 'https://news.example.org/telegram').optional(),
  WEBHOOK_HOST: z.string().min(1, 'an address to listen on, example: 0.0.0.0').default('127.0.0.1'),
  WEBHOOK_PORT: z.coerce
    .number('a port, example: 8081')
    .int('a port, example: 8081')
    .min(0, 'a port from 0 (any free one) to 65535')
    .max(65_535, 'a port from 0 (any free one) to 65535')
    .default(8081),
  ADMIN_IDS: z
    .string()
    .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'Telegram user ids separated by commas, example: 12345678,87654321')
    .transform((list) => list.split(',').map(Number))
    .default([]),
  ACCESS: z.enum(['open', 'invite', 'list'], 'open, invite or list').default('open'),
  OPENAI_API_KEY: z.string().min(1, 'the key of your model server, example: sk-…').optional(),
  OPENAI_BASE_URL: url(/^https?$/, 'http://127.0.0.1:11434/v1').optional(),
  OPENAI_MODEL: z.string().min(1, 'the name of a model, example: gpt-6-luna').default('gpt-6-luna'),
  MODEL_CONCURRENCY: z.coerce
    .number('a whole number, example: 8')
    .int('a whole number, example: 8')
    .min(1, 'at least 1')
    .max(200, 'at most 200')
    .default(8),
  MODEL_TOKENS_PER_DAY: amount('500000'),
  MODEL_MONEY_PER_DAY: amount('2.50'),
  MODEL_TOKENS_PER_ARTICLE: amount('8000'),
  MODEL_TOKENS_PER_USER: amount('20000'),
  MODEL_PERCENT_FOR_QUESTIONS: z.coerce
    .number('a share of the day in percent, example: 20')
    .min(0, 'from 0 to 100')
    .max(100, 'from 0 to 100')
    .default(20),
  MODEL_PRICE_INPUT: amount('0.15'),
  MODEL_PRICE_OUTPUT: amount('0.60'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresAddress, 'example: postgres://user:password@localhost:5432/khabar')
    .optional(),
  REDIS_URL: url(/^rediss?$/, 'redis://127.0.0.1:6379').optional(),
  DATA_DIR: z.string().min(1, 'a folder, example: /var/lib/khabar').default('.khabar'),
  PLAYGROUND: flag.optional(),
  PLAYGROUND_PORT: z.coerce
    .number('a port, example: 8080')
    .int('a port, example: 8080')
    .min(0, 'a port from 0 (any free one) to 65535')
    .max(65_535, 'a port from 0 (any free one) to 65535')
    .default(8080),
  TIME_ZONE: z
    .string()
    .refine(isZone, 'an IANA time zone, example: Africa/Cairo')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  WEEK_START: z.enum(['sat', 'sun', 'mon'], 'sat, sun or mon').default('sat'),
  OPERATIONS_PORT: z.coerce
    .number('a port, example: 9090')
    .int('a port, example: 9090')
    .min(1, 'a port from 1 to 65535')
    .max(65_535, 'a port from 1 to 65535')
    .optional(),
  OPERATIONS_HOST: z.string().min(1, 'an address to listen on, example: 0.0.0.0').default('127.0.0.1'),
  OPERATIONS_TOKEN: z.string().min(16, 'sixteen characters or more').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('warn'),
} as const

const Environment = z.object(variables)

export type Config = ReturnType<typeof readConfig>

/** Each may be read from a file instead, as containers are given their secrets: NAME_FILE says which. */
export const secretVariables = [
  'TELEGRAM_BOT_TOKEN',
  'OPENAI_API_KEY',
  'DATABASE_URL',
  'REDIS_URL',
  'OPERATIONS_TOKEN',
] as const

function readSecretFiles(set: NodeJS.ProcessEnv): { secrets: Record<string, string>; faults: string[] } {
  const secrets: Record<string, string> = {}
  const faults: string[] = []
  for (const name of secretVariables) {
    const file = set[`${name}_FILE`]
    if (file === undefined) continue
    if (set[name] !== undefined) faults.push(`  ${name}_FILE: ${name} is set too; one of the two has to go`)
    else
      try {
        secrets[name] = readFileSync(file, 'utf8').trim()
      } catch (error) {
        faults.push(`  ${name}_FILE: ${error instanceof Error ? error.message : String(error)}`)
      }
  }
  return { secrets, faults }
}

function readVariables(env: NodeJS.ProcessEnv): z.infer<typeof Environment> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const { secrets, faults } = readSecretFiles(set)
  const result = Environment.safeParse({ ...set, ...secrets })
  const lines = result.success
    ? faults
    : [...faults, ...result.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`)]
  if (!result.success || lines.length > 0)
    throw new UsageError(`These settings can't be used:\n${[...new Set(lines)].join('\n')}`)
  return result.data
}

/**
 * Reads the configuration out of `env`. An empty variable counts as not set.
 * Throws a UsageError with one line for each mistake, naming the variable and an example; values are never shown, they may be secrets.
 */
export function readConfig(env: NodeJS.ProcessEnv, projectFolder: string) {
  const values = readVariables(env)
  const hasModel = values.OPENAI_API_KEY !== undefined || values.OPENAI_BASE_URL !== undefined
  return {
    telegram:
      values.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : {
            token: values.TELEGRAM_BOT_TOKEN,
            apiRoot: values.TELEGRAM_API_ROOT,
            webhook:
              values.WEBHOOK_URL === undefined
                ? undefined
                : { url: values.WEBHOOK_URL, host: values.WEBHOOK_HOST, port: values.WEBHOOK_PORT },
          },
    adminIds: values.ADMIN_IDS,
    /** Who may use the bot: everybody, those with an invitation, those whom an admin has let in. */
    access: values.ACCESS,
    model: hasModel
      ? {
          apiKey: values.OPENAI_API_KEY,
          baseURL: values.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
          name: values.OPENAI_MODEL,
          concurrency: values.MODEL_CONCURRENCY,
        }
      : undefined,
    budget: {
      perDay: { tokens: Math.round(values.MODEL_TOKENS_PER_DAY), money: values.MODEL_MONEY_PER_DAY },
      tokensPerArticle: values.MODEL_TOKENS_PER_ARTICLE,
      tokensPerAsker: Math.round(values.MODEL_TOKENS_PER_USER),
      shareForQuestions: values.MODEL_PERCENT_FOR_QUESTIONS / 100,
      price: { input: values.MODEL_PRICE_INPUT, output: values.MODEL_PRICE_OUTPUT },
      zone: values.TIME_ZONE,
    },
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataDir: path.resolve(projectFolder, values.DATA_DIR),
    // The playground is for trying things out: off beside a real bot unless asked for.
    playground:
      (values.PLAYGROUND ?? values.TELEGRAM_BOT_TOKEN === undefined)
        ? { port: values.PLAYGROUND_PORT }
        : undefined,
    operations:
      values.OPERATIONS_PORT === undefined
        ? undefined
        : { host: values.OPERATIONS_HOST, port: values.OPERATIONS_PORT, token: values.OPERATIONS_TOKEN },
    zone: values.TIME_ZONE,
    weekStart: values.WEEK_START,
    logLevel: values.LOG_LEVEL,
    /** What must never be seen in a log. */
    secrets: [
      values.TELEGRAM_BOT_TOKEN,
      values.OPENAI_API_KEY,
      values.OPERATIONS_TOKEN,
      values.DATABASE_URL && postgresPassword(values.DATABASE_URL),
      ...(values.REDIS_URL === undefined ? [] : passwords(values.REDIS_URL)),
    ].filter((secret): secret is string => secret !== undefined && secret !== ''),
  }
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The driver judges: sockets (postgres://user@/khabar?host=/run/postgresql) are no addresses of the web. */
function isPostgresAddress(address: string): boolean {
  try {
    return /^postgres(?:ql)?:\/\//.test(address) && new Client(address).port > 0
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** Wherever it stands: in the address, in its query, in PGPASSWORD. */
function postgresPassword(address: string): string | undefined {
  const { password } = new Client(address)
  return typeof password === 'string' ? password : undefined
}

/** As it stands in the address and as the server is told it; a stray % is no escape. */
function passwords(address: string): string[] {
  const { password } = new URL(address)
  try {
    return [password, decodeURIComponent(password)]
  } catch (error) {
    if (error instanceof URIError) return [password]
    throw error
  }
}
