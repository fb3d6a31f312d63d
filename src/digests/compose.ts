// A digest as its reader sees it: the articles, and an account of what was read, left out and not reached. Pure.

import { pack } from '../answers/action.ts'
import { articleEntry } from '../answers/latest.ts'
import { displayName } from '../answers/statement-lines.ts'
import { type Button, type Reply, rowsOf } from '../answers/reply.ts'
import type { Article } from '../articles/store.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { outletName } from '../sources/outlet-names.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { minuteOfDay } from '../texts/clock.ts'
import { cityName } from '../subscriptions/cities.ts'
import { type Digest, shownMax } from './digest.ts'
import type { Gathered } from './gather.ts'
import { wantedName } from '../subscriptions/interest.ts'

const leftOutPerMessage = 8

/** `id` is the stored digest, for its buttons; null for one on demand, and on the command line. */
export type DigestView = Digest & { id: number | null }

export function composeDigest(digest: DigestView, gathered: Gathered, language: Language): Reply {
  const t = texts[language]
  const names = digest.topics.map((it) => wantedName(it, language, gathered.names))
  const shown = gathered.articles.slice(0, shownMax)
  const lines: Line[] = [[bold(titleOf(digest, names, language))]]
  if (isInvented(shown)) lines.push([t.sampleLine])
  lines.push([t.digest.when(digest.to, digest.zone, cityName(digest.zone, language))])
  lines.push(...changedLines(digest, shown, language))
  for (const [index, article] of shown.entries())
    lines.push(blank, ...entryLines(article, gathered, index + 1, language))
  if (shown.length === 0) lines.push(blank, [t.digest.nothing])
  lines.push(...followedLines(digest, gathered, shown, language))
  const told = shown.reduce((sum, { id }) => sum + 1 + (gathered.also.get(id)?.length ?? 0), 0)
  lines.push(blank, ...accountLines(digest, told, language))
  return { lines, buttons: buttonsOf(digest, shown, language) }
}

function titleOf({ id, atOnce, to, zone }: DigestView, names: readonly string[], language: Language): string {
  const t = texts[language].digest
  if (id === null) return t.titleNow(names)
  return atOnce ? t.titleAtOnce(names) : t.title(minuteOfDay(to, zone), names)
}

/** Which of the articles are no longer what they were when the digest was sent. */
function changedLines({ changed }: DigestView, shown: readonly Article[], language: Language): Line[] {
  const numbers = shown.flatMap(({ id }, index) => (changed.includes(id) ? [index + 1] : []))
  return numbers.length === 0 ? [] : [[texts[language].digest.changed(numbers)]]
}

/** "People you follow": who of them speaks in the articles above, and in which. */
function followedLines(
  { content }: DigestView,
  { people }: Gathered,
  shown: readonly Article[],
  language: Language,
): Line[] {
  const t = texts[language].digest
  const told = content.followed.flatMap(({ personId, articles }): Line[] => {
    const person = people.find((it) => it.personId === personId)
    const numbers = shown.flatMap(({ id }, index) => (articles[String(id)] === undefined ? [] : [index + 1]))
    if (!person || numbers.length === 0) return []
    const count = shown.reduce((sum, { id }) => sum + (articles[String(id)] ?? 0), 0)
    return [[t.followed(displayName(person.names, language), count, numbers)]]
  })
  return told.length === 0 ? [] : [blank, [bold(t.followedTitle)], ...told]
}

/** An article, and which other outlets report the same. */
function entryLines(
  article: Article,
  { summaries, also, carriedBy }: Gathered,
  number: number,
  language: Language,
): Line[] {
  const own = outletOf(article, language)
  const others = new Set([
    ...(also.get(article.id) ?? []).flatMap((it) => outletOf(it, language) ?? []),
    ...(carriedBy.get(article.id) ?? []).map((it) => outletName(it, language)),
  ])
  if (own !== undefined) others.delete(own)
  const entry = articleEntry(article, summaries, number, language)
  return others.size === 0
    ? entry
    : [...entry, [texts[language].alsoReported([...others].slice(0, outletsMax))]]
}

const outletsMax = 8

function outletOf({ source, agency }: Article, language: Language): string | undefined {
  const outlet = source ?? agency
  return outlet === null ? undefined : outletName(outlet, language)
}

const dayMs = 24 * 60 * 60 * 1000
const daysOfOneName = 6

function accountLines({ zone, from, to, nextAt, content }: DigestView, shown: number, language: Language) {
  const t = texts[language].digest
  const long = to.getTime() - from.getTime() > daysOfOneName * dayMs
  const leftOut = content.read - content.others - content.before - shown
  const lines: Line[] = [
    [t.window({ from, to, zone, long })],
    [
      t.account({
        read: content.read,
        sources: content.sources,
        shown,
        leftOut,
        others: content.others,
        before: content.before,
      }),
    ],
  ]
  if (content.failed.length > 0) lines.push([t.failed(content.failed)])
  if (nextAt !== null) lines.push([t.next(nextAt, zone)])
  return lines
}

function buttonsOf({ id, content }: DigestView, shown: readonly Article[], language: Language): Button[][] {
  const t = texts[language]
  const other = otherLanguage(language)
  const leftOut = content.articles.length - shown.length
  const numbers = shown.map((article, index) => ({ text: String(index + 1), data: pack('r', article.id) }))
  const stored: (Button | null)[] =
    id === null
      ? []
      : [
          leftOut > 0
            ? { text: t.digest.buttons.leftOut(leftOut), data: pack('d', id, language, shownMax) }
            : null,
          { text: texts[other].name, data: pack('d', id, other, 0) },
          { text: t.digest.buttons.changeTime, data: pack('hour') },
          { text: t.digest.buttons.stop, data: pack('stop') },
        ]
  return [...rowsOf(numbers, shownMax), ...rowsOf(stored)]
}

/** What a digest had no room for. */
export function composeLeftOut(
  digest: DigestView,
  gathered: Gathered,
  offset: number,
  language: Language,
): Reply {
  const t = texts[language]
  const shown = gathered.articles.slice(offset, offset + leftOutPerMessage)
  const lines: Line[] = [[bold(t.digest.leftOutTitle)]]
  if (isInvented(shown)) lines.push([t.sampleLine])
  for (const [index, article] of shown.entries())
    lines.push(blank, ...entryLines(article, gathered, offset + index + 1, language))
  const next = offset + leftOutPerMessage
  const more =
    digest.id !== null && next < gathered.articles.length
      ? [[{ text: t.buttons.more, data: pack('d', digest.id, language, next) }]]
      : []
  return { lines, buttons: more }
}

const isInvented = (articles: readonly Article[]): boolean =>
  articles.some((it) => it.sample?.kind === 'invented')
