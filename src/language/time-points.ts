// Names of a day or of a stretch of days («أول أمس», "last week", "April 2024", 10/04/2024), resolved from a given today.

import { Temporal } from 'temporal-polyfill'
import { months, weekdays } from './dates.ts'
import {
  type Lexicon,
  type Match,
  type Template,
  type Words,
  makeLexicon,
  matchTemplate,
  readTemplate,
} from './templates.ts'
import * as data from './time.data.ts'

export type Day = Temporal.PlainDate
export type Range = { from: Day; to: Day }
/** Today, and the day on which weeks begin. */
export type Now = { today: Day; weekStart: 'sat' | 'sun' | 'mon' }
/** A name found in the words: what it means, and the word after it. */
export type Point = { range: Range; end: number }

type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** Years outside are numbers of something else, or typing errors. */
const years = { first: 1900, last: 2100 }

const numberNames = numberedNames(data.numbers)
const dayNames = numberedNames(data.dayNames)

/** The classes of the rules below and of the frames around them. */
export const lexicon: Lexicon = makeLexicon({
  IN: data.inTime,
  SINCE: data.since,
  AFTER: data.after,
  BEFORE: data.before,
  UNTIL: data.until,
  BETWEEN: data.between,
  AND: data.and,
  DAYS: data.days,
  PART: data.partsOfDay,
  PART_OF: data.partsOfArabicDay,
  UNIT: data.units,
  THE_UNIT: data.theUnits,
  TWO: data.twoUnits,
  NUMBER: counted(1, 366, (count) => `${count}, ${numberNames.get(count) ?? ''}`),
  THIS: data.these,
  THIS_AFTER: data.thisAfter,
  LAST: data.last,
  PAST: data.past,
  LAST_AFTER: data.lastAfter,
  NEXT: data.next,
  NEXT_AFTER: data.nextAfter,
  AGO: data.ago,
  BEFORE_NOW: data.beforeNow,
  SINCE_BEFORE: data.sinceBefore,
  START_OF: data.startOf,
  STAGE: data.stages,
  MONTH: counted(1, 12, (month) => named(months, month, () => true)),
  // "sun", "sat" and «أحد» (anyone) are days only where a full name could not be meant otherwise.
  WEEKDAY: counted(1, 7, (day) =>
    named(weekdays, day, (name) => name.endsWith('day') || name.startsWith('ال')),
  ),
  DAY: counted(1, 31, (day) => `${day}, ${day}st, ${day}nd, ${day}rd, ${day}th, ${dayNames.get(day) ?? ''}`),
  YEAR: counted(years.first, years.last, String),
})

function numberedNames(names: Record<string, string>): ReadonlyMap<number, string> {
  return new Map(Object.entries(names).map(([number, list]) => [Number(number), list]))
}

function counted(first: number, last: number, list: (count: number) => string): Record<string, string> {
  const counts = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return Object.fromEntries(counts.map((count) => [String(count), list(count)]))
}

function named(names: ReadonlyMap<string, number>, number: number, keep: (name: string) => boolean): string {
  return [...names].flatMap(([name, value]) => (value === number && keep(name) ? [name] : [])).join(', ')
}

type Rule = { template: Template; needsIn: boolean; range: (values: Values, now: Now) => Range | null }
type Values = {
  text: (name: string) => string | undefined
  number: (name: string) => number | undefined
  unit: (name: string) => Unit
}

function rule(source: string, range: Rule['range'], needsIn = false): Rule {
  return { template: readTemplate(source, lexicon), needsIn, range }
}

/** Every way to name a day or a stretch of days. `needsIn`: only with a word of time before it ("in May", not Theresa May). */
const rules: readonly Rule[] = [
  rule('DAYS [WEEKDAY] [PART]', ({ number }, { today }) => oneDay(today.add({ days: number('DAYS') ?? 0 }))),
  rule('(DAY [of | من] | DAY [من] شهر) MONTH [MONTH] [عام | سنة] [YEAR]', dayOfMonth),
  rule('WEEKDAY [the] DAY [of | من] MONTH [MONTH] [عام | سنة] [YEAR]', dayOfMonth),
  rule('[WEEKDAY] MONTH DAY [YEAR]', dayOfMonth),
  rule('[شهر] MONTH [MONTH] [of | من] [عام | سنة | العام] YEAR', wholeMonth),
  rule('[شهر] MONTH LAST_AFTER', wholeMonth),
  rule('(LAST | شهر) MONTH', wholeMonth),
  rule('[شهر] MONTH', wholeMonth, true),
  rule('STAGE MONTH [MONTH] [YEAR]', wholeMonth),
  rule('(عام | سنة | year | the year) YEAR', wholeYear),
  rule('YEAR', wholeYear, true),
  rule('[PART_OF] WEEKDAY [PART]', ({ number }, { today }) =>
    oneDay(lastWeekday(today, number('WEEKDAY') ?? 1, true)),
  ),
  rule('[PART_OF] (LAST WEEKDAY | WEEKDAY LAST_AFTER) [PART]', ({ number }, { today }) =>
    oneDay(lastWeekday(today, number('WEEKDAY') ?? 1, false)),
  ),
  rule('(NEXT WEEKDAY | WEEKDAY NEXT_AFTER) [PART]', ({ number }, { today }) =>
    oneDay(lastWeekday(today, number('WEEKDAY') ?? 1, false).add({ days: 7 })),
  ),
  rule('(THIS UNIT | THIS THE_UNIT | THE_UNIT THIS_AFTER)', ({ unit }, now) => upToToday(unit('UNIT'), now)),
  rule('الأيام [القليلة] LAST_AFTER', (_, { today }) => recent(7, 'day', today)),
  rule('[the] (recent | past | last) (days | weeks)', (_, { today }) => recent(7, 'day', today)),
  rule('(LAST UNIT | THE_UNIT LAST_AFTER)', ({ unit }, now) => back(1, unit('UNIT'), now)),
  rule('(the last | the past | past | آخر) UNIT', ({ unit }, { today }) => recent(1, unit('UNIT'), today)),
  rule('(PAST NUMBER UNIT | NUMBER PAST UNIT | [ال] NUMBER UNIT LAST_AFTER)', lastUnits),
  rule('(THE_UNIT [ال] NUMBER LAST_AFTER | [ال] NUMBER THE_UNIT LAST_AFTER)', lastUnits),
  rule('(PAST TWO | TWO LAST_AFTER)', ({ unit }, { today }) => recent(2, unit('TWO'), today)),
  rule('(NUMBER UNIT AGO | BEFORE_NOW NUMBER UNIT)', ({ number, unit }, now) =>
    back(number('NUMBER') ?? 1, unit('UNIT'), now),
  ),
  rule('BEFORE_NOW TWO', ({ unit }, now) => back(2, unit('TWO'), now)),
  rule('BEFORE_NOW UNIT', ({ unit }, now) => back(1, unit('UNIT'), now)),
  // «منذ ثلاثة أيام» means both "three days ago" and "for three days": the days of both.
  rule('SINCE_BEFORE [NUMBER] UNIT', ({ number, unit }, now) => ({
    from: back(number('NUMBER') ?? 1, unit('UNIT'), now).from,
    to: now.today,
  })),
  rule('SINCE_BEFORE TWO', ({ unit }, now) => ({ from: back(2, unit('TWO'), now).from, to: now.today })),
  rule('START_OF', ({ text }, now) => oneDay(startOf(asUnit(text('START_OF')), now)), true),
]

/**
 * The longest name of a day or stretch that begins at a word. `led`: a word of time stands before it, so that
 * a bare month or year is one. Null: there is none, or it names an impossible date.
 */
export function findPoint(words: Words, at: number, now: Now, led: boolean): Point | null {
  let best = numeric(words.readings[at]?.[0] ?? '', at, led)
  for (const { template, needsIn, range: resolve } of rules) {
    if (needsIn && !led) continue
    const match = matchTemplate(template, words, { from: at, whole: false })
    if (!match || match.end <= (best?.end ?? 0)) continue
    const range = resolve(values(match), now)
    if (range) best = { range, end: match.end }
  }
  return best
}

/** The most recent such weekday (1 Monday … 7 Sunday), today or only before it. */
function lastWeekday(today: Day, weekday: number, orToday: boolean): Day {
  const days = (today.dayOfWeek - weekday + 7) % 7
  return today.subtract({ days: days === 0 && !orToday ? 7 : days })
}

function values({ found }: Match): Values {
  const text = (name: string): string | undefined => found.get(name)?.value
  return {
    text,
    number: (name) => (found.has(name) ? Number.parseInt(text(name) ?? '', 10) : undefined),
    unit: (name) => asUnit(text(name) ?? text('THE_UNIT')),
  }
}

function asUnit(value: string | undefined): Unit {
  return value === 'hour' || value === 'week' || value === 'month' || value === 'year' ? value : 'day'
}

function oneDay(date: Day): Range {
  return { from: date, to: date }
}

/** A day without a year is the last one that is not in the future. */
function dayOfMonth({ number }: Values, { today }: Now): Range | null {
  const [month, dayNumber, year] = [number('MONTH') ?? 1, number('DAY') ?? 1, number('YEAR')]
  if (year !== undefined) return realDay(year, month, dayNumber)
  const found = realDay(today.year, month, dayNumber)
  return found && Temporal.PlainDate.compare(found.from, today) <= 0
    ? found
    : realDay(today.year - 1, month, dayNumber)
}

function wholeMonth({ number }: Values, { today }: Now): Range {
  const month = number('MONTH') ?? 1
  return monthOf(number('YEAR') ?? (month <= today.month ? today.year : today.year - 1), month)
}

function monthOf(year: number, month: number): Range {
  const from = new Temporal.PlainDate(year, month, 1)
  return { from, to: from.with({ day: from.daysInMonth }) }
}

function wholeYear({ number }: Values): Range {
  const year = number('YEAR') ?? years.first
  return { from: new Temporal.PlainDate(year, 1, 1), to: new Temporal.PlainDate(year, 12, 31) }
}

function realDay(year: number, month: number, dayNumber: number): Range | null {
  if (!isYear(year) || !isMonth(month) || dayNumber < 1) return null
  const { from, to } = monthOf(year, month)
  return dayNumber <= to.day ? oneDay(from.with({ day: dayNumber })) : null
}

const isYear = (year: number): boolean => year >= years.first && year <= years.last
const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** 10/04/2024, 10.4.24, 2024-04-10, 04/2024; day first, unless only the other way round is a date. */
function numeric(word: string, at: number, led: boolean): Point | null {
  const parts = word.split(/[/.-]/)
  const [a, b, c] = [Number(parts[0]), Number(parts[1]), Number(parts[2])]
  const shape = parts.map((part) => part.length).join()
  let range: Range | null = null
  if (/^[12],4$/.test(shape)) range = led && isMonth(a) && isYear(b) ? monthOf(b, a) : null
  else if (/^4,\d,\d$/.test(shape)) range = realDay(a, b, c)
  else if (/^[12],[12],4$/.test(shape)) range = realDay(c, b, a) ?? realDay(c, a, b)
  else if (/^[12],[12],2$/.test(shape)) range = realDay(2000 + c, b, a)
  return range && { range, end: at + 1 }
}

function lastUnits({ number, unit }: Values, { today }: Now): Range {
  return recent(number('NUMBER') ?? 1, unit('UNIT'), today)
}

/** The last `count` units up to today, today being one of the days. */
function recent(count: number, unit: Unit, today: Day): Range {
  if (unit === 'hour') return { from: today.subtract({ days: Math.ceil(count / 24) }), to: today }
  const length = {
    day: { days: count },
    week: { weeks: count },
    month: { months: count },
    year: { years: count },
  }[unit]
  return { from: today.subtract(length).add({ days: 1 }), to: today }
}

/** The whole day, week, month or year that lies `count` of them back. */
function back(count: number, unit: Unit, now: Now): Range {
  const first = startOf(unit, now)
  if (unit === 'hour') return recent(count, unit, now.today)
  if (unit === 'day') return oneDay(first.subtract({ days: count }))
  if (unit === 'week') {
    const from = first.subtract({ weeks: count })
    return { from, to: from.add({ days: 6 }) }
  }
  const length = unit === 'month' ? { months: count } : { years: count }
  const from = first.subtract(length)
  return { from, to: from.add(unit === 'month' ? { months: 1 } : { years: 1 }).subtract({ days: 1 }) }
}

function upToToday(unit: Unit, now: Now): Range {
  return { from: startOf(unit, now), to: now.today }
}

function startOf(unit: Unit, { today, weekStart }: Now): Day {
  if (unit === 'week') return lastWeekday(today, { mon: 1, sat: 6, sun: 7 }[weekStart], true)
  if (unit === 'month') return today.with({ day: 1 })
  return unit === 'year' ? today.with({ month: 1, day: 1 }) : today
}
