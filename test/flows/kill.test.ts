// Real processes that are killed in the middle of their work: the next start finishes it, nothing is lost, nothing is done twice.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openApp } from '../../src/app.ts'
import { analyse } from '../../src/articles/analyse.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { readSamples } from '../../src/articles/samples.ts'
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
  vi.waitFor(async () => expect(await isInUse(dataDir)).toBe(false), { timeout: 20_000, interval: 50 })

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

async function countSamples(): Promise<number> {
  const titles: string[] = []
  for await (const { draft } of readSamples()) titles.push(draft.title)
  return titles.length
}

/** Comes back when nothing is left to do, with how much there is. */
async function untilDone(db: Database): Promise<Totals> {
  // Jobs that were in hand are taken over after ten seconds, not before: their worker might live.
  return vi.waitFor(
    async () => {
      const totals = await countAll(db)
      expect(totals.unfinished).toBe(0)
      return totals
    },
    { timeout: 90_000, interval: 200 },
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

const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title)

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
  expect(rows.toSorted(byTitle)).toEqual(expected.toSorted(byTitle))
}

// At the same time: most of it is waiting for jobs to be taken over. The limit is for machines that are very busy.
describe.concurrent('in the middle of its work', { timeout: 180_000 }, () => {
  test('a load that is killed is finished by a later one, each article stored once', async () => {
    const dataDir = place('load')
    const load = () => khabar(dataDir, ['load', news, '--jsonl'])
    const killed = load()
    await killed.until(/"status":"new"/, 40)
    await killed.kill()
    await stopped(dataDir)

    const interrupted = load()
    await interrupted.until(/"status":"duplicate"/, 10)
    interrupted.signal('SIGINT')
    expect(await interrupted.ended).toBe(130)
    // No trace of a program on the screen, and no database behind.
    expect(interrupted.stderr()).toBe('')
    await stopped(dataDir)

    const again = load()
    expect(await again.ended).toBe(0)
    const count = (status: string) => again.stdout().split(`"status":"${status}"`).length - 1
    expect(count('new') + count('duplicate')).toBe(articles.length)
    expect(count('duplicate')).toBeGreaterThanOrEqual(40)
    expect(count('new')).toBeGreaterThan(0)
    await look(dataDir, ({ db }) => expectWhole(db, articles))
  })

  test('a worker that is killed, and the database with it, leaves its jobs to the next one', async () => {
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
      await untilDone(db)
      await expectWhole(db, drafts)
      expect(await queue.failed(1)).toEqual([])
    })
    // As a supervisor does: to bin/khabar.js, which hands it on, and to its child.
    next.signal('SIGTERM')
    expect(await next.ended).toBe(0)
    expect(next.stderr()).toBe('')
    await stopped(dataDir)
  })

  test('a first start that is killed is made up for by the next one; Ctrl-C ends that in order', async () => {
    const dataDir = place('start')
    const killed = khabar(dataDir, ['start'], { LOG_LEVEL: 'info' })
    await killed.until(/"job":"summarize"/)
    await killed.kill()
    await stopped(dataDir)

    const again = khabar(dataDir, ['start'])
    await again.until(/Ctrl-C stops/)
    const { articles: stored, summaries } = await look(dataDir, ({ db }) => untilDone(db))
    const samples = await countSamples()
    expect({ stored, summaries }).toEqual({ stored: samples, summaries: samples })

    const start = performance.now()
    again.signal('SIGINT')
    expect(await again.ended).toBe(0)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(again.stdout()).toMatch(/Stopping: what is in hand is finished first\.\n$/)
    expect(again.stderr()).toBe('')
    await stopped(dataDir)
  })
})
