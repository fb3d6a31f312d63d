// A message as Telegram takes it: text plus entities, never markup built from strings.
// Direction is settled here, line by line, so that nobody who writes a sentence has to think of it.

import type { Language } from '../language/script.ts'

export type Entity =
  | { type: 'bold' | 'blockquote' | 'expandable_blockquote'; offset: number; length: number }
  | { type: 'text_link'; offset: number; length: number; url: string }
export type Message = { text: string; entities: Entity[] }

/** A piece of a line: words of ours, or words with a style. */
export type Piece = string | { style: 'bold'; text: string } | { style: 'link'; text: string; url: string }
/**
 * A line of ours; one in another language than the message's, which has that language's direction; or an article's own words,
 * which go out letter for letter: no mark is ever put inside them.
 */
export type Line =
  | readonly Piece[]
  | { pieces: readonly Piece[]; language: Language }
  | { quoted: string; emphasised?: { start: number; end: number } }

export const bold = (text: string): Piece => ({ style: 'bold', text })
/** Only http and https addresses become links; any other, and what is none («https://»), stays plain text: Telegram would refuse the whole message. */
export const link = (text: string, url: string | null): Piece =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? { style: 'link', text, url } : text
export const quoted = (text: string, emphasised?: { start: number; end: number }): Line =>
  emphasised ? { quoted: text, emphasised } : { quoted: text }
export const blank: Line = []

/** Longer quotations are folded to a few lines that a tap unfolds, so that the answer around them is seen. */
const foldedFrom = 400

const rightToLeftMark = '\u200f'
const leftToRightMark = '\u200e'
const isolate = '\u2068'
const endIsolate = '\u2069'

/** Runs of the other script with what stands between their words; digits and punctuation at the ends stay outside. */
const foreignRun = {
  ar: /\/?\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{N}\s.,:;'’&/@()+_-]*[\p{Script=Latin}\p{M}\p{N}])?/gu,
  en: /\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M}\p{N}\s.،؛:()-]*[\p{Script=Arabic}\p{M}\p{N}])?/gu,
}

/**
 * Puts lines together. In an Arabic message a line that does not begin with an Arabic letter begins with a right-to-left
 * mark: clients take a line's direction from its first strong letter, and an isolate alone does not tell all of them.
 */
export function compose(lines: readonly Line[], language: Language): Message {
  let text = ''
  const entities: Entity[] = []
  for (const [index, line] of trimmedLines(lines).entries()) {
    if (index > 0) text += '\n'
    if ('quoted' in line) addQuoted(line)
    else if ('pieces' in line) addLine(line.pieces, line.language)
    else addLine(line, language)
  }
  return { text, entities }

  function addQuoted({ quoted: words, emphasised }: Extract<Line, { quoted: string }>): void {
    // A paragraph with its place in bold was asked for, and is shown whole.
    const type = words.length > foldedFrom && !emphasised ? 'expandable_blockquote' : 'blockquote'
    entities.push({ type, offset: text.length, length: words.length })
    if (emphasised && emphasised.end > emphasised.start)
      entities.push({
        type: 'bold',
        offset: text.length + emphasised.start,
        length: emphasised.end - emphasised.start,
      })
    text += words
  }

  function addLine(pieces: readonly Piece[], own: Language): void {
    const words = pieces.map((piece) => isolateForeign(typeof piece === 'string' ? piece : piece.text, own))
    const line = words.join('')
    if (own === 'ar' && line !== '' && !/^\p{Script=Arabic}/u.test(line)) text += rightToLeftMark
    if (own === 'en' && /^[^\p{L}]*\p{Script=Arabic}/u.test(line)) text += leftToRightMark
    for (const [index, piece] of pieces.entries()) {
      const part = words[index] ?? ''
      if (typeof piece !== 'string' && part !== '') {
        const at = { offset: text.length, length: part.length }
        entities.push(
          piece.style === 'link'
            ? { type: 'text_link', ...at, url: piece.url }
            : { type: piece.style, ...at },
        )
      }
      text += part
    }
  }
}

/** Keeps words of the other script from turning their neighbours round. */
function isolateForeign(text: string, language: Language): string {
  return text.replace(foreignRun[language], (run) => `${isolate}${run}${endIsolate}`)
}

/** The text as a terminal or a file wants it: without marks for direction. */
export const withoutMarks = (text: string): string => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '')

/** No blank line first or last, never two in a row. */
function trimmedLines(lines: readonly Line[]): Line[] {
  const isBlank = (line: Line | undefined) => Array.isArray(line) && line.length === 0
  const kept = lines.filter((line, index) => !isBlank(line) || (index > 0 && !isBlank(lines[index - 1])))
  while (isBlank(kept.at(-1))) kept.pop()
  return kept
}
