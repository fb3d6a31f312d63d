// JSON lines in, JSON lines out: a line for each, in order, whatever is wrong with one of them. These commands start no store.

import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { documents, jsonLines, khabar, useFolder } from '../support/commandline.ts'

const folder = await useFolder()
const settings = { DATA_DIR: path.join(folder, 'data') }

const run = async (args: string[], stdin: string | Uint8Array) => {
  const { stdout, stderr, code } = await khabar(args, { settings, stdin })
  expect(stderr).toBe('')
  return { lines: documents(stdout), code }
}

const mayor = 'The mayor of Tal Nasim, Rana Sulaimi, said the bridge was safe.'

describe('statements --jsonl', () => {
  test('gives the fields of the contract and how sure it is, and no others', async () => {
    const texts = [
      `🌉🌉 ${mayor}`,
      '🌉 قالت رئيسة بلدية تل نسيم رنا السليمي لوكالة المرفأ: "الجسر آمن".',
      'It rained for three days.',
    ]
    const { lines, code } = await run(
      ['statements', '--jsonl'],
      jsonLines(texts.map((text, index) => ({ id: index, text, unknown: true }))),
    )
    expect(code).toBe(0)
    expect(lines).toEqual([
      { id: 0, statements: [expect.objectContaining({ text: 'the bridge was safe', quotes: [] })] },
      { id: 1, statements: [expect.objectContaining({ text: expect.stringContaining('الجسر آمن') })] },
      { id: 2, statements: [] },
    ])
    const found = statementsOf(lines)
    for (const [index, it] of found.entries()) {
      expect(Object.keys(it).toSorted()).toEqual(fields)
      expect(texts[index]?.slice(it.start, it.end)).toBe(it.text)
      for (const { start, end } of it.quotes) expect(texts[index]?.slice(start, end)).toBe('الجسر آمن')
    }
    expect(found[0]).toMatchObject({
      speaker: 'The mayor of Tal Nasim, Rana Sulaimi',
      person: 'Rana Sulaimi',
      persons: ['Rana Sulaimi'],
      verb: 'said',
      verbClass: 'say',
      form: 'indirect',
      in: 'text',
      via: [],
    })
    expect(found[1]).toMatchObject({ person: 'رنا السليمي', quotes: [{}], in: 'text' })
  })

  test('answers every line, also the bad ones, with the id as it came', async () => {
    const { lines, code } = await run(
      ['statements', '--jsonl'],
      jsonLines([
        { id: 'a', text: mayor },
        '{"id":"cut","text":"x',
        '',
        { text: 'no id' },
        { id: null, text: 'x' },
        { id: 7, text: 7 },
        '{"id":9007199254740993,"text":"x"}',
        { id: 1.5, text: '' },
        [1],
        '"words"',
        { id: '', text: `a half \ud83d, \u0000 and ${mayor}` },
        // JSON allows these two as they are; not every reader of lines does.
        `{"id":"u2028","text":"Rain.\u2028 ${mayor}"}`,
        { id: 'last', text: mayor },
      ]),
    )
    expect(code).toBe(1)
    const badId = 'id: must be a string, or a number below 2^53'
    expect(lines).toEqual([
      { id: 'a', statements: [expect.anything()] },
      { id: null, error: 'the line is not valid JSON' },
      { id: null, error: badId },
      { id: null, error: badId },
      { id: 7, error: 'text: must be a string' },
      { id: null, error: badId },
      { id: 1.5, statements: [] },
      { id: null, error: 'the line is not a JSON object' },
      { id: null, error: 'the line is not a JSON object' },
      { id: '', statements: expect.any(Array) },
      { id: 'u2028', statements: [expect.anything()] },
      { id: 'last', statements: [expect.anything()] },
    ])
  })

  test('takes a byte order mark, CRLF and a last line without an end', async () => {
    const { lines, code } = await run(
      ['statements', '--jsonl'],
      `\ufeff{"id":1,"text":"x"}\r\n{"id":2,"text":"x"}`,
    )
    expect({ lines, code }).toEqual({
      lines: [
        { id: 1, statements: [] },
        { id: 2, statements: [] },
      ],
      code: 0,
    })
  })

  test('says of a line of 30 MB and of binary data that they are none, and goes on', async () => {
    const { lines, code } = await run(
      ['statements', '--jsonl'],
      Buffer.concat([
        Buffer.from(`{"id":"long","text":"${'x'.repeat(30_000_000)}"}\n`),
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0x0a]),
        Buffer.from(jsonLines([{ id: 'last', text: mayor }])),
      ]),
    )
    expect({ lines, code }).toEqual({
      lines: [
        { id: null, error: 'the line is longer than 20 MB' },
        { id: null, error: 'the line is a program, not JSON' },
        { id: 'last', statements: [expect.anything()] },
      ],
      code: 1,
    })
  })

  test('of nothing gives nothing', async () => {
    expect(await run(['statements', '--jsonl'], '')).toEqual({ lines: [], code: 0 })
  })
})

test('summarize --jsonl gives a headline, a text and its method, and as many sentences as were asked for', async () => {
  const text = `${mayor} It was built in 1930. The river rose by two metres. Ships wait in the harbour.`
  const { lines, code } = await run(
    ['summarize', '--jsonl'],
    jsonLines([
      { id: 1, text, title: 'Bridge is safe, says mayor' },
      { id: 2, text, title: null, sentences: 1 },
      { id: 3, text: '  ' },
      { id: 4, text, sentences: 0 },
    ]),
  )
  expect(code).toBe(1)
  const summary = { headline: expect.any(String), body: expect.any(String), method: 'extract' }
  expect(lines).toMatchObject([
    { id: 1, title: 'Bridge is safe, says mayor', summaries: { en: summary }, topics: expect.any(Array) },
    { id: 2, summaries: { en: { ...summary, body: mayor } } },
    { id: 3, error: 'text: there is nothing to summarise' },
    { id: 4, error: 'sentences: must be at least 1' },
  ])
})

test('names --jsonl ranks the names of a file in any script, best first', async () => {
  const among = path.join(folder, 'among.txt')
  await writeFile(among, '\ufeffسليم القندلاوي\r\n\r\nRana Sulaimi\r\nHazem al-Zumurrudi\r\n')
  const { lines, code } = await run(
    ['names', '--jsonl', '--among', among],
    jsonLines([
      { id: 'q', query: 'Salim al-Qandalawi' },
      { id: 2, query: 'رنا السليمي' },
      { id: 3, query: '' },
    ]),
  )
  expect(code).toBe(1)
  expect(lines).toEqual([
    { id: 'q', matches: expect.any(Array) },
    { id: 2, matches: expect.any(Array) },
    { id: 3, error: 'query: must not be empty' },
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked by the line above
  const best = lines.map((line) => (line as { matches?: unknown[] }).matches?.[0])
  expect(best).toEqual([
    { name: 'سليم القندلاوي', score: expect.any(Number) },
    { name: 'Rana Sulaimi', score: expect.any(Number) },
    undefined,
  ])
})

test('none of this has started a database', () => {
  expect(existsSync(settings.DATA_DIR)).toBe(false)
})

const fields = [
  'confidence',
  'end',
  'form',
  'in',
  'person',
  'persons',
  'quotes',
  'role',
  'speaker',
  'start',
  'text',
  'verb',
  'verbClass',
  'via',
]

type Span = { start: number; end: number }
type Found = Span & { text: string; quotes: Span[] }

const statementsOf = (lines: unknown[]): Found[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its fields are what the test is about
  lines.flatMap((line) => (line as { statements: Found[] }).statements)
