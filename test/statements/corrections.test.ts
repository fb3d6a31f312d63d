// What an article says no more after its words have changed.

import { expect, test } from 'vitest'
import { compareRevisions } from '../../src/statements/corrections.ts'
import type { Recorded } from '../../src/statements/store.ts'

const said = (id: number, words: string, more: Partial<Recorded> = {}): Recorded => ({
  id,
  utteranceId: id,
  in: 'text',
  speaker: 'سليم القندلاوي',
  words,
  form: 'direct',
  ...more,
})
const compare = (before: Recorded[], after: Recorded[], text = after.map((it) => it.words).join('\n')) =>
  compareRevisions(before, after, { text, language: 'ar' })

const first = 'لن نغلق الميناء مرة أخرى هذا العام'
const second = 'لن نغلق الميناء مرة أخرى هذا الشهر'

test('what stands as it stood is the same utterance, and no correction', () => {
  expect(compare([said(1, first, { utteranceId: 7 })], [said(11, first)])).toEqual({
    kept: [{ id: 11, utteranceId: 7 }],
    corrected: [],
  })
})

test('other words of the same speaker on the same matter stand in for the old ones', () => {
  expect(compare([said(1, first)], [said(11, second)])).toEqual({
    kept: [{ id: 11, utteranceId: 1 }],
    corrected: [{ statementId: 1, replacedBy: 11 }],
  })
})

test('a quotation that is gone is a correction without a replacement', () => {
  const after = [said(11, 'ستصل إحدى عشرة سفينة غدا')]
  expect(compare([said(1, first)], after).corrected).toEqual([{ statementId: 1, replacedBy: null }])
})

test('the same words in another’s mouth are a correction only where the words are gone', () => {
  const after = [said(11, second, { speaker: 'حازم الزمردي' })]
  expect(compare([said(1, first)], after)).toEqual({
    kept: [],
    corrected: [{ statementId: 1, replacedBy: null }],
  })
})

test('words that still stand in the text, and words that were never quoted, are not corrected', () => {
  expect(compare([said(1, first)], [], `وقال: «${first}».`).corrected).toEqual([])
  expect(compare([said(1, first, { form: 'indirect' })], []).corrected).toEqual([])
})

test('one new statement stands in for one old one', () => {
  const { corrected } = compare([said(1, first), said(2, `${first} كله`)], [said(11, second)])
  expect(corrected.map((it) => it.replacedBy).toSorted()).toEqual([11, null])
})
