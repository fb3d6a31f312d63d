// Who is who inside one article: names in their several spellings and lengths, the offices that belong to them, and which
// person «ليوكمانوف», «الوزير التشيكي» or «سموه» is. Two people are never made one because an office resembles another.

import type { Span } from '../../language/span.ts'
import { endsCleanly } from './boundaries.ts'
import { isDefinite, isGiven, lexicon } from './lexicon.ts'
import type { Mention } from './mention.ts'
import type { Range } from './names.ts'
import { isSameName, stem, withoutArticle } from './same-name.ts'
import { type Token, wordAt } from './tokens.ts'

type Gender = 'male' | 'female'

export type Entity = {
  kind: Mention['kind']
  /** The fullest form of the name, as written; null for the unnamed and for organisations. */
  name: string | null
  /** The fullest mention, office and name, as written; without an office that follows the name. */
  fullest: string
  /** The longest office with all its parts, as written, forms of address aside. */
  title: string | null
  /** Folded words of the fullest name. */
  words: string[]
  offices: Office[]
  gender: Gender | null
  /** The name ended at a mark or before a preposition somewhere. */
  sure: boolean
  mentions: Span[]
}

/** `text` as written; `words` are stems, the head first. */
type Office = { text: string; words: string[] }

export type Register = { entities: Entity[]; byWord: Map<string, Entity[]>; byHead: Map<string, Entity[]> }

export const emptyRegister = (): Register => ({ entities: [], byWord: new Map(), byHead: new Map() })

/** So many entities back a misspelt name is still looked for. */
const misspeltBackMax = 40

/** Finds whom a mention means, or enters a new entity; the mention's place, name and offices are noted with it. */
export function enter(register: Register, text: string, tokens: Token[], mention: Mention): Entity {
  const found = lookUp(register, text, tokens, mention)
  const place = placeOf(tokens, mention)
  const entity = found ?? create(register, mention, text.slice(place.start, place.end))
  if (entity.mentions.at(-1)?.start !== place.start) entity.mentions.push(place)
  entity.gender ??= genderOf(tokens, mention)
  if (mention.name) learnNamed(register, { text, tokens, mention, name: mention.name }, entity)
  if (mention.name || !found) {
    for (const office of officesOf(text, tokens, mention)) learnOffice(register, entity, office)
    entity.title = ownTitle(entity, longer(titleOf(text, tokens, mention), entity.title))
  }
  return entity
}

type NamedMention = { text: string; tokens: Token[]; mention: Mention; name: Range }

/** A name that ran on into unknown words may have swallowed some: it never replaces one that ended at a mark. */
function learnNamed(register: Register, { text, tokens, mention, name }: NamedMention, entity: Entity): void {
  const sure = endsSurely(tokens, name, entity)
  if (!sure && entity.name !== null) return
  const words = wordsOf(tokens, mention, name)
  // A family name alone tells that the full one ended with it.
  if (words.length === 1 && entity.words.length > 1 && entity.words.at(-1) === words[0]) entity.sure = true
  learnName(register, entity, { words, sure, text: textOf(text, tokens, mention, name) })
  const upToName = textOf(text, tokens, mention, { from: mention.from, to: name.to })
  entity.fullest = longer(upToName, entity.fullest) ?? upToName
}

/** «المتحدث باسم الرئيس فلان» leaves open whose name it is; who is elsewhere «الرئيس فلان» is no spokesman of his own. */
function ownTitle({ offices }: Entity, title: string | null): string | null {
  const spokesman = offices.find((it) => it.text === title && it.words[1] === 'باسم')
  const inner = spokesman?.words[2]
  const held = offices.find((it) => inner !== undefined && it.words[0] === inner)
  return held ? held.text : title
}

const longer = (text: string | null, other: string | null): string | null =>
  (text?.length ?? 0) > (other?.length ?? 0) ? text : other

/** A name surely ends before a mark, after a given name and one more word, or with the family name that the article has alone. */
function endsSurely(tokens: Token[], name: Range, known: Entity): boolean {
  const last = wordAt(tokens, name.to - 1)
  if (endsCleanly(tokens, name.to) || (known.sure && last === known.words.at(-1))) return true
  return name.to - name.from === 2 && isGiven(wordAt(tokens, name.from)) && !lexicon.particles.has(last)
}

/** Whom a mention means among those already entered. */
export function lookUp(
  register: Register,
  text: string,
  tokens: Token[],
  mention: Mention,
): Entity | undefined {
  const { start } = placeOf(tokens, mention)
  if (mention.name) return byName(register, wordsOf(tokens, mention, mention.name), start)
  const head = wordAt(tokens, mention.from)
  // «مسؤول في …» without article is some official, and nobody who was named.
  if (lexicon.standalone.has(head) && !isDefinite(head)) {
    const same = textOf(text, tokens, mention, mention)
    return register.entities.find((it) => it.name === null && it.fullest === same)
  }
  return byOffice(register, officesOf(text, tokens, mention), { kind: mention.kind, start })
}

/** An entity of its own that the register does not keep. */
export function detached(text: string, tokens: Token[], mention: Mention): Entity {
  return enter(emptyRegister(), text, tokens, mention)
}

/** The entity that a name means: one whose name holds all its words, the one mentioned last before a place in the text first. */
function byName(register: Register, words: string[], start: number): Entity | undefined {
  const surname = words.at(-1) ?? ''
  const candidates = (register.byWord.get(withoutArticle(surname)) ?? []).filter((it) =>
    isSameName(it.words, words),
  )
  if (candidates.length > 0) return latest(candidates, start)
  return latest(
    register.entities.slice(-misspeltBackMax).filter((it) => it.name !== null && isSameName(it.words, words)),
    start,
  )
}

/** The entity whose office a phrase without a name means. */
function byOffice(
  register: Register,
  offices: Office[],
  { kind, start }: { kind: Mention['kind']; start: number },
): Entity | undefined {
  const office = offices[0]
  const head = office?.words[0]
  if (!office || !head) return undefined
  const candidates = (register.byHead.get(head) ?? []).filter(
    (it) => (kind === 'organisation') === (it.kind === 'organisation'),
  )
  const exact = candidates.filter((it) =>
    it.offices.some((held) => held.words.length === office.words.length && holds(held, office)),
  )
  return (
    latest(exact, start) ??
    latest(
      candidates.filter((it) => it.offices.some((held) => holds(held, office))),
      start,
    )
  )
}

/** The office of a mention with all its parts («نائب رئيس مجلس الوزراء وزير الخارجية»); null where it has only a form of address. */
export function titleOf(text: string, tokens: Token[], mention: Mention): string | null {
  const offices = mention.roles.filter((part) => !isAddress(tokens, mention, part))
  const first = offices[0]
  const last = offices.at(-1)
  if (!first || !last) return null
  // «مدير المستشفى الدكتور»: the form of address belongs to the name behind it.
  let { to } = last
  while (to > first.from + 1 && lexicon.honorifics.has(wordAt(tokens, to - 1))) to--
  return textOf(text, tokens, mention, { from: first.from, to })
}

const isAddress = (tokens: Token[], mention: Mention, part: Range): boolean =>
  wordsOf(tokens, mention, part).every(
    (word) => lexicon.honorifics.has(word) || lexicon.honorificPronouns.has(word),
  )

/** A mention's place, without a letter written before it. */
const placeOf = (tokens: Token[], mention: Mention): Span => spanIn(tokens, mention, mention)

/** The text of a part of a mention, as written. */
export function textOf(text: string, tokens: Token[], mention: Mention, part: Range): string {
  const { start, end } = spanIn(tokens, mention, part)
  return text.slice(start, end)
}

function spanIn(tokens: Token[], mention: Mention, part: Range): Span {
  const skipped = mention.prefixed === true && part.from === mention.from ? 1 : 0
  return { start: (tokens[part.from]?.start ?? 0) + skipped, end: tokens[part.to - 1]?.end ?? 0 }
}

function wordsOf(tokens: Token[], mention: Mention, part: Range): string[] {
  const words = tokens
    .slice(part.from, part.to)
    .filter((it) => it.isWord)
    .map((it) => it.word)
  if (mention.prefixed === true && part.from === mention.from) words[0] = words[0]?.slice(1) ?? ''
  return words
}

const officesOf = (text: string, tokens: Token[], mention: Mention): Office[] =>
  mention.roles.map((part) => ({
    text: textOf(text, tokens, mention, part),
    words: wordsOf(tokens, mention, part)
      .filter((word) => !lexicon.prepositions.has(word))
      .map(stem),
  }))

function create(register: Register, { kind, name }: Mention, written: string): Entity {
  const fullest = name ? '' : written
  const entity: Entity = {
    kind,
    name: null,
    fullest,
    title: null,
    words: [],
    offices: [],
    gender: null,
    sure: false,
    mentions: [],
  }
  register.entities.push(entity)
  return entity
}

function learnName(
  register: Register,
  entity: Entity,
  { words, sure, text }: { words: string[]; sure: boolean; text: string },
): void {
  const more = words.length - entity.words.length
  // «#فلان_الفلاني» is as full as «فلان الفلاني», and harder to read.
  const plainer = more === 0 && entity.name?.includes('_') === true && !text.includes('_')
  const better = sure === entity.sure ? more > 0 || plainer : sure
  if (entity.name !== null && !better) return
  entity.sure = sure
  entity.name = text
  entity.words = words
  entity.kind = 'person'
  for (const word of words) note(register.byWord, withoutArticle(word), entity)
}

function learnOffice(register: Register, entity: Entity, office: Office): void {
  const head = office.words[0]
  if (!head || entity.offices.some((held) => held.text === office.text)) return
  entity.offices.push(office)
  note(register.byHead, head, entity)
}

function note(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const entries = index.get(key)
  if (!entries) index.set(key, [entity])
  else if (!entries.includes(entity)) entries.push(entity)
}

/** The one mentioned last before a place, else the one mentioned first after it. */
function latest(entities: Entity[], start: number): Entity | undefined {
  let found: Entity | undefined
  let best = Number.NEGATIVE_INFINITY
  for (const it of entities) {
    const seen = lastBefore(it.mentions, start)
    if (seen < best) continue
    best = seen
    found = it
  }
  return found
}

/** Where the last mention before a place begins; for one that comes only later, how far away it is, below zero. */
function lastBefore(mentions: Span[], start: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return mentions[low - 1]?.start ?? start - (mentions[0]?.start ?? start) - 1
}

/** An office asked for is held when its head is the same and its other words are all in the held one. */
const holds = (held: Office, asked: Office): boolean =>
  held.words[0] === asked.words[0] && asked.words.every((word) => held.words.includes(word))

function genderOf(tokens: Token[], mention: Mention): Gender | null {
  const first = mention.name ? wordAt(tokens, mention.name.from) : ''
  if (lexicon.female.has(first) || first === 'ام') return 'female'
  if (/^اب[ويا]$/.test(first)) return 'male'
  const heads = mention.roles
    .map((part) => tokens[part.from])
    .filter((it) => it && !/^(?:سمو|جلال|فخام|معالي|سعاد|سماح|فضيل|دول)/.test(it.word))
  if (heads.some((it) => it?.about.feminine === true)) return 'female'
  return heads.length > 0 || lexicon.male.has(first) ? 'male' : (mention.gender ?? null)
}
