// Which language a text is in, told by its letters alone: enough for Arabic and English, and to refuse the rest.

export type Language = 'ar' | 'en'

/** Letters that Persian, Urdu, Kurdish and their neighbours use and Arabic does not. News in Arabic has 0.07 % of them (typing slips). */
const notArabic = /[پچژگکیےټډړښڼۍېٹڈڑںھہۂۃڤۆڵڕێە]/gu
const arabicLetter = /\p{Script=Arabic}/gu
const latinLetter = /\p{Script=Latin}/gu
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
  const arabic = count(sample, arabicLetter)
  const latin = count(sample, latinLetter)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return 'other'
  if (arabic / letters >= 0.4) return count(sample, notArabic) / arabic <= 0.03 ? 'ar' : 'other'
  if (latin / letters < 0.6) return 'other'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const common = words.filter((word) => englishWords.has(word)).length
  // Short texts (a headline, a question) may hold none of the common words: then plain ASCII decides.
  if (words.length < 12) return common > 0 || !/[^\p{ASCII}\p{P}\s]/u.test(sample) ? 'en' : 'other'
  return common / words.length >= 0.12 ? 'en' : 'other'
}

export const hasArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
