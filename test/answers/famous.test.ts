// Somebody with more statements than an answer reads: the newest come at once, older ones are found where they are asked for.

import { expect, test } from 'vitest'
import { answer, fromTheStart } from '../../src/answers/answer.ts'
import { find } from '../../src/answers/find.ts'
import { understand } from '../../src/answers/question.ts'
import { countedMax } from '../../src/speakers/store.ts'
import { compose } from '../../src/texts/message.ts'
import { courier } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()
const asked = { today: '2026-11-22', weekStart: 'sat' } as const

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(from) + i * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
  )

/** More articles than are read, a day each; the first tells of another matter than all others. */
for (const [i, publishedAt] of days('2026-01-01', countedMax + 10).entries()) {
  const matter = i === 0 ? 'the lighthouse would be painted' : `quay ${i} would be open`
  await store(app, {
    ...courier,
    url: `https://courier.example/famous/${i}`,
    title: `Day ${i}`,
    text: `Salim Qandalawi said that ${matter}.\nOn Sunday the harbour was quiet again, as on day ${i}.`,
    publishedAt,
  })
}

const statementsFor = async (text: string) => {
  const found = await find(app.db, understand(text, asked))
  return found.kind === 'statements' ? found : expect.fail(`${text}: ${found.kind}`)
}

test('the newest are read, and no more', async () => {
  const found = await statementsFor('what did Qandalawi say')
  expect(found.statements).toHaveLength(countedMax)
  expect(found.statements[0]?.publishedAt).toBe('2026-07-29')
  expect(found.isLeast).toBe(true)
})

test('an older day and an older matter are found all the same', async () => {
  const day = await statementsFor('what did Qandalawi say on 3 January 2026')
  expect(day.statements.map((it) => it.words)).toEqual(['quay 2 would be open'])
  const matter = await statementsFor('what did Qandalawi say about the lighthouse')
  expect(matter.statements.map((it) => it.words)).toEqual(['the lighthouse would be painted'])
  expect(matter.offTopic).toBe(false)
})

test('the answer does not say that this is all', async () => {
  const reader = { today: asked.today, hasModel: false }
  const { reply } = await answer(app.db, { ...asked, text: 'what did Qandalawi say' }, reader, fromTheStart)
  const { text } = compose(reply.lines, 'en')
  expect(text).toContain(`of ${countedMax} or more`)
})
