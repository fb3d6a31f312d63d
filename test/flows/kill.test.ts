// Real processes that are killed in the middle of their work: the next start finishes it, nothing is lost, nothing is done twice.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openApp } from '../../src/app.ts'
import { analyse } from '../../src/articles/analyse.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { countAll, type Totals } from '../../src/articles/store.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/database/database.ts'
import { isInUse } from '../../src/database/embedded.ts'
import { summarizeOnce } from '../../src/queue.ts'
import { manyArticles, manyDrafts, type Written } from '../support/many-articles.ts'
import { khabar } from '../support/process.ts'

const base = mkdtempSync(path.join(tmpdir(), 'khabar-kill-'))
// The database may run as another user.
chmodSync(base, 0o755)
afterAll(() => rmSync(base, { recursive: true, force: true }))

const articles = manyArticles(150)
const news = path.join(base, 'news')
mkdirSync(news)
for (const [number, { title, text }] of articles.entries())
  writeFileSync(path.join(news, `${number}.txt`), `${title}\n\n${text}\n`)

const place = (name: string) => path.join(base, name)
const stopped = (dataDir: string) =>
  vi.waitFor(async () => expect(await isInUse(dataDir)).toBe(false), { timeout: 10_000, interval: 50 })

/** The store as the next process finds it; like one more user, so that the database runs only meanwhile. */
async function look<Result>(
  dataDir: string,
  work: (app: Awaited<ReturnType<typeof openApp>>) => Promise<Result>,
): Promise<Result> {
  const app = await openApp(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, base))
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** Comes back when nothing is left to do, with how much there is. */
async function expectDone(db: Database): Promise<Totals> {
  // Jobs that were in hand are taken over after ten seconds, not before: their worker might live.
  return vi.waitFor(
    async () => {
      const totals = await countAll(db)
      expect(totals.unfinished).toBe(0)
      return totals
    },
    { timeout: 40_000, interval: 200 },
  )
}

const Row = z.object({
  title: z.string(),
  revisions: z.number(),
  current: z.number(),
  analysed: z.number(),
  statements: z.number(),
  summaries: z.array(z.string()),
})

/** What is read out of each of the articles: they differ in names and numbers only. */
const [inArabic, inEnglish] = manyArticles(2).map((it) => {
  const { statements, summaries } = analyse(it)
  const methods = Object.entries(summaries).map(([language, { method }]) => `${language} ${method}`)
  return { statements: statements.length, summaries: methods.toSorted() }
})

/** Every article stored once, with one revision, its statements once, and one summary in its language. */
async function expectWhole(db: Database, written: readonly Written[]): Promise<void> {
  const rows = await db.many(Row)`
    select max(r.title) as title, count(*) as revisions, count(*) filter (where is_current) as current,
      count(analysed_at) as analysed,
      (select count(*) from statements s join revisions o on o.id = s.revision_id where o.article_id = r.article_id) as statements,
      array(select m.language || ' ' || m.method from summaries m join revisions o on o.id = m.revision_id where o.article_id = r.article_id order by 1) as summaries
    from revisions r group by article_id order by article_id`
  const expected = written.map(({ title, language }) => ({
    title,
    revisions: 1,
    current: 1,
    analysed: 1,
    ...(language === 'ar' ? inArabic : inEnglish),
  }))
  const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title)
  expect(rows.toSorted(byTitle)).toEqual(expected.toSorted(byTitle))
}

// At the same time: most of it is waiting for jobs to be taken over.
describe.concurrent('killed in the middle', { timeout: 90_000 }, () => {
  test('a load is finished by the next one, each article stored once', async () => {
    const dataDir = place('load')
    const killed = khabar(dataDir, ['load', news, '--jsonl'])
    await killed.until(/"status":"new"/, 40)
    await killed.kill()
    await stopped(dataDir)

    const again = khabar(dataDir, ['load', news, '--jsonl'])
    expect(await again.ended).toBe(0)
    const count = (status: string) => again.stdout().split(`"status":"${status}"`).length - 1
    expect(count('new') + count('duplicate')).toBe(150)
    expect(count('duplicate')).toBeGreaterThanOrEqual(40)
    expect(count('new')).toBeGreaterThan(0)
    await look(dataDir, ({ db }) => expectWhole(db, articles))
  })

  test('a worker, and the database with it, leaves its jobs to the next one', async () => {
    const dataDir = place('worker')
    const drafts = manyDrafts(80)
    await look(dataDir, async ({ db, enqueue }) => {
      for (const draft of drafts) {
        const { revisionId } = await loadDraft(db, draft)
        await enqueue('summarize', { revisionId }, summarizeOnce(revisionId, false))
      }
    })

    const killed = khabar(dataDir, ['start', 'worker'], { LOG_LEVEL: 'info' })
    await killed.until(/"event":"job done"/, 30)
    await killed.kill({ all: true })
    await stopped(dataDir)

    const next = khabar(dataDir, ['start', 'worker'])
    await look(dataDir, async ({ db, queue }) => {
      await expectDone(db)
      await expectWhole(db, drafts)
      expect(await queue.failed(1)).toEqual([])
    })
    next.signal('SIGINT')
    expect(await next.ended).toBe(0)
    await stopped(dataDir)
  })

  test('a first start is made up for by the next one; Ctrl-C ends that in order', async () => {
    const [dataDir, untroubled] = [place('start'), place('untroubled')]
    const killed = khabar(dataDir, ['start'], { LOG_LEVEL: 'info' })
    await killed.until(/"job":"summarize"/)
    await killed.kill()
    await stopped(dataDir)

    const [again, first] = [khabar(dataDir, ['start']), khabar(untroubled, ['start'])]
    await Promise.all([again.until(/Ctrl-C stops/), first.until(/Ctrl-C stops/)])
    const [totals, expected] = await Promise.all([
      look(dataDir, ({ db }) => expectDone(db)),
      look(untroubled, ({ db }) => expectDone(db)),
    ])
    expect(totals).toEqual(expected)

    const start = performance.now()
    again.signal('SIGINT')
    expect(await again.ended).toBe(0)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(again.stdout()).toMatch(/Stopping: what is in hand is finished first\.\n$/)
    expect(again.stderr()).toBe('')
    first.signal('SIGTERM')
    expect(await first.ended).toBe(0)
    await Promise.all([stopped(dataDir), stopped(untroubled)])
  })

  test('a load by Ctrl-C leaves no trace of a program on the screen, and no database behind', async () => {
    const dataDir = place('interrupted')
    const loading = khabar(dataDir, ['load', news, '--jsonl'])
    await loading.until(/"status":"new"/, 5)
    loading.signal('SIGINT')
    expect(await loading.ended).toBe(130)
    expect(loading.stderr()).toBe('')
    await stopped(dataDir)
  })
})
