// Figures, shares, months and days: what a text states must be stated in the article, and in the sentences that the text names.

import { monthNames, weekdayNames } from '../../language/calendar.data.ts'
import { fold, foldedWords } from '../../language/normalise.ts'
import { near, type Source, type Text } from './fault.ts'
import { unsupportedNumbers } from './numbers.ts'

export function numberFaults({ text, restsOn }: Text, source: Source): string[] {
  const all = `${source.sentences.join('\n')}\n${source.besides}`
  const unstated = unsupportedNumbers(text, all)
  const faults = unstated.map((number) => `the number ${number} is not in the article`)
  if (restsOn.length === 0) return faults
  const elsewhere = unsupportedNumbers(text, `${near(source, restsOn).join('\n')}\n${source.besides}`)
  const others = elsewhere
    .filter((it) => !unstated.includes(it))
    .map((number) => `the number ${number} is not in the sentences that it names in rests_on`)
  return [...faults, ...others, ...shareFaults(text, all)]
}

/** In folded text: figures are 0-9, ٪ is %, «المئة» is «الميه». */
const percent = /(?:%|per ?cent|(?:في|ب)\s?الما?يه|بالما?يه)/
const share = new RegExp(String.raw`(\d+(?:[.,]\d+)?)\s*${percent.source}`, 'g')
const sharesOf = (text: string): string[] =>
  Array.from(fold(text).matchAll(share), ([, number]) => number ?? '')

/** "12 percent" where the article has no share at all. In words («عشرة في المئة») only the number is checked. */
function shareFaults(text: string, source: string): string[] {
  if (percent.test(fold(source))) return []
  return sharesOf(text).map((it) => `${it} percent is not in the article`)
}

const months = tableOf(monthNames)
const weekdays = tableOf(weekdayNames)

/** Every name's words, and which month or day it is. "May" and «ماي» are left out: they are a verb and a family name too. */
function tableOf(names: readonly (readonly string[])[]): { words: string; value: number }[] {
  return names.flatMap((row, value) =>
    row
      .filter((name) => name.length > 3 || /[\u0600-\u06ff]/.test(name))
      .map((name) => ({ words: fold(name), value }))
      .filter(({ words }) => words.length > 2 && words !== 'ماي' && words !== 'احد'),
  )
}

export function dateFaults({ text, restsOn }: Text, source: Source): string[] {
  const all = `${near(source, restsOn).join(' ')} ${source.besides}`
  const published = /^(\d{4})-(\d{2})-(\d{2})/.exec(source.besides)
  const statedMonths = found(months, all)
  if (published) statedMonths.add(Number(published[2]) - 1)
  const wrongMonths = Array.from(found(months, text)).filter((it) => !statedMonths.has(it))
  // The title's day is another's as often as not ("frost by Wednesday", announced on Monday): it counts where it is named.
  const cited = restsOn.length === 0 ? all : restsOn.map((id) => source.sentences[id] ?? '').join(' ')
  const statedDays = found(weekdays, cited)
  // «أمس», "today" stand for a weekday that the model may name from the date of publication.
  if (published) for (const day of relativeDays(all, published[0])) statedDays.add(day)
  const wrongDays = Array.from(found(weekdays, text)).filter((it) => !statedDays.has(it))
  return [
    ...wrongMonths.map((it) => `${monthNames[it]?.[0]} is not in the sentences that it rests on`),
    ...wrongDays.map((it) => `${weekdayNames[it]?.[0]} is not in the sentences that it rests on`),
  ]
}

const relativeDay =
  /(?<!\p{L})(?:[وفبل]?(?:(?<before>ال?[أا]مس|[أا]مس|yesterday|last night)|(?<after>غدا|غدًا|الغد|tomorrow)|(?<same>اليوم|الليلة|today|tonight)))(?!\p{L})/giu

/** The weekdays that a text means without naming them, by the day that it was published. */
function relativeDays(text: string, published: string): number[] {
  // The table begins with Monday, the calendar of JavaScript with Sunday.
  const today = (new Date(`${published}T12:00:00Z`).getUTCDay() + 6) % 7
  return Array.from(text.matchAll(relativeDay), ({ groups }) => {
    const shift = groups?.['before'] ? -1 : groups?.['after'] ? 1 : 0
    return (today + shift + 7) % 7
  })
}

function found(table: readonly { words: string; value: number }[], text: string): Set<number> {
  const words = ` ${foldedWords(text).join(' ')} `
  return new Set(
    table.filter((it) => new RegExp(` [وفبلك]?${it.words} `).test(words)).map(({ value }) => value),
  )
}
