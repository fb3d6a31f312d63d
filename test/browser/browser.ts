// A Chromium that is on the machine already, headless, and the playground of a program of our own in it.

import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { khabar } from '../support/process.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where Chromium is; undefined where there is none. CHROMIUM_PATH says it of one elsewhere. */
export function chromiumPath(): string | undefined {
  const asked = process.env['CHROMIUM_PATH']
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return [asked, ...names.flatMap((name) => folders.map((folder) => path.join(folder, name)))].find(
    (it) => it !== undefined && existsSync(it),
  )
}

/** Starts Khabar with its samples, and a browser; both end with the tests of the file. */
export async function usePlayground(executablePath: string) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'khabar-browser-'))
  await chmod(dataDir, 0o755)
  const program = khabar(dataDir, ['start'])
  let browser: Browser | undefined
  afterAll(async () => {
    await browser?.close()
    await program.kill({ all: true })
    await rm(dataDir, { recursive: true, force: true })
  })
  await program.until(/^Ctrl-C stops/)
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(program.stdout())?.[0] ?? ''
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const opened = browser
  return {
    /** The page as one of the playground's people, in a browser that knows nothing of earlier ones. */
    open: async (person: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await opened.newContext(options)
      await context.addInitScript((who) => localStorage.setItem('person', who), person)
      const page = await context.newPage()
      await page.goto(url)
      await page.locator('#input').waitFor()
      return page
    },
  }
}

/** Says something in the chat, and comes back when the bot has answered with words that fit. */
export async function say(page: Page, words: string, answer: RegExp): Promise<void> {
  await page.locator('#input').fill(words)
  await page.locator('#input').press('Enter')
  await page.locator('#messages > li').filter({ hasText: answer }).last().waitFor()
}
