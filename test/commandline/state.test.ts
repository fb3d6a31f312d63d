// `khabar export --all` and `khabar import`: files, their names, and what is told of wrong ones.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { App } from '../../src/app.ts'
import { type Command, type Program, readWords } from '../../src/commandline/command.ts'
import { exporting } from '../../src/commandline/export.ts'
import { importing } from '../../src/commandline/state.ts'
import { readConfig } from '../../src/config.ts'
import { OutsideError, UsageError } from '../../src/errors.ts'
import { harbour, teachers } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'khabar-state-'))
const file = path.join(folder, 'state.jsonl')
afterAll(() => rmSync(folder, { recursive: true }))

const [filled, empty] = [await useApp(), await useApp()]
await store(filled, harbour, teachers)

const nothing = () => Promise.reject(new Error('not needed'))

/** Runs the command; answers what it wrote to standard output. */
async function khabar(app: App, command: Command, ...argv: string[]): Promise<string> {
  let text = ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((more) => {
    text += String(more)
    return true
  })
  const progress = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const open = async () => ({ ...app, openModel: async () => undefined, close: async () => {} })
  const program: Program = {
    config: app.config,
    openStore: open,
    openApp: open,
    analyse: nothing,
    placeInStories: nothing,
    startWorker: nothing,
    startDelivery: nothing,
    startSchedule: nothing,
  }
  try {
    expect(await command.run(readWords(command, argv), program)).toBe(true)
    return text
  } finally {
    out.mockRestore()
    progress.mockRestore()
  }
}

test('goes to standard output or into a file of the same lines, which nobody else may read', async () => {
  const lines = (await khabar(filled, exporting, '--all')).split('\n')
  expect(await khabar(filled, exporting, '--all', '--out', file)).toBe('')
  expect(readFileSync(file, 'utf8').split('\n').slice(1)).toEqual(lines.slice(1))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['state.jsonl'])
})

test('comes back into an empty store, and jobs of what was there before are forgotten', async () => {
  await khabar(filled, exporting, '--all', '--out', file)
  await empty.enqueue('summarize', { revisionId: 1 }, '1-offline')
  expect(await khabar(empty, importing, file)).toBe('')
  expect(await empty.queue.counts()).toMatchObject({ waiting: 0 })
  const before = readFileSync(file, 'utf8').split('\n')
  expect((await khabar(empty, exporting, '--all')).split('\n').slice(1)).toEqual(before.slice(1))
})

test('does not mix with what is there: the remedy depends on whose database it is', async () => {
  await khabar(filled, exporting, '--all', '--out', file)
  await expect(khabar(filled, importing, file)).rejects.toThrow(/not empty.*khabar reset --yes/)
  const config = readConfig({ DATABASE_URL: 'postgres://127.0.0.1/mine' }, folder)
  await expect(khabar({ ...filled, config }, importing, file)).rejects.toThrow(/not empty.*DATABASE_URL/)
})

test('leaves an older file alone when it fails', async () => {
  writeFileSync(file, 'the older one')
  const db = { ...filled.db, transaction: () => Promise.reject(new OutsideError('The disk is gone')) }
  await expect(khabar({ ...filled, db }, exporting, '--all', '--out', file)).rejects.toThrow(
    'The disk is gone',
  )
  expect(readdirSync(folder)).toEqual(['state.jsonl'])
  expect(readFileSync(file, 'utf8')).toBe('the older one')
})

test('a place where nothing can be written is told by its name', async () => {
  const nowhere = path.join(folder, 'nowhere', 'state.jsonl')
  const writing = khabar(filled, exporting, '--all', '--out', nowhere)
  await expect(writing).rejects.toThrow(OutsideError)
  await expect(writing).rejects.toThrow(`${nowhere} can't be written`)
})

test.for([
  [exporting],
  [exporting, '--all', 'more'],
  [exporting, '--person', 'Salim'],
  [exporting, '--all', '--format', 'csv'],
  [exporting, '--format', 'pdf'],
  [exporting, '--format', 'csv', '--from', 'yesterday'],
  [importing],
  [importing, file, file],
  [importing, path.join(folder, 'missing.jsonl')],
  [importing, folder],
] as [Command, ...string[]][])('wrong words are told (%#)', async ([command, ...argv]) => {
  await expect(async () => khabar(filled, command, ...argv)).rejects.toThrow(UsageError)
})

const rows = async (...argv: string[]) =>
  (await khabar(filled, exporting, '--format', 'jsonl', ...argv))
    .split('\n')
    .filter((it) => it !== '')
    .map((it) => Row.parse(JSON.parse(it)))

describe('statements', () => {
  test('as JSON lines, of one person in any spelling, on a topic, of days and of an outlet', async () => {
    expect(await rows()).toHaveLength(5)
    const salim = await rows('--person', 'Salim al-Qandalawi')
    expect(salim.map((it) => it.person)).toEqual(['سليم القندلاوي', 'سليم القندلاوي'])
    expect(await rows('--about', 'الإضراب')).not.toHaveLength(0)
    expect(await rows('--from', '2026-11-20')).toHaveLength(3)
    expect(await rows('--outlet', 'إذاعة')).toHaveLength(2)
    await expect(rows('--person', 'Nobody Atall')).rejects.toThrow('Nobody who has spoken')
  })

  test('as a table, which has its head even when it is empty, and no formulas', async () => {
    const csv = await khabar(filled, exporting, '--format', 'csv', '--person', 'حازم الزمردي')
    const [head, row] = csv.split('\n')
    expect(head).toMatch(/^id,utteranceId,person,speaker,role,verb,/)
    expect(row).toContain('حازم الزمردي')
    const none = await khabar(filled, exporting, '--format', 'csv', '--from', '2030-01-01')
    expect(none.trim()).toBe(head)
  })

  test('as a bibliography', async () => {
    const text = await khabar(filled, exporting, '--format', 'bibtex', '--person', 'حازم الزمردي')
    expect(text).toMatch(
      /^@misc\{khabar-\d+,\n {2}author = \{صحيفة المرفأ\},\n {2}title = \{ميناء بحر الريم يستأنف العمل\},/,
    )
    expect(text).toContain('note = {حازم الزمردي أكد: الوزارة ستحقق في أسباب العطل},')
    expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length)
  })
})

const Row = z.object({ person: z.string().nullable(), text: z.string() })
