// Lies as a fluent model would tell them: one thing of a true sentence changed, everything else left as it stands. Made without a
// look at how the checks work, and with words of its own.

import type { Language } from '../language/script.ts'
import type { Statement } from '../statements/statement.ts'
import { pickOf } from './sequence.ts'

/** A true sentence of an article, and what is known of the article around it. */
export type Honest = {
  language: Language
  text: string
  /** Who speaks in it, as written; null where nobody does. */
  speaker: string | null
  /** Others whom the article names, and who do not speak in this sentence. */
  others: readonly string[]
  statement: Statement | null
  /** The whole article: some lies would be none where it says the same. */
  article: string
}

type Lie = (honest: Honest, random: () => number) => string | null

const strangers = {
  ar: ['روبرت هيلمان', 'فؤاد المرجاني', 'إيلينا فورتشنكو'],
  en: ['Robert Hillman', 'Fouad al-Murjani', 'Elena Fortchenko'],
}
const towns = { ar: ['ريكيافيك', 'مونتيفيديو', 'أولان باتور'], en: ['Reykjavik', 'Montevideo', 'Ulaanbaatar'] }
const months = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  en: 'January February March April June July August September October November December'.split(' '),
}
const days = {
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}

/** The same text with one piece replaced; null where the piece does not stand there or nothing changes. */
function swapped(text: string, piece: string | null, other: string | undefined): string | null {
  if (piece === null || piece === '' || other === undefined || !text.includes(piece) || piece === other)
    return null
  return text.replace(piece, other)
}

const named =
  (names: Record<Language, readonly string[]>): Lie =>
  ({ text, language }, random) => {
    const here = names[language].find((it) => new RegExp(`(?<!\\p{L})${it}(?!\\p{L})`, 'u').test(text))
    return here === undefined
      ? null
      : swapped(
          text,
          here,
          pickOf(
            random,
            names[language].filter((it) => it !== here),
          ),
        )
  }

const digits: Lie = ({ text }) => {
  const number = /(?<![\d.,])\d{1,4}(?![\d.,])/.exec(text)?.[0]
  return number === undefined ? null : swapped(text, number, String(Number(number) * 3 + 7))
}

const scale: Lie = ({ text, language }) =>
  language === 'ar'
    ? (swapped(text, 'مليون', 'مليار') ?? swapped(text, 'ألف', 'مليون'))
    : (swapped(text, 'million', 'billion') ?? swapped(text, 'thousand', 'million'))

const numberWord: Lie = ({ text, language }) => {
  const added = language === 'ar' ? 'بعد سبعة وسبعين يوما' : 'after seventy-seven days'
  return `${text.replace(/[.؟!]?$/, '')} ${added}.`
}

const stranger: Lie = ({ text, speaker, language }, random) =>
  swapped(text, speaker, pickOf(random, strangers[language]))

const otherSpeaker: Lie = ({ text, speaker, others }) => swapped(text, speaker, others[0])

const changedPlaces: Lie = ({ text, others, speaker }) => {
  const other = others.find((it) => text.includes(it))
  if (speaker === null || other === undefined || speaker.includes(other) || other.includes(speaker))
    return null
  return text.replace(speaker, '\u0001').replace(other, speaker).replace('\u0001', other)
}

const auxiliary = /(?<!\p{L})(is|are|was|were|will|would|has|have|can)(?!\p{L})/iu
const negated: Lie = ({ text, language }) => {
  // "not only", "not not": no lie, or no English.
  if (/\b(?:not|never|no|only)\b|n[’']t\b|(?<!\p{L})(?:لا|لم|لن|ليس)(?!\p{L})/iu.test(text)) return null
  if (language === 'en') return auxiliary.test(text) ? text.replace(auxiliary, '$1 not') : null
  const verb = /(?<!\p{L})(?:سي|سوف ي)(\p{L}{3,})/u
  return verb.test(text) ? text.replace(verb, 'لن ي$1') : null
}

const affirmed: Lie = ({ text, language }) => {
  const negation = language === 'en' ? /(?<!\p{L})(?:not|never) /u : /(?<!\p{L})(?:لن|لم|لا) (?=\p{L}{3,})/u
  return negation.test(text) ? text.replace(negation, '') : null
}

const asFact: Lie = ({ statement }) =>
  statement &&
  ['claim', 'accuse'].includes(statement.verbClass) &&
  statement.quotes.length === 0 &&
  statement.text.length > 40
    ? `${statement.text}.`
    : null

const quoted: Lie = ({ text, language }) =>
  language === 'ar'
    ? `${text.replace(/[.؟!]?$/, '')} «وهذا يوم تاريخي لنا جميعا».`
    : `${text} “This is a great day for all of us.”`

const requoted: Lie = ({ text, language }) => {
  const mark = /[«“]([^«»“”]{12,})[»”]/u.exec(text)?.[1] ?? /^[^"]*"([^"]{12,})"[^"]*$/u.exec(text)?.[1]
  if (mark === undefined) return null
  const words = mark.split(' ')
  words[Math.floor(words.length / 2)] = language === 'ar' ? 'بالتأكيد' : 'certainly'
  return swapped(text, mark, words.join(' '))
}

const foreign: Lie = ({ language }) =>
  language === 'ar' ? 'Officials spoke about the matter at length.' : 'تحدث المسؤولون عن هذا الأمر مطولا.'

const linked: Lie = ({ text }) => `${text} https://example.org/more`
const marked: Lie = ({ text }) => `**${text}**`
const elsewhere: Lie = ({ text, language }, random) =>
  language === 'ar'
    ? `${text.replace(/[.؟!]?$/, '')} في ${pickOf(random, towns.ar)}.`
    : `${text.replace(/[.!?]?$/, '')} in ${pickOf(random, towns.en)}.`
const loaded: Lie = ({ text, language, article }) =>
  /[إا]رهاب|terroris/i.test(article)
    ? null
    : language === 'ar'
      ? `${text.replace(/[.؟!]?$/, '')} في هجوم إرهابي.`
      : `${text.replace(/[.!?]?$/, '')} in a terrorist attack.`

/** Kind by kind; a kind that does not fit a sentence gives null. */
export const lies: Readonly<Record<string, Lie>> = {
  'number changed': digits,
  'scale changed': scale,
  'number in words added': numberWord,
  'month changed': named(months),
  'weekday changed': named(days),
  'stranger for the speaker': stranger,
  'another for the speaker': otherSpeaker,
  'two people changed places': changedPlaces,
  'negation added': negated,
  'negation dropped': affirmed,
  'claim told as fact': asFact,
  'quotation invented': quoted,
  'quotation altered': requoted,
  'other language': foreign,
  'link added': linked,
  'markup added': marked,
  'place added': elsewhere,
  'loaded word added': loaded,
}
