// In how many articles somebody is named: all of them, however the name is written there.

import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/article.ts'
import { loadDraft } from '../../src/articles/load.ts'
import { articlesNaming } from '../../src/answers/mention.ts'
import { courier, harbour } from '../support/articles.ts'
import { useDatabase } from '../support/database.ts'

const db = await useDatabase()

const arabic = (number: number, text: string): Draft => ({
  ...harbour,
  url: `https://marfa.example/${number}`,
  title: `خبر رقم ${number}`,
  text,
  publishedAt: `2026-10-${String((number % 28) + 1).padStart(2, '0')}`,
})

for (let number = 0; number < 120; number++) {
  await loadDraft(
    db,
    arabic(number, `حضر الاجتماع نقيب البحارة رامي السنجقدار. وكان يوما ممطرا، رقمه ${number}.`),
  )
}
for (let number = 120; number < 260; number++)
  await loadDraft(db, arabic(number, `يوم هادئ في الميناء رقمه ${number}، ولم يحضر أحد.`))
await loadDraft(db, arabic(300, 'استقبل المدير الوزير جان إيف لو دريان أمس في مكتبه.'))
await loadDraft(db, arabic(301, 'وصل الوزير جان إيف لودريان إلى المدينة صباحا.'))
await loadDraft(db, {
  ...courier,
  url: 'https://courier.example/9',
  title: 'Visit',
  text: 'Minister Jean-Yves Le Drian left on Monday.',
})
await loadDraft(db, arabic(302, 'وجاء الرد في تصريح لبيسكوف أمس، ونقله ديميتري بيسكوف نفسه.'))

describe('articlesNaming', () => {
  test.each([
    ['السنجقدار', 120],
    ['رامي السنجقدار', 120],
    ['Sanjaqdar', 120],
    ['لودريان', 3],
    ['لو دريان', 3],
    ['Le Drian', 3],
    ['Drian', 3],
    ['دريان', 3],
    ['Jean-Yves Le Drian', 3],
    ['Peskov', 1],
    ['بسكوف', 1],
    ['Brandenstein', 0],
    ['نوال السنجقدار', 0],
  ])('finds %s in %d', async (name, count) => {
    expect(await articlesNaming(db, name)).toHaveLength(count)
  })

  test('has the newest first', async () => {
    const days = (await articlesNaming(db, 'السنجقدار')).map((it) => it.article.publishedAt ?? '')
    expect(days).toEqual(days.toSorted().toReversed())
  })
})
