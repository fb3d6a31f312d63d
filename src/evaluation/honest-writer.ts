// What an honest model would answer, made without a model from the prompt that it would read: a sentence of the article as it stands, and in
// the other language what the glossary knows of it. Clumsy, and true: what the checks stop of it is a false alarm.

import type { LeadRecord } from '../../prompts/answer.ts'
import type { SummaryRecord } from '../../prompts/summarize.ts'
import { type Kind, readTerms, shownWord } from '../language/glossary.ts'
import { fold } from '../language/normalise.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { loadedWords } from '../summaries/check/loaded.data.ts'
import { findNumbers } from '../summaries/check/numbers.ts'

type Sentence = { id: number; text: string }
/** What a prompt holds: an article's numbered sentences, or a question's passages. */
export type Asked =
  | { kind: 'summary'; language: Language; sentences: readonly Sentence[] }
  | { kind: 'lead'; language: Language; passages: readonly (Sentence & { who: string })[] }

/** Reads the user part of a prompt of ours. */
export function readPrompt(user: string): Asked {
  const own = /^Write in: (\w+)/.exec(user)?.[1]
  if (own !== undefined) {
    const passages = Array.from(
      user.matchAll(/^\[(\d+)\] [^\n]*? · [^\n]*? · ([^\n·]+)[^\n]*\n[^\n]*\n([^\n]*)/gm),
      ([, id, who = '', text = '']) => ({ id: Number(id), who: who.trim(), text }),
    )
    return { kind: 'lead', language: languageOf(own), passages }
  }
  const sentences = Array.from(user.matchAll(/^\[(\d+)\] ([^\n]*)$/gm), ([, id, text = '']) => ({
    id: Number(id),
    text,
  }))
  return {
    kind: 'summary',
    language: languageOf(/^Language of the article: (\w+)/.exec(user)?.[1]),
    sentences,
  }
}

const languageOf = (name: string | undefined): Language => (name === 'Arabic' ? 'ar' : 'en')

export const answerHonestly = (asked: Asked): SummaryRecord | LeadRecord =>
  asked.kind === 'lead' ? honestLead(asked) : honestSummary(asked)

const wordsMax = 45
const termsMax = 6
const denies =
  /\b(?:not?|never|none|without|den(?:y|ied|ies)|reject\w*|refus\w*)\b|n[’']t\b|(?<!\p{L})[وف]?(?:لا|لم|لن|ليس|ليست|غير|عدم|بدون|دون|نفى|نفت|رفض|رفضت)(?!\p{L})/iu

export function honestSummary({ language, sentences }: Extract<Asked, { kind: 'summary' }>): SummaryRecord {
  const body = sentences.filter(({ id }) => id > 0)
  const fitting = body.find(
    ({ text }) =>
      text.split(' ').length <= wordsMax && !denies.test(text) && termsOf(text, language).length > 1,
  )
  const { id, text } = fitting ?? body[0] ?? { id: 0, text: sentences[0]?.text ?? '' }
  const title = sentences.find((it) => it.id === 0)?.text ?? text.split(' ').slice(0, 8).join(' ')
  const both = (words: string, from: string) =>
    language === 'ar' ? { ar: words, en: named(from, language) } : { en: words, ar: named(from, language) }
  return {
    evidence: [id],
    people: [],
    topics: [],
    sentences: [{ rests_on: [id], ...both(text, text) }],
    sayings: [],
    headline: both(title.split(' ').slice(0, 12).join(' '), text),
  }
}

/** "The article reports on: port, minister." */
function named(text: string, language: Language): string {
  const other = otherLanguage(language)
  const words = termsOf(text, language).map((term) => shownWord(term, other, false))
  return other === 'en'
    ? `The article reports on: ${words.join(', ')}.`
    : `أفاد الخبر عن: ${words.join('، ')}.`
}

/** Verbs, set phrases and words of every text say nothing about what an article reports on. */
const unsaid: ReadonlySet<Kind> = new Set(['phrase', 'action', 'word'])

const termsOf = (text: string, language: Language) =>
  readTerms(text, language)
    .flatMap(({ term }) => (term && !unsaid.has(term.kind) ? [term] : []))
    // "billion" without its figure would state one, and «نظام» is loaded where "system" is not.
    .filter(
      ({ ar, en }) =>
        findNumbers(en[0] ?? '').size === 0 &&
        !loadedWords.some(([, arabic]) => arabic.test(fold(ar[0] ?? ''))),
    )
    .slice(0, termsMax)

function honestLead({ language, passages }: Extract<Asked, { kind: 'lead' }>): LeadRecord {
  const own = passages.find(({ text }) => /\p{Script=Arabic}/u.test(text) === (language === 'ar'))
  if (!own) return { sentences: [], disagreements: [] }
  const words = own.text.replaceAll(/["«»“”]/g, '')
  const text = language === 'ar' ? `قال ${own.who} إن ${words}` : `${own.who} said that ${words}`
  return { sentences: [{ rests_on: [own.id], text }], disagreements: [] }
}
