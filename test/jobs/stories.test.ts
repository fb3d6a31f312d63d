// Articles on one event find together across outlets and languages, and a digest tells the event once.

import { expect, test } from 'vitest'
import { z } from 'zod'
import { stories } from '../../jobs/stories.ts'
import { answer, fromTheStart } from '../../src/answers/answer.ts'
import { composeDigest } from '../../src/digests/compose.ts'
import { gather, readGathered } from '../../src/digests/gather.ts'
import { compose, withoutMarks } from '../../src/texts/message.ts'
import { courier, harbour, teachers } from '../support/articles.ts'
import { store, useApp } from '../support/khabar.ts'

const app = await useApp()
const day = '2026-11-22'
const at = (hour: number, on = day) => `${on}T${String(hour).padStart(2, '0')}:00:00Z`

const fire = {
  ...harbour,
  url: 'https://one.example/fire',
  source: 'Outlet One',
  title: 'حريق في سوق الصاغة بتل نسيم يلتهم ثلاثين متجرا',
  text: 'التهم حريق كبير فجر الأحد ثلاثين متجرا في سوق الصاغة بمدينة تل نسيم، بحسب الدفاع المدني.\nوقال قائد الإطفاء بشير العقيلي إن النيران اندلعت من تماس كهربائي في مخزن للأقمشة.',
  publishedAt: at(6),
}
const sameFire = {
  ...fire,
  url: 'https://two.example/fire',
  source: 'Outlet Two',
  title: 'نيران تأتي على متاجر في سوق الصاغة',
  text: 'أتت النيران فجر الأحد على نحو ثلاثين متجرا في سوق الصاغة بمدينة تل نسيم، وفق الدفاع المدني.\nوأوضح قائد الإطفاء بشير العقيلي أن النيران اندلعت بسبب تماس كهربائي في مخزن للأقمشة.',
  publishedAt: at(9),
}
const fireInEnglish = {
  ...courier,
  url: 'https://three.example/fire',
  source: 'Outlet Three',
  title: 'Fire destroys thirty shops in the goldsmiths’ market of Tell Nasim',
  text: 'A big fire destroyed thirty shops in a market of the city of Tell Nasim at dawn on Sunday, the civil defence said.\nThe fire chief, Bashir al-Aqili, said the fire broke out in a store of fabrics because of an electrical fault.',
  publishedAt: at(10),
}
const nextYear = {
  ...fire,
  url: 'https://one.example/fire-2',
  title: 'حريق آخر في سوق الصاغة',
  text: `${fire.text}\nوهو الثاني.`,
  publishedAt: at(6, '2027-11-22'),
}

const Row = z.object({ url: z.string(), story: z.string() })
const placed = () =>
  app.db.many(Row)`
    select a.url, s.url as story from articles a join articles s on s.id = a.story_id order by a.url`

test('the same event is one story, in either language; another event, and the same a year later, is another', async () => {
  await store(app, fire, harbour, teachers)
  await stories(app)
  await store(app, sameFire, fireInEnglish, courier, nextYear)
  await stories(app)
  expect(await placed()).toEqual(
    [
      [courier.url, courier.url],
      [harbour.url, harbour.url],
      [teachers.url, teachers.url],
      [fire.url, fire.url],
      [nextYear.url, nextYear.url],
      [fireInEnglish.url, fire.url],
      [sameFire.url, fire.url],
    ]
      .map(([url, story]) => ({ url, story }))
      .toSorted((a, b) => String(a.url).localeCompare(String(b.url))),
  )
})

test('two processes at once place nothing twice', async () => {
  await app.db.write`update articles set story_id = null`
  await Promise.all([stories(app), stories(app)])
  await stories(app)
  expect((await placed()).filter((it) => it.story === fire.url)).toHaveLength(3)
})

test('a digest tells the event once and names the other outlets; the account counts all of its articles', async () => {
  const window = { from: new Date(at(0)), to: new Date(at(23)), topics: [], by: 'published' as const }
  const content = await gather(app.db, window, 'ar')
  const digest = {
    ...window,
    id: null,
    language: 'ar' as const,
    zone: 'UTC',
    nextAt: null,
    atOnce: false,
    changed: [],
    content,
  }
  const reply = composeDigest(digest, await readGathered(app.db, digest), 'ar')
  const text = withoutMarks(compose(reply.lines, 'ar').text)
  expect(text.match(/سوق الصاغة(?=\s*(?:بتل نسيم|$))/gm)?.length ?? 0).toBeLessThanOrEqual(2)
  expect(text).toMatch(/وورد أيضاً في: (?:Outlet One|Outlet Two), |وورد أيضاً في: .*Outlet Three/)
  expect(content.articles).toHaveLength(new Set((await placed()).map((it) => it.story)).size - countOutside)
  expect(text).toContain(`${content.read} أعلاه`)
})

/** Next year's fire, the teachers (an earlier day) and the courier (a later one). */
const countOutside = 3

test('what one person says of it in two outlets is one statement, told with the other outlet and its verb', async () => {
  const asked = { text: 'ماذا قال العقيلي؟', today: '2026-11-23', weekStart: 'sat' as const }
  const { reply, found } = await answer(app.db, asked, { today: '2026-11-23', hasModel: false }, fromTheStart)
  const text = withoutMarks(compose(reply.lines, 'ar').text)
  if (found.kind !== 'statements') throw new Error(text)
  const ofDay = found.statements.filter((it) => it.publishedAt?.startsWith(day) && it.language === 'ar')
  expect(ofDay.length).toBeGreaterThan(1)
  expect(new Set(ofDay.map((it) => it.utteranceId)).size).toBe(1)
  expect(text).toMatch(/وورد أيضاً في: Outlet (?:One|Two)/)
})
