import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { readCases } from '../../src/evaluation/case.ts'
import { readColumns, readDocument, readRows } from '../../src/evaluation/data.ts'
import { chooseTasks, scoreTasks } from '../../src/evaluation/eval.ts'
import { inventArticles, inventQuestions } from '../../src/evaluation/invented.ts'
import { answerHonestly, readPrompt } from '../../src/evaluation/honest-writer.ts'
import { hasWorked, runAttacks } from '../../src/evaluation/injection.ts'
import { startModel } from '../../src/evaluation/model-server.ts'
import { tableOf } from '../../src/evaluation/table.ts'
import { createLlm } from '../../src/llm/client.ts'
import { summariseWithModel } from '../../src/summaries/model.ts'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'khabar-rows-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

describe('npm run eval', () => {
  test('a name that is no task is refused with the list', () => {
    expect(() => chooseTasks(['questions', 'poems'])).toThrow(/"poems"\. Tasks: statements, names, questions/)
    expect(chooseTasks(['questions']).map((it) => it.name)).toEqual(['questions'])
  })

  test('without data the samples are scored', async () => {
    const { lines, failed } = await scoreTasks(
      chooseTasks(['statements', 'names', 'stories']),
      undefined,
      () => {},
    )
    expect(failed).toBe(0)
    expect(lines.map(({ set }) => set)).toEqual(['samples ar', 'samples en'])
    expect(tableOf(lines)).toMatch(
      /^statements +samples ar +\d+ of \d+ articles +[\d.]+ +P .* verbatim 1\.00/m,
    )
    expect(readCases().length).toBeGreaterThanOrEqual(34)
  })

  test('missing and broken files cost a line each, and the rest is scored', async () => {
    const folder = await newFolder()
    await writeFile(path.join(folder, 'questions.tsv'), 'hello\tother\n')
    await writeFile(path.join(folder, 'names_figures.tsv'), 'only one column\n')
    const said: string[] = []
    const { lines, failed } = await scoreTasks(chooseTasks(['names', 'questions']), folder, (it) =>
      said.push(it),
    )
    expect(lines.filter((it) => it.result).map(({ set }) => set)).toEqual(['frames', 'our own'])
    expect(failed).toBe(said.length)
    expect(said).toContain(
      `names, outlets: ${path.join(folder, 'names_attested_outlet_variants.tsv')} is missing`,
    )
    expect(said.find((it) => it.startsWith('names, figures'))).toMatch(/:1 has 1 columns; at least 2/)
  })
})

describe('rows', () => {
  const Row = z.object({ id: z.number() })

  test('are read, and the first that does not fit is named by file, line and field', async () => {
    const file = path.join(await newFolder(), 'rows.jsonl')
    await writeFile(file, '\ufeff{"id":1,"more":true}\r\n\r\n{"id":2}\n')
    expect(readRows(file, Row)).toEqual([{ id: 1 }, { id: 2 }])
    await writeFile(file, '{"id":1}\n{"id":"2"}\n')
    expect(() => readRows(file, Row)).toThrow(`${file}:2: id: `)
    await writeFile(file, '{"id":1}\n{"id"\n')
    expect(() => readRows(file, Row)).toThrow(`${file}:2 is not JSON`)
    expect(() => readDocument(file, Row)).toThrow(`${file} is not JSON`)
    await writeFile(file, '\n')
    expect(() => readRows(file, Row)).toThrow(`${file} is empty`)
    expect(() => readColumns(path.dirname(file), 1)).toThrow("can't be read")
  })
})

test('floors stand under the figures that they are for', () => {
  const result = {
    n: '3',
    figures: { P: 0.5, R: 1 },
    floors: [{ by: 'a regex', figures: { R: 0.25 } }],
    msEach: 1.5,
    notes: ['one failed'],
  }
  expect(tableOf([{ task: 'statements', set: 'own', result }]).split('\n')).toEqual([
    'task        set  n  ms each  figures',
    'statements  own  3  1.50     P .500  R 1.00',
    '                             P   –   R .250  (a regex)',
    '',
    'statements, own: one failed',
    '',
  ])
})

describe('what the bench works on', () => {
  test('invented articles are the same each time, each another, and of the length of news', () => {
    const articles = inventArticles(40)
    expect(inventArticles(40)).toEqual(articles)
    expect(new Set(articles.map((it) => it.text)).size).toBe(40)
    for (const { text } of articles) {
      expect(text.split(/\s+/).length).toBeGreaterThan(200)
      expect(text).not.toContain('{')
    }
    expect(new Set(inventQuestions(40).map((it) => it.text)).size).toBeGreaterThan(20)
  })

  test('the honest writer writes what passes the checks at the first time of asking', async () => {
    const model = await startModel((user) => answerHonestly(readPrompt(user)), 1)
    try {
      const llm = createLlm({ baseURL: model.baseURL, name: 'always-the-same' })
      for (const [i, language] of (['ar', 'en'] as const).entries()) {
        const [article] = inventArticles(i + 1).slice(i)
        const { usage } = await summariseWithModel(llm, { title: '', text: '', ...article, language })
        expect(usage.calls).toBe(1)
      }
      expect(model.answered).toHaveLength(2)
    } finally {
      await model.close()
    }
  })
})

test('no text makes a model that obeys it say anything to a reader', async () => {
  const outcomes = await runAttacks()
  expect(outcomes.length).toBeGreaterThanOrEqual(120)
  expect(outcomes.filter(hasWorked).map(({ attack }) => attack.text)).toEqual([])
  // The model did obey what reached it, and most articles were summarised all the same.
  expect(outcomes.some((it) => it.obeyed)).toBe(true)
  expect(outcomes.filter((it) => it.byModel).length).toBeGreaterThan(outcomes.length / 2)
})
