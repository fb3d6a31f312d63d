import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { OutsideError } from '../../src/errors.ts'
import { createFetcher } from '../../src/sources/fetch.ts'
import { useSite } from './site.ts'

const { routes, base, fetcher } = await useSite()

async function failure(promise: Promise<unknown>): Promise<OutsideError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof OutsideError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

test('an answer comes with its text, its validators and where it came from', async () => {
  routes.set('/feed', (response) => {
    response.writeHead(200, {
      'content-type': 'text/xml',
      etag: '"v1"',
      'last-modified': 'Tue, 03 Oct 2023 10:00:00 GMT',
    })
    response.end('<rss/>')
  })

  expect(await fetcher.fetch(`${base}/feed#top`)).toEqual({
    status: 'fetched',
    url: `${base}/feed`,
    movedTo: null,
    contentType: 'text/xml',
    text: '<rss/>',
    etag: '"v1"',
    lastModified: 'Tue, 03 Oct 2023 10:00:00 GMT',
    freshForMs: 0,
  })
})

test('an unchanged feed is asked for with its validators and costs no body', async () => {
  routes.set('/feed', (response, { headers }) => {
    const same = headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'yesterday'
    response.writeHead(same ? 304 : 200).end()
  })

  expect(await fetcher.fetch(`${base}/feed`, { etag: '"v1"', lastModified: 'yesterday' })).toEqual({
    status: 'unchanged',
    url: `${base}/feed`,
  })
})

test('it says who it is', async () => {
  let agent: string | undefined
  routes.set('/', (response, { headers }) => {
    agent = headers['user-agent']
    response.end('x')
  })

  await fetcher.fetch(base)
  expect(agent).toMatch(/^Khabar\/\d+\.\d+\.\d+ \(\+news bot\)$/)
})

test('the charset of the header counts, and Arabic is read even where the header lies', async () => {
  const arabic = Buffer.from([0xdd, 0xed, 0x20, 0xc7, 0xe1, 0xe3, 0xed, 0xe4, 0xc7, 0xc1]) // «في الميناء» in windows-1256
  for (const charset of ['windows-1256', 'utf-8', 'iso-8859-1']) {
    routes.set('/', (response) =>
      response.writeHead(200, { 'content-type': `text/html; charset=${charset}` }).end(arabic),
    )
    expect(await fetcher.fetch(base)).toMatchObject({ text: 'في الميناء' })
  }
})

describe('redirects', () => {
  test('are followed, and a permanent one is told', async () => {
    routes.set('/old', (response) => response.writeHead(301, { location: '/new' }).end())
    routes.set('/away', (response) => response.writeHead(302, { location: `${base}/new` }).end())
    routes.set('/new', (response) => response.end('x'))

    expect(await fetcher.fetch(`${base}/old`)).toMatchObject({ url: `${base}/new`, movedTo: `${base}/new` })
    expect(await fetcher.fetch(`${base}/away`)).toMatchObject({ url: `${base}/new`, movedTo: null })
  })

  test('end after five', async () => {
    let asked = 0
    routes.set('/loop', (response) => {
      asked++
      response.writeHead(302, { location: '/loop' }).end()
    })

    expect((await failure(fetcher.fetch(`${base}/loop`))).message).toContain('more than 5 times')
    expect(asked).toBe(6)
  })

  test.each(['file:///etc/passwd', 'ftp://x.example/', 'javascript:alert(1)'])(
    'to other than the web are refused: %s',
    async (location) => {
      routes.set('/', (response) => response.writeHead(302, { location }).end())
      expect(await failure(fetcher.fetch(base))).toMatchObject({ name: 'OutsideError', permanent: true })
    },
  )
})

describe('limits', () => {
  test('of size count what is unpacked', async () => {
    routes.set('/', (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 'a'))),
    )
    expect(await failure(fetcher.fetch(base))).toMatchObject({
      permanent: true,
      message: expect.stringContaining('larger than'),
    })
  })

  test.each([
    ['before the headers', () => undefined],
    ['in the middle of the body', (response: ServerResponse) => response.writeHead(200).write('<rss>')],
  ])('of time end a server that hangs %s', async (_, hang) => {
    routes.set('/', hang)
    const started = performance.now()

    const error = await failure(fetcher.fetch(base))
    expect(error).toMatchObject({
      name: 'OutsideError',
      permanent: false,
      message: expect.stringContaining('longer than 1.5 s'),
    })
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

test.each([
  [404, true],
  [410, true],
  [429, false],
  [503, false],
])('an answer of %i is a failure, and permanent or not as it should be', async (status, permanent) => {
  routes.set('/', (response) => response.writeHead(status).end())
  expect(await failure(fetcher.fetch(base))).toMatchObject({
    permanent,
    message: expect.stringContaining(String(status)),
  })
})

test('what is no text, no server and no address says so', async () => {
  routes.set('/', (response) => response.end(Buffer.from('%PDF-1.7')))
  expect((await failure(fetcher.fetch(base))).message).toContain('a PDF')
  expect((await failure(fetcher.fetch('http://127.0.0.1:9/'))).message).toMatch(/not fetched/)
  expect((await failure(fetcher.fetch('not an address'))).message).toContain('no web address')
})

test('by default no inner address is asked, whatever it is called', async () => {
  let asked = 0
  routes.set('/', (response) => {
    asked++
    response.end('secret')
  })
  const careful = createFetcher()
  const { port } = new URL(base)
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f000001',
    '0177.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ]) {
    expect(await failure(careful.fetch(`http://${host}:${port}/`))).toMatchObject({ permanent: true })
    expect(await failure(careful.fetch(`http://${host}:8080/`))).toMatchObject({
      message: expect.stringContaining('inner address'),
    })
  }
  await careful.close()
  expect(asked).toBe(0)
})

test.each([[['127.0.0.1']], [['93.184.215.14', '10.0.0.8']], [['::ffff:192.168.1.1']], [['fd00:ec2::254']]])(
  'a public name that leads inward is not connected to: %j',
  async (addresses) => {
    const careful = createFetcher({
      resolve: (_, __, callback) => {
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      },
    })

    expect(await failure(careful.fetch('http://news.example:8080/'))).toMatchObject({
      permanent: true,
      message:
        'http://news.example:8080/ was not fetched: news.example is an inner address, and only public ones are fetched.',
    })
    await careful.close()
  },
)

test('a host is asked by few at once and with a pause between, another one meanwhile', async () => {
  const polite = createFetcher({ allowPrivate: true, limits: { perHost: 2, hostDelayMs: 40 } })
  let [active, most] = [0, 0]
  const starts: number[] = []
  routes.set('/slow', (response) => {
    most = Math.max(most, ++active)
    starts.push(performance.now())
    setTimeout(() => {
      active--
      response.end('x y z')
    }, 60)
  })
  await Promise.all([1, 2, 3, 4].map((n) => polite.fetch(`${base}/slow?${n}`)))
  await polite.close()
  expect(most).toBeLessThanOrEqual(2)
  expect(starts.slice(1).every((at, n) => at - (starts[n] ?? 0) >= 30)).toBe(true)
})

test('the rules for robots are kept where nobody asked for the page by name, and none where there are none', async () => {
  routes.set('/robots.txt', (response) => void response.end('User-agent: khabar\nDisallow: /secret\n'))
  for (const name of ['/secret/1', '/open/1'])
    routes.set(name, (response) => void response.end('words of a page'))
  const robot = createFetcher({ allowPrivate: true, limits: { hostDelayMs: 0 } })
  expect((await failure(robot.fetch(`${base}/secret/1`, { asRobot: true }))).message).toContain('robots.txt')
  expect(await robot.fetch(`${base}/open/1`, { asRobot: true })).toMatchObject({ status: 'fetched' })
  expect(await robot.fetch(`${base}/secret/1`)).toMatchObject({ status: 'fetched' })
  routes.delete('/robots.txt')
  const other = createFetcher({ allowPrivate: true, limits: { hostDelayMs: 0 } })
  expect(await other.fetch(`${base}/secret/1`, { asRobot: true })).toMatchObject({ status: 'fetched' })
  routes.set('/robots.txt', (response) => void response.writeHead(500).end())
  const third = createFetcher({ allowPrivate: true, limits: { hostDelayMs: 0 } })
  expect((await failure(third.fetch(`${base}/open/1`, { asRobot: true }))).permanent).toBe(true)
  await Promise.all([robot.close(), other.close(), third.close()])
})

test.each([
  ['120', 120_000],
  ['x', undefined],
  ['99999999', 7 * 24 * 60 * 60_000],
])('Retry-After %s', async (header, wanted) => {
  routes.set('/busy', (response) => void response.writeHead(429, { 'retry-after': header }).end())
  const error = await failure(fetcher.fetch(`${base}/busy`))
  expect(error).toMatchObject({ retryAfterMs: wanted, permanent: false })
})
