// From an understood question to what the store has for it: a few queries, then decisions in plain code.
// Never another's words: where the person is not found, nobody else's statements stand in.

import { extentOfStore } from '../articles/extent.ts'
import { type Article, listArticles, listHits, listNewest, type StoreExtent } from '../articles/store.ts'
import { allOf, allPhrases, anyOf, keyTerm, stemsOf } from '../articles/terms.ts'
import type { Db } from '../database/database.ts'
import { hasArabic, type Language, otherLanguage } from '../language/script.ts'
import { translateRole } from '../people/roles.ts'
import { listRoles, type Role } from '../people/store.ts'
import { anything, listStatements, type Said, type SaidWords } from '../statements/store.ts'
import {
  countedMax,
  countStatements,
  listNewestOf,
  listNewestSpeakers,
  listNewestWords,
} from '../speakers/store.ts'
import { type StoredSummary, listSummaries } from '../summaries/store.ts'
import type { Question } from './question.ts'
import { articlesNaming } from './mention.ts'
import { findPeople, peopleById, type Person } from './people.ts'
import { aboutness, type Aspect, keysOfTopic, readTopic, termsOf } from './topic.ts'

export type Found =
  | {
      kind: 'statements'
      /** Whose words they are; empty for an organisation or a role that nobody's name is known for. */
      people: Person[]
      /** On the topic and in the period first; all of them where the topic is not met (`offTopic`). */
      statements: Said[]
      /** Of these people in all, whatever the topic and the period; several reports of one utterance count once. */
      storedInAll: number
      /** Not all were read: there may be more than `storedInAll`. */
      isLeast: boolean
      offTopic: boolean
      /** Of the people's in all, the newest first: where earlier words on the same matter are looked for. */
      all: Said[]
      /** What the news calls the one person asked about, and when; empty unless that was the question. */
      roles: Role[]
      /** Others of the same name, offered as buttons where the question decided without being sure («قالت»). */
      others: Person[]
    }
  | { kind: 'choose'; people: Choice[] }
  | { kind: 'mentioned'; name: string; articles: Article[]; spokenThere: Said[] }
  | { kind: 'nothing'; extent: StoreExtent; speakers: Person[] }
  | { kind: 'who'; statements: Said[] }
  | { kind: 'articles'; articles: Article[]; summaries: StoredSummary[] }
  | { kind: 'other' }

/** Somebody whom a name may mean, with how much of theirs there is (up to `countedMax`), in all and on the topic. */
type Choice = Person & { statements: number; onTopic: number | null }

// More than a reader pages through; an answer says when there are at least as many.
const statementsMax = countedMax
const articlesMax = 50
/** An article that the index finds may still lack the topic's phrase: so many are read. */
const articlesScannedMax = 100
const suggestionsMax = 5
const rolesMax = 5

/** `chosen`: the people the reader has picked out of several. */
export async function find(
  db: Db,
  question: Question,
  chosen: readonly number[] | null = null,
): Promise<Found> {
  if (question.kind === 'other' && chosen === null) return { kind: 'other' }
  if (chosen !== null) return statementsOf(db, question, await peopleById(db, chosen), [])
  if (question.speakers.length === 0)
    return question.kind === 'who' ? findWho(db, question) : findAbout(db, question)

  if (question.kind === 'compare') {
    const each = await Promise.all(question.speakers.map((name) => findPeople(db, [name])))
    const people = each.flatMap((found) => found.slice(0, 1))
    if (people.length > 0) return statementsOf(db, question, people, [])
  }
  const people = await findPeople(db, question.speakerGuesses)
  if (people.length > 0) return decideAmong(db, question, people)
  return (await findByRole(db, question)) ?? (await findMention(db, question)) ?? findNothing(db)
}

/** One person answers; several are offered, unless the question's verb tells a woman from a man. */
async function decideAmong(db: Db, question: Question, people: Person[]): Promise<Found> {
  const [only, second] = people
  if (only && !second) return statementsOf(db, question, [only], [])
  if (question.gender !== null) {
    const fitting = people.filter((it) => it.gender === question.gender)
    const [one, another] = fitting
    if (one && !another)
      return statementsOf(
        db,
        question,
        [one],
        people.filter((it) => it !== one),
      )
  }
  const amounts = await countStatements(
    db,
    people.map((it) => it.personId),
  )
  const choices = people.map((it) => ({
    ...it,
    statements: amounts.get(it.personId) ?? 0,
    onTopic: null,
  }))
  if (question.topic === null) return { kind: 'choose', people: choices }
  const aspects = readTopic(question.topic)
  const all = await listNewestWords(
    db,
    people.map((it) => it.personId),
    statementsMax,
  )
  const fitting = all.filter((it) => onTopic(aspects, it) >= onTopicMin)
  const counted = choices.map((person) => ({
    ...person,
    onTopic: fitting.filter((it) => it.personId === person.personId).length,
  }))
  return { kind: 'choose', people: counted.toSorted((a, b) => b.onTopic - a.onTopic) }
}

/** Half of what the topic speaks of has to be in the statement's own words, or all of it in the headline above them. */
const onTopicMin = 0.5

function onTopic(aspects: Aspect[], { words, title, language }: SaidWords): number {
  const inTitle = aboutness(aspects, title, language) === 1 ? onTopicMin : 0
  return Math.max(aboutness(aspects, words, language), inTitle)
}

async function statementsOf(db: Db, question: Question, people: Person[], others: Person[]): Promise<Found> {
  const personIds = people.map((it) => it.personId)
  const all = await statementsBy(db, question, personIds)
  const roles =
    question.kind === 'about' && people.length === 1 ? await listRoles(db, personIds, rolesMax) : []
  return { ...narrowed(question, all.toSorted(byDayThenLanguage(question.language)), people, others), roles }
}

/** The newest of theirs; of people who have more of them also the newest of the asked period and with a word of the topic. */
async function statementsBy(db: Db, { topic, from, to }: Question, personIds: number[]): Promise<Said[]> {
  const ids = await listNewestOf(db, personIds, statementsMax)
  const newest = await listStatements(db, { ...anything, ids }, statementsMax)
  const about = topic === null ? null : (anyOf(termsOf(readTopic(topic)).flat()) ?? null)
  if (newest.length < statementsMax || (about === null && from === null && to === null)) return newest
  const asked = await listStatements(db, { ...anything, personIds, about, from, to }, statementsMax)
  return [...new Map([...newest, ...asked].map((it) => [it.id, it])).values()]
}

/** Newest day first, undated last; of one day those first that the asker can read. */
const byDayThenLanguage = (language: Language) => (a: Said, b: Said) =>
  dayOf(b).localeCompare(dayOf(a)) || Number(b.language === language) - Number(a.language === language)

const dayOf = ({ publishedAt }: Said): string => publishedAt?.slice(0, 10) ?? ''

/** Keeps what is in the period and about the topic. In an article on the topic counts too, after what names it itself. */
function narrowed(
  question: Question,
  all: Said[],
  people: Person[],
  others: Person[],
): Extract<Found, { kind: 'statements' }> {
  const inPeriod = all.filter((it) => isWithin(it.publishedAt, question))
  const base = {
    kind: 'statements' as const,
    people,
    storedInAll: new Set(all.map((it) => it.utteranceId)).size,
    isLeast: all.length >= statementsMax,
    all,
    roles: [],
    others,
  }
  if (question.topic === null) return { ...base, statements: inPeriod, offTopic: false }

  const aspects = readTopic(question.topic)
  const scored = inPeriod.map((said) => ({ said, own: onTopic(aspects, said) }))
  const fitting = scored.filter((it) => it.own >= onTopicMin)
  const best = Math.max(...fitting.map((it) => it.own), 0)
  // Words that name all of the topic push out those that name half of it.
  if (fitting.length > 0)
    return {
      ...base,
      statements: fitting.filter((it) => it.own === best || best < 1).map((it) => it.said),
      offTopic: false,
    }
  const inArticle = inPeriod.filter((it) => aboutness(aspects, `${it.title}\n${it.body}`, it.language) === 1)
  if (inArticle.length > 0) return { ...base, statements: inArticle, offTopic: false }
  return { ...base, statements: inPeriod, offTopic: true }
}

function isWithin(publishedAt: string | null, { from, to }: Pick<Question, 'from' | 'to'>): boolean {
  if (from === null && to === null) return true
  if (publishedAt === null) return false
  const day = publishedAt.slice(0, 10)
  return (from === null || day >= from) && (to === null || day <= to)
}

/** «وزير النقل التشيكي», "the Kremlin": a role or an organisation instead of a name. */
async function findByRole(db: Db, question: Question): Promise<Found | undefined> {
  const phrase = question.speakers[0] ?? ''
  const language = hasArabic(phrase) ? 'ar' : 'en'
  const other = otherLanguage(language)
  const translated = translateRole(phrase, other)
  const queries = [
    allOf(stemsOf(phrase, language).map((it) => [it])),
    translated === undefined ? undefined : allOf(stemsOf(translated, other).map((it) => [it])),
  ].filter((it) => it !== undefined)
  const found: Said[] = []
  for (const speaker of queries)
    found.push(...(await listStatements(db, { ...anything, speaker }, statementsMax)))
  if (found.length === 0) return undefined

  const ids = [...new Set(found.flatMap((it) => it.personIds))]
  const people = ids.length === 0 ? [] : await peopleById(db, ids)
  // An organisation speaks through its spokespeople too: all of them together are its answer.
  return narrowed(question, found, people, [])
}

/** Named in the news, and not as a speaker. */
async function findMention(db: Db, question: Question): Promise<Found | undefined> {
  for (const guess of question.speakerGuesses) {
    const named = await articlesNaming(db, guess)
    const [first] = named
    if (!first) continue
    const spokenThere = await listStatements(db, { ...anything, articleId: first.article.id }, statementsMax)
    const fullest = named.map((it) => it.name).toSorted((a, b) => b.length - a.length)[0] ?? first.name
    return { kind: 'mentioned', name: fullest, articles: named.map((it) => it.article), spokenThere }
  }
  return undefined
}

async function findNothing(db: Db): Promise<Found> {
  const speakers = await listNewestSpeakers(db, suggestionsMax)
  return { kind: 'nothing', extent: await extentOfStore(db), speakers: await peopleById(db, speakers) }
}

/** Who spoke about it, whoever they are. */
async function findWho(db: Db, question: Question): Promise<Found> {
  const aspects = readTopic(question.topic ?? '')
  const about = anyOf(termsOf(aspects).flat())
  if (about === undefined) return findNothing(db)
  const hits = await listStatements(
    db,
    { ...anything, about, from: question.from, to: question.to },
    statementsMax,
  )
  const scored = hits
    .map((said) => ({ said, score: aboutness(aspects, said.words, said.language) }))
    .filter((it) => it.score >= onTopicMin)
  const best = Math.max(...scored.map((it) => it.score), 0)
  const statements = scored.filter((it) => it.score >= best - 0.01).map((it) => it.said)
  return statements.length > 0 ? { kind: 'who', statements } : findNothing(db)
}

/** The news on a topic; without one, the newest of all. */
async function findAbout(db: Db, question: Question): Promise<Found> {
  const articles =
    question.topic === null
      ? await listNewest(db, { about: null, from: question.from, to: question.to }, articlesMax)
      : await listOnTopic(db, question.topic, question)
  if (articles.length === 0 && question.topic !== null) return findNothing(db)
  return {
    kind: 'articles',
    articles,
    summaries: await listSummaries(
      db,
      articles.map((it) => it.id),
    ),
  }
}

/** What the index alone can tell of is not read: only where a name may be written another way the words decide. */
async function listOnTopic(
  db: Db,
  topic: string,
  { from, to }: Pick<Question, 'from' | 'to'>,
): Promise<Article[]> {
  const aspects = readTopic(topic)
  // Every aspect has to be there in the end, so the index may ask for each of them.
  const about = allOf(aspects.map((it) => [...termsOf([it]).flat(), ...keysOfTopic([it]).map(keyTerm)]))
  const exact = allPhrases(aspects.map((it) => it.phrases))
  if (about === undefined || exact === undefined) return []
  const hits = await listHits(db, { about, exact, from, to }, articlesScannedMax)
  const doubtful = await listArticles(db, idsOf(hits.filter((it) => !it.isExact)))
  const right = new Set([
    ...idsOf(hits.filter((it) => it.isExact)),
    ...idsOf(doubtful.filter((it) => aboutness(aspects, `${it.title}\n${it.text}`, it.language) === 1)),
  ])
  const wanted = idsOf(hits)
    .filter((id) => right.has(id))
    .slice(0, articlesMax)
  const read = new Map((await listArticles(db, wanted)).map((it) => [it.id, it]))
  return wanted.flatMap((id) => read.get(id) ?? [])
}

const idsOf = (rows: readonly { id: number }[]): number[] => rows.map((it) => it.id)
