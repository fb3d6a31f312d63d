// Which glossary terms stand in a text, by their exact forms: «اقتصاد» is not «اقتصادي», «هجوم» not «هجمات», and what is joined to a word
// («وبالهجمات», «حكومته») is told apart from it. What key facts are made of, so a doubtful form is no hit.

import { glossary, type Form, type Term } from './glossary.ts'
import { fold, foldedWords } from './normalise.ts'
import type { Language } from './script.ts'
import type { Span } from './span.ts'

/** A word of a text; `mark` is what stands between it and the word before ('' at the beginning, ' ', '، "' …). */
export type Word = Span & { written: string; folded: string; mark: string }

export function wordsIn(text: string): Word[] {
  let end = 0
  return Array.from(text.matchAll(/(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’]s(?!\p{L}))?/gu), (match) => {
    const written = match[0]
    const word = {
      start: match.index,
      end: match.index + written.length,
      written,
      folded: fold(written.replaceAll('.', '')).replace(/'s$/, ''),
      mark: text.slice(end, match.index),
    }
    end = word.end
    return word
  })
}

/** A term at some place in a text, with what the form and the letters joined to it tell. */
export type Reading = {
  term: Term
  /** How many words it takes. */
  length: number
  plural: boolean
  feminine: boolean
  definite: boolean
  /** و or ف in front. */
  joined: boolean
  preposition: '' | 'ب' | 'ل' | 'ك'
  /** A pronoun behind («حكومته»), or "'s". */
  owned: boolean
}

/** The readings that begin at a word: longest first, then those that take least apart. */
export function readingsAt(words: readonly Word[], at: number, language: Language): Reading[] {
  const first = words[at]
  if (!first) return []
  const index = formIndex(language)
  const parts = language === 'ar' ? arabicParts(first.folded) : [{ ...whole, base: first.folded, cost: 0 }]
  const found = parts.flatMap((part) =>
    (index.get(part.base) ?? [])
      .filter((entry) => begins(entry, part, first) && goesOn(entry, { words, at, language }))
      .map((entry) => {
        const { base: _, cost: taken, ...features } = part
        // «والده» is his father before it is a mother spelt without her dots.
        const cost = first.written.endsWith('ه') && part.base.endsWith('ه') ? taken + 3 : taken
        const last = words[at + entry.rest.length]?.written ?? ''
        const owned = part.owned || (language === 'en' && /['’]s$/.test(last))
        // «وزير النقل» is definite by its second word.
        const definite = part.definite || entry.rest.some((it) => it.definite)
        const { term, plural, feminine } = entry
        return {
          reading: { ...features, definite, owned, term, plural, feminine, length: entry.rest.length + 1 },
          cost,
        }
      }),
  )
  return found
    .toSorted(
      // «العطل» is the fault, not the holidays.
      (a, b) =>
        b.reading.length - a.reading.length ||
        a.cost - b.cost ||
        Number(a.reading.plural) - Number(b.reading.plural),
    )
    .map(({ reading }) => reading)
}

type Wanted = { base: string; definite: boolean }
type Entry = {
  term: Term
  plural: boolean
  feminine: boolean
  definite: boolean
  rest: readonly Wanted[]
  /** An abbreviation is its capitals: "US" is a country, "us" is not. */
  capital: string | undefined
}

function begins(entry: Entry, part: Part, { written }: Word): boolean {
  if (entry.definite && (!part.definite || part.owned)) return false
  // «كافة» is nobody's «كاف».
  if (part.owned && written.endsWith('ة')) return false
  if (entry.rest.length > 0 && part.owned) return false
  return entry.capital === undefined || written.replace(/['’]s$/, '').replaceAll('.', '') === entry.capital
}

type Place = { words: readonly Word[]; at: number; language: Language }

const goesOn = ({ rest }: Entry, { words, at, language }: Place): boolean =>
  rest.every((wanted, offset) => {
    const next = words[at + 1 + offset]
    return next !== undefined && /^[\s\-‑]*$/u.test(next.mark) && isThatWord(next, wanted, language)
  })

function isThatWord(word: Word, wanted: Wanted, language: Language): boolean {
  if (word.folded === wanted.base) return !wanted.definite
  if (language === 'en') return false
  return word.folded === `ال${wanted.base}` || (wanted.definite && word.folded === `لل${wanted.base}`)
}

const whole = { definite: false, joined: false, preposition: '' as const, owned: false }
type Part = { base: string; cost: number } & Pick<Reading, 'definite' | 'joined' | 'preposition' | 'owned'>

/** All ways to take an Arabic word apart; most lead to no word. */
function arabicParts(word: string): Part[] {
  const parts: Part[] = []
  for (const joined of [false, true]) {
    if (joined && !/^[وف]\p{L}{2}/u.test(word)) continue
    const bare = joined ? word.slice(1) : word
    for (const { base, definite, preposition } of withoutPreposition(bare)) {
      const cost = Number(joined) + Number(preposition !== '')
      parts.push({ base, definite, joined, preposition, owned: false, cost })
      if (definite) continue
      const owner = /(?:هما|ها|هم|هن|نا|كم|ه)$/.exec(base)?.[0]
      const left = owner === undefined ? '' : base.slice(0, -owner.length)
      if (left.length < 3) continue
      for (const it of [left, ...(left.endsWith('ت') ? [`${left.slice(0, -1)}ه`] : [])])
        parts.push({ base: it, definite: true, joined, preposition, owned: true, cost: cost + 2 })
    }
  }
  return parts
}

function withoutPreposition(
  bare: string,
): { base: string; definite: boolean; preposition: Reading['preposition'] }[] {
  const found: ReturnType<typeof withoutPreposition> = [{ base: bare, definite: false, preposition: '' }]
  if (/^ال\p{L}{2}/u.test(bare)) found.push({ base: bare.slice(2), definite: true, preposition: '' })
  if (/^لل\p{L}{2}/u.test(bare)) found.push({ base: bare.slice(2), definite: true, preposition: 'ل' })
  if (/^[بل]\p{L}{3}/u.test(bare))
    found.push({ base: bare.slice(1), definite: false, preposition: letterOf(bare) })
  // «كاملة» is no hope: ك is taken off before the article only.
  if (/^[بك]ال\p{L}{2}/u.test(bare))
    found.push({ base: bare.slice(3), definite: true, preposition: letterOf(bare) })
  return found
}

const letterOf = (word: string): Reading['preposition'] =>
  word.startsWith('ب') ? 'ب' : word.startsWith('ل') ? 'ل' : 'ك'

const indexes: { [L in Language]?: Map<string, Entry[]> } = {}

function formIndex(language: Language): Map<string, Entry[]> {
  const known = indexes[language]
  if (known) return known
  const index = new Map<string, Entry[]>()
  for (const term of glossary()) {
    for (const { first, entry } of entriesOf(term, language)) {
      const list = index.get(first)
      if (list) list.push(entry)
      else index.set(first, [entry])
    }
  }
  indexes[language] = index
  return index
}

/** All inflected forms of a term; verbs and common words are for searching only. */
function entriesOf(term: Term, language: Language): { first: string; entry: Entry }[] {
  if (term.kind === 'action' || term.kind === 'word') return []
  return term.forms[language]
    .filter((form) => form.shownOnly !== true)
    .flatMap((form) => (language === 'ar' ? arabicForms(form, term) : englishForms(form)))
    .flatMap(({ written, plural, feminine }) => {
      const words =
        language === 'ar' ? arabicWords(written) : foldedWords(written.replace(/^the /, '')).map(asIs)
      const [first, ...rest] = words
      if (!first) return []
      const capital = /^[A-Z]{2,6}$/.test(written) ? written : undefined
      return [
        { first: first.base, entry: { term, plural, feminine, definite: first.definite, rest, capital } },
      ]
    })
}

const asIs = (base: string): Wanted => ({ base, definite: false })

/** Their ال is part of the word. */
const startsWithAl = /^ال(?:تزام|تهاب|تماس|تقاء|تحاق|تفاف|تباس|له$)/

function arabicWords(written: string): Wanted[] {
  return written.split(/[\s\-‑]+/u).map((word) => {
    const definite = word.startsWith('ال') && word.length > 4 && !startsWithAl.test(word)
    return { base: fold(definite ? word.slice(2) : word), definite }
  })
}

type Inflected = { written: string; plural: boolean; feminine: boolean }

function englishForms({ singular, plural }: Form): Inflected[] {
  const forms: Inflected[] = []
  if (singular !== undefined) forms.push({ written: singular, plural: false, feminine: false })
  if (plural !== undefined && plural !== singular)
    forms.push({ written: plural, plural: true, feminine: false })
  return forms
}

const unbending: ReadonlySet<Term['kind']> = new Set(['name', 'place', 'phrase'])

/** A form with its endings of case, number and gender; names and phrases stand as they are listed. */
function arabicForms({ singular, plural }: Form, { kind }: Term): Inflected[] {
  const person = kind === 'person'
  const forms: Inflected[] = []
  if (singular !== undefined) forms.push({ written: singular, plural: false, feminine: isFeminine(singular) })
  if (plural !== undefined) forms.push({ written: plural, plural: true, feminine: !person })
  if (unbending.has(kind)) return forms
  const isAlone = !/[\s-]/.test(singular ?? plural ?? '')
  if (isAlone)
    return [
      ...forms,
      ...(singular === undefined ? [] : endingsOf(singular, kind)),
      ...pluralEndings(plural, person),
    ]
  const bends = kind === 'nationality' || kind === 'quality'
  return bends && singular !== undefined ? [...forms, ...endingsOfAll(singular)] : forms
}

function pluralEndings(plural: string | undefined, person: boolean): Inflected[] {
  if (plural === undefined || /(?:ات|ء|ة|ى)$/.test(plural)) return []
  if (!plural.endsWith('ون')) return [{ written: `${plural}ا`, plural: true, feminine: !person }]
  return ['ين', 'و', 'ي'].map((end) => ({
    written: plural.slice(0, -2) + end,
    plural: true,
    feminine: false,
  }))
}

/** «كورية جنوبية», «كوريين جنوبيين» */
const endingsOfAll = (singular: string): Inflected[] =>
  ['ة', 'ين', 'ون', 'ا'].map((end) => ({
    written: singular.replaceAll(/(?<=\p{L})(?= |$)/gu, end),
    plural: end.length === 2,
    feminine: end === 'ة',
  }))

const isFeminine = (word: string): boolean => /(?:[ةىا]|اء)$/.test(word.split(' ')[0] ?? '')

/** Only what qualifies, and people, have a feminine and a sound plural. */
function endingsOf(word: string, kind: Term['kind']): Inflected[] {
  const feminine = isFeminine(word)
  if (word.endsWith('ة')) return inflected(`${word.slice(0, -1)}ت`, ['ان', 'ين'], { plural: true, feminine })
  if (/[اى]$/.test(word)) return []
  // «روسيا» is the country.
  const cases = [
    ...inflected(word, kind === 'nationality' ? [] : ['ا'], { plural: false, feminine }),
    ...inflected(word, ['ان', 'ين'], { plural: true, feminine }),
  ]
  if (kind !== 'person' && kind !== 'quality' && kind !== 'nationality') return cases
  return [
    ...cases,
    ...inflected(word, ['ة'], { plural: false, feminine: true }),
    ...inflected(word, ['ات', 'تان', 'تين'], { plural: true, feminine: true }),
    ...(kind === 'person' ? [] : inflected(word, ['ون'], { plural: true, feminine: false })),
  ]
}

const inflected = (
  word: string,
  endings: readonly string[],
  features: { plural: boolean; feminine: boolean },
): Inflected[] => endings.map((end) => ({ written: word + end, ...features }))
