// How much there is to search: counted for every answer while that is quick, kept for a while where it is not.

import { expect, test, vi } from 'vitest'
import { extentOfStore } from '../../src/articles/extent.ts'
import { harbour } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()

/** The store, with every query taking so long. */
function slowed(ms: number) {
  let counts = 0
  const first: typeof app.db.first = (row) => {
    const query = app.db.first(row)
    return async (text, ...values) => {
      counts++
      await new Promise((resolve) => setTimeout(resolve, ms))
      return query(text, ...values)
    }
  }
  return { db: { ...app.db, first }, counts: () => counts }
}

test('a small store is counted each time', async () => {
  const before = await extentOfStore(app.db)
  await store(app, { ...harbour, url: 'https://a.example/extent', origin: null, title: 'One more' })
  expect(await extentOfStore(app.db)).toMatchObject({ articles: before.articles + 1 })
})

test('a count that took long is kept; once it is old the next is made behind the answer, by one asker', async () => {
  const { db, counts } = slowed(40)
  const first = await extentOfStore(db)
  expect(await extentOfStore(db)).toEqual(first)
  expect(counts()).toBe(1)
  await store(app, {
    ...harbour,
    url: 'https://b.example/extent',
    origin: null,
    title: 'Another',
    text: `${harbour.text} Two.`,
  })
  const later = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000)
  expect(await Promise.all([extentOfStore(db), extentOfStore(db)])).toEqual([first, first])
  later.mockRestore()
  expect(counts()).toBe(2)
  await vi.waitFor(async () => {
    expect(await extentOfStore(db)).toMatchObject({ articles: first.articles + 1 })
  })
})
