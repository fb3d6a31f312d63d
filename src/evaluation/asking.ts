// How long an answer takes and how often it is right, beside plain Postgres full-text search over the same statements in the same run.

import type { ClientConfig } from 'pg'
import { answer, fromTheStart } from '../answers/answer.ts'
import { displayName } from '../answers/statement-lines.ts'
import type { Found } from '../answers/find.ts'
import type { Db } from '../database/database.ts'
import { fold } from '../language/normalise.ts'
import { inventQuestions, type InventedQuestion } from './invented.ts'
import { quantiles } from './quantiles.ts'
import { makePlainSearch, measureIndex, searchPlainly, selectOne, type Spoken } from './store.ts'

const askedQuestions = 1_000
/** The first questions of a process also compile and connect; a bot has done that long ago. */
const warmQuestions = 40
/** So many of what is shown first have to be right. */
const shownFirst = 3
const day = '2026-11-20'

type Figures = { p50: number; p99: number; right: number }
export type Asking = {
  ours: Figures
  plain: Figures
  floor: { p50: number; p99: number }
  indexes: Record<'ours' | 'plain', { ms: number; megabytes: number }>
}

/** Asks the store, then the same of a plain search that is told the name and the matter and need not understand the question. */
export async function measureAsking(db: Db, connection: ClientConfig): Promise<Asking> {
  const questions = inventQuestions(askedQuestions)
  await makePlainSearch(connection)
  const ask = async ({ text }: InventedQuestion) => {
    const asked = { text, today: day, weekStart: 'sat' } as const
    return spokenIn(
      (await answer(db, asked, { language: null, today: day, hasModel: false }, fromTheStart)).found,
    )
  }
  const search = ({ language, asked, matters }: InventedQuestion) =>
    searchPlainly(db, language, `${asked} ${matters?.[language] ?? ''}`, shownFirst)
  for (const question of questions.slice(0, warmQuestions)) await ask(question)
  const ours = await figuresOf(questions, ask)
  for (const question of questions.slice(0, warmQuestions)) await search(question)
  const plain = await figuresOf(questions, search)
  const floor = quantiles(await latencies(questions, () => selectOne(db)).then((it) => it.times))
  return {
    ours,
    plain,
    floor,
    indexes: {
      ours: await measureIndex(db, connection, 'statements_terms'),
      plain: await measureIndex(db, connection, 'plain_search_terms'),
    },
  }
}

async function figuresOf(
  questions: readonly InventedQuestion[],
  ask: (question: InventedQuestion) => Promise<Spoken[]>,
): Promise<Figures> {
  const { times, results } = await latencies(questions, ask)
  const right = questions.filter((question, i) => isRight(question, results[i] ?? []))
  return { ...quantiles(times), right: right.length / questions.length }
}

async function latencies<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>) {
  const times: number[] = []
  const results: Result[] = []
  for (const item of items) {
    const start = performance.now()
    results.push(await work(item))
    times.push(performance.now() - start)
  }
  return { times, results }
}

/** What is shown first: whose words, and which; where several people have the name, the people who are offered. */
function spokenIn(found: Found): Spoken[] {
  if (found.kind === 'choose')
    return found.people.slice(0, shownFirst).map(({ names }) => ({ speaker: names.join(' '), words: '' }))
  if (found.kind !== 'statements') return []
  const namesOf = (personIds: readonly number[]) =>
    found.people.flatMap((it) =>
      personIds.includes(it.personId) ? [displayName(it.names, 'ar'), ...it.names] : [],
    )
  return found.statements.slice(0, shownFirst).map((it) => ({
    speaker: [it.speaker, ...namesOf(it.personIds)].join(' '),
    words: `${it.words} ${it.title}`,
  }))
}

/** Something is shown, all of it is theirs, and all of it is about the matter; whoever is only offered has not spoken yet. */
function isRight({ names, matters }: InventedQuestion, shown: readonly Spoken[]): boolean {
  return (
    shown.length > 0 &&
    shown.every(
      ({ speaker, words }) =>
        hasOne(speaker, names) &&
        (matters === null || words === '' || hasOne(words, withoutArticles(matters))),
    )
  )
}

const hasOne = (text: string, of: Record<'ar' | 'en', string>): boolean =>
  Object.values(of).some((it) => fold(text).includes(fold(it)))

/** «إضراب الميناء» is also «إضراب ميناء …» and "the port strike" "port strike": the first word's letters tell. */
const withoutArticles = ({ ar, en }: Record<'ar' | 'en', string>): Record<'ar' | 'en', string> => ({
  ar: ar.split(' ')[0] ?? ar,
  en: en.replace(/^the /, ''),
})
