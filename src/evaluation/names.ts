// Scores the matcher of names: is the right name first, or among the first five, of all that the file holds?

import { fold } from '../language/normalise.ts'
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
    { name: 'open set en→ar', from: 'data', score: (folder) => scoreOpenSet(folder, 'enAr', folded) },
    { name: 'open set ar→en', from: 'data', score: (folder) => scoreOpenSet(folder, 'arEn', folded) },
    { name: 'to the letter en→ar', from: 'data', score: (folder) => scoreOpenSet(folder, 'enAr', asWritten) },
    { name: 'to the letter ar→en', from: 'data', score: (folder) => scoreOpenSet(folder, 'arEn', asWritten) },
    { name: 'figures', from: 'data', score: scoreFigures },
    { name: 'figures in a crowd', from: 'data', score: scoreCrowd },
    { name: 'outlets', from: 'data', score: scoreOutlets },
  ],
}

/** More tell little more and take minutes; they are taken evenly from the whole file. */
const queriesMax = 1_000

type Shape = { arabicFirst: boolean; floors?: typeof wikidata }

function bothWays(name: string, file: string, { arabicFirst, floors }: Shape): ScoredSet[] {
  const read = (folder: string) => readPairs(inFolder(folder, file), arabicFirst)
  return [
    {
      name: `${name} en→ar`,
      from: 'data',
      score: (folder) => scorePairs(inDirection(read(folder), 'enAr'), floors?.enAr),
    },
    {
      name: `${name} ar→en`,
      from: 'data',
      score: (folder) => scorePairs(inDirection(read(folder), 'arEn'), floors?.arEn),
    },
  ]
}

type Direction = 'enAr' | 'arEn'
type Pair = { arabic: string; latin: string }
export type Wanted = { query: string; wanted: string }

const readPairs = (file: string, arabicFirst: boolean): Pair[] =>
  readColumns(file, 2).map(([first = '', second = '']) =>
    arabicFirst ? { arabic: first, latin: second } : { arabic: second, latin: first },
  )

const inDirection = (pairs: readonly Pair[], direction: Direction): Wanted[] =>
  pairs.map(({ arabic, latin }) =>
    direction === 'enAr' ? { query: latin, wanted: arabic } : { query: arabic, wanted: latin },
  )

/** Every name wanted by any query is a candidate for all; where one query is listed with several, each of them is right. */
export async function scorePairs(
  pairs: readonly Wanted[],
  floor?: ReturnType<typeof manifest>,
): Promise<Result> {
  const right = rightAnswers(pairs)
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

function rightAnswers(pairs: readonly Wanted[]): Map<string, Set<string>> {
  const right = new Map<string, Set<string>>()
  for (const { query, wanted } of pairs) right.set(query, (right.get(query) ?? new Set()).add(wanted))
  return right
}

// — names that are there, and names that are not —

const openSetSize = 10_000
const openSetSeed = 20_240_412
const openSetRecall = 0.9
const openSetFloors = {
  enAr: manifest({ top1: 0.888, top5: 0.965, 'wrong at 90 %': 0.42 }),
  arEn: manifest({ top1: 0.943, top5: 0.979, 'wrong at 90 %': 0.25 }),
}

/** What is one spelling: letters without hamza, madda, marks and capitals, as the peer was measured; or every letter as it stands. */
type Spelling = { of: (name: string) => string; asPeer: boolean }
const folded: Spelling = {
  of: (name) => fold(name.normalize('NFD').replaceAll(/\p{M}/gu, '')).replaceAll(/[^\p{L}]/gu, ''),
  asPeer: true,
}
const asWritten: Spelling = { of: (name) => name, asPeer: false }

/**
 * The pairs of the evaluation among 10,000 names, filled up from the training list. Where spellings are folded, as the published peer
 * has it, every spelling that either list gives for a query is among the 10,000 and right; to the letter, only the spellings of the
 * evaluation are sure to be there. «Wrong at 90 %»: for how many queries a wrong name passes, once the right ones are out of the pool,
 * where the bar is so high that nine right answers in ten pass.
 */
async function scoreOpenSet(folder: string, direction: Direction, spelling: Spelling): Promise<Result> {
  const read = (file: string): Wanted[] =>
    inDirection(readPairs(inFolder(folder, file), false), direction).map(({ query, wanted }) => ({
      query: spelling.of(query),
      wanted: spelling.of(wanted),
    }))
  const pairs = read('names_wikidata_en_ar.tsv')
  const filling = read('names_train_wikidata.tsv')
  const right = rightAnswers([...pairs, ...filling])
  const queries = evenly([...new Set(pairs.map((it) => it.query))], queriesMax)
  const candidates = new Set(pairs.map((it) => it.wanted))
  if (spelling.asPeer)
    for (const name of queries.flatMap((query) => [...(right.get(query) ?? [])])) candidates.add(name)
  for (const { wanted } of shuffled(filling, openSetSeed)) {
    if (candidates.size < openSetSize) candidates.add(wanted)
  }
  const among = prepareNames([...candidates])
  const { done, msEach } = await timed(queries, (query) => rankNames(query, among, Infinity))
  const ranked = done.map((list, i) =>
    list.map(({ name, score }) => ({ score, right: right.get(queries[i] ?? '')?.has(name) ?? false })),
  )
  const accepted = ranked.map((list) => list.find((it) => it.right)?.score ?? 0).toSorted((a, b) => b - a)
  const bar = accepted[Math.ceil(accepted.length * openSetRecall) - 1] ?? 0
  const wrong = ranked.filter((list) => (list.find((it) => !it.right)?.score ?? 0) >= bar)
  return {
    n: `${queries.length} among ${candidates.size}`,
    figures: {
      ...topShares(ranked.map((list) => list.map((it) => it.right))),
      'wrong at 90 %': share(wrong.length, ranked.length),
    },
    floors: spelling.asPeer ? [{ ...openSetFloors[direction], by: 'manifest, learned edit' }] : [],
    msEach,
  }
}

/** The same order for the same seed, everywhere. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed
  const order = items.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return { item, place: state }
  })
  return order.toSorted((a, b) => a.place - b.place).map(({ item }) => item)
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
  const people = readFigures(folder)
  const lists = [0, 1].map((column) => people.map((it) => it[column]?.[0] ?? ''))
  const asked = people.flatMap((it, person) => it.flat().map((spelling) => ({ person, spelling })))
  return scoreSpellings(asked, lists, people.length)
}

const readFigures = (folder: string): string[][][] =>
  readColumns(inFolder(folder, 'names_figures.tsv'), 2).map((columns) =>
    columns.map((spellings) => spellings.split('|').map((it) => it.trim())),
  )

const crowdSize = 400

/** The same people among 400 others, whose names are put together from the training list; by full name and by surname. */
async function scoreCrowd(folder: string): Promise<Result> {
  const people = readFigures(folder)
  const words = shuffled(readPairs(inFolder(folder, 'names_train_wikidata.tsv'), false), openSetSeed)
  const others = Array.from({ length: crowdSize }, (_, i) => words.slice(i * 2, i * 2 + 2))
  const lists = [
    people.map((it) => it[1]?.[0] ?? '').concat(others.map((it) => it.map(({ arabic }) => arabic).join(' '))),
    people.map((it) => it[0]?.[0] ?? '').concat(others.map((it) => it.map(({ latin }) => latin).join(' '))),
  ]
  const surnames = people.map((it) => new Set(it.flat().map((name) => name.split(' ').at(-1) ?? '')))
  const prepared = lists.map((list) => prepareNames(list))
  const first = ({ query }: { query: string }) => prepared.map((among) => rankNames(query, among, 1)[0]?.name)
  const full = queriesOf(people.map((it) => new Set(it.flat())))
  const short = queriesOf(surnames)
  const { done, msEach } = await timed([...full, ...short], first)
  const hits = [...full, ...short].map((it, i) =>
    lists.map((list, j) => it.people.some((person) => list[person] === done[i]?.[j])),
  )
  const rate = (part: boolean[][]) => share(part.flat().filter(Boolean).length, part.length * lists.length)
  return {
    n: `${full.length} names and ${short.length} surnames, ${crowdSize} others`,
    figures: { 'full names': rate(hits.slice(0, full.length)), surnames: rate(hits.slice(full.length)) },
    msEach,
    notes: hits.flatMap((it, i) =>
      it.every(Boolean) ? [] : [`${[...full, ...short][i]?.query} → ${done[i]?.join(', ')}`],
    ),
  }
}

/** Every spelling, with all the people who have it. */
const queriesOf = (people: readonly ReadonlySet<string>[]) =>
  [...new Set(people.flatMap((it) => [...it]))].map((query) => ({
    query,
    people: people.flatMap((it, person) => (it.has(query) ? [person] : [])),
  }))

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
