// The floor for matching names: equal consonants win, and among equals the likest letters. It knows no name and learns
// nothing; its letter tables are its own, so that no change to the matcher moves the floor.

import { hasArabic } from '../language/script.ts'

export type Skeleton = { consonants: string; letters: string }

export function skeletonOf(name: string): Skeleton {
  const arabic = hasArabic(name)
  const spelt = arabic ? plainArabic(name) : plainLatin(name)
  const classes = arabic ? arabicClasses : latinClasses
  const consonants = (arabic ? spelt : withoutDigraphs(spelt))
    .split('')
    .map((it) => classes.get(it) ?? '')
    .join('')
  // An h that does not begin the name is often a vowel's in one of the scripts.
  const steady = consonants.slice(0, 1) + consonants.slice(1).replaceAll('H', '')
  return { consonants: withoutDoubles(steady), letters: arabic ? asLatin(spelt) : coarse(spelt) }
}

export const skeletonLikeness = (one: Skeleton, other: Skeleton): number =>
  (one.consonants === other.consonants ? 1 : 0) + 0.9 * letterLikeness(one.letters, other.letters)

const pairs = (text: string): [string, string][] =>
  text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)])
const arabicClasses = new Map(
  pairs('بP تT ثT جJ حH خK دT ذZ رR زZ سS شC صS ضT طT ظZ غJ فF قK كK لL مM نN هH'),
)
const latinClasses = new Map(pairs('bP pP tT dT jJ gJ kK qK cK rR zZ sS fF vF lL mM nN hH CC'))
const latinOfArabic = new Map(
  pairs('اa بb تt ثt جj حh خkh دd ذz رr زz سs شsh صs ضd طt ظz عa غj فf قk كk لl مm نn هh وu يi'),
)

function plainArabic(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{M}\u0640\p{Cf}ء]/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll(/[ىیئ]/g, 'ي')
    .replaceAll('ؤ', 'و')
    .replaceAll('ک', 'ك')
    .replaceAll('پ', 'ب')
    .replaceAll(/[ڤڨ]/g, 'ف')
    .replaceAll(/[چژ]/g, 'ج')
    .replaceAll('گ', 'غ')
    .replaceAll('تش', 'ش')
    .replace(/[هة]$/, '')
}

const plainLatin = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')

const withoutDigraphs = (name: string): string =>
  name
    .replaceAll(/tsch|sch|tch|cz|ch|sh/g, 'C')
    .replaceAll('kh', 'k')
    .replaceAll('gh', 'g')
    .replaceAll('th', 't')
    .replaceAll('dh', 'z')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('x', 'ks')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/ts|tz/g, 'z')

const asLatin = (name: string): string =>
  withoutDoubles(
    name
      .split('')
      .map((it) => latinOfArabic.get(it) ?? '')
      .join(''),
  )

const coarse = (name: string): string =>
  withoutDoubles(
    name
      .replaceAll(/tsch|sch|tch|cz|ch/g, 'sh')
      .replaceAll('ck', 'k')
      .replaceAll('ph', 'f')
      .replaceAll(/oo|ou|o|w/g, 'u')
      .replaceAll(/ee|ie|ea|e|y/g, 'i')
      .replaceAll('th', 't')
      .replaceAll(/c|q/g, 'k')
      .replaceAll('x', 'ks')
      .replaceAll('v', 'f')
      .replaceAll('p', 'b')
      .replaceAll('g', 'j'),
  )

const withoutDoubles = (text: string): string => text.replaceAll(/(.)\1+/g, '$1')

function letterLikeness(one: string, other: string): number {
  return 1 - editDistance(one, other) / Math.max(one.length, other.length, 1)
}

function editDistance(one: string, other: string): number {
  let above = Uint16Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = new Uint16Array(other.length + 1)
    row[0] = i
    for (let j = 1; j <= other.length; j++) {
      const changed = (above[j - 1] ?? 0) + Number(one.charCodeAt(i - 1) !== other.charCodeAt(j - 1))
      row[j] = Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    above = row
  }
  return above[other.length] ?? 0
}
