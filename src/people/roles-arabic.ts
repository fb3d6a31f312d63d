// An Arabic role phrase in English, by composition: office, qualifiers, nationality, what it governs, prepositions.
// All of it or nothing: one unknown word and there is no translation.

import { nationAt, phraseAt, phrased, portfolioText, type Phrase, type Words } from './role-phrases.ts'
import { adjectiveWords, headWords, longestAt, qualifierWords } from './role-words.ts'

/** An office as it is read so far. */
type Role = {
  head: string
  before: string[]
  nation: string
  complement: Phrase | undefined
  owner: string
  after: string[]
  next: number
}

/** Offices of a state: "minister … in the French Republic" is a French minister. */
const ofState = /minister$|^president$/
/** Offices that serve a person or body. */
const serves = /^(?:representative|envoy|adviser|spokes(?:wo)?man|aide|delegate)$/

/** English of folded Arabic words that make up one or more offices. */
export function englishRoles(words: Words): string | undefined {
  const roles: string[] = []
  let at = 0
  while (at < words.length) {
    const role = roleAt(unjoined(words, at, roles.length > 0), at)
    if (!role) return undefined
    roles.push(rendered(role))
    at = role.next
  }
  return roles.length === 0 ? undefined : roles.join(' and ')
}

/** The words with the «و» before the word at `at` taken off. */
function unjoined(words: Words, at: number, isLater: boolean): Words {
  const word = words[at] ?? ''
  if (!isLater || !word.startsWith('و') || longestAt(words, at, headWords)) return words
  return words.with(at, word.slice(1))
}

function roleAt(words: Words, at: number): Role | undefined {
  const found = longestAt(words, at, headWords)
  if (!found) return undefined
  const head = found.feminine && found.word.extra !== '' ? found.word.extra : found.word.english
  const role: Role = {
    head,
    before: [],
    nation: '',
    complement: undefined,
    owner: '',
    after: [],
    next: found.next,
  }
  if (head === 'deputy' || head === 'assistant') return deputyOf(words, role)
  while (role.next < words.length && step(words, role)) {
    // Each step reads one more piece of the phrase into the role.
  }
  return role
}

/** «نائب وزير الدفاع»: the second office decides the rest of the phrase. */
function deputyOf(words: Words, role: Role): Role | undefined {
  const first = qualifierAt(words, role.next)
  const from = first ? first.next : role.next
  const inner = roleAt(words, from)
  if (!inner) return lawmaker(words, role)
  if (role.head === 'assistant' && /^(?:president|king|prime minister)$/.test(inner.head)) {
    return {
      ...inner,
      head: 'aide',
      after: [`to the ${rendered({ ...inner, after: [] })}`, ...inner.after],
      nation: '',
      complement: undefined,
    }
  }
  const head =
    inner.head === 'president' && inner.complement === undefined
      ? 'vice-president'
      : `${role.head} ${named(inner)}`
  return { ...inner, head, complement: plainMinister(inner) ? undefined : inner.complement }
}

const plainMinister = ({ head, complement }: Role): boolean =>
  head === 'minister' && complement !== undefined && !complement.text.includes(' and ')

/** "deputy" goes before the portfolio: deputy foreign minister. */
function named(role: Role): string {
  return plainMinister(role) ? `${role.complement?.text ?? ''} ${role.head}` : role.head
}

/** «النائب الفرنسي»: with no office after it, the word is a member of parliament. */
function lawmaker(words: Words, role: Role): Role | undefined {
  if (role.head !== 'deputy') return undefined
  const lone = { ...role, head: 'MP' }
  while (lone.next < words.length && step(words, lone)) {
    // As above.
  }
  return lone
}

/** Reads the next piece; false where none fits. The role is this function's to fill. */
function step(words: Words, role: Role): boolean {
  const word = words[role.next] ?? ''
  return (
    readNation(words, role) ||
    readQualifier(words, role) ||
    readPreposition(words, role, word) ||
    (serves.test(role.head) && role.owner === '' && readOwner(words, role, role.next)) ||
    readComplement(words, role) ||
    readAdjective(words, role)
  )
}

function readNation(words: Words, role: Role): boolean {
  const found = nationAt(words, role.next)
  if (!found || role.nation !== '') return false
  Object.assign(role, { nation: found.english, next: found.next })
  if (
    role.head === 'adviser' &&
    /^(?:German|Austrian)$/.test(found.english) &&
    role.complement === undefined
  ) {
    Object.assign(role, { head: 'chancellor' })
  }
  return true
}

function readQualifier(words: Words, role: Role): boolean {
  const found = qualifierAt(words, role.next)
  if (!found) return false
  if (found.english !== '') role.before.push(found.english)
  Object.assign(role, { next: found.next })
  return true
}

function qualifierAt(words: Words, at: number): { english: string; next: number } | undefined {
  if (words[at] === 'بالانابه' || words[at] === 'بالوكاله') return { english: 'acting', next: at + 1 }
  const found = longestAt(words, at, qualifierWords)
  return found && { english: found.word.english, next: found.next }
}

/** «خبير اقتصادي»: an adjective that is no qualifier of offices. */
function readAdjective(words: Words, role: Role): boolean {
  const found = longestAt(words, role.next, adjectiveWords)
  if (!found || role.complement !== undefined) return false
  role.before.push(found.word.english)
  Object.assign(role, { next: found.next })
  return true
}

function readPreposition(words: Words, role: Role, word: string): boolean {
  if (word === 'باسم' || word === 'بلسان') return readOwner(words, role, role.next + 1)
  if (/^(?:الي|لدي)$/.test(word)) return readAfter(words, role, { preposition: 'to', at: role.next + 1 })
  if (word === 'في') {
    const inField = words[role.next + 1] === 'مجال'
    const preposition = role.head === 'ambassador' ? 'to' : inField ? 'in' : ''
    return readAfter(words, role, { preposition, at: role.next + (inField ? 2 : 1) })
  }
  if (/^ل.{2}/.test(word)) {
    const inner = words.with(role.next, word.startsWith('لل') ? `ال${word.slice(2)}` : word.slice(1))
    return readFor(inner, role)
  }
  return (
    /^ب.{3}/.test(word) &&
    readAfter(words.with(role.next, word.slice(1)), role, { preposition: '', at: role.next })
  )
}

/** «للرئيس الروسي» makes an owner, «للأمم المتحدة» what is governed, «للتعاون» a purpose. */
function readFor(words: Words, role: Role): boolean {
  if (serves.test(role.head) && role.owner === '') {
    if (readOwner(words, role, role.next)) return true
  }
  const phrase = phraseAt(words, role.next)
  if (phrase?.the === true && role.complement === undefined) {
    Object.assign(role, { complement: phrase, next: phrase.next })
    return true
  }
  return readAfter(words, role, { preposition: 'for', at: role.next })
}

/** The person or body that a spokesman, envoy or adviser serves. */
function readOwner(words: Words, role: Role, at: number): boolean {
  const person = roleAtOwner(words, at)
  if (person) {
    Object.assign(role, { owner: ownerOf(role.head, person.text, true), next: person.next })
    return true
  }
  const phrase = phraseAt(words, at)
  if (!phrase || (!phrase.the && !role.head.startsWith('spokes'))) return false
  Object.assign(role, { owner: ownerOf(role.head, phrased(phrase), false), next: phrase.next })
  return true
}

/** An office in the genitive with its nation only: what follows belongs to the outer office. */
function roleAtOwner(words: Words, at: number): { text: string; next: number } | undefined {
  const found = longestAt(words, at, headWords)
  if (!found || /^(?:deputy|assistant)$/.test(found.word.english)) return undefined
  const role: Role = {
    head: found.word.english,
    before: [],
    nation: '',
    complement: undefined,
    owner: '',
    after: [],
    next: found.next,
  }
  const portfolio = role.head === 'minister' || /^(?:ال)?(?:امين|قائد)/.test(words[at] ?? '')
  if (portfolio) readGoverned(words, role)
  readNation(words, role)
  return { text: rendered(role), next: role.next }
}

function readGoverned(words: Words, role: Role): void {
  const word = words[role.next] ?? ''
  const inner = word.startsWith('لل') ? words.with(role.next, `ال${word.slice(2)}`) : words
  readComplement(inner, role)
}

function ownerOf(head: string, text: string, isPerson: boolean): string {
  if (head === 'adviser' || head === 'aide' || text.includes(' of ')) return text
  return isPerson ? `${text}'s` : text
}

function readAfter(
  words: Words,
  role: Role,
  { preposition, at }: { preposition: string; at: number },
): boolean {
  const phrase = phraseAt(words, at)
  if (!phrase) return false
  if (preposition === '' && role.nation === '' && ofState.test(role.head) && phrase.adjective !== '') {
    Object.assign(role, { nation: phrase.adjective, next: phrase.next })
    return true
  }
  const place = phrase.the ? `at the ${phrased(phrase)}` : `in ${phrased(phrase)}`
  role.after.push(preposition === '' ? place : `${preposition} ${phrase.the ? 'the ' : ''}${phrased(phrase)}`)
  Object.assign(role, { next: phrase.next })
  return true
}

function readComplement(words: Words, role: Role): boolean {
  if (role.complement !== undefined || longestAt(words, role.next, headWords)) return false
  const phrase = phraseAt(words, role.next)
  if (!phrase) return false
  // The nation of «وزير الخارجية الفرنسي» is the minister's, that of «بوزارة الخارجية الروسية» the ministry's: in English alike.
  const hoisted = role.head === 'minister' && phrase.nation !== ''
  const complement = hoisted ? { ...phrase, nation: '' } : phrase
  Object.assign(role, { complement, next: phrase.next, nation: hoisted ? phrase.nation : role.nation })
  return true
}

function rendered(role: Role): string {
  const { head, before, nation, owner, after } = role
  const [governed, tail] = complementOf(role)
  const former = before.filter((word) => /^(?:former|acting|late)$/.test(word))
  const others = before.filter((word) => !former.includes(word))
  const possessed = owner !== '' && !needsPhrase(role)
  const inside = nation !== '' && /^(?:speaker|president|head) of (?:the|parliament)/.test(head)
  const titled = inside ? head.replace(/ of (?:the )?/, ` of the ${nation} `) : head
  const front = [
    ...former,
    inside ? '' : nation,
    possessed ? owner : '',
    ...others,
    governed,
    titleOf(role, titled),
  ]
  const back = [
    owner !== '' && !possessed ? `${head === 'adviser' ? 'to' : 'for'} the ${owner}` : '',
    tail,
    ...after,
  ]
  return [...front, ...back].filter(Boolean).join(' ')
}

/** A state has a president, and so have bodies with a name; other bodies have a head. */
function titleOf({ complement }: Role, head: string): string {
  if (head === 'head of union') return 'head'
  const isNamed =
    complement === undefined || complement.adjective !== '' || /^[A-Z]|^senate/.test(complement.text)
  return head === 'president' && !isNamed ? 'head' : head
}

const needsPhrase = ({ head, owner }: Role): boolean => head === 'adviser' || owner.includes(' of ')

/** What goes before the office and what after it. */
function complementOf({ head, complement }: Role): [before: string, after: string] {
  if (!complement) return ['', '']
  const text = phrased(complement)
  const article = complement.the ? 'the ' : ''
  if (head === 'minister') {
    return complement.text.includes(' and ')
      ? ['', `of ${text.replace(/^foreign(?= and)/, 'foreign affairs')}`]
      : [portfolioText(text), '']
  }
  if (head === 'head of union') return ['', `of the ${text.endsWith('s') ? `${text}'` : text} union`]
  if (head === 'governor' && text.endsWith('bank')) return [text, '']
  if (head === 'adviser') return ['', `to ${article}${text}`]
  return ['', `of ${article}${text}`]
}
