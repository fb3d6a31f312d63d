// A question that leans on the one before it means what its asker means; one that stands by itself is left alone.

import { expect, test } from 'vitest'
import { completed } from '../../src/answers/follow-up.ts'
import { understand } from '../../src/answers/question.ts'

const clock = { today: '2026-11-26', weekStart: 'sat' as const }
const known = new Set(['Macron', 'ماكرون', 'Lavrov'])
const isSpeaker = async (name: string) => known.has(name)

async function frame(before: string, text: string) {
  const whole = await completed(
    text,
    { text: before, question: understand(before, clock) },
    { clock, isSpeaker },
  )
  if (!whole) return null
  const { kind, speakerGuesses, topic, timeWords, language } = understand(whole.text, clock)
  return { kind, speaker: speakerGuesses[0] ?? null, topic, timeWords, language: whole.language ?? language }
}

const peskov = { kind: 'said', speaker: 'Peskov', topic: null, timeWords: null, language: 'en' }
const بيسكوف = { ...peskov, speaker: 'بيسكوف', language: 'ar' }

test.each([
  ['what did Peskov say', 'and about Ukraine?', { ...peskov, topic: 'Ukraine' }],
  ['what did Peskov say', 'What about Ukraine?', { ...peskov, topic: 'Ukraine' }],
  ['what did Peskov say about Ukraine', 'and Macron?', { ...peskov, speaker: 'Macron', topic: 'Ukraine' }],
  [
    'what did Peskov say about Ukraine',
    'what about Lavrov',
    { ...peskov, speaker: 'Lavrov', topic: 'Ukraine' },
  ],
  [
    'what did Peskov say about Ukraine',
    'and yesterday?',
    { ...peskov, topic: 'Ukraine', timeWords: 'yesterday' },
  ],
  ['what did Peskov say', 'what did he say about gas', { ...peskov, topic: 'gas' }],
  ['ماذا قال بيسكوف؟', 'وماذا عن أوكرانيا؟', { ...بيسكوف, topic: 'أوكرانيا' }],
  ['ماذا قال بيسكوف؟', 'وعن الغاز', { ...بيسكوف, topic: 'الغاز' }],
  ['ماذا قال بيسكوف عن الغاز؟', 'وماكرون؟', { ...بيسكوف, speaker: 'ماكرون', topic: 'الغاز' }],
  ['ماذا قال بيسكوف عن الغاز؟', 'أمس', { ...بيسكوف, topic: 'الغاز', timeWords: 'أمس' }],
  ['ماذا قال بيسكوف؟', 'In English', { ...بيسكوف, language: 'en' }],
  ['what did Peskov say', 'بالعربية', { ...peskov, language: 'ar' }],
])('%s ↳ %s', async (before, text, wanted) => {
  expect(await frame(before, text)).toEqual(wanted)
})

test.each([
  'what did Lavrov say about the summit',
  'ماذا قال ماكرون عن القمة؟',
  'and what did Macron say yesterday?',
  'who talked about the port?',
  'latest',
  'hello',
  '😀',
  '',
])('by itself: %s', async (text) => {
  expect(await frame('what did Peskov say', text)).toBeNull()
})

test('nothing leans on small talk', async () => {
  expect(await frame('thank you', 'and about Ukraine?')).toBeNull()
})
