// Counting, dates and lists in both languages.

import type { Language } from '../language/script.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Picks a language's plural form for a number; `#` stands for the number. */
export function counter(language: Language, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  // Said outright: which digits plain `ar` means differs between ICU versions.
  const digits = new Intl.NumberFormat(`${language}-u-nu-latn`)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count))
}

const dayFormats = {
  ar: new Intl.DateTimeFormat('ar-EG-u-nu-latn-ca-gregory', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** «10 أبريل 2024», "10 April 2024" from `YYYY-MM-DD`; a day is never shifted by a zone. */
export function formatDay(day: string, language: Language): string {
  return dayFormats[language].format(new Date(`${day.slice(0, 10)}T12:00:00Z`)).replace(/[\u200e\u200f]/g, '')
}

/** Rounded down, so that 99.99 % never reads 100 %. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 10}%`
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'ar' ? 'ar' : 'en-GB', { type: 'conjunction' }).format(items)
}

/** «لبيسكوف», «للقندلاوي», «لـ Peskov»: an Arabic preposition of one letter before a name. */
export function withPrefix(prefix: 'ل' | 'ب', name: string): string {
  if (!/^\p{Script=Arabic}/u.test(name)) return `${prefix}ـ ${name}`
  if (prefix === 'ل' && name.startsWith('ال')) return `لل${name.slice(2)}`
  return `${prefix}${name}`
}

/** " (10 April 2024 to 22 May 2025)": from the first to the newest article that calls somebody so; empty where none is dated. */
export function roleDays(from: string | null, to: string | null, language: Language, until: string): string {
  if (from === null || to === null) return ''
  const days =
    from === to
      ? formatDay(from, language)
      : `${formatDay(from, language)} ${until} ${formatDay(to, language)}`
  return ` (${days})`
}

const bytesInMegabyte = 1_000_000

/** Whole ones. */
export const megabytes = (bytes: number): number => Math.round(bytes / bytesInMegabyte)

const msInMinute = 60_000
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / msInMinute))
