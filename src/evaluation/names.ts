// Scores the matcher of names: is the right name first, or among the first five, of all that the file holds?

import { acceptScore, prepareNames, rankNames } from '../people/match.ts'
import { inFolder, readColumns } from './data.ts'
import { skeletonLikeness, skeletonOf } from './skeleton.ts'
import { type Figures, manifest, type Result, type ScoredSet, share, type Task, timed } from './task.ts'

const wikidata = {
  enAr: manifest({ top1: 0.791, top5: 0.902 }),
  arEn: manifest({ top1: 0.852, top5: 0.93 }),
}

export const names: Task = {
  name: 'names',
  sets: [
    ...bothWays('Wikidata', 'names_wikidata_en_ar.tsv', { arabicFirst: false, floors: wikidata }),
    ...bothWays('Google', 'names_google_ar2en.tsv', { arabicFirst: true }),
    ...bothWays('ANETAC', 'names_anetac_en_ar.tsv', { arabicFirst: false }),
    { name: 'figures', from: 'data', score: scoreFigures },
    { name: 'outlets', from: 'data', score: scoreOutlets },
  ],
}

/** More tell little more and take minutes; they are taken evenly from the whole file. */
const queriesMax = 1_000

type Shape = { arabicFirst: boolean; floors?: typeof wikidata }

function bothWays(name: string, file: string, { arabicFirst, floors }: Shape): ScoredSet[] {
  const read = (folder: string): Pair[] =>
    readColumns(inFolder(folder, file), 2).map(([first = '', second = '']) =>
      arabicFirst ? { arabic: first, latin: second } : { arabic: second, latin: first },
    )
  return [
    {
      name: `${name} en→ar`,
      from: 'data',
      score: (folder) =>
        scorePairs(
          read(folder).map(({ arabic, latin }) => ({ query: latin, wanted: arabic })),
          floors?.enAr,
        ),
    },
    {
      name: `${name} ar→en`,
      from: 'data',
      score: (folder) =>
        scorePairs(
          read(folder).map(({ arabic, latin }) => ({ query: arabic, wanted: latin })),
          floors?.arEn,
        ),
    },
  ]
}

type Pair = { arabic: string; latin: string }
export type Wanted = { query: string; wanted: string }

/** Every name wanted by any query is a candidate for all; where one query is listed with several, each of them is right. */
export async function scorePairs(
  pairs: readonly Wanted[],
  floor?: ReturnType<typeof manifest>,
): Promise<Result> {
  const right = new Map<string, Set<string>>()
  for (const { query, wanted } of pairs) right.set(query, (right.get(query) ?? new Set()).add(wanted))
  const candidates = [...new Set(pairs.map((it) => it.wanted))]
  const queries = evenly([...right.keys()], queriesMax)
  const isRight = (query: string) => (name: string) => right.get(query)?.has(name) ?? false

  const among = prepareNames(candidates)
  const { done, msEach } = await timed(queries, (query) => rankNames(query, among, 5).map(({ name }) => name))
  const skeletons = candidates.map((name) => ({ name, skeleton: skeletonOf(name) }))
  return {
    n: `${queries.length} among ${candidates.length}`,
    figures: topShares(queries.map((query, i) => (done[i] ?? []).map(isRight(query)))),
    floors: [
      {
        by: 'skeleton, this run',
        figures: topShares(queries.map((query) => bySkeleton(query, skeletons).map(isRight(query)))),
      },
      ...(floor ? [{ ...floor, by: 'manifest, skeleton' }] : []),
    ],
    msEach,
  }
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor(i * step)]).filter(
    (it) => it !== undefined,
  )
}

function topShares(hits: readonly (readonly boolean[])[]): Figures {
  const within = (most: number) =>
    share(hits.filter((it) => it.slice(0, most).includes(true)).length, hits.length)
  return { top1: within(1), top5: within(5) }
}

function bySkeleton(
  query: string,
  candidates: readonly { name: string; skeleton: ReturnType<typeof skeletonOf> }[],
): string[] {
  const mine = skeletonOf(query)
  return candidates
    .map(({ name, skeleton }) => ({ name, score: skeletonLikeness(mine, skeleton) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ name }) => name)
}

// — people with many spellings —

/** Each spelling of each person is asked for among the first Arabic and the first Latin name of all of them. */
async function scoreFigures(folder: string): Promise<Result> {
  const people = readColumns(inFolder(folder, 'names_figures.tsv'), 2).map((columns) =>
    columns.map((spellings) => spellings.split('|').map((it) => it.trim())),
  )
  const lists = [0, 1].map((column) => people.map((it) => it[column]?.[0] ?? ''))
  const asked = people.flatMap((it, person) => it.flat().map((spelling) => ({ person, spelling })))
  return scoreSpellings(asked, lists, people.length)
}

async function scoreOutlets(folder: string): Promise<Result> {
  const [, ...rows] = readColumns(inFolder(folder, 'names_attested_outlet_variants.tsv'), 2)
  const people = [...new Set(rows.map(([person = '']) => person))]
  const asked = rows.map(([person = '', spelling = '']) => ({ person: people.indexOf(person), spelling }))
  return scoreSpellings(asked, [people], people.length)
}

export async function scoreSpellings(
  asked: readonly { person: number; spelling: string }[],
  lists: readonly (readonly string[])[],
  people: number,
): Promise<Result> {
  const prepared = lists.map((list) => prepareNames(list))
  const { done, msEach } = await timed(asked, ({ spelling }) =>
    prepared.map((among) => rankNames(spelling, among, 1)[0]),
  )
  const results = asked.flatMap(({ person, spelling }, i) =>
    lists.map((list, j) => {
      const best = done[i]?.[j]
      const first = best !== undefined && best.name === list[person]
      return {
        person,
        spelling,
        first,
        found: first && best.score >= acceptScore,
        got: best?.name ?? 'nobody',
      }
    }),
  )
  const lost = results.filter((it) => !it.found)
  return {
    n: `${asked.length} spellings of ${people}`,
    figures: {
      top1: share(results.filter((it) => it.first).length, results.length),
      accepted: share(results.length - lost.length, results.length),
      'whole people': 1 - share(new Set(lost.map((it) => it.person)).size, people),
    },
    msEach,
    notes: lost.map(({ spelling, got, first }) => `${spelling} → ${got}${first ? ', not accepted' : ''}`),
  }
}
