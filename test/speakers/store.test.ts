// Whose statements there are, as the index beside the people tells it: it has to agree with the rows themselves, whatever has happened to them.

import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { anyOf, stemsOf } from '../../src/articles/terms.ts'
import { findPeople } from '../../src/answers/people.ts'
import { mergePeople } from '../../src/people/store.ts'
import { splitOff } from '../../src/people/split.ts'
import { countStatements, listNewestOf } from '../../src/speakers/store.ts'
import { anything, hideStatement, listStatements } from '../../src/statements/store.ts'
import { courier } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()
const url = 'https://courier.example/speakers'
const saying = (number: number, words: string) => ({
  ...courier,
  url: `${url}/${number}`,
  title: `Harbour ${number}`,
  text: `The harbour master, Harun Balqari, said that ${words}.`,
})

beforeEach(async () => {
  await app.db.script('truncate articles, people cascade')
  await store(
    app,
    saying(1, 'the cranes would stop'),
    saying(2, 'the ferry would sail'),
    saying(3, 'the cranes were new'),
  )
})

const about = (word: string) => anyOf(stemsOf(word, 'en')) ?? null

const idOf = async (name: string) => (await findPeople(app.db, [name]))[0]?.personId ?? 0
const wordsOf = (statements: { words: string }[]) => statements.map((it) => it.words).toSorted()

/** What the index says of somebody: newest, count, and those about cranes. */
async function known(personId: number) {
  const ids = await listNewestOf(app.db, [personId], 10)
  const newest = await listStatements(app.db, { ...anything, ids }, 10)
  const cranes = await listStatements(
    app.db,
    { ...anything, personIds: [personId], about: about('cranes') },
    10,
  )
  const counted = await countStatements(app.db, [personId])
  return { newest: wordsOf(newest), count: counted.get(personId), about: wordsOf(cranes) }
}

test('it knows the newest, how many there are, and which are about a matter', async () => {
  expect(await known(await idOf('Harun Balqari'))).toEqual({
    newest: ['the cranes were new', 'the cranes would stop', 'the ferry would sail'],
    count: 3,
    about: ['the cranes were new', 'the cranes would stop'],
  })
})

test('a statement that its article has no more, or that was found wrong, is in none of them', async () => {
  const person = await idOf('Harun Balqari')
  await store(app, { ...saying(1, 'the cranes would go on'), url: `${url}/1` })
  const [wrong] = await listStatements(app.db, { ...anything, personIds: [person], about: about('new') }, 1)
  await hideStatement(app.db, wrong?.id ?? 0)
  expect(await known(person)).toEqual({
    newest: ['the cranes would go on', 'the ferry would sail'],
    count: 2,
    about: ['the cranes would go on'],
  })
})

test('whoever is made one with another, and taken apart again, has their own', async () => {
  const Id = z.object({ id: z.number() })
  const other = Id.parse(
    await app.db.first(Id)`insert into people (name) values ('Zaha Marwani') returning id`,
  )
  const person = await idOf('Harun Balqari')
  await mergePeople(app.db, person, other.id)
  expect(await known(other.id)).toMatchObject({
    count: 3,
    about: ['the cranes were new', 'the cranes would stop'],
  })
  expect(await known(person)).toEqual({ newest: [], count: 0, about: [] })
  await app.db
    .write`insert into person_names (person_id, name, folded, keys) values (${other.id}, 'Zaha Marwani', 'zaha marwani', '{}')`
  const split = await splitOff(app.db, other.id, 'Harun Balqari')
  expect(split?.statements).toBe(3)
  expect(await known(split?.personId ?? 0)).toMatchObject({
    count: 3,
    about: ['the cranes were new', 'the cranes would stop'],
  })
  expect(await known(other.id)).toEqual({ newest: [], count: 0, about: [] })
})

test('a period is looked up by time, whatever zone the day was published in', async () => {
  const person = await idOf('Harun Balqari')
  await store(app, { ...saying(4, 'the pier was closed'), publishedAt: '2026-03-05T23:30:00-10:00' })
  const on = (from: string, to: string) =>
    listStatements(app.db, { ...anything, personIds: [person], from, to }, 10).then(wordsOf)
  expect(await on('2026-03-05', '2026-03-05')).toEqual(['the pier was closed'])
  expect(await on('2026-03-06', '2026-03-06')).toEqual([])
})
