// One alphabet for each script before names are compared: which letters a name token is reduced to.
// Everything that learns from or looks at spellings goes through here, so training and matching see the same letters.

import { fold } from '../language/normalise.ts'

export type Script = 'arabic' | 'latin'

/** A word of a name in the letters of one script; Cyrillic and Arabizi have become Latin. */
export type Letters = { script: Script; letters: string }

/** Letters that Arabic borrowed for foreign sounds (Persian, Maghrebi, Egyptian habits), as plain Arabic writes them. */
const borrowed: Readonly<Record<string, string>> = { پ: 'ب', ڤ: 'ف', ڨ: 'ق', چ: 'ج', ژ: 'ج', گ: 'غ', ڭ: 'غ' }

/** Marked letters that stand for a sound of their own; all other marks are dropped. */
const ownSound: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'đ',
  ł: 'l',
  ı: 'i',
  ə: 'a',
  ș: 'ş',
  ţ: 'ț',
  ț: 'ț',
  ś: 'š',
  ż: 'ž',
  ź: 'z',
  ń: 'ñ',
  å: 'ø',
}
const keptMarks = new Set('čćšžşçğñöüäøđțř')

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'w',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'j',
  ѓ: 'g',
  ќ: 'k',
}

/** One sound in two letters: Джонсон, and Chinese names (Цзиньпин, Чжао). */
const cyrillicPairs: Readonly<Record<string, string>> = { дж: 'j', цз: 'j', чж: 'zh' }

/** How chat writers spell Arabic sounds with digits: 3 for ع, 7 for ح, and so on. */
const arabizi: Readonly<Record<string, string>> = {
  '2': 'a',
  '3': 'a',
  '4': 'th',
  '5': 'kh',
  '6': 't',
  '7': 'h',
  '8': 'gh',
  '9': 's',
}

/** The letters of one word: Arabic ones if it has any, else Latin ones; empty where it has neither. */
export function lettersOf(word: string): Letters {
  if (/\p{Script=Arabic}/u.test(word)) return { script: 'arabic', letters: arabicLetters(word) }
  return { script: 'latin', letters: latinLetters(word) }
}

/** Arabic letters only, hamza seats and borrowed letters folded, bare hamza dropped. */
export function arabicLetters(word: string): string {
  return fold(word)
    .replace(/[پڤڨچژگڭ]/g, (letter) => borrowed[letter] ?? '')
    .replace(/[^\u0627-\u064a]/g, '')
}

/** Latin letters only, in lower case, with the few marked letters that sound differently; Cyrillic is romanised, Arabizi digits are read. */
export function latinLetters(word: string): string {
  const lower = word.normalize('NFKC').toLowerCase()
  const digits = /\p{L}/u.test(lower) ? lower.replace(/[2-9]/g, (digit) => arabizi[digit] ?? '') : lower
  let letters = ''
  for (const letter of digits.normalize('NFC').replace(/дж|цз|чж/g, (pair) => cyrillicPairs[pair] ?? pair))
    letters += latinLetter(letter)
  return letters
}

function latinLetter(letter: string): string {
  if (letter >= 'a' && letter <= 'z') return letter
  const plain = ownSound[letter] ?? cyrillic[letter]
  if (plain !== undefined) return plain
  if (keptMarks.has(letter)) return letter
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return /^[a-z]+$/.test(bare) ? bare : (cyrillic[bare] ?? '')
}

const unmarked: Readonly<Record<string, string>> = {
  č: 'c',
  ć: 'c',
  š: 's',
  ž: 'z',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ñ: 'n',
  ö: 'o',
  ü: 'u',
  ä: 'a',
  ø: 'o',
  đ: 'd',
  ț: 't',
  ř: 'r',
}

/** The same letters as typed on a plain keyboard: "tadić" → "tadic". */
export function withoutMarks(letters: string): string {
  return letters.replace(/[^a-z]/g, (letter) => unmarked[letter] ?? letter)
}
