// Reads who is meant at one place of a sentence: an office and a name in either order, an organisation, or an unnamed
// source, and where that phrase ends. A name must not swallow what follows it, nor an office the name of another.

import { endsCleanly, isBoundary, startsRole } from './boundaries.ts'
import { isComma, isGiven, lexicon } from './lexicon.ts'
import { isSurname, type Known, type Range, readName, startsName } from './names.ts'
import { apposedOffice, readRoles } from './offices.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'
import { wordOf } from './words.ts'

export type Mention = Range & {
  name: Range | null
  /** Each office of its own («نائب رئيس مجلس الوزراء» and «وزير الخارجية» are two), as they stand. */
  roles: Range[]
  kind: 'person' | 'organisation' | 'unnamed'
  /** The first token has one letter before the mention («وبيسكوف», «لوزير»). */
  prefixed?: boolean
  /** As the verb that it is the subject of tells («قالت»). */
  gender?: 'male' | 'female'
  /** Whom an unnamed one speaks or works for, where the phrase ends with that name: «متحدث باسم الرئيس … فلان». */
  serves?: Mention
}

const otherWordsMax = 8

/** The mention that begins at a token, or null where none can begin. */
export function readMention(tokens: Token[], at: number, known: Known): Mention | null {
  if (!isWordAt(tokens, at)) return null
  const word = wordAt(tokens, at)
  // «أمير الكناني»: the given name, not the office.
  const given = isOwnerByName(tokens, at) || (isGiven(word) && isSurname(tokens, at + 1))
  if (startsRole(tokens, at) && !given) return readOffice(tokens, at, known)
  if (startsName(tokens, at, known)) return readNamed(tokens, at, known)
  if (isBoundary(tokens, at) && !lexicon.quantifiers.has(word)) return null
  return withName(tokens, unnamed(at, readOther(tokens, at)), known)
}

/** «الدولي السابق، هاني عوض، …»: a definite noun and, between commas, the name of the one it means. */
function withName(tokens: Token[], mention: Mention | null, known: Known): Mention | null {
  if (!mention || !isComma(wordAt(tokens, mention.to)) || tokens[mention.from]?.about.isDefinite !== true)
    return mention
  if (!isGiven(wordAt(tokens, mention.to + 1))) return mention
  const name = readName(tokens, mention.to + 1, known)
  return name && name.to - name.from > 1 && isComma(wordAt(tokens, name.to))
    ? { ...mention, to: name.to, name, kind: 'person' }
    : mention
}

/** «ووزير النقل», «وبيسكوف», «لبيسكوف»: the mention without the letter before it, if that makes one. */
export function readPrefixed(tokens: Token[], at: number, known: Known): Mention | null {
  const token = tokens[at]
  if (!token || token.about.bare === '') return null
  const about = wordOf(token.about.bare)
  if (!known.endsName(about.word) && !about.isGiven && !about.isHead) return null
  const rest = { ...token, word: about.word, about, start: token.start + 1 }
  const mention = readMention(tokens.with(at, rest), at, known)
  return mention && { ...mention, prefixed: true }
}

/** «مالك العبدلي» is called so; «مالك المطعم» owns something. */
const isOwnerByName = (tokens: Token[], at: number): boolean =>
  wordAt(tokens, at) === 'مالك' && !lexicon.organisations.has(wordAt(tokens, at + 1))

function unnamed(from: number, to: number): Mention | null {
  return to > from ? { from, to, name: null, roles: [], kind: 'unnamed' } : null
}

function readOffice(tokens: Token[], at: number, known: Known): Mention {
  const { to, roles } = readRoles(tokens, at, known)
  const head = wordAt(tokens, at)
  const bare: Mention = {
    from: at,
    to,
    name: null,
    roles,
    kind: isOrganisation(head) ? 'organisation' : 'unnamed',
  }
  if (isOrganisation(head) || lexicon.honorificPronouns.has(head) || lexicon.sources.has(head)) return bare
  const name = holderOf(tokens, to, known)
  if (!name) return bare
  const served = servedOffice(tokens, bare)
  if (served !== undefined) {
    const serves = readMention(tokens, served, known)
    return { ...bare, to: name.to, ...(serves?.kind === 'person' ? { serves } : {}) }
  }
  const named: Mention = { ...bare, to: name.to, name, kind: 'person' }
  return name.from === to ? withApposition(tokens, named, known) : named
}

/** The name behind an office that ends at a token. */
function holderOf(tokens: Token[], to: number, known: Known): Range | null {
  const direct = readName(tokens, to, known)
  if (direct && isLikely(tokens, direct, known)) return direct
  // «المتحدث باسم الكرملين، دميتري بيسكوف،»: a name between an office and a boundary is its holder's.
  const apposed = isComma(wordAt(tokens, to)) ? readName(tokens, afterAddress(tokens, to + 1), known) : null
  return apposed && endsCleanly(tokens, apposed.to) ? apposed : null
}

/** Who speaks or acts for somebody else. */
const servants = new Set(
  'متحدث متحدثه ناطق ناطقه مستشار مستشاره مساعد مساعده معاون معاونه مبعوث مبعوثه سكرتير محام محاميه'.split(
    ' ',
  ),
)

/**
 * «متحدث باسم الرئيس …», «مستشار للرئيس …»: where the office of somebody stands that an unnamed one serves. A name behind it is that somebody's: it is
 * definite, and cannot stand beside a noun without article. Of «المتحدث باسم الرئيس فلان» the grammar does not tell, and a body («باسم الكرملين») has no
 * name of a person.
 */
function servedOffice(tokens: Token[], { from, to }: Range): number | undefined {
  if (!servants.has(wordAt(tokens, from))) return undefined
  for (let at = from + 1; at < to; at++) {
    const [before, word] = [wordAt(tokens, at - 1), wordAt(tokens, at)]
    const isServed = before === 'باسم' || before === 'بلسان' || before === 'عن' || word.startsWith('لل')
    if (isServed) return heldByOne.has(word.replace(/^(?:لل|ال)/, '')) ? at : undefined
  }
  return undefined
}

/** Offices that one person holds, without the article. */
const heldByOne = new Set(
  'رييس رييسه وزير وزيره مستشار مستشاره ملك ملكه امير اميره ولي امين امينه زعيم زعيمه حاكم محافظ مرشد سلطان امبراطور بابا عاهل نايب نايبه سيناتور مرشح مرشحه مفوض مفوضه قايد مدير مديره'.split(
    ' ',
  ),
)

/** Over «المهندس», «الدكتور» before a name. */
function afterAddress(tokens: Token[], at: number): number {
  let to = at
  while (lexicon.honorifics.has(wordAt(tokens, to))) to++
  return to
}

const isOrganisation = (head: string): boolean =>
  lexicon.organisations.has(head) && !lexicon.roles.has(head) && !lexicon.standalone.has(head)

/** A single unknown word behind an office is a name only where something ends it. */
const isLikely = (tokens: Token[], name: Range, known: Known): boolean =>
  name.to - name.from > 1 || endsCleanly(tokens, name.to) || known.endsName(wordAt(tokens, name.from))

function readNamed(tokens: Token[], at: number, known: Known): Mention | null {
  const name = readName(tokens, at, known)
  if (!name) return null
  if (name.to - name.from === 1 && isCommon(wordAt(tokens, at), known))
    return unnamed(at, Math.max(name.to, readOther(tokens, at)))
  return withApposition(tokens, { ...name, name, roles: [], kind: 'person' }, known)
}

/** «خبراء», «تصريحاته»; «مؤيدون», «مؤيدو», «بتشجيع» if they stand only once, as foreign names end and begin so too («بوتين»). */
function isCommon(word: string, known: Known): boolean {
  if (isGiven(word) || known.endsName(word)) return false
  if (/(?:اء|ات|ه|ها|هم|هما)$/.test(word)) return true
  return /(?:ون|ين|.{3}و)$|^ب.{4}/.test(word) && known.together(word, '').alone < 2
}

/** «…، وزير النقل» or «… وزير النقل» after a name; honorifics before the name are no office, so one may still follow. */
function withApposition(tokens: Token[], mention: Mention, known: Known): Mention {
  const isOffice = (role: Range): boolean =>
    !lexicon.honorifics.has(wordAt(tokens, role.from)) || role.to - role.from > 2
  if (mention.roles.some(isOffice)) return mention
  const at = apposedOffice(tokens, mention.to)
  if (at < 0) return mention
  const { to, roles } = readRoles(tokens, at, known)
  // A second person's office («التقى فلان وزير … فلانا») is followed by his name; after a comma only a boundary ends it.
  if (at === mention.to && readName(tokens, to, known)) return mention
  return { ...mention, to, roles: [...mention.roles, ...roles] }
}

/** Some other noun phrase («معظم المراقبين», «المفتي»): up to the next boundary. */
function readOther(tokens: Token[], at: number): number {
  if (lexicon.places.has(wordAt(tokens, at))) return afterPlace(tokens, at)
  let to = at
  if (lexicon.quantifiers.has(wordAt(tokens, at))) to += wordAt(tokens, at + 1) === 'من' ? 2 : 1
  while (to < tokens.length && to - at < otherWordsMax && !isBoundary(tokens, to)) {
    if (to > at && (lexicon.objects.has(wordAt(tokens, to)) || lexicon.occasions.has(wordAt(tokens, to))))
      break
    to++
  }
  return to
}

/** «كوريا الجنوبية», «الولايات المتحدة»: a place and its adjectives; what stands behind is no part of it. */
function afterPlace(tokens: Token[], at: number): number {
  let to = at + 1
  while (/^ال(?:.+(?:ي|يه)|متحده|عظمي)$/.test(wordAt(tokens, to))) to++
  return to
}
