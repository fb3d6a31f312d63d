// Key facts for a reader of the other language: fluent where every word is known, silent where not, never more than the words say.

import { type Arbitrary, array, assert, constantFrom, nat, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutPhrase, factsLines } from '../../src/answers/facts.ts'
import { glossary } from '../../src/language/glossary.ts'
import { readingsAt, wordsIn } from '../../src/language/glossary-reader.ts'
import { foldedWords } from '../../src/language/normalise.ts'
import type { Language } from '../../src/language/script.ts'
import { findPhrases, listItems } from '../../src/phrases/phrases.ts'
import { saidOf } from '../support/said.ts'

const about = (text: string, language: Language): string[] =>
  listItems(findPhrases(text, language).phrases, language === 'ar' ? 'en' : 'ar', 4)

describe('what Arabic words are about, in English', () => {
  test.each([
    ['الاتهامات ضد تركيا بشن هجمات إلكترونية', ['accusations against Turkey', 'cyber-attacks']],
    ['أسعار النفط', ['oil prices']],
    ['تذكرة الحافلة', ['bus ticket']],
    ['أسعار السلع الأساسية', ['prices of essential goods']],
    [
      'التعاون مع البرازيل في مجال الطاقة المتجددة',
      ['cooperation with Brazil in the field of renewable energy'],
    ],
    ['قمة بين مصر وتونس', ['summit between Egypt and Tunisia']],
    ['غارات إسرائيلية على لبنان', ['Israeli raids on Lebanon']],
    ['ارتفاع أسعار الوقود', ['rise in fuel prices']],
    ['تصريحات وزيرة الصحة', ['remarks by the health minister']],
    ['رئيس الوفد', ['head of the delegation']],
    ['دول الناتو', ['NATO countries']],
    ['محاكمة شركة', ['trial of a company']],
    ['180 سفينة', ['ships']],
  ])('%s', (text, expected) => {
    expect(about(text, 'ar')).toEqual(expected)
  })

  test('whose deed it is, or against whom, is not guessed: the parts stand apart', () => {
    expect(about('هجوم روسيا', 'ar')).toEqual(['attack', 'Russia'])
  })

  test('a term under a negation is left out, up to the next thought', () => {
    expect(about('لا توجد أدلة على الفساد، بل أزمة', 'ar')).toEqual(['crisis'])
    expect(about('لم تدمر الغارات الجسر', 'ar')).toEqual([])
  })

  test('a set phrase is left out under a negation that is not its own', () => {
    expect(findPhrases('لن نغلق المدرسة مرة أخرى', 'ar').sayings).toEqual([])
    expect(findPhrases('القرار لا أساس له', 'ar').sayings).toEqual([
      { written: 'لا أساس له', shown: 'no basis' },
    ])
  })

  test('a genitive that goes on with an unknown word is not shown: it may be a name', () => {
    expect(about('طريق وادي الزنبرك', 'ar')).toEqual(['road'])
  })

  test('words in a set expression mean nothing by themselves', () => {
    expect(about('مرفوض على الإطلاق', 'ar')).toEqual([])
  })
})

describe('what English words are about, in Arabic', () => {
  test.each([
    ['accusations against Turkey', ['اتهامات ضد تركيا']],
    ['Russian cyber-attacks on Ukraine', ['هجمات إلكترونية روسية على أوكرانيا']],
    ['the Czech transport minister', ['وزير النقل التشيكي']],
    ['oil prices', ['أسعار النفط']],
    ['talks between Egypt and Tunisia', ['مفاوضات بين مصر وتونس']],
    ['new schools', ['مدارس جديدة']],
    ['remarks by the French president', ['تصريحات الرئيس الفرنسي']],
    ['humanitarian aid', ['مساعدات إنسانية']],
  ])('%s', (text, expected) => {
    expect(about(text, 'en')).toEqual(expected)
  })

  test('a noun before an unknown noun is not the head, and a verb is no deed', () => {
    expect(about('no evidence of corruption', 'en')).toEqual([])
    expect(about('they want to attack', 'en')).toEqual([])
  })
})

const title = 'وزارة النقل ترد'
const body = [
  'قال وزير النقل السلوفيني ياريك نوفينا إن القراصنة هاجموا القطارات.',
  'وقال الرئيس النمساوي ليوبولد براندر إن بلاده مستعدة.',
  'وأكد المتحدث باسم الحكومة سليم القندلاوي للصحفيين، تعليقا على تصريحات الوزير السلوفيني والرئيس النمساوي، أن الاتهامات ضد تونس بشن هجمات إلكترونية لا تدعمها أي حجج، ولا أساس لها وغير مقبولة.',
].join('\n')

describe('the key facts of a statement', () => {
  const said = saidOf({ title, text: body }, 'ar', 2)
  const reader = { language: 'en', today: '2026-11-22', hasModel: false } as const

  test('say what it is about, which terms it uses, and what it comments on, with the names of the offices', () => {
    expect(factsLines(said, reader)).toEqual([
      ['Key facts (from a word list, not a translation)'],
      ['• About: accusations against Tunisia, cyber-attacks'],
      ['• Terms in it: no basis (لا أساس لها), unacceptable (غير مقبولة)'],
      [
        expect.stringMatching(
          /^• Commenting on: remarks by the Slovenian minister \(.+\) and the Austrian president \(.+\)$/,
        ),
      ],
    ])
  })

  test('are nothing for a reader of its own language, or of a third one', () => {
    expect(factsLines(said, { ...reader, language: 'ar' })).toEqual([])
    expect(factsLines({ ...said, language: 'other' }, reader)).toEqual([])
  })

  test('go into a sentence as one phrase', () => {
    expect(aboutPhrase(said, 'en')).toBe('accusations of cyber-attacks against Tunisia')
    expect(aboutPhrase(said, 'ar')).toBe('')
  })

  test('stand in no quotation marks', () => {
    expect(JSON.stringify(factsLines(said, reader).slice(1)).replaceAll('"', '')).not.toMatch(/[«»“”]/)
  })
})

/** A word without what Arabic joins to it, as loosely as can be. */
const variants = (word: string): string[] =>
  [word, word.replace(/^(?:و|ب|ل)(?=..)/, '')]
    .flatMap((it) => [it, it.replace(/^(?:ال|لل|ل)(?=..)/, '')])
    .flatMap((it) => [it, it.replace(/(?:ون|و|ه|ا)$/, '')])

/** All words of all terms of which a form stands in the text, clitics and endings cut as loosely as can be. */
const allowed = (text: string, language: Language): Set<string> => {
  const words = wordsIn(text)
  const terms = words.flatMap((_, at) => readingsAt(words, at, language).map(({ term }) => term))
  return new Set(
    terms.flatMap((term) => foldedWords(term[language === 'ar' ? 'en' : 'ar'].join(' ')).flatMap(variants)),
  )
}

describe('whatever the text', () => {
  const inOrder = {
    ar: 'و ضد في من إلى على بين مع لا لم 12 ، . زنبرك قرمز'.split(' '),
    en: 'the of and against in with between not a to 12 , . zanbarak'.split(' '),
  }
  const grammar = new Set(
    'the a an of by against with between about in from to on for and head heads و ضد مع بين بشان في من الي علي لصالح'.split(
      ' ',
    ),
  )

  const textOf = (language: Language): Arbitrary<string> =>
    array(
      oneof(
        nat(glossary().length - 1).map((at) => glossary()[at]?.[language][0] ?? ''),
        constantFrom(...inOrder[language]),
      ),
      { maxLength: 12 },
    ).map((words) => words.join(' '))

  test.each(['ar', 'en'] as const)(
    'every word shown for it (%s) comes from a term that stands in it',
    (language) => {
      assert(
        property(textOf(language), (text) => {
          const known = allowed(text, language)
          const shown = about(text, language).flatMap((item) => foldedWords(item))
          expect(
            shown.filter((word) => !grammar.has(word) && !variants(word).some((it) => known.has(it))),
          ).toEqual([])
        }),
        { numRuns: 300 },
      )
    },
  )

  test('nothing crashes', () => {
    assert(
      property(
        string({ unit: 'binary', maxLength: 200 }),
        constantFrom('ar' as const, 'en' as const),
        (text, language) => {
          expect(Array.isArray(about(text, language))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
