// Everybody an Arabic article names, whether or not they speak, with the offices it gives them. Two readings: the first
// learns the names, the second reads with them, so that a name known elsewhere ends where it ends there.

import type { Span } from '../../language/span.ts'
import type { Readable } from '../statement.ts'
import { subjectOf } from './subjects.ts'
import { isBoundary, startsRole } from './boundaries.ts'
import type { Cue } from './cues.ts'
import { type Mention, readMention, readPrefixed } from './mention.ts'
import { type Known, startsName } from './names.ts'
import { knownNames, nobodyKnown } from './known-names.ts'
import { emptyRegister, enter, type Register } from './register.ts'
import { readSentences, type Sentence } from './sentences.ts'
import { type Token, wordAt } from './tokens.ts'

export type Named = { name: string; role: string | null; mentions: Span[] }

/** The people whom an article names in its text, in the order of their first mention. */
export function findArabicPeople(article: Readable): Named[] {
  const sentences = readSentences(article.text)
  const { register } = registerOf(article.text, sentences)
  return register.entities.flatMap(({ name, title, mentions }) =>
    name === null ? [] : [{ name, role: title, mentions }],
  )
}

/** Everybody who is named or spoken of by office, and what is known of their names: two readings, the second with what the first found. */
export function registerOf(text: string, sentences: Sentence[]): { register: Register; known: Known } {
  const nobody = nobodyKnown(sentences)
  const first = sentences.map((it) => mentionsIn(it, nobody))
  const known = knownNames(entered(text, sentences, first), nobody)
  // Where no word of a known name stands, a second reading finds what the first did.
  const second = sentences.map((it, i) =>
    known.touches(it.tokens) ? mentionsIn(it, known) : (first[i] ?? []),
  )
  const register = entered(text, sentences, second)
  return { register, known: knownNames(register, nobody) }
}

function entered(text: string, sentences: Sentence[], mentions: Mention[][]): Register {
  const register = emptyRegister()
  sentences.forEach(({ tokens }, i) => {
    for (const mention of mentions[i] ?? []) enter(register, text, tokens, mention)
  })
  return register
}

function mentionsIn({ tokens, cues }: Sentence, known: Known): Mention[] {
  const subjects = new Map<number, Mention>()
  for (const cue of cues) {
    const subject = subjectOf(tokens, cue, known)
    if (subject && subject.kind === 'person') subjects.set(subject.from, withGender(subject, cue))
  }
  tokens.forEach(({ about }, at) => {
    if (!about.verb || !/^(?:ما|كما|حسبما)$/.test(wordAt(tokens, at - 1))) return
    const source = readMention(tokens, at + 1, known)
    if (source?.kind === 'person') subjects.set(source.from, source)
  })
  const mentions: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const mention = subjects.get(at) ?? named(tokens, at, known)
    if (!mention || mention.to <= at) continue
    mentions.push(mention, ...(mention.serves ? [mention.serves] : []))
    at = mention.to - 1
  }
  return mentions
}

const withGender = (subject: Mention, { subject: agrees }: Cue): Mention =>
  agrees === 'male' || agrees === 'female' ? { ...subject, gender: agrees } : subject

/** A mention that needs no reporting verb to be seen: an office, a known family name, a given name with another word behind it. */
function named(tokens: Token[], at: number, known: Known): Mention | null {
  const token = tokens[at]
  if (!token?.isWord) return null
  if (startsRole(tokens, at)) return readMention(tokens, at, known)
  if (token.about.isGiven || known.endsName(token.word)) {
    const mention = readMention(tokens, at, known)
    return mention?.name && (mention.name.to - mention.name.from > 1 || known.endsName(token.word))
      ? mention
      : null
  }
  return readPrefixed(tokens, at, known) ?? beforeOffice(tokens, at, known)
}

/** «جان نويل بارو، وزير …»: two or more words that can be a name, between a mark and a comma with an office behind it. */
function beforeOffice(tokens: Token[], at: number, known: Known): Mention | null {
  if (at === 0 || tokens[at]?.about.mayStartName !== true) return null
  if (!isBoundary(tokens, at - 1) || !startsName(tokens, at, known)) return null
  const mention = readMention(tokens, at, known)
  if (!mention?.name || mention.roles.length === 0) return null
  return mention.name.to - mention.name.from > 1 ? mention : null
}
