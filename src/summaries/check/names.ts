// People and places: whoever and whatever is named in a text must be named in the article, in either script.

import { readTerms } from '../../language/glossary.ts'
import { fold, foldedWords } from '../../language/normalise.ts'
import { hasArabic } from '../../language/script.ts'
import { isStopWord, stem } from '../../language/stem.ts'
import { givenNames } from '../../people/given-names.ts'
import { lettersOf } from '../../people/letters.ts'
import { acceptScore, nameSimilarity, rankNames } from '../../people/match.ts'
import { findPeople } from '../../statements/extract.ts'
import { nationNamed, nationOfAdjective } from '../../people/nations.ts'
import { monthNames, weekdayNames } from '../../language/calendar.data.ts'
import type { Source, Text } from './fault.ts'
import { plain } from './form.ts'
import { commonInCapitals } from './names.data.ts'
import { naming, study } from './study.ts'

export function nameFaults({ text, language }: Text, source: Source): string[] {
  const strange =
    language === 'en'
      ? englishNames(text).filter((word) => !isNamed(word, source))
      : arabicNames(text).flatMap((words) => (areNamed(words, source) ? [] : [words.join(' ')]))
  return [...new Set([...strange, ...strangeTerms(text, language, source)])].map(
    (name) => `the article does not name: ${name}`,
  )
}

/** Places, nations and institutions of the glossary that the article has in neither language. */
function strangeTerms(text: string, language: Text['language'], source: Source): string[] {
  const known = study(source)
  return readTerms(text, language).flatMap(({ term, words: written }) => {
    if (!term || !naming.has(term.kind) || (language === 'ar' && !isWritten(written, term.ar))) return []
    const isKnown =
      isNation(term.en[0] ?? '', known.nations) ||
      [...term.ar, ...term.en].some((it) => stands(plain(it), known.words)) ||
      [...known.terms].some((it) => haveOneRoot(it, term.en[0] ?? ''))
    return isKnown ? [] : [written.join(' ')]
  })
}

function isNation(name: string, codes: ReadonlySet<string>): boolean {
  const nation = nationNamed(name) ?? nationOfAdjective(name)
  return nation !== undefined && codes.has(nation.code)
}

/** "French" of an article about France: a nation is its country and its people. */
const haveOneRoot = (one: string, other: string): boolean => rootOf(one) === rootOf(other)
const rootOf = (name: string): string => name.replace(/^the /, '').slice(0, rootLetters)

const withoutArticle = (words: string): string =>
  words.replaceAll(/(?<!\p{L})(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])?(?=\p{L}{3})/gu, '')

/** «التالية» has the stem of «إيطالية» and is no form of it: a place is meant where it is written, with its clitics and endings. */
function isWritten(written: readonly string[], forms: readonly string[]): boolean {
  const mine = withoutArticle(written.join(' '))
  return forms.some((it) => {
    const form = withoutArticle(plain(it))
    return mine === form || (mine.startsWith(form) && /^(?:ه|ون|ين|ات)$/.test(mine.slice(form.length)))
  })
}

/** France and French, Sweden and Swedish share so many letters. */
const rootLetters = 4

const stands = (words: string, among: string): boolean =>
  new RegExp(` [وفبلك]?(?:ال)?${words}(?:s|ns)? `, 'u').test(among)

const calendar = new Set([...monthNames, ...weekdayNames].flat().map((it) => it.toLowerCase()))
const titles = new Set(
  'mr mrs ms dr president prime minister king queen prince princess sheikh general'.split(' '),
)

/** Words in capitals inside a sentence, and those that follow one at its beginning; no common words, no abbreviations. */
function englishNames(text: string): string[] {
  const found: string[] = []
  // "United" of the United States is no name: what the glossary knows is looked for as a whole (strangeTerms).
  const inTerms = new Set(
    readTerms(text, 'en').flatMap(({ term, words }) => (term && words.length > 1 ? words : [])),
  )
  for (const sentence of text.split(/(?<=[.!?:])\s+/)) {
    const words = sentence.match(/[\p{L}\p{M}’'-]+/gu) ?? []
    words.forEach((word, at) => {
      const bare = word.replace(/[’']s?$/, '')
      if (/n[’']t$/.test(bare)) return
      if (at === 0 && (!isCapital(words[1]) || isStopWord(bare.toLowerCase(), 'en'))) return
      found.push(...bare.split('-').filter((part) => /^\p{Lu}\p{Ll}/u.test(part)))
    })
  }
  return found.filter((word) => {
    const lower = word.toLowerCase()
    return !calendar.has(lower) && !titles.has(lower) && !inTerms.has(lower) && !commonInCapitals.has(lower)
  })
}

/** The second word of a name: in capitals, or after a particle. */
const isCapital = (word: string | undefined): boolean =>
  word !== undefined && /^(?:(?:al|el|as|ad|ar|an|at)-)?\p{Lu}|^(?:de|van|von|bin|ibn|abu|al|el)$/u.test(word)

/** The words of the people whom the rules find. A single word may be no name at all: Arabic has no capitals. */
const arabicNames = (text: string): string[][] =>
  findPeople({ text }).flatMap(({ name }) => {
    const words = foldedWords(name).filter((word) => word.length > 2 && !isStopWord(bareWord(word), 'ar'))
    return words.length > 1 && !areCommon(words) ? [words] : []
  })

/** «وأكثرهم» is «أكثر», a stop word, with something before and behind it. */
const bareWord = (word: string): string =>
  word.replace(/^[وف](?=\p{L}{3})/u, '').replace(/(?<=\p{L}{3})(?:هم|هن|هما|ها)$/u, '')

/** «تعذر حضور»: no given name among the words, and a common one. */
const areCommon = (words: readonly string[]): boolean =>
  !words.some((word) => givenNames(lettersOf(word)).length > 0) &&
  readTerms(words.join(' '), 'ar').some(({ term }) => term && !naming.has(term.kind))

/**
 * More than half of its words stand in the article: shortened, or with a word behind it that is no part of it. Where none is a given
 * name («خططا لفرض») the article may have another form of them.
 */
function areNamed(words: readonly string[], source: Source): boolean {
  const isGiven = words.some((word) => givenNames(lettersOf(word)).length > 0)
  const known = words.filter((it) => isNamed(it, source) || (!isGiven && hasForm(it, source)))
  return known.length * 2 > words.length
}

/** Another form of the word: «خطط» for «خططا», whose last letter is the ending of an object. */
const hasForm = (word: string, source: Source): boolean =>
  source.language === 'ar' && study(source).stems.has(stem(word.replace(/(?<=\p{L}{3})ا$/u, ''), 'ar'))

const endingLettersMax = 3
/** In one script a name is spelt as the article spells it, slips aside. */
const sameScript = 0.93

function isNamed(word: string, source: Source): boolean {
  const known = study(source)
  const { words } = known
  const folded = fold(word)
  if (stands(folded, words) || isCommon(word)) return true
  if (hasRoot(folded, words)) return true
  // «عبد القادر» is two words, Abdulqadir one, and Abdel one of two.
  const servant = /^abd(?:[aeu]?l)?[ -]?/.exec(folded)?.[0] ?? ''
  if (servant !== '' && / [وفبلك]?عبد/.test(words))
    return servant.length === folded.length || isNamed(folded.slice(servant.length), source)
  const [best] = rankNames(word, known.names, 1)
  if (!best) return false
  const enough = hasArabic(word) === hasArabic(best.name) ? sameScript : acceptScore
  return best.score >= enough || areSwapped(folded, fold(best.name))
}

/** Russians, Russia. */
const hasRoot = (word: string, words: string): boolean =>
  word.length > rootLetters &&
  words.includes(` ${word.slice(0, Math.max(rootLetters, word.length - endingLettersMax))}`)

/** A slip of the hand in a long name: two letters next to each other have changed places. */
function areSwapped(one: string, other: string): boolean {
  if (one.length < swappedLettersMin || one.length !== other.length) return false
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index])
  return one === `${other.slice(0, at)}${other[at + 1] ?? ''}${other[at] ?? ''}${other.slice(at + 2)}`
}
const swappedLettersMin = 6

/** A word of the glossary that names nobody ("Port", "Council"), or one that begins a sentence. */
const isCommon = (word: string): boolean => readTerms(word, 'en').every(({ term }) => term !== null)

/** A name must stand in the article, and in the other script must be the same name. */
export function personFaults({ ar, en }: { ar: string; en: string }, source: Source): string[] {
  const own = source.language === 'ar' ? ar : en
  if (!inSource(own, source)) return [`“${own}” is not in the article`]
  return nameSimilarity(ar, en) >= acceptScore ? [] : [`“${ar}” and “${en}” are not the same name`]
}

function inSource(name: string, { sentences }: Source): boolean {
  const words = plain(name).split(' ')
  const text = ` ${plain(sentences.join(' '))} `
  // Names lean on «و» and «ل» without a space, and are shortened after the first mention.
  const has = (word: string): boolean =>
    new RegExp(` [وفبلك]?${word} `, 'u').test(text) || text.includes(` ${word}s `)
  const last = words.at(-1) ?? ''
  return last !== '' && has(last) && words.filter(has).length * 2 >= words.length
}
