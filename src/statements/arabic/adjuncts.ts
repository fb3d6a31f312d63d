// What stands between the speaker and the words and belongs to neither: to whom, on what, where, when.

import type { Span } from '../../language/span.ts'
import type { Adjunct } from '../statement.ts'
import { isTime } from './boundaries.ts'
import { isAudience, isComma, lexicon } from './lexicon.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

type Kind = Adjunct['kind']

/** The adjuncts between two tokens, in order; each ends where the next begins, without the marks around it. */
export function readAdjuncts(tokens: Token[], from: number, to: number): Adjunct[] {
  const starts: { at: number; kind: Kind }[] = []
  for (let at = from; at < to; at++) {
    const kind = kindAt(tokens, at)
    const open = starts.at(-1)
    if (kind && mayStart(tokens, at, { from, kind, open: open?.kind })) starts.push({ at, kind })
  }
  return starts.flatMap(({ at, kind }, index) => {
    const span = withoutMarks(tokens, at, starts[index + 1]?.at ?? to)
    return span ? [{ kind, ...span }] : []
  })
}

function mayStart(
  tokens: Token[],
  at: number,
  { from, kind, open }: { from: number; kind: Kind; open: Kind | undefined },
): boolean {
  const afterMark = at === from || !isWordAt(tokens, at - 1)
  if (open === undefined) return true
  // A comment names things said in some place and at some time: only a new phrase after a mark ends it.
  if (open === 'comment')
    return afterMark && (kind === 'when' || lexicon.occasions.has(wordAt(tokens, at + 1)))
  if (open === kind) return kind === 'setting' && afterMark
  return kind !== 'audience' || open !== 'setting' || afterMark
}

const settings = /^(?:في|خلال|عبر|امام|عقب|اثناء|لدي|ضمن|بعد|قبل|قبيل)$/
const platforms = /^(?:هامش|حسابه|حسابها|صفحته|صفحتها|قناته|قناتها|موقعه|خلال|تويتر|فيسبوك|موقع|متن|جانب)$/

function kindAt(tokens: Token[], at: number): Kind | null {
  if (!isWordAt(tokens, at) || tokens[at]?.quoted === true) return null
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  if (isAudience(word)) return 'audience'
  if (isComment(word, next)) return 'comment'
  if (isTime(tokens, at) || (word === 'في' && /^(?:وقت|ساعه)$/.test(next))) return 'when'
  if (settings.test(word)) return 'setting'
  return /^(?:على|من)$/.test(word) && platforms.test(next) ? 'setting' : null
}

const isComment = (word: string, next: string): boolean =>
  (/^(?:و)?(?:تعليقا|ردا|معلقا|معلقه|تعقيبا)$/.test(word) && /^على$/.test(next)) ||
  /^(?:و)?(?:حول|بشان|بخصوص|ازاء|وعن)$/.test(word) ||
  (word === 'في' && /^(?:تعليق|تعليقه|تعليقها|رده|ردها)$/.test(next))

function withoutMarks(tokens: Token[], from: number, to: number): Span | null {
  let end = to
  while (end > from && (isComma(wordAt(tokens, end - 1)) || /^[:؛;-]$/.test(wordAt(tokens, end - 1)))) end--
  const first = tokens[from]
  const last = tokens[end - 1]
  return first && last && end > from ? { start: first.start, end: last.end } : null
}
