// A question that leans on the one before it ("and about Ukraine?", «وأمس؟», "in English"), made whole. Pure: who is known to speak is asked of
// the caller.

import { type Clock, findTime } from '../language/time.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { type Question, understand } from './question.ts'

/** The question in full; `language`: the one that was asked for, where one was. */
export type Whole = { text: string; language: Language | null }

/** How long a question may be leant on. */
export const leanMinutes = 10

const languages: readonly (readonly [Language, RegExp])[] = [
  ['en', /^(?:and )?(?:in english|و?بال[إا]نج?ك?ليزي[ةه]?)$/iu],
  ['ar', /^(?:and )?(?:in arabic|و?بالعربي[ةه]?)$/iu],
]
const aboutEnglish = /^(?:and |but |ok(?:ay)?,? )*(?<sure>about|on|regarding)\s+(?<rest>.+)$/iu
const whatAboutEnglish = /^(?:and |but |ok(?:ay)?,? )*(?:what|how) about\s+(?<rest>.+)$/iu
const andEnglish = /^and\s+(?<rest>.+)$/iu
const aboutArabic = /^(?:طيب |حسنا )?و?(?<sure>عن|حول|بشأن|بخصوص)\s+(?<rest>.+)$/u
const whatAboutArabic = /^(?:طيب |حسنا )?و?(?:ماذا|ما|شو|ايش|إيه) عن\s+(?<rest>.+)$/u
const andArabic = /^(?:طيب |حسنا )?و(?<rest>\p{L}.+)$/u

const openings = [aboutEnglish, whatAboutEnglish, andEnglish, aboutArabic, whatAboutArabic, andArabic]

/**
 * The whole of a question that leans on `before`; null for one that stands by itself. `isSpeaker`: whether somebody of that name is
 * known to have spoken.
 */
export async function completed(
  text: string,
  before: { text: string; question: Question },
  { clock, isSpeaker }: Needs,
): Promise<Whole | null> {
  const words = text.replaceAll(/[?؟!.]+\s*$/gu, '').trim()
  const [language] = languages.find(([, it]) => it.test(words)) ?? []
  if (language) return { text: before.text, language }
  return before.question.kind === 'other' ? null : changed(text, words, before.question, { clock, isSpeaker })
}

type Needs = { clock: Clock; isSpeaker: (name: string) => Promise<boolean> }

async function changed(
  text: string,
  words: string,
  question: Question,
  { clock, isSpeaker }: Needs,
): Promise<Whole | null> {
  const named = openings.map((it) => it.exec(words)?.groups).find((it) => it !== undefined)
  const rest = named?.['rest']?.trim() ?? words
  const time = findTime(rest, clock)
  const withTime = time && isAll(rest, time.span)
  if (withTime) return whole(question, { timeWords: rest }, text)
  if (named === undefined) return withSpeakerOf(text, question, clock)
  if (named['sure'] !== undefined) return whole(question, { topic: rest }, text)
  if (await isSpeaker(rest)) return whole(question, { speaker: rest }, text)
  return isAboutForm(words) ? whole(question, { topic: rest }, text) : null
}

const isAboutForm = (words: string): boolean => whatAboutEnglish.test(words) || whatAboutArabic.test(words)

const isAll = (text: string, span: { start: number; end: number }): boolean =>
  text.slice(0, span.start).trim() === '' && text.slice(span.end).trim() === ''

/** "what did he say about Ukraine": the verb without its subject. */
function withSpeakerOf(text: string, before: Question, clock: Clock): Whole | null {
  const asked = understand(text, clock)
  const lacksSpeaker = (asked.kind === 'said' || asked.kind === 'latest') && asked.speakers.length === 0
  if (!lacksSpeaker || before.speakers.length === 0) return null
  return whole(before, { topic: asked.topic, timeWords: asked.timeWords }, text)
}

type Change = { speaker?: string; topic?: string | null; timeWords?: string | null }

/** The question before with something changed, in the language of the follow-up. */
function whole(before: Question, change: Change, text: string): Whole {
  const language = hasArabic(text) ? 'ar' : /\p{L}/u.test(text) ? 'en' : before.language
  const speaker = change.speaker ?? before.speakerGuesses[0] ?? before.speakers[0] ?? null
  const topic = change.topic === undefined ? before.topic : change.topic
  const time = change.timeWords === undefined ? before.timeWords : change.timeWords
  const parts = (speaker === null ? asked(before, topic) : said(speaker, topic))[language]
  return {
    text: [...parts, ...(time === null ? [] : [time])].join(' ') + (language === 'ar' ? '؟' : '?'),
    language: null,
  }
}

const said = (speaker: string, topic: string | null): Record<Language, string[]> => ({
  ar: ['ماذا قال', speaker, ...(topic === null ? [] : ['عن', topic])],
  en: ['what did', speaker, 'say', ...(topic === null ? [] : ['about', topic])],
})

const asked = ({ kind }: Question, topic: string | null): Record<Language, string[]> => {
  if (kind === 'who') return { ar: ['من تحدث عن', topic ?? ''], en: ['who talked about', topic ?? ''] }
  return { ar: ['أخبار', topic ?? ''], en: ['news about', topic ?? ''] }
}
