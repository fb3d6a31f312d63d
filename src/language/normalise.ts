// One spelling for many: how Arabic and Latin text is folded before two pieces of it are compared.
// Folded text is for finding and matching only; what a reader sees is always cut from the original.

/** Harakat, Quranic marks, tatweel, zero-width and bidirectional controls: they never tell two words apart. */
const invisible =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

const letters = new Map<string, string>(
  Object.entries({
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ئ: 'ي',
    ؤ: 'و',
    ة: 'ه',
    ۀ: 'ه',
    ھ: 'ه',
    ہ: 'ه',
    ە: 'ه',
    ک: 'ك',
    ڪ: 'ك',
    '\u00a0': ' ',
    '\u202f': ' ',
    '\t': ' ',
    '’': "'",
    '‘': "'",
    ʼ: "'",
    '–': '-',
    '—': '-',
    '٫': '.',
    '٬': ',',
    '٪': '%',
  }),
)
for (let digit = 0; digit < 10; digit++) {
  letters.set(String.fromCodePoint(0x660 + digit), String(digit)) // Arabic-Indic
  letters.set(String.fromCodePoint(0x6f0 + digit), String(digit)) // Persian
}

/** What each UTF-16 unit folds to: 0 where it is dropped, -1 until it is first met. */
const foldedUnits = new Int32Array(0x1_00_00).fill(-1)

/** What one UTF-16 unit folds to; 0 where it is dropped. Always one unit, so offsets never shift inside a letter. */
export function foldUnit(unit: number): number {
  const known = foldedUnits[unit] ?? unit
  if (known >= 0) return known
  const written = String.fromCharCode(unit)
  const lower = letters.get(written) ?? written.toLowerCase()
  const folded = invisible.test(written) ? 0 : lower.length === 1 ? lower.charCodeAt(0) : unit
  foldedUnits[unit] = folded
  return folded
}

/** Folded text and the way back: `map[i]` is the offset in the original of the folded unit `i`; one more entry marks the end. */
export type Folded = { text: string; map: Int32Array }

/**
 * Folds letter by letter, so that every unit of the result knows where it came from: hamza seats, alef maqsura,
 * ta marbuta, Persian letters and digits to one form each, marks and controls dropped, Latin in lower case.
 */
export function foldWithMap(original: string): Folded {
  const map = new Int32Array(original.length + 1)
  const units = unitsFor(original.length)
  let length = 0
  for (let i = 0; i < original.length; i++) {
    const unit = foldUnit(original.charCodeAt(i))
    if (unit === 0) continue
    map[length] = i
    units[length++] = unit
  }
  map[length] = original.length
  return { text: textOf(length), map: map.subarray(0, length + 1) }
}

/** The same folding where the way back is not needed; compatibility forms (ﻻ, full-width) are resolved as well. */
export function fold(original: string): string {
  const whole = original.normalize('NFKC')
  return whole.length > gluedMax ? foldLong(whole) : foldShort(whole)
}

/** Up to this length a text is put together unit by unit faster than written into a buffer and read from it; most are single words. */
const gluedMax = 24

function foldShort(original: string): string {
  let text = ''
  for (let i = 0; i < original.length; i++) {
    const unit = foldUnit(original.charCodeAt(i))
    if (unit !== 0) text += String.fromCharCode(unit)
  }
  return text
}

function foldLong(original: string): string {
  const units = unitsFor(original.length)
  let length = 0
  for (let i = 0; i < original.length; i++) {
    const unit = foldUnit(original.charCodeAt(i))
    if (unit !== 0) units[length++] = unit
  }
  return textOf(length)
}

/** Where a text is folded before it is one; the next one overwrites it. */
let scratchUnits = new Uint16Array(8_192)
let scratch = Buffer.from(scratchUnits.buffer)

function unitsFor(length: number): Uint16Array {
  if (scratchUnits.length >= length) return scratchUnits
  scratchUnits = new Uint16Array(length * 2)
  scratch = Buffer.from(scratchUnits.buffer)
  return scratchUnits
}

const textOf = (length: number): string => scratch.toString('utf16le', 0, length * 2)

/** Folded words (letters, marks and digits), without punctuation. */
export function foldedWords(original: string): string[] {
  return fold(original).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Hidden and directional characters carry instructions and spoofs, never news; they go both ways out. */
const hidden = /[\p{Cf}\p{Variation_Selector}\u034f]/gu

export const withoutHidden = (text: string): string => text.replaceAll(hidden, '')

/** A text on one line, without characters that no reader would see. */
export function tidy(text: string): string {
  return withoutHidden(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
