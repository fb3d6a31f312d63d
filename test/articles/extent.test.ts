// How much there is to search: counted for every answer of a small store, kept for a while where it is large.

import { expect, test, vi } from 'vitest'
import { extentOfStore } from '../../src/articles/extent.ts'
import type { Db } from '../../src/database/database.ts'
import { harbour } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()

/** A large store that grows with every count, and a clock that moves by hand. */
function large() {
  let counts = 0
  const first: Db['first'] = (row) => async () =>
    row.parse({ articles: 1_000_000 + counts++, undated: 0, firstDay: null, lastDay: null })
  return { db: { ...app.db, first }, counts: () => counts }
}

test('a small store is counted each time', async () => {
  const before = await extentOfStore(app.db)
  await store(app, { ...harbour, url: 'https://a.example/extent', origin: null, title: 'One more' })
  expect(await extentOfStore(app.db)).toMatchObject({ articles: before.articles + 1 })
})

test('the count of a large store is kept; once it is old the next is made behind the answer, by one asker', async () => {
  const { db, counts } = large()
  const first = await extentOfStore(db)
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
  expect(await extentOfStore(db)).toEqual(first)
  expect(counts()).toBe(1)
  clock.mockReturnValue(1e9)
  expect(await Promise.all([extentOfStore(db), extentOfStore(db)])).toEqual([first, first])
  expect(counts()).toBe(2)
  expect(await extentOfStore(db)).toMatchObject({ articles: first.articles + 1 })
  clock.mockRestore()
})

test('a count that fails behind an answer is made again for the next', async () => {
  const { db, counts } = large()
  const first = await extentOfStore(db)
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1e9)
  const working = db.first
  db.first = () => () => Promise.reject(new Error('gone'))
  expect(await extentOfStore(db)).toEqual(first)
  db.first = working
  await vi.waitFor(async () => {
    expect(await extentOfStore(db)).toMatchObject({ articles: first.articles + 1 })
  })
  expect(counts()).toBe(2)
  clock.mockRestore()
})
