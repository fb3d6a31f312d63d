// Puts a noun phrase that was taken apart into English; undefined where English would have to say more than the phrase does
// (whether «هجوم روسيا» is by Russia or on it).

import { type Kind, shownWord } from '../language/glossary.ts'
import type { Reading } from '../language/glossary-reader.ts'
import { bodyHeads, byHeads, inHeads, ofHeads } from './frames.data.ts'
import { headWord, kindOf, type Link, type Phrase } from './phrase.ts'

/** `article`: "the Czech minister" inside a sentence, "Czech minister" in a list. `links`: with what hangs on it. */
export type Manner = { article: boolean; links: boolean }

export function writeEnglish(phrase: Phrase, manner: Manner): string | undefined {
  const core = writeCore(phrase, manner.article)
  if (core === undefined) return undefined
  const links = manner.links ? writeLinks(phrase) : ''
  const and = phrase.and.map((it) => writeCore(it, manner.article))
  if (links === undefined || and.includes(undefined)) return undefined
  return `${joined([core, ...and.flatMap((it) => it ?? [])])}${links}`
}

const joined = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`

function writeCore(phrase: Phrase, article: boolean): string | undefined {
  const { head, of, person } = phrase
  if (!('term' in head)) return head.name
  const holder = person === undefined ? '' : person.isWritten ? ` ${person.name}` : ` (${person.name})`
  const noun = shownNoun(phrase)
  const own = phrase.qualities.map(shownQuality).toReversed()
  if (!of) return `${withArticle([...own, noun].join(' '), phrase, article)}${holder}`
  const before = compound(phrase, of)
  if (before !== undefined)
    return `${withArticle([...own, before, noun].join(' '), phrase, article)}${holder}`
  const link = genitive(phrase, of)
  const behind = link === undefined ? undefined : writeEnglish(of, { article: true, links: true })
  if (link === undefined || behind === undefined) return undefined
  return `${withArticle([...own, noun].join(' '), phrase, article)} ${link} ${behind}${holder}`
}

/** A term's word in the number that the source has; «رئيس الوفد» is no president. */
function shownNoun(phrase: Phrase): string {
  const { head, of } = phrase
  if (!('term' in head)) return head.name
  if (headWord(phrase) === 'president' && of && kindOf(of) !== 'place') return head.plural ? 'heads' : 'head'
  return shownWord(head.term, 'en', head.plural)
}

const shownQuality = ({ term }: Reading): string => term.en[0] ?? ''

/** "bus ticket", "transport minister", "NATO countries": a bare noun in front. */
function compound(phrase: Phrase, of: Phrase): string | undefined {
  if (!isBare(of) || !('term' in of.head)) return undefined
  const { term, plural } = of.head
  const ofBody = bodyHeads.has(headWord(phrase))
  if (term.kind === 'name') return ofBody ? shownWord(term, 'en', plural).replace(/^the /, '') : undefined
  if (plural || goesBehind.has(term.kind) || takesOf.has(headWord(phrase))) return undefined
  return kindOf(phrase) === 'event' && !ofBody ? undefined : shownWord(term, 'en', false)
}

const isBare = ({ qualities, of, and, person }: Phrase): boolean =>
  qualities.length === 0 && !of && and.length === 0 && !person

const goesBehind: ReadonlySet<Kind> = new Set(['place', 'person'])
/** "head of the delegation", "field of information security" */
const takesOf = new Set(['president', 'field'])

/** The preposition of a genitive; none where it may be either of two things. */
function genitive(phrase: Phrase, of: Phrase): Link | undefined {
  const head = headWord(phrase)
  const isSomebody = !('term' in of.head) || ['person', 'place', 'name'].includes(of.head.term.kind)
  if (isSomebody && byHeads.has(head)) return 'by'
  if (inHeads.has(head)) return isSomebody ? undefined : 'in'
  if (kindOf(phrase) === 'event' && isSomebody && !ofHeads.has(head)) return undefined
  return 'of'
}

/** Plurals and matters go without; names bring their own: "the next Olympics". */
function withArticle(words: string, phrase: Phrase, article: boolean): string {
  const kind = kindOf(phrase)
  if (kind === 'name' || kind === 'place') {
    const bare = words.replace(/(^| )the /, '$1')
    return bare !== words && article ? `the ${bare}` : bare
  }
  if (!article) return words
  if (!('term' in phrase.head) || phrase.head.plural || isMass(phrase.head)) return words
  if (isKnown(phrase)) return `the ${words}`
  if (kind === 'event') return words
  return `${/^[aeio]|^u(?!ni|s)/i.test(words) ? 'an' : 'a'} ${words}`
}

function isMass({ term }: Reading): boolean {
  const form = term.forms.en[0]
  return term.kind === 'matter' || form?.singular === undefined || form.singular === form.plural
}

function isKnown({ head, of }: Phrase): boolean {
  if (!('term' in head) || head.definite || head.owned) return true
  return head.term.kind === 'name' || head.term.kind === 'place' || (of !== undefined && isKnown(of))
}

/** "of" first: "accusations of cyber-attacks against Russia". */
function writeLinks({ links }: Phrase): string | undefined {
  const sorted = links.toSorted((a, b) => Number(b.link === 'of') - Number(a.link === 'of'))
  const written = sorted.map(({ link, phrase }) => {
    const words = writeEnglish(phrase, { article: true, links: false })
    return words === undefined ? undefined : ` ${link} ${words}`
  })
  return written.includes(undefined) ? undefined : written.join('')
}
