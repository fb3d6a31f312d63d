// What kind of word an item is, as far as lists, capitals and endings tell. No tagger: small questions, each answered the same way everywhere.

import type { Item, Mark, Quote, Sentence, Word } from './items.ts'
import {
  adverbs,
  auxiliaries,
  bodies,
  bodyNouns,
  conjunctions,
  determiners,
  finiteVerbs,
  indefinites,
  modals,
  nameParticles,
  negations,
  organisationWords,
  prepositions,
  pronouns,
  roleNouns,
  subjectPronouns,
  timeNouns,
  timeWords,
} from './words.data.ts'

export const isWord = (item: Item | undefined): item is Word => item?.kind === 'word'
export const isQuote = (item: Item | undefined): item is Quote => item?.kind === 'quote'
export const isMark = (item: Item | undefined, marks: string): item is Mark =>
  item?.kind === 'punctuation' && marks.includes(item.text)
export const isDash = (item: Item | undefined): boolean =>
  item?.kind === 'punctuation' && /^(?:[\u2013\u2014\u2015-]|--+)$/.test(item.text)

/** A capital begins the word, or what follows an article that is written small: "al-Sisi", "el-Baradei", "ash-Shaab", "d'Estaing". */
const capital = /^['’]?(?:(?:a[dlnrstz]|ash|el|ul|d|l)[-’'])?\p{Lu}/u
/** Most words begin with a small letter and have no article, which a look at four letters tells. */
export function beginsCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= 0x41 && first <= 0x5a) return true
  if (first >= 0x61 && first <= 0x7a && !/^[a-z]{1,3}[-’']/.test(word)) return false
  return capital.test(word)
}
export const isCapital = (item: Item | undefined): boolean => isWord(item) && beginsCapital(item.text)
export const isAcronym = (item: Pick<Item, 'kind' | 'text'> | undefined): boolean =>
  item?.kind === 'word' && /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}.&-]+s?$/u.test(item.text)

const times = new Set([...timeWords, ...timeNouns])

export const isTime = (item: Item | undefined): boolean => isWord(item) && times.has(item.lower)

/** "Theresa May", "Anna March said": a month behind a given name is a surname, unless a day or year follows. */
export function isTimeAt(sentence: Sentence, at: number): boolean {
  if (!isTime(sentence[at])) return false
  const before = sentence[at - 1]
  const named =
    /^(?:May|March|April|June|August)$/.test(sentence[at]?.text ?? '') &&
    isCapital(before) &&
    !isFunctionWord(before) &&
    !isTime(before) &&
    !/^\d/.test(sentence[at + 1]?.text ?? '')
  return !named
}

const functionWords = new Set(
  [
    determiners,
    pronouns,
    conjunctions,
    prepositions,
    auxiliaries,
    modals,
    negations,
    adverbs,
    indefinites,
  ].flatMap((words) => [...words]),
)

/** Closed-class words, which no name has: "The", "But", "In"; "May" is a name or a month. */
export const isFunctionWord = (item: Item | undefined): boolean =>
  isWord(item) && functionWords.has(item.lower) && item.text !== 'May'

/** A verb that could be the finite one of a clause; a past in -ed counts unless an article or adjective place makes it an adjective. */
export function isFinite(sentence: Sentence, at: number): boolean {
  const item = sentence[at]
  if (!isWord(item) || item.text === 'May') return false
  if (finiteVerbs.has(item.lower))
    return !(
      isCapital(item) &&
      at > 0 &&
      !/^(Is|Was|Are|Were|Has|Had|Does|Did)$/.test(item.text) &&
      isCapital(sentence[at + 1])
    )
  return pastForm.test(item.text) && !noPast.test(item.lower) && isVerbPlace(sentence, at)
}

const pastForm = /^[a-z]{2,}ed$/
const noPast = /^(need|indeed|united|speed|seed|breed|red|bed|hundred|sacred|wicked|naked|so-called)$/

/** Whether a past in -ed stands where it is no adjective. */
function isVerbPlace(sentence: Sentence, at: number): boolean {
  const before = sentence[at - 1]
  // At the start of a clause it is an adjective: "…, retired general X said".
  if (!isWord(before)) return isMark(before, ',') ? isFunctionWord(sentence[at + 1]) : false
  return !(
    determiners.has(before.lower) ||
    prepositions.has(before.lower) ||
    /ly$|^(and|or|more|most|very|so|well|newly|the|'s)$/.test(before.lower)
  )
}

/** "repeatedly", not "family": a small word in -ly that says how. */
export const endsLikeAdverb = (word: string): boolean =>
  /^[a-z]{3,}ly$/.test(word) &&
  !/^(?:family|ally|rally|tally|bully|reply|supply|apply|assembly|monopoly|anomaly|butterfly|italy|elderly|daily|weekly|monthly|quarterly|underbelly)$/.test(
    word,
  )

/** Whether a stretch holds a finite verb, i.e. could be a clause. A quotation counts: whole clauses stand in it. */
export function hasFinite(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const item = sentence[i]
    if (
      isQuote(item) ||
      isFinite(sentence, i) ||
      (isWord(item) &&
        /^'(?:s|re|ve|ll|d|m)$|^\w+'(?:re|ve|ll|d|m)$|n't$/.test(item.lower) &&
        item.lower !== "'s")
    )
      return true
    if (isWord(item) && item.lower === "'s" && pronouns.has(sentence[i - 1]?.lower ?? '')) return true
  }
  return false
}

/** A noun that can speak: an office, a group, a body, a paper. Plural endings are tried too. */
export const isSpeakerNoun = (item: Item | undefined): boolean =>
  isWord(item) &&
  (roleNouns.has(item.lower) ||
    roleNouns.has(item.lower.replace(/s$/, '')) ||
    bodyNouns.has(item.lower) ||
    /(?:men|women|makers|holders|ists|ians|ers|ors)$/.test(item.lower))

/** As little of an item as the lists need. */
type Listed = Pick<Item, 'kind' | 'lower'>

export const isRoleNoun = (item: Listed | undefined): boolean =>
  item?.kind === 'word' && roleNouns.has(item.lower)
export const isParticle = (item: Item | undefined): boolean => isWord(item) && nameParticles.has(item.lower)
export const isBody = (item: (Listed & Pick<Item, 'text'>) | undefined): boolean =>
  item?.kind === 'word' && (bodies.has(item.lower) || organisationWords.has(item.lower) || isAcronym(item))

/** The word at a place in lower case; '' for a quotation and beyond the ends, so that it matches no list. */
export const lowerAt = (sentence: Sentence, at: number): string => sentence[at]?.lower ?? ''

const clauseSubject = /^(?:i|we|you|there|neither|someone|somebody|(?:any|every|no)(?:one|body|thing))$/

/** Whether a clause's subject may start at an item. */
export function opensWithSubject(sentence: Sentence, at: number): boolean {
  const lower = lowerAt(sentence, at)
  return (
    subjectPronouns.has(lower) ||
    determiners.has(lower) ||
    clauseSubject.test(lower) ||
    isCapital(sentence[at])
  )
}
