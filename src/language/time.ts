// The time that a question asks about («منذ الاثنين», "in April 2024"), as a range of days.
// Days are counted from the asker's own today; a name that only looks like a time («هجوم 7 أكتوبر», Theresa May) is left alone.

import { Temporal } from 'temporal-polyfill'
import { fold, foldWithMap } from './normalise.ts'
import type { Span } from './span.ts'
import { type Template, type Words, matchTemplate, readTemplate, wordList } from './templates.ts'
import { events, eventsAfter } from './time.data.ts'
import { type Day, type Now, type Point, type Range, findPoint, lexicon } from './time-points.ts'

/** The asker's day (`YYYY-MM-DD`), and the day on which weeks begin where they live. */
export type Clock = { today: string; weekStart: 'sat' | 'sun' | 'mon' }
/** Days as `YYYY-MM-DD`, both included; null: open on that side. `span`: the words, in the text as it was given. */
export type TimeExpression = { from: string | null; to: string | null; span: Span }

/** Nobody puts the time behind more words than this; it bounds the work on pasted articles. */
const wordsMax = 400

type Found = { from: Day | undefined; to: Day | undefined; start: number; end: number }

/**
 * The first time in a text, or null. `quoted`: stretches that are somebody's words, where a time says nothing about the question.
 * Throws only when `clock.today` is no date; linear in the length of the text.
 */
export function findTime(text: string, clock: Clock, quoted: readonly Span[] = []): TimeExpression | null {
  const now = { today: Temporal.PlainDate.from(clock.today), weekStart: clock.weekStart }
  const { words, spans } = read(text, quoted)
  for (const [at] of spans.entries()) {
    const found = between(words, at, now) ?? openEnded(words, at, now) ?? alone(words, at, now)
    if (found) return expression(found, spans)
  }
  return null
}

function expression({ from, to, start, end }: Found, spans: readonly Span[]): TimeExpression {
  const span = { start: spans[start]?.start ?? 0, end: spans[end - 1]?.end ?? 0 }
  return { from: from?.toString() ?? null, to: to?.toString() ?? null, span }
}

const dateOrWord = /\d+(?:[/.-]\d+)+|\d+(?:st|nd|rd|th)?(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:'(?!s\b)\p{L}+)*|-/gu

function read(text: string, quoted: readonly Span[]): { words: Words; spans: Span[] } {
  const { text: folded, map } = foldWithMap(text)
  const spans: Span[] = []
  const readings: string[][] = []
  for (const { 0: word, index } of folded.matchAll(dateOrWord)) {
    const span = { start: map[index] ?? 0, end: (map[index + word.length - 1] ?? 0) + 1 }
    const inside = quoted.some((it) => it.start <= span.start && span.end <= it.end)
    spans.push(span)
    readings.push([inside ? '"' : word])
    if (spans.length >= wordsMax) break
  }
  return { words: { readings, breaks: [] }, spans }
}

const template = (source: string): Template => readTemplate(source, lexicon)
const opening = template('BETWEEN')
const joining = template('AND')
const preposition = template('IN')
const dayNumber = template('DAY')

// — from one to another —

function between(words: Words, at: number, now: Now): Found | null {
  const open = matchTemplate(opening, words, { from: at, whole: false })
  if (!open) return null
  const first = findPoint(words, open.end, now, true) ?? bareDay(words, open.end)
  const second = first && secondPoint(words, first.end, now)
  if (!second) return null
  const from = 'day' in first ? dayBeside(first.day, second.range.from) : first.range.from
  if (!from) return null
  return { from: notAfter(from, second.range.to), to: second.range.to, start: at, end: second.end }
}

/** The second end of a range, with its «و» apart or glued to it. */
function secondPoint(words: Words, at: number, now: Now): Point | null {
  const join = matchTemplate(joining, words, { from: at, whole: false })
  if (join) return findPoint(words, join.end, now, true)
  const word = words.readings[at]?.[0] ?? ''
  if (!word.startsWith('و')) return null
  return findPoint({ readings: words.readings.with(at, [word.slice(1)]), breaks: [] }, at, now, true)
}

/** "from 5 to 8 April": the 5th of that April. */
function bareDay(words: Words, at: number): { day: number; end: number } | null {
  const match = matchTemplate(dayNumber, words, { from: at, whole: false })
  return match ? { day: Number(match.found.get('DAY')?.value), end: match.end } : null
}

function dayBeside(number: number, other: Day): Day | null {
  return number <= other.daysInMonth ? other.with({ day: number }) : null
}

/** "between 1 March and 10 April 2024" is one year, "between December and March" are two. */
function notAfter(from: Day, to: Day): Day {
  if (Temporal.PlainDate.compare(from, to) <= 0) return from
  const sameYear = from.with({ year: to.year })
  return Temporal.PlainDate.compare(sameYear, to) <= 0 ? sameYear : sameYear.subtract({ years: 1 })
}

// — since, before —

const frames: readonly { open: Template; range: (point: Range, today: Day) => { from?: Day; to?: Day } }[] = [
  { open: template('SINCE'), range: ({ from }, today) => upTo(today, from) },
  { open: template('AFTER'), range: ({ to }, today) => upTo(today, to.add({ days: 1 })) },
  { open: template('BEFORE'), range: ({ from }) => ({ to: from.subtract({ days: 1 }) }) },
  { open: template('UNTIL'), range: ({ to }) => ({ to }) },
]

function openEnded(words: Words, at: number, now: Now): Found | null {
  for (const { open, range } of frames) {
    const match = matchTemplate(open, words, { from: at, whole: false })
    const point = match && findPoint(words, match.end, now, true)
    if (!point) continue
    const { from, to } = range(
      isWeekday(words, match.end) ? notToday(point.range, now.today) : point.range,
      now.today,
    )
    return { from, to, start: at, end: point.end }
  }
  return null
}

function upTo(today: Day, from: Day): { from: Day; to?: Day } {
  return Temporal.PlainDate.compare(from, today) > 0 ? { from } : { from, to: today }
}

function isWeekday(words: Words, at: number): boolean {
  return words.readings[at]?.some((word) => lexicon.get('WEEKDAY')?.single.has(word)) ?? false
}

/** "since Monday", said on a Monday, is a week. */
function notToday({ from, to }: Range, today: Day): Range {
  return from.equals(today)
    ? { from: from.subtract({ days: 7 }), to: to.subtract({ days: 7 }) }
    : { from, to }
}

// — one day or stretch —

const event = new Set(wordList(events).map(fold))
const eventAfter = new Set(wordList(eventsAfter).map(fold))

function alone(words: Words, at: number, now: Now): Found | null {
  const led = matchTemplate(preposition, words, { from: at, whole: false })
  const inside = led && findPoint(words, led.end, now, true)
  const direct = findPoint(words, at, now, false)
  const wordAt = (index: number): string => words.readings[index]?.[0] ?? ''
  const best = inside && inside.end >= (direct?.end ?? 0) ? inside : direct
  if (!best || eventAfter.has(wordAt(best.end))) return null
  if (best === inside) return { ...best.range, start: at, end: best.end }
  if (event.has(wordAt(at - 1))) return null
  // "from last week", "the 5th of May"; but "from May" may be the person, and "the march" no month.
  const before = ['from', 'the'].includes(wordAt(at - 1))
  return { ...best.range, start: before ? at - 1 : at, end: best.end }
}
