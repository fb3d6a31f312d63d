// An admin's reload in the real program, killed ten times: its message closes with a true account of every article.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { addSource } from '../../src/sources/store.ts'
import { folder, patience, shown, useProgram } from '../support/journey.ts'
import { adminId, read, type TestApp } from '../support/khabar.ts'
import { manyArticles } from '../support/many-articles.ts'

test('an admin’s reload that is killed ten times closes with a true account', async () => {
  const { app, api, interrupted, ready } = await useProgram()
  const admin = api.user({ id: adminId, first_name: 'Admin', language_code: 'en' })
  const news = path.join(folder, 'news')
  mkdirSync(news)
  const articles = manyArticles(60)
  for (const [number, { title, text }] of articles.entries())
    writeFileSync(path.join(news, `${number}.txt`), `${title}\n\n${text}\n`)
  await addSource(app.db, { address: news })
  await ready()

  await interrupted(() => void api.say(admin, '/reload'), 150)
  for (let kill = 1; kill < 10; kill++) await interrupted(() => {}, 1_200 + kill * 150)
  const account = read(await shown(api, admin, /^1 source read again/))
  const [, added = 0, , duplicate = 0, failed = 0] =
    /(\d+) new, (\d+) changed, (\d+) duplicate, (\d+) failed/.exec(account)?.map(Number) ?? []
  expect({ read: added + duplicate, failed }).toEqual({ read: 60, failed: 0 })
  await vi.waitFor(
    async () => expect(await storedOf(app.db)).toEqual({ articles: 60, summarised: 60 }),
    patience,
  )
}, 240_000)

const storedOf = (db: TestApp['db']) =>
  db.first(z.object({ articles: z.number(), summarised: z.number() }))`
    select count(*) as articles,
      (select count(*) from revisions r where r.is_current and r.analysed_at is not null
        and exists (select 1 from summaries s where s.revision_id = r.id)) as summarised
    from articles`
