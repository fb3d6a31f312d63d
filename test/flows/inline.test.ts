// Inline mode and links into the chat: the words, their source and the way to the paragraph, from anywhere in Telegram.

import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { deepLink, readDeepLink } from '../../src/bot/deep-links.ts'
import { harbour } from '../support/articles.ts'
import { labels, nextMessage, read, say, store, useApp, useBot } from '../support/khabar.ts'

const app = await useApp()
const { api } = await useBot(app)
const omar = api.user({ id: 5, first_name: 'عمر', language_code: 'ar' })
const lina = api.user({ id: 6, first_name: 'Lina', language_code: 'en' })

beforeAll(() => store(app, harbour))

const Card = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  input_message_content: z.object({
    message_text: z.string(),
    entities: z.array(z.object({ type: z.string(), offset: z.number(), length: z.number() })),
  }),
  reply_markup: z.object({
    inline_keyboard: z.array(z.array(z.object({ text: z.string(), url: z.string() }))),
  }),
})
type Card = z.infer<typeof Card>

function cardsFor(user: typeof omar, query: string): Promise<Card[]> {
  const answered = new Promise<Card[]>((resolve) => {
    const stop = api.on('change', (change) => {
      if (change.kind !== 'inlineAnswered' || change.queryId !== id) return
      stop()
      resolve(z.array(Card).parse(change.results))
    })
  })
  const id = api.inline(user, query)
  return answered
}

const quotedIn = ({ input_message_content: { message_text: text, entities } }: Card): string[] =>
  entities
    .filter((it) => it.type === 'blockquote')
    .map(({ offset, length }) => text.slice(offset, offset + length))

describe('inline', () => {
  test.each([
    ['a name', 'القندلاوي', 2],
    ['a name and a topic', 'القندلاوي الميناء', 1],
    ['a whole name and a topic', 'سليم القندلاوي الميناء', 1],
    ['a question', 'ماذا قال الزمردي؟', 1],
    ['nothing yet', '', 3],
  ])('%s brings cards with words of the article', async (_, query, least) => {
    const cards = await cardsFor(omar, query)
    expect(cards.length).toBeGreaterThanOrEqual(least)
    for (const card of cards) {
      const words = quotedIn(card)
      expect(words.length).toBeGreaterThan(0)
      expect(words.every((it) => harbour.text.includes(it))).toBe(true)
      expect(card.description).toContain('صحيفة المرفأ')
    }
  })

  test('a name in Latin letters is answered in English, and nobody else is shown', async () => {
    const cards = await cardsFor(lina, 'al-Zumurrudi')
    expect(cards).toHaveLength(1)
    expect(cards[0]?.input_message_content.message_text).toContain(
      'Reported speech in Arabic, not a direct quotation',
    )
  })

  test.each([
    ['an unknown word', 'قرنبيط'],
    ['a topic that the person does not speak of', 'القندلاوي النفط'],
    ['a long run of letters', 'a'.repeat(300)],
    ['a sign that no table holds', 'x\0\ud800'],
  ])('%s brings nothing and harms nothing', async (_, query) => {
    expect(await cardsFor(omar, query)).toEqual([])
  })
})

describe('links into the chat', () => {
  test("a card's button opens the paragraph", async () => {
    const [card] = await cardsFor(omar, 'الزمردي')
    const url = card?.reply_markup.inline_keyboard[0]?.[0]?.url ?? ''
    expect(url).toMatch(/^https:\/\/t\.me\/khabar_bot\?start=p\d+$/)
    const next = nextMessage(api, omar.id)
    api.startWith(omar, url.split('start=')[1] ?? '')
    expect(read(await next)).toContain('الوزارة ستحقق في أسباب العطل')
  })

  test.each([
    ['topics', /topics/i],
    ['sources', /Sources that Khabar has read/],
    ['p999999', /too old/],
    ['q999999', /too old/],
    ['ask', /Khabar/],
    ['p1x', /Khabar/],
  ])('/start %s', async (payload, shown) => {
    const next = nextMessage(api, lina.id)
    api.startWith(lina, payload)
    expect(read(await next)).toMatch(shown)
  })

  test('what is written is read again, and nothing else is', () => {
    for (const link of [{ name: 'p', id: 7 }, { name: 'q', id: 123_456_789 }, { name: 'topics' }] as const)
      expect(readDeepLink(deepLink('b', link).split('start=')[1] ?? '')).toEqual(link)
    for (const payload of ['', 'p', 'p0', 'p-1', 'p1e3', 'x1', 'p99999999999999999', 'topicsx'])
      expect(readDeepLink(payload)).toBeUndefined()
  })

  test('a greeting is greeted', async () => {
    expect(labels(await say(api, lina, '/start')).flat().length).toBeGreaterThan(2)
  })
})
