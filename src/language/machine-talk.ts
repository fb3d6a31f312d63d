// Sentences of an article or a question that speak to a machine instead of a reader ("ignore all previous instructions…"). They are not
// given to a model at all, and no summary is made of them. It is the first of several walls and need not be the last: what a model
// writes is held against the rest of the article afterwards, sentence by sentence.

import { fold, withoutHidden } from './normalise.ts'
import { commands, orders } from './machine-talk.data.ts'
import { cut, type Span } from './span.ts'

/** Whether a text gives orders to a machine. */
export function speaksToMachine(text: string): boolean {
  const plain = plainOf(text)
  return commands.some((it) => it.test(plain)) || hasBlob(text)
}

/**
 * The sentences of a text, those that speak to a machine empty: sentences that give a command, what follows them on the same line, and,
 * in a text that has a command anywhere, every sentence that begins with an order.
 */
export function withoutMachineTalk(text: string, spans: readonly Span[]): string[] {
  const sentences = spans.map((span) => cut(text, span))
  const commanding = sentences.map(speaksToMachine)
  if (!commanding.includes(true)) return sentences
  let commandEnd: number | undefined
  return sentences.map((sentence, at) => {
    const { start = 0, end = 0 } = spans[at] ?? {}
    const follows = commandEnd !== undefined && !text.slice(commandEnd, start).includes('\n')
    const isKept = !commanding[at] && !follows && !orders.some((it) => it.test(plainOf(sentence)))
    commandEnd = isKept ? undefined : commanding[at] || follows ? end : commandEnd
    return isKept ? sentence : ''
  })
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
