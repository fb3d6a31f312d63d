import http from 'node:http'
import { Telegraf } from 'telegraf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { playgroundUsers } from '../../src/playground/people.ts'
import { startPlayground, type Playground } from '../../src/playground/playground.ts'

// The page's server from the outside: what it serves, whom it turns away, and a bot that is really driven through it.

const token = '7000000001:random-token'
const log = { info: () => undefined }
const nextDigest = new Date('2026-12-02T05:00:00Z')
const moveClock = async (chatId: number) =>
  chatId === playgroundUsers.readerArabic.id ? { at: nextDigest, zone: 'Africa/Cairo' } : null
let playground: Playground
let port: string
let bot: Telegraf
let launched: Promise<void>

beforeAll(async () => {
  playground = await startPlayground({ port: 0, token, adminIds: [990], moveClock, log })
  port = new URL(playground.url).port
  bot = new Telegraf(token, { telegram: { apiRoot: playground.apiRoot } })
  bot.action('more', (context) => context.answerCbQuery('here it is', { show_alert: true }))
  bot.on('edited_message', (context) => context.reply('you changed it'))
  bot.on('text', (context) =>
    context.reply(`heard ${context.message.text} from ${context.from.id}`, {
      reply_markup: { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] },
    }),
  )
  launched = bot.launch()
})

afterAll(async () => {
  bot.stop()
  await launched
  await playground.close()
})

type Asked = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** Plain HTTP: unlike fetch it lets a test send any Host and Origin. */
function ask(path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const own = () => ({ origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' })
const say = (body: object, headers: Record<string, string> = own()) => ask('/playground/say', headers, body)
const hello = { person: 'readerEnglish', text: 'hello' }

describe('the page', () => {
  test('is served with a policy that allows its own files and nothing else', async () => {
    const { status, headers, body } = await ask('/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(body).not.toMatch(/<style|style="|<script>|javascript:|onclick|https?:\/\//)
  })

  test('names only files that are served, as what they are', async () => {
    const { body } = await ask('/')
    const paths = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(paths).toContain('/chat.js')
    const scripts = [...(await ask('/chat.js')).body.matchAll(/from '\.(\/[\w-]+\.js)'/g)].map(
      ([, path]) => path ?? '',
    )
    expect(scripts).toContain('/composer.js')
    for (const path of [...paths, ...scripts, '/rich-text.js', '/command-menu.js', '/wallpaper.svg'])
      expect([path, (await ask(path)).status]).toEqual([path, 200])
    expect((await ask('/chat.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    '/../package.json',
    '/%2e%2e/people.ts',
    '/page/chat.js',
    '/playground/files/..%2fchat.js',
    '//',
    '/x',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('takes another port when the wanted one is in use', async () => {
    const second = await startPlayground({ port: Number(port), token, adminIds: [], moveClock, log })
    expect(new URL(second.url).port).not.toBe(port)
    await second.close()
  })
})

describe('the gate', () => {
  test.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:PORT'])(
    'does not answer to the host name "%s"',
    async (name) => {
      const host = name.replace('PORT', port)
      expect((await ask('/', { host })).status).toBe(421)
      expect((await say(hello, { ...own(), host, origin: `http://${host}` })).status).toBe(421)
    },
  )

  test('answers to localhost', async () => {
    expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200)
  })

  test.each<[string, Record<string, string>]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['of another port here', { origin: 'http://127.0.0.1:1' }],
    ['of a sandboxed frame', { origin: 'null' }],
    ['of another site, by its fetch metadata', { 'sec-fetch-site': 'same-site' }],
  ])('refuses words %s', async (_what, headers) => {
    expect((await say(hello, { ...own(), ...headers })).status).toBe(403)
  })

  test('refuses words that do not say where they come from', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await say(hello, json)).status).toBe(403)
    expect((await say(hello, { ...json, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await say(hello, { ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('refuses what a plain form could send, and other methods', async () => {
    expect((await say(hello, { ...own(), 'content-type': 'text/plain' })).status).toBe(415)
    const response = await fetch(`${playground.url}playground/say`, { method: 'DELETE' })
    expect(response.status).toBe(405)
  })

  test('lets another site link to the page, and load nothing of it', async () => {
    const site = { 'sec-fetch-site': 'cross-site' }
    const link = { ...site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask('/?start=topic', link)).status).toBe(200)
    expect((await ask('/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await ask('/chat.js', { ...site, 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
    expect((await ask('/playground/events', { ...site, 'sec-fetch-mode': 'cors' })).status).toBe(403)
  })

  test('refuses too much at once, and what it does not understand', async () => {
    expect((await say({ ...hello, text: 'x'.repeat(4097) })).status).toBe(400)
    expect((await say({ ...hello, person: 'nobody' })).body).toContain('No such person')
    expect((await ask('/playground/dance', own(), {})).status).toBe(404)
    const flood = await say({ ...hello, extra: 'x'.repeat(70_000) }).catch(() => ({ status: 400 }))
    expect(flood.status).toBe(400)
  })

  test('keeps the Bot API to those who know the token', async () => {
    expect((await fetch(`${playground.apiRoot}/bot1:guess/getMe`)).status).toBe(401)
    expect((await fetch(`${playground.apiRoot}/bot${token}/getMe`)).status).toBe(200)
  })
})

describe('the feed', () => {
  test('begins with how everything stands, and the admin has the id that the bot knows', async () => {
    const feed = await openFeed()
    const { people } = State.parse(await feed.next('state'))
    expect(people.map(({ person, user }) => [person, user.id])).toEqual([
      ['readerArabic', playgroundUsers.readerArabic.id],
      ['readerEnglish', playgroundUsers.readerEnglish.id],
      ['admin', 990],
    ])
    feed.close()
  })

  test('tells what is said, answered, tapped and changed', async () => {
    const feed = await openFeed()
    await say({ person: 'admin', text: 'good day' })
    expect(await feed.next('message')).toMatchObject({ message: { text: 'good day', from: { id: 990 } } })
    const { message } = Told.parse(await feed.next('message'))
    expect(message.text).toBe('heard good day from 990')

    const tap = { person: 'admin', messageId: message.message_id, data: 'more' }
    const { queryId } = z
      .object({ queryId: z.string() })
      .parse(JSON.parse((await ask('/playground/tap', own(), tap)).body))
    expect(await feed.next('tapAnswered')).toMatchObject({ queryId, text: 'here it is', alert: true })
    expect((await ask('/playground/tap', own(), { ...tap, data: 'less' })).body).toContain('No button')

    const edit = { person: 'admin', messageId: message.message_id - 1, text: 'good night' }
    await ask('/playground/edit', own(), edit)
    expect(await feed.next('edited')).toMatchObject({ message: { text: 'good night' } })
    expect(await feed.next('message')).toMatchObject({ message: { text: 'you changed it' } })
    feed.close()
  })

  test('tells of a new command menu', async () => {
    const feed = await openFeed()
    await feed.next('state')
    await bot.telegram.setMyCommands([{ command: 'latest', description: 'آخر الأخبار' }], {
      language_code: 'ar',
    })
    const { people } = State.parse(await feed.next('state'))
    expect(people.map(({ commands }) => commands.length)).toEqual([1, 0, 0])
    feed.close()
  })
})

const State = z.object({
  people: z.array(
    z.object({ person: z.string(), user: z.object({ id: z.number() }), commands: z.array(z.unknown()) }),
  ),
})
const Told = z.object({ message: z.object({ message_id: z.number(), text: z.string() }) })

/** Reads Server-Sent Events; `next` waits for the next one of a kind (an event's name, or a change's kind). */
async function openFeed() {
  const ended = new AbortController()
  const response = await fetch(`${playground.url}playground/events`, { signal: ended.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffer = ''
  const next = async (kind: string): Promise<unknown> => {
    for (;;) {
      const end = buffer.indexOf('\n\n')
      if (end < 0) {
        const { value } = (await reader?.read()) ?? {}
        if (value === undefined) throw new Error('The feed ended')
        buffer += value
        continue
      }
      const event = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? []
      const told: unknown = JSON.parse(data ?? '{}')
      if (name === kind || z.object({ kind: z.literal(kind) }).safeParse(told).success) return told
    }
  }
  return { next, close: () => ended.abort() }
}

test('the clock moves to the digest of whoever one is, where one is due', async () => {
  const clock = async (person: string) => JSON.parse((await ask('/playground/clock', own(), { person })).body)
  expect(await clock('readerArabic')).toEqual({
    moved: { at: nextDigest.toISOString(), zone: 'Africa/Cairo' },
  })
  expect(await clock('readerEnglish')).toEqual({ moved: null })
  expect((await ask('/playground/clock', own(), { person: 'nobody' })).status).toBe(400)
})

const traffic = async (person: string) => (await ask('/playground/traffic', own(), { person })).body

test('what passes between bot and server is shown of one’s own chat, without the token', async () => {
  await say({ person: 'readerEnglish', text: 'over the wire' })
  await expect.poll(() => traffic('readerEnglish')).toContain('heard over the wire')
  const all = await traffic('readerEnglish')
  expect(all).toContain('"method":"getUpdates"')
  expect(all).toContain('"method":"sendMessage"')
  expect(all).not.toContain('random-token')
  expect(await traffic('readerArabic')).not.toContain('over the wire')
})
