// One text, named or on standard input: statements and summarize. Nothing is stored, no database is started.

import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractStatements } from '../../src/statements/extract.ts'
import { documents, khabar, useFolder } from '../support/commandline.ts'

const folder = await useFolder()
const settings = { DATA_DIR: path.join(folder, 'data') }

const mayor = 'The mayor of Tal Nasim, Rana Sulaimi, said the bridge was safe.'

describe('statements', () => {
  test('of a file come with the articles that their offsets are into, title and text', async () => {
    const file = path.join(folder, 'a.txt')
    const title = '🌉 Bridge will open on Friday, Sulaimi says'
    await writeFile(file, `${title}\n\n${mayor}\nShe added that it would open on Friday.\n`)
    const { stdout, stderr, code } = await khabar(['statements', file, '--json'], { settings })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(documents(stdout)).toMatchObject([
      {
        statements: [
          { in: 'title', text: '🌉 Bridge will open on Friday', start: 0, end: 29, article: 0 },
          { in: 'text', text: 'the bridge was safe', start: mayor.indexOf('the bridge'), article: 0 },
          { in: 'text', person: 'Rana Sulaimi', text: 'it would open on Friday', article: 0 },
        ],
        articles: [{ title, text: `${mayor}\nShe added that it would open on Friday.` }],
      },
    ])
  })

  test('of standard input keep its offsets: CRLF and emoji count, a byte order mark does not', async () => {
    const text = `🌉\r\n\r\n${mayor}\r\n`
    const { stdout, code } = await khabar(['statements', '-', '--json'], { settings, stdin: `\ufeff${text}` })
    const start = text.indexOf('the bridge')
    expect(code).toBe(0)
    expect(documents(stdout)).toMatchObject([
      { statements: [{ start, end: start + 19 }], articles: [{ title: '', text }] },
    ])
  })

  test('of binary data are none, and the reason is told', async () => {
    const stdin = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2])
    const reason = 'standard input is a PDF, not text'
    const { stdout, stderr, code } = await khabar(['statements', '-', '--json'], { settings, stdin })
    expect(documents(stdout)).toEqual([{ statements: [], articles: [], failed: [{ input: '-', reason }] }])
    expect({ stderr, code }).toEqual({ stderr: `-: ${reason}\n`, code: 1 })
  })

  test('that a title repeats from the beginning of the text are told once', () => {
    const found = extractStatements({ title: mayor, text: `${mayor} It rained.` })
    expect(found).toMatchObject([{ in: 'text', text: 'the bridge was safe' }])
  })
})

describe('summarize', () => {
  test('of a file gives a headline, a text, how it was made, and topics', async () => {
    const file = path.join(folder, 'b.txt')
    await writeFile(file, `Bridge is safe, says mayor\n\n${mayor} It was built in 1930.\n`)
    const { stdout, stderr, code } = await khabar(['summarize', file, '--lang', 'en', '--json'], { settings })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(documents(stdout)).toEqual([
      {
        title: 'Bridge is safe, says mayor',
        summaries: {
          en: {
            headline: 'Bridge is safe, says mayor',
            body: expect.stringContaining(mayor),
            method: 'extract',
          },
        },
        topics: expect.any(Array),
      },
    ])
  })

  test('of nothing says so', async () => {
    const { stdout, stderr, code } = await khabar(['summarize', '-', '--json'], { settings })
    expect(documents(stdout)).toEqual([
      { title: null, summaries: {}, topics: [], failed: [{ input: '-', reason: 'standard input is empty' }] },
    ])
    expect({ stderr, code }).toEqual({ stderr: '-: standard input is empty\n', code: 1 })
  })
})

test('none of this has started a database', () => {
  expect(existsSync(settings.DATA_DIR)).toBe(false)
})
