import { describe, expect, it } from 'vitest'
import { figures } from '../../src/people/figures.ts'
import { acceptScore } from '../../src/people/match.ts'
import { genderOf, otherScriptName } from '../../src/people/other-script.ts'
import { aligned, tokenSimilarity } from '../../src/people/similarity.ts'
import { parseName } from '../../src/people/tokens.ts'

describe('otherScriptName', () => {
  it.each([
    ['دميتري بيسكوف', 'Dmitry Peskov'],
    ['ديمتري بيسكوف', 'Dmitry Peskov'],
    ['جان نويل بارو', 'Jean-Noël Barrot'],
    ['سمو الشيخ عبدالله بن زايد آل نهيان', 'Abdullah bin Zayed Al Nahyan'],
    ['ميركل', 'Merkel'],
    ['Дмитрий Песков', 'Dmitry Peskov'],
  ])('knows %s as %s', (name, latin) =>
    expect(otherScriptName(name, 'en')).toEqual({ name: latin, known: true }),
  )

  it.each([
    ['سليم القندلاوي', 'Salim al-Qandalawi'],
    ['نوال القندلاوي', 'Nawal al-Qandalawi'],
    ['عبد الله الشمراني', 'Abdullah al-Shamrani'],
    ['كاتب الدروبي', 'Katib al-Darubi'],
    ['محمود أبو سرحان', 'Mahmoud Abu Sarhan'],
  ])('spells %s as %s and says that it is no known form', (name, latin) =>
    expect(otherScriptName(name, 'en')).toEqual({ name: latin, known: false }),
  )

  it.each([
    ['Merkel', 'ميركل', true],
    ['Martin Kupka', 'مارتن كوبكا', true],
    ['Christopher Miller', 'كريستوفر ميلر', false],
    ['Abdul Rahman Saleh', 'عبد الرحمن صالح', false],
  ])('writes %s as %s', (name, arabic, known) =>
    expect(otherScriptName(name, 'ar')).toEqual({ name: arabic, known }),
  )

  it('returns a name that is in the script already, and nothing for no name', () => {
    expect(otherScriptName('Jane Roe', 'en')).toEqual({ name: 'Jane Roe', known: true })
    expect(otherScriptName('  12 ', 'ar')).toBeUndefined()
  })
})

describe('genderOf', () => {
  it.each([
    ['نوال القندلاوي', 'f'],
    ['سليم القندلاوي', 'm'],
    ['عبد الله الشمراني', 'm'],
    ['أسامة الراشدي', 'm'],
    ['الدكتورة رهام الطويل', 'f'],
    ['Mrs Trondheim', 'f'],
    ['Elena Petrova', 'f'],
    ['Angela Merkel', 'f'],
    ['القندلاوي', undefined],
    ['Kim Trondheim', undefined],
  ])('%s: %s', (name, gender) => expect(genderOf(name)).toBe(gender))
})

describe('the table of figures', () => {
  it('holds at least 250 people, each in both scripts', () => {
    expect(figures.length).toBeGreaterThanOrEqual(250)
    const latin = figures.flatMap((figure) => figure.latin)
    const arabic = figures.flatMap((figure) => figure.arabic)
    expect(latin.filter((form) => !/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(form))).toEqual([])
    expect(arabic.filter((form) => !/^[\p{Script=Arabic}\s]+$/u.test(form))).toEqual([])
  })

  it('pairs spellings that sound alike, but for the few names that have one in each script', () => {
    const alike = figures.filter(({ latin: [english = ''], arabic: [arabic = ''] }) => {
      return aligned(parseName(english), parseName(arabic), tokenSimilarity) >= acceptScore
    })
    expect(alike.length / figures.length).toBeGreaterThan(0.94)
  })
})
