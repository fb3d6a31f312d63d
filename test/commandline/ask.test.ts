// Questions to the store on the command line: ask, search, people, sources. Their JSON is what researchers and our own evaluation read.

import { beforeAll, describe, expect, test } from 'vitest'
import { courier, harbour, teachers, undated } from '../support/articles.ts'
import { addressOf, documents, jsonLines, khabar } from '../support/commandline.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()
const settings = { DATABASE_URL: addressOf(app.db.databaseConfig), TIME_ZONE: 'UTC' }
beforeAll(() => store(app, { ...harbour, externalId: 'h-1' }, courier, teachers, undated))

const run = async (args: string[], stdin = '') => {
  const { stdout, stderr, code } = await khabar(args, { settings, stdin })
  expect(stderr).toBe('')
  return { documents: documents(stdout), code }
}

describe('ask', () => {
  test('--json gives the answer and its parts, and null for what is missing', async () => {
    const { documents: answers, code } = await run(['ask', 'ماذا قال الزمردي؟', '--json'])
    expect(code).toBe(0)
    const words = 'الوزارة ستحقق في أسباب العطل'
    const start = harbour.text.indexOf(words)
    const article = {
      articleId: expect.any(Number),
      externalId: 'h-1',
      url: harbour.url,
      source: harbour.source,
      date: '2026-11-22',
    }
    expect(answers).toEqual([
      {
        answer: expect.stringContaining(words),
        language: 'ar',
        lead: null,
        understood: { kind: 'said', speaker: 'الزمردي', topic: null, from: null, to: null },
        statements: [
          {
            ...article,
            id: expect.any(Number),
            speaker: expect.stringContaining('الزمردي'),
            person: 'حازم الزمردي',
            role: 'وزير النقل',
            verb: 'أكد',
            utteranceId: expect.any(Number),
            verbClass: 'confirm',
            form: 'indirect',
            in: 'text',
            text: words,
            start,
            end: start + words.length,
            quotes: [],
            agency: null,
          },
        ],
        citations: [{ ...article, title: harbour.title }],
        found: true,
        ms: expect.any(Number),
      },
    ])
  })

  test('takes the language, the day and the week that it is told, so that answers can be repeated', async () => {
    const question = 'what did Qandalawi say this week?'
    // 22 November 2026 is a Sunday; 21:30 UTC of that day is Monday in Cairo.
    const at = ['--now', '2026-11-22T22:30:00Z', '--lang', 'ar', '--json']
    const [cairo, utc] = await Promise.all([
      run(['ask', question, ...at, '--zone', 'Africa/Cairo', '--week-start', 'mon']),
      run(['ask', question, ...at, '--zone', 'UTC', '--week-start', 'mon']),
    ])
    expect(cairo.documents).toMatchObject([{ language: 'ar', understood: { from: '2026-11-23' } }])
    expect(utc.documents).toMatchObject([{ language: 'ar', understood: { from: '2026-11-16' } }])
  })

  test('--jsonl answers every line, with the id as it came', async () => {
    const { documents: answers, code } = await run(
      ['ask', '--jsonl'],
      jsonLines([
        { id: 1, question: 'what did al-Qandalawi say?' },
        { id: 'empty', question: '' },
        { id: 'odd', question: '\u0000 \ud83d 🌧️؟' },
        { id: 'long', question: 'what '.repeat(2_000) },
        { id: 'injection', question: "'; drop table articles; --" },
        { id: 2 },
        'no JSON',
        { id: 'last', question: 'what did Brandenstein say?' },
      ]),
    )
    expect(code).toBe(1)
    const answer = { answer: expect.stringMatching(/.{10}/), found: expect.any(Boolean) }
    expect(answers).toMatchObject([
      { id: 1, ...answer },
      { id: 'empty', ...answer, found: false },
      { id: 'odd', ...answer },
      { id: 'long', ...answer },
      { id: 'injection', ...answer },
      { id: 2, error: 'question: must be a string' },
      { id: null, error: 'the line is not valid JSON' },
      { id: 'last', ...answer, statements: [], citations: [], found: false },
    ])
  })

  test('without --json prints the answer as text', async () => {
    const { stdout, code } = await khabar(['ask', 'what', 'did', 'Zumurrudi', 'say?'], { settings })
    expect(code).toBe(0)
    expect(stdout).toContain('الوزارة ستحقق في أسباب العطل')
    expect(stdout).not.toContain('{')
  })
})

describe('search', () => {
  test('--json gives the best first, as many as were asked for', async () => {
    const { documents: found, code } = await run(['search', 'ميناء', 'الريم', '--json', '--limit', '1'])
    expect(code).toBe(0)
    expect(found).toEqual([
      {
        results: [
          { id: expect.any(Number), externalId: 'h-1', title: harbour.title, score: expect.any(Number) },
        ],
        ms: expect.any(Number),
      },
    ])
  })

  test('--jsonl answers every line', async () => {
    const { documents: found, code } = await run(
      ['search', '--jsonl'],
      jsonLines([
        { id: 1, query: 'rain' },
        { id: 2, query: '' },
        { id: 3 },
        { id: 'odd', query: '\ud83d\u0000%_\\' },
      ]),
    )
    expect(code).toBe(1)
    expect(found).toMatchObject([
      { id: 1, results: [{ title: undated.title, externalId: null }] },
      { id: 2, results: [] },
      { id: 3, error: 'query: must be a string' },
      { id: 'odd', results: [] },
    ])
  })
})

test('people --json lists the namesakes, each with what is known, or nobody', async () => {
  const [found, none] = await Promise.all([
    run(['people', 'القندلاوي', '--json']),
    run(['people', 'Brandenstein', '--json']),
  ])
  expect(none).toEqual({ documents: [{ people: [] }], code: 0 })
  const person = { id: expect.any(Number), name: expect.any(String), names: expect.any(Array) }
  expect(found.documents).toMatchObject([
    {
      people: expect.arrayContaining([
        {
          ...person,
          ar: expect.stringContaining('سليم'),
          en: expect.any(String),
          role: expect.any(String),
          statements: 4,
          latest: '2026-11-23',
        },
        expect.objectContaining({ ar: expect.stringContaining('نوال') }),
      ]),
    },
  ])
})

test('sources are added, listed and removed', async () => {
  const address = 'https://marfa.invalid/feed'
  const added = await khabar(['sources', 'add', address, '--json'], { settings })
  expect(JSON.parse(added.stdout)).toEqual({ address, added: true })
  expect(added).toMatchObject({ stderr: expect.stringMatching(/^It could not be read now/), code: 0 })
  const { documents: listed } = await run(['sources', '--json'])
  expect(listed).toMatchObject([{ sources: [{ address, readAt: null, failure: null }] }])
  const removed = await run(['sources', 'remove', address, '--json'])
  expect(removed.documents).toEqual([{ address, removed: true }])
  expect(await khabar(['sources', 'remove', address], { settings })).toEqual({
    stdout: '',
    stderr: `There is no source ${address}; see: khabar sources list\n`,
    code: 2,
  })
})

test('a source may have a language and a filter, and is refused with one that says nothing', async () => {
  const address = 'https://marfa.invalid/filtered'
  const add = (...words: string[]) => khabar(['sources', 'add', address, ...words], { settings })
  expect(await add('--language', 'fr')).toMatchObject({
    stderr: '--language is ar or en, not "fr"\n',
    code: 2,
  })
  expect((await add('--filter', 'and of')).stderr).toMatch(
    /^--filter is words to find articles by .* not "and of"/,
  )
  expect((await add('--language', 'ar', '--filter', 'النفط أو الغاز')).code).toBe(0)
  const { stdout } = await khabar(['sources', 'list'], { settings })
  expect(stdout).toContain('every 30 min, ar, only: النفط أو الغاز')
  await run(['sources', 'remove', address, '--json'])
})

test('sources come from an OPML list and go back into one, with their topics', async () => {
  const { documents: report, code } = await run(['sources', 'import', 'docs/starter.opml', '--json'])
  expect(code).toBe(0)
  expect(report).toEqual([{ added: expect.any(Number), known: 0, refused: [] }])
  const { stdout } = await khabar(['sources', 'export'], { settings })
  expect(stdout).toContain('<outline text="World">')
  expect(stdout).toContain('xmlUrl="https://feeds.bbci.co.uk/arabic/rss.xml"')
  const again = await run(['sources', 'import', 'docs/starter.opml', '--json'])
  expect(again.documents).toMatchObject([{ added: 0 }])
  const address = 'https://arabic.rt.com/rss/'
  expect((await run(['sources', 'pause', address, '--json'])).documents).toEqual([{ address, paused: true }])
  expect((await khabar(['sources', 'list'], { settings })).stdout).toMatch(
    /^https:\/\/arabic\.rt\.com\/rss\/\tpaused: paused by hand\tevery 30 min, العالم$/m,
  )
  expect((await run(['sources', 'resume', address, '--json'])).documents).toEqual([
    { address, paused: false },
  ])
})

test('the doctor finds nothing wrong where nothing is', async () => {
  const { documents: report, code } = await run(['doctor', '--json'])
  expect(code).toBe(0)
  expect(report).toMatchObject([
    { checks: expect.not.arrayContaining([expect.objectContaining({ ok: false })]) },
  ])
})
