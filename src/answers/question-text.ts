// A question as words: noise, time and politeness taken out, every word with its place in the text, so that
// names and topics are handed on as the asker wrote them.

import { foldWithMap } from '../language/normalise.ts'
import { findQuotations } from '../language/quotations.ts'
import type { Span } from '../language/span.ts'
import type { Words } from '../language/templates.ts'
import { isRoleWord } from './question-names.ts'

/** A word: its place in the text, the word folded, and whether a pause stands before it. */
export type QuestionWord = Span & { folded: string; pause: boolean }

/** Longer questions are pasted articles; their frame, if they have one, stands in front. */
const wordsMax = 300

/** Letters and digits; joined by an apostrophe or hyphen between letters, by a stop or slash between digits. */
const wordPattern = /\d+(?:[./:-]\d+)+|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu
/** «عالناتو», «بالحرب»: a preposition glued to the article. Words that merely begin so are not cut. */
const glued = /^(?:عال(?!م|ي|ج|ق|ه)|بال(?!ذات|ضبط|تحديد|طبع|تاكيد|مناسبه))\p{L}{3,}$/u

/** The words of a text. */
export function readWords(text: string): QuestionWord[] {
  const folded = foldWithMap(text)
  const words: QuestionWord[] = []
  let before = 0
  for (const match of folded.text.matchAll(wordPattern)) {
    const pause = /[,،;؛:\n\-—]/.test(folded.text.slice(before, match.index))
    before = match.index + match[0].length
    const place = (from: number, to: number): Span => ({
      start: folded.map[match.index + from] ?? 0,
      end: (folded.map[match.index + to - 1] ?? 0) + 1,
    })
    for (const { from, to } of parts(match[0], words.at(-1)?.folded)) {
      words.push({ ...place(from, to), folded: match[0].slice(from, to), pause: pause && from === 0 })
    }
    if (words.length >= wordsMax) break
  }
  return words
}

/** "Peskov's" is a name and an ending; «عالناتو» a preposition and a name. */
function parts(word: string, previous: string | undefined): { from: number; to: number }[] {
  const possessive = /'(?:s|d|m|re|ve)$/.exec(word)
  const at = possessive
    ? possessive.index
    : glued.test(word) && previous !== undefined && !isRoleWord(previous)
      ? 1
      : 0
  if (at === 0) return [{ from: 0, to: word.length }]
  return [
    { from: 0, to: at },
    { from: at, to: word.length },
  ]
}

/** The stretches of a question that stand in quotation marks. */
export function quotedSpans(text: string): Span[] {
  return findQuotations(text).filter((it) => it.closed && it.end > it.start)
}

/** Words as written, from the first to the last; what was taken out between them is left out. */
export function asWritten(text: string, words: readonly QuestionWord[]): string {
  let written = ''
  let end = -1
  for (const word of words) {
    const between = text.slice(end, word.start)
    const connected = end >= 0 && !/[\p{L}\p{N}]/u.test(between)
    written += end < 0 ? '' : connected ? between : ' '
    written += text.slice(word.start, word.end)
    end = word.end
  }
  return written
    .replaceAll(/["“”«»„″]|\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** For the templates: every word with the readings that `others` adds to it. */
export function asReadings(
  words: readonly QuestionWord[],
  others: (word: QuestionWord, index: number) => readonly string[] = () => [],
): Words {
  return {
    readings: words.map((word, index) => [word.folded, ...others(word, index)]),
    breaks: words.map((word) => word.pause),
  }
}
