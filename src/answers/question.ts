// What a message asks for: whose words, on what, in which time. Pure, and never throws: what it cannot read is `other`.
// It only reads the sentence; who a name means is decided where the people are known.

import { detectLanguage, hasArabic } from '../language/script.ts'
import type { Span } from '../language/span.ts'
import { type Capture, makeLexicon, matchTemplate, readTemplate } from '../language/templates.ts'
import { type Clock, findTime } from '../language/time.ts'
import { type NameWord, isPlace, looksLikeName, withoutLam, withoutWaw } from './question-names.ts'
import {
  type Kind,
  type Pattern,
  arabicPatterns,
  arabiziPatterns,
  barePatterns,
  englishPatterns,
} from './question-patterns.data.ts'
import { genderOf, mayBePerson, named, peopleIn } from './question-people.ts'
import { type QuestionWord, asReadings, asWritten, quotedSpans, readWords } from './question-text.ts'
import { corrected, startsWithAnd, vocabulary } from './question-typos.ts'
import { foreignWords, leadIns, questionWords, smallTalk, tailEnds } from './question-words.data.ts'

export type Question = {
  /** The asker's language; Arabic in Latin letters is Arabic. */
  language: 'ar' | 'en'
  /**
   * said: words of a person (no speaker: a follow-up, or anybody's words on the topic); latest: the newest of them; who: who said
   * or spoke about it; about: news on a topic, or, with a speaker, who that person is; compare: two persons; other: none of these.
   */
  kind: Kind
  /** As the asker wrote them, without clitics; two for `compare`. */
  speakers: string[]
  /** For one speaker: the readings of the name, best first («لبيسكوف» → بيسكوف, لبيسكوف). */
  speakerGuesses: string[]
  /** Only where the verb or pronoun decides: «قالت» is f; «قال» is written for all. */
  gender: 'm' | 'f' | null
  topic: string | null
  /** `YYYY-MM-DD`, both days included; null: open. */
  from: string | null
  to: string | null
  /** The words that said when, as written. */
  timeWords: string | null
}

/** As long as Telegram lets a message be, and a little more; the rest is not read. */
const questionCharsMax = 4_200

const lexicon = makeLexicon(questionWords)
const vocabularyOfQuestions = vocabulary(lexicon)
const extras = makeLexicon({ LEAD: leadIns, TAIL: tailEnds, SMALL_TALK: smallTalk, FOREIGN: foreignWords })
const [leadIn, tailEnd, talk, foreign] = ['LEAD', 'TAIL', 'SMALL_TALK', 'FOREIGN'].map((name) =>
  readTemplate(name, extras),
)

type Row = { kind: Kind; template: ReturnType<typeof readTemplate>; language: 'ar' | 'en' | null }
const rows = (patterns: readonly Pattern[], language: Row['language']): Row[] =>
  patterns.map(([kind, source]) => ({ kind, template: readTemplate(source, lexicon), language }))
const tables = {
  arabic: rows(arabicPatterns, 'ar'),
  english: rows(englishPatterns, 'en'),
  arabizi: rows(arabiziPatterns, 'ar'),
  bare: rows(barePatterns, null),
}

type Captures = ReadonlyMap<string, Capture>
type Read = { text: string; words: readonly QuestionWord[] }
type Frame = Omit<Question, 'from' | 'to' | 'timeWords'>

/**
 * Reads a question. `today` is the asker's own day (`YYYY-MM-DD`), from which «أمس» and "last week" are counted.
 * Never throws, whatever the text; linear in its length.
 */
export function understand(question: string, clock: Clock): Question {
  const text = question.slice(0, questionCharsMax).normalize('NFKC')
  const time = findTime(text, clock, quotedSpans(text))
  const all = readWords(text)
  const words = withoutPoliteness(time ? all.filter((word) => !isTime(word, time.span)) : all)
  const frame = frameOf({ text, words }, time !== null)
  if (frame.kind === 'other' || !time) return { ...frame, from: null, to: null, timeWords: null }
  return { ...frame, from: time.from, to: time.to, timeWords: text.slice(time.span.start, time.span.end) }
}

/** Inside the time, or its ending: "today's". */
function isTime(word: QuestionWord, span: Span): boolean {
  return (word.start < span.end && word.end > span.start) || (word.start === span.end && word.folded === "'s")
}

function frameOf(read: Read, hasTime: boolean): Frame {
  const { text, words } = read
  const fallback: Frame = { ...nothing, language: languageOf(text) }
  if (words.length === 0) return hasTime ? { ...fallback, kind: 'about' } : fallback
  return (
    matched(read, asReadings(words, startsWithAnd(vocabularyOfQuestions))) ??
    misspelled(read) ??
    bare(read) ??
    fallback
  )
}

const nothing = {
  language: 'en',
  kind: 'other',
  speakers: [],
  speakerGuesses: [],
  gender: null,
  topic: null,
} as const satisfies Frame

// — templates —

function matched(read: Read, readings: ReturnType<typeof asReadings>, only?: Row[]): Frame | null {
  for (const { kind, template, language } of only ?? tablesFor(read.text)) {
    // The slots decide whether a way of matching counts; the one that does is kept.
    const frames: Frame[] = []
    const accept = (found: Captures): boolean => {
      const frame = framed(read, { kind, language: language ?? languageOf(read.text) }, found)
      if (frame) frames.push(frame)
      return frame !== null
    }
    if (matchTemplate(template, readings, { accept })) return frames.at(-1) ?? null
  }
  return null
}

function tablesFor(text: string): Row[] {
  const { arabic, english, arabizi } = tables
  return hasArabic(text) ? [...arabic, ...english, ...arabizi] : [...english, ...arabizi, ...arabic]
}

/** Once more with slips corrected: only words of questions are, never names. */
function misspelled(read: Read): Frame | null {
  const fixed = corrected(read.words)
  if (fixed === null) return null
  const frame = matched({ text: read.text, words: fixed.words }, fixed.readings)
  return frame && frame.kind !== 'about' ? frame : null
}

/** The frame of a match, or null when what stands in a slot cannot be what the slot is for. */
function framed(
  { text, words }: Read,
  { kind, language }: Pick<Frame, 'kind' | 'language'>,
  found: Captures,
): Frame | null {
  const inSlot = (name: string): QuestionWord[] => {
    const capture = found.get(name)
    return capture ? words.slice(capture.start, capture.end) : []
  }
  const people = peopleIn(text, inSlot)
  const place = inSlot('place')
  if (people === null || (place.length > 0 && !isPlaceOrTopic(named(text, place)))) return null
  const topic = topicOf(text, [...people.rest, ...aboutRest(inSlot('topic'), inSlot), ...place])
  if (kind === 'about' && isChat(words)) return null
  const { speakers, guesses } = people
  const asked = speakers.length === 2 ? 'compare' : kind
  return { language, kind: asked, speakers, speakerGuesses: guesses, gender: genderOf(found, words), topic }
}

const isPlaceOrTopic = (words: readonly NameWord[]): boolean => isPlace(words) || !looksLikeName(words)

/** "in Paris about NATO": what it was about, not where it was said. */
function aboutRest(words: QuestionWord[], inSlot: (name: string) => QuestionWord[]): QuestionWord[] {
  const afterSetting = inSlot('SETTING').length > 0 || inSlot('ABOUT')[0]?.folded === 'on'
  const at = afterSetting ? words.findIndex(({ folded }) => aboutWords.has(folded)) : -1
  return at > 0 && at < words.length - 1 ? words.slice(at + 1) : words
}

const aboutWords = new Set(['about', 'regarding', 'concerning', 'عن', 'حول', 'بشان', 'بخصوص'])
const pointers = new Set(['that', 'this', 'it', 'so', 'ذلك', 'هذا', 'هذه'])

function topicOf(text: string, words: readonly QuestionWord[]): string | null {
  const topic = asWritten(text, words)
  return topic === '' || (words.length === 1 && pointers.has(words[0]?.folded ?? '')) ? null : topic
}

// — bare words —

/** No template fits: somebody's name, a topic, a question of another kind, or nothing for us. */
function bare(read: Read): Frame | null {
  const { text, words } = read
  const language = languageOf(text)
  if (isForeign(read) || isChat(words)) return null
  const direct = matched(read, asReadings(words, startsWithAnd(vocabularyOfQuestions)), tables.bare)
  if (direct) return direct
  const names = named(text, words)
  const written = asWritten(text, words)
  if (looksLikeName(names) && mayBePerson(words)) {
    const guesses = [...new Set(withoutWaw(written).flatMap(withoutLam))]
    return { ...nothing, language, kind: 'said', speakers: guesses.slice(0, 1), speakerGuesses: guesses }
  }
  if (hasArabic(text) || detectLanguage(text) === 'en')
    return { ...nothing, language, kind: 'about', topic: written }
  return null
}

function isForeign({ text, words }: Read): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const ours = text.match(/[\p{Script=Arabic}\p{Script=Latin}]/gu)?.length ?? 0
  // A name in another script («Песков») is understood, a sentence in it is not.
  if (letters === 0 || (ours < letters && words.length > 2)) return true
  return foreign !== undefined && somewhere(words, foreign)
}

const isChat = (words: readonly QuestionWord[]): boolean => talk !== undefined && somewhere(words, talk)

function somewhere(words: readonly QuestionWord[], template: ReturnType<typeof readTemplate>): boolean {
  const readings = asReadings(words)
  return words.some((_, from) => matchTemplate(template, readings, { from, whole: false }) !== null)
}

function withoutPoliteness(words: QuestionWord[]): QuestionWord[] {
  let rest = words
  for (let cut = leadLength(rest); cut > 0 && cut < rest.length; cut = leadLength(rest))
    rest = rest.slice(cut)
  for (let cut = tailLength(rest); cut > 0 && cut < rest.length; cut = tailLength(rest))
    rest = rest.slice(0, -cut)
  return rest
}

function leadLength(words: readonly QuestionWord[]): number {
  return leadIn ? (matchTemplate(leadIn, asReadings(words.slice(0, 6)), { whole: false })?.end ?? 0) : 0
}

function tailLength(words: readonly QuestionWord[]): number {
  const last = words.slice(-4)
  const from = tailEnd
    ? last.findIndex((_, at) => matchTemplate(tailEnd, asReadings(last), { from: at }) !== null)
    : -1
  return from < 0 ? 0 : last.length - from
}

function languageOf(text: string): 'ar' | 'en' {
  return (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) > (text.match(/\p{Script=Latin}/gu)?.length ?? 0)
    ? 'ar'
    : 'en'
}
