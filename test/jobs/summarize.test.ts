// One article's work: its statements and summaries, however often it is begun and wherever it ends.

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { summarize } from '../../jobs/summarize.ts'
import { startWorker } from '../../jobs/worker.ts'
import { wordsLines } from '../../src/answers/statement-lines.ts'
import type { Draft } from '../../src/articles/article.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { removeSamples } from '../../src/articles/store.ts'
import { listUnfinished } from '../../src/revisions/store.ts'
import { withinBudget } from '../../src/budget/budget.ts'
import { createLlm } from '../../src/llm/client.ts'
import { LlmError } from '../../src/llm/failure.ts'
import { anything, listStatements } from '../../src/statements/store.ts'
import { listSummaries } from '../../src/summaries/store.ts'
import { faithful, harbour } from '../support/articles.ts'
import { compose } from '../../src/texts/message.ts'
import { useApp } from '../support/khabar.ts'
import { refuses, type Request, says, startModelServer, type Step } from '../support/model-server.ts'

const app = await useApp()

let made = 0
/** An article that no other test knows. */
async function add(draft: Draft = harbour) {
  const name = `article ${++made}`
  return loadDraft(app.db, {
    ...draft,
    url: `https://marfa.example/${made}`,
    text: `${draft.text}\n${name}.`,
  })
}

async function stored({ articleId }: { articleId: number }) {
  const statements = await listStatements(app.db, { ...anything, articleId }, 100)
  const summaries = await listSummaries(app.db, [articleId])
  return {
    words: statements.map((it) => it.words),
    methods: Object.fromEntries(summaries.map((it) => [it.language, it.method])),
    headlines: summaries.map((it) => it.headline).toSorted(),
  }
}

const good = says(faithful, { promptTokens: 5_000 })

/** The app with a model on a server of this test's own. */
async function withModel(script: readonly Step[], otherwise?: (request: Request) => Step) {
  const server = await startModelServer(script, otherwise)
  onTestFinished(server.close)
  const llm = createLlm({ baseURL: server.baseURL, name: 'sail-1' })
  return { app: { ...app, llm }, requests: server.requests }
}

const spoken = ['الأرصفة الأربعة عادت إلى العمل مساء الأحد بعد إصلاح العطل', 'الوزارة ستحقق في أسباب العطل']

/** What is made without a model: an excerpt in the article's language, a card of facts in the other. */
const offline = { ar: 'extract', en: 'facts' }

test('without a model it stores who said what, an excerpt, and key facts in the other language', async () => {
  const article = await add()
  await summarize(app, article)
  const { words, methods } = await stored(article)
  expect(words).toEqual(expect.arrayContaining(spoken))
  expect(methods).toEqual(offline)
})

test('done again it changes nothing', async () => {
  const article = await add()
  await summarize(app, article)
  const first = await stored(article)
  await summarize(app, article)
  expect(await stored(article)).toEqual(first)
})

test('done by many at once it stores everything once', async () => {
  const article = await add()
  await Promise.all(Array.from({ length: 8 }, () => summarize(app, article)))
  const { words, methods } = await stored(article)
  expect(new Set(words).size).toBe(words.length)
  expect(methods).toEqual(offline)
})

test('a model’s summary takes the excerpt’s place in both languages, and is paid for once', async () => {
  const article = await add()
  const { app: modelled, requests } = await withModel([good])
  await summarize(modelled, article)
  await summarize(modelled, article)
  expect(requests).toHaveLength(1)
  expect(await stored(article)).toMatchObject({
    methods: { ar: 'model', en: 'model' },
    headlines: [faithful.headline.en, faithful.headline.ar],
  })
})

test('what was said is stored in the other language too, and shown as a translation without quotation marks', async () => {
  const article = await add()
  const text =
    'The director of the port, Salim al-Qandalawi, said that the four quays were working again on Sunday evening after the fault was repaired.'
  const { app: modelled } = await withModel([], ({ body }) => {
    const [, number] = /^(\d+)\. \[[\d, ]+\] .*الأرصفة الأربعة/m.exec(body.messages[1]?.content ?? '') ?? []
    return says({ ...faithful, sayings: [{ statement: Number(number), text }] }, { promptTokens: 5_000 })
  })
  await summarize(modelled, article)
  const all = await listStatements(app.db, { ...anything, articleId: article.articleId }, 100)
  const [said, ...others] = all.filter((it) => it.translation !== null)
  expect(others).toEqual([])
  const shown = (language: 'ar' | 'en') =>
    said && compose(wordsLines(said, { language, today: '2026-11-24', hasModel: true }), language).text
  expect(shown('en')).toContain(`Translation (automatic, not a quotation): ${text}`)
  expect(shown('ar')).not.toContain(text)
})

test.each([
  ['too many requests', 429, { 'retry-after': '120' }],
  ['a wrong key', 401, {}],
])('after %s the job is put off and none of its tries is used up', async (_, status, headers) => {
  const article = await add()
  const { app: modelled, requests } = await withModel([], () => ({
    status,
    headers,
    body: { error: { message: 'no' } },
  }))
  const id = `put-off-${status}`
  await app.enqueue('summarize', { revisionId: article.revisionId }, id)
  const worker = await startWorker(modelled, 1)
  try {
    await expect.poll(async () => (await app.queue.counts()).delayed, { timeout: 20_000 }).toBeGreaterThan(0)
  } finally {
    await worker.close()
  }
  expect(requests).toHaveLength(1)
  expect(await app.queue.counts()).toMatchObject({ active: 0, failed: 0 })
  expect((await stored(article)).methods).toEqual(offline)
  await app.queue.clear()
})

test('past the budget the offline summary stands, and the article waits for another day', async () => {
  const article = await add()
  const { app: modelled, requests } = await withModel([good])
  const budget = { ...app.config.budget, perDay: { tokens: 1_000, money: 0 } }
  await summarize({ ...modelled, llm: withinBudget(modelled.llm, { db: app.db, budget }) }, article)
  expect(requests).toHaveLength(0)
  expect((await stored(article)).methods).toEqual(offline)
  expect(await listUnfinished(app.db, true, 100)).toContain(article.revisionId)
})

test('two workers on one article pay for one answer, and the other is tried again', async () => {
  const article = await add()
  const { app: modelled, requests } = await withModel([], () => ({ ...good, delayMs: 50 }))
  const both = await Promise.allSettled([summarize(modelled, article), summarize(modelled, article)])
  expect(both.map((it) => it.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(requests).toHaveLength(1)
  await summarize(modelled, article)
  expect(requests).toHaveLength(1)
  expect((await stored(article)).methods).toEqual({ ar: 'model', en: 'model' })
})

test('who failed or died does not keep the others from asking', async () => {
  const article = await add()
  const { app: modelled, requests } = await withModel([{ status: 503, body: {} }, good])
  await expect(summarize(modelled, article)).rejects.toThrow()
  await app.db
    .write`update revisions set claimed_at = now() - interval '20 seconds' where id = ${article.revisionId}`
  await expect(summarize(modelled, article)).rejects.toThrow('Another worker')
  await app.db
    .write`update revisions set claimed_at = now() - interval '40 seconds' where id = ${article.revisionId}`
  await summarize(modelled, article)
  expect(requests).toHaveLength(2)
  expect((await stored(article)).methods).toEqual({ ar: 'model', en: 'model' })
})

test('a run that died before the model is taken up where it ended', async () => {
  const article = await add()
  await summarize(app, article)
  const [before] = [await stored(article)]
  expect(await listUnfinished(app.db, true, 100)).toContain(article.revisionId)
  const { app: modelled } = await withModel([good])
  await summarize(modelled, article)
  expect(await stored(article)).toMatchObject({ words: before.words, methods: { ar: 'model', en: 'model' } })
  expect(await listUnfinished(app.db, true, 100)).not.toContain(article.revisionId)
})

test('a model that refuses leaves the excerpt standing and is not asked again', async () => {
  const article = await add()
  const { app: modelled, requests } = await withModel([says(null, { refusal: 'I would rather not.' })])
  await summarize(modelled, article)
  await summarize(modelled, article)
  expect(requests).toHaveLength(1)
  expect((await stored(article)).methods).toEqual(offline)
  expect(await listUnfinished(app.db, true, 100)).not.toContain(article.revisionId)
})

test('a model that invents a figure twice leaves the excerpt standing', async () => {
  const article = await add()
  const headline = { ar: `${faithful.headline.ar} بعد 77 يوما`, en: `${faithful.headline.en} after 77 days` }
  const invented = says({ ...faithful, headline }, { promptTokens: 5_000 })
  const { app: modelled, requests } = await withModel([invented, invented])
  await summarize(modelled, article)
  expect(requests).toHaveLength(2)
  expect((await stored(article)).methods).toEqual(offline)
})

test('a model that is busy fails the job, and the next try succeeds', async () => {
  const article = await add()
  const { app: modelled } = await withModel([refuses(503, { error: { message: 'busy' } }), good])
  await expect(summarize(modelled, article)).rejects.toThrow(LlmError)
  expect((await stored(article)).methods).toEqual(offline)
  await summarize(modelled, article)
  expect((await stored(article)).methods).toEqual({ ar: 'model', en: 'model' })
})

test('an article in a third language is finished, and costs nothing', async () => {
  const text = 'Le directeur du port a annoncé dimanche que les quais étaient de nouveau ouverts aux navires.'
  const article = await add({ ...harbour, title: 'Réouverture du port', text, language: 'other' })
  const { app: modelled, requests } = await withModel([])
  await summarize(modelled, article)
  expect(requests).toHaveLength(0)
  expect(await stored(article)).toMatchObject({ words: [], methods: {} })
  expect(await listUnfinished(app.db, true, 100)).not.toContain(article.revisionId)
})

test('an article that is replaced while it waits is left alone', async () => {
  const old = await add()
  const url = `https://marfa.example/${made}`
  await loadDraft(app.db, { ...harbour, url, title: 'عنوان جديد', text: `${harbour.text}\nخبر آخر.` })
  await summarize(app, old)
  const Row = z.object({ analysed: z.boolean() })
  expect(
    await app.db.first(Row)`
      select analysed_at is not null as analysed from revisions where id = ${old.revisionId}`,
  ).toEqual({ analysed: false })
})

test('an article that is deleted while the model writes fails that try, and the next one has nothing to do', async () => {
  const { revisionId } = await loadDraft(
    app.db,
    { ...harbour, url: 'https://marfa.example/sample', text: `${harbour.text}\nعينة 99.` },
    { kind: 'invented' },
  )
  const { app: modelled } = await withModel([{ ...good, delayMs: 100 }])
  const working = summarize(modelled, { revisionId })
  await Promise.all([
    expect(working).rejects.toThrow('foreign key'),
    untilAnalysed(revisionId).then(() => removeSamples(app.db)),
  ])
  await summarize(modelled, { revisionId })
})

async function untilAnalysed(revisionId: number): Promise<void> {
  await expect.poll(() => listUnfinished(app.db, false, 1_000)).not.toContain(revisionId)
}
