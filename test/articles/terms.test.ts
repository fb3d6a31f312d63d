// What the index is asked for, against what the words themselves tell.

import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aboutness } from '../../src/answers/topic.ts'
import { allPhrases, articleTerms } from '../../src/articles/terms.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()

/** Each is its own stem, and no stop word. */
const stem = constantFrom('abc', 'bcd', 'cde', 'def', "e'f")
const phrase = array(stem, { minLength: 1, maxLength: 2 })
const Row = z.object({ holds: z.boolean() })

test('the index finds a phrase in a text exactly where the text has its words near each other and in order', async () => {
  const told = { yes: 0, no: 0 }
  await assert(
    asyncProperty(
      array(array(phrase, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      array(stem, { maxLength: 9 }),
      async (groups, words) => {
        const article = { title: words.slice(0, 3).join(' '), text: `xyz ${words.slice(3).join(' ')}` }
        const row = await db.first(Row)`
          select ${articleTerms(article, 'en')}::tsvector @@ ${allPhrases(groups) ?? ''}::tsquery as holds`
        const aspects = groups.map((phrases) => ({ words: '', phrases, isTerm: true }))
        const holds = aboutness(aspects, `${article.title}\n${article.text}`, 'en') === 1
        told[holds ? 'yes' : 'no']++
        expect(row?.holds).toBe(holds)
      },
    ),
    { numRuns: 300 },
  )
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(20)
})

test('a group without a phrase is met by no text', async () => {
  const row = await db.first(
    Row,
  )`select 'abc:1'::tsvector @@ ${allPhrases([[['abc']], []]) ?? ''}::tsquery as holds`
  expect(row?.holds).toBe(false)
})
