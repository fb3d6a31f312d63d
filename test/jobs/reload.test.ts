// Reading a source again: what is new, changed or known already, and what could not be read.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { reload } from '../../jobs/reload.ts'
import { summarize } from '../../jobs/summarize.ts'
import { portOf } from '../../src/playground/transport.ts'
import { addSource, findSource, removeSource } from '../../src/sources/store.ts'
import { anything, listStatements } from '../../src/statements/store.ts'
import { useApp } from '../support/khabar.ts'

const app = await useApp()

/** Reads the source again; answers the counts that are logged and the revisions queued. */
async function read(sourceId: number) {
  const logged: object[] = []
  const revisions: number[] = []
  const log = { ...app.log, info: (fields: object) => void logged.push(fields) }
  const enqueue: typeof app.enqueue = async (_name, payload) =>
    void ('revisionId' in payload && revisions.push(payload.revisionId))
  await reload({ ...app, log, enqueue }, { sourceId })
  return { counts: logged.at(-1), revisions }
}

async function source(address: string): Promise<number> {
  const added = await addSource(app.db, { address })
  if (!added) throw new Error('This source is there already')
  return added.id
}

async function folder(): Promise<{ place: string; write: (name: string, text: string) => Promise<void> }> {
  const place = await mkdtemp(path.join(tmpdir(), 'khabar-reload-'))
  onTestFinished(() => rm(place, { recursive: true }))
  return { place, write: (name, text) => writeFile(path.join(place, name), text) }
}

const port = `Ferry line reopens

The harbour master of Wadi al-Samar, Huda al-Barqawi, said on Sunday that the ferry would sail again.`
const rain = `Rain over the valley

The mayor of Tal Nasim, Karim al-Zumurrudi, said that two roads were closed.`

test('a folder gives what is new, then nothing, then what has changed', async () => {
  const { place, write } = await folder()
  await write('port.txt', port)
  await write('rain.txt', rain)
  const id = await source(place)
  const first = await read(id)
  expect(first.counts).toMatchObject({ new: 2, changed: 0, duplicate: 0, failed: 0 })
  expect(first.revisions).toHaveLength(2)
  expect(await findSource(app.db, id)).toMatchObject({ failure: null, readAt: expect.any(Date) })

  const second = await read(id)
  expect(second.counts).toMatchObject({ new: 0, changed: 0, duplicate: 2, failed: 0 })
  expect(second.revisions).toEqual([])

  await write('rain.txt', rain.replace('two roads', 'three roads'))
  await write('copy.txt', port)
  const third = await read(id)
  expect(third.counts).toMatchObject({ new: 0, changed: 1, duplicate: 2, failed: 0 })
  expect(third.revisions).toHaveLength(1)
})

test('a changed article keeps its old words, and shows what is said in the new ones', async () => {
  const { place, write } = await folder()
  const id = await source(place)
  const said = async (count: string) => {
    const mayor = 'The mayor of Tal Nasim, Samira al-Qandalawi'
    await write('storks.txt', `Storks return\n\n${mayor}, said on Sunday that ${count} storks were back.`)
    for (const revisionId of (await read(id)).revisions) await summarize(app, { revisionId })
    return (await listStatements(app.db, anything, 100)).map((it) => it.words)
  }
  expect(await said('forty')).toEqual(['forty storks were back'])
  expect(await said('sixty')).toEqual(['sixty storks were back'])

  const Revision = z.object({ isCurrent: z.boolean(), statements: z.number() })
  expect(
    await app.db.many(Revision)`
      select r.is_current as "isCurrent", (select count(*) from statements s where s.revision_id = r.id) as statements
      from revisions r where title = 'Storks return' order by r.id`,
  ).toEqual([
    { isCurrent: false, statements: 1 },
    { isCurrent: true, statements: 1 },
  ])
  // Back to the first words: a third revision, not the first one risen.
  expect(await said('forty')).toEqual(['forty storks were back'])
})

test('what can not be read is told with its reason, and the rest is read all the same', async () => {
  const { place, write } = await folder()
  await write('empty.txt', '')
  await write('kite.txt', 'Kite festival\n\nThe kite festival of Tal Nasim begins on Friday.')
  const id = await source(place)
  expect((await read(id)).counts).toMatchObject({ new: 1, failed: 1 })
  expect((await findSource(app.db, id))?.failure).toMatch(/\w/)
  await rm(path.join(place, 'empty.txt'))
  expect((await read(id)).counts).toMatchObject({ duplicate: 1, failed: 0 })
  expect((await findSource(app.db, id))?.failure).toBeNull()
})

test('a source that is down is noted, and read when it is back', async () => {
  let isUp = false
  const server = http.createServer((_request, response) => {
    if (isUp) response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(`${port}\nUp.`)
    else response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const id = await source(`http://127.0.0.1:${portOf(server)}/news`)
  expect((await read(id)).counts).toMatchObject({ new: 0, failed: 1 })
  expect((await findSource(app.db, id))?.failure).toContain('503')
  isUp = true
  expect((await read(id)).counts).toMatchObject({ new: 1, failed: 0 })
  expect((await findSource(app.db, id))?.failure).toBeNull()
})

test('a source that was removed since is nobody’s work', async () => {
  const { place } = await folder()
  const id = await source(place)
  await removeSource(app.db, place)
  expect(await read(id)).toEqual({ counts: undefined, revisions: [] })
})

test('a source with a filter keeps what it finds, and counts what it leaves out', async () => {
  const { place, write } = await folder()
  await write('reef.txt', 'Reef survey\n\nDivers from Tal Nasim counted corals along the reef.')
  await write('cup.txt', 'Reef cup\n\nThe reef cup, a football match, was won by Tal Nasim.')
  await write('bus.txt', 'Bus lines\n\nTwo bus lines of Tal Nasim are closed.')
  const added = await addSource(app.db, { address: place, filter: 'reef -football' })
  expect((await read(added?.id ?? 0)).counts).toMatchObject({ new: 1, filtered: 2, failed: 0 })
  const Title = z.object({ title: z.string() })
  expect(
    await app.db.many(Title)`
      select r.title from article_sources s join revisions r on r.article_id = s.article_id
      where s.source_id = ${added?.id ?? 0} and r.is_current`,
  ).toEqual([{ title: 'Reef survey' }])
})

test('a filter may say only what is not wanted', async () => {
  const { place, write } = await folder()
  await write('dunes.txt', 'Dunes\n\nThe dunes of Wadi al-Samar move again.')
  await write('league.txt', 'League\n\nThe football league of Wadi al-Samar begins.')
  const added = await addSource(app.db, { address: place, filter: '-football' })
  expect((await read(added?.id ?? 0)).counts).toMatchObject({ new: 1, filtered: 1 })
})

test('a source that is said to be in a language is read in it, however short its texts are', async () => {
  const { place, write } = await folder()
  await write('short.txt', 'BBC Sport\n\nOMAN 2-1 QATAR')
  const added = await addSource(app.db, { address: place, articlesLanguage: 'ar' })
  const { revisions } = await read(added?.id ?? 0)
  const Language = z.object({ language: z.string() })
  expect(
    await app.db.many(Language)`
      select a.language from articles a join revisions r on r.article_id = a.id where r.id = any(${revisions}::bigint[])`,
  ).toEqual([{ language: 'ar' }])
})

test('an article that two sources bring is of both', async () => {
  const { place, write } = await folder()
  const other = await folder()
  const words = 'Lighthouse\n\nThe lighthouse of Wadi al-Samar is lit again.'
  await write('one.txt', words)
  await other.write('same.txt', words)
  const ids = [await source(place), await source(other.place)]
  for (const id of ids) await read(id)
  const Brought = z.object({ sources: z.number() })
  expect(
    await app.db.first(Brought)`
      select count(distinct source_id) as sources from article_sources where source_id = any(${ids}::bigint[])`,
  ).toEqual({ sources: 2 })
})
