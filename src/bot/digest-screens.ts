// The screens of subscriptions and settings. Pure: what is said, and the buttons under it.

import { pack } from '../answers/action.ts'
import { type Reply, rowsOf } from '../answers/reply.ts'
import { cityName, offeredCities } from '../digests/cities.ts'
import type { Subscribed } from '../digests/subscriptions.ts'
import type { Language } from '../language/script.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { timeOfDay } from '../texts/clock.ts'
import { texts } from '../texts/texts.ts'
import { shortTopicName, topics } from '../topics/topics.ts'

export function topicsScreen(chosen: readonly string[], language: Language): Reply {
  const t = texts[language].subscriptions
  const toggles = topics.map(({ id }, place) => {
    const isChosen = chosen.includes(id)
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

export function subscriptionsScreen(
  { topics: chosen, zone, minute, nextAt }: Subscribed,
  language: Language,
): Reply {
  const t = texts[language].subscriptions
  if (chosen.length === 0)
    return { lines: [[t.none]], buttons: [[{ text: t.buttons.subscribe, data: pack('topics') }]] }
  const lines: Line[] = [[bold(t.title)], [t.topics(chosen.map((it) => shortTopicName(it, language)))]]
  if (zone !== null) lines.push([t.every(minute, cityName(zone, language))])
  else lines.push([t.city(null)])
  if (zone !== null && nextAt !== null) lines.push([t.next(nextAt, zone)])
  const buttons = rowsOf([
    { text: t.buttons.topics, data: pack('topics') },
    { text: t.buttons.hour, data: pack('hour') },
    { text: t.buttons.city, data: pack('city') },
    { text: t.buttons.now, data: pack('now') },
    { text: t.buttons.stop, data: pack('stop') },
  ])
  return { lines, buttons }
}

export function settingsScreen({ zone, minute }: Subscribed, language: Language): Reply {
  const t = texts[language].subscriptions
  const other: Language = language === 'ar' ? 'en' : 'ar'
  return {
    lines: [
      [bold(t.settings)],
      [t.language(texts[language].name)],
      [t.city(zone === null ? null : cityName(zone, language))],
      [t.hour(minute)],
    ],
    buttons: rowsOf([
      { text: t.buttons.city, data: pack('city') },
      { text: t.buttons.hour, data: pack('hour') },
      { text: t.buttons.language, data: pack('lang', other) },
    ]),
  }
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
  const hours = offeredHours.map((hour) => ({ text: timeOfDay(hour * 60, language), data: pack('h', hour) }))
  return { lines: [[bold(texts[language].subscriptions.askHour)]], buttons: rowsOf(hours, citiesPerRow) }
}
