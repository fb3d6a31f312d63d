// Scores who-said-what: on the labelled samples, and on Arabic and English articles that others labelled.

import { z } from 'zod'
import { extractStatements } from '../statements/extract.ts'
import type { RatedStatement } from '../statements/confidence.ts'
import type { Readable } from '../statements/statement.ts'
import { isVerbatim } from '../statements/verbatim.ts'
import { readCases } from './case.ts'
import { inFolder, Place, readRows } from './data.ts'
import { mutate } from './mutate.ts'
import {
  type Label,
  type Rules,
  type Scored,
  scoreQuotations,
  sharedCharacters,
  type QuotationScore,
} from './quotations.ts'
import { type Floor, manifest, type Result, share, type Task, timed } from './task.ts'

export const statements: Task = {
  name: 'statements',
  sets: [
    { name: 'samples ar', from: 'samples', score: () => scoreSamples('ar') },
    { name: 'samples en', from: 'samples', score: () => scoreSamples('en') },
    { name: 'gold ar, spans', from: 'data', score: (folder) => scoreGold(folder, true) },
    { name: 'gold ar, words', from: 'data', score: (folder) => scoreGold(folder, false) },
    { name: 'PADT ar', from: 'data', score: scorePadt },
    { name: 'PolNeAR en', from: 'data', score: scorePolnear },
    { name: 'sure or not', from: 'data', score: scoreConfidence },
    { name: 'mutated', from: 'data', score: scoreMutated },
    { name: 'PUD ar', from: 'data', score: (folder) => scorePud(folder, 'ar') },
    { name: 'PUD en', from: 'data', score: (folder) => scorePud(folder, 'en') },
  ],
}

const Attribution = z.object({
  source_text: z.string().nullish(),
  canonical: z.string().nullish(),
  content_text: z.string(),
  source_kind: z.string().nullish(),
  is_speech: z.boolean().optional(),
  has_quote: z.boolean().optional(),
  optional: z.boolean().optional(),
})
const Article = z.object({ text: z.string(), attributions: z.array(Attribution) })
const Gold = Article.extend({ attributions: z.array(Attribution.extend({ content: Place })) })

async function extracted<L extends Label>(
  articles: readonly (Readable & { labels: readonly L[] })[],
): Promise<{ scored: Scored<RatedStatement, L>[]; msEach: number }> {
  const { done, msEach } = await timed(articles, ({ title, text }) =>
    extractStatements(title === undefined ? { text } : { title, text }),
  )
  return {
    scored: articles.map(({ text, labels }, i) => ({ text, labels, found: done[i] ?? [] })),
    msEach,
  }
}

// — the samples —

/** A title and its text are scored apart: an offset means nothing without knowing which of the two it is in. */
async function scoreSamples(language: 'ar' | 'en'): Promise<Result> {
  const cases = readCases().filter((it) => it.language === language)
  const { done, msEach } = await timed(cases, ({ title, text }) => extractStatements({ title, text }))
  const scored = cases.flatMap((article, i) =>
    (['title', 'text'] as const).map((part) => ({
      text: article[part],
      found: (done[i] ?? []).filter((it) => it.in === part),
      labels: article.statements
        .filter((it) => it.in === part)
        .map((it) => ({
          source_text: it.speaker,
          canonical: it.canonical,
          content_text: it.text,
          content: [it.start, it.end] as const,
          optional: it.optional,
          verbClass: it.verbClass,
          form: it.form,
        })),
    })),
  )
  const score = scoreQuotations(scored, { likeness: sharedCharacters })
  const agree = (key: 'verbClass' | 'form') =>
    share(score.matches.filter(({ found, label }) => found[key] === label[key]).length, score.matches.length)
  return {
    n: `${score.labels} of ${cases.length} articles`,
    figures: { ...spanFigures(score), class: agree('verbClass'), form: agree('form') },
    msEach,
  }
}

const spanFigures = ({ precision, recall, f1, nearExact, speaker, whoAndWhat, verbatim }: AnyScore) => ({
  P: precision,
  R: recall,
  F1: f1,
  'near-exact': nearExact,
  speaker,
  'who+what': whoAndWhat,
  verbatim,
})
type AnyScore = Omit<QuotationScore<unknown, unknown>, 'matches'>

// — what others labelled —

const goldFloor: Floor = {
  by: 'manifest, prototype',
  figures: { P: 0.936, R: 0.944, speaker: 0.912, 'who+what': 0.857 },
}

async function scoreGold(folder: string, bySpans: boolean): Promise<Result> {
  const rows = readRows(inFolder(folder, 'gold_ar_statements.jsonl'), Gold)
  const { scored, msEach } = await extracted(rows.map(({ text, attributions: labels }) => ({ text, labels })))
  const score = scoreQuotations(scored, bySpans ? { likeness: sharedCharacters } : {})
  return {
    n: `${score.labels} of ${rows.length} articles`,
    figures: bySpans ? spanFigures(score) : wordFigures(score),
    floors: bySpans ? [goldFloor] : [],
    msEach,
  }
}

const wordFigures = ({ precision, recall, f1, speaker, verbatim }: AnyScore) => ({
  P: precision,
  R: recall,
  F1: f1,
  speaker,
  verbatim,
})

/** Real articles with the accidents that texts meet: every span found must stand there letter for letter. */
async function scoreMutated(folder: string): Promise<Result> {
  const texts = ['ar_news_ant.jsonl', 'ar_news_saudi.jsonl', 'quotes_en_polnear.jsonl'].flatMap((file) =>
    readRows(inFolder(folder, file), z.object({ text: z.string() })).map(({ text }) => text),
  )
  const articles = texts.flatMap((text, i) =>
    Array.from({ length: mutationsEach }, (_, n) => ({ text: mutate(text, i * mutationsEach + n) })),
  )
  const { done, msEach } = await timed(articles, (article) => extractStatements(article))
  const found = done.flatMap((its, i) => its.map((it) => isVerbatim(articles[i] ?? { text: '' }, it)))
  return {
    n: `${found.length} of ${articles.length} articles`,
    figures: { verbatim: share(found.filter(Boolean).length, found.length) },
    msEach,
  }
}
const mutationsEach = 5

async function scorePadt(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'quotes_ar_padt.jsonl'), Article)
  const { scored, msEach } = await extracted(rows.map(({ text, attributions: labels }) => ({ text, labels })))
  const score = scoreQuotations(scored)
  return {
    n: `${score.labels} of ${rows.length} articles`,
    figures: wordFigures(score),
    floors: [{ by: 'manifest, regex', figures: { P: 0.787, R: 0.626, F1: 0.697, speaker: 0.862 } }],
    msEach,
  }
}

async function scorePolnear(folder: string): Promise<Result> {
  const rows = readRows(inFolder(folder, 'quotes_en_polnear.jsonl'), Article)
  const { scored, msEach } = await extracted(rows.map(({ text, attributions: labels }) => ({ text, labels })))
  const recallOf = (counts: NonNullable<Rules['counts']>) => scoreQuotations(scored, { counts }).recall
  const score = scoreQuotations(scored)
  return {
    n: `${score.labels} of ${rows.length} articles`,
    figures: {
      P: score.precision,
      'R speech': recallOf((it) => it.is_speech ?? true),
      'R quoted': recallOf((it) => it.has_quote ?? false),
      'R all': score.recall,
      speaker: score.speaker,
      verbatim: score.verbatim,
    },
    floors: [
      { by: 'manifest, regex', figures: { P: 0.782, 'R speech': 0.328, speaker: 0.822 } },
      { by: 'manifest, prototype', figures: { P: 0.726, 'R speech': 0.8, 'R quoted': 0.894 } },
    ],
    msEach,
  }
}

/** How right the statements are that the rules are sure of, and the others: in all articles that are labelled whole. */
async function scoreConfidence(folder: string): Promise<Result> {
  const files = ['gold_ar_statements.jsonl', 'quotes_ar_padt.jsonl', 'quotes_en_polnear.jsonl']
  const rows = files.flatMap((file) => readRows(inFolder(folder, file), Article))
  const { scored, msEach } = await extracted(rows.map(({ text, attributions: labels }) => ({ text, labels })))
  const { matches } = scoreQuotations(scored)
  const right = new Set(matches.filter((it) => it.speakerRight !== false).map((it) => it.found))
  const all = scored.flatMap((it) => it.found)
  const [sure, unsure] = [
    all.filter((it) => it.confidence >= sureFrom),
    all.filter((it) => it.confidence < sureFrom),
  ]
  const rightOf = (some: typeof all) => share(some.filter((it) => right.has(it)).length, some.length)
  return {
    n: `${all.length} found, ${unsure.length} of them less sure`,
    figures: { 'right, sure': rightOf(sure), 'right, less sure': rightOf(unsure) },
    msEach,
    notes: [`sure: a confidence of ${sureFrom} or more; who and what right`],
  }
}

const sureFrom = 0.9

const Sentence = z.object({
  ar_text: z.string(),
  en_text: z.string(),
  ar: z.array(Attribution),
  en: z.array(Attribution),
})

async function scorePud(folder: string, language: 'ar' | 'en'): Promise<Result> {
  const rows = readRows(inFolder(folder, 'quotes_parallel_pud.jsonl'), Sentence)
  const { scored, msEach } = await extracted(
    rows.map((row) => ({ text: row[`${language}_text`], labels: row[language] })),
  )
  const silent = scored.filter((_, i) => rows[i]?.ar.length === 0 && rows[i].en.length === 0)
  const score = scoreQuotations(scored)
  return {
    n: `${score.labels} of ${rows.length} sentences`,
    figures: {
      P: score.precision,
      R: score.recall,
      F1: score.f1,
      speaker: score.speaker,
      'false positives': share(silent.filter((it) => it.found.length > 0).length, silent.length),
    },
    floors: [manifest({ F1: language === 'ar' ? 0.732 : 0.523 })],
    msEach,
    notes: [
      `false positives: share of the ${silent.length} sentences without a statement in either language`,
    ],
  }
}
