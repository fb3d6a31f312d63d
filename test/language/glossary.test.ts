// Words of news in two languages: what belongs together, which exact form stands in a text, and how fast it is found.

import { describe, expect, test } from 'vitest'
import { glossary, readTerms } from '../../src/language/glossary.ts'
import { readingsAt, wordsIn } from '../../src/language/glossary-reader.ts'
import { foldedWords } from '../../src/language/normalise.ts'
import { hasArabic, type Language } from '../../src/language/script.ts'
import { stem } from '../../src/language/stem.ts'

/** A form as searches look it up. */
const stems = (form: string): string =>
  foldedWords(form)
    .map((word) => stem(word, hasArabic(word) ? 'ar' : 'en'))
    .join(' ')

const shownFor = (text: string, language: Language): string[] =>
  readTerms(text, language).flatMap(({ term }) =>
    term ? [term[language === 'ar' ? 'en' : 'ar'][0] ?? ''] : [],
  )

/** The first reading of every word that has one. */
const readAll = (text: string, language: Language) => {
  const words = wordsIn(text)
  return words.flatMap((_, at) => readingsAt(words, at, language).slice(0, 1))
}

describe('the list', () => {
  test(`holds ${glossary().length} terms, at least 3,000, each with words in both languages`, () => {
    expect(glossary().length).toBeGreaterThanOrEqual(3_000)
    for (const { ar, en } of glossary()) {
      expect(ar.length * en.length).toBeGreaterThan(0)
      expect(ar.every((word) => hasArabic(word) && word === word.trim())).toBe(true)
      expect(en.every((word) => !hasArabic(word) && word !== '' && word === word.trim())).toBe(true)
    }
  })

  test('says nothing twice', () => {
    const lines = glossary().map(({ kind, ar, en }) => `${kind} ${en.join('|')} ${ar.join('|')}`)
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([])
  })

  test('has no line of common words that the lines before it make useless', () => {
    const known = new Set<string>()
    const useless = glossary().filter(({ kind, ar, en }) => {
      const words = ar.concat(en).map((form) => stems(form))
      const adds = words.some((it) => !known.has(it))
      for (const it of words) known.add(it)
      return kind === 'word' && !adds
    })
    expect(useless.map(({ en }) => en[0])).toEqual([])
  })

  test('gives a word one meaning in its kind; what is only shown, or only searched for, may have more', () => {
    const meanings = new Map<string, Set<string>>()
    for (const { kind, forms } of glossary()) {
      if (kind === 'word') continue
      const meaning = `${forms.en[0]?.singular ?? forms.en[0]?.plural} = ${forms.ar[0]?.singular ?? forms.ar[0]?.plural}`
      for (const { singular, plural } of [...forms.ar, ...forms.en].filter((it) => it.shownOnly !== true)) {
        for (const word of [singular, plural].filter((it) => it !== undefined)) {
          const key = `${kind}: ${word}`
          meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning))
        }
      }
    }
    expect([...meanings].filter(([, all]) => all.size > 1)).toEqual([])
  })

  test('has no mark of its notation left in a word', () => {
    const words = glossary().flatMap(({ ar, en }) => ar.concat(en))
    expect(words.filter((word) => /[|/*~\t]|(?<!OPEC)\+/.test(word))).toEqual([])
  })
})

describe('terms for searching', () => {
  test.each([
    ['الغارات على الموانئ', 'ar', ['raids', 'ports']],
    ['minister of transport', 'en', ['وزير النقل']],
    ['anything about vaccines', 'en', ['لقاحات']],
    ['الطبقة الرابعة', 'ar', ['class', 'fourth']],
    ['seventh', 'en', ['سابع']],
  ] as const)('%s is found in all its forms', (text, language, expected) => {
    expect(shownFor(text, language)).toEqual(expected)
  })

  test('the words come back whole, known or not', () => {
    const pieces = readTerms('قصف زنبرك الميناء', 'ar')
    expect(pieces.flatMap(({ words }) => words)).toEqual(['قصف', 'زنبرك', 'الميناء'])
    expect(pieces[1]?.term).toBeNull()
  })
})

describe('exact forms', () => {
  test.each([
    ['السفن', { plural: true, definite: true }],
    ['سفينتان', { plural: true, definite: false }],
    ['وبالسفينة', { plural: false, definite: true, joined: true, preposition: 'ب' }],
    ['للسفن', { plural: true, definite: true, preposition: 'ل' }],
    ['سفينتهم', { plural: false, owned: true }],
  ] as const)('%s is a ship, and what is joined to it is told apart', (text, expected) => {
    const [reading] = readAll(text, 'ar')
    expect(reading?.term.en).toContain('ship')
    expect(reading).toMatchObject(expected)
  })

  test('an adjective is not its noun', () => {
    expect(readAll('اقتصاد', 'ar')[0]?.term.en[0]).toBe('economy')
    const words = wordsIn('اقتصادية')
    expect(readingsAt(words, 0, 'ar').flatMap(({ term }) => term.en)).toContain('economic')
    expect(readingsAt(words, 0, 'ar').flatMap(({ term }) => term.en)).not.toContain('economy')
  })

  test('a longer term is taken before a shorter one inside it', () => {
    expect(readAll('الانتخابات الرئاسية', 'ar')[0]?.term.en).toContain('presidential election')
    expect(readAll('air strikes', 'en')[0]).toMatchObject({ length: 2, plural: true })
  })

  test('an abbreviation is known by its capitals', () => {
    expect(readAll('US', 'en')[0]?.term.kind).toBe('place')
    expect(readAll('U.S.', 'en')[0]?.term.kind).toBe('place')
    expect(readAll('us', 'en')).toEqual([])
    expect(readAll('who', 'en')).toEqual([])
  })

  test('a word that means too much is shown but not recognised', () => {
    expect(readAll('fine', 'en')).toEqual([])
    expect(readAll('غرامة', 'ar')[0]?.term.en).toContain('fine')
  })
})

test('a megabyte of text is read in well under a second once the list is loaded', () => {
  const text = 'قالت الوزارة إن الميناء سيستقبل السفن بعد إصلاح الأرصفة '.repeat(10_000)
  readTerms('السفن', 'ar')
  const start = performance.now()
  readTerms(text, 'ar')
  // A busy machine is given five times what it takes.
  expect(performance.now() - start).toBeLessThan(2_500)
})
