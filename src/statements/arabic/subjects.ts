// Who is the grammatical subject of a cue: behind the verb, before it, before its relative clause, or behind «عن» for
// «قوله». A noun that cannot be read as anybody is still a subject: then nobody else is taken for it.

import { isAddressee, withoutAddressee } from './addressees.ts'
import { isBoundary, isTime, startsRole } from './boundaries.ts'
import type { Cue } from './cues.ts'
import { heads, isComma, isComplementiser, isDefinite, isGiven, lexicon, verbForm } from './lexicon.ts'
import { type Mention, readMention } from './mention.ts'
import type { Known } from './names.ts'
import { isQuotedName } from './opening.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

/** So far before its verb a subject may begin. */
const subjectTokensMax = 18

/** The subject of a cue, wherever it stands; null where it has none of its own. */
export function subjectOf(tokens: Token[], cue: Cue, known: Known): Mention | null {
  if (cue.kind === 'noun') return quotedThrough(tokens, cue, known)?.source ?? null
  if (cue.kind === 'statement') return readMention(tokens, cue.at + 1, known)
  if (cue.kind === 'participle' || hasPronoun(tokens, cue)) return null
  const earlier = cue.joined ? topic(tokens, cue, known) : before(tokens, cue, known)
  return earlier ?? after(tokens, cue, known) ?? apart(tokens, cue, known)
}

/** «أما المدرب فلان، فأعلن أن»: who is spoken of first. */
function topic(tokens: Token[], { at }: Cue, known: Known): Mention | null {
  const end = isComma(wordAt(tokens, at - 1)) ? at - 1 : at
  if (!wordAt(tokens, at).startsWith('ف')) return null
  const from = tokens.slice(0, end).findLastIndex(({ word }) => /^و?اما$/.test(word)) + 1
  const mention = from > 0 && end - from <= subjectTokensMax ? readMention(tokens, from, known) : null
  return mention?.to === end ? mention : null
}

/** «كما أنه طالب الحزب»: the pronoun before the verb is its subject. */
export const hasPronoun = (tokens: Token[], { at }: Pick<Cue, 'at'>): boolean =>
  /^[وف]?(?:[بل]?ان|لكن)(?:ه|ها|هم|هما)$/.test(wordAt(tokens, at - 1))

/** A noun behind the verb that could not be read as anybody («قال 68 في المئة …»): it is still the subject, and nobody else is. */
export function hasUnreadSubject(tokens: Token[], cue: Cue): boolean {
  if (cue.kind !== 'verb' || hasPronoun(tokens, cue)) return false
  const at = afterAdverbs(tokens, cue.at + 1)
  const word = wordAt(tokens, at)
  if (!isWordAt(tokens, at) || lexicon.objects.has(word) || governsBa(cue, word)) return false
  if (isSaying(tokens[at])) return false
  if ((cue.verb.addresses && !/^\d/.test(word)) || isSpokenTo(tokens[at])) return false
  return !isBoundary(tokens, at) || /^\d/.test(word)
}

/** An office, an organisation, a country, or a name of which at least one word is known as one. */
export function isSomebody(tokens: Token[], mention: Mention, known: Known): boolean {
  if (mention.roles.length > 0 || startsRole(tokens, mention.from)) return true
  if (!mention.name) return lexicon.places.has(wordAt(tokens, mention.from))
  const { from, to } = mention.name
  return tokens
    .slice(from, to)
    .some((it) => isGiven(it.word) || known.endsName(it.word) || lexicon.particles.has(it.word))
}

const adverbs = new Set(
  'ايضا كذلك مجددا مره اخري قايلا قايله بدوره بدورها حينها عنه عنها عنهم له لها لهم فيه فيها'.split(' '),
)

/** «أيضا», «مجددا», «عنه» between a verb and its subject. */
export function afterAdverbs(tokens: Token[], at: number): number {
  let next = at
  while (adverbs.has(wordAt(tokens, next))) next++
  return isComma(wordAt(tokens, next)) && next > at ? next + 1 : next
}

/** «طالب بتعويض»: the object, not the subject. */
const governsBa = (cue: Cue, word: string): boolean =>
  cue.verb.prepositions.includes('ب') && /^ب.{3,}/.test(word)

/** Words that may follow a verb and are no speaker. */
const noSpeaker = new Set(
  'مسترسلا فيه فيها اعلم لان و او حالته ذلك هذا هذه ايضا عنه عنها وقوع تفاصيل صراحه علنا قايلا ايام خبر'.split(
    ' ',
  ),
)

/** Verb, subject: the usual order. */
function after(tokens: Token[], cue: Cue, known: Known): Mention | null {
  const at = afterAdverbs(tokens, cue.at + 1)
  const word = wordAt(tokens, at)
  if (word === '"') return nicknamed(tokens, at, known)
  if (!isWordAt(tokens, at) || isNoSpeaker(tokens, at) || isBareObject(tokens, cue, known)) return null
  // «دعا لاعبي فريقه إلى»: those who were called upon.
  if (lexicon.oblique.has(word) && cue.verb.addresses) return null
  if (governsBa(cue, word) && !isGiven(word) && !known.endsName(word)) return null
  const mention = readMention(tokens, at, known)
  if (!mention || isAddressee(tokens, mention, cue)) return null
  return withoutObject(tokens, withoutAddressee(tokens, mention, cue), cue)
}

/** «أكد وقوفه إلى جانب»: what is his own is said by him, unless a clause is near («أكد محاميه أن»). */
const isOwn = ({ word, about }: Token, behind: Token[]): boolean =>
  /^[^و].{3,}(?:ه|ها|هم)$/.test(word) &&
  !(about.feminine || about.isHead || about.isBoundary) &&
  !behind.some((it) => it.about.isComplementiser)

const clauseNearTokens = 10

/** «وتابع يقول»: the same verb again. */
const isSaying = (token: Token | undefined): boolean =>
  token?.about.verb?.present === true && token.about.verb.verb.lemma === 'قال'

/** «لهيئة الإذاعة», «للجانب الآخر» */
const isSpokenTo = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.about.isAudience ||
    /^لل.{2}/.test(token.word) ||
    (token.word.startsWith('ل') && !token.about.isHead && heads.has(token.word.slice(1))))

function isNoSpeaker(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  if (/^\d/.test(word) || noSpeaker.has(word) || isSpokenTo(tokens[at]) || isSaying(tokens[at])) return true
  return lexicon.objects.has(word) || isTime(tokens, at)
}

/** «استبعد تلف الشحنة»: a noun that stands once in the article, with its complement, where a verb may have its object at once. */
export function isBareObject(tokens: Token[], cue: Cue, known: Known): boolean {
  const [noun, next] = [tokens[cue.at + 1], tokens[cue.at + 2]]
  if (!cue.verb.takesObject || cue.kind !== 'verb' || !noun || !next) return false
  if (isOwn(noun, tokens.slice(cue.at + 2, cue.at + 2 + clauseNearTokens))) return true
  if (!mayBeNoun(noun, known)) return false
  if (next.word === 'اي') return true
  return next.about.isDefinite && !next.about.isHead && !isBoundary(tokens, cue.at + 2)
}

/** A word that no list knows and no name of the article has; names stand more than once as a rule. */
const mayBeNoun = ({ word, about }: Token, known: Known): boolean =>
  about.isNameWord && !about.isGiven && !known.endsName(word) && known.together(word, '').alone < 2

/** «تعهدت المملكة بمضاعفة …»: a phrase of no list ends before the object that the verb governs. */
function withoutObject(tokens: Token[], mention: Mention, cue: Cue): Mention {
  if (mention.kind !== 'unnamed' || mention.roles.length > 0) return mention
  const size = tokens.slice(mention.from + 1, mention.to).findIndex((it) => governsBa(cue, it.word))
  return size < 0 ? mention : { ...mention, to: mention.from + 1 + size }
}

/** «"أبو فلان" القيادي في …»: a name in marks with an office behind it; without one, something called so. */
function nicknamed(tokens: Token[], at: number, known: Known): Mention | null {
  const closing = tokens[at]?.closing ?? -1
  if (closing <= at || closing - at > 5 || !isQuotedName(tokens, at, tokens.length)) return null
  const office = startsRole(tokens, closing + 1) ? readMention(tokens, closing + 1, known) : null
  if (office) return { ...office, from: at, name: { from: at + 1, to: closing }, kind: 'person' }
  if (closing - at > 4 || !isWordAt(tokens, closing + 1)) return null
  return { from: at, to: closing + 1, name: null, roles: [], kind: 'unnamed' }
}

const clauseOpener = /^(?:و|ف)?(?:كان|كانت|لكن|ان|فيما|بينما|حين|قد)$/

/** Subject, verb: after «كان», «لكن», «إن», or at the beginning of the sentence («الرئيس … يؤكد»). */
function before(tokens: Token[], cue: Cue, known: Known): Mention | null {
  const near = beforeAuxiliaries(tokens, cue.at)
  const comma = isComma(wordAt(tokens, near - 1))
  const end = comma ? near - 1 : near
  const from = openedAt(tokens, end, comma)
  const mention = from < 0 ? null : readMention(tokens, from, known)
  if (mention?.to !== end) return null
  if (isSomebody(tokens, mention, known)) return mention
  // «أن المتهم قال»: after such a word whatever stands before the verb is its subject.
  const anybody = !comma && (mention.name !== null || isDefinite(wordAt(tokens, from)))
  // «الحزب العمالي أكد أن»: at the beginning only if the words follow at once.
  return anybody && (from > 0 || isComplementiser(wordAt(tokens, cue.at + 1))) ? mention : null
}

/** «… قد قال», «… أمس قال». */
function beforeAuxiliaries(tokens: Token[], at: number): number {
  let end = at
  while (/^[وفل]?قد$/.test(wordAt(tokens, end - 1)) || lexicon.time.has(wordAt(tokens, end - 1))) end--
  return end
}

/** Where the clause begins that ends here; -1 where nothing opens one near. With a comma before the verb only «كان فلان، قال» does. */
function openedAt(tokens: Token[], end: number, comma: boolean): number {
  for (let from = end - 1; from >= 0 && end - from <= subjectTokensMax; from--) {
    const opener = wordAt(tokens, from - 1)
    if (comma ? /^و?كانت?$/.test(opener) : from === 0 || clauseOpener.test(opener)) return from
  }
  return -1
}

/** Whoever stands before a relative clause («المسؤول، الذي قال إن …») or before a comma and an unjoined verb («المدير، فلان، قال فيه»). */
function apart(tokens: Token[], cue: Cue, known: Known): Mention | null {
  const relative = lexicon.relatives.has(wordAt(tokens, cue.at - 1))
  if (!relative && (cue.joined || !isComma(wordAt(tokens, cue.at - 1)))) return null
  const mark = relative && /^[،,-]$/.test(wordAt(tokens, cue.at - 2))
  const end = cue.at - (mark ? 2 : 1)
  for (let from = phraseStart(tokens, end); from < end; from++) {
    const mention = readMention(tokens, from, known)
    if (mention?.to === end && isSomebody(tokens, mention, known)) return mention
  }
  return null
}

/** As far back as one phrase can reach. */
function phraseStart(tokens: Token[], end: number): number {
  let from = end
  while (from > 0 && end - from < subjectTokensMax && !stopsBack(tokens, from - 1)) from--
  return from
}

const stopsBack = (tokens: Token[], at: number): boolean =>
  isBoundary(tokens, at) || verbForm(wordAt(tokens, at)) !== undefined

/** «… عن فلان أمس قوله»: little stands between a source and its verbal noun, unless somebody passed the words on. */
const wordsBehindSourceMax = 4

/** «ونقلت الوكالة عن فلان قوله»: the source stands between عن and the noun, who passed it on before. */
export function quotedThrough(
  tokens: Token[],
  cue: Cue,
  known: Known,
): { source: Mention; via: Mention | null } | null {
  for (let at = cue.at - 1; at > 0 && cue.at - at <= 20; at--) {
    if (wordAt(tokens, at) !== 'عن' && !isAscribed(tokens, at) && !isFromTheMouth(tokens, at)) continue
    const source = readMention(tokens, at + 1, known)
    const via = passedOn(tokens, at, known)
    const near = source !== null && (via !== null || cue.at - source.to <= wordsBehindSourceMax)
    return near ? { source, via } : null
  }
  return null
}

/** «نقلت الوكالة على لسان فلان قوله» */
const isFromTheMouth = (tokens: Token[], at: number): boolean =>
  wordAt(tokens, at) === 'لسان' && wordAt(tokens, at - 1) === 'على'

/** «نسبت الوكالة إلى فلان قوله» */
const isAscribed = (tokens: Token[], at: number): boolean =>
  wordAt(tokens, at) === 'الي' &&
  tokens.slice(Math.max(0, at - 6), at).some((it) => /^[وف]?نسبت?$/.test(it.word))

function passedOn(tokens: Token[], until: number, known: Known): Mention | null {
  for (let at = until - 1; at >= 0 && until - at <= 14; at--)
    if (/^[وف]?(?:نقلت?|نقلوا|نقلا|تنقل)$/.test(wordAt(tokens, at)))
      return sourceMention(tokens, at + 1, known)
  return null
}

/** «"رويترز"» or an organisation. */
function sourceMention(tokens: Token[], at: number, known: Known): Mention | null {
  const closing = tokens[at]?.closing ?? -1
  if (closing <= at || closing - at > 5) return readMention(tokens, at, known)
  return { from: at + 1, to: closing, name: null, roles: [], kind: 'organisation' }
}
