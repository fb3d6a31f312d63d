// Scores who-said-what against labels. The same rules as the judge's own program, so that the figures can be compared.

import { balance, share } from './task.ts'

export type Label = {
  /** The mention as labelled; null or '' where the words have none. */
  source_text?: string | null | undefined
  canonical?: string | null | undefined
  content_text: string
  content?: readonly [start: number, end: number] | undefined
  source_kind?: string | null | undefined
  is_speech?: boolean | undefined
  has_quote?: boolean | undefined
  /** Counts neither for nor against. */
  optional?: boolean | undefined
}
export type Found = { speaker: string; person: string | null; text: string; start: number; end: number }
export type Scored<F extends Found = Found, L extends Label = Label> = {
  text: string
  labels: readonly L[]
  found: readonly F[]
}

/** How much a found statement and a label are the same, 0 to 1. */
type Likeness = (found: Found, label: Label) => number

export type Rules = {
  likeness?: Likeness
  /** Which labels recall is asked of; precision is asked against all. */
  counts?: (label: Label) => boolean
}

export type QuotationScore<F, L> = {
  labels: number
  found: number
  precision: number
  recall: number
  f1: number
  /** Of the matches whose label names a speaker, how many have the right one. */
  speaker: number
  /** Statement and speaker both right. */
  whoAndWhat: number
  nearExact: number
  verbatim: number
  matches: readonly Match<F, L>[]
}
type Match<F, L> = { found: F; label: L; likeness: number; speakerRight: boolean | undefined; text: string }

/** From here on two texts are the same statement. */
const sameFrom = 0.5
const nearExactFrom = 0.9

/** Greedy, one to one, the likest first. */
export function scoreQuotations<F extends Found, L extends Label>(
  articles: readonly Scored<F, L>[],
  { likeness = sharedWords, counts = () => true }: Rules = {},
): QuotationScore<F, L> {
  const matches: Match<F, L>[] = []
  let [forgiven, asked, all, verbatim] = [0, 0, 0, 0]
  for (const { text, labels, found } of articles) {
    for (const { found: one, label, likeness: value } of paired(found, labels, likeness)) {
      if (label.optional) forgiven++
      else matches.push({ found: one, label, likeness: value, speakerRight: speakerRight(one, label), text })
    }
    asked += labels.filter((it) => !it.optional && counts(it)).length
    all += found.length
    verbatim += found.filter((it) => it.text === text.slice(it.start, it.end)).length
  }
  const predicted = all - forgiven
  const named = matches.filter((it) => it.speakerRight !== undefined)
  const precision = share(matches.length, predicted)
  const recall = share(matches.filter((it) => counts(it.label)).length, asked)
  const whole = matches.filter((it) => it.speakerRight !== false).length
  return {
    labels: asked,
    found: predicted,
    precision,
    recall,
    f1: balance(precision, recall),
    speaker: share(named.filter((it) => it.speakerRight).length, named.length),
    whoAndWhat: balance(share(whole, predicted), share(whole, asked)),
    nearExact: share(matches.filter((it) => it.likeness >= nearExactFrom).length, matches.length),
    verbatim: share(verbatim, all),
    matches,
  }
}

function paired<F extends Found, L extends Label>(
  found: readonly F[],
  labels: readonly L[],
  likeness: Likeness,
): { found: F; label: L; likeness: number }[] {
  const pairs = found
    .flatMap((one, i) => labels.map((label, j) => ({ one, label, i, j, value: likeness(one, label) })))
    .filter(({ value }) => value >= sameFrom)
    .toSorted((a, b) => b.value - a.value || b.i - a.i || b.j - a.j)
  const [usedFound, usedLabels] = [new Set<number>(), new Set<number>()]
  return pairs.flatMap(({ one, label, i, j, value }) => {
    if (usedFound.has(i) || usedLabels.has(j)) return []
    usedFound.add(i)
    usedLabels.add(j)
    return [{ found: one, label, likeness: value }]
  })
}

/** F1 over the words of both texts, each as often as it occurs. */
function sharedWords({ text }: Found, label: Label): number {
  const [left, right] = [scoringWords(text), scoringWords(label.content_text)]
  const shared = overlap(left, right)
  return shared === 0 ? 0 : (2 * shared) / (left.length + right.length)
}

/** F1 over the characters of both spans. */
export function sharedCharacters({ start, end }: Found, { content }: Label): number {
  if (!content) return 0
  const shared = Math.max(0, Math.min(end, content[1]) - Math.max(start, content[0]))
  return shared === 0 ? 0 : (2 * shared) / (end - start + content[1] - content[0])
}

/** Undefined where the label names nobody to compare with. */
function speakerRight(found: Found, label: Label): boolean | undefined {
  const isNamed = label.canonical || (label.source_text && (label.source_kind ?? 'explicit') === 'explicit')
  if (!isNamed) return undefined
  const names = [label.source_text, label.canonical].filter((it) => !!it)
  return [found.speaker, found.person].some(
    (mine) => mine && names.some((name) => isSpeaker(mine, name ?? '')),
  )
}

/** Half of the words given occur in the name labelled; articles and titles do not count unless they are all there is. */
export function isSpeaker(given: string, name: string): boolean {
  const mine = withoutStops(scoringWords(given))
  const theirs = new Set(withoutStops(scoringWords(name)))
  return mine.length > 0 && mine.filter((word) => theirs.has(word)).length / mine.length >= 0.5
}

const stops = new Set(
  'the a an of and in for to at on by mr mrs ms dr president minister he she they it i we'.split(' '),
)

function withoutStops(words: string[]): string[] {
  const kept = words.filter((word) => !stops.has(word))
  return kept.length > 0 ? kept : words
}

/** The judge's own folding, lighter than the product's: what is compared must not depend on what is measured. */
export function scoringWords(text: string): string[] {
  const folded = text
    .replaceAll(/[\u064b-\u0652\u0670\u0640]/gu, '')
    .replaceAll(/[أإآٱ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How many words two lists share, each as often as both have it. */
export function overlap(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of left) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    shared++
    counts.set(word, count - 1)
  }
  return shared
}
