// What can be told from a text alone, or from its letters: the language, links and markup, quotation marks.

import { fold } from '../../language/normalise.ts'
import { findQuotations } from '../../language/quotations.ts'
import type { Language } from '../../language/script.ts'
import type { Source } from './fault.ts'

/** Arabic text may hold names in Latin letters; English text has no reason for Arabic ones. */
const arabicShare = { ar: 0.6, en: 0.02 }

export function languageFaults(text: string, language: Language): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const share = (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) / Math.max(1, letters)
  if (letters === 0) return ['it has no words']
  const right = language === 'ar' ? share >= arabicShare.ar : share <= arabicShare.en
  return right ? [] : [`it is not in ${language === 'ar' ? 'Arabic' : 'English'}`]
}

const link =
  /https?:|www\.|\bt\.me\/|\b[a-z0-9-]+\.(?:com|net|org|info|io|ru|tv)\b|@[a-z0-9_]{4,}|\]\(|<[a-z/]|&[a-z]+;|\\u[0-9a-f]{4}|[*_`#]{2,}/i

export function linkFaults(text: string): string[] {
  const match = link.exec(text)
  return match ? [`it holds a link or markup: ${match[0]}`] : []
}

const single = /(?<![\p{L}\p{N}])['‘‹]([^'’›]+)['’›](?![\p{L}\p{N}])/gu

/** Quotation marks stand only around words of the article, in its order. */
export function quotationFaults(text: string, source: Source): string[] {
  const all = ` ${plain(source.sentences.join(' '))} `
  const marked = [
    ...findQuotations(text).map((it) => text.slice(it.start, it.end)),
    ...Array.from(text.matchAll(single), ([, words]) => words ?? ''),
  ]
  return marked
    .filter((words) => !all.includes(` ${plain(words)} `))
    .map((words) => `quotation marks stand around words that the article does not have: ${words}`)
}

/**
 * The text without the quotation marks around words that the article itself does not put between them: readers are promised that
 * quotation marks mean a quotation, and words of the article without the marks are as true.
 */
export function withoutOwnMarks(text: string, source: Pick<Source, 'sentences'>): string {
  const quoted = source.sentences.flatMap((sentence) =>
    findQuotations(sentence).map((it) => ` ${plain(sentence.slice(it.start, it.end))} `),
  )
  const isQuoted = (words: string) => quoted.some((it) => it.includes(` ${plain(words)} `))
  let rest = text
  for (const { start, end, outer } of findQuotations(text).toReversed())
    if (!isQuoted(text.slice(start, end)))
      rest = rest.slice(0, outer.start) + rest.slice(start, end) + rest.slice(outer.end)
  return rest.replaceAll(single, (whole, words: string) => (isQuoted(words) ? whole : words))
}

/** Folded words with single spaces. */
export const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
