// How alike two names are, 0 to 1: words are aligned in order, each pair judged by the learned model, by sound, or letter by letter.
// Two full names whose first names differ must stay apart, however alike their surnames are.

import { nameEdits } from './edit-model.ts'
import { jointLikeness } from './joint-model.ts'
import { soundSimilarity } from './sound.ts'
import { areDifferentNames } from './given-names.ts'
import type { Form, NameToken, ParsedName } from './tokens.ts'

/** Similarity of two words of names; `aligned` asks it many times for the same pairs, so callers may pass one that remembers. */
export type TokenSimilarity = (one: NameToken, other: NameToken) => number

/** How alike two words are: 1 the same, above about 0.7 likely one name, below 0.4 certainly two. */
export function tokenSimilarity(one: NameToken, other: NameToken): number {
  let best = 0
  for (const [at, form] of one.forms.entries()) {
    for (const [facingAt, facing] of other.forms.entries()) {
      const similarity = formSimilarity(form, facing)
      const lone = Math.max(loneArticle(at, other), loneArticle(facingAt, one))
      best = Math.max(best, similarity === 1 ? 1 : similarity - lone)
    }
  }
  return best
}

/** What it costs that an article was taken off, or added, on one side only: "Elfrid" is hardly «فريد». */
const articleCost = 0.05

const loneArticle = (at: number, facing: NameToken): number =>
  at > 0 && facing.forms.length === 1 ? articleCost : 0

/** The learned model's cost, in nats a letter, becomes a similarity: 0.5, where nine true pairs in ten are found, is 0.7. */
const perNat = 0.6
/** Words that sound less alike than this are not worth the learned model's time. */
const soundsWorthIt = 0.2
/** Two spellings of one given name in the list (محمد, Muhammad). */
const knownName = 0.98
/** Two given names that the list knows apart (حسن, حسين) are not one, however alike. */
const differentName = 0.4
/** The most that two different spellings in one script can reach. */
const notQuiteSame = 0.97
/** In one script spellings differ less, so a difference counts for more. */
const strictness = 1.4
/** "J." for John. */
const sameInitial = 0.75
const learnedShare = 0.6

function formSimilarity(one: Form, other: Form): number {
  if (one.script === other.script && one.letters === other.letters) return 1
  if (one.letters.length === 1 || other.letters.length === 1) {
    return one.sounds.codes[0] === other.sounds.codes[0] ? sameInitial : 0
  }
  const sound = soundSimilarity(one.sounds, other.sounds)
  if (one.given.some((name) => other.given.includes(name))) return knownName
  if (areDifferentNames(one.given, other.given)) return Math.min(sound, differentName)
  if (one.script === other.script) return Math.max(0, Math.min(1 - strictness * (1 - sound), notQuiteSame))
  if (sound < soundsWorthIt) return sound * learnedShare
  const arabic = one.script === 'arabic' ? one : other
  const latin = one.script === 'arabic' ? other : one
  const cost = nameEdits.cost(arabic.encoded, latin.encoded)
  const learned = Math.max(0, 1 - (perNat * cost) / (arabic.letters.length + latin.letters.length))
  return learnedShare * learned + (1 - learnedShare) * sound
}

/** How far the joint model moves the likeness of two names, for each nat a letter of agreement more or less than `neutral`. */
const jointWeight = 0.2
/** So much agreement moves nothing. True pairs stand above it as a rule, coincidences below; chosen on names kept back from the lists. */
const neutral = 0.2
/** The same letters in the same script say as much as a good pair. */
const sameWord = 1.2
/** An initial says as little as a poor pair. */
const initial = -0.5

/** By how much the joint model, heard word by word, would move the likeness of two names. Slow, and for the few names that are worth it. */
export const jointShift = (one: ParsedName, other: ParsedName, similar: TokenSimilarity): number =>
  jointWeight * jointExcess(one, other, similar)

/** How far from neutral the words of the shorter name are, each with the word that it is likest to. */
function jointExcess(one: ParsedName, other: ParsedName, similar: TokenSimilarity): number {
  const [short, long] = one.tokens.length <= other.tokens.length ? [one, other] : [other, one]
  let [excess, weight] = [0, 0]
  for (const token of short.tokens) {
    const facing = likest(token, long.tokens, similar)
    if (!facing) continue
    excess += token.weight * (jointOf(token, facing) - neutral)
    weight += token.weight
  }
  return weight === 0 ? 0 : excess / weight
}

function likest(
  token: NameToken,
  among: readonly NameToken[],
  similar: TokenSimilarity,
): NameToken | undefined {
  let found: NameToken | undefined
  for (const it of among) if (!found || similar(token, it) > similar(token, found)) found = it
  return found
}

/** The agreement of the two forms that are likest; neutral for what the model can say nothing about. */
function jointOf(one: NameToken, other: NameToken): number {
  const pairs = one.forms.flatMap((form) =>
    other.forms.map((facing) => ({ form, facing, like: formSimilarity(form, facing) })),
  )
  const [best] = pairs.toSorted((a, b) => b.like - a.like)
  if (!best || best.form.script === best.facing.script) return best?.like === 1 ? sameWord : neutral
  if (best.form.letters.length === 1 || best.facing.letters.length === 1) return initial
  const [arabic, latin] = best.form.script === 'arabic' ? [best.form, best.facing] : [best.facing, best.form]
  return jointLikeness(arabic.letters, latin.letters)
}

/** Differences up to here are spelling; beyond, they count more and more as another name. */
const spelling = 0.35
const skipCost = 1.2
/** Words less alike than this are two names, and that alone takes so much off the whole. */
const likeness = 0.5
const anotherName = 0.2
const missingWord = 0.02
const notLast = 0.03
const notLastAlone = 0.25
const leastShare = 0.8

/** How alike two names are. Names without letters are alike to nothing. */
export function aligned(one: ParsedName, other: ParsedName, similar: TokenSimilarity): number {
  const [short, long] = one.tokens.length <= other.tokens.length ? [one, other] : [other, one]
  const rows = short.tokens.length
  const columns = long.tokens.length
  if (rows === 0) return 0
  let weight = 0
  for (const token of short.tokens) weight += token.weight
  const across = columns + 1
  const costs = new Float64Array((rows + 1) * across).fill(Infinity)
  costs.fill(0, 0, across)
  for (let i = 1; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      costs[i * across + j] = cheapestStep({ short, long, costs, across, similar, weight }, i, j)
    }
  }
  // Where the last word of the shorter name ended: surnames should meet.
  const whole = costs[rows * across + columns] ?? Infinity
  const early = columns > 1 ? (costs[rows * across + columns - 1] ?? Infinity) : Infinity
  const meets = whole < early - 1e-9
  const misplaced = meets ? 0 : rows === 1 ? notLastAlone : notLast
  const extra = Math.min(columns - rows, 3) * missingWord
  return Math.max(0, 1 - whole / weight - misplaced - extra)
}

type Table = {
  short: ParsedName
  long: ParsedName
  costs: Float64Array
  across: number
  similar: TokenSimilarity
  weight: number
}

function cheapestStep({ short, long, costs, across, similar, weight }: Table, i: number, j: number): number {
  const token = short.tokens[i - 1]
  if (!token) return Infinity
  const at = (row: number, column: number): number => costs[row * across + column] ?? Infinity
  const another = anotherName * weight
  const cost = (heft: number, similarity: number): number =>
    heft * unlike(similarity) + (similarity < likeness ? another : 0)
  let best = at(i - 1, j) + token.weight * skipCost + another
  const facing = long.tokens[j - 1]
  if (!facing) return best
  best = Math.min(best, at(i, j - 1), at(i - 1, j - 1) + cost(token.weight, similar(token, facing)))
  const longJoin = long.joins[j - 2]
  if (longJoin && sameSize(token, longJoin)) {
    best = Math.min(best, at(i - 1, j - 2) + cost(token.weight, similar(token, longJoin)))
  }
  const shortJoin = short.joins[i - 2]
  const before = short.tokens[i - 2]
  if (shortJoin && before && sameSize(shortJoin, facing)) {
    best = Math.min(best, at(i - 2, j - 1) + cost(token.weight + before.weight, similar(shortJoin, facing)))
  }
  return best
}

/** Two words are one only where they are about as long: else a surname would pass for a whole name written as one word. */
function sameSize(one: NameToken, other: NameToken): boolean {
  const [left, right] = [one.forms[0]?.sounds.weight ?? 0, other.forms[0]?.sounds.weight ?? 0]
  return Math.min(left, right) >= leastShare * Math.max(left, right)
}

function unlike(similarity: number): number {
  const difference = 1 - similarity
  return difference <= spelling ? difference : spelling + (difference - spelling) * 2.5
}
