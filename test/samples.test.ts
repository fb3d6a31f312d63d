import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../src/articles/article.ts'
import { readSamples, type Sample, samplesFolder } from '../src/articles/samples.ts'
import { findQuotations } from '../src/language/quotations.ts'
import { readCases } from '../src/evaluation/case.ts'
import { labelSamples } from './cases/label.ts'

const samples: { draft: Draft; sample: Sample }[] = []
for await (const each of readSamples()) samples.push(each)
const cases = readCases()
const invented = samples.filter(({ sample }) => sample.kind === 'invented').map(({ draft }) => draft)
const retold = samples.filter(({ sample }) => sample.kind === 'retold')

const words = (text: string): number => text.split(/\s+/).length

/** Every outlet and agency that an invented article may name as its source; all of them are invented too. */
const inventedOutlets = new Set([
  'صحيفة المرفأ',
  'إذاعة تل نسيم',
  'نشرة وادي السمر',
  'وكالة أنباء الريم',
  'The Reem Courier',
  'Tell Nasim Post',
  'Reem News Agency',
])

describe('the samples', () => {
  test('are at least 34 articles, 18 in Arabic and 16 in English, each with a title and a hundred words or more', () => {
    expect(samples.filter(({ draft }) => draft.language === 'ar').length).toBeGreaterThanOrEqual(18)
    expect(samples.filter(({ draft }) => draft.language === 'en').length).toBeGreaterThanOrEqual(16)
    expect(samples.filter(({ draft }) => words(draft.title) < 5 || words(draft.text) < 100)).toEqual([])
  })

  test('come in four kinds of file, and every file of the folder is in the manifest', async () => {
    const files = (await readdir(samplesFolder)).filter(
      (name) => !['README.md', 'manifest.json'].includes(name),
    )
    const loaded = new Set(samples.map(({ draft }) => /([^/\\]+)#/.exec(draft.origin ?? '')?.[1]))
    expect(loaded).toEqual(new Set(files))
    expect(new Set(files.map((name) => name.split('.').at(-1)))).toEqual(
      new Set(['txt', 'md', 'html', 'jsonl']),
    )
  })

  test('hold at least three second articles behind a "read also", undated, with no line of the first', () => {
    const second = samples.filter(({ draft }) => draft.origin?.endsWith('.txt#1')).map(({ draft }) => draft)
    expect(second.length).toBeGreaterThanOrEqual(3)
    for (const draft of second) {
      const file = draft.origin?.replace(/#1$/, '#0')
      const first = samples.find((it) => it.draft.origin === file)?.draft
      expect(draft.publishedAt).toBeNull()
      for (const line of draft.text.split('\n')) expect(first?.text).not.toContain(line)
    }
  })

  test('leave no mark line of the scrape in a text or title', () => {
    for (const { draft } of samples) {
      expect(`${draft.title}\n${draft.text}`).not.toMatch(
        /^(?:تاريخ النشر|المصدر|كلمات دلالية|[إا]قرأ أيضا|Published|Source|Keywords|Read also)|جميع الحقوق|All rights/m,
      )
    }
  })

  test('are dated from 6 to 23 November 2026, some with time and zone, unless they are retold or undated', () => {
    const dates = invented.flatMap(({ publishedAt }) => publishedAt ?? [])
    for (const date of dates) expect(date).toMatch(/^2026-11-(?:0[6-9]|1\d|2[0-3])/)
    expect(dates.filter((date) => date.includes('T')).length).toBeGreaterThanOrEqual(4)
    expect(invented.length - dates.length).toBeGreaterThanOrEqual(1)
  })

  test('name only invented outlets as the source of what is invented', () => {
    const named = invented.map(({ source, agency }) => [source, agency].filter((it) => it !== null))
    expect(named.filter((outlets) => outlets.length === 0)).toEqual([])
    expect(named.flat().filter((outlet) => !inventedOutlets.has(outlet))).toEqual([])
  })

  test('say in their source line what they were retold from, and quote nobody', () => {
    expect(retold).toHaveLength(4)
    for (const { draft, sample } of retold) {
      const outlet = sample.kind === 'retold' ? sample.outlet : ''
      const label =
        draft.language === 'ar' ? 'نص كتبه مشروع «خبر» عن: ' : 'Retold by the Khabar project from: '
      expect(draft.source?.slice(0, label.length + outlet.length)).toBe(label + outlet)
      expect(draft.agency).toBeNull()
      expect(findQuotations(`${draft.title}\n${draft.text}`)).toEqual([])
    }
  })

  test('keep real people out of what is invented', () => {
    const real =
      /ماكرون|بيسكوف|ليوكمانوف|كوبكا|بارو(?!د)|بن زايد|Macron|Peskov|Lyukmanov|Kupka|Barrot|bin Zayed/
    for (const { title, text } of invented) expect(`${title}\n${text}`).not.toMatch(real)
  })
})

describe('readSamples', () => {
  test('refuses a folder with a sample that can’t be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samples-'))
    await writeFile(join(folder, 'manifest.json'), '{"files":[{"file":"gone.txt","kind":"invented"}]}')
    await expect(readSamples(folder).next()).rejects.toThrow('gone.txt')
  })
})

describe('the labelled statements', () => {
  test('are what the label page says today', async () => {
    expect(cases).toEqual(await labelSamples())
  })

  test('stand beside exactly the articles that the samples give', () => {
    expect(cases.map(({ title, text }) => ({ title, text }))).toEqual(
      samples.map(({ draft: { title, text } }) => ({ title, text })),
    )
  })

  test('are, letter for letter, in their articles, quoted parts too', () => {
    for (const article of cases) {
      for (const statement of article.statements) {
        const text = article[statement.in]
        expect(text.slice(statement.start, statement.end)).toBe(statement.text)
        expect(text.charAt(statement.start - 1) + text.charAt(statement.end)).not.toMatch(/\p{L}/u)
        for (const quote of statement.quotes) {
          expect(quote.start).toBeGreaterThanOrEqual(statement.start)
          expect(quote.end).toBeLessThanOrEqual(statement.end)
        }
      }
    }
  })

  test('have the form that their quotation marks give them', () => {
    const wrong = cases
      .flatMap(({ statements }) => statements)
      .filter(({ form, quotes, start, end }) => {
        const whole = quotes.length === 1 && quotes[0]?.start === start && quotes[0].end === end
        return form !== (whole ? 'direct' : quotes.length > 0 ? 'mixed' : 'indirect')
      })
    expect(wrong).toEqual([])
  })

  test('are of every class and form, with joint, unnamed and title statements among them', () => {
    const all = cases.flatMap(({ statements }) => statements)
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(new Set(all.map((it) => it.verbClass)).size).toBe(11)
    expect(new Set(all.map((it) => it.form)).size).toBe(3)
    expect(all.filter((it) => it.persons.length > 1).length).toBeGreaterThanOrEqual(2)
    expect(all.filter((it) => it.canonical === null).length).toBeGreaterThanOrEqual(10)
    expect(all.filter((it) => it.in === 'title').length).toBeGreaterThanOrEqual(4)
  })

  test('put no words in the mouth of the French minister, who is only mentioned', () => {
    const persons = cases.flatMap(({ statements }) => statements.flatMap((it) => it.persons))
    expect(persons.filter((name) => /بارو|Barrot/.test(name))).toEqual([])
    expect(cases.filter(({ text }) => /جان نويل بارو|Jean-Noël Barrot/.test(text))).toHaveLength(2)
  })
})
