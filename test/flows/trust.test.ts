// What a reader is told of how far Khabar is to be trusted, and of what one language's media alone report.

import { expect, test } from 'vitest'
import { stories } from '../../jobs/stories.ts'
import { harbour } from '../support/articles.ts'
import { read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })
const today = new Date().toISOString()

test('nothing stored is said as it is', async () => {
  expect(read(await say(api, lina, '/trust'))).toContain('no statement is stored yet')
  expect(read(await say(api, lina, '/blindspot'))).toContain('articles of one language only')
})

test('the rates are of what is stored: a statement that is not in its article lowers them', async () => {
  await store(app, harbour)
  expect(read(await say(api, lina, '/trust'))).toMatch(
    /• 100% of \d+ stored statements stand letter for letter/,
  )
  expect(read(await say(api, omar, '/trust'))).toMatch(/• 100% من التصريحات المحفوظة \(\d+\) واردة حرفاً بحرف/)
  await app.db.write`update statements set words = words || 'ء' where id = (select min(id) from statements)`
  expect(read(await say(api, lina, '/trust'))).toMatch(/• (?:[1-9]?\d(?:\.\d)?)% of/)
  await app.db.write`
    update revisions set modelled_at = now(), verdict = '{"answers": [[], []], "dropped": 0}'::jsonb`
  expect(read(await say(api, lina, '/trust'))).toContain(
    'of 1 articles that a language model was asked about, 100% passed',
  )
})

test('what several Arabic outlets report and no English one is a blind spot, until one does', async () => {
  const arabic = { ...harbour, publishedAt: today, origin: null }
  await store(
    app,
    {
      ...arabic,
      url: 'https://a.example/1',
      source: 'وكالة الوصل',
      text: `${harbour.text}\nوتفقد الوزير الأرصفة مساء اليوم.`,
    },
    {
      ...arabic,
      url: 'https://b.example/1',
      source: 'صحيفة الأفق',
      text: `${harbour.text}\nوشكر المدير عمال الصيانة في ختام الزيارة.`,
    },
    {
      ...harbour,
      url: 'https://c.example/1',
      origin: null,
      source: 'The Lantern',
      publishedAt: today,
      language: 'en',
      title: 'Orchard festival opens in Tellmoor',
      text: 'The orchard festival of Tellmoor opened on Sunday. Mayor Ines Calder said that forty growers had brought apples.',
    },
  )
  await stories(app)
  await stories(app)
  const shown = read(await say(api, omar, '/blindspot'))
  expect(shown).toContain('في الإعلام العربي وحده')
  expect(shown).toContain('ميناء بحر الريم يستأنف العمل')
  expect(shown).toMatch(/ورد لدى: (?:وكالة الوصل، صحيفة الأفق|صحيفة الأفق، وكالة الوصل)/)
  expect(shown).not.toContain('Orchard')

  await app.db.write`
    update articles set story_id = (select story_id from articles where url = 'https://a.example/1') where url = 'https://c.example/1'`
  expect(read(await say(api, lina, '/blindspot'))).toContain(
    'Nothing that several outlets of one language report',
  )
})
