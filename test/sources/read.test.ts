// What an address holds: a feed, a page, or nothing that can be read.

import { describe, expect, test } from 'vitest'
import type { Read } from '../../src/articles/article.ts'
import { readInput } from '../../src/sources/read.ts'
import { useSite } from './site.ts'

const { routes, base, fetcher } = await useSite()

async function readAll(input: string): Promise<Read[]> {
  const reads: Read[] = []
  for await (const it of readInput(input, { fetcher })) reads.push(it)
  return reads
}

describe('an address is a feed or a page by what it holds', () => {
  test('a feed with the wrong type', async () => {
    routes.set('/', (response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          '<rss version="2.0"><channel><title>Herald</title><item><title>A</title><description>Text.</description></item></channel></rss>',
        ),
    )
    expect(await readAll(base)).toMatchObject([{ draft: { title: 'A', source: 'Herald' } }])
  })

  test('a page', async () => {
    routes.set('/', (response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<title>Harbour</title><article><p>The port of Salmana opens in June.</p></article>'),
    )
    expect(await readAll(base)).toMatchObject([
      {
        input: base,
        draft: { title: 'Harbour', text: 'The port of Salmana opens in June.', url: `${base}/` },
      },
    ])
  })

  test('a failure is told in its place', async () => {
    expect(await readAll(`${base}/none`)).toEqual([
      { input: `${base}/none`, failed: expect.stringContaining('404') },
    ])
    expect(await readAll('ftp://x.example/a')).toEqual([
      { input: 'ftp://x.example/a', failed: expect.stringContaining('only http and https') },
    ])
  })
})
