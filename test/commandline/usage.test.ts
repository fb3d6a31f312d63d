// What is said to whoever writes a wrong word: what was wrong and what is right, on stderr, with exit code 2 and no trace.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'
import { ask, people, search } from '../../src/commandline/ask.ts'
import { type Command, type Program, readWords } from '../../src/commandline/command.ts'
import { doctor } from '../../src/commandline/doctor.ts'
import { reset, samples } from '../../src/commandline/keep.ts'
import { sources } from '../../src/commandline/sources.ts'
import { load } from '../../src/commandline/load.ts'
import { names } from '../../src/commandline/names.ts'
import { statements } from '../../src/commandline/statements.ts'
import { summarize } from '../../src/commandline/summarize.ts'
import { readConfig } from '../../src/config.ts'
import { UsageError } from '../../src/errors.ts'
import { addressOf, documents, khabar, useFolder } from '../support/commandline.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = await useFolder()
const settings = { DATA_DIR: path.join(folder, 'data') }

describe('help', () => {
  test('without a command lists them all, on stdout', async () => {
    const { stdout, stderr, code } = await khabar([], { settings })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    for (const name of ['start', 'load', 'ask', 'search', 'people', 'statements', 'summarize', 'names'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\p{L}`, 'mu'))
  })

  test('of a command shows its options', async () => {
    expect(await khabar(['ask', 'anything', '-h'], { settings })).toEqual({
      stdout: expect.stringMatching(/^khabar ask QUESTION .*--now ISO.*--jsonl.*\n {2}.+\n$/),
      stderr: '',
      code: 0,
    })
  })

  test.each([
    ['npx', ['--no-install', 'khabar', 'help']],
    ['npm', ['run', '-s', 'khabar', '--', 'help']],
  ])('comes through %s too', async (program, args) => {
    const { stdout } = await promisify(execFile)(program, args, { cwd: root })
    expect(stdout).toMatch(/^Khabar: who said what/)
  })
})

test('an unknown command is told with those that there are, on stderr', async () => {
  expect(await khabar(['nosuch'], { settings })).toEqual({
    stdout: '',
    stderr: expect.stringMatching(/^There is no command "nosuch"\.[\s\S]*Usage: npx khabar COMMAND/),
    code: 2,
  })
})

test('a wrong option is told with the usage, on stderr', async () => {
  expect(await khabar(['load', '--bogus', 'a.txt'], { settings })).toEqual({
    stdout: '',
    stderr: expect.stringMatching(/^Unknown option '--bogus'\nUsage: khabar load PATH.*\n$/),
    code: 2,
  })
})

const opened = () => Promise.reject(new Error('something was opened'))

describe('wrong words are refused before anything is opened', () => {
  const config = readConfig(settings, folder)
  const program: Program = {
    config,
    openStore: opened,
    openApp: opened,
    analyse: opened,
    placeInStories: opened,
    startWorker: opened,
    startDelivery: opened,
    startSchedule: opened,
  }
  const refusal = async (command: Command, args: string[], its = program) => {
    try {
      await command.run(readWords(command, args), its)
    } catch (error) {
      if (error instanceof UsageError) return error.message
      throw error
    }
    throw new Error('nothing was refused')
  }

  const cases: [Command, string[], RegExp][] = [
    [load, [], /^Usage: khabar load PATH/],
    [load, ['--json=3', 'a.txt'], /'--json' does not take an argument\nUsage: khabar load/],
    [ask, [' '], /^Usage: khabar ask QUESTION/],
    [ask, ['who?', '--now', 'yesterday'], /^--now must be an ISO date or time .*, not "yesterday"$/],
    [ask, ['who?', '--zone', 'Mars/Base'], /^--zone must be an IANA time zone .*, not "Mars\/Base"$/],
    [ask, ['who?', '--lang', 'fr'], /^--lang must be one of ar, en, not "fr"$/],
    [ask, ['who?', '--week-start', 'fri'], /^--week-start must be one of sat, sun, mon, not "fri"$/],
    [ask, ['who?', '--jsonl'], /^Usage: khabar ask/],
    [search, [], /^Usage: khabar search/],
    [search, ['port', '--limit'], /'--limit <value>' argument missing\nUsage: khabar search/],
    [search, ['port', '--limit', '0'], /^--limit must be a positive whole number, not "0"$/],
    [people, [''], /^Usage: khabar people/],
    [statements, ['a.txt', '--jsonl'], /^Usage: khabar statements PATH/],
    [summarize, ['a.txt', 'b.txt'], /^Usage: khabar summarize PATH/],
    [summarize, ['a.txt', '--lang', 'de'], /^--lang must be one of ar, en, both, not "de"$/],
    [names, ['--jsonl'], /^Usage: khabar names --jsonl --among FILE/],
    [names, ['--among', 'a.txt'], /^Usage: khabar names --jsonl --among FILE/],
    [names, ['--jsonl', '--among', 'missing.txt'], /^--among: missing\.txt can't be read/],
    [sources, ['list', 'x'], /^Usage: khabar sources/],
    [sources, ['add', 'ftp://marfa.example/feed'], /^A source is an address .* or a folder, not "ftp:/],
    [sources, ['add', ''], /^A source is an address .* or a folder, not ""/],
    [samples, [], /^Usage: khabar samples remove/],
    [doctor, ['more'], /^Usage: khabar doctor/],
    [reset, ['more', '--yes'], /^Usage: khabar reset/],
    [reset, [], /^This deletes all that is stored in .*khabar reset --yes$/],
  ]
  test.each(
    cases.map(([command, args, message]) => ({
      words: [command.name, ...args].join(' '),
      command,
      args,
      message,
    })),
  )('$words', async ({ command, args, message }) => {
    expect(await refusal(command, args)).toMatch(message)
  })

  test('reset deletes nothing in a database of yours', async () => {
    const databaseUrl = 'postgres://khabar@127.0.0.1:1/khabar'
    expect(await refusal(reset, ['--yes'], { ...program, config: { ...config, databaseUrl } })).toContain(
      'Khabar deletes nothing there',
    )
  })
})

test('wrong variables are refused with a line for each, and none of them is repeated', async () => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: 'secret-nonsense',
    DATABASE_URL: 'mysql://secret-nonsense',
    PLAYGROUND: 'secret-nonsense',
    PLAYGROUND_PORT: '99999',
    TIME_ZONE: 'secret-nonsense',
  }
  const { stdout, stderr, code } = await khabar(['doctor'], { settings: { ...settings, ...wrong } })
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  const [first, ...lines] = stderr.trimEnd().split('\n')
  expect(first).toBe("These settings can't be used:")
  expect(lines.map((line) => line.split(':')[0]?.trim())).toEqual(Object.keys(wrong))
  expect(stderr).toMatch(/DATABASE_URL: example: postgres:\/\/[\s\S]*PLAYGROUND: 1 or 0\n/)
  expect(stderr).not.toContain('secret-nonsense')
})

test('the doctor names what does not answer, and no secret', async () => {
  const { stdout, code } = await khabar(['doctor', '--json'], {
    settings: {
      ...settings,
      DATABASE_URL: addressOf({ ...inject('databaseConfig'), password: 'top%secret', database: 'nosuch' }),
      TELEGRAM_BOT_TOKEN: '123456789:AAE-exampleexampleexample',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:2',
      OPENAI_BASE_URL: 'http://127.0.0.1:2/v1',
      OPENAI_API_KEY: 'top-secret',
    },
  })
  expect(code).toBe(1)
  const [report] = documents(stdout)
  expect(report).toEqual({ checks: expect.any(Array) })
  expect(report).toMatchObject({
    checks: expect.arrayContaining([
      { name: 'node', ok: true, detail: expect.stringContaining('v') },
      {
        name: expect.stringMatching(/^database/),
        ok: false,
        detail: expect.stringContaining("can't be used"),
      },
      { name: 'bot token', ok: false, detail: expect.any(String) },
      { name: 'model', ok: false, detail: expect.any(String) },
    ]),
  })
  expect(stdout).not.toMatch(/exampleexample|top.?secret/)
})

test('none of this has started a database', () => {
  expect(existsSync(settings.DATA_DIR)).toBe(false)
})
