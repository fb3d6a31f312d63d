// A reporting verb's name in the other language, for a label that always keeps the original beside it.

import { readFileSync } from 'node:fs'
import { fold } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'

type VerbName = { ar: string[]; past: string; participle: string; en: string[]; arPast: string }

const verbNames = readFileSync(new URL('verb-names.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): VerbName => {
    const [ar = '', past = '', participle = '', en = '', arPast = ''] = line.split('\t')
    return { ar: ar.split(' '), past, participle, en: en.split('|'), arPast }
  })

const arabicParticiple = /^م|^(?:قايل|لافت|داعي|زاعم|نافي|كاشف|واصف|رافض|ذاكر|واعد)/
const english = new Map(verbNames.flatMap((row) => row.en.map((form) => [form, row] as const)))
const arabic = new Map(verbNames.flatMap((row) => row.ar.map((form) => [form, row] as const)))

/** «مؤكداً» → "affirming", "told" → «قال»; undefined for a verb that has no row: then only the original is shown. */
export function nameVerb(verb: string, to: Language): string | undefined {
  if (to === 'ar') return hasArabic(verb) ? verb : english.get(verb.toLowerCase())?.arPast
  if (!hasArabic(verb)) return verb
  const word = fold(verb).split(' ').at(-1) ?? ''
  for (const form of formsOf(word)) {
    const row = arabic.get(form)
    if (row) return arabicParticiple.test(form) ? row.participle : row.past
  }
  return undefined
}

/** The word with fewer and fewer of its prefix and endings. */
function formsOf(word: string): string[] {
  const bare = word.replace(/^[وفب](?=\p{L}{3})/u, '')
  return [word, bare].flatMap((it) => [
    it,
    it.replace(/(?:وا|ون|ين|ان|تا|ا|ه|ت|ها|هم)$/, ''),
    it.replace(/(?:ت)$/, ''),
  ])
}
