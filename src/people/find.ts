// Where a text names someone, quoted or not: «بارو» and "Barrot" both find «جان نويل بارو», and the whole name is marked.
// Precision first: a word that merely sounds like the name must not turn up as a mention.

import { hasArabic } from '../language/script.ts'
import type { Span } from '../language/span.ts'
import { spellingsOfFigure } from './figures.ts'
import { lettersOf } from './letters.ts'
import { withoutClitic } from './match.ts'
import { surnameOf } from './other-script.ts'
import { tokenSimilarity } from './similarity.ts'
import { joinedForward, particles, titles } from './titles.data.ts'
import { parseName, type NameToken, type ParsedName } from './tokens.ts'
import { figureRun, isGivenName, type Run, type Word, wholeName, wordsIn } from './whole-name.ts'

type Found = Run & { similarity: number }

/** A word this like the name is the name, whatever stands beside it. */
const certain = 0.87
/** One that is this like it is, where a given name or a title stands before it somewhere in the text. */
const likely = 0.7
/** In one script, spellings that differ more than this are other words. */
const likelySameScript = 0.92
/** Names this short are found only as they are written, and only where something shows that they are names (سلام, May). */
const shortestInexact = 5
/**
 * The places where `text` names the person `query`, in order, each with the whole name as it stands there. A surname
 * alone finds every mention of that surname; a full name finds itself and, where it stands in the text, its surname alone.
 */
export function findNameIn(query: string, text: string): Span[] {
  const name = parseName(query)
  const words = wordsIn(text)
  const surname = name.tokens.at(-1)
  if (!surname || words.length === 0) return []
  const search = { words, text }
  if (name.tokens.length === 1)
    return spansOf(search, anchored(search, singles(search, inBothScripts(query, surname))))
  const spellings = [name, ...spellingsOfFigure(query).map(parseName)].filter(
    ({ tokens }) => tokens.length > 1,
  )
  const whole = spellings.flatMap(({ tokens }) => wholeNames(search, tokens))
  if (whole.length === 0) return []
  const spans = spansOf(search, whole)
  const surnames = spellings.flatMap(({ tokens }) => tokens.slice(-1))
  const alone = spansOf(search, singles(search, surnames))
    .filter((span) => !spans.some((one) => one.start < span.end && span.start < one.end))
    .filter((span) => !firstNamesDiffer(name, text.slice(span.start, span.end)))
  return [...spans, ...alone].toSorted((one, other) => one.start - other.start)
}

/** A surname and, for a known figure, its known form in the other script, so that nothing has to be guessed there. */
function inBothScripts(query: string, surname: NameToken): NameToken[] {
  const other = surnameOf(query.trim(), hasArabic(query) ? 'en' : 'ar')
  return [surname, ...(other === undefined ? [] : parseName(other).tokens.slice(-1))]
}

type Search = { words: readonly Word[]; text: string }

/** Words that are one of the `wanted` tokens; where one of them is in the word's own script, the others must be certain. */
function singles(search: Search, wanted: readonly NameToken[]): Found[] {
  const found: Found[] = []
  search.words.forEach((word, place) => {
    for (const token of wanted) {
      const next = search.words[place + 1]
      const similarity = likeness(word, token)
      if (similarity >= likely && similarity >= leastOf(word, token, wanted)) {
        found.push({ first: place, last: place, similarity })
      } else if (next && joinedSimilarity(search, [word, next], token) >= certain) {
        found.push({ first: place, last: place + 1, similarity: certain })
      }
    }
  })
  return found
}

function leastOf(word: Word, token: NameToken, wanted: readonly NameToken[]): number {
  const { script } = lettersOf(word.text)
  const knownHere = wanted.some(({ forms }) => forms[0]?.script === script)
  return knownHere && token.forms[0]?.script !== script ? certain : likely
}

/** Drops doubtful words unless the text somewhere puts a given name or a title before the same word. */
function anchored(search: Search, found: readonly Found[]): Found[] {
  const named = new Set<string>()
  for (const { first, last } of found) {
    if (isAnchored(search.words, first) || figureRun(search.words, { first: first, last: last }))
      named.add(bareWord(search.words[last]))
  }
  return found.filter(({ last, similarity }) => {
    const word = bareWord(search.words[last])
    return (similarity >= certain && word.length >= shortestInexact) || named.has(word)
  })
}

const bareWord = (word: Word | undefined): string => (word?.folded ?? '').replace(/^[وفبلك]?ال/, '')

function wholeNames(search: Search, tokens: readonly NameToken[]): Found[] {
  const found: Found[] = []
  search.words.forEach((_, place) => {
    const last = matchFrom(search, place, tokens)
    if (last !== undefined) found.push({ first: place, last, similarity: 1 })
  })
  return found
}

/** Matches all tokens in order from a word on, over particles and at most one middle name; returns the last word's place. */
function matchFrom(search: Search, start: number, wanted: readonly NameToken[]): number | undefined {
  let place = start
  let passed = 0
  let sum = 0
  for (const [index, token] of wanted.entries()) {
    let found = matchAt(search, place, token)
    if (!found && index === 0) return undefined
    while (!found) {
      passed += passes(search, start, place)
      if (passed > 1) return undefined
      place++
      found = matchAt(search, place, token)
    }
    sum += found.similarity
    place += found.words
  }
  return sum / wanted.length >= likely ? place - 1 : undefined
}

function matchAt(
  search: Search,
  place: number,
  token: NameToken,
): { similarity: number; words: number } | undefined {
  const [word, next] = [search.words[place], search.words[place + 1]]
  if (!word) return undefined
  const similarity = likeness(word, token)
  if (similarity >= likely - 0.05) return { similarity, words: 1 }
  return next && joinedSimilarity(search, [word, next], token) >= likely
    ? { similarity: likely, words: 2 }
    : undefined
}

/** What it costs to pass over a word inside a name: nothing for a particle, one for a middle name, too much beyond punctuation. */
function passes({ words, text }: Search, start: number, place: number): number {
  const word = words[place]
  if (!word || /[^\p{L}\p{M}\s'’.-]/u.test(text.slice(words[start]?.start, word.end))) return 2
  return particles.has(word.folded) || joinedForward.has(word.folded) ? 0 : 1
}

/** Whether a surname found alone stands after another given name than the one asked for. */
function firstNamesDiffer({ tokens }: ParsedName, written: string): boolean {
  const others = parseName(written).tokens
  const first = tokens[0]
  if (others.length < 2 || !first) return false
  return !others.some((token) => tokenSimilarity(first, token) >= likely - 0.1)
}

/** By name, by word: one name is looked for in hundreds of texts, and the news repeats its words. */
const likenesses = new Map<string, Map<string, number>>()
const mostNames = 200
const mostWords = 50_000

function likeness(word: Word, token: NameToken): number {
  const known = likenesses.get(token.id) ?? new Map<string, number>()
  const seen = known.get(word.text)
  if (seen !== undefined) return seen
  if (known.size === 0 && likenesses.size >= mostNames) likenesses.clear()
  if (known.size >= mostWords) known.clear()
  const similarity = similarityOfWord(word, token)
  likenesses.set(token.id, known.set(word.text, similarity))
  return similarity
}

/** How like the name a word of the text is, with and without a clitic before it; 0 below any use. */
function similarityOfWord(word: Word, token: NameToken): number {
  const arabic = /\p{Script=Arabic}/u.test(word.text)
  // Names are capitalised where a script has capitals.
  if (!arabic && !/^\p{Lu}/u.test(word.text)) return 0
  const bare = similarityOfReading(word.text, token)
  if (bare >= certain || !arabic) return bare
  return Math.max(
    bare,
    ...withoutClitic(word.text).map((reading) => similarityOfReading(reading, token) - 0.01),
  )
}

function similarityOfReading(reading: string, token: NameToken): number {
  const found = tokenOfWord(reading)
  const [plain, facing] = [token.forms[0], found?.forms[0]]
  if (!found || !plain || !facing) return 0
  // With its particle too: «لو دريان» is «لودريان».
  if (token.forms.some(({ script, letters }) => facing.script === script && facing.letters === letters))
    return 1
  if (!found.keys.some((key) => token.keys.includes(key))) return 0
  const similarity = tokenSimilarity(found, token)
  const shortest = Math.min(plain.letters.length, facing.letters.length)
  if (facing.script === plain.script) {
    return shortest >= shortestInexact && similarity >= likelySameScript && startsAlike(found, token)
      ? similarity
      : 0
  }
  return similarity
}

const tokens = new Map<string, NameToken | undefined>()
const mostTokens = 100_000

/** A running text repeats its words, so each is taken apart once. */
function tokenOfWord(word: string): NameToken | undefined {
  if (tokens.has(word)) return tokens.get(word)
  if (tokens.size >= mostTokens) tokens.clear()
  const token = parseName(word).tokens[0]
  tokens.set(word, token)
  return token
}

const startsAlike = (one: NameToken, other: NameToken): boolean =>
  one.forms[0]?.sounds.codes[0] === other.forms[0]?.sounds.codes[0]

function joinedSimilarity(search: Search, [word, next]: readonly [Word, Word], token: NameToken): number {
  if (!particles.has(word.folded) && !joinedForward.has(word.folded)) return 0
  if (/\S/.test(search.text.slice(word.end, next.start).replace(/[-’']/g, ''))) return 0
  return similarityOfReading(`${word.text}${next.text}`, token)
}

/** Whether a given name or a title stands right before a word, or before the particle that does. */
function isAnchored(words: readonly Word[], place: number): boolean {
  for (let before = place - 1; before >= Math.max(0, place - 2); before--) {
    const word = words[before]
    if (!word) return false
    if (isGivenName(word) || titles.has(word.folded)) return true
    if (!particles.has(word.folded)) return false
  }
  return false
}

function spansOf({ words, text }: Search, found: readonly Found[]): Span[] {
  const spans: Span[] = []
  for (const one of found) {
    const span = wholeName(words, text, one)
    if (spans.at(-1) === undefined || (spans.at(-1)?.end ?? 0) <= span.start) spans.push(span)
  }
  return spans
}
