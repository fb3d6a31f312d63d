// Where what was said ends, and whether it is a quotation: the span never takes in the next report, a closing formula
// («على حد قوله»، «بحسب وكالة …») or the full stop.

import type { Span } from '../../language/span.ts'
import type { Form } from '../statement.ts'
import { isComma, isOfficeWord, lexicon, participleForm, reportingNoun, verbForm } from './lexicon.ts'
import type { Opening } from './opening.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

export type Content = Span & { form: Form; quotes: Span[] }

/** Reads what was said from its first token on; null where nothing is left of it. `limit`: no content goes beyond this token; `wordsMin`: so many words it has. */
export function readContent(
  text: string,
  tokens: Token[],
  opening: Opening,
  { limit, wordsMin }: { limit: number; wordsMin: number },
): Content | null {
  const from = opening.content
  const first = tokens[from]
  if (!first) return null
  const direct = first.closing > from ? readQuotation(text, tokens, opening, limit) : null
  if (direct) return direct
  const to = trimEnd(tokens, from, contentEnd(tokens, opening, limit))
  const last = tokens[to - 1]
  const inside = tokens.slice(from, to)
  if (!last || inside.filter((it) => it.isWord).length < wordsMin) return null
  const quotes = closedQuotes(text, inside)
  return { start: first.start, end: last.end, quotes, form: quotes.length > 0 ? 'mixed' : 'indirect' }
}

/** The words of all quotations that open and close within a run of tokens. */
export function closedQuotes(text: string, tokens: Token[]): Span[] {
  const end = tokens.at(-1)?.end ?? 0
  return tokens
    .flatMap(({ quotation }) =>
      quotation?.closed && quotation.outer.end <= end ? [inner(text, quotation)] : [],
    )
    .filter((it) => it.end > it.start)
}

/** Content that is one quotation: its span lies inside the marks. Null where it is none or the sentence goes on after the closing mark. */
function readQuotation(text: string, tokens: Token[], opening: Opening, limit: number): Content | null {
  const first = tokens[opening.content]
  const quotation = first?.quotation
  if (!quotation) return null
  const closing = closingOf(tokens, opening, first.closing, limit)
  if (closing < 0) return null
  const end = closing === first.closing ? quotation.end : (tokens[closing]?.start ?? quotation.end)
  const inside = inner(text, { start: quotation.start, end })
  if (!/\p{L}/u.test(text.slice(inside.start, inside.end))) return null
  if (quotation.closed) return { ...inside, quotes: [inside], form: 'direct' }
  // Without a closing mark nobody knows where the quotation ends: the sentence, and no claim that it is verbatim.
  const sentenceEnd = Math.min(end, tokens.at(-1)?.end ?? end)
  return { ...inner(text, { start: quotation.start, end: sentenceEnd }), quotes: [], form: 'indirect' }
}

/** The mark that closes a quotation which is the whole content; -1 where it is not the whole. */
function closingOf(tokens: Token[], { kind }: Opening, closing: number, limit: number): number {
  const more = goesOn(tokens, closing + 1)
  if (kind === 'noun') return more ? -1 : closing
  if (kind === 'clause') return more || continuesAfterComma(tokens, closing + 1) ? -1 : closing
  if (kind === 'quotation' || !more) return closing
  // Marks inside marks are paired wrongly: after a colon the last one closes.
  const last = lastMark(tokens, closing, limit)
  return last > closing ? last : -1
}

/** The sentence goes on after a closing mark with words of its own, and not with another report or a closing formula. */
const goesOn = (tokens: Token[], at: number): boolean =>
  isWordAt(tokens, at) &&
  !startsOther(tokens, at) &&
  !isClosing(tokens, at) &&
  verbForm(wordAt(tokens, at)) === undefined

const continuesAfterComma = (tokens: Token[], at: number): boolean =>
  isComma(wordAt(tokens, at)) && /^(?:بل|و?لكن|وان|وانه|وانها)$/.test(wordAt(tokens, at + 1))

/** The last quotation mark before another report begins. */
function lastMark(tokens: Token[], closing: number, limit: number): number {
  let last = closing
  for (let at = closing + 1; at < limit; at++) {
    if (startsOther(tokens, at) || isClosing(tokens, at)) break
    if (/["”»]/.test(wordAt(tokens, at))) last = at
  }
  return last
}

function contentEnd(tokens: Token[], { content: from, kind }: Opening, limit: number): number {
  const isNoun = kind === 'noun'

  let at = from
  while (at < limit) {
    const closing = tokens[at]?.closing ?? -1
    if (closing > at) {
      at = Math.min(closing, limit - 1) + 1
      continue
    }
    if (at > from && (beginsReport(tokens, at, from) || isClosing(tokens, at))) break
    if (isNoun && at > from && leavesNoun(tokens, at)) break
    at++
  }
  return Math.min(at, limit)
}

const circumstances = new Set(
  'بعد وذلك عقب اثر اثناء خلال حيث فيما بينما قبيل وسط رغم عشيه غداه وسط بعدما عندما'.split(' '),
)

/** «نفى وجود نقص، بعد أن …»: a clause of its own behind the comma is no part of a noun. */
const leavesNoun = (tokens: Token[], at: number): boolean =>
  isComma(wordAt(tokens, at - 1)) && circumstances.has(wordAt(tokens, at))

/** Another report begins here («، مؤكداً», «وأضاف», «كما أشار»). */
function beginsReport(tokens: Token[], at: number, from: number): boolean {
  if (!isWordAt(tokens, at)) return false
  const word = wordAt(tokens, at)
  const afterMark = !isWordAt(tokens, at - 1)
  if (participleForm(word)) return afterMark || (at - from > 3 && hasComplement(tokens, at))
  if (verbForm(word) && !lexicon.prepositions.has(word)) return verbBegins(tokens, at, from)
  if (reportingNoun(word) && /^[بو]/.test(word)) return afterMark
  return startsOther(tokens, at)
}

/** «… مشيرا إلى», «… مؤكدة أن», but not the adjective («رقابة مشددة»). */
const hasComplement = (tokens: Token[], at: number): boolean =>
  tokens[at]?.about.feminine !== true || /^(?:الي|على|عن|من|و?[بل]?ان.{0,3})$/.test(wordAt(tokens, at + 1))

function verbBegins(tokens: Token[], at: number, from: number): boolean {
  const form = verbForm(wordAt(tokens, at))
  if (!form || isBetween(tokens, at)) return false
  if (form.joined)
    return (
      (at - from > 2 || isComma(wordAt(tokens, at - 1))) &&
      (!form.present || /قال|اضاف/.test(form.verb.lemma))
    )
  return isComma(wordAt(tokens, at - 1)) && !form.present && !form.verb.weak
}

/** «بينها وبين …» inside a sentence is no report. */
const isBetween = (tokens: Token[], at: number): boolean =>
  verbForm(wordAt(tokens, at))?.verb.lemma === 'بين' && isWordAt(tokens, at - 1)

const conjunctions = new Set('كما فيما بينما حيث حين لكنه لكنها ولكنه ولكنها غير الا هذا'.split(' '))

/** «كما أشار», «فيما أعلن», «حيث قال»: a conjunction and a reporting verb, or such a verb with و. */
function startsOther(tokens: Token[], at: number): boolean {
  if (!isWordAt(tokens, at)) return false
  const word = wordAt(tokens, at)
  if (isBetween(tokens, at)) return false
  if (verbForm(word)?.joined === true || participleForm(word)) return true
  if (word === 'في' && wordAt(tokens, at + 1) === 'حين') return !isWordAt(tokens, at - 1)
  if (!conjunctions.has(word)) return false
  const next = verbForm(wordAt(tokens, at + 1))
  return next !== undefined && !next.present
}

const sources = /^و?(?:بحسب|وفقا?|حسب|حسبما|نقلا)$/
const occasion = /^(?:تصريح|تصريحات|حديث|مقابله|بيان|تغريده|تدوينه|مداخله)$/

/** «بحسب الوكالة», «على حد قوله», «وذلك وفق», «، في تصريح لـ»: closes the report and is no part of it. */
function isClosing(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  if (sources.test(word)) return namesSource(tokens, at)
  if (word === 'على') return next === 'حد' && lexicon.closing.has(wordAt(tokens, at + 2))
  if (word === 'وذلك')
    return sources.test(next) || (/^(?:في|خلال)$/.test(next) && occasion.test(wordAt(tokens, at + 2)))
  if (!isComma(wordAt(tokens, at - 1))) return false
  if (withholds(tokens, at) || isBackground(tokens, at)) return true
  return /^(?:تعليقا|ردا)$/.test(word) || (/^(?:في|خلال)$/.test(word) && occasion.test(next))
}

/** «، وكان قد وصل», «، وكان الوزير قد وصل»: what happened before, told by the reporter. */
const isBackground = (tokens: Token[], at: number): boolean =>
  /^وكانت?$/.test(wordAt(tokens, at)) && [1, 2, 3].some((more) => wordAt(tokens, at + more) === 'قد')

/** «، ولم يقدم دليلا», «، دون أن يوضح»: what the reporter adds. */
function withholds(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  if (word === 'ولم') return withheld.test(next)
  const from = word === 'من' && next === 'دون' ? at + 1 : at
  if (wordAt(tokens, from) !== 'دون') return false
  return (
    /^(?:تفاصيل|توضيح|الافصاح|الكشف|تحديد|ذكر|تقديم|اعطاء)$/.test(wordAt(tokens, from + 1)) ||
    withheld.test(wordAt(tokens, from + 2))
  )
}
const withheld = /^[يت](?:قدم|ذكر|حدد|وضح|كشف|فصح|عط|عطي|ورد|شر|شير|سم|سمي|فصل|تمكن|علق|دل|دلي)(?:وا|ون)?$/

/** «وفق الوكالة» names a source, «وفق القانون» does not. */
function namesSource(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  if (word === 'حسبما' || next === 'ما') return true
  if (word.endsWith('نقلا')) return next === 'عن'
  if (!isWordAt(tokens, at - 1) || lexicon.closing.has(next)) return true
  return isOfficeWord(next.replace(/^لل/, 'ال')) || isOfficeWord(next.replace(/^ل(?=.{3})/, ''))
}

function trimEnd(tokens: Token[], from: number, to: number): number {
  let end = to
  while (end > from && !isWordAt(tokens, end - 1) && !/^["”»)\]%]$/.test(wordAt(tokens, end - 1))) end--
  return end
}

/** Without white space at the ends, and without a lone full stop or dots before the closing mark. */
function inner(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /[\s:]/.test(text.charAt(from))) from++
  while (to > from && /[\s.،,…"“”]/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
