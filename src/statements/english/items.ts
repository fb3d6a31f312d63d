// An English text as the rules see it: paragraphs of sentences, sentences of words, punctuation and quotations.
// A quotation is one item, however long it is: what is said inside it never looks like a rule's cue.

import { findQuotations, paragraphs } from '../../language/quotations.ts'
import { splitSentences } from '../../language/sentences.ts'
import { type Span, trimmed } from '../../language/span.ts'
import { withPlainMarks } from './marks.ts'

type Piece = Span & {
  /** As written; of a quotation, the words between its marks. */
  text: string
  /** In lower case, with straight apostrophes; '' for a quotation, so that no list of words ever matches one. */
  lower: string
  /** Of a quotation: where the words between the marks stand, and whether it was closed. */
  inner: Span
  closed: boolean
}
export type Word = Piece & { kind: 'word' }
export type Quote = Piece & { kind: 'quote' }
export type Mark = Piece & { kind: 'punctuation' }
export type Item = Word | Quote | Mark
export type Sentence = readonly Item[]
export type Paragraph = Span & { sentences: Sentence[] }
export type Reading = { text: string; paragraphs: Paragraph[] }

/** A sentence of more items than this is a list or a lost full stop: nothing is read out of it, and time stays linear. */
const itemsMax = 400
const tagItemsMax = 18
const nicknameCharsMax = 16

/** Words keep their inner dots, hyphens and apostrophes ("U.S.", "co-founder", "don't"); a genitive 's and a clipped verb ('d, 'll) stand alone. */
const itemPattern =
  /[A-Za-z]+(?= )|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Del|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|Rev|Hon|St|Jr|Sr|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.|(?:\p{Lu}\.){1,4}(?!\p{L})|['’](?:s|S|d|ll|re|ve|m)(?![\p{L}\p{N}])|--+|[\p{L}\p{N}$€£@#](?:[\p{L}\p{M}\p{N}.&/\u0080-\u009f§©®¤¨¯±´¶·¸¿¡-]*[\p{L}\p{M}\p{N}])?(?:['’](?!(?:s|S|d|ll|re|ve|m)(?![\p{L}\p{N}]))\p{L}+)?[%+]?|\S/gu

/** Reads a text into items. */
export function readItems(text: string): Reading {
  const plain = withPlainMarks(text)
  const quotations = findQuotations(plain).filter((it) => plain.charAt(it.outer.start) === '“')
  const sentences = splitSentences(plain)
  let nextQuotation = 0
  let nextSentence = 0
  let readTo = 0
  const read = paragraphs(plain).map(({ start, end }): Paragraph => {
    const inside: Sentence[] = []
    for (; (sentences[nextSentence]?.start ?? Infinity) < end; nextSentence++) {
      const sentence = sentences[nextSentence]
      if (!sentence || sentence.end <= readTo) continue
      const items = itemsOf({ start: Math.max(sentence.start, readTo), end: sentence.end })
      readTo = Math.max(readTo, items.at(-1)?.end ?? 0)
      if (items.length > 0 && items.length <= itemsMax) inside.push(items)
    }
    return { start, end, sentences: joinTags(inside) }
  })
  return { text, paragraphs: read }

  function itemsOf(sentence: Span): Item[] {
    const items: Item[] = []
    let at = sentence.start
    while (at < sentence.end) {
      while ((quotations[nextQuotation]?.outer.end ?? Infinity) <= at) nextQuotation++
      const quotation = quotations[nextQuotation]
      const quoteAt = quotation && quotation.outer.start < sentence.end ? quotation.outer.start : sentence.end
      pushWords(items, { start: at, end: Math.max(at, quoteAt) })
      at = Math.max(at, quoteAt)
      if (!quotation || quotation.outer.start >= sentence.end) break
      const inner = trimmed(text, quotation)
      const written = text.slice(inner.start, inner.end)
      items.push({
        kind: 'quote',
        text: written,
        lower: '',
        ...withDoubledMarks(quotation.outer),
        inner,
        closed: quotation.closed,
      })
      at = quotation.outer.end
    }
    return items
  }

  /** Of a doubled mark (''…'') both halves belong to the quotation. */
  function withDoubledMarks({ start, end }: Span): Span {
    const opens =
      start > 0 && /['‘`]/.test(text.charAt(start)) && text.charAt(start - 1) === text.charAt(start)
    const closes = /['’`]/.test(text.charAt(end - 1)) && text.charAt(end) === text.charAt(end - 1)
    return { start: opens ? start - 1 : start, end: closes ? end + 1 : end }
  }

  function pushWords(items: Item[], { start, end }: Span): void {
    itemPattern.lastIndex = 0
    const stretch = plain.slice(start, end)
    // "on X." at the end of a sentence is no initial.
    const shown = /(?:^|\s)\p{Lu}\.$/u.test(stretch) ? `${stretch.slice(0, -1)}\u2024` : stretch
    for (const found of shown.matchAll(itemPattern)) {
      const word = beginsWithLetter(found[0]) || /[\p{L}\p{N}]/u.test(found[0])
      const span = { start: start + found.index, end: start + found.index + found[0].length }
      const written = plain.slice(span.start, span.end)
      const small = written.toLowerCase()
      items.push({
        kind: word ? 'word' : 'punctuation',
        text: written,
        lower: small.includes('’') ? small.replaceAll('’', "'") : small,
        start: span.start,
        end: span.end,
        inner: span,
        closed: true,
      })
    }
  }
}

/** A plain Latin letter, as nearly all words begin with. */
function beginsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0) | 0x20
  return code >= 0x61 && code <= 0x7a
}

/** “Will he go?” the minister asked: the mark ends no sentence where only "who said" follows it. */
function joinTags(sentences: Sentence[]): Sentence[] {
  const joined: Sentence[] = []
  for (const sentence of sentences) {
    const last = joined.at(-1)
    if (last && awaitsTag(last) && looksLikeTag(sentence) && last.length + sentence.length <= itemsMax)
      joined[joined.length - 1] = [...last, ...sentence]
    else joined.push(sentence)
  }
  return joined
}

/** Ends in a quotation that no verb of its own sentence has claimed. */
const awaitsTag = (sentence: Sentence): boolean =>
  sentence.at(-1)?.kind === 'quote' && !sentence.some((item) => tagVerb.test(item.lower))

const tagVerb =
  /^(said|says|asked|asks|added|adds|tweeted|wrote|writes|replied|responded|answered|told|shouted|exclaimed|declared|warned|quipped|joked|recalled|explained|continued|concluded|noted|argued|insisted|tells|wondered|demanded|yelled|yells|shouts|screamed|cried|chanted|joked|remarked|observed|claimed|predicted|reads|read)$/

/** A short sentence "NAME said." or "said NAME.", with nothing but time and place after it. */
function looksLikeTag(sentence: Sentence): boolean {
  const at = sentence.slice(0, tagItemsMax).findIndex((item) => tagVerb.test(item.lower))
  if (at < 0) return false
  const before = sentence.slice(0, at)
  if (
    before.some(
      (item) =>
        (item.kind === 'quote' && item.text.length > nicknameCharsMax) ||
        /^(that|who|which|if|when|as|but|and|because)$/.test(item.lower),
    )
  )
    return false
  if (at === 0) return /^\p{Ll}/u.test(sentence[0]?.text ?? '')
  const next = sentence[at + 1]
  return (
    !next ||
    /^[.,!?]$/.test(next.text) ||
    /^(in|on|at|during|when|while|after|of|to|as|before|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this|later|with)$/.test(
      next.lower,
    )
  )
}
