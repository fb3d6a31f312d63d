// Then and now: which earlier words belong beside the new ones.

import { expect, test } from 'vitest'
import { earlierOn } from '../../src/answers/earlier.ts'
import type { Said } from '../../src/statements/store.ts'
import { saidOf } from '../support/said.ts'

let made = 0
/** Somebody (by number) said it in an article of a day; his statement is of an utterance of its own. */
const said = (text: string, publishedAt: string | null, more: Partial<Said> = {}): Said => {
  const id = ++made
  return {
    ...saidOf({ title: '', text }, 'ar', 0),
    id,
    utteranceId: id,
    articleId: id,
    personIds: [7],
    publishedAt,
    ...more,
  }
}

const bridge = 'أوضح محافظ وادي السمر نديم الشاهين أن جسر الوادي القديم سيفتح أمام السيارات قبل نهاية الشتاء.'
const again = 'قال محافظ وادي السمر نديم الشاهين إن جسر الوادي القديم لن يفتح أمام السيارات بسبب الأمطار.'
const other = 'قال محافظ وادي السمر نديم الشاهين إن موسم الزيتون كان وفيرا في القرى الشمالية.'

const now = said(again, '2026-11-20')
const then = said(bridge, '2026-09-01')

test('the earliest words of the same person on the same matter', () => {
  const first = said(bridge, '2026-03-01')
  expect(earlierOn(now, [now, said(other, '2026-10-01'), then, first], [now])).toBe(first)
})

test.each([
  ['of a week or less before', said(bridge, '2026-11-15')],
  ['of a later day', said(bridge, '2026-12-24')],
  ['of no day', said(bridge, null)],
  ['on another matter', said(other, '2026-09-01')],
  ['of another person', said(bridge, '2026-09-01', { personIds: [8] })],
  ['of the same utterance', said(bridge, '2026-09-01', { utteranceId: now.utteranceId })],
  ['in a third language', said(bridge, '2026-09-01', { language: 'other' })],
])('none %s', (_, it) => expect(earlierOn(now, [now, it], [now])).toBeUndefined())

test('none that the answer shows already, and none beside words without a day', () => {
  expect(earlierOn(now, [now, then], [now, then])).toBeUndefined()
  expect(earlierOn({ ...now, publishedAt: null }, [then], [])).toBeUndefined()
})
