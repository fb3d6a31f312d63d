// Texts that are nearly one: another outlet's copy, and an article's own later words.

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { analyseRevision, summarize } from '../../jobs/summarize.ts'
import { otherOutlets, utterancesOf } from '../../src/answers/utterances.ts'
import type { Draft } from '../../src/articles/article.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { TooEarlyError } from '../../src/errors.ts'
import { createLlm } from '../../src/llm/client.ts'
import { anything, listStatements } from '../../src/statements/store.ts'
import { findModelSummaries } from '../../src/summaries/store.ts'
import { summarizePrompt } from '../../prompts/summarize.ts'
import { faithful, harbour } from '../support/articles.ts'
import { useApp } from '../support/khabar.ts'
import { says, startModelServer } from '../support/model-server.ts'

const app = await useApp()

const good = says(faithful, { promptTokens: 5_000 })

/** The app with a model that gives the same good answer each time. */
async function withModel() {
  const server = await startModelServer([], () => good)
  onTestFinished(server.close)
  return {
    app: { ...app, llm: createLlm({ baseURL: server.baseURL, name: 'sail-1' }) },
    requests: server.requests,
  }
}

const byModel = ({ revisionId }: { revisionId: number }) =>
  findModelSummaries(app.db, revisionId, summarizePrompt.version)

/** The harbour's report with a line that any outlet may add, and no figure in it. */
const copied = (line: string): Draft => ({ ...harbour, text: `${harbour.text}\n${line}` })

test('another outlet’s copy takes over what the model wrote, with its translations, and nobody is asked again', async () => {
  const first = await loadDraft(app.db, { ...copied('نقلا عن مراسلنا'), url: 'https://a.example/copy' })
  const second = await loadDraft(app.db, { ...copied('نقلا عن مراسلتنا'), url: 'https://b.example/copy' })
  const { app: modelled, requests } = await withModel()
  await summarize(modelled, first)
  await summarize(modelled, second)
  expect(requests).toHaveLength(1)
  for (const one of [first, second])
    expect(await byModel(one)).toMatchObject({
      ar: { headline: faithful.headline.ar },
      en: { headline: faithful.headline.en },
    })
})

const waiting = (name: string): Draft => ({
  ...copied(`خدمة ${name}`),
  title: 'الميناء يعود',
  url: `https://${name}.example/wait`,
})

test('a copy waits while the model is asked about its original, without using up a try', async () => {
  await analyseRevision(app, (await loadDraft(app.db, waiting('qamar'))).revisionId)
  const second = await loadDraft(app.db, waiting('shams'))
  const { app: modelled, requests } = await withModel()
  await expect(summarize(modelled, second)).rejects.toThrow(TooEarlyError)
  expect(requests).toHaveLength(0)
})

const atHour = (hour: number): Draft => ({
  ...copied(`وعاد العمل في الساعة ${hour}.`),
  title: 'الأرصفة تعمل',
  url: `https://marfa.example/hour-${hour}`,
})

test('a copy with another figure is asked about for itself', async () => {
  const { app: modelled, requests } = await withModel()
  await summarize(modelled, await loadDraft(app.db, atHour(19)))
  await summarize(modelled, await loadDraft(app.db, atHour(21)))
  expect(requests).toHaveLength(2)
})

const Correction = z.object({ was: z.string(), now: z.string().nullable() })

test('an article that quietly changes a quotation is noticed, and what it still says is no new utterance', async () => {
  const url = 'https://marfa.example/corrected'
  const before = await loadDraft(app.db, { ...copied('الخبر الأول'), url })
  await summarize(app, before)
  const text = copied('الخبر الأول').text.replace('مرة أخرى هذا العام', 'مرة أخرى هذا الشهر')
  const after = await loadDraft(app.db, { ...harbour, text, url })
  expect(after.status).toBe('changed')
  await summarize(app, after)
  await summarize(app, after)
  expect(
    await app.db.many(Correction)`
      select old.words as was, new.words as now
      from corrections c join statements old on old.id = c.statement_id left join statements new on new.id = c.replaced_by
      where c.revision_id = ${after.revisionId}`,
  ).toEqual([{ was: 'لن نغلق الميناء مرة أخرى هذا العام', now: 'لن نغلق الميناء مرة أخرى هذا الشهر' }])
  const now = await listStatements(app.db, { ...anything, articleId: after.articleId }, 100)
  expect(now.map((it) => it.utteranceId < it.id)).toEqual(now.map(() => true))
})

test('the very same words under another address are one article, and the other outlet is named beside it', async () => {
  const draft = { ...copied('كلمات واحدة'), url: 'https://marfa.example/same' }
  const { articleId, revisionId } = await loadDraft(app.db, draft)
  await summarize(app, { revisionId })
  const other = { ...draft, url: 'https://nasim.example/same', source: 'إذاعة تل نسيم' }
  expect(await loadDraft(app.db, other)).toMatchObject({ articleId, status: 'duplicate' })
  expect(await loadDraft(app.db, other)).toMatchObject({ articleId, status: 'duplicate' })
  const [said] = await listStatements(app.db, { ...anything, articleId }, 1)
  expect(said?.alsoIn).toEqual(['إذاعة تل نسيم'])
  expect(said && utterancesOf([said], 'ar').map((it) => otherOutlets(it, 'ar'))).toEqual([['إذاعة تل نسيم']])
})

test('a retelling among the other reports says so in the words of the reader’s language', async () => {
  const [said] = await listStatements(app.db, anything, 1)
  if (!said) throw new Error('nothing is stored')
  const sample = { kind: 'retold', outlet: 'Outlet One', date: '2026-11-20' } as const
  const other = { ...said, source: 'نص كتبه مشروع «خبر»', sample }
  const utterance = { said, others: [other] }
  expect(otherOutlets(utterance, 'en')[0]).toBe(
    'Retold by the Khabar project from: Outlet One, 20 November 2026',
  )
  expect(otherOutlets(utterance, 'ar')[0]).toContain('عن: Outlet One')
})
