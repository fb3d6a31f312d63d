// A careful guess at a name in the other script, for names that no table knows: «سليم القندلاوي» → "Salim al-Qandalawi".
// Arabic leaves short vowels out, so this is a reading aid and never a name's spelling of record; callers say so.

import { fold } from '../language/normalise.ts'
import { givenNames } from './given-names.ts'
import { arabicLetters, latinLetters, lettersOf, withoutMarks } from './letters.ts'

const consonants: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ڤ: 'v',
  ڨ: 'g',
}
const shortVowels: Readonly<Record<string, string>> = { '\u064e': 'a', '\u064f': 'u', '\u0650': 'i' }
const shadda = '\u0651'
const smallWords: Readonly<Record<string, string>> = {
  بن: 'bin',
  ابن: 'ibn',
  بنت: 'bint',
  ولد: 'Ould',
  ابو: 'Abu',
  ابي: 'Abi',
  ام: 'Umm',
  دي: 'de',
  دو: 'de',
  فون: 'von',
  فان: 'van',
  دير: 'der',
  دا: 'da',
}

/** An Arabic name in Latin letters, word by word; words that are not Arabic stay. */
export function romanise(name: string): string {
  const joined = name.trim().replace(/(?<![\p{L}\p{M}])عبد\s+(?=ال)/gu, 'عبد')
  return joined
    .split(/\s+/)
    .map((word, index) => romaniseWord(word, index === 0))
    .join(' ')
}

function romaniseWord(word: string, isFirst: boolean): string {
  if (!/\p{Script=Arabic}/u.test(word)) return word
  const folded = fold(word)
  if (folded === 'ال') return 'Al'
  const small = isFirst && folded === 'بن' ? undefined : smallWords[folded]
  const known = small ?? usualLatin(word)
  if (known !== undefined) return known
  if (folded.startsWith('عبدال') && folded.length > 7) return `Abdul ${capital(spelled(folded.slice(5)))}`
  if (!/^ال.{3}/.test(word)) return capital(spelled(word))
  const bare = word.slice(2)
  return `al-${usualLatin(bare) ?? capital(spelled(bare))}`
}

const usualLatin = (word: string): string | undefined => givenNames(lettersOf(word))[0]?.latin[0]

type Sound = { text: string; vowel: boolean }

/** Reads the letters and puts an "a" where Arabic writes no vowel and two consonants would meet. */
function spelled(word: string): string {
  const sounds = soundsOf(word)
  let text = ''
  let run = 0
  sounds.forEach((sound, place) => {
    text += sound.text
    run = sound.vowel ? 0 : run + 1
    const next = sounds[place + 1]
    if (run > 0 && next?.vowel === false) text += between(sounds, place, run)
  })
  return text.replace(/aa+/g, 'a')
}

/** Odd consonants of a run take the vowel at the front of a word; inside it, only where three meet or the word ends. */
function between(sounds: readonly Sound[], place: number, run: number): string {
  if (place - run < 0) return run % 2 === 1 ? 'a' : ''
  if (run % 2 === 0) return 'a'
  if (run > 1 || place + 2 < sounds.length) return ''
  return activeParticiple(sounds) ? 'i' : 'a'
}

/** كاتب and its like: the vowel of the second consonant is an i. */
const activeParticiple = (sounds: readonly Sound[]): boolean => sounds.length === 4 && sounds[1]?.text === 'a'

function soundsOf(word: string): Sound[] {
  const letters = word
    .normalize('NFC')
    .replace(/[\u0640\u200c]/g, '')
    .split('')
  const sounds: Sound[] = []
  letters.forEach((letter, place) => {
    const short = shortVowels[letter]
    if (short !== undefined) sounds.push({ text: short, vowel: true })
    else if (letter === shadda) {
      const last = sounds.at(-1)
      if (last) sounds.push({ ...last })
    } else sounds.push(...soundOfLetter(letter, letters, place))
  })
  return sounds.filter(({ text }, place) => text !== '' || place === 0)
}

type Place = { letter: string; before: string; next: string; isFirst: boolean; isLast: boolean }

const vowel = (text: string): Sound[] => [{ text, vowel: true }]

function soundOfLetter(letter: string, letters: readonly string[], index: number): Sound[] {
  const place: Place = {
    letter,
    before: letters[index - 1] ?? '',
    next: letters[index + 1] ?? '',
    isFirst: index === 0,
    isLast: index === letters.length - 1,
  }
  if ('اٱأآىإ'.includes(letter)) return alef(place)
  if (letter === 'ة') return vowel(place.before === 'ا' ? 't' : 'a')
  if ('ؤئءع'.includes(letter)) return glottal(place)
  if ('ويی'.includes(letter)) return halfVowel(place)
  return [{ text: consonants[letter] ?? '', vowel: false }]
}

/** An alef at the front only carries the long vowel after it: أوس, إيمان. */
function alef({ letter, next, isFirst }: Place): Sound[] {
  if (letter === 'إ') return vowel(next === 'ي' ? '' : 'i')
  return isFirst && (next === 'و' || next === 'ي') ? [] : vowel('a')
}

/** Written only where it keeps two vowels apart; ع at the front leaves its vowel. */
function glottal({ letter, before, next, isFirst, isLast }: Place): Sound[] {
  if (letter === 'ع') return isFirst && !'اويى'.includes(next) ? vowel('a') : []
  return isLast || before === 'ا' ? [] : [{ text: '’', vowel: false }]
}

/** و and ي are consonants at the front and beside an alef, long vowels elsewhere. */
function halfVowel({ letter, before, next, isFirst, isLast }: Place): Sound[] {
  const [consonant, long] = letter === 'و' ? ['w', 'u'] : ['y', 'i']
  if (isLast) return vowel(before === 'ا' ? (letter === 'و' ? 'w' : 'i') : long)
  const opens = letter === 'و' ? 'اةىي' : 'اةى'
  const isConsonant = isFirst || before === 'ا' || (opens.includes(next) && !'إأ'.includes(before || 'x'))
  return isConsonant ? [{ text: consonant, vowel: false }] : vowel(long)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const latinPieces: readonly (readonly [RegExp, string])[] = [
  [/^(?:sch|sh|ch(?=r))/, 'ش'],
  [/^tch|^tsch|^ch/, 'تش'],
  [/^kh/, 'خ'],
  [/^gh/, 'غ'],
  [/^th/, 'ث'],
  [/^dh/, 'ذ'],
  [/^ph/, 'ف'],
  [/^zh/, 'ج'],
  [/^dj/, 'ج'],
  [/^ck/, 'ك'],
  [/^qu/, 'كو'],
  [/^c(?=[eiy])/, 'س'],
  [/^x/, 'كس'],
  [/^(?:ou|oo|au(?=$))/, 'و'],
  [/^(?:ee|ie|ea|ey$)/, 'ي'],
  [/^(?:ai|ay|ei)/, 'اي'],
  [/^č|^ć/, 'تش'],
  [/^š|^ş/, 'ش'],
  [/^ž/, 'ج'],
  [/^ñ/, 'ني'],
  [/^ya/, 'يا'],
]
const latinLetterSounds: Readonly<Record<string, string>> = {
  a: 'ا',
  b: 'ب',
  c: 'ك',
  d: 'د',
  e: 'ي',
  f: 'ف',
  g: 'غ',
  h: 'ه',
  i: 'ي',
  j: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  o: 'و',
  p: 'ب',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  u: 'و',
  v: 'ف',
  w: 'و',
  y: 'ي',
  z: 'ز',
}
const opening: Readonly<Record<string, string>> = { a: 'أ', e: 'إ', i: 'إ', o: 'أو', u: 'أو' }
const smallLatin: Readonly<Record<string, string>> = {
  bin: 'بن',
  ben: 'بن',
  ibn: 'ابن',
  bint: 'بنت',
  abu: 'أبو',
  abou: 'أبو',
  von: 'فون',
  van: 'فان',
  der: 'دير',
  den: 'دن',
  de: 'دي',
  di: 'دي',
  da: 'دا',
  le: 'لو',
  la: 'لا',
}

/** A Latin (or Cyrillic) name in Arabic letters, word by word; words that are Arabic already stay. */
export function arabicise(name: string): string {
  return name
    .trim()
    .replace(/(?<!\p{L})abd(?:[ue]l)?[-‐ ](?:al[-‐ ])?(?=\p{L})/giu, 'عبد ال+')
    .replace(/(?<!\p{L})(?:al|el)[-‐’' ](?=\p{L})/giu, 'ال+')
    .split(/[\s-]+/)
    .map(arabiciseWord)
    .join(' ')
}

function arabiciseWord(word: string, place: number): string {
  const article = word.startsWith('ال+') ? 'ال' : ''
  const bare = article ? word.slice(3) : word
  if (/\p{Script=Arabic}/u.test(bare)) return article + bare
  const letters = latinLetters(bare)
  const small = smallLatin[letters]
  if (small !== undefined && place > 0) return small
  const known = givenNames({ script: 'latin', letters })[0]?.arabic
  if (known !== undefined) return article + known
  return article + spelledArabic(letters)
}

function spelledArabic(letters: string): string {
  let rest = letters
    .replace(/([^aeou])\1/g, '$1')
    .replace(/ce$/, 's')
    .replace(/(?<=.{3}[^aeiou])e$/, '')
  // Arabic outlets rarely write the unstressed e of a last syllable: ميركل, ميلر.
  rest = rest.replace(/(?<=.{2}[^aeiouy])e(?=[rln]$)/, '')
  let text = ''
  const first = opening[rest.charAt(0)]
  if (first !== undefined) {
    text = first
    rest = rest.slice(1)
  }
  while (rest !== '') {
    const piece = latinPieces.find(([pattern]) => pattern.test(rest))
    const size = piece ? (piece[0].exec(rest)?.[0].length ?? 1) : 1
    text += piece ? piece[1] : (latinLetterSounds[withoutMarks(rest.charAt(0))] ?? '')
    rest = rest.slice(size)
  }
  return arabicLetters(text) === '' ? letters : text
}
