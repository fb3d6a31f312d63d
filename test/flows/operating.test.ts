// What an admin asks of the running program: how it is, articles for the model again, who is who.

import { expect, test } from 'vitest'
import { analyseRevision, summarize } from '../../jobs/summarize.ts'
import { findPeople } from '../../src/answers/people.ts'
import { listNewest } from '../../src/articles/store.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { createLlm } from '../../src/llm/client.ts'
import { listSummaries } from '../../src/summaries/store.ts'
import { addSource } from '../../src/sources/store.ts'
import { countStatements } from '../../src/speakers/store.ts'
import { courier, faithful, harbour, teachers } from '../support/articles.ts'
import { adminId, read, say, store, useApp, useBot } from '../support/khabar.ts'
import { says, startModelServer } from '../support/model-server.ts'

const app = await useApp()
const model = await startModelServer([], () => says(faithful, { promptTokens: 5_000 }))
const llm = createLlm({ baseURL: model.baseURL, name: 'sail-1' })
const queued: unknown[][] = []
const { api } = await useBot(app)
// Another server's: two bots of one server would take each other's updates for their own.
const withModel = await useBot(
  { ...app, llm, enqueue: async (...job) => void queued.push(job.slice(0, 2)) },
  { server: 'playground' },
)
const people = { first_name: 'Ada', language_code: 'en' } as const
const admin = api.user({ id: adminId, ...people })
const ofModel = withModel.api.user({ id: adminId, ...people })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

test('how it is: what was tried just now and what is stored, in both languages, for admins alone', async () => {
  await store(app, courier)
  await addSource(app.db, { address: 'https://courier.example/feed' })
  const told = read(await say(api, admin, '/health'))
  expect(told).toMatch(/^How Khabar is\n• database: answers in \d+ ms, \d+ MB\n• queue: \d+ waiting, 0 dead/)
  expect(told).toContain('the newest came in 0 min ago, 0 not read yet')
  expect(told).toContain('sources: 1, failing 0, paused 0')
  expect(told).toContain('model: none, Khabar works offline')
  await say(api, admin, '/language')
  expect(read(await say(api, lina, '/health'))).not.toContain('database')
})

test('without a model nothing is summarised again, and it says why', async () => {
  expect(read(await say(api, admin, '/resummarize'))).toContain('No language model is connected')
  expect(read(await say(withModel.api, ofModel, '/resummarize yesterday'))).toContain('1 to 365')
})

test('articles that the model has not summarised wait for it again, and once it has written they do not', async () => {
  const { articleId, revisionId } = await loadDraft(app.db, harbour)
  await analyseRevision(app, revisionId)
  await app.db.write`update revisions set modelled_at = now() where id = ${revisionId}`
  expect(read(await say(withModel.api, ofModel, '/resummarize 1'))).toContain(
    '1 article of the last 1 days waits',
  )
  expect(queued).toEqual([['summarize', { revisionId }]])
  await summarize({ ...app, llm }, { revisionId })
  expect((await listSummaries(app.db, [articleId])).map((it) => it.method)).toEqual(['model', 'model'])
  expect(read(await say(withModel.api, ofModel, '/resummarize'))).toContain('0 articles of the last 7 days')
})

test('a summary that was asked for in other words is written anew', async () => {
  await app.db.write`update summaries set prompt_version = 'old', headline = 'Old' where method = 'model'`
  expect(read(await say(withModel.api, ofModel, '/resummarize'))).toContain('1 article of the last 7 days')
  const [article] = await listNewest(app.db, { about: null, from: null, to: null }, 9).then((all) =>
    all.filter((it) => it.url === harbour.url),
  )
  await summarize({ ...app, llm }, { revisionId: article?.revisionId ?? 0 })
  const headlines = (await listSummaries(app.db, [article?.id ?? 0])).map((it) => it.headline)
  expect(headlines).toHaveLength(2)
  expect(headlines).not.toContain('Old')
})

test('two rows that are one person are made one by their numbers, for good', async () => {
  await store(app, teachers)
  const [salim] = await findPeople(app.db, ['Salim al-Qandalawi'])
  const [nawal] = await findPeople(app.db, ['Nawal al-Qandalawi'])
  const [from, into] = [nawal?.personId ?? 0, salim?.personId ?? 0]
  expect(read(await say(api, admin, '/people Qandalawi'))).toContain(`${into}: `)
  expect(read(await say(api, admin, `/people merge ${from} ${from}`))).toContain(
    'One of the two is not known',
  )
  expect(read(await say(api, admin, `/people merge ${from} ${into}`))).toBe(`${from} is part of ${into} now.`)
  expect((await findPeople(app.db, ['Nawal al-Qandalawi'])).map((it) => it.personId)).toEqual([into])
  expect(read(await say(api, admin, '/people Nobody Here'))).toContain('Nobody of the name')
})

test('one row that is two people is taken apart by a spelling, and they are never taken for one again', async () => {
  const muted = { ...courier, url: 'https://example.com/split' }
  await store(
    app,
    {
      ...muted,
      title: 'Port',
      text: 'Harun Balqari, the port director, said the cranes would stop on Monday.',
    },
    {
      ...muted,
      url: `${muted.url}/2`,
      title: 'Schools',
      text: 'Director Balqari said pupils would stay at home.',
    },
  )
  const one = async (name: string) => (await findPeople(app.db, [name])).map((it) => it.personId)
  const [whole = 0, ...none] = await one('Harun Balqari')
  expect(none).toEqual([])
  expect(await one('Balqari')).toEqual([whole])
  const answer = read(await say(api, admin, `/people split ${whole} Balqari`))
  const [, split] = /^“Balqari” is (\d+) now, with 1 statement;/.exec(answer) ?? []
  expect(answer).toMatch(/^“Balqari” is \d+ now, with 1 statement;/)
  expect((await one('Balqari')).toSorted((a, b) => a - b)).toEqual([whole, Number(split)])
  // What is read later goes to whom the spelling is now, and brings nobody together.
  await store(
    app,
    {
      ...muted,
      url: `${muted.url}/3`,
      title: 'Again',
      text: 'Director Balqari said the schools would open on Friday.',
    },
    {
      ...muted,
      url: `${muted.url}/4`,
      title: 'Cranes',
      text: 'Harun Balqari said the cranes would move again.',
    },
  )
  const said = await countStatements(app.db, [whole, Number(split)])
  expect([said.get(whole), said.get(Number(split))]).toEqual([2, 2])
  const audited = read(await say(api, admin, '/audit'))
  expect(audited).toContain(`people split ${whole} Balqari`)
  const refused = read(await say(api, admin, `/people split ${split} Balqari`))
  expect(refused).toContain('there is nothing to split')
})
