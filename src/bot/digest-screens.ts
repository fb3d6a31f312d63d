// The screens of subscriptions and settings. Pure: what is said, and the buttons under it.

import { pack } from '../answers/action.ts'
import { type Button, type Reply, rowsOf } from '../answers/reply.ts'
import { cityName, offeredCities } from '../subscriptions/cities.ts'
import { everyDay, mondayToFriday, sundayToThursday } from '../subscriptions/due.ts'
import { isTopic, wantedName } from '../subscriptions/interest.ts'
import type { Subscription } from '../subscriptions/store.ts'
import type { Subscribed } from '../subscriptions/schedule.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { timeOfDay, weekdaysIn } from '../texts/clock.ts'
import { texts } from '../texts/texts.ts'
import { shortTopicName, topics } from '../topics/topics.ts'

export function topicsScreen(subscriptions: readonly Subscription[], language: Language): Reply {
  const t = texts[language].subscriptions
  const toggles = topics.map(({ id }, place) => {
    const isChosen = subscriptions.some(({ topic }) => topic === id)
    return {
      text: `${isChosen ? '✓ ' : ''}${shortTopicName(id, language)}`,
      data: pack('t', place, isChosen ? 0 : 1),
    }
  })
  return {
    lines: [[bold(t.choose)], [t.chooseHint]],
    buttons: [...rowsOf(toggles), [{ text: t.done, data: pack('subs') }]],
  }
}

export function subscriptionsScreen(subscribed: Subscribed, language: Language): Reply {
  const { subscriptions, names, zone, isPaused, atOnce, tellsNothing, nextAt } = subscribed
  const t = texts[language].subscriptions
  if (subscriptions.length === 0)
    return { lines: [[t.none]], buttons: [[{ text: t.buttons.subscribe, data: pack('topics') }]] }
  const lines: Line[] = [
    [bold(t.title)],
    [t.topics(subscriptions.map(({ topic }) => wantedName(topic, language, names)))],
    [whenLine(subscribed, language)],
  ]
  if (isPaused) lines.push([t.paused])
  if (zone !== null && nextAt !== null && !atOnce) lines.push([t.next(nextAt, zone)])
  if (!tellsNothing && !atOnce) lines.push([t.silentWithoutNews])
  lines.push(...publishingLines(subscribed, language))
  const words = subscriptions
    .filter(({ topic }) => !isTopic(topic))
    .slice(0, removableMax)
    .map(({ id, topic }) => ({
      text: t.buttons.remove(wantedName(topic, language, names)),
      data: pack('x', id),
    }))
  const buttons = rowsOf([
    { text: t.buttons.topics, data: pack('topics') },
    { text: t.buttons.hour, data: pack('hour') },
    { text: t.buttons.days, data: pack('days') },
    { text: t.buttons.city, data: pack('city') },
    { text: t.buttons.now, data: pack('now') },
    { text: tellsNothing ? t.buttons.silent : t.buttons.tell, data: pack('tell', tellsNothing ? 0 : 1) },
    { text: isPaused ? t.buttons.resume : t.buttons.pause, data: pack('pause', isPaused ? 0 : 1) },
    { text: t.buttons.stop, data: pack('stop') },
  ])
  return {
    lines,
    buttons: [...words.map((it) => [it]), ...buttons, ...rowsOf(publishingButtons(subscribed, language))],
  }
}

function whenLine({ zone, days, minutes, atOnce }: Subscribed, language: Language): string {
  const t = texts[language].subscriptions
  if (zone === null) return t.city(null)
  return atOnce ? t.atOnce : t.every(daysName(days, language), minutes, cityName(zone, language))
}

/** How digests go out into a group or channel. */
function publishingLines({ publishing }: Subscribed, language: Language): Line[] {
  if (!publishing) return []
  const t = texts[language].publishing
  const { isSilent, isPinned, footer, approverId } = publishing
  return [
    ...(isSilent ? [[t.isSilent]] : []),
    ...(isPinned ? [[t.isPinned]] : []),
    ...(approverId === null ? [] : [[t.isApproved]]),
    ...(footer === null ? [] : [[t.footer(footer)]]),
  ]
}

function publishingButtons({ publishing }: Subscribed, language: Language): Button[] {
  if (!publishing) return []
  const t = texts[language].publishing.buttons
  const { isSilent, isPinned, approverId } = publishing
  return [
    { text: isSilent ? t.loud : t.silent, data: pack('silent', isSilent ? 0 : 1) },
    { text: isPinned ? t.unpin : t.pin, data: pack('pin', isPinned ? 0 : 1) },
    {
      text: approverId === null ? t.approve : t.unapproved,
      data: pack('approval', approverId === null ? 1 : 0),
    },
  ]
}

/** More buttons than fit on a screen help nobody. */
const removableMax = 10

/** The usual choices; any other set of days is named day by day. */
const weeks = [everyDay, sundayToThursday, mondayToFriday]
/** Once a week, on the day that a week ends with: Friday, Saturday or Sunday. */
const weekEnds = [1 << 4, 1 << 5, 1 << 6]

export function daysScreen(language: Language): Reply {
  const t = texts[language].subscriptions
  const choices = [...weeks, ...weekEnds].map((days) => ({
    text: daysName(days, language),
    data: pack('w', days),
  }))
  return {
    lines: [[bold(t.askDays)]],
    buttons: [...rowsOf(choices), [{ text: t.buttons.atOnce, data: pack('atonce') }]],
  }
}

function daysName(days: number, language: Language): string {
  const t = texts[language].subscriptions
  const known = new Map([
    [everyDay, t.everyDay],
    [sundayToThursday, t.sundayToThursday],
    [mondayToFriday, t.mondayToFriday],
  ]).get(days)
  return known ?? t.onDays(weekdaysIn(days, language))
}

export function settingsScreen(
  { zone, minutes, quietFrom, quietTo, inBoth, atOnce }: Subscribed,
  language: Language,
): Reply {
  const t = texts[language].subscriptions
  const other = otherLanguage(language)
  return {
    lines: [
      [bold(t.settings)],
      [t.language(texts[language].name)],
      ...(inBoth ? [[t.inBoth]] : []),
      [t.city(zone === null ? null : cityName(zone, language))],
      [atOnce ? t.atOnce : t.hours(minutes)],
      [quietFrom === null || quietTo === null ? t.noQuiet : t.quiet(quietFrom, quietTo)],
    ],
    buttons: rowsOf([
      { text: t.buttons.city, data: pack('city') },
      { text: t.buttons.hour, data: pack('hour') },
      { text: t.buttons.quiet, data: pack('quiet') },
      { text: t.buttons.language, data: pack('lang', other) },
      { text: inBoth ? t.buttons.inOne : t.buttons.inBoth, data: pack('both', inBoth ? 0 : 1) },
    ]),
  }
}

/** Hours, from and to; the same twice is none. */
const offeredQuiet = [
  [22, 7],
  [23, 8],
  [0, 6],
  [0, 0],
] as const

export function quietScreen(language: Language): Reply {
  const t = texts[language].subscriptions
  const choices = offeredQuiet.map(([from, to]) => ({
    text: from === to ? t.noQuiet : t.quiet(from * 60, to * 60),
    data: pack('qh', from, to),
  }))
  return { lines: [[bold(t.askQuiet)], [t.askQuietHint]], buttons: rowsOf(choices, 1) }
}

const citiesPerRow = 3

export function cityScreen(language: Language): Reply {
  const t = texts[language].subscriptions
  const cities = offeredCities.map(({ zone }, place) => ({
    text: cityName(zone, language),
    data: pack('z', place),
  }))
  return { lines: [[bold(t.askCity)], blank, [t.askCityHint]], buttons: rowsOf(cities, citiesPerRow) }
}

const offeredHours = [5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22]

export function hourScreen(language: Language): Reply {
  const t = texts[language].subscriptions
  const hours = offeredHours.map((hour) => ({ text: timeOfDay(hour * 60, language), data: pack('h', hour) }))
  return {
    lines: [[bold(t.askHour)]],
    buttons: [...rowsOf(hours, citiesPerRow), [{ text: t.buttons.hours, data: pack('hours') }]],
  }
}

/** Several hours a day: what is chosen has a mark, and a tap turns it. */
export function hoursScreen(minutes: readonly number[], language: Language): Reply {
  const t = texts[language].subscriptions
  const chosen = minutes.map((minute) => Math.floor(minute / 60))
  const toggles = [...new Set([...offeredHours, ...chosen])]
    .toSorted((a, b) => a - b)
    .map((hour) => ({
      text: `${chosen.includes(hour) ? '✓ ' : ''}${timeOfDay(hour * 60, language)}`,
      data: pack('athour', hour, chosen.includes(hour) ? 0 : 1),
    }))
  return {
    lines: [[bold(t.askHours)], [t.askHoursHint]],
    buttons: [...rowsOf(toggles, citiesPerRow), [{ text: t.done, data: pack('subs') }]],
  }
}
