// Takes Arabic noun phrases apart: «الاتهامات ضد روسيا بشن هجمات إلكترونية», «تصريحات الوزير التشيكي والرئيس الفرنسي». A phrase is read only as far as
// every word of it is known.

import type { Reading } from '../language/glossary-reader.ts'
import { fold } from '../language/normalise.ts'
import { frames, hostile, lightDeeds } from './frames.data.ts'
import {
  followsOn,
  headWord,
  isNoun,
  isQuality,
  kindOf,
  type Link,
  nameAt,
  phraseOf,
  type Phrase,
  type Source,
} from './phrase.ts'

/** Deeper phrases than this are not read on; news has three or four. */
const depthMax = 6

const functionWords = new Set(
  `في من الي على علي عن مع ضد بين حول بشان بخصوص منذ قبل بعد خلال عبر حتي حيث ان انه انها لكن لكنها لكنه بل او ام ثم التي الذي الذين اللذين اللتين ما لا لم لن
  قد تم تمت يتم كان كانت يكون تكون هو هي هم هذا هذه ذلك تلك كما لدي امام تحت فوق دون غير ليس ليست اذا اثناء بسبب ضمن نحو كثيرا ايضا`.split(
    /\s+/,
  ),
)

/** The noun phrase that begins at a word, as long as it is known; undefined where none begins. */
export function readArabicPhrase(source: Source, at: number, depth = 0): Phrase | undefined {
  if (depth > depthMax) return undefined
  const core = readCore(source, at, depth)
  if (!core) return undefined
  return withLinks(source, core, depth)
}

/** A noun with its adjectives and its genitive; a name; an office and the one who holds it. */
function readCore(source: Source, at: number, depth: number): Phrase | undefined {
  const name = nameAt(source, at)
  if (name) return phraseOf({ name: name.named.name }, at, name.to)
  const found = source.readings(at).find(isNoun)
  if (!found || isRatherQuality(source, at, found)) return undefined
  const head = { ...found, plural: found.plural || countsMany(source.words[at - 1]?.folded ?? '') }
  const phrase = phraseOf(head, at, at + head.length)
  readQualities(source, phrase)
  if (mayHaveGenitive(phrase)) readGenitive(source, phrase, depth)
  readHolder(source, phrase)
  phrase.open = phrase.of?.open === true || isOpen(source, phrase)
  return phrase
}

/** «الاقتصادية» after a word that isn't known is an adjective of that word, no economist. */
function isRatherQuality(source: Source, at: number, { term, length, feminine, joined }: Reading): boolean {
  if (term.kind !== 'person' || !source.readings(at).some((it) => isQuality(it) && it.length === length))
    return false
  const before = source.words[at - 1]?.folded
  return feminine || (!joined && before !== undefined && followsOn(source, at) && !functionWords.has(before))
}

/** «180 عاملا»: after a number above ten the noun stands in the singular. */
const countsMany = (word: string): boolean =>
  /^(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين)$/.test(word) || Number(word) > 2

function readQualities(source: Source, phrase: Phrase): void {
  while (followsOn(source, phrase.to)) {
    const readings = source.readings(phrase.to)
    const noun = readings.find(isNoun)
    const quality = readings.find(
      (it) =>
        it.length >= (noun?.length ?? 0) &&
        // «مدرب منتخب …» has a team, not an election.
        (it.definite || noun?.term.kind !== 'thing') &&
        isQuality(it) &&
        !it.joined &&
        it.preposition === '' &&
        !it.owned &&
        mayQualify(it, phrase),
    )
    if (!quality) return
    phrase.qualities.push(quality)
    phrase.to += quality.length
  }
}

function mayQualify(quality: Reading, { head }: Phrase): boolean {
  if (!('term' in head) || head.term.kind === 'place') return false
  // «الرئيس فرنسي» is a sentence; names and phrases of the list carry their article inside.
  const isDefinite = head.definite || head.owned
  if (isDefinite !== quality.definite && head.length === 1) return false
  return agree(quality, head)
}

/** A plural of things is feminine to Arabic; a dual or a plural of people is not told apart here. */
function agree(quality: Reading, head: Reading): boolean {
  if (head.term.kind === 'person') return true
  if (head.plural) return quality.feminine || quality.plural
  return head.term.kind === 'name' || quality.feminine === head.feminine || quality.plural
}

function mayHaveGenitive({ head, qualities }: Phrase): boolean {
  return (
    'term' in head && !head.definite && !head.owned && qualities.length === 0 && head.term.kind !== 'place'
  )
}

function readGenitive(source: Source, phrase: Phrase, depth: number): void {
  if (!followsOn(source, phrase.to)) return
  const isName = nameAt(source, phrase.to) !== undefined
  const next = source.readings(phrase.to).find(isNoun)
  if (!isName && (!next || next.joined || next.preposition !== '')) return
  const of = readCore(source, phrase.to, depth + 1)
  if (!of) return
  phrase.of = of
  phrase.to = of.to
  takeBack(phrase, of)
}

/** «مدير الشركة السابق»: an adjective that can't be the genitive's own belongs to the noun before it. */
function takeBack(phrase: Phrase, of: Phrase): void {
  const head = phrase.head
  if (!('term' in head) || !('term' in of.head)) return
  const own = of.head
  const foreign = of.qualities.findIndex((it) => !agree(it, own))
  if (foreign === -1) return
  phrase.qualities.push(...of.qualities.splice(foreign))
}

/** The office's holder: «الوزير التشيكي» by what the article says elsewhere, «الوزير مارتن كوبكا» by what follows. */
function readHolder(source: Source, phrase: Phrase): void {
  if (kindOf(phrase) !== 'person') return
  const after =
    followsOn(source, phrase.to) || isComma(source, phrase.to) ? nameAt(source, phrase.to) : undefined
  if (after) {
    phrase.person = { name: after.named.name, isWritten: true }
    phrase.to = after.to
    return
  }
  const end = source.words[phrase.to - 1]?.end
  const start = source.words[phrase.from]
  const office = source.names.find(
    (it) =>
      it.isOffice && it.end === end && start !== undefined && start.start <= it.start && it.start < start.end,
  )
  if (office) phrase.person = { name: office.name, isWritten: false }
}

const isComma = ({ words }: Source, at: number): boolean => /^\s*[،,]\s*$/u.test(words[at]?.mark ?? '')

/** Whether the next word, unknown, may belong to the phrase: an adjective, or the genitive of a noun that waits for one. */
function isOpen(source: Source, phrase: Phrase): boolean {
  const next = source.words[phrase.to]
  if (!next || !followsOn(source, phrase.to)) return false
  if (functionWords.has(next.folded) || /\p{Nd}/u.test(next.folded)) return false
  const known = source.readings(phrase.to)
  if (known.length > 0)
    return known.every((it) => it.preposition === '' && !it.joined && isNoun(it)) && mayHaveGenitive(phrase)
  if (/^[وف]?[بلك]?ال/.test(next.folded)) return !/^[وف]/.test(next.folded)
  return mayHaveGenitive(phrase) && !/^(?:[وفبلس]|[يت]\p{L}{3})/u.test(next.folded)
}

const prepositions: Readonly<Record<string, Link>> = {
  ضد: 'against',
  مع: 'with',
  بين: 'between',
  حول: 'about',
  بشان: 'about',
  بخصوص: 'about',
  عن: 'about',
  في: 'in',
  من: 'from',
  الي: 'to',
  علي: 'on',
}

function withLinks(source: Source, phrase: Phrase, depth: number): Phrase {
  let at = phrase.to
  while (!phrase.open && at < source.words.length) {
    const found = readLink(source, phrase, { at, depth }) ?? readCoordinate(source, phrase, { at, depth })
    if (!found) break
    phrase.to = found.to
    at = found.to
    if (found.open) break
  }
  return phrase
}

type Place = { at: number; depth: number }

function readLink(source: Source, phrase: Phrase, { at, depth }: Place): Phrase | undefined {
  if (!followsOn(source, at) && !isComma(source, at)) return undefined
  const found = linkAt(source, phrase, at)
  if (!found) return undefined
  const linked =
    found.link === 'between' ? readPair(source, found.at, depth) : readCore(source, found.at, depth + 1)
  if (!linked || !fits(found.link, phrase, linked)) return undefined
  phrase.links.push({ link: found.link, phrase: linked })
  phrase.open ||= linked.open
  return linked
}

/** A preposition of its own, or one letter joined to the word; `at` is where the noun begins (its reading leaves the letter out). */
function linkAt(source: Source, phrase: Phrase, at: number): { link: Link; at: number } | undefined {
  const word = source.words[at]
  if (!word || kindOf(phrase) === undefined || kindOf(phrase) === 'place') return undefined
  const frame = frameOf(phrase)
  const own = Object.entries(frame).find(([key]) => key.length > 1 && fold(key) === word.folded)
  const link = own?.[1] ?? prepositions[word.folded]
  if (link !== undefined) return { link, at: at + 1 }
  const letter = /^[بل]/.exec(word.folded)?.[0]
  const joined = letter === undefined ? undefined : frame[letter]
  if (joined === undefined) return undefined
  const isLight = lightDeeds.has(word.folded.slice(1).replace(/^ل(?=\p{L}{4})/u, 'ال'))
  if (isLight) return { link: joined, at: at + 1 }
  return source.readings(at).some((it) => isNoun(it) && it.preposition === letter)
    ? { link: joined, at }
    : undefined
}

const frameOf = (phrase: Phrase): { [preposition: string]: Link } => frames[headWord(phrase)] ?? {}

/** In, from and to are kept for places: «من» and «في» mean too much else. */
function fits(link: Link, phrase: Phrase, linked: Phrase): boolean {
  const kind = kindOf(linked)
  if (link === 'in') return kind === 'place' || (headWord(linked) === 'field' && linked.of !== undefined)
  if (link === 'to' || link === 'from')
    return (
      kind === 'place' || kind === 'name' || frameOf(phrase)['من'] === link || frameOf(phrase)['ل'] === link
    )
  if (link === 'on') return hostile.has(headWord(phrase))
  return true
}

/** «بين روسيا وأوكرانيا»: two, or nothing. */
function readPair(source: Source, at: number, depth: number): Phrase | undefined {
  const first = readCore(source, at, depth + 1)
  if (!first || first.open) return undefined
  const second = readCoordinate(source, first, { at: first.to, depth })
  if (!second) return undefined
  first.to = second.to
  return first
}

/** «والرئيس الفرنسي»: on the same level, or inside the genitive («تصريحات الوزير … والرئيس …») where both are people. */
function readCoordinate(source: Source, phrase: Phrase, { at, depth }: Place): Phrase | undefined {
  if (!followsOn(source, at)) return undefined
  const isJoined =
    isJoinedName(source, at) ||
    source.readings(at).some((it) => isNoun(it) && it.joined && it.preposition === '')
  if (!isJoined) return undefined
  const next = readCore(source, at, depth + 1)
  if (!next) return undefined
  const inner = phrase.of
  if (inner && isSomebody(inner) && isSomebody(next)) inner.and.push(next)
  else if (sameSort(phrase, next)) phrase.and.push(next)
  else return undefined
  return next
}

const isJoinedName = (source: Source, at: number): boolean =>
  nameAt(source, at) !== undefined && /^[وف]/.test(source.words[at]?.folded ?? '')

const isSomebody = (phrase: Phrase): boolean => !('term' in phrase.head) || phrase.head.term.kind === 'person'

const sameSort = (one: Phrase, two: Phrase): boolean =>
  (isSomebody(one) && isSomebody(two)) || (kindOf(one) !== undefined && kindOf(one) === kindOf(two))
