// Whether a message is something to read rather than a question: a link, or the text of an article. Pure.

import { detectLanguage } from '../language/script.ts'
import { splitSentences } from '../language/sentences.ts'

export type ToRead = { address: string } | { title: string; text: string }

/** Shorter ones are questions, however many sentences they have. What was forwarded is nobody's question. */
const articleCharsMin = 400
const articleSentencesMin = 3
const forwardedCharsMin = 120

const addressPattern = /(?:https?:\/\/|(?<![\p{L}\p{N}.@/])www\.)[^\s<>"«»“”]+/iu

/** Null for a question. */
export function recognise(message: string, { isForwarded }: { isForwarded: boolean }): ToRead | null {
  const text = message.trim()
  if (isArticle(text, isForwarded)) return withTitle(text)
  const found = addressPattern.exec(text)?.[0]
  // "what did she say in https://…?" asks something; a headline with its link does not.
  if (found === undefined || /[?؟]/u.test(text.replace(found, ''))) return null
  const bare = withoutTail(found)
  return { address: /^www\./i.test(bare) ? `https://${bare}` : bare }
}

/** The full stop or bracket behind an address is the sentence's, unless the address opens the bracket. */
function withoutTail(address: string): string {
  const bare = address.replace(/[.,،؛;:!…'’]+$/u, '')
  return bare.endsWith(')') && !bare.includes('(') ? withoutTail(bare.slice(0, -1)) : bare
}

function isArticle(text: string, isForwarded: boolean): boolean {
  if (detectLanguage(text) === 'other') return false
  if (isForwarded && text.length >= forwardedCharsMin) return true
  return text.length >= articleCharsMin && splitSentences(text).length >= articleSentencesMin
}

const titleCharsMax = 160

/** A short first line without a full stop is the title, as in a scrape. */
function withTitle(text: string): { title: string; text: string } {
  const [first = '', ...rest] = text.split('\n')
  const title = first.trim()
  const body = rest.join('\n').trim()
  return body !== '' && title !== '' && title.length <= titleCharsMax && !/[.!…]$/u.test(title)
    ? { title, text: body }
    : { title: '', text }
}
