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

/** Quotation marks are for quotations: only words that the article itself puts between them, letter for letter. */
export function quotationFaults(text: string, source: Source): string[] {
  const quoted = source.sentences.flatMap((sentence) =>
    findQuotations(sentence).map((it) => plain(sentence.slice(it.start, it.end))),
  )
  const single = Array.from(
    text.matchAll(/(?<![\p{L}\p{N}])['‘‹]([^'’›]+)['’›](?![\p{L}\p{N}])/gu),
    ([, words]) => words ?? '',
  )
  const marked = [...findQuotations(text).map((it) => text.slice(it.start, it.end)), ...single]
  return marked
    .filter((words) => !quoted.some((it) => ` ${it} `.includes(` ${plain(words)} `)))
    .map((words) => `quotation marks stand around words that the article does not quote: ${words}`)
}

/** Folded words with single spaces. */
export const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
