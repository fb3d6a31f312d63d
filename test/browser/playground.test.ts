// The playground as its users have it: phone and desktop, light and dark, from right to left and from left to right, by mouse and by keyboard.

import axe, { type AxeResults } from 'axe-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath, say, usePlayground } from './browser.ts'

const executablePath = chromiumPath()
if (executablePath === undefined && process.env['CI'] === 'true')
  throw new Error('There is no Chromium on the PATH: the playground can not be tested')
if (executablePath === undefined)
  process.stderr.write('no Chromium on the PATH (or in CHROMIUM_PATH), so not run: test/browser\n')

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const readers = {
  readerArabic: { ask: 'ماذا قال بيسكوف؟', answer: /دميتري بيسكوف/u, paragraph: 'عرض الفقرة', dir: 'rtl' },
  readerEnglish: {
    ask: 'what did Peskov say',
    answer: /Dmitry Peskov/u,
    paragraph: 'Show the paragraph',
    dir: 'ltr',
  },
} as const

describe.skipIf(executablePath === undefined)('the playground', async () => {
  const { open } = executablePath === undefined ? { open: undefined } : await usePlayground(executablePath)
  const opened = (...asked: Parameters<NonNullable<typeof open>>) =>
    open ? open(...asked) : Promise.reject(new Error('no browser'))

  test.each(
    (['readerArabic', 'readerEnglish'] as const).flatMap((person) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        [phone, desktop].map((viewport) => ({ person, colorScheme, viewport, width: viewport.width })),
      ),
    ),
  )(
    '$person, $colorScheme, $width wide: answers, fits, and axe finds nothing serious',
    async ({ person, colorScheme, viewport }) => {
      const { ask, answer, dir } = readers[person]
      const page = await opened(person, { colorScheme, viewport })
      await say(page, ask, answer)
      expect(await page.locator('#composer').getAttribute('dir')).toBe(dir)
      // Nothing sticks out at the side.
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => [id, nodes.map((it) => it.html.slice(0, 200))])).toEqual([])
      await page.context().close()
    },
  )

  test.each(['readerArabic', 'readerEnglish'] as const)(
    '%s: a question, its paragraph and the menu of commands need no mouse',
    async (person) => {
      const { ask, answer, paragraph } = readers[person]
      const page = await opened(person, { viewport: desktop })
      await page.locator('#input').focus()
      await page.keyboard.type(ask)
      await page.keyboard.press('Enter')
      await page.locator('#messages > li').filter({ hasText: answer }).last().waitFor()
      const button = page.getByRole('button', { name: paragraph }).last()
      await button.focus()
      const before = await page.locator('#messages > li').count()
      await page.keyboard.press('Enter')
      // By the page's own eyes: its security policy lets no text become code.
      await page.locator('#messages > li').nth(before).waitFor()
      await page.locator('#input').focus()
      await page.keyboard.type('/lat')
      const menu = page.getByRole('listbox')
      await menu.waitFor()
      expect(await menu.getByRole('option').allTextContents()).toEqual([expect.stringContaining('/latest')])
      await page.keyboard.press('Escape')
      expect(await menu.isHidden()).toBe(true)
      await page.context().close()
    },
  )

  test('a document is chosen, sent and read', async () => {
    const page = await opened('readerEnglish', { viewport: phone })
    const text = [
      'Quay stays open',
      'The harbour master of Marfa, Huda al-Barqawi, said on Sunday that the quay would stay open all winter.',
      '"Nobody will have to wait," al-Barqawi told reporters.',
    ]
    const file = { name: 'quay.txt', mimeType: 'text/plain', buffer: Buffer.from(text.join('\n\n')) }
    await page.locator('#file').setInputFiles(file)
    await page.locator('#messages > li').filter({ hasText: 'Who says what in it' }).last().waitFor()
    expect(await page.locator('#messages > li').last().textContent()).toContain(
      'the quay would stay open all winter',
    )
    await page.context().close()
  })

  test('another person is another chat, in the other direction', async () => {
    const page = await opened('readerEnglish', { viewport: desktop })
    await page.locator('#people label').filter({ hasText: 'قارئ' }).click()
    await page.locator('#composer[dir=rtl]').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await page.context().close()
  })

  test.each([
    {
      person: 'readerArabic',
      subscribe: '/subscribe اقتصاد',
      city: '/settings القاهرة',
      next: /التالي/u,
      digest: /ملخص الصباح.*ميناء/su,
    },
    {
      person: 'readerEnglish',
      subscribe: '/subscribe economy',
      city: '/settings Cairo',
      next: /Next:/,
      digest: /Morning digest.*port/su,
    },
  ] as const)(
    '$person: the clock moves to the digest, and what passed on the wire can be read',
    async ({ person, subscribe, city, next, digest }) => {
      const page = await opened(person, { viewport: phone })
      await say(page, city, /القاهرة|Cairo/u)
      await say(page, subscribe, next)
      await page.locator('#clock').click()
      await page.locator('#messages > li').filter({ hasText: digest }).last().waitFor()
      await page.locator('#wire').click()
      await page.locator('#calls summary').first().waitFor()
      expect(await page.locator('#calls summary code').allTextContents()).toContain('sendMessage')
      await page.locator('#calls summary').first().click()
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/wire-${person}.png` })
      await page.keyboard.press('Escape')
      expect(await page.locator('#traffic').isVisible()).toBe(false)
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/clock-${person}.png` })
      await page.context().close()
    },
  )
})
