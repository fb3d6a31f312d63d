// What a reader's own words ask the index for; the index itself answers.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { articleTerms } from '../../src/articles/terms.ts'
import {
  interestId,
  interestQuery,
  interestWords,
  isTopic,
  matchOutlets,
  outletId,
  readOutlet,
  readPerson,
  readWanted,
  thingId,
  wantedName,
} from '../../src/subscriptions/interest.ts'
import { detectLanguage } from '../../src/language/script.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()
const Row = z.object({ isFound: z.boolean() })

async function finds(words: string, text: string): Promise<boolean | undefined> {
  const query = interestQuery(words)
  if (query === undefined) return undefined
  const language = detectLanguage(text)
  const terms = articleTerms({ title: '', text }, language)
  return (await db.first(Row)`select ${terms}::tsvector @@ ${query}::tsquery as "isFound"`)?.isFound
}

test.each([
  ['port strike', 'The strike at the port goes on.', true],
  ['port strike', 'The port is open.', false],
  ['port strike', 'يستمر الإضراب في ميناء بحر الريم منذ يومين.', true],
  ['إضراب الميناء', 'Dockers at the port went on strike on Sunday.', true],
  ['steel-mill', 'The steel mill is closed.', true],
  ['steel-mill', 'The price of steel went up.', false],
  ['النفط أو الغاز', 'ارتفع سعر الغاز في الأسواق.', true],
  ['oil OR gas', 'The price of gas went up.', true],
  ['oil, gas', 'The price of oil went up.', true],
  ['النفط -أوبك', 'ارتفع النفط بعد اجتماع أوبك.', false],
  ['النفط بدون أوبك', 'ارتفع النفط أمس.', true],
  ['oil not harbour', 'Oil was spilled in the harbour.', false],
  ['"Bahr al-Reem"', 'The quays of Bahr al-Reem port are open.', true],
  ['"Reem Bahr"', 'The quays of Bahr al-Reem port are open.', false],
  ['Peskov', 'قال المتحدث باسم الكرملين دميتري بيسكوف إن الموقف ثابت.', true],
  ['بيسكوف', 'Kremlin spokesman Dmitry Peskov said so.', true],
])('%s in %s: %s', async (words, text, isFound) => expect(await finds(words, text)).toBe(isFound))

test.each(['', 'of the', '-oil', 'بدون رياضة', '""', '| OR ,'])('nothing is asked for by "%s"', (words) => {
  expect(interestQuery(words)).toBeUndefined()
})

test('whatever is written, the index takes the query', async () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('"', "'", '\\', '&', '!', '<->', '«', 'أو', '-', ':*', '(', '\0'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
      const query = interestQuery(words.join(' '))
      if (query === undefined) return
      const row = await db.first(Row)`select ''::tsvector @@ ${query}::tsquery as "isFound"`
      expect(row).toEqual({ isFound: false })
    }),
    { numRuns: 300 },
  )
})

test('words and topics are told apart, and named for their reader', () => {
  const id = interestId('  port   strike ')
  expect(interestWords(id)).toBe('port strike')
  expect(interestWords('medtop:04000000')).toBeUndefined()
  expect(readWanted([id, 'medtop:04000000'])).toMatchObject({
    keys: ['medtop:04000000'],
    query: expect.stringContaining('port'),
  })
  expect([wantedName(id, 'en', new Map()), wantedName(id, 'ar', new Map())]).toEqual([
    '“port strike”',
    '«port strike»',
  ])
})

test.each([
  ['source The Reem Courier', 'The Reem Courier'],
  ['outlet  RT  Arabic', 'RT Arabic'],
  ['مصدر وام', 'وام'],
  ['المصدر صحيفة المرفأ', 'صحيفة المرفأ'],
  ['sources of income', undefined],
  ['source', undefined],
])('%s names the outlet %s', (words, outlet) => {
  expect(readOutlet(words)).toBe(outlet)
})

test('an outlet is meant by its name in either language, by a part of it where no other has it', () => {
  const outlets = ['نوفوستي', 'RT Arabic', 'RT', 'The Reem Courier']
  expect(matchOutlets('Novosti', outlets)).toEqual(['نوفوستي'])
  expect(matchOutlets('rt', outlets)).toEqual(['RT'])
  expect(matchOutlets('courier', outlets)).toEqual(['The Reem Courier'])
  expect(matchOutlets('r', outlets)).toHaveLength(3)
  expect(readWanted([outletId('RT')])).toEqual({ keys: ['source:RT'], query: null })
  expect(wantedName(outletId('نوفوستي'), 'en', new Map())).toBe('Novosti')
})

test.each([
  ['person Peskov', 'Peskov'],
  ['شخص بيسكوف', 'بيسكوف'],
  ['الشخص  دميتري   بيسكوف', 'دميتري بيسكوف'],
  ['persons of interest', undefined],
  ['شخصيات العام', undefined],
])('%s names the person %s', (words, name) => {
  expect(readPerson(words)).toBe(name)
})

test('a person and a story are keys like topics, and are called by their names', () => {
  const names = new Map([['person:7', { ar: 'سليم القندلاوي', en: 'Salim al-Qandalawi' }]])
  const ids = [thingId('person', 7), thingId('story', 9)]
  expect(readWanted(ids)).toEqual({ keys: ['person:7', 'story:9'], query: null })
  expect(ids.map(isTopic)).toEqual([false, false])
  expect(wantedName('person:7', 'ar', names)).toBe('سليم القندلاوي')
  // One that is no more is told as that, never by its number.
  expect(wantedName('story:9', 'en', names)).toBe('no longer there')
})
