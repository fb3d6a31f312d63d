// Sentences of an article or a question that speak to a machine instead of a reader ("ignore all previous instructions…"). They are not
// given to a model at all, and no summary is made of them. It is the first of several walls and need not be the last: what a model
// writes is held against the rest of the article afterwards, sentence by sentence.

import { fold, withoutHidden } from './normalise.ts'
import { breakouts, commands, orders } from './machine-talk.data.ts'
import { remembered } from './remembered.ts'
import { splitSentences } from './sentences.ts'
import { cut, type Span } from './span.ts'

/** An article is looked through for its statements, its excerpt, its key facts and a model, each time the same sentences. */
const rememberedMax = 4_000

/** Whether a text gives orders to a machine. */
export const speaksToMachine = remembered((text: string): boolean => {
  const plain = plainOf(text)
  return [...commands, ...breakouts].some((it) => it.test(plain)) || hasBlob(text)
}, rememberedMax)

/**
 * The sentences of a text, those that speak to a machine empty: sentences that give a command, what follows them on the same line,
 * all that stands behind a pretended end of the text, and, in a text that has a command anywhere, every sentence that begins with an order.
 */
export function withoutMachineTalk(text: string, spans: readonly Span[]): string[] {
  const sentences = spans.map((span) => cut(text, span))
  const commanding = commandsIn(text, spans)
  if (!commanding.includes(true)) return sentences
  const breakout = sentences.findIndex((it) => breakouts.some((pattern) => pattern.test(plainOf(it))))
  const behind = behindCommands(text, spans, commanding)
  return sentences.map((sentence, at) =>
    behind[at] || (breakout >= 0 && at >= breakout) || isOrder(sentence) ? '' : sentence,
  )
}

const isOrder = (sentence: string): boolean => orders.some((it) => it.test(plainOf(sentence)))

/** The commands themselves, and what stands behind one on its line. */
function behindCommands(text: string, spans: readonly Span[], commanding: readonly boolean[]): boolean[] {
  let since: number | undefined
  return spans.map(({ start, end }, at) => {
    if (commanding[at]) since = end
    else if (since !== undefined && text.slice(since, start).includes('\n')) since = undefined
    if (since !== undefined) since = end
    return since !== undefined
  })
}

/** A command may lie across what the rules take for an end of a sentence: neighbours on a line are read together as well. */
function commandsIn(text: string, spans: readonly Span[]): boolean[] {
  const alone = spans.map((span) => speaksToMachine(cut(text, span)))
  const pairs = spans.map((one, at) => {
    const other = spans[at + 1]
    if (!other || alone[at] || alone[at + 1]) return false
    const both = text.slice(one.start, other.end)
    return !both.includes('\n') && speaksToMachine(both)
  })
  return alone.map((it, at) => it || pairs[at] === true || pairs[at - 1] === true)
}

/** The text without the sentences that speak to a machine; the text itself where there are none. */
export function soundTextOf(text: string): string {
  const spans = splitSentences(text)
  const sentences = withoutMachineTalk(text, spans)
  if (!sentences.includes('')) return text
  let end = 0
  return spans
    .filter((_, at) => sentences[at] !== '')
    .map((span) => {
      const gap = text.slice(end, span.start).includes('\n') ? '\n' : ' '
      end = span.end
      return gap + cut(text, span)
    })
    .join('')
    .trim()
}

/** As the patterns are written: folded, look-alikes of Latin letters as Latin, letters that were set apart put together again. */
function plainOf(text: string): string {
  return fold(withoutHidden(text.normalize('NFKC')))
    .replaceAll(/[аеорсхуікѕһ]/g, (letter) => lookAlikes[letter] ?? letter)
    .replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}[ .·*_-]){3,}\p{L}(?![\p{L}\p{N}])/gu, (letters) =>
      letters.replaceAll(/[ .·*_-]/g, ''),
    )
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  к: 'k',
  ѕ: 's',
  һ: 'h',
}

/** A long run of letters and digits is no word of any language: base64, hexadecimal, percent signs. */
const hasBlob = (text: string): boolean =>
  /(?<![\p{L}\p{N}/])(?=[A-Za-z0-9+/=]*[0-9+=])(?=[A-Za-z0-9+/=]*[A-Za-z])[A-Za-z0-9+/]{40,}={0,2}(?![\p{L}\p{N}])|(?:%[0-9a-f]{2}){8}|(?:\\[ux][0-9a-f]{2,4}){5}|(?:&#x?[0-9a-f]+;){5}/iu.test(
    text,
  )
