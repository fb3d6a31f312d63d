// What `khabar load` makes of files and folders, good and bad: a report on every one of them, and the good ones stored.

import { existsSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressOf, documents, type Ended, jsonLines, khabar, useFolder } from '../support/commandline.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()
const folder = await useFolder()
const settings = { DATABASE_URL: addressOf(db.databaseConfig), DATA_DIR: path.join(folder, 'data') }
const at = (...names: string[]) => path.join(folder, ...names)

const sulaimi = 'The mayor of Tal Nasim, Rana Sulaimi, said the bridge was safe.'
const harbour = 'قال مدير ميناء بحر الريم سليم القندلاوي إن الأرصفة عادت إلى العمل.'

beforeAll(async () => {
  await mkdir(at('good', 'more'), { recursive: true })
  await mkdir(at('bad'))
  const files: Record<string, string | Uint8Array> = {
    'good/a.txt': `عودة الأرصفة\nتاريخ النشر: 10th, April 2024 GMT\n${harbour}\nالمصدر: صحيفة المرفأ\n`,
    'good/b.md': `\ufeff---\ndate: 2024-04-11\nauthor: Mira Tolland\ntags: [bridges]\n---\r\n# Bridge is safe\r\n\r\n${sulaimi}\r\n`,
    'good/c.html': `<html lang="en"><head><title>Rain in the valley</title></head><body><article><p>It rained for three days in the valley, and the road to the coast was closed for a night.</p></article></body></html>`,
    'good/more/d.jsonl': jsonLines([
      {
        id: 7,
        title: 'Ships wait',
        text: 'Eleven ships wait.\u2028They carry wheat.',
        url: 'https://courier.example/ships?utm_source=x',
        source: 'The Reem Courier',
        publishedAt: '2024-04-12T09:00:00+02:00',
      },
      { id: 'twin', title: 'Ships wait', text: 'Eleven ships wait. They carry wheat.' },
    ]),
    'good/more/e.docx': 'passed over',
    'bad/a.txt': '',
    'bad/b.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    'bad/c.html': '<html><head><title>Cut',
    'bad/d.xml': '<rss version="2.0"><channel><item><title>Cut',
    'bad/e.jsonl': jsonLines([
      '{"text":"cut',
      { id: 2 ** 60, text: 'x' },
      { text: 'A quiet day in the port.' },
    ]),
    'bad/f.jsonl': `{"text":"${'x'.repeat(9_000_000)}"}\n`,
    'bad/g.txt': 'x'.repeat(21_000_000),
    'bad/h.txt': new Uint8Array(4_000).map((_, index) => (index * 7919) % 251),
  }
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(at(name), content)))
  await symlink('i.txt', at('bad', 'i.txt'))
})

const load = (...args: string[]) => khabar(['load', ...args], { settings })

describe('a folder of every kind', () => {
  let first: Ended
  beforeAll(async () => {
    first = await load('--json', at('good'))
  })

  test('is reported as one document, its articles in the order of names', () => {
    expect({ stderr: first.stderr, code: first.code }).toEqual({ stderr: '', code: 0 })
    const missing = { externalId: null, url: null, source: null, agency: null, author: null, place: null }
    expect(documents(first.stdout)).toEqual([
      {
        articles: [
          {
            ...missing,
            id: expect.any(Number),
            title: 'عودة الأرصفة',
            text: harbour,
            language: 'ar',
            source: 'صحيفة المرفأ',
            publishedAt: '2024-04-10',
            keywords: [],
            status: 'new',
          },
          {
            ...missing,
            id: expect.any(Number),
            title: 'Bridge is safe',
            text: sulaimi,
            language: 'en',
            author: 'Mira Tolland',
            publishedAt: '2024-04-11',
            keywords: ['bridges'],
            status: 'new',
          },
          {
            ...missing,
            id: expect.any(Number),
            title: 'Rain in the valley',
            text: expect.stringMatching(/^It rained for three days/),
            language: 'en',
            publishedAt: null,
            keywords: [],
            status: 'new',
          },
          {
            ...missing,
            id: expect.any(Number),
            externalId: '7',
            url: 'https://courier.example/ships',
            title: 'Ships wait',
            text: 'Eleven ships wait.\nThey carry wheat.',
            language: 'en',
            source: 'The Reem Courier',
            publishedAt: '2024-04-12T09:00:00+02:00',
            keywords: [],
            status: 'new',
          },
          expect.objectContaining({ externalId: 'twin', status: 'duplicate' }),
        ],
        failed: [],
      },
    ])
  })

  test('is stored with its statements when load returns, each once, and no job is left to do it', async () => {
    expect(await statements()).toEqual(['the bridge was safe', 'الأرصفة عادت إلى العمل'])
  })

  test('loaded again is all duplicates, and what was edited is changed', async () => {
    await writeFile(at('good', 'b.md'), `# Bridge is safe\n\n${sulaimi} It opens on Friday.\n`)
    const { stdout, code } = await load('--jsonl', at('good'))
    expect(code).toBe(0)
    const rows = documents(stdout)
    expect(rows).toMatchObject(
      ['duplicate', 'changed', 'duplicate', 'duplicate', 'duplicate'].map((status) => ({ status })),
    )
    expect(rows).toHaveLength(5)
  })
})

test('what can not be read is reported with the reason, and the rest is loaded', async () => {
  const inner = 'http://127.0.0.1/feed'
  const { stdout, stderr, code } = await load(
    '--json',
    at('bad'),
    at('nowhere.txt'),
    at('good/more/e.docx'),
    inner,
  )
  expect(code).toBe(1)
  const [{ articles, failed }] = Reports.parse(documents(stdout))
  expect(articles).toMatchObject([{ text: 'A quiet day in the port.', status: 'new' }])
  expect(failed.map(({ input, reason }) => [input.replace(`${folder}/`, ''), reason])).toEqual([
    ['bad/a.txt', 'This file is empty.'],
    ['bad/b.txt', expect.stringContaining('an image')],
    ['bad/c.html', expect.any(String)],
    ['bad/d.xml', expect.any(String)],
    ['bad/e.jsonl:1', expect.stringContaining('not JSON')],
    ['bad/e.jsonl:2', 'Its "id" must be a string, or a number below 2^53.'],
    ['bad/f.jsonl:1', expect.stringContaining('too long')],
    ['bad/g.txt', expect.stringContaining('more than the 20 MB')],
    ['bad/h.txt', expect.stringContaining('binary data')],
    ['bad/i.txt', 'It is a link that leads to itself.'],
    ['nowhere.txt', 'There is no such file or folder.'],
    ['good/more/e.docx', expect.stringContaining('Files of this kind are not read')],
    [inner, expect.stringContaining('127.0.0.1 is an inner address')],
  ])
  expect(`${stdout}${stderr}`).not.toMatch(/\bat \S+ \(|\.ts:\d/)
})

describe('--dry-run', () => {
  const noStore = { DATA_DIR: path.join(folder, 'none') }
  const dry = (...args: string[]) => khabar(['load', '--dry-run', ...args], { settings: noStore })

  test('starts no database, and tells new from duplicate within its own input', async () => {
    const { stdout, stderr, code } = await dry('--jsonl', at('good'), at('bad/a.txt'), at('good/a.txt'))
    const rows = documents(stdout)
    expect(rows.slice(0, -2)).toMatchObject(
      ['new', 'new', 'new', 'new', 'duplicate'].map((status) => ({ id: null, status })),
    )
    expect(rows.slice(-2)).toMatchObject([
      { input: at('bad/a.txt'), reason: 'This file is empty.', status: 'failed' },
      { status: 'duplicate' },
    ])
    expect({ stderr, code }).toEqual({ stderr: `${at('bad/a.txt')}: This file is empty.\n`, code: 1 })
    expect(existsSync(noStore.DATA_DIR)).toBe(false)
  })

  test('without --json counts, and says on stderr what failed', async () => {
    expect(await dry(at('good/a.txt'), at('bad/a.txt'))).toEqual({
      stdout: '1 new, 0 changed, 0 duplicate, 1 failed\n',
      stderr: `${at('bad/a.txt')}: This file is empty.\n`,
      code: 1,
    })
  })

  test('ends in peace when its reader has seen enough', async () => {
    await writeFile(
      at('many.jsonl'),
      jsonLines(Array.from({ length: 3_000 }, (_, id) => ({ id, text: `Day ${id}.` }))),
    )
    const { stderr, code } = await khabar(['load', '--dry-run', '--jsonl', at('many.jsonl')], {
      settings: noStore,
      readsOnce: true,
    })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  })
})

const Reports = z.tuple([
  z.object({
    articles: z.array(z.unknown()),
    failed: z.array(z.strictObject({ input: z.string(), reason: z.string() })),
  }),
])

const Words = z.object({ words: z.string() })

/** Several articles are read at once: which comes first is chance. */
async function statements(): Promise<string[]> {
  const rows = await db.many(Words)`select words from statements`
  return rows.map((it) => it.words).toSorted()
}
