// What an answer shows, as numbered passages for a model that writes the first lines above them. Pure.

import type { Article } from '../articles/store.ts'
import type { Language } from '../language/script.ts'
import { speaksToMachine } from '../language/machine-talk.ts'
import type { Said } from '../statements/store.ts'
import type { StoredSummary } from '../summaries/store.ts'
import type { Found } from './find.ts'
import { articlesPerMessage } from './latest.ts'
import { utterancesOf } from './utterances.ts'

/** A message holds this many statements; the rest is behind a button. */
export const statementsPerMessage = 3

/** One passage. */
export type Evidence = {
  /** What it is, and stays: `s` and a statement's id, `a` and an article's. */
  key: string
  language: Language
  /** As the article has them; `isPerson` where a person of that name speaks. Empty for the news of an article. */
  speaker: string
  person: string | null
  role: string | null
  verb: string
  words: string
  title: string
  outlet: string | null
  publishedAt: string | null
}

/** A passage alone stands under its own source already: first lines are for two and more. */
const passagesMin = 2

/**
 * The passages of an answer's first message, in the order that it shows them. Empty where there are too few to sum up, or where one of
 * them gives orders to a machine: their numbers must be those that the reader sees.
 */
export function evidenceOf(found: Found, reader: Language): Evidence[] {
  const all =
    found.kind === 'statements' || found.kind === 'who'
      ? utterancesOf(found.statements, reader)
          .slice(0, statementsPerMessage)
          .flatMap(({ said }) => ofStatement(said))
      : found.kind === 'articles'
        ? found.articles.slice(0, articlesPerMessage).flatMap((it) => ofArticle(it, found.summaries))
        : []
  if (found.kind === 'statements' && found.offTopic) return []
  const isSound = all.every(({ words, title, speaker }) => !speaksToMachine(`${title}\n${speaker}\n${words}`))
  return all.length >= passagesMin && isSound ? all : []
}

/** The statements of an answer's first message. */
export function shownStatements(found: Found, reader: Language): number[] {
  const statements =
    found.kind === 'statements' || found.kind === 'who'
      ? found.statements
      : found.kind === 'mentioned'
        ? found.spokenThere
        : []
  return utterancesOf(statements, reader)
    .slice(0, statementsPerMessage)
    .map(({ said }) => said.id)
}

function ofStatement(said: Said): Evidence[] {
  if (said.language === 'other') return []
  const { language, speaker, person, role, verb, words, title, publishedAt } = said
  const outlet = said.source ?? said.agency
  return [{ key: `s${said.id}`, language, speaker, person, role, verb, words, title, outlet, publishedAt }]
}

function ofArticle(article: Article, summaries: readonly StoredSummary[]): Evidence[] {
  const { id, language, title, publishedAt } = article
  // In the article's own language: what is read there stands in it, or was held against it.
  const summary = summaries.find((it) => it.articleId === id && it.language === language)
  if (language === 'other' || !summary) return []
  const outlet = article.source ?? article.agency
  const nobody = { speaker: '', person: null, role: null, verb: '' }
  return [{ key: `a${id}`, language, ...nobody, words: summary.body, title, outlet, publishedAt }]
}
