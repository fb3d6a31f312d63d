// A summary that a model writes on the command line costs what any other costs: it stands in the ledger, and the budget stops it.

import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { faithful, harbour } from '../support/articles.ts'
import { addressOf, documents, khabar } from '../support/commandline.ts'
import { useDatabase } from '../support/database.ts'
import { says, startModelServer } from '../support/model-server.ts'

const db = await useDatabase()
const server = await startModelServer([], () => says(faithful))
afterAll(() => server.close())
const settings = {
  DATABASE_URL: addressOf(db.databaseConfig),
  OPENAI_BASE_URL: server.baseURL,
  OPENAI_MODEL: 'sail-1',
}
const stdin = `${JSON.stringify({ id: 1, title: harbour.title, text: harbour.text })}\n`
const Sum = z.object({ calls: z.number(), tokens: z.number() })
const spent = () =>
  db.first(
    Sum,
  )`select count(*)::int as calls, coalesce(sum(tokens), 0)::int as tokens from spending where model = 'sail-1'`

test('what it costs stands in the ledger', async () => {
  const { stdout, stderr, code } = await khabar(['summarize', '--jsonl'], { settings, stdin })
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  expect(documents(stdout)).toMatchObject([
    { summaries: { ar: { method: 'model' }, en: { method: 'model' } } },
  ])
  expect(server.requests).toHaveLength(1)
  expect(await spent()).toMatchObject({ calls: 1, tokens: expect.any(Number) })
  expect((await spent())?.tokens).toBeGreaterThan(0)
})

test('a spent budget leaves the offline summary, and says why', async () => {
  const poor = { ...settings, MODEL_TOKENS_PER_DAY: '1' }
  const { stdout, stderr, code } = await khabar(['summarize', '--jsonl'], { settings: poor, stdin })
  expect(code).toBe(0)
  expect(stderr).toContain("The day's budget for the model is spent")
  expect(documents(stdout)).toMatchObject([{ summaries: { ar: { method: 'extract' } } }])
  expect(server.requests).toHaveLength(1)
})
