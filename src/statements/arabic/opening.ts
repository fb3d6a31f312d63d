// From a cue to the first word of what was said: over the subject and over what belongs to neither (to whom, where, when,
// commenting on what), to a complementiser, a colon, a quotation, or the noun that the verb governs.

import { needsObject } from './addressees.ts'
import { isTime } from './boundaries.ts'
import { type Cue, refusals, refusedWords } from './cues.ts'
import {
  isAudience,
  isComma,
  isComplementiser,
  lexicon,
  participleForm,
  reportingNoun,
  verbForm,
} from './lexicon.ts'
import type { Mention } from './mention.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

export type Opening = {
  kind: 'clause' | 'colon' | 'quotation' | 'noun'
  /** The token at which what stands between ends (the complementiser, the colon …). */
  gapEnd: number
  /** The first token of what was said. */
  content: number
}

/** What stands before the words: the subject, and where it ends. `object`: the noun directly behind the verb is its object. */
type Before = { subject: Mention | null; from: number; object: boolean }

/** As far as the words may be from their verb; a verb of other meanings must have them near. */
const gapTokensMax = 60
const weakGapTokensMax = 24

/** Finds where the content of a cue begins; `from` is the first token after the subject, or after the verb where there is none. */
export function findOpening(tokens: Token[], cue: Cue, before: Before): Opening | null {
  const { from } = before
  const limit = Math.min(tokens.length, from + (cue.verb.weak ? weakGapTokensMax : gapTokensMax))
  let governed: Opening | null = null
  let at = from
  while (at < limit && !endsClause(tokens, cue, at)) {
    const skipped = skipAside(tokens, at, limit)
    if (skipped === at) {
      const clause = clauseOpening(tokens, cue, at)
      if (clause) return clause
      const noun = nounOpening(tokens, cue, at, before)
      if (noun && isSure(tokens, cue, at, from)) return noun
      governed ??= noun
    }
    at = Math.max(skipped, at + 1)
  }
  return governed
}

/** A complementiser, a colon, or a quotation that is no name. */
function clauseOpening(tokens: Token[], cue: Cue, at: number): Opening | null {
  const word = wordAt(tokens, at)
  if (word === ':') return { kind: 'colon', gapEnd: at, content: at + 1 }
  if (cue.verb.class === 'ask' && asks(tokens, at)) return { kind: 'clause', gapEnd: at, content: at }
  if (word === '"') return mayQuote(tokens, cue, at) ? { kind: 'quotation', gapEnd: at, content: at } : null
  return isComplementiser(word) ? complementOpening(tokens, cue, at) : null
}

function complementOpening(tokens: Token[], cue: Cue, at: number): Opening | null {
  const previous = wordAt(tokens, at - 1)
  if (wordAt(tokens, at).startsWith('و') || notReporting.has(previous)) return null
  // «كتب عن الذين يعتقد أنهم»: the clause of another verb.
  if (at - 1 > cue.at && tokens[at - 1]?.about.verb?.present === true) return null
  const content = wordAt(tokens, at + 1) === ':' ? at + 2 : at + 1
  return { kind: 'clause', gapEnd: /^(?:الي|على|من|عن)$/.test(previous) ? at - 1 : at, content }
}

/** «تساءل فلان هل», «سأل القاضي إن كانت»: the question begins with its own word. */
const asks = (tokens: Token[], at: number): boolean =>
  questions.has(wordAt(tokens, at)) ||
  (wordAt(tokens, at) === 'ان' && /^(?:كان|كانت|كانوا)$/.test(wordAt(tokens, at + 1)))

const questions = new Set('هل لماذا كيف متي اين ماذا عما كم'.split(' '))

/** «أشار … إلى», «حذر … من»: their words never follow bare, so a quotation before the preposition names something. */
const mayQuote = (tokens: Token[], cue: Cue, at: number): boolean =>
  (tokens[at]?.closing ?? -1) > at && !(cue.kind === 'verb' && needsPreposition(cue))

const needsPreposition = ({ verb }: Cue): boolean =>
  !verb.takesObject && verb.prepositions.some((it) => /^(?:الي|عن|من)$/.test(it))

/** After these «أن» opens no report: «بعد أن», «يمكن أن». */
const notReporting = new Set(
  'بعد قبل منذ دون بدون يمكن يجب ينبغي رغم مع يتوقع المتوقع المقرر المنتظر المفترض الممكن شرط الا كما حين غير حيث ذلك اما طالما لولا'.split(
    ' ',
  ),
)

/** The nominal complement: a governed preposition («حذر من شن …») or an object («نفى وجود …»). */
function nounOpening(tokens: Token[], cue: Cue, at: number, before: Before): Opening | null {
  const { verb } = cue
  if (verb.weak || !isWordAt(tokens, at)) return null
  const word = wordAt(tokens, at)
  const here: Opening = { kind: 'noun', gapEnd: at, content: at }
  if (verb.prepositions.includes(word)) {
    const content = verb.lemma === 'طلب' ? afterAsked(tokens, at + 1) : at + 1
    // «أشار إلى أن»: that is a clause.
    return isComplementiser(wordAt(tokens, content)) ? null : { ...here, content }
  }
  if (verb.prepositions.includes('ب') && isGovernedByBa(word)) return mayAdmit(verb, word) ? here : null
  return isObject(tokens, cue, at, before) ? here : null
}

/** «اعترف بعدم …» says something, «اعترف بالدولة» does. */
const mayAdmit = ({ lemma }: Cue['verb'], word: string): boolean =>
  !/^(?:اعترف|اقر)$/.test(lemma) || lexicon.objects.has(word.slice(1))

/** «طلب من السكان الابتعاد»: behind the one who is asked, a noun with its adjectives. */
function afterAsked(tokens: Token[], at: number): number {
  let next = at + 1
  while (/^ال.+(?:ي|يه|ين|يين)$/.test(wordAt(tokens, next))) next++
  return next
}

function isObject(tokens: Token[], cue: Cue, at: number, { subject, from, object }: Before): boolean {
  const { verb, present } = cue
  // «الوزارة تنفي وجود»: in the present only behind the subject, elsewhere it tells what happens.
  if (!verb.takesObject || !afterBreak(tokens, at, from)) return false
  if (refusals.has(verb.lemma)) return refusedWords.test(wordAt(tokens, at))
  if (present && !(subject && subject.to <= cue.at)) return false
  if (object && at === from) return true
  return lexicon.objects.has(wordAt(tokens, at)) || (at === from && takesAnyObject(tokens, at, cue, subject))
}

/** «وصف فلان المقال بأنه …», «اتهم فلان الحزب بـ…», «نفى فلان التهمة»: whatever follows the speaker belongs to what was said. */
function takesAnyObject(tokens: Token[], at: number, cue: Cue, subject: Mention | null): boolean {
  const { verb, kind } = cue
  if (lexicon.prepositions.has(wordAt(tokens, at)) || isTime(tokens, at)) return false
  const describes = needsObject(cue)
  if (describes && (kind === 'participle' || subject === null)) return true
  if (!describes && verb.lemma !== 'نفي' && verb.lemma !== 'انكر') return false
  return subject !== null && (subject.kind !== 'unnamed' || subject.roles.length > 0)
}

/** A preposition in the middle of what stands between may govern something else: only behind a break it is surely the verb's. */
const isSure = (tokens: Token[], { verb }: Cue, at: number, from: number): boolean =>
  afterBreak(tokens, at, from) || !verb.prepositions.includes(wordAt(tokens, at))

const afterBreak = (tokens: Token[], at: number, from: number): boolean => {
  const previous = wordAt(tokens, at - 1)
  return (
    at === from ||
    isComma(previous) ||
    lexicon.timeMore.has(previous) ||
    isAudience(previous) ||
    /^(?:ايضا|كذلك)$/.test(previous)
  )
}

const isGovernedByBa = (word: string): boolean =>
  /^ب.{3,}/.test(word) && !lexicon.prepositions.has(word) && !/^(?:باسم|بوزاره|بمجلس|بينما|بيان)/.test(word)

/** Another report begins, or the sentence goes on with something else: the verb has no content of its own. */
function endsClause(tokens: Token[], cue: Cue, at: number): boolean {
  const word = wordAt(tokens, at)
  if (at <= cue.at || word.startsWith('قايل')) return false
  if (participleForm(word) || (cue.kind !== 'noun' && reportingNoun(word))) return true
  const verb = verbForm(word)
  // «مسؤول، رفض نشر اسمه، أن»: an act, told in passing.
  if (!verb || lexicon.prepositions.has(word) || refusals.has(verb.verb.lemma)) return false
  // «ردت الحكومة بقوة عندما أشار الحزب أن»: the words are those of the second verb.
  return (
    verb.joined || isComma(wordAt(tokens, at - 1)) || /^(?:عندما|حينما|بعدما)$/.test(wordAt(tokens, at - 1))
  )
}

/** Steps over parentheses, over what stands between dashes, and over a short name in quotation marks; where nothing is to skip, the same place. */
function skipAside(tokens: Token[], at: number, limit: number): number {
  const word = wordAt(tokens, at)
  if (word === '(') return behind(tokens, at, ')', limit)
  if (word === '[') return behind(tokens, at, ']', limit)
  if (word === '-') return behind(tokens, at, '-', limit)
  return word === '"' && isQuotedName(tokens, at, limit) ? (tokens[at]?.closing ?? at) + 1 : at
}

function behind(tokens: Token[], at: number, mark: string, limit: number): number {
  for (let to = at + 1; to < limit; to++) if (wordAt(tokens, to) === mark) return to + 1
  return at
}

const quotedNameTokensMax = 8

/** «صحيفة "…" أن»: a few words in marks after a word for a medium, or with the true opening close behind. */
export function isQuotedName(tokens: Token[], at: number, limit: number): boolean {
  const closing = tokens[at]?.closing ?? -1
  const size = closing - at
  if (closing <= at || closing >= limit || size > quotedNameTokensMax) return false
  if (followsTitled(tokens, at, size)) return true
  // A word or two in marks with more behind them name something.
  if (size <= 3 && wordAt(tokens, at - 1) !== ':' && isWordAt(tokens, closing + 1)) return true
  const next = tokens.slice(closing + 1, Math.min(limit, closing + 7))
  const report = next.findIndex((it) => it.about.mayReport)
  return size <= 6 && (report < 0 ? next : next.slice(0, report)).some(opensWords)
}

function followsTitled(tokens: Token[], at: number, size: number): boolean {
  const previous = wordAt(tokens, at - 1)
  if (lexicon.titled.has(previous) || lexicon.titled.has(previous.replace(/^[بل]/, ''))) return true
  if (/^[بلو]$/.test(previous)) return true
  return lexicon.titled.has(wordAt(tokens, at - 2)) && !isComma(previous) && size <= 5
}

const opensWords = ({ word, closing }: Token): boolean =>
  isComplementiser(word) || word === ':' || (word === '"' && closing > 0)
