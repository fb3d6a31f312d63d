// "Show me": the paragraph that a statement stands in, letter for letter, its words in bold. No model on this path.

import { paragraphs } from '../language/quotations.ts'
import type { Span } from '../language/span.ts'
import type { Said } from '../statements/store.ts'
import { type Line, link, quoted } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { pack } from './action.ts'
import type { Reply } from './reply.ts'
import { type Reader, sourceText } from './statement-lines.ts'

/** A longer paragraph is cut at its ends, marked, and never inside the statement. */
const paragraphCharsMax = 3_000
const cutMark = '[…]'

/** In the article's own language throughout: a client's translation then has one language to read. */
export function composeParagraph(said: Said, reader: Reader): Reply & { language: Reader['language'] } {
  const language = said.language === 'other' ? reader.language : said.language
  const t = texts[language]
  const { words, emphasised } = around(said)
  const lines: Line[] = [[said.in === 'title' ? t.titleParagraph : t.paragraph]]
  if (said.sample?.kind === 'invented') lines.push([t.sampleLine])
  lines.push(quoted(words, emphasised))
  if (said.sample?.kind === 'retold') lines.push([t.retold(said.sample.outlet, said.sample.date)])
  lines.push(said.url ? [link(t.fromArticle(said.title), said.url)] : [t.fromArticle(said.title)])
  if (!said.url) lines.push([t.noLink])
  if (!said.isCurrent) lines.push([t.changedSince])
  return { lines, buttons: [[{ text: t.mistake.report, data: pack('m', said.id) }]], language }
}

/** A place that is not inside a surrogate pair: half of one is no text that can be sent. */
const wholeLetter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at

/** The paragraph's words, and where the statement stands in them. */
function around(said: Said): { words: string; emphasised: Span } {
  const text = sourceText(said)
  const whole = paragraphs(text).find((it) => it.start <= said.start && said.end <= it.end) ?? said
  const isLong = whole.end - whole.start > paragraphCharsMax
  const start = isLong
    ? Math.max(whole.start, Math.min(said.start, wholeLetter(text, said.end - paragraphCharsMax)))
    : whole.start
  const end = wholeLetter(text, Math.min(whole.end, start + paragraphCharsMax))
  const before = start > whole.start ? `${cutMark} ` : ''
  const after = end < whole.end ? ` ${cutMark}` : ''
  return {
    words: `${before}${text.slice(start, end)}${after}`,
    emphasised: {
      start: said.start - start + before.length,
      end: Math.min(said.end, end) - start + before.length,
    },
  }
}
