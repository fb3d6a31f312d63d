// One matcher for names of people in Arabic, Latin and Cyrillic script and Arabizi: which of these names is meant?
// Pure and fast: ten thousand names are indexed by coarse sound keys, and only those that share a key are compared.

import { fold } from '../language/normalise.ts'
import { remembered } from '../language/remembered.ts'
import { spellingsOfFigure } from './figures.ts'
import { aligned, jointShift, tokenSimilarity, type TokenSimilarity } from './similarity.ts'
import { parseName, type NameToken, type ParsedName } from './tokens.ts'

/** Names made ready for many queries. */
export type PreparedNames = {
  names: readonly string[]
  /** Every spelling to compare, with the index of the name that it belongs to. */
  parsed: readonly { name: ParsedName; index: number }[]
  /** Different words (and joined neighbours) of all names, by key. */
  byKey: ReadonlyMap<string, readonly NameToken[]>
  /** Which spellings hold a word, by the word's id. */
  holders: ReadonlyMap<string, readonly number[]>
}

export type RankedName = { name: string; score: number }

/** From here on a name is taken to be the one asked for. */
export const acceptScore = 0.66
/** From here on two full names may be merged without asking. */
export const sameScore = 0.8
/** A stripped clitic is a guess, so it costs a little. */
const cliticCost = 0.05
/** A name is compared as a whole only where one of its words is this close to a word of the query. */
const worthComparing = 0.45
/** So many names are compared as a whole, those with the likest words. */
const mostCompared = 200
/** So many of them are judged by the joint model: the right one is hardly ever further down. */
const mostJudged = 25

/** Indexes names; the order of `names` breaks ties. */
export function prepareNames(names: readonly string[]): PreparedNames {
  const parsed = names.flatMap((name, index) =>
    spellings(name).map((spelling) => ({ name: spelling, index })),
  )
  const byKey = new Map<string, NameToken[]>()
  const holders = new Map<string, number[]>()
  parsed.forEach(({ name }, place) => {
    for (const token of [...name.tokens, ...name.joins]) {
      const held = holders.get(token.id)
      if (held) {
        held.push(place)
        continue
      }
      holders.set(token.id, [place])
      for (const key of token.keys) listIn(byKey, key).push(token)
    }
  })
  return { names, parsed, byKey, holders }
}

function listIn(lists: Map<string, NameToken[]>, key: string): NameToken[] {
  const list = lists.get(key)
  if (list) return list
  const made: NameToken[] = []
  lists.set(key, made)
  return made
}

/**
 * The names most like `query`, best first, scores 0 to 1; `acceptScore` tells a match. A preposition or conjunction in
 * front of an Arabic name (لبيسكوف) is taken off only where the name as it stands finds nothing.
 */
export function rankNames(query: string, among: PreparedNames, limit = 10): RankedName[] {
  const scores = scoresOf(parseName(query), among)
  const best = Math.max(0, ...scores.values())
  if (best < acceptScore) {
    for (const bare of withoutClitic(query)) {
      for (const [index, score] of scoresOf(parseName(bare), among)) {
        scores.set(index, Math.max(scores.get(index) ?? 0, score - cliticCost))
      }
    }
  }
  return [...scores]
    .filter(([, score]) => score > 0)
    .toSorted(([one, high], [other, low]) => low - high || one - other)
    .slice(0, limit)
    .map(([index, score]) => ({ name: among.names[index] ?? '', score }))
}

/** How alike two names are, 0 to 1, whatever their scripts. */
export function nameSimilarity(one: string, other: string): number {
  let best = 0
  for (const left of spellings(one)) {
    for (const right of spellings(other)) best = Math.max(best, aligned(left, right, tokenSimilarity))
  }
  return best
}

/** Whether two names are one person's beyond doubt: both full names, first names agreeing. */
export const isSameName = (one: string, other: string): boolean => sameNames(`${one}\0${other}`)

/** The news names the same people again and again; a pair is one key, with a NUL between. */
const pairsKept = 50_000
const sameNames = remembered((pair) => areOne(...namesOf(pair)), pairsKept)
const sameSurnames = remembered((pair) => shareSurname(...namesOf(pair)), pairsKept)

function namesOf(pair: string): [string, string] {
  const at = pair.indexOf('\0')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

function areOne(one: string, other: string): boolean {
  const [left, right] = [parseName(one), parseName(other)]
  if (left.tokens.length < 2 || right.tokens.length < 2) return fold(one).trim() === fold(other).trim()
  return nameSimilarity(one, other) >= sameScore
}

/** A surname in the two scripts is surely one from here on. */
const sameSurname = 0.8
/** In one script, outlets spell a surname nearly alike. */
const sameSurnameSpelled = 0.93

/**
 * Whether one of the names is a surname alone that the other has too. A father's name (بن سلمان) is nobody's surname.
 * It says nothing about whether the two are one person.
 */
export const isSameSurname = (one: string, other: string): boolean => sameSurnames(`${one}\0${other}`)

function shareSurname(one: string, other: string): boolean {
  const [left, right] = [spellings(one), spellings(other)]
  return left.some((mine) => right.some((theirs) => surnamesMeet(mine, theirs)))
}

function surnamesMeet(one: ParsedName, other: ParsedName): boolean {
  const [mine, theirs] = [one.tokens.at(-1), other.tokens.at(-1)]
  if (!mine || !theirs || (one.tokens.length > 1 && other.tokens.length > 1)) return false
  if (one.tokens.length !== other.tokens.length && (isFathersName(mine) || isFathersName(theirs)))
    return false
  const least = mine.forms[0]?.script === theirs.forms[0]?.script ? sameSurnameSpelled : sameSurname
  if (tokenSimilarity(mine, theirs) >= least) return true
  const joined = [one.joins.at(-1), other.joins.at(-1)]
  return joined.some(
    (join, at) => join !== undefined && tokenSimilarity(join, at === 0 ? theirs : mine) >= least,
  )
}

const isFathersName = ({ forms }: NameToken): boolean =>
  forms.length > 1 && /^(?:بن|bin|ibn)/.test(forms[1]?.letters ?? '')

/** The query without و ف ب ل ك before its first word; empty for other scripts. Both readings of «وال…» come out. */
export function withoutClitic(query: string): string[] {
  const trimmed = query.trim()
  const readings: string[] = []
  if (/^[وف]?لل[\u0621-\u064a]{3}/.test(trimmed)) readings.push(trimmed.replace(/^[وف]?لل/, 'ال'))
  if (/^[وفبلك][\u0621-\u064a]{3}/.test(trimmed)) readings.push(trimmed.slice(1))
  if (/^[وف][بلك][\u0621-\u064a]{3}/.test(trimmed)) readings.push(trimmed.slice(2))
  return readings
}

function scoresOf(query: ParsedName, among: PreparedNames): Map<number, number> {
  const known = new Map<string, number>()
  const similar: TokenSimilarity = (one, other) => {
    const pair = one.id < other.id ? `${one.id}|${other.id}` : `${other.id}|${one.id}`
    let similarity = known.get(pair)
    if (similarity === undefined) {
      similarity = tokenSimilarity(one, other)
      known.set(pair, similarity)
    }
    return similarity
  }
  const evidence = new Map<number, number>()
  for (const token of [...query.tokens, ...query.joins]) {
    const facing = new Set(token.keys.flatMap((key) => among.byKey.get(key) ?? []))
    for (const other of facing) {
      const similarity = similar(token, other)
      if (similarity < worthComparing) continue
      for (const place of among.holders.get(other.id) ?? []) {
        evidence.set(place, (evidence.get(place) ?? 0) + similarity * token.weight)
      }
    }
  }
  const compared = strongest(evidence)
    .flatMap((place) => {
      const spelling = among.parsed[place]
      return spelling ? [{ ...spelling, score: aligned(query, spelling.name, similar) }] : []
    })
    .toSorted((one, other) => other.score - one.score)
  const scores = new Map<number, number>()
  const note = (index: number, score: number) => scores.set(index, Math.max(scores.get(index) ?? 0, score))
  // The best are looked at again, closer; none of the rest passes the last of them.
  let least = 1
  for (const { name, index, score } of compared.slice(0, mostJudged)) {
    const judged = weighed(score, jointShift(query, name, similar))
    least = Math.min(least, judged)
    note(index, judged)
  }
  for (const { index, score } of compared.slice(mostJudged)) note(index, Math.min(score, least))
  return scores
}

/** Names that are only just accepted keep their order in this narrow band. */
const justAccepted = acceptScore + 0.02
/** Above this a score grows ever more slowly, so that the order of near-certain ones is kept below 1. */
const nearlySure = 0.9

/** A score with the joint model heard too: that tells the better of several, and never refuses what was accepted without it. */
function weighed(score: number, shift: number): number {
  const moved = score + shift
  if (score >= acceptScore && moved < justAccepted)
    return acceptScore + ((justAccepted - acceptScore) * Math.max(0, moved)) / justAccepted
  if (moved <= nearlySure) return Math.max(0, moved)
  return 1 - (1 - nearlySure) * Math.exp((nearlySure - moved) / (1 - nearlySure))
}

function strongest(evidence: ReadonlyMap<number, number>): number[] {
  const places = [...evidence.keys()]
  if (places.length <= mostCompared) return places
  return places.toSorted((a, b) => (evidence.get(b) ?? 0) - (evidence.get(a) ?? 0)).slice(0, mostCompared)
}

/** A name as written and, for a figure of the table, as others write it. */
function spellings(name: string): ParsedName[] {
  const written = parseName(name)
  return [written, ...spellingsOfFigure(name).map(parseName)]
}
