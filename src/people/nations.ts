// Countries and nationalities in both languages: our own table of adjectives (`nations.tsv`) over the country names that Intl knows.

import { readFileSync } from 'node:fs'
import { fold } from '../language/normalise.ts'

/** `adjective` fields are indefinite and masculine in Arabic; the first form is the one shown. */
export type Nation = {
  code: string
  english: { names: readonly string[]; adjectives: readonly string[] }
  arabic: { names: readonly string[]; adjectives: readonly string[] }
}

const countryName = {
  ar: new Intl.DisplayNames('ar', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

const list = (field: string | undefined): string[] => (field ?? '').split('|').filter(Boolean)

export const nations: readonly Nation[] = readFileSync(new URL('nations.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [code = '', english, arabic, arabicNames, englishNames] = line.split('\t')
    return {
      code,
      english: { names: [...list(englishNames), countryName.en.of(code) ?? code], adjectives: list(english) },
      arabic: { names: [countryName.ar.of(code) ?? code, ...list(arabicNames)], adjectives: list(arabic) },
    }
  })

const byName = index(({ english, arabic }) => [...english.names, ...arabic.names])
const byAdjective = index(({ english, arabic }) => [
  ...english.adjectives,
  ...arabic.adjectives,
  ...arabic.adjectives.flatMap((adjective) => [feminine(adjective), `${adjective}ين`, `${adjective}ون`]),
])

/** The country of this name, in either language. */
export const nationNamed = (name: string): Nation | undefined => lookUp(byName, name)

/** The nation of an adjective in either language, any gender, with or without the article: الفرنسية, French. */
export const nationOfAdjective = (adjective: string): Nation | undefined => lookUp(byAdjective, adjective)

/** «فرنسي» → «فرنسية»; of two words both («كورية جنوبية»). */
export function feminine(adjective: string): string {
  return adjective.replace(/ي(?= |$)/g, 'ية')
}

/** «فرنسي» → «الفرنسي», both words of two. */
export function definite(adjective: string): string {
  return adjective.replace(/(?<!\p{L})(?!ال)(?=\p{L})/gu, 'ال').replace(/^الجنوب (?=ال)/, 'الجنوب ')
}

function index(forms: (nation: Nation) => readonly string[]): Map<string, Nation> {
  const found = new Map<string, Nation>()
  for (const nation of nations) {
    for (const form of forms(nation).map(nationKey)) if (!found.has(form)) found.set(form, nation)
  }
  return found
}

/** As written, then without articles: «ألماني» begins like one and has none. */
function lookUp(table: ReadonlyMap<string, Nation>, name: string): Nation | undefined {
  const key = nationKey(name)
  const bare = key.replace(/(?<!\p{L})ال(?=.{3})/gu, '')
  return table.get(key) ?? table.get(bare) ?? table.get(`ال${bare}`)
}

function nationKey(name: string): string {
  return fold(name)
    .trim()
    .split(/[\s-]+/)
    .join(' ')
}
