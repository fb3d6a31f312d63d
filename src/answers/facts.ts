// For a reader of the other language, without a model: what a statement is about, from a word list and labelled as such. Never a
// sentence, never between quotation marks, nothing that the statement does not hold. Pure.

import { fold } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import type { Span } from '../language/span.ts'
import { otherScriptName } from '../people/other-script.ts'
import { findPhrases, listItems, type Named, readPhrase, sourceOf, writePhrase } from '../phrases/phrases.ts'
import { findPeople } from '../statements/extract.ts'
import type { Said } from '../statements/store.ts'
import type { Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import type { Reader } from './statement-lines.ts'

const aboutMax = 4
const sayingsMax = 3
/** In the middle of a sentence there is room for fewer. */
const aboutPhraseMax = 3

/** Nothing for a statement in the reader's own language. */
export function factsLines(said: Said, { language }: Reader): Line[] {
  if (said.language === language || said.language === 'other') return []
  const { phrases, sayings } = findPhrases(said.words, said.language, namesIn(said, said, language))
  const t = texts[language]
  const about = listItems(phrases, language, aboutMax)
  const terms = sayings.slice(0, sayingsMax).map(({ written, shown }) => `${shown} (${written})`)
  const comment = commentPhrase(said, language)
  const lines: Line[] = [
    ...(about.length > 0 ? [[t.about(about.join(t.comma))]] : []),
    ...(terms.length > 0 ? [[t.terms(terms.join(t.comma))]] : []),
    ...(comment !== undefined ? [[t.commentingOn(comment)]] : []),
  ]
  return lines.length > 0 ? [[t.keyFacts], ...lines] : []
}

/**
 * What a statement is about, for the middle of a sentence in the reader's language: "accusations of cyber-attacks against Russia", or up to
 * three terms; '' where nothing is known or the statement is in that language already.
 */
export function aboutPhrase(said: Said, language: Language): string {
  if (said.language === language || said.language === 'other') return ''
  const { phrases } = findPhrases(said.words, said.language, namesIn(said, said, language))
  const whole = phrases.find((it) => it.links.length > 0 && !it.open && 'term' in it.head)
  const written = whole && writePhrase({ ...whole, and: [] }, language, { article: false, links: true })
  return written ?? listItems(phrases, language, aboutPhraseMax).join(texts[language].comma)
}

const commentLead = {
  ar: /^(?:تعليقا|تعليقًا|تعليقاً|ردا|ردًا|رداً|معلقا|معلقًا|معلقاً|في\s+(?:تعليقه|تعليقها|تعليق|رده|ردها|رد)(?:\s+له)?|تعقيبا|تعقيبًا|تعقيباً)(?:\s+منه|\s+منها)?\s+على\s+/u,
  en: /^(?:in\s+(?:a\s+)?(?:response|reply|reaction|comments?|remarks?)\s+(?:to|on)|(?:responding|reacting|replying)\s+to|commenting\s+on|asked\s+about)\s+/iu,
}

/** What it was a comment on, with the names of the offices' holders; undefined unless every word of it is known. */
function commentPhrase(said: Said, to: Language): string | undefined {
  if (said.in === 'title' || said.language === 'other') return undefined
  const span = said.adjuncts.find((it) => it.kind === 'comment')
  if (!span) return undefined
  const lead = commentLead[said.language].exec(said.body.slice(span.start, span.end))?.[0].length
  if (lead === undefined) return undefined
  const start = span.start + lead
  const text = said.body.slice(start, span.end).replace(/[\s،,]+$/u, '')
  const source = sourceOf(text, said.language, namesIn(said, { start, end: start + text.length }, to))
  const phrase = readPhrase(source, 0)
  if (!phrase || phrase.open || phrase.to < source.words.length) return undefined
  return writePhrase(phrase, to, { article: true, links: true })
}

/** The places of people in a stretch of the text, counted from its start, with the names as the reader writes them. */
function namesIn(said: Said, span: Span, to: Language): Named[] {
  if (said.in === 'title') return []
  return findPeople({ title: said.title, text: said.body }).flatMap((person) =>
    person.mentions
      .filter((it) => span.start <= it.start && it.end <= span.end)
      .flatMap((it): Named[] => {
        const name = nameInside(said.body, it, person.name)
        const shown = otherScriptName(name ? said.body.slice(name.start, name.end) : person.name, to)?.name
        const { start, end } = name ?? it
        return shown === undefined
          ? []
          : [{ start: start - span.start, end: end - span.start, name: shown, isOffice: !name }]
      }),
  )
}

/** Where in a mention the name itself begins («وزير النقل مارتن كوبكا»); undefined for an office without one. */
function nameInside(text: string, mention: Span, name: string): Span | undefined {
  const words = new Set(fold(name).split(/\s+/))
  for (const { 0: word, index } of text.slice(mention.start, mention.end).matchAll(/\S+/g)) {
    const folded = fold(word)
    const start = mention.start + index
    if (words.has(folded)) return { start, end: mention.end }
    if (words.has(folded.replace(/^[وبلفك]/, ''))) return { start: start + 1, end: mention.end }
  }
  return undefined
}
