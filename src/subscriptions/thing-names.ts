// What the people, stories and sources that a chat has subscribed to are called.

import { peopleById } from '../answers/people.ts'
import { displayName } from '../answers/statement-lines.ts'
import { listArticles } from '../articles/store.ts'
import type { Db } from '../database/database.ts'
import { listSourceNames } from '../sources/store.ts'
import { readThing, type Thing, thingId, type ThingNames } from './interest.ts'

/**
 * Those among the subscriptions that still exist: people by their name in either script, stories by the headline of their first article, sources by
 * the name that they give themselves, else by their address.
 */
export async function readThingNames(db: Db, subscriptions: readonly string[]): Promise<ThingNames> {
  const things = subscriptions.flatMap((it) => readThing(it) ?? [])
  const idsOf = (wanted: Thing) => things.flatMap(({ thing, id }) => (thing === wanted ? [id] : []))
  // One after the other: in a transaction they share a connection.
  const people = await peopleById(db, idsOf('person'))
  const first = await listArticles(db, idsOf('story'))
  const sources = await listSourceNames(db, idsOf('feed'))
  return new Map([
    ...people.map(
      ({ personId, names }) =>
        [
          thingId('person', personId),
          { ar: displayName(names, 'ar'), en: displayName(names, 'en') },
        ] as const,
    ),
    ...sources.map(({ id, name, address }) => {
      const called = name ?? address
      return [thingId('feed', id), { ar: called, en: called }] as const
    }),
    ...first.map(({ id, title }) => [thingId('story', id), { ar: title, en: title }] as const),
  ])
}
