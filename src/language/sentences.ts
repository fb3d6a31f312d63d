// Cuts news text into sentences. Rules, not Intl.Segmenter: that one breaks inside quotations and after «د.» or "Dr.".

import { findQuotations, paragraphs, type Quotation } from './quotations.ts'
import { type Span, trimmed } from './span.ts'

const abbreviations = new Set(
  'mr mrs ms dr prof sen sens rep reps del gov gen adm maj rev hon lt col sgt capt jr sr st no vs inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.g i.e a.m p.m د م أ ص ق ب ه ا'.split(
    ' ',
  ),
)
/** Words that stand in capitals only because a sentence starts. */
const opensSentence =
  /^\s*$|^\s+["“«]|^\s+(?:The|A|An|But|And|In|On|At|It|He|She|They|We|His|Her|Its|Their|This|That|These|Those|There|As|If|When|While|After|Before|For|With|By|Some|Many|Mr|Mrs|Ms)\b/
/** A quotation longer than this without a closing mark near is a lost mark; sentences end inside it again. */
const quotationCharsMax = 1_200

/** Every mark that may end a sentence, or close it after the one that does. */
const marks = /[.!?؟…"”»]/g

/**
 * The sentences of a text in order, white space trimmed. A closed quotation is never cut; a line break always ends a
 * sentence. `quotations`: those of the text, where they are known already.
 */
export function splitSentences(text: string, quotations: Quotation[] = findQuotations(text)): Span[] {
  const closed = quotations.filter((it) => it.closed && it.outer.end - it.outer.start <= quotationCharsMax)
  const places = Array.from(text.matchAll(marks), (match) => match.index)
  const sentences: Span[] = []
  let [next, mark] = [0, 0]
  for (const paragraph of paragraphs(text)) {
    let start = paragraph.start
    for (let i = places[mark]; i !== undefined && i < paragraph.end; i = places[++mark]) {
      while (next < closed.length && (closed[next]?.outer.end ?? 0) <= i) next++
      if (i < start || isInside(closed[next], i) || !endsSentence(text, i)) continue
      const end = afterMarks(text, i + 1, paragraph.end)
      push(start, end)
      start = end
    }
    push(start, paragraph.end)
  }
  return sentences

  function push(from: number, to: number): void {
    const span = trimmed(text, { start: from, end: to })
    if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) sentences.push(span)
  }
}

const isInside = (quotation: Quotation | undefined, at: number): boolean =>
  quotation !== undefined && quotation.outer.start < at && at < quotation.end

/** Past the marks that close a sentence after its full stop. */
function afterMarks(text: string, from: number, limit: number): number {
  let end = from
  while (end < limit && /["”»).!?؟…]/.test(text.charAt(end))) end++
  return end
}

function endsSentence(text: string, at: number): boolean {
  const unit = text.charAt(at)
  if (/[!؟?…]/.test(unit)) return true
  if (unit !== '.') return closesSentence(text, at)
  if (isInsideToken(text, at)) return false
  if (isEllipsis(text, at)) return /^\s?$/.test(text.charAt(at + 1))
  // "(R-Fla.) said", "Ashton, Md., who": the sentence plainly goes on.
  if (/^[)\]]?(?:[,;:]|\s+[a-z])/.test(text.slice(at + 1, at + 6))) return false
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  if (abbreviations.has(word.toLowerCase())) return false
  // "A. Lund", "U.N. climate talks": initials end a sentence only before a word that opens one.
  if (/^(?:[A-Z]\.)*[A-Z]$/.test(word)) return opensSentence.test(text.slice(at + 1, at + 16))
  // «(أ .ف .ب)»: single letters with stops between them.
  return !(/(^|[\s(.])\p{L}\s?$/u.test(text.slice(Math.max(0, at - 3), at)) && word.length <= 1)
}

const isEllipsis = (text: string, at: number): boolean =>
  text.charAt(at - 1) === '.' || text.charAt(at + 1) === '.'

/** 3.5, U.S., example.com, «بي.بي.سي»: digits, Latin letters or short pieces on both sides and no space. */
function isInsideToken(text: string, at: number): boolean {
  const around = text.charAt(at - 1) + text.charAt(at + 1)
  if (/^(?:\d\d|[A-Za-z]{2})$/.test(around)) return true
  const piece = /(?<!\p{L})\p{L}{1,3}$/u.test(text.slice(Math.max(0, at - 4), at))
  return piece && /^\p{L}{1,3}(?!\p{L})/u.test(text.slice(at + 1, at + 6))
}

/** `…finished."` with the full stop inside the marks: the sentence ends after them. */
function closesSentence(text: string, at: number): boolean {
  if (!/["”»]/.test(text.charAt(at)) || !/[.!?؟…]/.test(text.charAt(at - 1))) return false
  const rest = text.slice(at + 1, at + 12)
  return /^\s*$/.test(rest) || /^\s+["“«]?[\p{Lu}\p{Script=Arabic}]/u.test(rest)
}
