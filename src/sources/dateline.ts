// The opening that says where a report was written and who sent it: «أبوظبي ـ «وام»», `دبي، الإمارات (CNN)--`, "LONDON (Reuters) -".
// A sentence that merely looks like one must stay whole: without a known agency, a quoted name or a known place nothing is cut.

import { isAgency } from './agencies.ts'
import { places } from './places.data.ts'
import { fold } from '../language/normalise.ts'
import { hasArabic } from '../language/script.ts'

/** `rest` is what follows on the same line; '' where the opening is a line of its own. */
export type Dateline = {
  place: string
  agency: string | null
  outlet: string | null
  author: string | null
  rest: string
}

/** The opening of a line, or undefined. At most the first 90 characters are looked at. */
export function readDateline(line: string): Dateline | undefined {
  return inBrackets(line) ?? behindDash(line) ?? inCapitals(line)
}

const knownPlaces = new Set(places.map(fold))
/** Signs that join a place and an agency; tatweel (ـ) often stands for a dash. */
const dash = String.raw`(?:[-‐-―ـ−]+)`
/** A word of a name; tatweel counts as a letter for Unicode, and as a dash for us. */
const word = String.raw`(?!ـ)\p{L}(?:(?!ـ)[\p{L}\p{M}'’.])*`
/** A place, with its country behind a comma: up to four words each, no digits. */
const placeWords = `${word}(?:[ ]${word}){0,3}(?:\\s?[,،]\\s?${word}(?:[ ]${word}){0,3})?`
const monthAndDay = String.raw`(?:\s?[,،]\s?(?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9}\.?))?`

const bracketed = new RegExp(
  `^(${placeWords})${monthAndDay}\\s*[(\\[]([^()\\[\\]]{2,30})[)\\]]\\s*(?:${dash}|:|\\.(?=\\s)|$)\\s*`,
  'u',
)
const quoted = new RegExp(
  `^(${placeWords})\\s*(?:${dash}|:|،)?\\s*[«"“]([^«»"“”]{2,30})[»"”]\\s*(?:${dash}|[:.،]|$)\\s*`,
  'u',
)
const dashed = new RegExp(
  `^(${placeWords})\\s*${dash}\\s*([\\p{L}\\p{M}. ]{2,30}?)\\s*(?:\\.(?=\\s|$)|(?<=\\s|\\p{L})${dash}(?=\\s)|:|$)\\s*`,
  'u',
)
const capitals = /^(\p{Lu}[\p{Lu}.’' ]{2,30}(?:, [\p{L}. ]{3,25})?)\s+(?:--|[–—-])\s+(?=\p{Lu}|["“])/u

const dashAtEnd = new RegExp(`${dash}\\s*$`, 'u')
const placeAndDash = new RegExp(`^${placeWords}\\s*${dash}`, 'u')

function inBrackets(line: string): Dateline | undefined {
  const match = bracketed.exec(line)
  const [opening, place, name] = match ?? []
  if (opening === undefined || place === undefined || name === undefined) return undefined
  // "The ministry (MOFA) - …" opens a sentence: an unknown name counts only behind a place in capitals or a known one.
  if (!isAgency(name) && !isOutlet(name) && !isPlace(place)) return undefined
  return dateline(place, name, line.slice(opening.length))
}

function behindDash(line: string): Dateline | undefined {
  const [opening, place, name] = quoted.exec(line) ?? []
  if (opening !== undefined && place !== undefined && name !== undefined) {
    const rest = line.slice(opening.length)
    if (isAgency(name) || (placeAndDash.test(line) && (rest === '' || isPlace(place))))
      return dateline(place, name, rest)
  }
  return behindPlainDash(line)
}

function behindPlainDash(line: string): Dateline | undefined {
  const [opening, place, name] = dashed.exec(line) ?? []
  if (opening === undefined || place === undefined || name === undefined) return undefined
  const rest = line.slice(opening.length)
  if (isAgency(name)) return dateline(place, name, rest)
  if (!isPlace(place) || name.trim().split(/\s+/).length > 3) return undefined
  const none = { place: place.trim(), agency: null, outlet: null, author: null, rest }
  // «ابوظبي - سيف اليزيد -»: a reporter; «موسكو-هوى الشام» alone on its line: an outlet.
  if (dashAtEnd.test(opening)) return { ...none, author: name.trim() }
  return rest === '' && hasArabic(place) ? { ...none, outlet: name.trim() } : undefined
}

function inCapitals(line: string): Dateline | undefined {
  const [opening, place] = capitals.exec(line) ?? []
  if (opening === undefined || place === undefined) return undefined
  return { place: place.trim(), agency: null, outlet: null, author: null, rest: line.slice(opening.length) }
}

function dateline(place: string, name: string, rest: string): Dateline {
  const trimmedName = name.trim()
  const agency = isAgency(trimmedName)
  return {
    place: place.trim(),
    agency: agency ? trimmedName : null,
    outlet: agency ? null : trimmedName,
    author: null,
    rest,
  }
}

/** Outlets that sign their datelines as agencies do. */
function isOutlet(name: string): boolean {
  return /^(CNN|BBC|RT|VOA|DW|MEE|CNN ?Arabic|الجزيرة نت|سي إن إن)$/iu.test(name.trim())
}

function isPlace(place: string): boolean {
  const first = place.split(/[,،]/)[0]?.trim() ?? place
  return knownPlaces.has(fold(first)) || (/^[\p{Lu}.’' -]{3,}$/u.test(first) && !hasArabic(first))
}
