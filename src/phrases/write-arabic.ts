// Puts a noun phrase that was taken apart into Arabic, with its agreement; undefined where a form isn't known.

import { type Form, shownWord } from '../language/glossary.ts'
import type { Reading } from '../language/glossary-reader.ts'
import { byHeads, hostile, ofHeads } from './frames.data.ts'
import { headWord, kindOf, type Link, type Phrase } from './phrase.ts'
import type { Manner } from './write-english.ts'

export function writeArabic(written: Phrase, manner: Manner): string | undefined {
  const phrase = withSpeaker(written)
  const core = writeCore(phrase, manner.article)
  if (core === undefined) return undefined
  const links = manner.links ? writeLinks(phrase) : ''
  const and = phrase.and.map((it) => writeCore(it, manner.article))
  if (links === undefined || and.includes(undefined)) return undefined
  return `${[core, ...and.flatMap((it) => it ?? [])].join(' و')}${links}`
}

/** "remarks by the minister" are «تصريحات الوزير». */
function withSpeaker(phrase: Phrase): Phrase {
  const by = phrase.links.find(({ link }) => link === 'by')
  if (!by || phrase.of || !byHeads.has(headWord(phrase))) return phrase
  return { ...phrase, of: by.phrase, links: phrase.links.filter((it) => it !== by) }
}

function writeCore(phrase: Phrase, article: boolean): string | undefined {
  const { head, of } = phrase
  if (!('term' in head)) return head.name
  const noun = shown(head)
  const ofWords = of ? genitive(phrase, of) : ''
  if (noun === undefined || ofWords === undefined) return undefined
  const isDefinite = phrase.person !== undefined || (article && isKnown(head))
  const qualities = qualitiesOf(phrase.qualities, head, isDefinite || isDefiniteAnyway(head, noun, of))
  if (qualities === undefined) return undefined
  const bare = !isDefinite || isName(head) || of
  return `${put(bare ? noun : withArticle(noun), ofWords, qualities)}${holder(phrase)}`
}

/** A name, «أمن المعلومات», or a noun with its genitive. */
const isDefiniteAnyway = (head: Reading, noun: string, of: Phrase | undefined): boolean =>
  isName(head) || / ال/.test(noun) || (of !== undefined && !noun.includes(' '))

const isName = ({ term }: Reading): boolean => term.kind === 'name' || term.kind === 'place'

const holder = ({ person }: Phrase): string =>
  person === undefined ? '' : person.isWritten ? ` ${person.name}` : ` (${person.name})`

const isKnown = ({ definite, owned, term }: Reading): boolean => definite || owned || term.kind === 'matter'

/** A noun of several words does not stand in the construct state: «بنية تحتية للنقل». */
function put(noun: string, of: string, qualities: string): string {
  if (of === '') return `${noun}${qualities}`
  return noun.includes(' ') ? `${noun}${qualities} ${withLam(of)}` : `${construct(noun)} ${of}${qualities}`
}

function qualitiesOf(qualities: readonly Reading[], head: Reading, isDefinite: boolean): string | undefined {
  const words = qualities.toReversed().map((it) => agreeing(it, head, isDefinite))
  return words.includes(undefined) ? undefined : words.map((it) => ` ${it ?? ''}`).join('')
}

/** Undefined where people in the plural have no plural here. */
function shown({ term, plural }: Reading): string | undefined {
  const [form] = term.forms.ar
  if (plural && term.kind === 'person') return form?.plural
  const [english] = term.forms.en
  // English has one form for "evidence" and "aid"; Arabic says «أدلة», «مساعدات».
  const isOne = english?.singular !== undefined && english.singular === english.plural
  return shownWord(term, 'ar', plural || isOne)
}

function genitive(phrase: Phrase, of: Phrase): string | undefined {
  const isSomebody = !('term' in of.head) || ['person', 'place', 'name'].includes(of.head.term.kind)
  const word = headWord(phrase)
  if (kindOf(phrase) === 'event' && isSomebody && !ofHeads.has(word) && !byHeads.has(word)) return undefined
  return writeArabic({ ...of, links: [] }, { article: true, links: false }) === undefined
    ? undefined
    : writeDefinite({ ...of, links: [] })
}

function writeDefinite(phrase: Phrase): string | undefined {
  if (!('term' in phrase.head)) return phrase.head.name
  return writeArabic({ ...phrase, head: { ...phrase.head, definite: true } }, { article: true, links: false })
}

/** Feminine with a feminine noun and with a plural of things; with a plural of people only where the ending is a regular one. */
function agreeing({ term }: Reading, head: Reading, isDefinite: boolean): string | undefined {
  const form: Form | undefined = term.forms.ar[0]
  const masculine = form?.singular
  if (masculine === undefined) return undefined
  const isPlural = shown(head) === head.term.forms.ar[0]?.plural
  const ofPeople = head.term.kind === 'person'
  let word = masculine
  if (isPlural && ofPeople) word = form?.plural ?? `${masculine}ون`
  else if (isPlural || isFeminine(shown(head) ?? '', ofPeople)) word = feminineOf(masculine)
  return isDefinite ? withArticle(word) : word
}

const isFeminine = (noun: string, ofPeople: boolean): boolean =>
  !ofPeople &&
  (/(?:ة|اء|ى)$/.test(noun.split(' ')[0] ?? '') ||
    /^ال\S+ ال\S+ة$/.test(noun) ||
    /^(?:حرب|طريق|سوق|أرض|نار|شمس|روسيا|سوريا|ليبيا|إيران|مصر)(?: |$)/.test(noun))

function feminineOf(word: string): string {
  return /[ةى]$/.test(word) ? word : word.split(' ').length > 1 ? word : `${word}ة`
}

/** Of «هجوم إلكتروني» both words take the article, of «سعر صرف» the last one, of «مجلس الأمن» none. */
function withArticle(words: string): string {
  const [first = '', ...rest] = words.split(' ')
  if (rest.length === 0) return first.startsWith('ال') && !first.startsWith('الت') ? first : `ال${first}`
  if (rest.some((it) => it.startsWith('ال'))) return words
  const joined = rest.findIndex((it) => it.startsWith('لل'))
  if (joined > 0)
    return `${withArticle([first, ...rest.slice(0, joined)].join(' '))} ${rest.slice(joined).join(' ')}`
  const areAdjectives = rest.every((it) => /(?:ي|ية|ة)$/.test(it))
  return areAdjectives
    ? `ال${first} ${rest.map((it) => `ال${it}`).join(' ')}`
    : [first, ...rest.slice(0, -1), `ال${rest.at(-1) ?? ''}`].join(' ')
}

const withLam = (words: string): string => (words.startsWith('ال') ? `لل${words.slice(2)}` : `ل${words}`)

const construct = (noun: string): string =>
  noun.endsWith('ون') && noun.length > 5 ? noun.slice(0, -1) : noun

const particles: Readonly<Record<Exclude<Link, 'of' | 'on'>, string>> = {
  by: 'من',
  against: 'ضد',
  with: 'مع',
  between: 'بين',
  about: 'بشأن',
  in: 'في',
  from: 'من',
  to: 'إلى',
  for: 'لصالح',
}

function writeLinks(phrase: Phrase): string | undefined {
  const written = phrase.links.map(({ link, phrase: linked }) => {
    const words = writeDefinite(linked)
    if (words === undefined) return undefined
    if (link === 'of') return ` ب${words.startsWith('ال') ? words : indefinite(words)}`
    if (link !== 'on') return ` ${particles[link]} ${words}`
    return ` ${hostile.has(headWord(phrase)) ? 'على' : 'بشأن'} ${words}`
  })
  return written.includes(undefined) ? undefined : written.join('')
}

const indefinite = (words: string): string => words
