// What a command of the command line is, and how its words are read.

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { App } from '../app.ts'
import type { Server } from '../chats/store.ts'
import type { Config } from '../config.ts'
import type { Sender } from '../delivery/sender.ts'
import { UsageError } from '../errors.ts'
import type { Llm } from '../llm/client.ts'

export type Words = { positionals: string[]; values: ReturnType<typeof parseArgs>['values'] }

export type Command = {
  name: string
  /** What stands after the name in the help. */
  usage: string
  options: ParseArgsOptionsConfig
  /** True: all worked (exit 0). False: some or all of it failed, and the output says what (exit 1). */
  run: (words: Words, program: Program) => Promise<boolean>
}

/** A command that needs no settings and no store. */
export type Reader = Omit<Command, 'run'> & { run: (words: Words) => Promise<boolean> }

/** What commands are given: nothing is opened before it is asked for. */
export type Program = {
  config: Config
  /** Database only: enough to read. The model, within its budget, where one is wanted and configured. */
  openStore: () => Promise<
    Pick<App, 'db'> & { openModel: () => Promise<Llm | undefined>; close: () => Promise<void> }
  >
  openApp: () => Promise<App & { close: () => Promise<void> }>
  /** Reads a stored revision's statements and writes its offline summary. */
  analyse: (app: Pick<App, 'db'>, revisionId: number) => Promise<void>
  /** Puts what has come in with the articles on the same event. */
  placeInStories: (app: Pick<App, 'db' | 'log'>) => Promise<void>
  startWorker: (app: App) => Promise<{ close: () => Promise<void> }>
  /** Sends what waits for a server, through its sender. */
  startDelivery: (app: App, server: Server, sender: Sender) => Promise<{ close: () => Promise<void> }>
  startSchedule: (app: App) => Promise<{ stop: () => void }>
}

/** Throws a UsageError that names the wrong option and the right usage. */
export function readWords({ name, usage, options }: Omit<Command, 'run'>, argv: readonly string[]): Words {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { positionals, values }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UsageError(`${reason}\nUsage: khabar ${name} ${usage}`, { cause })
  }
}

export const misuse = ({ name, usage }: Pick<Command, 'name' | 'usage'>): UsageError =>
  new UsageError(`Usage: khabar ${name} ${usage}`)

/** Whether lines are to be read from standard input: then no other words may stand there, or it would wait for lines in vain. */
export function wantsLines(
  { positionals, values }: Words,
  command: Pick<Command, 'name' | 'usage'>,
): boolean {
  if (values['jsonl'] !== true) return false
  if (positionals.length > 0) throw misuse(command)
  return true
}

export function textOption({ values }: Words, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** One of a few words, or a UsageError that lists them. */
export function choice<Choice extends string>(
  words: Words,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = textOption(words, name)
  if (value === undefined) return undefined
  const found = choices.find((it) => it === value)
  if (found === undefined)
    throw new UsageError(`--${name} must be one of ${choices.join(', ')}, not "${value}"`)
  return found
}

export function countOption(words: Words, name: string, otherwise: number): number {
  const value = textOption(words, name)
  if (value === undefined) return otherwise
  if (!/^\d{1,6}$/.test(value) || Number(value) === 0)
    throw new UsageError(`--${name} must be a positive whole number, not "${value}"`)
  return Number(value)
}

/** Runs `work` on an open store or app, and closes it whatever happens. */
export async function using<Opened extends { close: () => Promise<void> }, Result>(
  opening: Promise<Opened>,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const opened = await opening
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}
