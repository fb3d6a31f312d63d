// Reads the name of an office or an organisation to its end: «نائب رئيس مجلس الوزراء وزير الخارجية» and no word of the
// name or the object behind it. A construct chain stays open until a definite noun or a place closes it.

import { isBoundary } from './boundaries.ts'
import { isComma, isDefinite, isGiven, isOfficeWord, lexicon, verbForm } from './lexicon.ts'
import { isSurname, type Known, type Range, readName } from './names.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

const roleWordsMax = 18

/** The offices that begin at a token, each of its own, and where they end. */
export function readRoles(tokens: Token[], at: number, known: Known): { to: number; roles: Range[] } {
  const head = wordAt(tokens, at)
  let standalone = lexicon.standalone.has(head) && !isDefinite(head)
  const roles: Range[] = []
  let start = at
  let closed = closes(tokens, at)
  let to = at + 1
  while (to < tokens.length && to - at < roleWordsMax) {
    const step = roleStep(tokens, to, { closed, standalone, known })
    if (step === null) break
    if (step.newRole) {
      roles.push({ from: start, to })
      start = to
    }
    // «متحدث باسم خدمة …»: behind a preposition the office is a construct like any other.
    if (isPrefixedNoun(wordAt(tokens, to)) || lexicon.prepositions.has(wordAt(tokens, to))) standalone = false
    closed = step.closed
    to = step.to
  }
  roles.push({ from: start, to })
  return { to, roles }
}

type RoleState = { closed: boolean; standalone: boolean; known: Known }
type RoleStep = { to: number; closed: boolean; newRole: boolean } | null

const goTo = (to: number, closed: boolean): RoleStep => ({ to, closed, newRole: false })

function roleStep(tokens: Token[], at: number, state: RoleState): RoleStep {
  if (!isWordAt(tokens, at)) return stepOverMarks(tokens, at)
  const word = wordAt(tokens, at)
  if (stopsRole(tokens, at, state)) return null
  if (lexicon.prepositions.has(word)) return goTo(at + 1, false)
  if (lexicon.places.has(word) || isPrefixedNoun(word)) return goTo(at + 1, lexicon.places.has(word))
  if (lexicon.placeHeads.has(word) && isWordAt(tokens, at + 1)) return goTo(at + 2, true)
  if (isJoined(word)) return coordinates(word.slice(1), state.known) ? goTo(at + 1, closes(tokens, at)) : null
  if (isDefinite(word)) return goTo(at + 1, true)
  return state.closed ? closedStep(tokens, at) : openStep(tokens, at, state)
}

function stopsRole(tokens: Token[], at: number, { closed, known }: RoleState): boolean {
  const word = wordAt(tokens, at)
  if (lexicon.prepositions.has(word)) return !goesOnOver(tokens, at)
  if (closed && isDefinite(word) && lexicon.objects.has(word.slice(2))) return true
  return isBoundary(tokens, at) || lexicon.objects.has(word) || (closed && isKnownSurname(word, known))
}

const isKnownSurname = (word: string, known: Known): boolean => isDefinite(word) && known.endsName(word)

/** Written with و, and no word that begins with it («وزير», «وليد»). */
const isJoined = (word: string): boolean => word.startsWith('و') && !isOfficeWord(word) && !isGiven(word)

/** After «وزير الخارجية» only another office goes on («وزير الخارجية رئيس الوفد»). */
function closedStep(tokens: Token[], at: number): RoleStep {
  const word = wordAt(tokens, at)
  if (lexicon.honorifics.has(wordAt(tokens, at - 1)) && lexicon.honorifics.has(word))
    return goTo(at + 1, true)
  if (isGiven(word) && isSurname(tokens, at + 1)) return null
  return lexicon.roles.has(word) && !verbForm(word) ? { to: at + 1, closed: false, newRole: true } : null
}

/** Inside an open construct: adjectives of an indefinite head, nouns of the office, or the name or noun that ends it. */
function openStep(tokens: Token[], at: number, { standalone, known }: RoleState): RoleStep {
  const word = wordAt(tokens, at)
  const naming = lexicon.namingNouns.has(wordAt(tokens, at - 1))
  if (!naming && isAdjective(word)) return goTo(at + 1, false)
  if (standalone && !lexicon.officeNouns.has(word)) return null
  // «محامية مادسن», «المتحدث باسم ترامب»: in an open construct a name is whose office it is, not who holds it.
  if (isGiven(word) || known.endsName(word)) return goTo(readName(tokens, at, known)?.to ?? at + 1, true)
  if (naming) return goTo(at + 1, true)
  if (isOfficeWord(word)) return goTo(at + 1, false)
  return isAVerb(word) ? null : goTo(at + 1, endsConstruct(tokens, at))
}

/** «تقرير رسمي حصلت عليه»: a verb behind it is no part of an office. */
const isAVerb = (word: string): boolean => verbForm(word) !== undefined || lexicon.events.has(word)

/** Any other noun in the second place of a construct belongs to it and, being a name or the last noun, ends it. */
const endsConstruct = (tokens: Token[], at: number): boolean =>
  tokens[at]?.about.feminine !== true && !/(?:ات|ون|ين)$/.test(wordAt(tokens, at))

/** «تنظيم "…" الإرهابي», «الحلف (الناتو)»: a short name in marks belongs to the body before it. */
function stepOverMarks(tokens: Token[], at: number): RoleStep {
  const word = wordAt(tokens, at)
  if (word === '"') return stepOverQuotation(tokens, at)
  if (word !== '(') return null
  const close = tokens.findIndex((it, index) => index > at && index < at + 6 && it.word === ')')
  return close > 0 && isWordAt(tokens, close + 1) && !isBoundary(tokens, close + 1)
    ? goTo(close + 1, true)
    : null
}

function stepOverQuotation(tokens: Token[], at: number): RoleStep {
  const closing = tokens[at]?.closing ?? -1
  const previous = wordAt(tokens, at - 1)
  if (closing <= at || closing >= tokens.length || closing - at > 9) return null
  const named =
    lexicon.titled.has(previous) ||
    lexicon.organisations.has(previous) ||
    (lexicon.roles.has(previous) && !isDefinite(previous))
  return named ? goTo(closing + 1, true) : null
}

const memberOf = new Set('قيادي مستشار عضو مسوول نايب خبير باحث استاذ محلل ناشط مدير مسوولون'.split(' '))
const institutions = new Set(
  'مجال حزب وزاره ديوان مجلس حركه منظمه جامعه عالم لجنه هييه جيش شركه مركز معهد جهاز شرطه بعثه كليه قطاع شوون مفوضيه اداره مديريه بلديه محافظه ولايه مدينه بنك صندوق جمهوريه مملكه دوله ولايات موسسه جبهه كونغرس برلمان امم اتحاد حكومه سفاره'.split(
    ' ',
  ),
)

/** «عضو في حزب», «القيادي في حركة», «في مجال», «من أجل»: the office goes on over the preposition. */
function goesOnOver(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  const next = wordAt(tokens, at + 1)
  if (word === 'من') return next === 'اجل'
  if (word === 'على') return /^(?:ال)?(?:مشرف|مشرفه|مشرفين|قايم|قايمين)$/.test(wordAt(tokens, at - 1))
  if (word === 'لدي')
    return lexicon.places.has(next) || isOfficeWord(next) || isOfficeWord(wordAt(tokens, at - 1))
  if (word !== 'في' || lexicon.occasions.has(next)) return false
  const previous = wordAt(tokens, at - 1).replace(/^ال/, '')
  return memberOf.has(previous) || lexicon.places.has(next) || institutions.has(next.replace(/^ال/, ''))
}

/** «وزير أوروبا والشؤون الخارجية»: a noun after و goes on with the office; a new office («ووزير النقل») is somebody else's. */
function coordinates(bare: string, known: Known): boolean {
  if (lexicon.roles.has(bare) || verbForm(bare)) return false
  if (isDefinite(bare)) return !known.endsName(bare)
  return lexicon.officeNouns.has(bare) || lexicon.places.has(bare)
}

/** «باسم», «بوزارة», «لشؤون», «لحلف»: a preposition written together with a noun of the office. */
const isPrefixedNoun = (word: string): boolean =>
  /^[بل]/.test(word) && (lexicon.officeNouns.has(word.slice(1)) || lexicon.places.has(word.slice(1)))

function closes(tokens: Token[], at: number): boolean {
  const word = wordAt(tokens, at).replace(/^و(?=ال|لل)/, '')
  return (
    isDefinite(word) ||
    lexicon.places.has(word) ||
    lexicon.honorifics.has(word) ||
    lexicon.honorificPronouns.has(word) ||
    lexicon.possessed.has(word)
  )
}

const isAdjective = (word: string): boolean => lexicon.adjectives.has(word) || isNisba(word)

/** «أميركي», «عسكرية» without article: an adjective of an indefinite office. Given names in -ي are in their own list. */
const isNisba = (word: string): boolean =>
  /.{3,}(?:ي|يه|يون|يين)$/.test(word) && !isGiven(word) && !isDefinite(word)

/** «…، وزير النقل» or «… وزير النقل» behind a name: where the office begins; -1 where none does. */
export function apposedOffice(tokens: Token[], at: number): number {
  const from = at + (isComma(wordAt(tokens, at)) ? 1 : 0)
  const head = wordAt(tokens, from)
  return lexicon.roles.has(head) && !lexicon.honorifics.has(head) ? from : -1
}
