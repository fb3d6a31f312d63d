// Ten thousand answers made of whatever an article may hold, sent to the local Bot API, which refuses what Telegram would: none may be refused, nothing that
// was quoted may be missing, and no entity may be dropped without a word.

import { z } from 'zod'
import { composeComment, composeOfArticle, composeStatement } from '../answers/single.ts'
import { articleLines } from '../answers/latest.ts'
import type { Reply } from '../answers/reply.ts'
import type { Article } from '../articles/store.ts'
import { outgoing } from '../delivery/outgoing.ts'
import { composeDigest } from '../digests/compose.ts'
import { correctionReply, pushReply } from '../following/screens.ts'
import type { Language } from '../language/script.ts'
import { createBotApi } from '../playground/bot-api.ts'
import type { Said } from '../statements/store.ts'
import { pickOf, sequence } from './sequence.ts'
import { type Result, share, type Task } from './task.ts'

export const messages: Task = {
  name: 'messages',
  sets: [{ name: 'random answers', from: 'samples', score: () => scoreMessages(answers) }],
}

const answers = 10_000
/** Telegram's limit for what a call holds. */
const bodyBytesMax = 32 * 1024

/** What articles hold, and what trips whoever counts letters, directions or markup. */
const pieces = [
  'قال الوزير إن الميناء يعمل',
  'وأضاف: «لن نتراجع»',
  'the harbour is open again',
  'Peskov (بيسكوف) said',
  '«',
  '»',
  '“',
  '"',
  '‹',
  '\u202e\u202b',
  '\u200f',
  '\u2068',
  '\u2069',
  '\u200d',
  '👩‍👩‍👧‍👦',
  '🇪🇬',
  'é\u0301\u0301\u0301',
  'ﷺ',
  'ـــــ',
  'مُحَمَّدٌ',
  '<b>',
  '</b><a href="x">',
  '&amp;',
  '*_`[',
  '](',
  '\\',
  '/start',
  '@khabar_bot',
  '#عاجل',
  '$TSLA',
  'https://x.example/?q=ميناء&x=%00',
  't.me/x?start=1',
  'a@b.example',
  '+20 100 000 0000',
  '01.02.2026',
  '١٢٫٥٪',
  '\n',
  '\n\n',
  '   ',
  '\t',
  '\u00a0',
  '\u2028',
  'x'.repeat(300),
  'م'.repeat(500),
  '😀'.repeat(200),
  '. '.repeat(100),
] as const

const links = [
  'https://x.example/a',
  'https://x.example/ميناء?a=1&b=«»',
  'http://x.example/%zz',
  'ftp://x.example',
  'javascript:alert(1)',
  'https://',
  '',
]

/** Some pieces one after the other; never only blanks. */
function words(random: () => number, most: number): string {
  const count = 1 + Math.floor(random() ** 3 * most)
  return `خبر${Array.from({ length: count }, () => pickOf(random, pieces)).join(pickOf(random, ['', ' ', ' ']))}`
}

const maybe = (random: () => number, most: number): string | null =>
  random() < 0.3 ? null : words(random, most)

const isSomeTime = (random: () => number): boolean => random() < 0.5

function articleOf(random: () => number, id: number): Article {
  return {
    id,
    revisionId: id,
    title: words(random, 12),
    text: words(random, 400),
    language: pickOf(random, ['ar', 'en', 'other']),
    url: pickOf(random, links),
    externalId: null,
    source: maybe(random, 3),
    agency: maybe(random, 3),
    place: maybe(random, 2),
    publishedAt: pickOf(random, [null, '2026-11-20', '2026-11-20T10:00:00Z']),
    sample: pickOf(random, [null, null, { kind: 'invented' }]),
  }
}

/** Never within a pair of surrogates: no article is stored with half of one. */
function letterAt(text: string, at: number): number {
  const place = Math.min(text.length, Math.floor(at))
  return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place + 1 : place
}

function saidOf(random: () => number, id: number): Said {
  const { text: body, revisionId, place: _, ...article } = articleOf(random, id)
  const from = letterAt(body, random() * body.length * 0.7)
  const end = letterAt(body, from + 2 + random() ** 2 * body.length)
  // What nobody could have said is no statement: it has a letter somewhere.
  const start = /\p{L}/u.test(body.slice(from, end)) ? from : 0
  return {
    ...article,
    articleId: article.id,
    revisionId,
    ordinal: 0,
    body,
    speaker: words(random, 3),
    person: maybe(random, 3),
    role: maybe(random, 4),
    verb: pickOf(random, ['قال', 'said', 'زعم', '', words(random, 1)]),
    verbClass: pickOf(random, ['say', 'claim', 'deny', 'demand']),
    form: pickOf(random, ['direct', 'indirect', 'mixed']),
    in: 'text',
    start,
    end,
    words: body.slice(start, end),
    quotes: isSomeTime(random) ? [{ start, end }] : [],
    via: isSomeTime(random) ? [words(random, 2)] : [],
    adjuncts: [],
    personIds: [1],
    isCurrent: isSomeTime(random),
    translation: maybe(random, 20),
    utteranceId: id,
    alsoIn: isSomeTime(random) ? [words(random, 2), words(random, 2)] : [],
  }
}

function digestOf(random: () => number, language: Language): Reply {
  const articles = Array.from({ length: Math.floor(random() * 9) }, (_, n) => articleOf(random, n + 1))
  const summaries = articles.map((it) => ({
    articleId: it.id,
    revisionId: it.id,
    language,
    headline: words(random, 6),
    body: words(random, 30),
    method: pickOf(random, ['model', 'extract', 'facts'] as const),
  }))
  const content = {
    articles: articles.map((it) => it.id),
    also: {},
    read: 9,
    sources: 3,
    others: 0,
    before: 0,
    followed: [],
    failed: [words(random, 2)],
  }
  const [from, to] = [new Date('2026-11-19T05:00:00Z'), new Date('2026-11-20T05:00:00Z')]
  const made = {
    id: 1,
    language,
    zone: 'Africa/Cairo',
    topics: [`word:${words(random, 2)}`],
    from,
    to,
    by: 'ready' as const,
    nextAt: to,
    atOnce: false,
    changed: [1],
    content,
  }
  return composeDigest(
    made,
    { names: new Map(), people: [], articles, summaries, also: new Map(), carriedBy: new Map() },
    language,
  )
}

/** One answer of one of the kinds, with the words that it must show as they are. */
function answerOf(
  random: () => number,
  language: Language,
): { reply: Reply; quoted: string[]; language: Language } {
  const reader = { language, today: '2026-11-20', hasModel: isSomeTime(random) }
  const some = Array.from({ length: 1 + Math.floor(random() * 7) }, (_, n) => saidOf(random, n + 1))
  const [first = saidOf(random, 1)] = some
  const kind = Math.floor(random() * 6)
  const quoted = (reply: Reply) => ({
    reply,
    language,
    quoted: reply.lines.flatMap((it) => ('quoted' in it ? [it.quoted] : [])),
  })
  if (kind === 0) return quoted(composeStatement(first, reader))
  if (kind === 1) return quoted(composeOfArticle(some, reader))
  if (kind === 2) return quoted(composeComment(first, some, reader))
  if (kind === 3) return quoted(pushReply(some, reader))
  if (kind === 4)
    return quoted(
      correctionReply(
        some.map((before) => ({ cause: 'article', before, now: isSomeTime(random) ? first : undefined })),
        reader,
      ),
    )
  if (isSomeTime(random)) return quoted(digestOf(random, language))
  const articles = some.map((it) => articleOf(random, it.id))
  return quoted(
    articleLines({ title: words(random, 4), articles, summaries: [], offset: 0, moreData: null }, reader),
  )
}

const token = '7000000001:evaluation'
const chatId = 5
const atOnce = 16
const listedMax = 10
const seed = 20_261_201

const Answered = z.looseObject({
  ok: z.boolean(),
  description: z.string().optional(),
  result: z.looseObject({ entities: z.array(z.unknown()).optional() }).optional(),
})

type Outcome = { messages: number; refused: string[]; tooLong: number; lost: number; cut: boolean }

export async function scoreMessages(count: number): Promise<Result> {
  const api = createBotApi({ token })
  // A bot may write only to whom has written to it.
  api.say(api.user({ id: chatId, first_name: 'Reader', language_code: 'ar' }), '/start')
  const { apiRoot, close } = await api.listen()
  const random = sequence(seed)
  const outcomes: Outcome[] = []
  try {
    for (let n = 0; n < count; n += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - n) }, () =>
        answerOf(random, pickOf(random, ['ar', 'en'])),
      )
      outcomes.push(
        ...(await Promise.all(some.map((it) => sendWhole(`${apiRoot}/bot${token}/sendMessage`, it)))),
      )
    }
  } finally {
    await close()
  }
  const sum = (value: (outcome: Outcome) => number) => outcomes.reduce((total, it) => total + value(it), 0)
  const sent = sum((it) => it.messages)
  const refused = outcomes.flatMap((it) => it.refused)
  return {
    n: `${outcomes.length} answers in ${sent} messages`,
    figures: {
      refused: share(refused.length, sent),
      'too long': share(
        sum((it) => it.tooLong),
        sent,
      ),
      'entities lost': sum((it) => it.lost),
      'words missing': outcomes.filter((it) => it.cut).length,
    },
    notes: refused.slice(0, listedMax),
  }
}

async function sendWhole(
  address: string,
  { reply, quoted, language }: ReturnType<typeof answerOf>,
): Promise<Outcome> {
  const parts = outgoing(reply, language)
  const outcome: Outcome = { messages: parts.length, refused: [], tooLong: 0, lost: 0, cut: false }
  for (const { text, extra } of parts) {
    const body = JSON.stringify({ chat_id: chatId, text, ...extra })
    if (Buffer.byteLength(body) > bodyBytesMax) outcome.tooLong++
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { ok, description = '', result } = Answered.parse(await response.json())
    if (!ok) outcome.refused.push(`${description}: ${JSON.stringify(text.slice(0, 80))}`)
    // What the server finds by itself (links, mentions, hashtags) is more, never less.
    else outcome.lost += Math.max(0, extra.entities.length - (result?.entities?.length ?? 0))
  }
  const shown = bare(parts.map(({ text }) => text).join(''))
  outcome.cut = quoted.some((it) => !shown.includes(bare(it)))
  return outcome
}

/** Blanks at the ends of a message are Telegram's to cut. */
const bare = (text: string): string => text.replace(/\s+/gu, '')
