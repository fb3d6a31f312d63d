import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, secretVariables, variables } from '../src/config.ts'
import { UsageError } from '../src/errors.ts'

const root = path.join(import.meta.dirname, '..')

test('.env.example names every variable that the program reads, and no other', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8')
  const named = Array.from(example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm), (match) => match[1])
  expect(named.toSorted()).toEqual(Object.keys(variables).toSorted())
})

test('every value of .env.example is one that the program takes', () => {
  const example = readFileSync(path.join(root, '.env.example'), 'utf8')
  const env = Object.fromEntries(
    Array.from(example.matchAll(/^#? ?([A-Z][A-Z_]+)=(.*)$/gm), ([, name, value]) => [name, value]),
  )
  expect(readConfig(env, root)).toMatchObject({
    telegram: { token: env['TELEGRAM_BOT_TOKEN'] },
    adminIds: [12345678, 87654321],
  })
})

test('the README explains every variable', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  expect(Object.keys(variables).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})

test('with nothing set Khabar runs offline, on its own Postgres, in the playground', () => {
  expect(readConfig({}, root)).toMatchObject({
    telegram: undefined,
    model: undefined,
    databaseUrl: undefined,
    playground: { port: 8080 },
    dataDir: path.join(root, '.khabar'),
  })
})

test('a bot token turns the playground off, unless it is asked for', () => {
  const token = '123456789:AAE-exampleexampleexample'
  expect(readConfig({ TELEGRAM_BOT_TOKEN: token }, root).playground).toBeUndefined()
  expect(readConfig({ TELEGRAM_BOT_TOKEN: token, PLAYGROUND: '1' }, root).playground).toEqual({ port: 8080 })
})

test('every mistake gets a line that names the variable and an example, and no value is repeated', () => {
  const secret = 'not-a-token-but-secret'
  const read = () =>
    readConfig(
      {
        TELEGRAM_BOT_TOKEN: secret,
        PLAYGROUND_PORT: 'eighty',
        TIME_ZONE: 'Mars/Base',
        REDIS_URL: 'localhost',
      },
      root,
    )
  expect(read).toThrow(UsageError)
  expect(read).toThrow(
    /TELEGRAM_BOT_TOKEN: .*@BotFather[\s\S]*REDIS_URL: .*redis:\/\/[\s\S]*PLAYGROUND_PORT: [\s\S]*TIME_ZONE: .*Africa\/Cairo/,
  )
  expect(read).not.toThrow(new RegExp(secret))
})

test.each([
  ['postgres://khabar:s3cret-word@db.example:5433/khabar', 's3cret-word'],
  ['postgresql://khabar@/khabar?host=/run/postgresql&password=s3cret-word', 's3cret-word'],
  ['postgres://khabar:s3cret-word@/khabar?host=/run/postgresql', 's3cret-word'],
  ['postgres://khabar@%2Frun%2Fpostgresql:5433/khabar', undefined],
  ['postgres://khabar:s3cret%word@localhost/khabar', 's3cret%word'],
])(
  'a database is named as Postgres takes it, sockets too, and its password is a secret: %s',
  (address, secret) => {
    const { databaseUrl, secrets } = readConfig({ DATABASE_URL: address }, root)
    expect(databaseUrl).toBe(address)
    expect(secrets).toEqual(secret === undefined ? [] : [secret])
  },
)

test.each(['mysql://localhost/khabar', 'localhost', 'postgres://one.example:5432,two.example:5433/khabar'])(
  'what the driver can not read as an address is refused: %s',
  (address) =>
    expect(() => readConfig({ DATABASE_URL: address }, root)).toThrow(/DATABASE_URL: example: postgres:/),
)

test('secrets may come from files; one that is missing or said twice is named, and what is in it is not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'khabar-secrets-'))
  const file = path.join(folder, 'token')
  await writeFile(file, '123456789:AAE-exampleexampleexample\n')
  expect(readConfig({ TELEGRAM_BOT_TOKEN_FILE: file }, root).telegram?.token).toBe(
    '123456789:AAE-exampleexampleexample',
  )
  const both = () =>
    readConfig(
      {
        TELEGRAM_BOT_TOKEN_FILE: file,
        TELEGRAM_BOT_TOKEN: '123456789:AAE-another-secret',
        DATABASE_URL_FILE: `${folder}/gone`,
      },
      root,
    )
  expect(both).toThrow(/TELEGRAM_BOT_TOKEN_FILE: TELEGRAM_BOT_TOKEN is set too/)
  expect(both).toThrow(/DATABASE_URL_FILE: ENOENT/)
  expect(both).not.toThrow(/AAE-/)
  await rm(folder, { recursive: true })
})

test('the README says which secrets may come from files', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  expect(secretVariables.filter((name) => !readme.includes(`\`${name}_FILE\``))).toEqual([])
})
