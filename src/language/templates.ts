// Sentence templates over folded words: `ماذا SAY <person> [ABOUT <topic>]`. A table of them reads like the grammar that it is,
// and matching stays linear: a slot inside a template takes at most `slotWordsMax` words, the last one takes the rest unread.

import { fold } from './normalise.ts'

/** Longer names and roles than this are not asked for; it also bounds the work of one match. */
const slotWordsMax = 12

type Phrase = { words: readonly string[]; value: string }
/** Single words, and phrases by their first word, the longest first. */
type WordClass = { single: ReadonlyMap<string, string>; phrases: ReadonlyMap<string, readonly Phrase[]> }
/** Named classes of words and phrases, each entry with the value that it stands for. */
export type Lexicon = ReadonlyMap<string, WordClass>

/**
 * The words to match: for each word its possible readings, folded (the word itself first; a corrected spelling after it), and
 * whether a comma, colon or the like stands before it.
 */
export type Words = { readings: readonly (readonly string[])[]; breaks: readonly boolean[] }

/** Where a class or slot of the template was found: word indexes, `end` exclusive. */
export type Capture = { start: number; end: number; value: string }
export type Match = { end: number; found: ReadonlyMap<string, Capture> }

type Node =
  | { kind: 'word'; word: string }
  | { kind: 'class'; name: string; entries: WordClass }
  | { kind: 'slot'; name: string; last: boolean }
  | { kind: 'break' }
  | { kind: 'either'; branches: readonly (readonly Node[])[] }
export type Template = readonly Node[]

/** The entries of a list that is written with commas between. */
export function wordList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** A lexicon from lists with commas between, or from such lists under the values that they stand for. */
export function makeLexicon(classes: Record<string, string | Record<string, string>>): Lexicon {
  return new Map(Object.entries(classes).map(([name, entries]) => [name, wordClass(entries)]))
}

function wordClass(entries: string | Record<string, string>): WordClass {
  const groups: [string, string[]][] =
    typeof entries === 'string'
      ? wordList(entries).map((entry) => [fold(entry), [entry]])
      : Object.entries(entries).map(([value, list]) => [value, wordList(list)])
  const single = new Map<string, string>()
  const phrases: Phrase[] = []
  for (const [value, texts] of groups) {
    for (const text of texts) {
      const words = fold(text).split(' ')
      const [word = ''] = words
      if (words.length > 1) phrases.push({ words, value })
      else if (!single.has(word)) single.set(word, value)
    }
  }
  const longestFirst = phrases.toSorted((one, other) => other.words.length - one.words.length)
  return { single, phrases: Map.groupBy(longestFirst, ({ words }) => words[0] ?? '') }
}

/**
 * Reads a template. `word` is itself (folded), `CAPITALS` a class of the lexicon, `<name>` a slot of one word or more, `[…]` may be
 * missing, `(… | …)` is a choice, `,` a pause. Throws at start-up when a class is not in the lexicon or a bracket stays open.
 */
export function readTemplate(source: string, lexicon: Lexicon): Template {
  const tokens = source.match(/<[a-z]+>|[()[\]|,]|[^\s()[\]|,<>]+/gu) ?? []
  let at = 0
  const template = sequence()
  if (at < tokens.length) throw new Error(`Template with a stray “${tokens[at] ?? ''}”: ${source}`)
  return markLast(template)

  function choice(closer: string): Node[][] {
    const branches = [sequence()]
    while (tokens[at] === '|') {
      at++
      branches.push(sequence())
    }
    if (tokens[at++] !== closer) throw new Error(`Template without “${closer}”: ${source}`)
    return branches
  }

  function sequence(): Node[] {
    const nodes: Node[] = []
    for (let token = tokens[at]; token !== undefined && !'|)]'.includes(token); token = tokens[at]) {
      at++
      nodes.push(node(token))
    }
    return nodes
  }

  function node(token: string): Node {
    if (token === '(') return { kind: 'either', branches: choice(')') }
    if (token === '[') return { kind: 'either', branches: [...choice(']'), []] }
    if (token === ',') return { kind: 'break' }
    if (token.startsWith('<')) return { kind: 'slot', name: token.slice(1, -1), last: false }
    if (!/^[A-Z_]+$/.test(token)) return { kind: 'word', word: fold(token) }
    const entries = lexicon.get(token)
    if (!entries) throw new Error(`Template with an unknown class ${token}: ${source}`)
    return { kind: 'class', name: token, entries }
  }
}

/** The slots that end a template need no search for their end. */
function markLast(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) => {
    if (index < nodes.length - 1) return node
    if (node.kind === 'slot') return { ...node, last: true }
    return node.kind === 'either' ? { ...node, branches: node.branches.map(markLast) } : node
  })
}

/**
 * Matches a template against the words from `from` on: to their very end, or as a prefix of them (`whole: false`).
 * The first way that fits is taken: optional parts are preferred, slots are as short as they can be. Null: no way fits.
 */
export function matchTemplate(
  template: Template,
  words: Words,
  { from = 0, whole = true, accept = () => true }: MatchOptions = {},
): Match | null {
  const count = words.readings.length
  const found = new Map<string, Capture>()
  let end = -1
  const matched = run(template, 0, from, (at) => {
    if ((whole && at !== count) || !accept(found)) return false
    end = at
    return true
  })
  return matched ? { end, found } : null

  function run(nodes: Template, index: number, at: number, next: (at: number) => boolean): boolean {
    const node = nodes[index]
    if (!node) return next(at)
    return one(node, at, (to) => run(nodes, index + 1, to, next))
  }

  function one(node: Node, at: number, rest: (to: number) => boolean): boolean {
    if (node.kind === 'word') return readingsAt(at).includes(node.word) && rest(at + 1)
    if (node.kind === 'break') return words.breaks[at] === true && rest(at)
    if (node.kind === 'either') return node.branches.some((branch) => run(branch, 0, at, rest))
    const ways = node.kind === 'class' ? inClass(node.entries, at) : slotEnds(at, node.last && whole)
    return ways.some(({ to, value }) => keep(node.name, { start: at, end: to, value }, () => rest(to)))
  }

  function keep(name: string, capture: Capture, next: () => boolean): boolean {
    const before = found.get(name)
    found.set(name, capture)
    if (next()) return true
    if (before) found.set(name, before)
    else found.delete(name)
    return false
  }

  function readingsAt(at: number): readonly string[] {
    return words.readings[at] ?? []
  }

  function inClass(entries: WordClass, at: number): Way[] {
    const ways: Way[] = []
    for (const phrase of readingsAt(at).flatMap((reading) => entries.phrases.get(reading) ?? [])) {
      if (phrase.words.every((word, offset) => readingsAt(at + offset).includes(word))) {
        ways.push({ to: at + phrase.words.length, value: phrase.value })
      }
    }
    for (const reading of readingsAt(at)) {
      const value = entries.single.get(reading)
      if (value !== undefined) ways.push({ to: at + 1, value })
    }
    return ways
  }

  function slotEnds(at: number, last: boolean): Way[] {
    if (at >= count) return []
    if (last) return [{ to: count, value: '' }]
    const ways: Way[] = []
    for (let to = at + 1; to <= Math.min(count, at + slotWordsMax); to++) {
      ways.push({ to, value: '' })
      if (words.breaks[to]) break
    }
    return ways
  }
}

type Way = { to: number; value: string }
type MatchOptions = {
  from?: number
  whole?: boolean
  /** Refuses a way of matching, so that the next one is tried. */
  accept?: (found: ReadonlyMap<string, Capture>) => boolean
}
