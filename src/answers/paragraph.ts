// "Show me": the paragraph that a statement stands in, letter for letter, its words in bold. No model on this path.

import { paragraphs } from '../language/quotations.ts'
import type { Said } from '../statements/store.ts'
import { blank, type Line, link, quoted } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import type { Reply } from './reply.ts'
import { type Reader, sourceText } from './statement-lines.ts'

/** A longer paragraph is cut at its ends, marked, and never inside the statement. */
const paragraphCharsMax = 3_000

export function composeParagraph(said: Said, { language }: Reader): Reply {
  const t = texts[language]
  const text = sourceText(said)
  const around = paragraphs(text).find((it) => it.start <= said.start && said.end <= it.end) ?? said
  const start = Math.max(around.start, Math.min(said.start, said.end - paragraphCharsMax))
  const cutStart = around.end - around.start > paragraphCharsMax ? start : around.start
  const cutEnd = Math.min(around.end, cutStart + paragraphCharsMax)
  const words = `${cutStart > around.start ? '[…] ' : ''}${text.slice(cutStart, cutEnd)}${cutEnd < around.end ? ' […]' : ''}`
  const shift = cutStart > around.start ? '[…] '.length : 0
  const lines: Line[] = [
    [said.in === 'title' ? t.titleParagraph : t.paragraph],
    quoted(words, {
      start: said.start - cutStart + shift,
      end: Math.min(said.end, cutEnd) - cutStart + shift,
    }),
  ]
  if (said.sample?.kind === 'invented') lines.push([t.sampleLine])
  lines.push(said.url ? [link(t.fromArticle(said.title), said.url)] : [t.fromArticle(said.title)])
  if (!said.url) lines.push([t.noLink])
  return { lines: [...lines, blank], buttons: [] }
}
