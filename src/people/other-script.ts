// A person's name as readers of the other script know it, and whether that is known or only spelled out by rule;
// and whether a name is a man's or a woman's, for «ماذا قالت …؟».

import { fold } from '../language/normalise.ts'
import { remembered } from '../language/remembered.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { figureNamed, figures, type Figure } from './figures.ts'
import { givenNames, type Gender } from './given-names.ts'
import { latinLetters, lettersOf } from './letters.ts'
import {
  acceptScore,
  isSameName,
  nameSimilarity,
  prepareNames,
  rankNames,
  type PreparedNames,
} from './match.ts'
import { arabicise, romanise } from './romanise.ts'
import { particles } from './titles.data.ts'
import { parseName, untitledWords } from './tokens.ts'

/** A name in the other script; `known` is false where rules spelled it. */
export type OtherScriptName = { name: string; known: boolean }

/**
 * The name in the script of `to`: a known figure's, a known given name's, or one spelled by rule. A name that is in
 * that script already comes back as it is. Undefined where there are no letters.
 */
export function otherScriptName(name: string, to: Language): OtherScriptName | undefined {
  const bare = untitledWords(name).join(' ')
  if (!/\p{L}/u.test(bare)) return undefined
  if (to === 'ar' ? hasArabic(bare) : /\p{Script=Latin}/u.test(bare) && !hasArabic(bare))
    return { name: bare, known: true }
  const figure = figureOf(bare)
  if (figure) return { name: shown(figure, to), known: true }
  const surname = surnameOf(bare, to)
  if (surname !== undefined) return { name: surname, known: true }
  if (to === 'ar') return { name: arabicise(bare), known: false }
  return { name: hasArabic(bare) ? romanise(bare) : latinOfCyrillic(bare), known: false }
}

/** Whether the name is a man's or a woman's, by the figures table, a title, or its given name; undefined where neither tells. */
export function genderOf(name: string): Gender | undefined {
  const words = untitledWords(name)
  const figure = figureNamed(name) ?? figureOf(words.join(' '))
  if (figure) return figure.gender
  if (feminineTitle.test(fold(name))) return 'f'
  const first = words[0] ?? ''
  if (particles.has(fold(first))) return undefined
  const whole = fold(name).startsWith('عبد ') ? 'm' : undefined
  const readings = givenNames(lettersOf(first))
  const genders = new Set(readings.map(({ gender }) => gender))
  if (readings.length > 0) return genders.size === 1 ? [...genders][0] : undefined
  return whole ?? genderByShape(first, parseName(name).tokens.length)
}

const feminineTitle =
  /^(?:السيده|الانسه|الدكتوره|الشيخه|الاميره|الملكه|الوزيره|الرئيسه|السفيره|النائبه|المحاميه|mrs|ms|miss|madame|frau|queen|princess|dame|lady|sheikha)(?![\p{L}])/u

/** عبد… is a man's; an unknown first name in ة before a surname, or a Slavic surname in -ova, is likely a woman's. */
function genderByShape(first: string, words: number): Gender | undefined {
  if (/^(?:عبد|abd)/i.test(first)) return 'm'
  if (words >= 2 && first.endsWith('ة')) return 'f'
  return /(?:[oe]va|skaya|ская|[ое]ва)$/i.test(first) && words === 1 ? 'f' : undefined
}

const shown = ({ latin, arabic }: Figure, to: Language): string => (to === 'ar' ? arabic[0] : latin[0]) ?? ''

let everyFigure: PreparedNames | undefined

/** To compare a name with the whole table takes milliseconds. */
const figuresKept = 20_000

/** The figure of a full name, spelled as the table has it or nearly so. */
export const figureOf: (name: string) => Figure | undefined = remembered((name) => {
  const exact = figureNamed(name)
  if (exact || parseName(name).tokens.length < 2) return exact
  everyFigure ??= prepareNames(figures.flatMap(({ latin }) => latin.slice(0, 1)))
  const best = rankNames(name, everyFigure, 1)[0]
  return best && isSameName(name, best.name) ? figureNamed(best.name) : undefined
}, figuresKept)

let surnames: { ar: Map<string, string>; en: Map<string, string> } | undefined

/** The surname alone of a known figure: Merkel ↔ ميركل. */
export function surnameOf(name: string, to: Language): string | undefined {
  surnames ??= surnamePairs()
  return surnames[to].get(surnameKey(name))
}

/** "Drian" → "Le Drian": the surname of a known figure with the particle that outlets may write as part of it; others as they are. */
export function wholeSurname(name: string): string {
  wholes ??= wholeSurnames()
  return wholes.get(surnameKey(name)) ?? name
}

let wholes: Map<string, string> | undefined

function wholeSurnames(): Map<string, string> {
  const found = new Map<string, string>()
  for (const form of figures.flatMap(({ latin, arabic }) => [...latin, ...arabic])) {
    const [particle, last, more] = lastName(form).split(' ')
    if (last !== undefined && more === undefined && !/^(?:al|el|ben|بن)$/i.test(particle ?? ''))
      found.set(surnameKey(last), `${particle} ${last}`)
  }
  return found
}

const surnameKey = (name: string): string => (hasArabic(name) ? fold(name) : latinLetters(name))

function surnamePairs(): { ar: Map<string, string>; en: Map<string, string> } {
  const pairs = { ar: new Map<string, string>(), en: new Map<string, string>() }
  for (const { latin, arabic } of figures) {
    const english = latin.map(lastName)
    const facing = arabic.map(lastName)
    for (const form of english) keepAlike(pairs.ar, form, facing)
    for (const form of facing) keepAlike(pairs.en, form, english)
  }
  return pairs
}

/** Forms of one figure's name may end in different words (Al Saud, Salman): only what sounds alike belongs together. */
function keepAlike(map: Map<string, string>, form: string, facing: readonly string[]): void {
  const key = surnameKey(form)
  const alike = facing.find((other) => nameSimilarity(form, other) >= acceptScore)
  if (alike !== undefined && !map.has(key)) map.set(key, alike)
}

/** The last name with what belongs to it: von der Leyen, al-Assad, بن غفير. */
function lastName(name: string): string {
  return (
    /(?:(?:von der|van der|von|van|de|di|da|le|al|el|ben|abu|أبو|بن|دي|لو|فون دير|فون|فان) )?\S+$/iu.exec(
      name,
    )?.[0] ?? ''
  )
}

function latinOfCyrillic(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => latinLetters(word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
