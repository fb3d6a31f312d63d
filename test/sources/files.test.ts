import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Read } from '../../src/articles/article.ts'
import { type FileLimits, readPath } from '../../src/sources/files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

async function read(path: string, limits: Partial<FileLimits> = {}): Promise<Read[]> {
  const reads: Read[] = []
  for await (const it of readPath(path, limits)) reads.push(it)
  return reads
}

const drafts = (reads: Read[]) => reads.flatMap((it) => ('draft' in it ? [it.draft] : []))
const failures = (reads: Read[]) => reads.flatMap((it) => ('failed' in it ? [it.failed] : []))

const sentence = 'قال الوزير هيثم الوراق إن الميناء سيفتح في موعده.'

describe('plain text', () => {
  test('becomes one article, and its first line the title where it looks like one', async () => {
    const path = await given('a.txt', `افتتاح الميناء الشمالي\n${sentence}\n`)

    expect(await read(path)).toEqual([
      {
        input: path,
        draft: {
          externalId: null,
          url: null,
          title: 'افتتاح الميناء الشمالي',
          text: sentence,
          language: 'ar',
          source: null,
          agency: null,
          author: null,
          place: null,
          publishedAt: null,
          keywords: [],
          origin: `file:${path}#0`,
        },
      },
    ])
  })

  test('keeps all of its text where it begins with a sentence, which then is the title too', async () => {
    const text =
      'The port of Salmana will open on time. Haitham Warraq said so.\nShips will sail again in June.'
    const [draft] = drafts(await read(await given('a.txt', text)))

    expect(draft).toMatchObject({ title: 'The port of Salmana will open on time.', text, language: 'en' })
  })

  test('in windows-1256 is read as well', async () => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [
        new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
        byte,
      ]),
    )
    const bytes = Uint8Array.from(
      `افتتاح الميناء\n${sentence}`.split(''),
      (letter) => table.get(letter) ?? 63,
    )

    expect(drafts(await read(await given('a.txt', bytes)))[0]).toMatchObject({
      title: 'افتتاح الميناء',
      text: sentence,
    })
  })

  test('with a second article gives two, each with an origin of its own', async () => {
    const path = await given(
      'a.txt',
      `افتتاح الميناء\n${sentence}\nوأضاف أن السفن ستغادر.\nالمصدر: رويترز\nاقرأ أيضا:\nمكتبة راوند\nاستقبلت المكتبة زوارها.`,
    )

    expect(drafts(await read(path)).map((it) => [it.title, it.agency, it.origin])).toEqual([
      ['افتتاح الميناء', 'رويترز', `file:${path}#0`],
      ['مكتبة راوند', null, `file:${path}#1`],
    ])
  })
})

test('Markdown gives its heading, its text without signs, and what its front matter says', async () => {
  const path = await given(
    'a.md',
    '---\ntitle: "The harbour opens"\ndate: 2023-10-03\nauthor: Mira Tolland\ntags: [ports, Salmana]\n---\n# The harbour opens\n\nThe **port** of [Salmana](https://news.example) opens.\n\n- Ships sail.\n',
  )

  expect(drafts(await read(path))[0]).toMatchObject({
    title: 'The harbour opens',
    text: 'The port of Salmana opens.\nShips sail.',
    publishedAt: '2023-10-03',
    author: 'Mira Tolland',
    keywords: ['ports', 'Salmana'],
  })
})

test('HTML gives its article', async () => {
  const path = await given(
    'a.html',
    '<html lang="en"><head><title>The harbour opens</title></head><body><script>alert(1)</script><article><p>The port of Salmana opens in June, the minister said on Monday.</p></article></body></html>',
  )

  expect(drafts(await read(path))[0]).toMatchObject({
    title: 'The harbour opens',
    text: 'The port of Salmana opens in June, the minister said on Monday.',
    origin: `file:${path}#0`,
  })
})

test('a feed in a file gives its items', async () => {
  const path = await given(
    'a.xml',
    '<rss version="2.0"><channel><title>Herald</title><item><title>One</title><guid>g1</guid><description>First text.</description></item><item></item></channel></rss>',
  )

  const reads = await read(path)
  expect(drafts(reads)).toMatchObject([{ title: 'One', source: 'Herald', origin: `file:${path}#id:g1` }])
})

describe('JSON lines', () => {
  test('are articles, each with its line for an input and its id for an origin', async () => {
    const path = await given(
      'a.jsonl',
      [
        JSON.stringify({
          id: 7,
          title: 'Harbour',
          text: sentence,
          url: 'https://news.example/a?utm_source=x',
          source: 'Herald',
          publishedAt: '2023-10-03T10:00:00+03:00',
          more: 1,
        }),
        '',
        JSON.stringify({ text: `${sentence}\n\nفقرة ثانية`, title: null }),
      ].join('\r\n'),
    )

    const reads = await read(path)
    expect(reads.map((it) => it.input)).toEqual([`${path}:1`, `${path}:3`])
    expect(drafts(reads)).toMatchObject([
      {
        externalId: '7',
        title: 'Harbour',
        url: 'https://news.example/a',
        source: 'Herald',
        publishedAt: '2023-10-03T10:00:00+03:00',
        origin: `file:${path}#id:7`,
      },
      { externalId: null, title: sentence, text: `${sentence}\n\nفقرة ثانية`, origin: null },
    ])
  })

  test('that are bad are told with their number, and the rest is read', async () => {
    const path = await given(
      'a.jsonl',
      [
        '{"text":"Good."}',
        '{"text": ',
        '[1]',
        '{"title":"x"}',
        '{"text":" "}',
        '{"text":"x","title":5}',
        `{"text":"${'x'.repeat(2_000)}"}`,
        '{"id":"last","text":"Good too."}',
      ].join('\n'),
    )

    const reads = await read(path, { maxLineBytes: 1_000 })
    expect(drafts(reads).map((it) => it.text)).toEqual(['Good.', 'Good too.'])
    expect(reads.flatMap((it) => ('failed' in it ? [it.input.slice(path.length)] : []))).toEqual([
      ':2',
      ':3',
      ':4',
      ':5',
      ':6',
      ':7',
    ])
    expect(failures(reads)).toEqual([
      expect.stringContaining('not JSON'),
      expect.stringContaining('not a JSON object'),
      expect.stringContaining('"text" is missing'),
      expect.stringContaining('no words'),
      expect.stringContaining('"title"'),
      expect.stringContaining('too long'),
    ])
  })

  test('keep their memory flat in a large file', async () => {
    const line = JSON.stringify({ text: `${sentence} ${'ميناء '.repeat(300)}` })
    const path = await given('a.jsonl', `${line}\n`.repeat(8_000))
    globalThis.gc?.()
    const before = process.memoryUsage().arrayBuffers

    let count = 0
    let most = 0
    for await (const it of readPath(path)) {
      if ('draft' in it) count++
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }

    expect(count).toBe(8_000)
    expect(most).toBeLessThan(25_000_000)
  })

  test('whose date cannot be read have none', async () => {
    const path = await given(
      'a.jsonl',
      '{"text":"Good.","publishedAt":"9999-99-99"}\n{"text":"Good.","publishedAt":"2024-02-31"}',
    )
    expect(drafts(await read(path)).map((it) => it.publishedAt)).toEqual([null, null])
  })
})

describe('a folder', () => {
  test('is read with its folders in the order of names; hidden files and other kinds are passed over', async () => {
    await given('b.txt', 'Second.')
    await given('a.txt', 'First.')
    await given('c/d.txt', 'Third.')
    await given('.hidden.txt', 'Hidden.')
    await given('.git/x.txt', 'Hidden.')
    await given('notes.docx', 'Other.')

    expect((await read(folder)).map((it) => ('draft' in it ? it.draft.text : it.failed))).toEqual([
      'First.',
      'Second.',
      'Third.',
    ])
  })

  test('with bad files tells each of them and reads the others', async () => {
    await given('a.txt', '')
    await given('b.txt', 'Good.')
    await given('c.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
    await given('d.txt', '   \n')
    await given('e.json', '{"text": "cut')
    await given('f.xml', '<rss><channel><item>')
    await given('g.txt', 'x'.repeat(5_000))

    const reads = await read(folder, { maxFileBytes: 4_000 })
    expect(drafts(reads).map((it) => it.text)).toEqual(['Good.'])
    expect(failures(reads)).toEqual([
      expect.stringContaining('empty'),
      expect.stringContaining('an image'),
      expect.stringContaining('no words'),
      expect.stringContaining('not JSON'),
      expect.stringMatching(/feed/i),
      expect.stringContaining('MB'),
    ])
  })

  test('is not left through links, and a loop of links ends', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'khabar-outside-'))
    await writeFile(join(outside, 'secret.txt'), 'Secret.')
    await given('in/a.txt', 'Inside.')
    await symlink(join(outside, 'secret.txt'), join(folder, 'in', 'out.txt'))
    await symlink(outside, join(folder, 'in', 'folder'))
    await symlink(join(folder, 'in'), join(folder, 'in', 'loop'))
    await symlink(join(folder, 'in', 'a.txt'), join(folder, 'in', 'twin.txt'))
    await symlink(join(folder, 'in', 'self.txt'), join(folder, 'in', 'self.txt'))

    const reads = await read(join(folder, 'in'))
    await rm(outside, { recursive: true })
    expect(drafts(reads).map((it) => it.text)).toEqual(['Inside.'])
    expect(failures(reads)).toEqual([
      expect.stringContaining('out of the folder'),
      expect.stringContaining('leads to itself'),
    ])
  })

  test('without any file to read says so', async () => {
    expect(failures(await read(folder))).toEqual([expect.stringContaining('no file that can be read')])
  })
})

test.each([
  ['missing.txt', 'no such file'],
  ['a.docx', 'Files of this kind are not read'],
])('a path that cannot be read says why: %s', async (name, reason) => {
  await given('a.docx', 'x')
  expect(await read(join(folder, name))).toEqual([
    { input: join(folder, name), failed: expect.stringContaining(reason) },
  ])
})

test.skipIf(process.getuid?.() === 0)('a file without permission says so', async () => {
  const path = await given('a.txt', 'x')
  await chmod(path, 0)
  expect(failures(await read(path))).toEqual([expect.stringContaining('permission')])
})
