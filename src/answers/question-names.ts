// Names in questions: which letters belong to one, whether bare words are one, and where one ends and the next begins.
// Nothing here knows who exists: it only offers the better guess first, and the people in the store decide.

import { fold } from '../language/normalise.ts'
import { hasArabic } from '../language/script.ts'
import { wordList } from '../language/templates.ts'
import {
  namesBehindLam,
  namesWithLam,
  namesWithWaw,
  places,
  roleWords,
  speakingBodies,
  topicWords,
} from './question-names.data.ts'

/** A word of the question as written and as compared. */
export type NameWord = { raw: string; folded: string }

const foldedSet = (names: string): Set<string> => new Set(wordList(names).map(fold))
const lamNames = foldedSet(namesWithLam)
const behindLam = foldedSet(namesBehindLam)
const wawNames = foldedSet(namesWithWaw)
const roles = foldedSet(roleWords)
const bodies = foldedSet(speakingBodies)
const topics = foldedSet(topicWords)
const placeNames = new Set([...foldedSet(places), ...countries()])
/** Small words inside names: van der Leyen, Mohammed bin Salman, de la Cruz. */
const particles = foldedSet(
  'bin, ibn, al, el, van, von, der, de, la, le, di, da, dos, du, bint, abu, of, the, for, and, ben, mc, st',
)

/** Words of a sentence: with one of them, bare words are no name. */
const neverInNames = foldedSet(`
  ما, في, من, على, إلى, هم, هي, هو, هل, كان, مع, لا, لم, ليس, عند, بعد, قبل, كل, with, to, in, at, from, or, is, are, was,
  how, what, not, no, by, as, after, before`)

/** The countries of the world, named in both languages by the runtime. */
function countries(): Set<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const names = new Set<string>()
  for (const language of ['en', 'ar']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = display.of(code)
      if (name !== undefined) names.add(fold(name))
    }
  }
  return names
}

export const isRoleWord = (folded: string): boolean => roles.has(folded)

/** Whether words name a country, a town or an alliance. */
export function isPlace(words: readonly NameWord[]): boolean {
  const text = words.map((word) => word.folded).join(' ')
  return placeNames.has(text.replace(/^the /, ''))
}

/**
 * The name behind «لـ», best guess first: «لبيسكوف» → «بيسكوف», «لبيسكوف»; «ليوكمانوف» → «ليوكمانوف», «يوكمانوف».
 * One guess where no «ل» is in question.
 */
export function withoutLam(name: string): string[] {
  const folded = fold(name)
  const first = folded.split(' ')[0] ?? ''
  if (!folded.startsWith('ل') || first.length < 4) return [name]
  if (first.startsWith('لل') && first.length > 4) return [`ال${name.slice(2)}`, name]
  const bare = name.slice(1)
  const bareFirst = first.slice(1)
  if (lamNames.has(first)) return [name]
  // A hamza seat or the article after «ل» shows that the name begins there; و and ي more often follow a ل of the name.
  const startsThere = /^[أإآ]/.test(bare) || behindLam.has(bareFirst)
  const couldBelong = /^[اوي]/.test(bareFirst)
  return startsThere || !couldBelong ? [bare, name] : [name, bare]
}

/** A follow-up of one name («وبيسكوف؟»): best guess first. */
export function withoutWaw(name: string): string[] {
  const first = fold(name).split(' ')[0] ?? ''
  if (!first.startsWith('و') || first.length < 4) return [name]
  return wawNames.has(first) ? [name] : [name.slice(1), name]
}

/** Where two people are joined by a glued «و»: the index of the second one's first word, or -1. */
export function secondPerson(words: readonly NameWord[]): number {
  return words.findIndex(({ folded }, index) => {
    if (index === 0 || !folded.startsWith('و') || folded.length < 3) return false
    if (folded.startsWith('وو')) return true // «ووزير»: one و joins, the other is the word's own
    return !wawNames.has(folded)
  })
}

/**
 * Where a topic without a preposition begins («بماذا اتهم كوبكا روسيا؟»): after the whole role, at the first place, else
 * after the first word.
 */
export function topicStart(words: readonly NameWord[]): number {
  const place = words.findIndex((word, index) => index > 0 && isPlace([word]))
  if (place > 0) return place
  // «رفض سيرغي لافروف للاتهامات»; of a role it may be a part («الأمين العام للأمم المتحدة»).
  const definite = words.findIndex(({ folded }, index) => index > 0 && /^لل\p{L}{3,}$/u.test(folded))
  if (!isRoleWord(words[0]?.folded ?? '')) return Math.max(1, definite)
  return Math.max(1, words.length - 1)
}

const media = foldedSet('صحيفة, قناة, وكالة, مجلة, موقع, شبكة, إذاعة, تلفزيون, جريدة, برنامج')

/**
 * Where a glued «لـ» leads from the speaker to whom it was said («كوبكا لصحيفة …») or to a country («ماكرون لروسيا», which is a
 * topic): `at` is 0 where there is none.
 */
export function listenerStart(words: readonly NameWord[]): { at: number; isTopic: boolean } {
  const at = words.findIndex(({ folded }, index) => {
    if (index === 0 || !folded.startsWith('ل')) return false
    return media.has(folded.slice(1)) || isPlace([{ raw: folded.slice(1), folded: folded.slice(1) }])
  })
  return at > 0 ? { at, isTopic: !media.has(words[at]?.folded.slice(1) ?? '') } : { at: 0, isTopic: false }
}

/** Whether bare words look like somebody's name, a role or an institution that speaks, rather than a topic. */
export function looksLikeName(words: readonly NameWord[]): boolean {
  const text = words.map((word) => word.folded).join(' ')
  if (bodies.has(text.replace(/^the /, ''))) return true
  if (words.length === 0 || words.length > 6 || cannotBeName(words)) return false
  const role = words.findIndex(({ folded }) => roles.has(folded))
  if (words.some(({ folded }) => isTopic(folded))) return role === 0 && words.length > 1
  return role >= 0 || (hasArabic(text) ? looksArabic(words) : looksLatin(words))
}

function cannotBeName(words: readonly NameWord[]): boolean {
  return isPlace(words) || words.some(({ folded }) => neverInNames.has(folded) || /\d/.test(folded))
}

function isTopic(folded: string): boolean {
  return topics.has(folded) || (folded.startsWith('ال') && topics.has(folded.slice(2)))
}

function looksArabic(words: readonly NameWord[]): boolean {
  if (words.length > 4) return false
  const definite = words.filter(({ folded }) => folded.startsWith('ال')).length
  const [first] = words
  // «الهجمات السيبرانية», «الأزمة»: an adjective behind a noun, or a noun's ending.
  if (first?.folded.startsWith('ال'))
    return definite === 1 && words.length === 1 && !/[هت]$/.test(first.folded)
  return !(words.length === 1 && /(ات|يه)$/.test(first?.folded ?? '') && (first?.folded.length ?? 0) > 5)
}

function looksLatin(words: readonly NameWord[]): boolean {
  const own = words.filter(({ folded }) => !particles.has(folded))
  if (own.length === 0 || words.length > 5) return false
  const capital = own.filter(({ raw }) => /^\p{Lu}/u.test(raw)).length
  const acronym = own.length === 1 && /^[A-Z]{2,5}$/.test(own[0]?.raw ?? '')
  if (acronym) return false
  return capital === own.length || (capital === 0 && own.length <= 3)
}
