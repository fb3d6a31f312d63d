// Which language a text is in, told by its letters alone: enough for Arabic and English, and to refuse the rest.

export type Language = 'ar' | 'en'

/** Letters that Persian, Urdu, Kurdish and their neighbours use and Arabic does not. News in Arabic has 0.07 % of them (typing slips). */
const notArabic = /[پچژگکیےټډړښڼۍېٹڈڑںھہۂۃڤۆڵڕێە]/u
/** English text almost never has these; French, German, Spanish, Turkish or Vietnamese text always does. */
const englishWords = new Set(
  'the of and to in a is that for on was with as it by from at are has said his be he an have not will its who their been were after'.split(
    ' ',
  ),
)

/**
 * The language of a text: `ar`, `en`, or `other` for a third language, a mixture or no letters at all.
 * Arabic: at least 40 % of the letters are Arabic ones (foreign names and addresses stand in Latin) and at most
 * 3 % of those are Persian or Urdu. English: mostly Latin, and among its words the commonest English ones.
 */
export function detectLanguage(text: string): Language | 'other' {
  const sample = text.slice(0, 20_000)
  const { arabic, latin, foreign, letters } = countLetters(sample)
  if (letters === 0) return 'other'
  if (arabic / letters >= 0.4) return foreign / arabic <= 0.03 ? 'ar' : 'other'
  if (latin / letters < 0.6) return 'other'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const common = words.filter((word) => englishWords.has(word)).length
  // Short texts (a headline, a question) may hold none of the common words: then plain ASCII decides.
  if (words.length < 12) return common > 0 || !/[^\p{ASCII}\p{P}\s]/u.test(sample) ? 'en' : 'other'
  return common / words.length >= 0.12 ? 'en' : 'other'
}

export const otherLanguage = (language: Language): Language => (language === 'ar' ? 'en' : 'ar')

export const hasArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

type Counts = { arabic: number; latin: number; foreign: number; letters: number }

/** How many letters of each script a text has; `foreign` are those of Arabic script that Arabic does not use. */
function countLetters(text: string): Counts {
  const counts: Counts = { arabic: 0, latin: 0, foreign: 0, letters: 0 }
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind & isLetter) counts.letters++
    if (kind & isArabic) counts.arabic++
    if (kind & isLatin) counts.latin++
    if (kind & isForeign) counts.foreign++
  }
  return counts
}

const [isLetter, isArabic, isLatin, isForeign, isSeen] = [1, 2, 4, 8, 16]
/** What each UTF-16 unit is, 0 until it is first met: letters are counted in every text, and patterns are slow at that. */
const kinds = new Uint8Array(0x1_00_00)

function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0
  if (known > 0) return known
  const letter = String.fromCharCode(unit)
  const kind =
    isSeen |
    (/\p{L}/u.test(letter) ? isLetter : 0) |
    (/\p{Script=Arabic}/u.test(letter) ? isArabic : 0) |
    (/\p{Script=Latin}/u.test(letter) ? isLatin : 0) |
    (notArabic.test(letter) ? isForeign : 0)
  kinds[unit] = kind
  return kind
}
